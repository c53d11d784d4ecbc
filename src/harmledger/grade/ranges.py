"""An incident's figures: what its admissible accounts tell, drawn as the scheme says."""

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import reduce
from operator import add

from harmledger.grade.dispute import disputed
from harmledger.grade.dossier import Dossier
from harmledger.grade.ends import Count, draw
from harmledger.grade.origin import origin
from harmledger.grade.replaced import replaced
from harmledger.grade.rules import (
    RANKS,
    Rules,
    Worth,
    best_worth,
    counts_somebody,
    least,
    of_party,
    worth,
)
from harmledger.model import HOUSEHOLDS, Account, Bound, Figure, Incident, Measure, Range, ScopeKind

GROUPS = ("all", "civilian", "combatant", "children", "women", "men", HOUSEHOLDS)
SIDES = ("civilian", "combatant")
Counts = Mapping[str, Count]


def figures(incident: Incident, dossier: Dossier, rules: Rules) -> tuple[Figure, ...]:
    """Draw every figure that an account supports, in the order of measures and `GROUPS`.

    Combatants stay apart from civilians; "all" is both. An account that tells no whole is taken to
    tell the sum of its parts. Households keep their unit: how many people they are nobody says.
    """
    drawn = []
    gone = replaced(incident, dossier, rules).keys()
    told_of = {one.measure for account in dossier.accounts for one in account.figures}
    told_of |= {claim.measure for claim in dossier.claims.values()}
    for measure in (one for one in Measure if one in told_of):
        told = [_counts(one, measure, incident, dossier, rules, gone) for one in dossier.accounts]
        fought = any("combatant" in counts for counts in told)
        whole = [_complete(counts, rules, fought=fought) for counts in told]
        dispute = disputed(measure, incident, dossier, rules, gone)
        for group in GROUPS:
            counts = [counts[group] for counts in whole if group in counts]
            if counts:
                figure = _figure(measure, group, counts, rules)
                drawn.append(_zeroed(figure, dispute) if group in SIDES else figure)
        people = any(counts.keys() - {HOUSEHOLDS} for counts in whole)
        if not people and (claims := _unheard(measure, dossier)):
            drawn.append(Figure(measure, GROUPS[0], None, None, claims))
    return tuple(sorted(drawn, key=place_of))


def place_of(figure: Figure) -> tuple[int, int]:
    """Where a figure stands among others."""
    return [*Measure].index(figure.measure), GROUPS.index(figure.group)


def _unheard(measure: Measure, dossier: Dossier) -> tuple[str, ...]:
    """Claims that count somebody where no number of people is admitted: harm without a number."""
    return tuple(
        sorted(
            claim.claim_id
            for claim in dossier.claims.values()
            if claim.measure is measure
            and counts_somebody(claim)
            and claim.scope.kind is ScopeKind.INCIDENT
        )
    )


def _counts(
    account: Account,
    measure: Measure,
    incident: Incident,
    dossier: Dossier,
    rules: Rules,
    gone: Container[str],
) -> dict[str, Count]:
    """What the account tells by group, as far as its claims are worth anything and still hold."""
    found = {}
    teller = origin(account, incident, dossier)
    for figure in (one for one in account.figures if one.measure is measure):
        known = [dossier.claims[one] for one in figure.claims if one in dossier.claims]
        holding = [one for one in known if one.claim_id not in gone]
        homes = figure.group == HOUSEHOLDS
        good = best_worth(
            worth(one, incident.perpetrators, rules, households=homes) for one in holding
        )
        # Figures without claims are told by hand; they count as they are.
        good = good if known else Worth.COUNTS
        if good is not Worth.NEVER:
            ends = _valued(figure, dossier, rules)
            party = bool(known) and rules.own_word != "all" and all(map(of_party, holding))
            found[figure.group] = Count(ends, frozenset(figure.claims), good, teller, party)
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
            found["all"] = _made(reduce(add, [one.range for one in parts]), parts)
    elif civilian is None and combatant is not None:
        left = _less(whole.range, combatant.range)
        # That some were fighters is one side's word alone: they may all have been civilians.
        left = Range(left.low, whole.range.high) if combatant.party else left
        found["civilian"] = _made(left, (whole, combatant))
    elif civilian is None and rules.civilians == "presumed" and not fought:
        found["civilian"] = whole
    return found


def _made(ends: Range, parts: Sequence[Count]) -> Count:
    """A count that follows from others is worth as much as the least of them."""
    least_worth = max((one.worth for one in parts), key=RANKS.index)
    return Count(ends, _claims(parts), least_worth, parts[0].teller)


def _figure(measure: Measure, group: str, counts: list[Count], rules: Rules) -> Figure:
    drawn = draw(counts, rules.range, own_low=rules.open_high == "own_low")
    return Figure(
        measure=measure,
        group=group,
        low=drawn.low,
        high=drawn.high,
        claims=tuple(sorted(_claims(counts))),
        low_claims=tuple(sorted(drawn.low_claims)),
        high_claims=tuple(sorted(drawn.high_claims)),
        best=drawn.best,
        best_claims=tuple(sorted(drawn.best_claims)),
    )


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
