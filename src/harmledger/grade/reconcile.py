"""A series beside the incidents of its days: where the two part, and by how much."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from harmledger.grade.series import Series, Step
from harmledger.model import Figure, Incident, Range

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Parting:
    """One step of a series beside the sum of the incidents that began in its days.

    Attributes:
        phase: Number of the series' phase, from 1.
        incidents: Sum of lows to sum of highs.
        ids: The incidents' ids, sorted.
        uncounted: How many more incidents tell of such harm without a number.
        low: Least that the series counts beyond the incidents (below 0: the incidents count
            more); None where either has no such end.
        high: Most, likewise.
    """

    phase: int
    step: Step
    incidents: Range
    ids: tuple[str, ...]
    uncounted: int
    low: int | None
    high: int | None

    @property
    def agrees(self) -> bool:
        """Whether the two can be of the same number of people."""
        return self.low is not None and self.high is not None and self.low <= 0 <= self.high


@dataclass(frozen=True, slots=True)
class Daily:
    """The incidents that began on one day of a step.

    Attributes:
        share: The step's number for the day; None where the step reaches over several days, whose
            parts nobody tells.
    """

    day: date
    incidents: Range
    ids: tuple[str, ...]
    share: Range | None


def reconcile(one: Series, incidents: Iterable[Incident]) -> list[Parting]:
    """Set each step beside the incidents of its days, measure, group and country.

    Incidents of every grade are taken: a ministry counts what recorders hold weakly too. An
    incident without a day is in no step; it can't be told which.
    """
    ours = _ours(one, incidents)
    return [
        _parting(number, step, [pair for pair in ours if _within(pair[0], step)])
        for number, phase in enumerate(one.phases, 1)
        for step in phase.steps
    ]


def daily(one: Series, parting: Parting, incidents: Iterable[Incident]) -> Iterator[Daily]:
    """The days of a step, each with the incidents that began on it."""
    ours = [pair for pair in _ours(one, incidents) if _within(pair[0], parting.step)]
    step = parting.step
    for number in range(step.days):
        day = step.since + number * DAY
        there = [pair for pair in ours if pair[0].start == day]
        ids = tuple(sorted(incident.incident_id for incident, _ in there))
        share = step.range if step.days == 1 else None
        yield Daily(day, _sum([figure for _, figure in there]), ids, share)


def _ours(one: Series, incidents: Iterable[Incident]) -> list[tuple[Incident, Figure]]:
    return [
        (incident, figure)
        for incident in incidents
        if _same_country(one, incident)
        for figure in incident.figures
        if (figure.measure, figure.group) == (one.measure, one.group)
    ]


def _same_country(one: Series, incident: Incident) -> bool:
    country = incident.place.country if incident.place is not None else None
    return one.country is None or country is None or one.country == country


def _within(incident: Incident, step: Step) -> bool:
    return incident.start is not None and step.since <= incident.start <= step.until


def _parting(phase: int, step: Step, there: Sequence[tuple[Incident, Figure]]) -> Parting:
    figures = [figure for _, figure in there]
    ours, theirs = _sum(figures), step.range
    none = theirs == Range(None, None) or ours.low is None or ours.high is None
    return Parting(
        phase=phase,
        step=step,
        incidents=ours,
        ids=tuple(sorted(incident.incident_id for incident, _ in there)),
        uncounted=sum(1 for figure in figures if figure.range == Range(None, None)),
        low=None if none or theirs.low is None else theirs.low - (ours.high or 0),
        high=None if none or theirs.high is None else theirs.high - (ours.low or 0),
    )


def _sum(figures: Sequence[Figure]) -> Range:
    counted = [figure for figure in figures if figure.range != Range(None, None)]
    highs = [figure.low or 0 if figure.high is None else figure.high for figure in counted]
    return Range(sum(figure.low or 0 for figure in counted), sum(highs))
