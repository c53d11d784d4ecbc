"""Counts that a report told already: a sentence that gives one again opens no happening."""

from bisect import bisect_left, insort
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from harmledger.extract.happening import opens
from harmledger.model import Claim, Measure

MANY = 10
"""People from which on sources that count the same give different numbers."""
NEARLY = 1.5
"""How many times the lesser such number the greater may be."""


class Counts:
    """How many people a report counted so far, by measure; asked in logarithmic time."""

    def __init__(self) -> None:
        self._told: defaultdict[Measure, set[int]] = defaultdict(set)
        self._sorted: defaultdict[Measure, list[int]] = defaultdict(list)

    def add(self, claims: Iterable[Claim]) -> None:
        """Take note of what a sentence counts."""
        for measure, low in _lows(claims):
            if low not in self._told[measure]:
                self._told[measure].add(low)
                insort(self._sorted[measure], low)

    def hold(self, claims: Iterable[Claim], *, nearly: bool) -> bool:
        """Whether a count of a sentence was told before.

        Args:
            nearly: Counts of many that differ a little are one count of several sources.
        """
        return any(
            low in self._told[measure] or (nearly and self._near(measure, low))
            for measure, low in _lows(claims)
        )

    def _near(self, measure: Measure, low: int) -> bool:
        """Whether many were counted before, nearly as many as now."""
        if low < MANY:
            return False
        told = self._sorted[measure]
        at = bisect_left(told, max(MANY, low / NEARLY))
        return at < len(told) and told[at] <= low * NEARLY


def _lows(claims: Iterable[Claim]) -> Iterator[tuple[Measure, int]]:
    """How many people at least are counted in a sentence, one by one and together."""
    together: Counter[Measure] = Counter()
    for claim in claims:
        if opens(claim) and claim.count is not None and claim.count.low is not None:
            together[claim.measure] += claim.count.low
            yield claim.measure, claim.count.low
    yield from together.items()
