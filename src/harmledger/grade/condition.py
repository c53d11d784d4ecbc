"""Conditions that schemes name: whether each holds, and the sentence that says so."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import combinations

from harmledger.grade.dossier import Dossier
from harmledger.grade.name import may_be_same
from harmledger.grade.rules import concedes, counts_somebody, own_word
from harmledger.model import Account, Claim, Held, Incident, Measure, Status

HARM = frozenset({Measure.KILLED, Measure.INJURED, Measure.CASUALTIES})


@dataclass(frozen=True, slots=True)
class Finding:
    """Whether a condition holds, in a sentence that names sources and counts."""

    holds: bool
    says: str


Condition = Callable[[Incident, Dossier], Finding]


def belligerent_accepts(incident: Incident, dossier: Dossier) -> Finding:
    """A named belligerent accepts responsibility for harm to others than combatants.

    It claims the action, or counts the harm in its own words as its own doing. That it counts the
    dead without saying whose doing they are accepts nothing.
    """
    accepted = {
        f"{claim.perpetrator.name} accepts responsibility ({told})"
        for claim, told in _harm(dossier)
        if claim.perpetrator is not None and concedes(claim) and _accepts(claim)
    }
    if not accepted:
        return Finding(False, "No belligerent accepts responsibility.")
    return Finding(True, f"{'; '.join(sorted(accepted))}.")


def only_combatants_harmed(incident: Incident, dossier: Dossier) -> Finding:
    """Every count is of combatants, and not on the perpetrator's word alone."""
    counted = [(claim, told) for claim, told in _harm(dossier) if counts_somebody(claim)]
    if not counted:
        return Finding(False, "Nobody is counted as killed or injured.")
    others = [told for claim, told in counted if claim.group.status is not Status.COMBATANT]
    if others:
        return Finding(False, f"Not only combatants were harmed: {_some(others)}.")
    proof = [told for claim, told in counted if not own_word(claim, incident.perpetrators)]
    if not proof:
        return Finding(False, "That only combatants were harmed is the perpetrator's word alone.")
    return Finding(True, f"Only combatants are counted: {_some(proof)}.")


def competing_attributions(incident: Incident, dossier: Dossier) -> Finding:
    """Different reports name different perpetrators, and none names them together."""
    blamed = {one.account_id: _blamed(one, dossier) for one in dossier.accounts}
    names = sorted({name for named in blamed.values() for name in named})
    for one, other in combinations(names, 2):
        apart = not may_be_same(one, other)
        if apart and not any({one, other} <= named for named in blamed.values()):
            tellers = [f"{name} ({_tellers(name, blamed, dossier)})" for name in (one, other)]
            return Finding(True, f"Attributions compete: {' and '.join(tellers)}.")
    if not names:
        return Finding(False, "No report names a perpetrator.")
    return Finding(False, f"Attributions do not compete: {', '.join(names)}.")


def two_independent_sources(incident: Incident, dossier: Dossier) -> Finding:
    """Two or more sources stand on their own, relays counted once."""
    tellers = sorted({dossier.teller(report) for report in incident.reports})
    count = incident.independent_sources
    if count < 2:
        relays = f", carried by {_some(tellers)}" if tellers else ""
        return Finding(False, f"One independent source{relays}.")
    return Finding(True, f"{count} independent sources among {_some(tellers)}.")


def action_likely_or_declared(incident: Incident, dossier: Dossier) -> Finding:
    """Some report says what did the harm or who."""
    telling = [
        dossier.teller(one.report_id)
        for one in dossier.accounts
        if one.means or _blamed(one, dossier)
    ]
    if not telling:
        return Finding(False, "No report says what did the harm or who.")
    what = ", ".join((*(code.replace("_", " ") for code in incident.means), *incident.perpetrators))
    return Finding(True, f"An action is told ({what}): {_some(sorted(set(telling)))}.")


CONDITIONS: dict[str, Condition] = {
    condition.__name__: condition
    for condition in (
        belligerent_accepts,
        only_combatants_harmed,
        competing_attributions,
        two_independent_sources,
        action_likely_or_declared,
    )
}


def _harm(dossier: Dossier) -> Iterator[tuple[Claim, str]]:
    """Each claim of people harmed, with who tells it and the words of its count."""
    for claim in dossier.claims.values():
        if claim.measure in HARM:
            source = f"{claim.source.name} in " if claim.source else ""
            count = f", {claim.count.range} {claim.measure}" if claim.count else ""
            yield claim, f"{source}{dossier.teller(claim.report_id)}{count}"


def _accepts(claim: Claim) -> bool:
    perpetrator = claim.perpetrator
    if perpetrator is None or perpetrator.held is Held.DENIED:
        return False
    return perpetrator.held is Held.CLAIMED or own_word(claim, ())


def _blamed(account: Account, dossier: Dossier) -> frozenset[str]:
    """Whom an account holds to have done it, denials apart."""
    claims = [dossier.claims[one] for one in account.claims if one in dossier.claims]
    named = [claim.perpetrator for claim in claims if claim.perpetrator is not None]
    return frozenset(account.perpetrators) | {
        actor.name for actor in named if actor.held is not Held.DENIED
    }


def _tellers(name: str, blamed: dict[str, frozenset[str]], dossier: Dossier) -> str:
    telling = [one for one in dossier.accounts if name in blamed[one.account_id]]
    return _some(sorted({dossier.teller(one.report_id) for one in telling}))


def _some(items: list[str], most: int = 3) -> str:
    """The first few, and how many more there are."""
    more = f" and {len(items) - most} more" if len(items) > most else ""
    return f"{'; '.join(items[:most])}{more}"
