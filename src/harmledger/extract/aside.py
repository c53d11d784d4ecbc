"""What a report's text holds besides its own event: cut copies, other events, the page's links."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate, islice

from harmledger.extract.context import Sentence
from harmledger.extract.gate import WORD
from harmledger.extract.grammar import Grammar
from harmledger.extract.item import read, symbols
from harmledger.extract.tokens import Stretch

DOTS = ("...", "…")
CUT = re.compile(rf"^.{{40,}}(?:{'|'.join(map(re.escape, DOTS))})[ \t]*$", re.MULTILINE)
"""A line that breaks off."""
MANY = 60
"""Lines of one page that may be previews; each is looked for in the whole text."""
SAME = 24
"""Code points at the end of a cut copy that must come again for it to be one."""
OPENING = 60
"""Code points at the start of a sentence or line that tell what it is."""
ENDS = (".", "؟", "?", "!", ":", "»", "”", '"', ")", "]")


def copies(text: str) -> tuple[Stretch, ...]:
    """Lines that break off and stand again, whole, further down: scraped pages' previews."""
    if not any(mark in text for mark in DOTS):
        return ()
    found = []
    for match in islice(CUT.finditer(text), MANY):
        end = match[0].rstrip().rstrip(".…").rstrip()[-SAME:]
        if text.find(end, match.end()) != -1:
            found.append(Stretch(match.start(), match.end()))
    return tuple(found)


def within(asides: Sequence[Stretch]) -> Callable[[int], bool]:
    """For a character, whether it stands in a stretch told besides."""
    found = sorted((one.start, one.end) for one in asides)
    starts = [start for start, _ in found]
    ends = list(accumulate((end for _, end in found), max))

    def inside(at: int) -> bool:
        index = bisect_right(starts, at) - 1
        return index >= 0 and at < ends[index]

    return inside


def asides(text: str, told: Sequence[Sentence], grammar: Grammar) -> tuple[Stretch, ...]:
    """Stretches that tell of something else than the report's event, in order.

    Args:
        told: The report's sentences that were read, in order.
    """
    links = _links(text, told, grammar)
    return (*_others(told, grammar), Stretch(links, len(text)))


def _others(told: Sequence[Sentence], grammar: Grammar) -> Iterator[Stretch]:
    """Sentences whose first words open another event."""
    for one in told:
        pattern = grammar.pattern("resolve.aside", one.awake)
        if pattern is not None and pattern.match(one.said) is not None:
            yield Stretch(one.start, one.end)


def _links(text: str, told: Sequence[Sentence], grammar: Grammar) -> int:
    """Where the page's own links begin, behind a sentence that was read; the end where nowhere.

    They begin at a line that says so, or where the last lines of a page are titles: none of
    them ends as a sentence does.
    """
    if not told:
        return len(text)
    lines = _lines(text)
    chrome = (at for at, line in lines if at >= told[0].end and _opens(text, at, line, grammar))
    return min(next(chrome, len(text)), _titles(lines, len(text), grammar))


def _lines(text: str) -> list[tuple[int, str]]:
    """The lines of a text that hold more than white space, each with its place."""
    found, at = [], 0
    for line in text.split("\n"):
        if line and not line.isspace():
            found.append((at, line))
        at += len(line) + 1
    return found


def _opens(text: str, at: int, line: str, grammar: Grammar) -> bool:
    """Whether a line says that the page's links begin."""
    opening = line[:OPENING]
    joined = grammar.lexicon.script.joins
    if not joined and grammar.chrome.isdisjoint(WORD.findall(opening.lower())):
        return False
    items = read(text, at, at + len(opening), grammar.lexicon)
    return grammar.patterns["resolve.chrome"].match(symbols(items)) is not None


def _titles(lines: Sequence[tuple[int, str]], end: int, grammar: Grammar) -> int:
    """Where the titles that end a page begin: at least as many lines as the grammar says."""
    least = grammar.titles
    long = [(at, line) for at, line in lines if len(line.split(None, 3)) == 4]
    last = next((n for n in range(len(long) - 1, -1, -1) if _ended(long[n][1])), len(long))
    behind = long[last + 1 :]
    return behind[0][0] if least is not None and behind and len(behind) >= least else end


def _ended(line: str) -> bool:
    """Whether a line ends as a sentence does."""
    return line.rstrip(" \t").endswith(ENDS)
