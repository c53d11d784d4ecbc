"""One incident, whole."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from harmledger.model import Incident, Link, Reading, Report
from harmledger.model.codec import load
from harmledger.workbench.desk import desk
from harmledger.workbench.incident.chart import chart
from harmledger.workbench.incident.claims import counts, told, voices
from harmledger.workbench.incident.past import past


@dataclass(frozen=True, slots=True)
class Tie:
    """A link with the reports whose accounts it joins; None where a report is gone."""

    link: Link
    left: Report | None
    right: Report | None


@require_safe
def page(request: HttpRequest, incident_id: str) -> HttpResponse:
    """Show an incident with its claims by source.

    Raises:
        Http404: The ledger holds no such incident.
    """
    ledger = desk(request).ledger
    found = ledger.get("incident", incident_id)
    if found is None:
        raise Http404(f"no incident {incident_id}")
    incident = load(Incident, found)
    payloads = ledger.pick("report", incident.reports)
    reports = {key: load(Report, payload) for key, payload in payloads.items()}
    readings = ledger.pick("reading", incident.reports).values()
    claims = told(incident, reports, (load(Reading, payload) for payload in readings))
    headline = [figure for figure in incident.figures if figure.group == "all"]
    context = {
        "incident": incident,
        "headline": headline,
        "inside": [figure for figure in incident.figures if figure.group != "all"],
        "charts": [chart(figure, counts(claims, figure.measure)) for figure in headline],
        "voices": voices(claims),
        "claims": len(claims),
        "reports": sorted(reports.values(), key=lambda each: (str(each.published), each.report_id)),
        "gone": [key for key in incident.reports if key not in reports],
        "past": past(ledger.history("incident", incident_id)),
        "ties": [_tie(link, reports) for link in incident.links],
    }
    return render(request, "incident/page.html", context)


def _tie(link: Link, reports: dict[str, Report]) -> Tie:
    # An account's id is its report's, a colon, and its first claim's.
    left, right = (side.rpartition(":")[0] for side in (link.left, link.right))
    return Tie(link, reports.get(left), reports.get(right))
