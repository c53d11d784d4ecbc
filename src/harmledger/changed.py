"""What has changed since incidents were last settled: only that is graded again."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from harmledger import __version__
from harmledger.grade import Scheme
from harmledger.ledger import Entry, Ledger
from harmledger.model import Gone, Incident
from harmledger.vocab.code import code
from harmledger.vocab.load import digest

RUN = ("run", "last")
# Written before incidents are: a run that is cut off may leave grades of another scheme behind.
BEGUN = ("settling", "begun")
# What grades, and what a grade passes through before it is kept: its text is part of what made a
# grade, whatever the version says.
CODE = ("grade", "model", "decisions.py", "view.py")


@dataclass(frozen=True, slots=True)
class Changed:
    """What the ledger was told since the last run.

    Attributes:
        everything: Whether no grade holds any more: the scheme, the vocabulary or the code is
            another, or nothing was graded yet.
        reports: Ids of reports that were read anew or retracted.
        claims: Ids of claims that were withdrawn or are back.
        incidents: Ids of incidents that were decided on.
    """

    everything: bool
    reports: frozenset[str] = frozenset()
    claims: frozenset[str] = frozenset()
    incidents: frozenset[str] = frozenset()

    @classmethod
    def since_last_run(cls, ledger: Ledger, scheme: Scheme) -> "Changed":
        """Of a ledger that is to be settled under a scheme."""
        runs = ledger.history(*RUN)
        last = runs[-1].payload if runs else None
        kept = ledger.get("scheme", scheme.name)
        same = kept is not None and kept.get("text") == scheme.text
        if last is None or not same or made_by(scheme).items() - last.items():
            return cls(everything=True)
        ours = begun(scheme)
        # One that another scheme began and never ended may have left its grades.
        since = [one.payload for one in ledger.history(*BEGUN) if one.seq > runs[-1].seq]
        if any(one != ours for one in (ledger.get(*BEGUN), *since)):
            return cls(everything=True)
        return cls.told(ledger.entries(after=runs[-1].seq))

    @classmethod
    def told(cls, entries: Iterable[Entry]) -> "Changed":
        """By entries of the ledger; those that runs write of themselves say nothing."""
        reports: set[str] = set()
        claims: set[str] = set()
        incidents: set[str] = set()
        for entry in entries:
            what, _, item = entry.key.partition(" ")
            if entry.kind in {"report", "reading"}:
                reports.add(entry.key)
            elif entry.kind == "retraction":
                (reports if what == Gone.REPORT else claims).add(item)
            elif entry.kind == "override":
                incidents.add(what)
        return cls(False, frozenset(reports), frozenset(claims), frozenset(incidents))

    def spares(self, fresh: Incident, held: Incident | None) -> bool:
        """Whether an incident as linked now still has the grade and figures that it holds."""
        return (
            not self.everything
            and held is not None
            and fresh.incident_id not in self.incidents
            and self.reports.isdisjoint(fresh.reports)
            and self.claims.isdisjoint((*fresh.claims, *held.claims))
            and (held is fresh or as_linked(held) == as_linked(fresh))
        )

    def parted(
        self, fresh: Sequence[Incident], held: Iterable[Incident]
    ) -> tuple[list[Incident], dict[str, Incident]]:
        """Incidents to be graded, in their order; and those that stay as they are held, by id."""
        before = {one.incident_id: one for one in held}
        stay = {
            one.incident_id: before[one.incident_id]
            for one in fresh
            if self.spares(one, before.get(one.incident_id))
        }
        return [one for one in fresh if one.incident_id not in stay], stay


def made_by(scheme: Scheme) -> dict[str, object]:
    """What a grade depends on beside what is told: a run writes it down."""
    return {
        "version": __version__,
        "code": code(*CODE),
        "vocabulary": digest(),
        "scheme": f"{scheme.name} {scheme.version}",
    }


def begun(scheme: Scheme) -> dict[str, object]:
    """What is written down before incidents are graded under a scheme."""
    return made_by(scheme) | {"scheme_digest": scheme.digest}


def as_linked(one: Incident) -> Incident:
    """The incident without what grading gives it."""
    return replace(one, grade=None, grade_reasons=(), figures=())
