"""One incident, whole."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from harmledger.items import current
from harmledger.ledger import Ledger
from harmledger.model import HOUSEHOLDS, Incident, Link, Reading, Report, Tombstone, report_of
from harmledger.model.codec import load
from harmledger.workbench.desk import Desk, desk
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
    """Show an incident with its claims by source; a code, or a former one, leads to it.

    Raises:
        Http404: The ledger never held such an incident.
    """
    ledger = desk(request).ledger
    found = ledger.get("incident", incident_id)
    if found is None:
        return _elsewhere(request, desk(request), incident_id)
    incident = load(Incident, found)
    payloads = ledger.pick("report", incident.reports)
    reports = {key: load(Report, payload) for key, payload in payloads.items()}
    readings = ledger.pick("reading", incident.reports).values()
    claims = told(incident, reports, (load(Reading, payload) for payload in readings))
    headline = [figure for figure in incident.figures if figure.group == "all"]
    context = {
        "incident": incident,
        "headline": headline,
        "inside": [one for one in incident.figures if one.group not in {"all", HOUSEHOLDS}],
        "households": [one for one in incident.figures if one.group == HOUSEHOLDS],
        "charts": [chart(figure, counts(claims, figure.measure)) for figure in headline],
        "voices": voices(claims),
        "claims": len(claims),
        "reports": sorted(reports.values(), key=lambda each: (str(each.published), each.report_id)),
        "gone": [key for key in incident.reports if key not in reports],
        "former": [one for one in _tombstones(ledger) if incident.code in one.to and one.leads_on],
        "past": past(ledger.history("incident", incident_id)),
        "ties": [_tie(link, reports) for link in incident.links],
    }
    return render(request, "incident/page.html", context)


def _elsewhere(request: HttpRequest, here: Desk, name: str) -> HttpResponse:
    """Where a code leads, or a former one, or the id of an incident that is gone.

    Raises:
        Http404: No incident ever bore it.
    """
    by_code = {one.code: one for one in here.board().incidents.values()}
    if name in by_code:
        return redirect("incident", by_code[name].incident_id)
    stones = _tombstones(here.ledger)
    stone = next((one for one in stones if name in (one.code, one.incident_id)), None)
    if stone is None:
        raise Http404(f"no incident {name}")
    there = [by_code[code] for code in stone.to if code in by_code]
    if len(there) == 1:
        return redirect("incident", there[0].incident_id)
    # 410: it was here and no report tells of it; 300: there are several to choose from.
    context = {"stone": stone, "incidents": there}
    return render(request, "incident/former.html", context, status=300 if there else 410)


def _tombstones(ledger: Ledger) -> list[Tombstone]:
    return current(ledger, Tombstone)


def _tie(link: Link, reports: dict[str, Report]) -> Tie:
    return Tie(link, reports.get(report_of(link.left)), reports.get(report_of(link.right)))
