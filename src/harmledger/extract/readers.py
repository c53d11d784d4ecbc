"""Readers, and the room's door: whoever reads must quote the report."""

from dataclasses import dataclass
from typing import Protocol

from harmledger.extract.again import settled
from harmledger.extract.grammar import grammar, languages
from harmledger.extract.mojibake import mended, requoted
from harmledger.extract.reader import Found, found_in
from harmledger.extract.resolve import accounts
from harmledger.model import Claim, Reading, Report, SetAside
from harmledger.vocab.load import digest


class Reader(Protocol):
    """Anything that turns a report into claims; each must quote the report."""

    def languages(self) -> tuple[str, ...]:
        """ISO 639-1 codes of what it reads."""
        ...

    def read(self, report: Report) -> Found:
        """What one report tells."""
        ...


@dataclass(frozen=True, slots=True)
class GrammarReader:
    """Reads by the grammars of `vocab/grammars/`."""

    langs: tuple[str, ...]

    def languages(self) -> tuple[str, ...]:
        """ISO 639-1 codes of what it reads."""
        return self.langs

    def read(self, report: Report) -> Found:
        """What one report tells."""
        others = [grammar(lang) for lang in self.langs if lang != report.lang]
        whole = mended(report)
        found = found_in(whole, grammar(report.lang), others)
        return found if whole is report else requoted(found, report)


def readers() -> Reader:
    """The default reader, with every grammar loaded.

    Raises:
        VocabularyError: A grammar is wrong.
    """
    langs = languages()
    for lang in langs:
        grammar(lang)
    return GrammarReader(langs)


def extract(report: Report, reader: Reader) -> Reading | SetAside:
    """Read every claim in one report, and the incidents that it tells of.

    Pure: the same report and reader give the same reading.

    Returns:
        The reading, or why there is none: no grammar for its language.

    Raises:
        ValueError: A reader gave a claim whose evidence does not quote the report.
    """
    if report.lang not in reader.languages():
        detail = f"{report.origin}: no grammar reads language {report.lang!r}"
        return SetAside(report.report_id, "extract", "no_grammar", detail)
    told = reader.read(report)
    found = settled(told.claims, told.scenes)
    for claim in found:
        _checked(claim, report)
    told_of = accounts(found, report, told.asides, told.marks, told.scenes)
    return Reading(
        report.report_id, tuple(found), told_of, digest(), place=told.place, time=told.time
    )


def _checked(claim: Claim, report: Report) -> None:
    """The evidence rule: the span quotes the text and holds the words of the count."""
    evidence = claim.evidence
    if report.text[evidence.start : evidence.end] != evidence.quote:
        raise ValueError(f"{report.report_id}: evidence does not quote the report: {evidence}")
    if claim.count is not None and claim.count.words not in evidence.quote:
        raise ValueError(f"{report.report_id}: evidence lacks its count: {claim.count.words!r}")
