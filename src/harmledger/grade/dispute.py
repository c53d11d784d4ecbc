"""Disputed status: the same people, civilians to one source and combatants to another."""

from collections.abc import Container
from itertools import product

from harmledger.grade.dossier import Dossier
from harmledger.grade.rules import Rules, admissible, counts_somebody, own_word
from harmledger.model import Claim, Incident, Measure, Status


def disputed(
    measure: Measure,
    incident: Incident,
    dossier: Dossier,
    rules: Rules,
    gone: Container[str] = frozenset(),
) -> frozenset[str]:
    """Ids of the claims that dispute whether those counted were civilians; mostly empty.

    Two claims dispute where their counts can be of the same people and their sources differ. They
    do not where some account counts both beside each other, nor on the perpetrator's word alone.

    Args:
        gone: Ids of claims that no longer hold.
    """
    if rules.disputed_status != "zero_low" or _told_apart(measure, dossier):
        return frozenset()
    counted = [
        claim
        for claim in dossier.claims.values()
        if claim.measure is measure
        and claim.claim_id not in gone
        and claim.group.part_of is None
        and counts_somebody(claim)
        and admissible(claim, incident.perpetrators, rules)
        and not own_word(claim, incident.perpetrators)
    ]
    civilian = [one for one in counted if one.group.status is Status.CIVILIAN]
    combatant = [one for one in counted if one.group.status is Status.COMBATANT]
    found = [pair for pair in product(civilian, combatant) if _dispute(*pair)]
    return frozenset(one.claim_id for pair in found for one in pair)


def _told_apart(measure: Measure, dossier: Dossier) -> bool:
    """Some account gives a figure of civilians and one of combatants."""
    return any(
        {"civilian", "combatant"} <= {one.group for one in told.figures if one.measure is measure}
        for told in dossier.accounts
    )


def _dispute(one: Claim, other: Claim) -> bool:
    apart = one.report_id != other.report_id or one.source != other.source
    return apart and _meet(one, other)


def _meet(one: Claim, other: Claim) -> bool:
    """The two counts overlap; an end that is not stated bounds nothing."""
    if one.count is None or other.count is None:
        return False
    return not any(
        above.low is not None and below.high is not None and above.low > below.high
        for above, below in ((one.count, other.count), (other.count, one.count))
    )
