"""Conditions that schemes name: whether each holds, and the sentence that says so."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from itertools import combinations

from harmledger.grade.dossier import Dossier
from harmledger.grade.name import may_be_same
from harmledger.grade.rules import Rules, admissible, concedes, counts_somebody, own_word
from harmledger.grade.voice import voice
from harmledger.model import Account, Claim, Held, Incident, Measure, PlacePrecision, Status

HARM = frozenset({Measure.KILLED, Measure.INJURED, Measure.CASUALTIES})
NIGHT = timedelta(days=1)
VAGUE_PLACES = frozenset({PlacePrecision.NONE, PlacePrecision.COUNTRY})


@dataclass(frozen=True, slots=True)
class Finding:
    """Whether a condition holds, in a sentence that names sources and counts."""

    holds: bool
    says: str


Condition = Callable[[Incident, Dossier, Rules], Finding]


def belligerent_accepts(incident: Incident, dossier: Dossier, rules: Rules) -> Finding:
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


def only_combatants_harmed(incident: Incident, dossier: Dossier, rules: Rules) -> Finding:
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


def competing_attributions(incident: Incident, dossier: Dossier, rules: Rules) -> Finding:
    """Different reports name different perpetrators, and none names them together."""
    blamed = {one.account_id: _blamed(one, dossier) for one in dossier.accounts}
    names = sorted({name for named in blamed.values() for name in named})
    for one, other in combinations(names, 2):
        apart = not may_be_same(one, other)
        if apart and not any({one, other} <= named for named in blamed.values()):
            tellers = [f"{name} ({_tellers(name, blamed, dossier)})" for name in (one, other)]
            return Finding(True, f"Attributions compete: {' and '.join(tellers)}.")
    if not names:
        return Finding(False, _nobody_named(dossier))
    return Finding(False, f"Attributions do not compete: {', '.join(names)}.")


def two_independent_sources(incident: Incident, dossier: Dossier, rules: Rules) -> Finding:
    """Two or more sources stand on their own, relays counted once."""
    tellers = sorted({dossier.teller(report) for report in incident.reports})
    count = _standing(incident, dossier, rules)
    if count < 2:
        relays = f", carried by {_some(tellers)}" if tellers else ""
        return Finding(False, f"One independent source{relays}.")
    return Finding(True, f"{count} independent sources among {_some(tellers)}.")


def action_likely_or_declared(incident: Incident, dossier: Dossier, rules: Rules) -> Finding:
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


def perpetrator_named(incident: Incident, dossier: Dossier, rules: Rules) -> Finding:
    """Some report names who did it."""
    blamed = {one.account_id: _blamed(one, dossier) for one in dossier.accounts}
    names = sorted({name for named in blamed.values() for name in named})
    if not names:
        return Finding(False, _nobody_named(dossier))
    told = [f"{name} ({_tellers(name, blamed, dossier)})" for name in names]
    return Finding(True, f"A perpetrator is named: {_some(told)}.")


def somebody_killed(incident: Incident, dossier: Dossier, rules: Rules) -> Finding:
    """At least one person is counted as killed."""
    told = [
        told
        for claim, told in _harm(dossier)
        if claim.measure is Measure.KILLED
        and counts_somebody(claim)
        and admissible(claim, incident.perpetrators, rules)
    ]
    if not told:
        return Finding(False, "Nobody is counted as killed.")
    return Finding(True, f"Somebody was killed: {_some(told)}.")


def time_told(incident: Incident, dossier: Dossier, rules: Rules) -> Finding:
    """Some report says when, however closely."""
    if incident.start is None:
        return Finding(False, "No report says when it was.")
    return Finding(True, f"A time is told: {_days(incident)}.")


def day_told(incident: Incident, dossier: Dossier, rules: Rules) -> Finding:
    """The reports say when to the day, or to a night of two days."""
    start, end = incident.start, incident.end or incident.start
    if start is None or end is None:
        return Finding(False, "No report says when it was.")
    if end - start > NIGHT:
        return Finding(False, f"The day is not told closely: {_days(incident)}.")
    return Finding(True, f"The day is told: {_days(incident)}.")


def place_told(incident: Incident, dossier: Dossier, rules: Rules) -> Finding:
    """A place is found that is smaller than a country."""
    place = incident.place
    if place is None:
        return Finding(False, "No report says where it was.")
    if place.precision in VAGUE_PLACES:
        why = (
            "not found in any gazetteer" if place.precision is PlacePrecision.NONE else "a country"
        )
        return Finding(False, f"The place is not told closely: {place.words} ({why}).")
    return Finding(True, f"The place is told: {place.name or place.words} ({place.precision}).")


CONDITIONS: dict[str, Condition] = {
    condition.__name__: condition
    for condition in (
        belligerent_accepts,
        only_combatants_harmed,
        competing_attributions,
        two_independent_sources,
        action_likely_or_declared,
        perpetrator_named,
        somebody_killed,
        time_told,
        day_told,
        place_told,
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


def _standing(incident: Incident, dossier: Dossier, rules: Rules) -> int:
    """How many sources stand on their own, those nobody can name taken for one.

    A report without a publisher is a source of its own as far as the sources in it have names.
    """
    unnamed = [one for one in incident.reports if dossier.publisher(one) is None]
    if rules.unnamed_publisher == "each" or len(unnamed) < 2:
        return incident.independent_sources
    known = {publisher for one in incident.reports if (publisher := dossier.publisher(one))}
    inside = [claim for claim in dossier.claims.values() if claim.report_id in unnamed]
    voices = {whose for claim in inside if (whose := voice(claim, dossier)) is not None}
    return min(incident.independent_sources, len(known) + max(1, len(voices)))


def _nobody_named(dossier: Dossier) -> str:
    """That no account names a perpetrator, and whom their reports name besides."""
    besides = sorted({actor.name for claim in dossier.aside if (actor := claim.perpetrator)})
    more = f" Elsewhere in its reports: {_some(besides)}." if besides else ""
    return f"No count of this incident was read with a perpetrator.{more}"


def _days(incident: Incident) -> str:
    days = (incident.start, incident.end)
    return " to ".join(dict.fromkeys(str(day) for day in days if day is not None))


def _blamed(account: Account, dossier: Dossier) -> frozenset[str]:
    """Whom an account holds to have done it; who only denies it is not blamed."""
    claims = [dossier.claims[one] for one in account.claims if one in dossier.claims]
    named = [claim.perpetrator for claim in claims if claim.perpetrator is not None]
    blamed = {actor.name for actor in named if actor.held is not Held.DENIED}
    denying = {actor.name for actor in named if actor.held is Held.DENIED} - blamed
    return (frozenset(account.perpetrators) | blamed) - denying


def _tellers(name: str, blamed: dict[str, frozenset[str]], dossier: Dossier) -> str:
    telling = [one for one in dossier.accounts if name in blamed[one.account_id]]
    return _some(sorted({dossier.teller(one.report_id) for one in telling}))


def _some(items: list[str], most: int = 3) -> str:
    """The first few, and how many more there are."""
    more = f" and {len(items) - most} more" if len(items) > most else ""
    return f"{'; '.join(items[:most])}{more}"
