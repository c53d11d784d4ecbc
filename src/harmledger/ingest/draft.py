"""What readers hand on: a report before it has an id, a language and a kept original."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from harmledger.model import SetAside


@dataclass(frozen=True, slots=True)
class Draft:
    """One text as a reader found it, every field as the input words it.

    Attributes:
        original: The bytes it was read from, to be kept.
        origin: "path", "path:line", or "path:number" of a record or an entry.
        id: None where the input gives none.
        published: A date in any form; None where the input gives none.
        lang: As the input gives it, right or wrong; None where it gives none.
    """

    original: bytes
    text: str
    origin: str
    id: str | None = None
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    url: str | None = None
    lang: str | None = None


@dataclass(frozen=True, slots=True)
class Payload:
    """One document's bytes, with what its carrier says of them.

    Attributes:
        url: Where it was fetched from, or None where the carrier does not say.
        charset: Its encoding as the carrier declares it, or None.
    """

    data: bytes
    origin: str
    url: str | None = None
    charset: str | None = None

    def fields(self, header: dict[str, str]) -> dict[str, str]:
        """The fields of a header block, with the carrier's address where it gives none."""
        return header if self.url is None else {"url": self.url} | header


Found = Iterator[Draft | SetAside]
Read = Callable[[Payload], Found]
Reader = Callable[[Path], Found]
