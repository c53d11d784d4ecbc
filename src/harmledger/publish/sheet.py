"""A sheet: the text of one file, row by row, so that no file is held whole."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sheet:
    """One file to be written.

    Attributes:
        rows: The text of each row, its line end included; read once.
        head: What stands before the rows and is none.
        between: What stands between two rows.
        tail: What stands after the rows.
    """

    rows: Iterable[str]
    head: str = ""
    between: str = ""
    tail: str = ""

    def pieces(self) -> Iterator[tuple[str, int]]:
        """The text from first to last, each piece with how many rows it is (0 or 1)."""
        yield self.head, 0
        for number, row in enumerate(self.rows):
            yield (self.between if number else "") + row, 1
        yield self.tail, 0
