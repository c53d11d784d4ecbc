"""What belligerents themselves concede: shown beside an incident's range, never in its place."""

from dataclasses import dataclass

from harmledger.grade.dossier import Dossier
from harmledger.grade.rules import concedes, own_word
from harmledger.model import Claim, Held, Incident, Measure, Range, ScopeKind


@dataclass(frozen=True, slots=True)
class Concession:
    """The harm that one belligerent says was its own doing.

    Attributes:
        by: The belligerent, as it is named.
        range: From the least to the most that it has said.
        claims: Ids, sorted.
    """

    by: str
    measure: Measure
    range: Range
    claims: tuple[str, ...]


def concessions(incident: Incident, dossier: Dossier) -> tuple[Concession, ...]:
    """What each belligerent concedes, by its name and the measure; empty where none does."""
    found: dict[tuple[str, Measure], list[Claim]] = {}
    for claim in dossier.claims.values():
        if (by := _by(claim, incident)) is not None:
            found.setdefault((by, claim.measure), []).append(claim)
    return tuple(_one(by, measure, found[by, measure]) for by, measure in sorted(found))


def _one(by: str, measure: Measure, told: list[Claim]) -> Concession:
    whole = Range(None, None)
    for claim in told:
        whole = whole | (claim.count.range if claim.count else whole)
    return Concession(by, measure, whole, tuple(sorted(one.claim_id for one in told)))


def _by(claim: Claim, incident: Incident) -> str | None:
    """Who concedes by this claim; None where it is no concession, or only a part of one."""
    if claim.scope.kind is not ScopeKind.INCIDENT or claim.group.part_of is not None:
        return None
    actor = claim.perpetrator
    if not concedes(claim) or (actor is not None and actor.held is Held.DENIED):
        return None
    if actor is not None and (actor.held is Held.CLAIMED or own_word(claim, ())):
        return actor.name
    if actor is None and claim.source is not None and own_word(claim, incident.perpetrators):
        return claim.source.organisation or claim.source.name
    return None
