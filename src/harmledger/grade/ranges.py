"""An incident's figures: the least to the most that its admissible accounts tell."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import reduce
from operator import add

from harmledger.grade.dispute import disputed
from harmledger.grade.dossier import Dossier
from harmledger.grade.rules import Rules, admissible, least
from harmledger.model import Account, Bound, Figure, Incident, Measure, Range

GROUPS = ("all", "civilian", "combatant", "children", "women", "men")
SIDES = ("civilian", "combatant")


@dataclass(frozen=True, slots=True)
class Count:
    """What one account tells of one measure and group, with the claims it rests on."""

    range: Range
    claims: frozenset[str]


Counts = Mapping[str, Count]


def figures(incident: Incident, dossier: Dossier, rules: Rules) -> tuple[Figure, ...]:
    """Draw every figure that an account supports, in the order of measures and `GROUPS`.

    Combatants stay apart from civilians; "all" is both. An account that tells no whole is taken to
    tell the sum of its parts.
    """
    drawn = []
    for measure in Measure:
        told = [_counts(one, measure, incident, dossier, rules) for one in dossier.accounts]
        fought = any("combatant" in counts for counts in told)
        whole = [_complete(counts, rules, fought=fought) for counts in told]
        dispute = disputed(measure, incident, dossier, rules)
        for group in GROUPS:
            counts = [counts[group] for counts in whole if group in counts]
            if counts:
                figure = _figure(measure, group, counts, rules)
                drawn.append(_zeroed(figure, dispute) if group in SIDES else figure)
    return tuple(drawn)


def _counts(
    account: Account, measure: Measure, incident: Incident, dossier: Dossier, rules: Rules
) -> dict[str, Count]:
    """What the account tells by group, as far as its claims are admissible."""
    found = {}
    for figure in account.figures:
        known = [dossier.claims[one] for one in figure.claims if one in dossier.claims]
        sound = [one for one in known if admissible(one, incident.perpetrators, rules)]
        if figure.measure is measure and (sound or not known):
            found[figure.group] = Count(_valued(figure, dossier, rules), frozenset(figure.claims))
    return found


def _valued(figure: Figure, dossier: Dossier, rules: Rules) -> Range:
    """The figure's range; one that rests on vague words alone takes the scheme's values."""
    known = [dossier.claims[one] for one in figure.claims if one in dossier.claims]
    if not known or any(one.count is None or one.count.bound is not Bound.VAGUE for one in known):
        return figure.range
    lows = [low for one in known if (low := least(one, rules.vague)) is not None]
    return Range(min(lows), None) if lows else figure.range


def _complete(counts: Counts, rules: Rules, *, fought: bool) -> dict[str, Count]:
    """Add what follows from what is told: the whole from its parts, civilians from the whole.

    Args:
        fought: Some account counts combatants, so that nobody is presumed a civilian.
    """
    found = dict(counts)
    whole, civilian, combatant = (counts.get(group) for group in ("all", *SIDES))
    if whole is None:
        parts = [part for part in (civilian, combatant) if part is not None]
        if parts:
            found["all"] = Count(reduce(add, [one.range for one in parts]), _claims(parts))
    elif civilian is None and combatant is not None:
        found["civilian"] = Count(_less(whole.range, combatant.range), _claims((whole, combatant)))
    elif civilian is None and rules.civilians == "presumed" and not fought:
        found["civilian"] = whole
    return found


def _figure(measure: Measure, group: str, counts: list[Count], rules: Rules) -> Figure:
    lows = [(one.range.low, one.claims) for one in counts if one.range.low is not None]
    highs = [(one.range.high, one.claims) for one in counts if one.range.high is not None]
    if rules.open_high == "own_low":
        highs += [
            (one.range.low, one.claims)
            for one in counts
            if one.range.high is None and one.range.low is not None
        ]
    low = min((end for end, _ in lows), default=None)
    high = max((end for end, _ in highs), default=None)
    if low is not None and high is not None and high < low:
        high = None  # "up to 5" beside "at least 12": the greater is open
    return Figure(
        measure=measure,
        group=group,
        low=low,
        high=high,
        claims=tuple(sorted(_claims(counts))),
        low_claims=_at(low, lows),
        high_claims=_at(high, highs),
    )


def _at(end: int | None, ends: Iterable[tuple[int, frozenset[str]]]) -> tuple[str, ...]:
    return tuple(sorted({claim for value, claims in ends if value == end for claim in claims}))


def _zeroed(figure: Figure, dispute: frozenset[str]) -> Figure:
    """With a low end of 0 where the status of those counted is disputed."""
    if not dispute:
        return figure
    return replace(figure, low=0, low_claims=tuple(sorted(dispute)))


def _claims(counts: Iterable[Count]) -> frozenset[str]:
    return frozenset(claim for one in counts for claim in one.claims)


def _less(whole: Range, part: Range) -> Range:
    """The whole without a part; never below 0, an end None where either's is not stated."""
    low = None if whole.low is None or part.high is None else max(0, whole.low - part.high)
    high = None if whole.high is None or part.low is None else max(0, whole.high - part.low)
    return Range(low, high)
