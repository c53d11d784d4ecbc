"""What people decided of a ledger: which decisions hold, and what they change."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from harmledger.items import current
from harmledger.ledger import Entry, Ledger
from harmledger.model import (
    Account,
    Claim,
    Figure,
    Gone,
    Incident,
    Judgement,
    Override,
    Reading,
    Report,
    Retraction,
    SetAside,
)

Told = tuple[Report, Reading]
Decision = Judgement | Override | Retraction
DECISIONS: dict[str, type[Decision]] = {
    "judgement": Judgement,
    "override": Override,
    "retraction": Retraction,
}
STAGE = "judge"
# Reasons why a decision waits for another one.
UNSETTLED = frozenset(
    {"contradicting_judgements", "judgement_without_account", "override_without_incident"}
)


@dataclass(frozen=True, slots=True)
class Decisions:
    """Every decision that holds."""

    judgements: Sequence[Judgement] = ()
    overrides: Sequence[Override] = ()
    retractions: Sequence[Retraction] = ()

    @classmethod
    def of(cls, ledger: Ledger) -> "Decisions":
        """Those of a ledger."""
        return cls(
            current(ledger, Judgement), current(ledger, Override), current(ledger, Retraction)
        )

    def gone(self, what: Gone) -> frozenset[str]:
        """Ids of claims withdrawn, or of reports retracted."""
        return frozenset(one.item for one in self.retractions if one.what is what)

    def of_incident(self, incident_id: str) -> list[Override]:
        """The overrides of one incident."""
        return [one for one in self.overrides if one.incident_id == incident_id]

    def set_aside(self, incidents: Iterable[Incident]) -> Iterator[SetAside]:
        """What the decisions keep back, and the overrides that have nothing to stand for."""
        reasons = {Gone.CLAIM: "claim_withdrawn", Gone.REPORT: "report_retracted"}
        for one in self.retractions:
            yield SetAside(one.item, STAGE, reasons[one.what], said(one))
        there = {one.incident_id for one in incidents}
        for other in self.overrides:
            if other.incident_id not in there:
                why = f"{other.subject}: {said(other)}; decide of the incident that took its place"
                yield SetAside(other.incident_id, STAGE, "override_without_incident", why)


def said(one: Decision) -> str:
    """Who decided, when and why."""
    return f"{one.by} on {one.at:%Y-%m-%d}: {one.because}"


def standing(told: Iterable[Told], made: Decisions) -> list[Told]:
    """What reports tell, without retracted reports and withdrawn claims.

    An account keeps its id, which is that of its first claim, so that judgements on it still hold;
    one that has no claim left is left out.
    """
    reports, claims = made.gone(Gone.REPORT), made.gone(Gone.CLAIM)
    kept = [(report, reading) for report, reading in told if report.report_id not in reports]
    return [(report, _without(reading, claims)) for report, reading in kept] if claims else kept


def _without(reading: Reading, gone: frozenset[str]) -> Reading:
    if not any(claim.claim_id in gone for claim in reading.claims):
        return reading
    left = tuple(claim for claim in reading.claims if claim.claim_id not in gone)
    cut = replace(reading, claims=left)
    accounts = (_account(one, reading, gone) for one in reading.accounts)
    return replace(cut, accounts=tuple(one for one in accounts if one is not None))


def _account(account: Account, reading: Reading, gone: frozenset[str]) -> Account | None:
    """An account without some claims; None where none is left."""
    if not gone.intersection(account.claims):
        return account
    left = [one for one in reading.claims if one.claim_id in set(account.claims) - gone]
    if not left:
        return None
    lost = [one for one in reading.claims if one.claim_id in gone.intersection(account.claims)]
    blamed = {one.perpetrator.name for one in left if one.perpetrator}
    unsaid = {one.perpetrator.name for one in lost if one.perpetrator} - blamed
    means = {one.means for one in left}
    unheld = {one.means for one in lost} - means
    return replace(
        account,
        claims=tuple(one for one in account.claims if one == account.claims[0] or one not in gone),
        perpetrators=tuple(one for one in account.perpetrators if one not in unsaid),
        means=tuple(one for one in account.means if one not in unheld),
        figures=tuple(_figures(account, left, gone)),
    )


def _figures(account: Account, left: Iterable[Claim], gone: frozenset[str]) -> Iterator[Figure]:
    """Figures whose claims are not all gone; one that lost some is what the others add up to."""
    counts = {one.claim_id: one.count.range for one in left if one.count is not None}
    for figure in account.figures:
        ranges = [counts[one] for one in figure.claims if one in counts]
        if not gone.intersection(figure.claims):
            yield figure
        elif ranges:
            ids = tuple(one for one in figure.claims if one not in gone)
            lows, highs = [one.low for one in ranges], [one.high for one in ranges]
            low, high = _sum(lows), _sum(highs)
            yield Figure(figure.measure, figure.group, low, high, ids, ids, ids)


def _sum(ends: Sequence[int | None]) -> int | None:
    """The sum; None where any end is not stated."""
    stated = [end for end in ends if end is not None]
    return sum(stated) if len(stated) == len(ends) else None


def log(ledger: Ledger) -> list[tuple[Entry, bool]]:
    """Every decision ever written, oldest first, with whether it still holds."""
    found = sorted((one for kind in DECISIONS for one in ledger.of_kind(kind)), key=_seq)
    latest = {(one.kind, one.key): one.seq for one in found}
    return [
        (one, one.payload is not None and latest[one.kind, one.key] == one.seq) for one in found
    ]


def _seq(entry: Entry) -> int:
    return entry.seq
