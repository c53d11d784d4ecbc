"""Running totals of one source as a series: phases, what each step adds, what was added later."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import pairwise

from harmledger.grade.running import FILE, Key, Point, group_of, key_of, name_of, points_of
from harmledger.model import Claim, Measure, Range, Reading, Report
from harmledger.vocab.load import document

DAY = timedelta(days=1)
Told = tuple[Report, Reading]


@dataclass(frozen=True, slots=True)
class Step:
    """From one point to the next of a phase.

    Attributes:
        since: First day that it adds, the day after the point before.
        until: Last day.
        range: How many people it adds; None ends where either total has an open one.
        kind: "counted"; "added" where some of them are of earlier days; "lowered" where the total
            fell and the step says nothing of these days.
    """

    since: date
    until: date
    range: Range
    kind: str
    claims: tuple[str, ...]

    @property
    def days(self) -> int:
        """How many days it reaches over."""
        return (self.until - self.since).days + 1


@dataclass(frozen=True, slots=True)
class Phase:
    """A stretch of a series that counts the same thing from the same day on.

    Attributes:
        why: Why it begins anew: "" for the first, "another base" or "fell below half".
    """

    base: date | None
    points: tuple[Point, ...]
    steps: tuple[Step, ...]
    why: str = ""


@dataclass(frozen=True, slots=True)
class Series:
    """The running totals of one source for one measure and group of people.

    Attributes:
        name: The source, or the publisher in its own voice.
        group: "all", "civilian", "combatant", "children", "women" or "men".
        place: The name of the place it counts in; None where no report says.
        country: Its country's code, or None.
    """

    name: str
    measure: Measure
    group: str
    place: str | None
    country: str | None
    phases: tuple[Phase, ...]

    @property
    def runs(self) -> bool:
        """Whether it counts from some day on, or was given for more days than one.

        Else it is as likely the toll of a single incident ("158 dead so far").
        """
        points = sum(len(phase.points) for phase in self.phases)
        return points > 1 or any(phase.base is not None for phase in self.phases)


def series(told: Iterable[Told]) -> list[Series]:
    """Every source's running totals, by its name, measure, group and place.

    Does not depend on the order of `told`.
    """
    found: dict[Key, list[tuple[Claim, Report]]] = defaultdict(list)
    for report, reading in sorted(told, key=lambda pair: pair[0].report_id):
        for claim in reading.claims:
            if (key := key_of(claim, report)) is not None:
                found[key].append((claim, report))
    return [_series(found[key]) for key in sorted(found, key=repr)]


def _series(told: Sequence[tuple[Claim, Report]]) -> Series:
    claim, report = told[0]
    place = claim.place
    return Series(
        name=name_of(claim, report),
        measure=claim.measure,
        group=group_of(claim) or "all",
        place=None if place is None else place.name or place.words,
        country=None if place is None else place.country,
        phases=tuple(_phases(points_of(told))),
    )


def _phases(points: Sequence[Point]) -> Iterator[Phase]:
    """Cut the points where another count begins, and derive the steps between the others."""
    parts: list[tuple[str, list[Point]]] = []
    for point in points:
        why = _restart(parts[-1][1], point) if parts else ""
        if not parts or why:
            parts.append((why, []))
        parts[-1][1].append(point)
    for why, held in parts:
        steps = [_step(one, other) for one, other in pairwise(held)]
        yield Phase(_phase_base(held), tuple(held), tuple(steps), why)


def _restart(held: Sequence[Point], point: Point) -> str:
    """Why a point begins a new phase; "" where it goes on."""
    base, before = _phase_base(held), held[-1]
    if base is not None and point.base is not None and point.base != base:
        return "another base"
    now, then = _number(point.range), _number(before.range)
    return "fell below half" if now < then * _restart_share() else ""


def _phase_base(held: Sequence[Point]) -> date | None:
    return next((point.base for point in held if point.base is not None), None)


def _step(before: Point, after: Point) -> Step:
    low = _less(after.range.low, before.range.high or before.range.low)
    high = _less(after.range.high or after.range.low, before.range.low or before.range.high)
    fell = _number(after.range) < _number(before.range)
    kind = "lowered" if fell else "added" if after.added or after.was is not None else "counted"
    ends = (None, None) if fell else (max(0, low or 0), max(0, high or 0))
    claims = tuple(sorted({*before.claims, *after.claims}))
    return Step(before.day + DAY, after.day, Range(*ends), kind, claims)


def _less(end: int | None, taken: int | None) -> int | None:
    return None if end is None or taken is None else end - taken


def _number(counted: Range) -> int:
    """The number that a total is followed by: its low end, where it has one."""
    return counted.low if counted.low is not None else counted.high or 0


@cache
def _restart_share() -> float:
    return float(document(FILE)["restart_share"])
