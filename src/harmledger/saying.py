"""Decisions in words, by the names that people know: publishers, reports and codes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from harmledger.decisions import DECISIONS, Decision, log
from harmledger.ledger import Entry, Ledger
from harmledger.model import Gone, Judgement, Override, Range, Report, Verdict, report_of
from harmledger.model.codec import load
from harmledger.relays import teller

VERDICTS = {
    Verdict.SAME: "same incident",
    Verdict.NOT_SAME: "not the same incident",
    Verdict.UNSURE: "unsure",
}
GONE = {Gone.CLAIM: "withdrawn", Gone.REPORT: "retracted"}


@dataclass(frozen=True, slots=True)
class Past:
    """One entry of the log.

    Attributes:
        holds: Whether it still counts; an undoing never does.
        made: None for an undoing.
        said: What was decided, of what.
        by: Who decided; of an undoing it stands in `because`, as "who: why".
    """

    entry: Entry
    holds: bool
    made: Decision | None
    said: str
    by: str
    because: str


def past(ledger: Ledger) -> list[Past]:
    """Every decision that was ever made or undone, in words, oldest first."""
    found = [(entry, holds, _made(entry)) for entry, holds in log(ledger)]
    names = _Names.of(ledger, [made for _, _, made in found if made is not None])
    told, last = [], dict[tuple[str, str], int]()
    for entry, holds, made in found:
        item = entry.kind, entry.key
        if made is None:
            said, by, why = f"takes back {last[item]}", "", entry.because or ""
            by, _, why = why.partition(": ")
        else:
            said, by, why, last[item] = names.said(made), made.by, made.because, entry.seq
        told.append(Past(entry, holds, made, said, by, why))
    return told


def _made(entry: Entry) -> Decision | None:
    return None if entry.payload is None else load(DECISIONS[entry.kind], entry.payload)


@dataclass(frozen=True, slots=True)
class _Names:
    """What decisions are about.

    Attributes:
        reports: By id.
        codes: Of incidents, by id.
    """

    reports: Mapping[str, Report]
    codes: Mapping[str, str]

    @classmethod
    def of(cls, ledger: Ledger, made: Iterable[Decision]) -> "_Names":
        judged = [one for one in made if isinstance(one, Judgement)]
        by_hand = {one.incident_id for one in made if isinstance(one, Override)}
        told = {report_of(account) for one in judged for account in (one.left, one.right)}
        reports, incidents = ledger.pick("report", told), ledger.pick("incident", by_hand)
        return cls(
            {key: load(Report, payload) for key, payload in reports.items()},
            {key: str(payload["code"]) for key, payload in incidents.items()},
        )

    def said(self, made: Decision) -> str:
        if isinstance(made, Judgement):
            return f"{VERDICTS[made.verdict]}: {' and '.join(self._sides(made))}"
        if isinstance(made, Override):
            return f"{self.codes.get(made.incident_id, made.incident_id)}: {_by_hand(made)}"
        return f"{made.what} {made.item} {GONE[made.what]}"

    def _sides(self, made: Judgement) -> list[str]:
        """Publishers with their reports' ids; two accounts of one report by their own ids."""
        sides = [made.left, made.right]
        reports = [report_of(account) for account in sides]
        ids = sides if len({*reports}) == 1 else reports
        tellers = [teller(account, self.reports) for account in sides]
        return [
            one if one == key else f"{one} ({key})" for one, key in zip(tellers, ids, strict=True)
        ]


def _by_hand(made: Override) -> str:
    if made.grade is not None:
        return f"graded {made.grade.replace('_', ' ')}"
    return f"{made.subject.replace(':', ', ')} {Range(made.low, made.high)}"
