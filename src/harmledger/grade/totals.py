"""Totals over graded incidents: sums of low ends to sums of high ends, never a cell merged away."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from harmledger.grade.concession import Concession
from harmledger.grade.ranges import GROUPS
from harmledger.grade.scheme import HEADLINE, Scheme
from harmledger.model import Figure, Incident, Measure, Range
from harmledger.vocab.load import entries

NOT_STATED = "not stated"
NOT_KNOWN = "not known"  # of a place: the words tell it, no gazetteer knows it
Conceded = Mapping[str, Sequence[Concession]]
Cell = tuple[str, str, Measure, str]


@dataclass(frozen=True, slots=True)
class Total:
    """One sum over the incidents of one part and row.

    Attributes:
        part: "headline", or the grade of incidents that stand apart from it.
        low: Sum of the low ends; an incident that states none ("up to 5") adds nothing. None where
            no incident states a number: unknown is not 0.
        high: Sum of the high ends; an incident that states none adds its low end. None likewise.
        incidents: How many incidents tell of the measure and group.
        uncounted: How many of them state neither end: they are said, never dropped.
        row: What the incidents have in common ("2017-03", "airstrike"); "" for all of them.
        best: Sum of the likeliest numbers, or None where the scheme gives none.
        conceded: What belligerents themselves concede, summed; None where none does, and where
            the group is not all people.
        conceding: In how many of the incidents one does.
        ids: The incidents' ids, sorted.
        adds: False for a stock, which is never added: then only the incidents are counted.
    """

    part: str
    measure: Measure
    group: str
    low: int | None
    high: int | None
    incidents: int
    uncounted: int
    row: str = ""
    best: int | None = None
    conceded: Range | None = None
    conceding: int = 0
    ids: tuple[str, ...] = ()
    adds: bool = True

    @property
    def counted(self) -> int:
        """How many of the incidents state a number."""
        return self.incidents - self.uncounted


def totals(
    incidents: Iterable[Incident],
    scheme: Scheme,
    *,
    by: str = "",
    conceded: Conceded | None = None,
) -> list[Total]:
    """Add up incidents: the headline grades together, every other grade apart.

    Stocks are never added (vocab/codes/measures.yml): of them only the incidents are counted, so
    that none is dropped without a word. An incident counts once in any total: one that two
    belligerents or two means stand for has a row of its own that names both. Does not depend on
    the order of incidents.

    Args:
        by: What makes the rows, a name of `BY`; "" for one row. "grade" takes the headline apart.
        conceded: By incident id, what belligerents concede of it.

    Returns:
        The headline first, then the grades in the scheme's order, then grades that it does not
        know; within each by row, measure and group.
    """
    rows: Callable[[Incident], str] = BY[by] if by else lambda _: ""
    cells: dict[Cell, list[tuple[Incident, Figure]]] = {}
    for incident in sorted(incidents, key=lambda one: one.incident_id):
        part = part_of(incident, scheme, apart=by == "grade")
        for figure in incident.figures:
            cell = part, rows(incident), figure.measure, figure.group
            cells.setdefault(cell, []).append((incident, figure))
    order = _order(scheme)
    return [_total(cell, cells[cell], conceded or {}) for cell in sorted(cells, key=order)]


def part_of(incident: Incident, scheme: Scheme, *, apart: bool = False) -> str:
    """The headline or the grade that an incident is added up under.

    Args:
        apart: Whether the grades of the headline stand apart too.
    """
    return HEADLINE if incident.grade in scheme.headline and not apart else str(incident.grade)


@cache
def adding() -> frozenset[Measure]:
    """Measures whose counts of separate incidents may be added.

    Raises:
        VocabularyError: vocab/codes/measures.yml has an unknown or missing key.
    """
    knows, needs = frozenset({"adds", "kind", "examples"}), frozenset({"adds"})
    found = entries("codes/measures.yml", knows=knows, needs=needs)
    return frozenset(Measure(entry.id) for entry in found if entry.body["adds"])


def _order(scheme: Scheme) -> Callable[[Cell], tuple[object, ...]]:
    parts = [HEADLINE, *(step.grade for step in scheme.steps)]
    measures = [*Measure]

    def order(cell: Cell) -> tuple[object, ...]:
        part, row, measure, group = cell
        place = parts.index(part) if part in parts else len(parts)
        # What is not stated comes last in every list.
        named = row == NOT_STATED, row == NOT_KNOWN, row
        return place, part, *named, measures.index(measure), GROUPS.index(group)

    return order


def _total(cell: Cell, found: Sequence[tuple[Incident, Figure]], conceded: Conceded) -> Total:
    part, row, measure, group = cell
    figures = [figure for _, figure in found]
    adds = measure in adding()
    counted = [figure for figure in figures if figure.range != Range(None, None)]
    bests = [figure.best for figure in figures if figure.best is not None]
    own = [_conceded(conceded.get(one.incident_id, ()), measure) for one, _ in found]
    said = [one for one in own if one is not None and group == "all"]
    return Total(
        part=part,
        measure=measure,
        group=group,
        low=sum(figure.low or 0 for figure in counted) if counted and adds else None,
        high=sum(_high(figure) for figure in counted) if counted and adds else None,
        incidents=len(found),
        uncounted=len(found) - len(counted),
        row=row,
        best=sum(bests) if bests and adds else None,
        conceded=_sum(said) if said and adds else None,
        conceding=len(said),
        ids=tuple(one.incident_id for one, _ in found),
        adds=adds,
    )


def _conceded(told: Iterable[Concession], measure: Measure) -> Range | None:
    """What is conceded of one incident: of two belligerents' words the span, not the sum."""
    found = [one.range for one in told if one.measure is measure]
    if not found:
        return None
    whole = found[0]
    for more in found[1:]:
        whole = whole | more
    return whole


def _sum(ranges: Sequence[Range]) -> Range:
    highs = [one.low or 0 if one.high is None else one.high for one in ranges]
    return Range(sum(one.low or 0 for one in ranges), sum(highs))


def _high(figure: Figure) -> int:
    return figure.high if figure.high is not None else figure.low or 0


def _day(length: int) -> Callable[[Incident], str]:
    """The first day's year, month or day: an incident over a month's end counts where it began."""
    return lambda one: NOT_STATED if one.start is None else one.start.isoformat()[:length]


def _place(one: Incident) -> str:
    """The gazetteer's name: the words of an unknown place can name whose house it is."""
    return NOT_STATED if one.place is None else one.place.name or NOT_KNOWN


def _country(one: Incident) -> str:
    return NOT_STATED if one.place is None or one.place.country is None else one.place.country


def _joined(names: Iterable[str]) -> str:
    return " and ".join(sorted(set(names))) or NOT_STATED


BY: dict[str, Callable[[Incident], str]] = {
    "year": _day(4),
    "month": _day(7),
    "day": _day(10),
    "country": _country,
    "place": _place,
    "means": lambda one: _joined(code.replace("_", " ") for code in one.means),
    "perpetrator": lambda one: _joined(one.perpetrators),
    "grade": lambda one: str(one.grade),
}
"""What a total can be taken by; every incident has one row in each."""
