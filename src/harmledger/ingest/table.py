"""CSV: a header, then one report a row."""

import csv
from collections.abc import Iterator
from pathlib import Path

from harmledger.ingest import limits
from harmledger.ingest.decode import broken, mend
from harmledger.ingest.draft import Found
from harmledger.ingest.files import name_of
from harmledger.ingest.held import held
from harmledger.ingest.lines import Line, lines
from harmledger.ingest.row import draft_of
from harmledger.model import SetAside

# Spreadsheets of many countries write semicolons; tables pasted from the web, tabs.
DELIMITERS = ",;\t"


def table(path: Path) -> Found:
    """Read the reports of a .csv or .csv.gz, row by row (RFC 4180); blank lines are no rows.

    The header names the fields, in any case and order; the delimiter is the one of comma,
    semicolon and tab that parts a `text` off it. What the header does not name is not read.
    """
    tape = _Tape(lines(path), name_of(path))
    first = next(tape, "")
    delimiter, header = _header(first)
    if "text" in header:
        yield from _rows(tape, header, delimiter)
    elif first:
        yield held(tape.origin, "no_text_field", "The header names no `text`.")
    yield from tape.told()


def _header(line: str) -> tuple[str, list[str]]:
    for delimiter in DELIMITERS:
        names = [name.strip().strip('"').lower() for name in line.split(delimiter)]
        if "text" in names:
            return delimiter, names
    return "", []


def _rows(tape: "_Tape", header: list[str], delimiter: str) -> Found:
    # The module's own limit, of 131,072 characters a field, is below that of long reports.
    csv.field_size_limit(limits.ROW)
    rows = csv.reader(tape, delimiter=delimiter, strict=True)
    while True:
        tape.start()
        try:
            cells = next(rows, None)
        except csv.Error as error:
            what = f"The row is no CSV: {error}; {tape.size} line(s) from here on are not read."
            yield held(tape.origin, "not_csv", what)
            continue
        if cells is None:
            return
        if len(cells) == len(header):
            row = dict(zip(header, cells, strict=True))
            yield from draft_of(row, tape.original, tape.origin)
        elif cells:
            what = f"The row has {len(cells)} fields, the header {len(header)}."
            yield held(tape.origin, "not_csv", what)
        yield from tape.told()


class _Tape:
    """The lines as text for the CSV reader, with the bytes of the row it is in.

    It ends at the first line that can't be had: to read on without it would join two rows.
    """

    def __init__(self, source: Iterator[Line | SetAside], name: str) -> None:
        self._source = source
        self._name = name
        self._notes: list[SetAside] = []
        self.start()
        self.origin = f"{name}:1"

    def start(self) -> None:
        """Begin a row."""
        self._lines: list[Line] = []

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = next(self._source)
        if isinstance(line, SetAside):
            self._end(line)
            raise StopIteration
        self._lines.append(line)
        self.origin = f"{self._name}:{self._lines[0].number}"
        found = mend(line.data)
        if found.broken_at is not None:
            self._notes.append(broken(f"{self._name}:{line.number}", found))
        return found.text

    def _end(self, why: SetAside) -> None:
        self._notes.append(why)
        if why.reason == "too_large":
            self._notes.append(held(why.item, "unread_rest"))
        self._source = iter(())

    @property
    def size(self) -> int:
        """How many lines the row has taken up."""
        return len(self._lines)

    @property
    def original(self) -> bytes:
        """The bytes of the row, without its line end."""
        return b"".join(line.data for line in self._lines).rstrip(b"\r\n")

    def told(self) -> Iterator[SetAside]:
        """What was wrong with the lines read since last asked."""
        notes, self._notes = self._notes, []
        yield from notes
