"""Totals under any scheme; and for each sum the incidents that make it, line by line."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.views.decorators.http import require_safe

from harmledger.grade import HEADLINE, Scheme, Total, scheme_names
from harmledger.model import Figure, Incident, Range
from harmledger.sums import Answer
from harmledger.view import kept_scheme
from harmledger.workbench.desk import Desk, desk
from harmledger.workbench.totals.forms import TotalsForm


@dataclass(frozen=True, slots=True)
class Line:
    """One incident of a sum.

    Attributes:
        running: What this and the lines above it add up to.
    """

    incident: Incident
    figure: Figure
    running: Range


@dataclass(frozen=True, slots=True)
class Row:
    """One total as the page words it.

    Attributes:
        name: "Headline (confirmed and fair)", or a grade.
        why: Query that shows its incidents.
    """

    total: Total
    name: str
    why: str

    @property
    def range(self) -> Range:
        """From the sum of lows to the sum of highs."""
        return Range(self.total.low, self.total.high)


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """Show totals as asked, and the incidents behind one of them where the query names it."""
    form, answer = _answer(request)
    rows = [_row(one, answer.seen.scheme, request.GET) for one in answer.totals]
    chosen = next((row for row in rows if _key(row.total) == request.GET.get("why")), None)
    context = {
        "form": form,
        "answer": answer,
        "scheme": answer.seen.scheme,
        "rows": rows,
        "best": any(row.total.best is not None for row in rows),
        "chosen": chosen,
        "lines": _lines(chosen.total, answer) if chosen else [],
        "asked": _kept(request.GET),
    }
    return render(request, "totals/page.html", context)


@require_safe
def as_csv(request: HttpRequest) -> HttpResponse:
    """The same as CSV, with scheme, version and ledger in every row."""
    _, answer = _answer(request)
    name = f"totals-{answer.seen.scheme.name}-{answer.seen.seq}.csv"
    return HttpResponse(
        answer.csv().encode(),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


@require_safe
def as_json(request: HttpRequest) -> HttpResponse:
    """The same as JSON, with the ids of the incidents behind each sum."""
    _, answer = _answer(request)
    return HttpResponse(answer.json(), content_type="application/json")


def _answer(request: HttpRequest) -> tuple[TotalsForm, Answer]:
    here = desk(request)
    form = TotalsForm(request.GET, sorted({*scheme_names(), *here.ledger.keys("scheme")}))
    return form, Answer(here.view(_scheme(here, form.scheme_name())), form.asked())


def _scheme(here: Desk, name: str) -> Scheme:
    return kept_scheme(here.ledger, name) if name else here.scheme()


def _row(one: Total, scheme: Scheme, asked: QueryDict) -> Row:
    name = f"Headline ({scheme.together})" if one.part == HEADLINE else one.part.replace("_", " ")
    return Row(one, name, urlencode({**dict(asked.items()), "why": _key(one)}))


def _key(one: Total) -> str:
    return "|".join((one.part, one.row, one.measure, one.group))


def _lines(one: Total, answer: Answer) -> list[Line]:
    """The incidents of a sum, the most first, with what they add up to so far."""
    incidents = {incident.incident_id: incident for incident in answer.incidents}
    pairs = [
        (incidents[key], figure)
        for key in one.ids
        for figure in incidents[key].figures
        if (figure.measure, figure.group) == (one.measure, one.group)
    ]
    pairs.sort(key=lambda pair: (-(pair[1].high or pair[1].low or 0), pair[0].code))
    lines, low, high = [], 0, 0
    for incident, figure in pairs:
        low += figure.low or 0
        high += figure.low or 0 if figure.high is None else figure.high
        lines.append(Line(incident, figure, Range(low, high)))
    return lines


def _kept(asked: QueryDict) -> str:
    return urlencode({name: value for name, value in asked.items() if value and name != "why"})
