"""incidents.csv: one row an incident, a low and a high column for each figure."""

from collections.abc import Callable

from harmledger.model import Figure, Incident, Measure
from harmledger.publish.protect import policy_for, protect_incident
from harmledger.publish.release import Release
from harmledger.publish.sheet import Sheet
from harmledger.publish.spreadsheet import PLACE, Cell, Columns, listed, part, spreadsheet, text

GROUPS = ("all", "civilian", "combatant", "children", "women", "men")
BY_GROUP = (Measure.KILLED, Measure.INJURED)
BY_HOUSEHOLD = (Measure.DISPLACED, Measure.DISPLACED_STOCK, Measure.RETURNED)


def _groups(measure: Measure) -> tuple[str, ...]:
    if measure in BY_GROUP:
        return GROUPS
    return ("all", "households") if measure in BY_HOUSEHOLD else ("all",)


FIGURES = [
    (measure, group)
    for measure in Measure
    if measure is not Measure.CONTROL  # holds no count
    for group in _groups(measure)
]


ENDS: tuple[tuple[str, Callable[[Figure], Cell]], ...] = (
    ("low", lambda one: one.low),
    ("best", lambda one: one.best),
    ("high", lambda one: one.high),
)


def incidents(release: Release) -> Sheet:
    """By incident_id; killed and injured by group, other measures for all people."""
    policy = policy_for(whole=release.whole)
    ordered = sorted(release.incidents, key=lambda one: one.incident_id)
    return spreadsheet((protect_incident(one, policy) for one in ordered), COLUMNS, policy)


def _end(measure: Measure, group: str, end: Callable[[Figure], Cell]) -> Callable[[Incident], Cell]:
    def cell(incident: Incident) -> Cell:
        figures = incident.figures
        found = (one for one in figures if (one.measure, one.group) == (measure, group))
        return next((end(one) for one in found), None)

    return cell


COLUMNS: Columns[Incident] = {
    "incident_id": lambda one: one.incident_id,
    "code": lambda one: one.code,
    "former_codes": lambda one: listed(one.former_codes),
    "start": lambda one: text(one.start),
    "end": lambda one: text(one.end),
    **part(lambda one: one.place, PLACE),
    "means": lambda one: listed(one.means),
    "perpetrators": lambda one: listed(one.perpetrators),
    "grade": lambda one: one.grade,
    "grade_reasons": lambda one: listed(one.grade_reasons),
    "independent_sources": lambda one: one.independent_sources,
    "reports": lambda one: len(one.reports),
    "claims": lambda one: len(one.claims),
    **{
        f"{measure.value}_{group}_{name}": _end(measure, group, end)
        for measure, group in FIGURES
        for name, end in ENDS
    },
}
