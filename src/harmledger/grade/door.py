"""Incidents and a scheme in, graded incidents with figures out."""

from dataclasses import replace

from harmledger.grade.condition import CONDITIONS, Finding
from harmledger.grade.dossier import Dossier
from harmledger.grade.left_out import left_out
from harmledger.grade.ranges import figures
from harmledger.grade.scheme import Scheme, Step
from harmledger.model import Incident


def grade(incident: Incident, dossier: Dossier, scheme: Scheme) -> Incident:
    """Give the incident its grade, the reasons for it, and its figures.

    Pure: the same incident, dossier and scheme give the same. The reasons are the conditions of
    the grade, then for each grade tried before it, last tried first, what it lacked, then which
    counts the scheme leaves out.
    """
    lacking: list[str] = []
    for step in scheme.steps:
        findings = _findings(step, incident, dossier, scheme)
        missing = [finding.says for finding in findings if not finding.holds]
        if not missing:
            break
        lacking = [*missing, *lacking]
    return replace(
        incident,
        grade=step.grade,
        grade_reasons=(
            *dict.fromkeys((*(finding.says for finding in findings), *lacking)),
            *left_out(incident, dossier, scheme.rules),
        ),
        figures=figures(incident, dossier, scheme.rules),
    )


def _findings(step: Step, incident: Incident, dossier: Dossier, scheme: Scheme) -> list[Finding]:
    return [CONDITIONS[name](incident, dossier, scheme.rules) for name in step.when]
