"""Supersession: the same teller gives the same toll anew, up or down, at a later day."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from harmledger.link.independence import ANYBODY, Teller
from harmledger.link.words import plain_words
from harmledger.model import Certainty, Claim, Measure, Polarity, ScopeKind, Supersession

Voice = tuple[frozenset[str], Measure, str, str]
Told = list[tuple[date, Claim]]
PASSED_OVER = frozenset({Certainty.FEARED, Certainty.ALLEGED})


def supersessions(tellers: Sequence[Teller]) -> tuple[Supersession, ...]:
    """Tolls of one incident that their own teller gave anew, earliest first.

    A teller is a named source, or the publisher where it speaks in its own voice. Only counts of
    one measure and group are compared, and only a later day's replaces an earlier one's: on one
    day two reports may have been written in either order. Does not depend on the order.
    """
    series: dict[Voice, Told] = defaultdict(list)
    for teller in tellers:
        day = teller.item.report.published
        for claim in teller.claims if day is not None else ():
            for voice in _voices(claim, teller):
                if day is not None:
                    series[voice].append((day, claim))
    found = [one for told in series.values() for one in _renewed(told)]
    return tuple(sorted(set(found), key=lambda one: (one.says, one.old, one.new)))


def _renewed(told: Told) -> Iterator[Supersession]:
    by_day: dict[date, list[Claim]] = defaultdict(list)
    for day, claim in told:
        by_day[day].append(claim)
    for early, late in pairwise(sorted(by_day)):
        old, new = by_day[early], by_day[late]
        before, after = _toll(old), _toll(new)
        if before is not None and after is not None and before != after:
            says = (
                f"{new[0].measure}: {before} on {early.isoformat()}, {after} on {late.isoformat()}"
            )
            yield Supersession(_ids(old), _ids(new), says)


def _toll(claims: Sequence[Claim]) -> str | None:
    """The one count that all of them give, or None where they give several."""
    said = {str(one.count.range) for one in claims if one.count is not None}
    return said.pop() if len(said) == 1 else None


def _ids(claims: Sequence[Claim]) -> tuple[str, ...]:
    return tuple(sorted({one.claim_id for one in claims}))


def _voices(claim: Claim, teller: Teller) -> Iterator[Voice]:
    count = claim.count
    if (
        count is None
        or (count.low is None and count.high is None)
        or claim.polarity is Polarity.DENIED
        or claim.certainty in PASSED_OVER
        or claim.scope.kind is not ScopeKind.INCIDENT
    ):
        return
    group = claim.measure, claim.group.status, claim.group.people
    source = claim.source
    if source is None:
        if teller.publisher:
            yield (teller.publisher, *group)
    elif source.kind not in ANYBODY:
        yield (frozenset(plain_words(source.organisation or source.name)), *group)
