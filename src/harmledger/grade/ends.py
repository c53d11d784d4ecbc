"""How counts of one measure and group make a range: one function for each way of a scheme."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from harmledger.grade.rules import Worth
from harmledger.model import Range

Ends = tuple[int | None, int | None]


@dataclass(frozen=True, slots=True)
class Count:
    """What one account tells of one measure and group, with the claims it rests on.

    Attributes:
        party: Whether only those who fight say so.
        teller: Where it is from: those who pass one on, or are one publisher, count once.
    """

    range: Range
    claims: frozenset[str]
    worth: Worth = Worth.COUNTS
    teller: str = ""
    party: bool = False


@dataclass(frozen=True, slots=True)
class Drawn:
    """A range with the claims at each end, and the likeliest number where the scheme has one."""

    low: int | None
    high: int | None
    low_claims: frozenset[str]
    high_claims: frozenset[str]
    best: int | None = None
    best_claims: frozenset[str] = frozenset()


Way = Callable[[Sequence[Count], Sequence[Count]], Drawn]


def draw(counts: Iterable[Count], way: str, *, own_low: bool) -> Drawn:
    """Draw a range in one of `WAYS`.

    What counts only alone is left out where anything else counts; what counts for the high end
    sets no low one.

    Args:
        own_low: Whether "at least 12" ends at 12.
    """
    told = [_closed(one) if own_low else one for one in counts]
    full = [one for one in told if one.worth is Worth.COUNTS]
    full = full or [one for one in told if one.worth is Worth.ALONE]
    return WAYS[way](full, [one for one in told if one.worth is Worth.HIGH])


def span(full: Sequence[Count], above: Sequence[Count]) -> Drawn:
    """From the least to the most that any of them states."""
    lows = [(one.range.low, one.claims) for one in full if one.range.low is not None]
    highs = [
        (high, one.claims)
        for one in (*full, *above)
        if (high := one.range.high if one in full else _most(one.range)) is not None
    ]
    low = min((end for end, _ in lows), default=None)
    high = max((end for end, _ in highs), default=None)
    if low is not None and high is not None and high < low:
        high = None  # "up to 5" beside "at least 12": the greater is open
    return Drawn(low, high, _at(low, lows), _at(high, highs))


def conservative(full: Sequence[Count], above: Sequence[Count]) -> Drawn:
    """The least number alone, as both ends; a high end where nobody states a low one."""
    ends = [(one.range.low, one.claims) for one in full if one.range.low is not None]
    ends = ends or [(most, one.claims) for one in (*full, *above) if (most := _most(one.range))]
    least = min((end for end, _ in ends), default=None)
    claims = _at(least, ends)
    return Drawn(least, least, claims, claims)


def majority(full: Sequence[Count], above: Sequence[Count]) -> Drawn:
    """What most tellers tell; of several that are told as often, the span."""
    return span(_commonest(full) or full, () if full else above)


def best(full: Sequence[Count], above: Sequence[Count]) -> Drawn:
    """The span, and in it the number that most tellers tell; of several the lower."""
    whole = span(full, above)
    points = [(point, one.claims) for one in _commonest(full) if (point := _point(one)) is not None]
    likeliest = min((point for point, _ in points), default=None)
    return Drawn(
        whole.low,
        whole.high,
        whole.low_claims,
        whole.high_claims,
        likeliest,
        _at(likeliest, points),
    )


WAYS: dict[str, Way] = {way.__name__: way for way in (span, conservative, majority, best)}


def _commonest(counts: Sequence[Count]) -> list[Count]:
    """Those whose range most tellers tell; empty where none states a number."""
    tellers: dict[Range, set[str]] = defaultdict(set)
    for one in counts:
        if one.range != Range(None, None):
            tellers[one.range].add(one.teller)
    most = max(map(len, tellers.values()), default=0)
    return [one for one in counts if len(tellers.get(one.range, ())) == most > 0]


def _closed(count: Count) -> Count:
    low, high = count.range.low, count.range.high
    if high is not None or low is None:
        return count
    return Count(Range(low, low), count.claims, count.worth, count.teller)


def _most(counted: Range) -> int | None:
    return counted.low if counted.high is None else counted.high


def _point(count: Count) -> int | None:
    return count.range.high if count.range.low is None else count.range.low


def _at(end: int | None, ends: Iterable[tuple[int, frozenset[str]]]) -> frozenset[str]:
    return frozenset(claim for value, claims in ends if value == end for claim in claims)
