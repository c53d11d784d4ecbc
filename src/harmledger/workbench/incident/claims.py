"""The claims of an incident, each with its report and the sentence that carries it."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from harmledger.model import Claim, Figure, Incident, Measure, People, Reading, Report, Unit
from harmledger.workbench.highlight import sentence
from harmledger.workbench.words import speaker

UNKNOWN = "unknown publisher"


@dataclass(frozen=True, slots=True)
class Told:
    """A claim as its page shows it.

    Attributes:
        before: The sentence up to the evidence.
        quote: The evidence: up to the words of the count, they, what follows. They are ""
            where they do not stand in it exactly once.
        after: The sentence from the evidence on.
        sets: Which ends of the incident's headline ranges it sets ("low end of killed").
    """

    claim: Claim
    report: Report
    before: str
    quote: tuple[str, str, str]
    after: str
    sets: tuple[str, ...]

    @property
    def publisher(self) -> str:
        """Who carries it."""
        return self.report.publisher or UNKNOWN

    @property
    def voice(self) -> tuple[str, str]:
        """Publisher and source: whose word it is."""
        return self.publisher, speaker(self.claim.source)


@dataclass(frozen=True, slots=True)
class Voice:
    """One source as one publisher carries it, with its claims in the order of the reports."""

    publisher: str
    told: tuple[Told, ...]


def told(
    incident: Incident, reports: Mapping[str, Report], readings: Iterable[Reading]
) -> list[Told]:
    """The incident's claims whose report is at hand, by report and in the order of the text."""
    wanted = set(incident.claims)
    claims = [
        claim
        for reading in readings
        for claim in reading.claims
        if claim.claim_id in wanted and claim.report_id in reports
    ]
    claims.sort(key=lambda claim: (claim.report_id, claim.evidence.start, claim.claim_id))
    return [_told(claim, reports[claim.report_id], incident) for claim in claims]


def voices(claims: Iterable[Told]) -> list[Voice]:
    """The claims by publisher and source, publishers in alphabetical order."""
    by_voice = sorted(claims, key=lambda each: each.voice)
    groups = groupby(by_voice, key=lambda each: each.voice)
    return [Voice(voice[0], tuple(group)) for voice, group in groups]


def _told(claim: Claim, report: Report, incident: Incident) -> Told:
    before, quote, after = sentence(report.text, claim.evidence.start, claim.evidence.end)
    words = "" if claim.count is None else claim.count.words
    return Told(claim, report, before, _parted(quote, words), after, tuple(_sets(claim, incident)))


def _parted(quote: str, words: str) -> tuple[str, str, str]:
    found = [*re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", quote)] if words else []
    if len(found) != 1:
        return quote, "", ""
    return quote[: found[0].start()], found[0][0], quote[found[0].end() :]


def _sets(claim: Claim, incident: Incident) -> Iterable[str]:
    """The ends that a claim sets; those of a part only where it does not set the whole's."""
    whole: set[str] = set()
    for figure in sorted(incident.figures, key=lambda each: each.group != "all"):
        ends = _ends(claim.claim_id, figure)
        measure = figure.measure.replace("_", " ")
        if figure.group == "all" and ends:
            whole.add(measure)
            yield f"{ends} of {measure}"
        elif ends and measure not in whole:
            yield f"{ends} of {measure}, {figure.group}"


def _ends(claim_id: str, figure: Figure) -> str:
    low, high = claim_id in figure.low_claims, claim_id in figure.high_claims
    return "both ends" if low and high else "low end" if low else "high end" if high else ""


def counts(claims: Iterable[Told], measure: Measure) -> list[Told]:
    """The claims that count all of one measure: none that lies inside another, oldest first."""
    whole = [
        each
        for each in claims
        if each.claim.measure is measure
        and each.claim.count is not None
        and each.claim.group.part_of is None
        and each.claim.group.people is People.ALL
        and each.claim.group.unit is not Unit.HOUSEHOLDS
    ]
    return sorted(whole, key=lambda each: (each.report.published or date.max, each.publisher))
