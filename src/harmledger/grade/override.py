"""A person's own grade or figure, in place of the scheme's; said among the reasons, first."""

from collections.abc import Iterable
from dataclasses import replace

from harmledger.grade.ranges import GROUPS, place_of
from harmledger.grade.scheme import Scheme
from harmledger.model import Figure, Incident, Measure, Override, Range
from harmledger.model.decision import GRADE


def overridden(incident: Incident, overrides: Iterable[Override], scheme: Scheme) -> Incident:
    """Put a person's decisions in place; what the scheme gave stays in the reasons.

    A grade that the scheme does not give is said and not put in place: it belongs to another.

    Args:
        overrides: Of this incident.
    """
    for one in sorted(overrides, key=lambda one: (one.at, one.subject)):
        made = _graded(incident, one, scheme) if one.subject == GRADE else _counted(incident, one)
        incident = made
    return incident


def subject_of(measure: Measure, group: str) -> str:
    """How an override names a figure."""
    return f"{measure}:{group}"


def figure_of(subject: str) -> tuple[Measure, str] | None:
    """The measure and group that a subject names, or None where it names none."""
    measure, _, group = subject.partition(":")
    if measure not in set(Measure) or measure == Measure.CONTROL or group not in GROUPS:
        return None
    return Measure(measure), group


def _graded(incident: Incident, one: Override, scheme: Scheme) -> Incident:
    told = f"{one.by} on {one.at:%Y-%m-%d}: {one.because}"
    if one.grade not in {step.grade for step in scheme.steps}:
        said = f"Graded {one.grade} by {told} (not a grade of the scheme {scheme.name})"
        return replace(incident, grade_reasons=(*incident.grade_reasons, said))
    said = f"Graded {one.grade} instead of {incident.grade} by {told}"
    return replace(incident, grade=one.grade, grade_reasons=(said, *incident.grade_reasons))


def _counted(incident: Incident, one: Override) -> Incident:
    found = figure_of(one.subject)
    if found is None:
        return incident
    measure, group = found
    before = next((f for f in incident.figures if (f.measure, f.group) == found), None)
    now = Figure(measure, group, one.low, one.high, before.claims if before else ())
    others = [f for f in incident.figures if (f.measure, f.group) != found]
    was = "no figure" if before is None else str(before.range)
    said = (
        f"{measure.replace('_', ' ').capitalize()}, {group}: {Range(one.low, one.high)} instead of "
        f"{was}, set by {one.by} on {one.at:%Y-%m-%d}: {one.because}"
    )
    return replace(
        incident,
        figures=tuple(sorted([*others, now], key=place_of)),
        grade_reasons=(said, *incident.grade_reasons),
    )
