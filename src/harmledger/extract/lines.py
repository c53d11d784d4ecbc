"""The sentences of a report that are read: those that hold a word of harm or a source."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, islice, repeat
from typing import NamedTuple

from harmledger.extract.aside import copies
from harmledger.extract.context import Sentence, sentences_of, worth_reading
from harmledger.extract.control import controls
from harmledger.extract.earlier import divided
from harmledger.extract.gate import LATIN, Opening
from harmledger.extract.grammar import Grammar
from harmledger.extract.measure import Mention, mentions
from harmledger.extract.tokens import Stretch, sentences
from harmledger.model import Report

TAIL = 70
"""Code points of a sentence behind one of harm that is read too: it may hold but the place."""
FIRST_BATCHES = (2, 4, 8)
"""Sentences that are read at a time in search of the first that makes a claim; then `BATCH`."""
BATCH = 16
UNASKED = 2
"""Sentences that are read without asking the gate where a text's head names an act: most reports
tell the harm in them, and asking is a tenth of reading."""
FEW = 8
"""Sentences of a page of everyday matters that are read at a time."""


class Line(NamedTuple):
    """A sentence to be read, and the grammar of its language.

    Attributes:
        number: Its place in the list of the report's sentences, from 0.
    """

    number: int
    stretch: Stretch
    grammar: Grammar


class Counted(NamedTuple):
    """A sentence that was read, with every count of harm in it, in the order of the text."""

    read: Sentence
    counts: list[Mention]


def lines_of(report: Report, grammar: Grammar, others: Sequence[Grammar]) -> list[Line]:
    """The report's sentences, cut copies left out."""
    text = report.text
    again = copies(text)
    stretches = [
        stretch
        for stretch in sentences(text, grammar.abbreviations)
        if not any(one.start <= stretch.start < one.end for one in again)
    ]
    return [
        Line(number, one, _grammar_of(text[one.start : one.end], grammar, others))
        for number, one in enumerate(stretches)
    ]


def openings(report: Report, grammar: Grammar, others: Sequence[Grammar]) -> dict[str, Opening]:
    """What opens the gates of the languages that a text may be in, each by its language.

    A language whose gate stays shut is none.
    """
    every = [grammar, *(other for other in others if _written_in(report.text, other))]
    read = [one for one in every if not _everyday(report, one)]
    found = {one.lang: one.gate.openers(report.text) for one in read}
    return {lang: opening for lang, opening in found.items() if opening.words}


def _everyday(report: Report, grammar: Grammar) -> bool:
    """Whether a page is one of everyday matters, and no sentence that seems to count harm does."""
    seeming = grammar.gate.everyday(report.text)
    if seeming is None:
        return False
    for first in range(0, len(seeming), FEW):
        some = list(enumerate(seeming[first : first + FEW]))
        read = sentences_of(report.text, some, grammar, report.published)
        if any(mentions(one, grammar) for one in read):
            return False
    return True


def _written_in(text: str, grammar: Grammar) -> bool:
    """Whether a text holds letters of a language: of one without letters of its own, Latin ones."""
    if grammar.letters is not None and text.isascii():
        return False
    return (grammar.letters or LATIN).search(text) is not None


def opened(
    lines: Sequence[Line], openings: Mapping[str, Opening], report: Report
) -> tuple[dict[int, Counted], bool]:
    """The sentences that open the gate up to the first that makes a claim by itself, and a few
    behind it.

    Returns:
        The sentences by their numbers, and whether one makes a claim.
    """
    read: dict[int, Counted] = {}
    candidates = (line for line in lines if _opens(line, openings, report.text))
    for size in chain(FIRST_BATCHES, repeat(BATCH)):
        some = list(islice(candidates, size))
        read_lines(some, read, report)
        if any(_claims(read[line.number], line.grammar) for line in some):
            return read, True
        if len(some) < size:
            break
    return read, False


def _opens(line: Line, openings: Mapping[str, Opening], text: str) -> bool:
    opening = openings.get(line.grammar.lang)
    if opening is None:
        return False
    if line.number < UNASKED and opening.any:
        return True
    return line.grammar.gate.opens(text[line.stretch.start : line.stretch.end], opening)


def read_lines(lines: Sequence[Line], read: dict[int, Counted], report: Report) -> None:
    """Add to the sentences read, by their numbers, those of lines that are not among them."""
    for grammar in {line.grammar.lang: line.grammar for line in lines}.values():
        own = [
            (line.number, line.stretch)
            for line in lines
            if line.grammar is grammar and line.number not in read
        ]
        found = sentences_of(report.text, own, grammar, report.published)
        more = [divided(one, grammar) for one in found]
        read |= {one.number: Counted(one, mentions(one, grammar)) for one in more}


def _claims(one: Counted, grammar: Grammar) -> bool:
    """Whether a sentence makes a claim by itself."""
    return bool(one.counts) or controls(one.read, grammar)


def worth(lines: Sequence[Line], text: str) -> Iterator[Line]:
    """The lines that hold a word of harm or a source, and short ones behind them."""
    before = False
    for line in lines:
        worth = worth_reading(text, line.stretch, line.grammar)
        if worth or (before and line.stretch.end - line.stretch.start <= TAIL):
            yield line
        before = worth


def _grammar_of(words: str, grammar: Grammar, others: Sequence[Grammar]) -> Grammar:
    """The grammar of the language that a sentence is in, by its letters."""
    if not others:
        return grammar
    if grammar.letters is not None and grammar.letters.search(words) is None:
        return next((one for one in others if one.letters is None), grammar)
    if grammar.letters is None and not words.isascii():
        return next((one for one in others if one.letters and one.letters.search(words)), grammar)
    return grammar
