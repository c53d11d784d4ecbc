"""Read many reports: the pipeline's `read`, chunk by chunk, on one process or several."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path

from harmledger.batch.chunks import Chunk, Item, chunks
from harmledger.batch.workers import Work, spread
from harmledger.model import Reading, SetAside
from harmledger.pipeline import Knowledge, knowledge, read

Read = tuple[Reading | SetAside, ...]


@dataclass(frozen=True, slots=True)
class ReadingRoom:
    """Loads grammars and gazetteers once; what it gives reads chunks with them.

    Attributes:
        gazetteers: Files of the project's own places, beside the default gazetteer.
    """

    gazetteers: tuple[Path, ...] = ()

    def __call__(self) -> Work[Read]:
        known = knowledge(gazetteers=self.gazetteers)
        return lambda chunk: tuple(_read(item, known) for item in chunk)


def _read(item: Item, known: Knowledge) -> Reading | SetAside:
    if isinstance(item, SetAside):
        return item
    try:
        return read(item, known)
    except Exception as error:
        # Of ten thousand reports, the one on which a reader fails must be named.
        error.add_note(f"while reading report {item.report_id!r} of {item.origin}")
        raise


def read_all(
    items: Iterable[Item], *, jobs: int = 1, gazetteers: tuple[Path, ...] = ()
) -> Iterator[tuple[Item, Reading | SetAside]]:
    """Yield every report with its reading, in the order of the reports.

    What was already set aside passes by as it is, in its place. The same for any number of
    jobs. Input of a single chunk is read in this process: loading the grammars again in
    another takes longer than reading it.

    Raises:
        VocabularyError: The vocabulary or a gazetteer file is wrong.
        WorkerError: A worker process died.
    """
    pieces = chunks(items)
    first: list[Chunk] = list(islice(pieces, 2))
    jobs = jobs if len(first) > 1 else 1
    for chunk, readings in spread(chain(first, pieces), ReadingRoom(gazetteers), jobs=jobs):
        yield from zip(chunk, readings, strict=True)
