"""What a report's text holds besides its own event: cut copies, other events, the page's links."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from harmledger.extract.context import Sentence
from harmledger.extract.grammar import Grammar
from harmledger.extract.item import read, symbols
from harmledger.extract.tokens import Stretch

CUT = re.compile(r"^.{40,}(?:\.\.\.|…)[ \t]*$", re.MULTILINE)
"""A line that breaks off."""
MANY = 60
"""Lines of one page that may be previews; each is looked for in the whole text."""
SAME = 24
"""Code points at the end of a cut copy that must come again for it to be one."""
OPENING = 60
"""Code points at the start of a sentence or line that tell what it is."""
ENDED = re.compile(r"[.؟?!:»”\")\]][ \t]*$")
LINE = re.compile(r"[^\n]*\S[^\n]*")


def copies(text: str) -> tuple[Stretch, ...]:
    """Lines that break off and stand again, whole, further down: scraped pages' previews."""
    found = []
    for match in islice(CUT.finditer(text), MANY):
        end = match[0].rstrip().rstrip(".…").rstrip()[-SAME:]
        if text.find(end, match.end()) != -1:
            found.append(Stretch(match.start(), match.end()))
    return tuple(found)


def asides(text: str, told: Sequence[Sentence], grammar: Grammar) -> tuple[Stretch, ...]:
    """Stretches that tell of something else than the report's event, in order.

    Args:
        told: The report's sentences that were read, in order.
    """
    links = _links(text, told, grammar)
    return (*_others(told, grammar), Stretch(links, len(text)))


def _others(told: Sequence[Sentence], grammar: Grammar) -> Iterator[Stretch]:
    """Sentences whose first words open another event."""
    pattern = grammar.patterns.get("resolve.aside")
    if pattern is None:
        return
    for one in told:
        if pattern.match(symbols(one.words)) is not None:
            yield Stretch(one.start, one.end)


def _links(text: str, told: Sequence[Sentence], grammar: Grammar) -> int:
    """Where the page's own links begin, behind a sentence that was read; the end where nowhere.

    They begin at a line that says so, or where the last lines of a page are titles: none of
    them ends as a sentence does.
    """
    if not told:
        return len(text)
    starts = [match.start() for match in LINE.finditer(text) if match.start() >= told[0].end]
    chrome = (at for at in starts if _opens(text, at, grammar))
    return min(next(chrome, len(text)), _titles(text, grammar))


def _opens(text: str, at: int, grammar: Grammar) -> bool:
    end = text.find("\n", at)
    end = min(len(text) if end < 0 else end, at + OPENING)
    items = read(text, at, end, grammar.lexicon)
    return grammar.patterns["resolve.chrome"].match(symbols(items)) is not None


def _titles(text: str, grammar: Grammar) -> int:
    """Where the titles that end a page begin: at least as many lines as the grammar says."""
    least = grammar.titles
    lines = [match for match in LINE.finditer(text) if len(match[0].split()) >= 4]
    ends = [number for number, line in enumerate(lines) if ENDED.search(line[0])]
    behind = lines[ends[-1] + 1 :] if ends else []
    return behind[0].start() if least is not None and len(behind) >= least else len(text)
