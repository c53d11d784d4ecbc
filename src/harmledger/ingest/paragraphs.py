"""Lines as a page breaks them, to paragraphs."""

from collections.abc import Iterable, Iterator

# A line is full, and its sentence may go on below, if it is nearly as long as the longest of
# the page; a column of a table or a list of names is narrower than any column of prose.
FULL = 0.75
NARROWEST = 45
BULLETS = frozenset("•‣▪●◦*-–—")
ENDS = frozenset(".!?:؟۔")


def paragraphs(lines: Iterable[str]) -> Iterator[str]:
    """Join lines that a page broke: a full one that ends no sentence, with the one below it."""
    plain = [line for line in (" ".join(line.split()) for line in lines) if line]
    full = max(NARROWEST, FULL * max(map(len, plain), default=0))
    paragraph: list[str] = []
    for line in plain:
        if paragraph and not _goes_on(paragraph[-1], line, full):
            yield " ".join(paragraph)
            paragraph = []
        paragraph.append(line)
    if paragraph:
        yield " ".join(paragraph)


def _goes_on(above: str, below: str, full: float) -> bool:
    if len(above) < full or below[0] in BULLETS:
        return False
    return above[-1] not in ENDS or below[0].islower()
