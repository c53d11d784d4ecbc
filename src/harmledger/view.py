"""A ledger seen under a scheme: the same incidents, graded and added up by other rules."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from harmledger.decisions import Decisions, Told, standing
from harmledger.grade import (
    Concession,
    Scheme,
    Total,
    concessions,
    dossiers,
    load_scheme,
    overridden,
    read_scheme,
    scheme_names,
    totals,
)
from harmledger.items import current
from harmledger.ledger import Ledger
from harmledger.model import Incident, LedgerError, Reading, Report, SetAside
from harmledger.pipeline import graded, paired
from harmledger.timely import aside, late, without
from harmledger.vocab.load import digest

DEFAULT = "airwars"


@dataclass(frozen=True)
class View:
    """What a ledger tells, under one scheme.

    Attributes:
        incidents: Graded, people's decisions applied; by id.
        told: Reports and readings that can have been published by the last run.
        late: Ids of accounts that it set aside as telling of a day to come.
        seq: Number of the entry up to which the ledger was read.
        head: Its hash: who has the same head has the same ledger.
    """

    scheme: Scheme
    incidents: Sequence[Incident]
    told: Sequence[Told]
    late: frozenset[str]
    seq: int
    head: str

    @cached_property
    def happened(self) -> Sequence[Told]:
        """What is told, without the accounts that the last run set aside as too late."""
        return without(self.told, self.late)

    @cached_property
    def conceded(self) -> Mapping[str, Sequence[Concession]]:
        """By incident id, what belligerents concede."""
        return conceded(self.incidents, self.told)

    def totals(self, incidents: Iterable[Incident] | None = None, *, by: str = "") -> list[Total]:
        """Totals over the incidents, or over some of them."""
        chosen = self.incidents if incidents is None else incidents
        return totals(chosen, self.scheme, by=by, conceded=self.conceded)

    @property
    def ledger(self) -> str:
        """Number and hash of the entry up to which the ledger was read."""
        return f"{self.seq} {self.head}"

    @property
    def stamp(self) -> dict[str, object]:
        """What has to stand beside every number of it."""
        return {
            "scheme": self.scheme.name,
            "scheme_version": self.scheme.version,
            "scheme_digest": self.scheme.digest,
            "vocabulary": digest(),
            "ledger_entries": self.seq,
            "ledger_head": self.head,
        }


def view(ledger: Ledger, scheme: Scheme) -> View:
    """See a ledger under a scheme; writes nothing.

    The incidents are those of the last run: which reports tell of one is no matter of a scheme.
    """
    seq, head = ledger.head()
    made = Decisions.of(ledger)
    notes = current(ledger, SetAside)
    future = aside(notes)
    reports = [one for one in current(ledger, Report) if one.report_id not in future]
    told = standing(paired(reports, current(ledger, Reading)), made)
    incidents = current(ledger, Incident)
    return View(
        scheme=scheme,
        incidents=decided(graded(incidents, told, scheme), told, scheme, made),
        told=told,
        late=late(notes),
        seq=seq,
        head=head,
    )


def decided(
    incidents: Iterable[Incident], told: Sequence[Told], scheme: Scheme, made: Decisions
) -> list[Incident]:
    """Graded incidents with people's overrides in place, and without claims that are gone."""
    there = {claim.claim_id for _, reading in told for claim in reading.claims}
    return [
        overridden(
            replace(one, claims=tuple(claim for claim in one.claims if claim in there)),
            made.of_incident(one.incident_id),
            scheme,
        )
        for one in incidents
    ]


def conceded(
    incidents: Sequence[Incident], told: Sequence[Told]
) -> dict[str, Sequence[Concession]]:
    """By incident id, what belligerents concede; incidents of which none does are left out."""
    files = zip(incidents, dossiers(incidents, told), strict=True)
    found = {one.incident_id: concessions(one, file) for one, file in files}
    return {key: own for key, own in found.items() if own}


def last_scheme(ledger: Ledger) -> Scheme:
    """The scheme of the last run, a project's own one as the ledger keeps it.

    Raises:
        LedgerError: The ledger names a scheme that it does not keep.
        VocabularyError: What it keeps is no scheme for this version of harmledger.
    """
    run = ledger.get("run", "last") or {}
    # A run writes the scheme's name and version: "airwars 1".
    name = str(run.get("scheme", DEFAULT)).rpartition(" ")[0] or DEFAULT
    return kept_scheme(ledger, name)


def kept_scheme(ledger: Ledger, name: str) -> Scheme:
    """A scheme that ships, a file of one's own, or one that the ledger keeps, by its name.

    Raises:
        LedgerError: There is none of the name.
        VocabularyError: It is no scheme for this version of harmledger.
    """
    if name in scheme_names() or name.endswith((".yml", ".yaml")):
        return load_scheme(name)
    found = ledger.get("scheme", name)
    if found is None:
        known = sorted({*scheme_names(), *ledger.keys("scheme")})
        raise LedgerError(
            f"no scheme {name!r}; known are {', '.join(known)}; "
            "a file of your own is given by its path, which ends in .yml"
        )
    return read_scheme(name, str(found.get("text", "")), f"ledger: scheme {name}")
