"""One incident's accounts, each below the one that it passes on."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from harmledger.model import Incident, Report
from harmledger.model.codec import load
from harmledger.relays import Tree, as_text, tree
from harmledger.workbench.desk import desk
from harmledger.workbench.shield import shown


@require_safe
def page(request: HttpRequest, incident_id: str) -> HttpResponse:
    """Show the tree.

    Raises:
        Http404: The ledger holds no such incident.
    """
    incident, found = _tree(request, incident_id)
    return render(request, "relays/page.html", {"incident": incident, "tree": found})


@require_safe
def text(request: HttpRequest, incident_id: str) -> HttpResponse:
    """Give the tree as plain text.

    Raises:
        Http404: The ledger holds no such incident.
    """
    incident, found = _tree(request, incident_id)
    written = shown(as_text(incident, found))
    return HttpResponse(written, content_type="text/plain; charset=utf-8")


def _tree(request: HttpRequest, incident_id: str) -> tuple[Incident, Tree]:
    ledger = desk(request).ledger
    payload = ledger.get("incident", incident_id)
    if payload is None:
        raise Http404(f"no incident {incident_id}")
    incident = load(Incident, payload)
    reports = ledger.pick("report", incident.reports)
    return incident, tree(incident, {key: load(Report, one) for key, one in reports.items()})
