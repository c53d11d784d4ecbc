"""The list of incidents, and their points on the map."""

from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from harmledger.model import Range
from harmledger.workbench.board import Row
from harmledger.workbench.desk import desk
from harmledger.workbench.incidents.filters import SORTS, order, reach, select
from harmledger.workbench.incidents.forms import FilterForm
from harmledger.workbench.incidents.totals import parts
from harmledger.workbench.shield import allow_map
from harmledger.workbench.words import days, people, place

ON_A_PAGE = 50


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """Show the incidents that were asked for, a page at a time."""
    here = desk(request)
    board = here.board()
    form = FilterForm(request.GET, board.rows)
    found = select(board.rows, form.wanted())
    headline, *apart = parts(found, here.scheme())
    shown = Paginator(order(found, form.order()), ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "form": form,
        "rows": shown,
        "all": len(board.rows),
        "headline": headline,
        "apart": apart,
        "located": sum(1 for row in found if _located(row)),
        "heads": _heads(request.GET, form.order()),
        "asked": _without(request.GET, "page"),
    }
    return allow_map(render(request, "incidents/list.html", context))


@require_safe
def points(request: HttpRequest) -> JsonResponse:
    """The incidents that were asked for and have a place, as GeoJSON points."""
    rows = desk(request).board().rows
    found = select(rows, FilterForm(request.GET, rows).wanted())
    features = [_point(row) for row in found if _located(row)]
    return JsonResponse({"type": "FeatureCollection", "features": features})


def _located(row: Row) -> bool:
    spot = row.incident.place
    return spot is not None and spot.lat is not None and spot.lon is not None


def _point(row: Row) -> dict[str, Any]:
    incident, spot = row.incident, row.incident.place
    assert spot is not None
    return {
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": [spot.lon, spot.lat]},
        "properties": {
            "href": reverse("incident", args=[incident.incident_id]),
            "code": incident.code,
            "place": place(spot),
            "days": days(incident),
            "grade": incident.grade or "ungraded",
            "killed": people(row.killed or Range(None, None)),
            "size": max(0, reach(row.killed)),
        },
    }


# Columns whose first click shows the greatest first.
FALLING = {"date", "killed", "injured", "displaced", "sources", "reports"}


def _heads(asked: QueryDict, sort: str) -> list[dict[str, str]]:
    """The columns' heads: each a link that sorts by it, or turns the order round."""
    heads = []
    for name in SORTS:
        down, up = f"-{name}", name
        first, second = (down, up) if name in FALLING else (up, down)
        state = {down: "descending", up: "ascending"}.get(sort, "none")
        to = second if sort == first else first
        heads.append({"name": name, "state": state, "href": "?" + _without(asked, "page", sort=to)})
    return heads


def _without(asked: QueryDict, *names: str, **others: str) -> str:
    """The query again, without some names and what was left empty, and with others set."""
    kept = {name: value for name, value in asked.items() if value and name not in names}
    return urlencode(kept | others)
