"""Incidents and a scheme in, graded incidents with figures out."""

from dataclasses import replace

from harmledger.grade.condition import CONDITIONS, Finding
from harmledger.grade.dossier import Dossier
from harmledger.grade.ranges import figures
from harmledger.grade.scheme import Scheme, Step
from harmledger.model import Incident


def grade(incident: Incident, dossier: Dossier, scheme: Scheme) -> Incident:
    """Give the incident its grade, the reasons for it, and its figures.

    Pure: the same incident, dossier and scheme give the same. The reasons are the conditions of
    the grade, then for each grade tried before it, last tried first, what it lacked.
    """
    lacking: list[str] = []
    for step in scheme.steps:
        findings = _findings(step, incident, dossier)
        missing = [finding.says for finding in findings if not finding.holds]
        if not missing:
            break
        lacking = [*missing, *lacking]
    return replace(
        incident,
        grade=step.grade,
        grade_reasons=(*(finding.says for finding in findings), *lacking),
        figures=figures(incident, dossier, scheme.rules),
    )


def _findings(step: Step, incident: Incident, dossier: Dossier) -> list[Finding]:
    return [CONDITIONS[name](incident, dossier) for name in step.when]
