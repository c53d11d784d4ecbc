"""Running totals of one source as a series: phases, what each step adds, what was added later."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import pairwise

from harmledger.grade.name import words_of
from harmledger.model import (
    Claim,
    Measure,
    People,
    Polarity,
    Range,
    Reading,
    Report,
    ScopeKind,
    Status,
    Unit,
)
from harmledger.vocab.load import document, entries

FILE = "schemes/series/default.yml"
DAY = timedelta(days=1)
Told = tuple[Report, Reading]
Key = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Point:
    """A running total as it stood on one day.

    Attributes:
        day: The last day that it covers.
        base: The first day that it covers, or None where no report says.
        claims: Ids of the claims that give it, sorted.
        added: Whether its own words say that people were added for earlier days.
        was: What the same source gave for the same day before, or None.
    """

    day: date
    base: date | None
    range: Range
    claims: tuple[str, ...]
    added: bool = False
    was: Range | None = None


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


def series(told: Iterable[Told]) -> list[Series]:
    """Every source's running totals, by its name, measure, group and place.

    Does not depend on the order of `told`.
    """
    found: dict[Key, list[tuple[Claim, Report]]] = defaultdict(list)
    for report, reading in sorted(told, key=lambda pair: pair[0].report_id):
        for claim in reading.claims:
            if (key := _key(claim, report)) is not None:
                found[key].append((claim, report))
    return [_series(found[key]) for key in sorted(found, key=repr)]


def _key(claim: Claim, report: Report) -> Key | None:
    """What claims of one series have in common; None where a claim is of none."""
    count, group = claim.count, _group(claim)
    name = words_of(_name(claim, report))
    running = claim.scope.kind is ScopeKind.CUMULATIVE and claim.polarity is Polarity.AFFIRMED
    if not running or count is None or group is None or not name:
        return None
    if (count.low, count.high) == (None, None) or _day(claim, report) is None:
        return None
    place = claim.place
    where = None if place is None else place.id or place.words.casefold()
    return name, claim.measure, group, where


def _name(claim: Claim, report: Report) -> str:
    if claim.source is None:
        return report.publisher or ""
    return claim.source.organisation or claim.source.name


def _group(claim: Claim) -> str | None:
    """The figure's group that a claim counts; None for a part that no figure has."""
    group = claim.group
    if group.unit is Unit.HOUSEHOLDS or group.role is not None:
        return None
    if group.people is not People.ALL:
        return group.people.value if group.people is not People.ELDERLY else None
    if group.part_of is not None:
        return None
    return "all" if group.status is Status.UNKNOWN else group.status.value


def _day(claim: Claim, report: Report) -> date | None:
    return (claim.time.end if claim.time is not None else None) or report.published


def _base(claim: Claim) -> date | None:
    time = claim.time
    return None if time is None or time.start == time.end else time.start


def _series(told: Sequence[tuple[Claim, Report]]) -> Series:
    claim, report = told[0]
    place = claim.place
    return Series(
        name=_name(claim, report),
        measure=claim.measure,
        group=_group(claim) or "all",
        place=None if place is None else place.name or place.words,
        country=None if place is None else place.country,
        phases=tuple(_phases(_points(told))),
    )


def _points(told: Sequence[tuple[Claim, Report]]) -> list[Point]:
    """One point a day: what was published last for it, with what was given before."""
    by_day: dict[date, list[tuple[Claim, Report]]] = defaultdict(list)
    for claim, report in told:
        if (day := _day(claim, report)) is not None:
            by_day[day].append((claim, report))
    return [_point(day, by_day[day]) for day in sorted(by_day)]


def _point(day: date, told: list[tuple[Claim, Report]]) -> Point:
    ordered = sorted(told, key=lambda one: (one[1].published or day, one[0].claim_id))
    first, last = ordered[0][0], ordered[-1][0]
    now, before = _range(last), _range(first)
    same = [claim for claim, _ in ordered if _range(claim) == now]
    bases = [base for claim in same if (base := _base(claim)) is not None]
    return Point(
        day=day,
        base=min(bases, default=None),
        range=now,
        claims=tuple(sorted(claim.claim_id for claim in same)),
        added=any(_added(claim, report) for claim, report in ordered if claim in same),
        was=before if before != now else None,
    )


def _range(claim: Claim) -> Range:
    return Range(None, None) if claim.count is None else claim.count.range


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


def _added(claim: Claim, report: Report) -> bool:
    """Whether the words around the claim say that people were added for earlier days."""
    start = max(0, claim.evidence.start - NEAR)
    return load_added().search(report.text, start, claim.evidence.end + NEAR) is not None


NEAR = 300  # characters, about two sentences


@cache
def load_added() -> re.Pattern[str]:
    """The words of vocab/schemes/series/default.yml.

    Raises:
        VocabularyError: An entry lacks its words or an example.
    """
    needs = frozenset({"words", "match", "no_match"})
    words = [word for one in entries(FILE, knows=needs, needs=needs) for word in one.body["words"]]
    longest = sorted(words, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)", re.IGNORECASE)


@cache
def _restart_share() -> float:
    return float(document(FILE)["restart_share"])
