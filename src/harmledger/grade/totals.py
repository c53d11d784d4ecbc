"""Totals over graded incidents: sums of low ends to sums of high ends, never a cell merged away."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from harmledger.grade.ranges import GROUPS
from harmledger.grade.scheme import Scheme
from harmledger.model import Figure, Incident, Measure, Range
from harmledger.vocab.load import entries

HEADLINE = "headline"


@dataclass(frozen=True, slots=True)
class Total:
    """One sum over the incidents of one part.

    Attributes:
        part: "headline", or the grade of incidents that stand apart from it.
        low: Sum of the low ends; an incident that states none ("up to 5") adds nothing.
        high: Sum of the high ends; an incident that states none adds its low end.
        incidents: How many incidents tell of the measure and group.
        uncounted: How many of them state neither end: they are said, never dropped.
    """

    part: str
    measure: Measure
    group: str
    low: int
    high: int
    incidents: int
    uncounted: int


def totals(incidents: Iterable[Incident], scheme: Scheme) -> list[Total]:
    """Add up incidents: the headline grades together, every other grade apart.

    Stocks and states of control are never added (vocab/codes/measures.yml). An incident counts
    once whoever is held to have done it. Does not depend on the order of incidents.

    Returns:
        The headline first, then the grades in the scheme's order; within each by measure and group.
    """
    parts = [HEADLINE, *(step.grade for step in scheme.steps if step.grade not in scheme.headline)]
    cells: dict[tuple[str, Measure, str], list[Figure]] = {
        (part, measure, group): []
        for part in parts
        for measure in Measure
        if measure in adding()
        for group in GROUPS
    }
    for incident in incidents:
        part = HEADLINE if incident.grade in scheme.headline else str(incident.grade)
        for figure in incident.figures:
            if figure.measure in adding():
                cells[part, figure.measure, figure.group].append(figure)
    return [_total(*cell, found) for cell, found in cells.items() if found]


@cache
def adding() -> frozenset[Measure]:
    """Measures whose counts of separate incidents may be added.

    Raises:
        VocabularyError: vocab/codes/measures.yml has an unknown or missing key.
    """
    knows, needs = frozenset({"adds", "kind", "examples"}), frozenset({"adds"})
    found = entries("codes/measures.yml", knows=knows, needs=needs)
    return frozenset(Measure(entry.id) for entry in found if entry.body["adds"])


def _total(part: str, measure: Measure, group: str, found: Sequence[Figure]) -> Total:
    counted = [figure for figure in found if figure.range != Range(None, None)]
    return Total(
        part=part,
        measure=measure,
        group=group,
        low=sum(figure.low or 0 for figure in counted),
        high=sum(_high(figure) for figure in counted),
        incidents=len(found),
        uncounted=len(found) - len(counted),
    )


def _high(figure: Figure) -> int:
    return figure.high if figure.high is not None else figure.low or 0
