"""One report, with the evidence of its claims marked."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from harmledger.decisions import Decisions
from harmledger.model import Claim, Gone, Incident, Reading, Report, SetAside
from harmledger.model.codec import load
from harmledger.workbench.desk import Desk, desk
from harmledger.workbench.highlight import Span, highlight


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """Show the report that the query's `id` names.

    Raises:
        Http404: The ledger holds no such report.
    """
    report_id, here = request.GET.get("id", ""), desk(request)
    found = here.ledger.get("report", report_id)
    if found is None:
        raise Http404(f"no report {report_id}")
    report, claims = load(Report, found), _claims(here, report_id)
    spans = [Span(each.evidence.start, each.evidence.end, each.claim_id) for each in claims]
    context = {
        "report": report,
        "claims": claims,
        "pieces": highlight(report.text, spans),
        "told": {each.claim_id: each for each in claims},
        "incidents": _incidents(here, report_id),
        "apart": _apart(here, report_id),
        "gone": Decisions.of(here.ledger).gone(Gone.CLAIM),
    }
    return render(request, "report/page.html", context)


def _claims(here: Desk, report_id: str) -> tuple[Claim, ...]:
    reading = here.ledger.get("reading", report_id)
    return () if reading is None else load(Reading, reading).claims


def _incidents(here: Desk, report_id: str) -> list[Incident]:
    incidents = here.board().incidents.values()
    return sorted(
        (each for each in incidents if report_id in each.reports), key=lambda each: each.code
    )


def _apart(here: Desk, report_id: str) -> list[SetAside]:
    notes = (load(SetAside, payload) for _, payload in here.ledger.current("set_aside"))
    return [note for note in notes if note.item == report_id]
