"""Each source's running totals: phases, steps, and where they part from the incidents."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from harmledger.grade import Daily, Parting, Series, daily, reconcile
from harmledger.grade import series as series_of
from harmledger.model import Incident
from harmledger.view import View
from harmledger.workbench.desk import desk

DAYS = 31  # a longer step is shown whole, not day by day


@dataclass(frozen=True, slots=True)
class Shown:
    """One series with its steps beside the incidents."""

    series: Series
    partings: Sequence[tuple[Parting, Sequence[Daily]]]


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """Show every series, those with a step first."""
    here = desk(request)
    seen = here.view(here.scheme())
    every = series_of(seen.happened)
    shown = [_shown(one, seen) for one in every if one.runs]
    context = {
        "compared": [one for one in shown if one.partings],
        "single": [one for one in shown if not one.partings],
        "left_out": len(every) - len(shown),
        "incidents": {one.incident_id: one for one in seen.incidents},
        "scheme": seen.scheme,
    }
    return render(request, "series/page.html", context)


def _shown(one: Series, seen: View) -> Shown:
    found = reconcile(one, seen.incidents)
    return Shown(one, [(parting, _days(one, parting, seen.incidents)) for parting in found])


def _days(one: Series, parting: Parting, incidents: Sequence[Incident]) -> list[Daily]:
    """The days of a step that hold an incident; none for a step of one day, which is its own."""
    if not 1 < parting.step.days <= DAYS:
        return []
    return [day for day in daily(one, parting, incidents) if day.ids]
