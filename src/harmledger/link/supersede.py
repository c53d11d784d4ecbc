"""Supersession: the same teller gives the same toll anew, up or down, at a later day."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from harmledger.link.independence import ANYBODY, Teller
from harmledger.link.words import plain_words
from harmledger.model import Certainty, Claim, Polarity, Range, ScopeKind, SourceKind, Supersession

Voice = tuple[object, ...]
Told = list[tuple[date, Claim]]
PASSED_OVER = frozenset({Certainty.FEARED, Certainty.ALLEGED})


def supersessions(tellers: Sequence[Teller]) -> tuple[Supersession, ...]:
    """Tolls of one incident that their own teller gave anew, earliest first.

    A teller is a named source, or the publisher where it speaks in its own voice; a doctor of one
    publisher is not that of another. Only counts of one measure and group are compared, never a
    part with a whole. A toll counts from the day that it was first published: who repeats an old
    one revives nothing. Only a later day's replaces an earlier one's, and only where that day has
    one toll alone: on one day two reports may have been written in either order. Does not depend on
    the order.
    """
    series: dict[Voice, Told] = defaultdict(list)
    for teller in tellers:
        day = teller.item.report.published
        for claim in teller.claims if day is not None else ():
            voice = _voice(claim, teller)
            if voice is not None and day is not None:
                series[voice].append((day, claim))
    found = [one for told in series.values() for one in _renewed(told)]
    return tuple(one for _, one in sorted(found, key=lambda each: (each[0], each[1].old)))


def _renewed(told: Told) -> Iterator[tuple[tuple[date, str], Supersession]]:
    """Each with the day that it was given anew, and what it says."""
    first: dict[Range, date] = {}
    by_toll: dict[Range, set[str]] = defaultdict(set)
    for day, claim in told:
        toll = _toll(claim)
        first[toll] = min(day, first.get(toll, day))
        by_toll[toll].add(claim.claim_id)
    by_day: dict[date, list[Range]] = defaultdict(list)
    for toll, day in first.items():
        by_day[day].append(toll)
    # What was first told on a day of several tolls is replaced, and replaces nothing itself.
    alone = [day for day in sorted(by_day) if len(by_day[day]) == 1]
    measure = told[0][1].measure.replace("_", " ")
    for early, late in pairwise([date.min, *alone]):
        (new,) = by_day[late]
        for day in (day for day in by_day if early <= day < late):
            for old in by_day[day]:
                says = f"{measure}: {old} on {day.isoformat()}, {new} on {late.isoformat()}"
                yield (late, says), Supersession(_ids(by_toll[old]), _ids(by_toll[new]), says)


def _toll(claim: Claim) -> Range:
    return Range(None, None) if claim.count is None else claim.count.range


def _ids(claims: set[str]) -> tuple[str, ...]:
    return tuple(sorted(claims))


def _voice(claim: Claim, teller: Teller) -> Voice | None:
    """Who gives the toll, and of whom; None where it is no toll or could be anybody's."""
    if (
        _toll(claim) == Range(None, None)
        or claim.polarity is Polarity.DENIED
        or claim.certainty in PASSED_OVER
        or claim.scope.kind is not ScopeKind.INCIDENT
        or claim.group.part_of is not None
    ):
        return None
    group = claim.measure, claim.group.status, claim.group.people, claim.group.unit
    source = claim.source
    if source is None:
        return ("publisher", teller.publisher, *group) if teller.publisher else None
    name = frozenset(plain_words(source.organisation or source.name))
    if source.kind in ANYBODY or not name:
        return None
    where = teller.publisher if source.kind is SourceKind.MEDICAL else None
    return ("source", name, where, *group)
