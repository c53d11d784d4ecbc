"""What was set aside, by reason."""

from collections import Counter
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from harmledger.model import SetAside
from harmledger.model.codec import load
from harmledger.vocab.load import document
from harmledger.workbench.desk import desk

ON_A_PAGE = 100


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """Show what was set aside; for one reason where the query names it."""
    here = desk(request)
    notes = [load(SetAside, payload) for _, payload in here.ledger.current("set_aside")]
    asked = request.GET.get("reason", "")
    shown = [note for note in notes if asked in {"", note.reason}]
    shown.sort(key=lambda note: (note.reason, note.stage, note.item))
    says = reasons()
    context = {
        "reasons": [
            {"code": code, "items": items, "says": says.get(code, "")}
            for code, items in Counter(note.reason for note in notes).most_common()
        ],
        "asked": asked,
        "query": urlencode({"reason": asked}) if asked else "",
        "notes": Paginator(shown, ON_A_PAGE).get_page(request.GET.get("page")),
        "all": len(notes),
        "reports": here.board().briefs,
    }
    return render(request, "set_aside/page.html", context)


def reasons() -> dict[str, str]:
    """What each reason code means, retired ones included: old entries still name them."""
    found = document("codes/reasons.yml")["entries"]
    return {entry["id"]: entry["says"] for entry in found}
