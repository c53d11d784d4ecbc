"""The sentences of a report that are read: those that hold a word of harm or a source."""

import re
from collections.abc import Iterator, Sequence, Set
from typing import NamedTuple

from harmledger.extract.aside import copies
from harmledger.extract.context import Sentence, sentence, worth_reading
from harmledger.extract.grammar import Grammar
from harmledger.extract.measure import mentions
from harmledger.extract.tokens import Stretch, sentences
from harmledger.model import Report

TAIL = 70
"""Code points of a sentence behind one of harm that is read too: it may hold but the place."""
HEAD = 300
"""Code points of a text that tell for most whether it is worth reading."""
LATIN = re.compile(r"[A-Za-z]")


class Line(NamedTuple):
    """A sentence to be read, and the grammar of its language.

    Attributes:
        number: Its place in the list of the report's sentences, from 0.
    """

    number: int
    stretch: Stretch
    grammar: Grammar


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


def openers(text: str, grammar: Grammar, others: Sequence[Grammar]) -> set[str] | None:
    """The words of a text that open the gate of a language that it may be in.

    None where its head opens it already: then no word is left out.
    """
    if grammar.gate.openers(text[:HEAD]):
        return None
    found = grammar.gate.openers(text)
    for other in others:
        if _written_in(text, other):
            found |= other.gate.openers(text)
    return found


def _written_in(text: str, grammar: Grammar) -> bool:
    """Whether a text holds letters of a language: of one without letters of its own, Latin ones."""
    if grammar.letters is not None and text.isascii():
        return False
    return (grammar.letters or LATIN).search(text) is not None


def opened(
    lines: Sequence[Line], openers: Set[str] | None, report: Report
) -> tuple[dict[int, Sentence], bool]:
    """The sentences that open the gate up to the first that makes a claim by itself.

    Returns:
        The sentences by their numbers, and whether one makes a claim.
    """
    read: dict[int, Sentence] = {}
    for line in lines:
        text = report.text[line.stretch.start : line.stretch.end]
        gate = line.grammar.gate
        if (openers is None or gate.may_open(text, openers)) and gate.opens(text):
            read[line.number] = read_line(line, report)
            if _counts(read[line.number], line.grammar):
                return read, True
    return read, False


def read_line(line: Line, report: Report) -> Sentence:
    """The sentence, read through every level of the cascade."""
    return sentence(report.text, line.stretch, line.number, line.grammar, report.published)


def _counts(read: Sentence, grammar: Grammar) -> bool:
    """Whether a sentence makes a claim by itself."""
    rules = grammar.rules["measures.control"].of(read.awake)
    return bool(mentions(read, grammar)) or any(rule.pattern.search(read.string) for rule in rules)


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
