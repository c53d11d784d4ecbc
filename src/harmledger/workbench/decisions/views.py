"""The log of decisions; a decision made is written down, applied and shown in the log."""

from urllib.parse import quote, unquote

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from harmledger.decisions import UNSETTLED
from harmledger.grade import Scheme
from harmledger.items import current
from harmledger.model import HarmledgerError, Override, SetAside
from harmledger.saying import Past, past
from harmledger.workbench.decisions.forms import FORMS
from harmledger.workbench.desk import Desk, desk

NAME = "harmledger-by"
YEAR = 365 * 24 * 3600


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """Show every decision, the newest first, and those that contradict each other."""
    here = desk(request)
    context = {
        "log": [(one, _incident(one, here)) for one in reversed(past(here.ledger))],
        "apart": _apart(here),
        "forms": [(name, form.title) for name, form in FORMS.items() if name != "undo"],
    }
    return render(request, "decisions/page.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Show a form, its fields filled as the query says; or write one decision and show the log.

    Raises:
        Http404: There is no such thing to decide.
    """
    here, what = desk(request), request.GET.get("what", "")
    if what not in FORMS:
        raise Http404(f"nothing to decide of {what}")
    scheme = here.scheme()
    known = {"by": unquote(request.COOKIES.get(NAME, ""))} | dict(request.GET.items())
    form = FORMS[what](request.POST or None, initial=known)
    _offer_grades(form, scheme)
    if request.method == "POST" and form.is_valid():
        try:
            here.decide(form.write)
        except HarmledgerError as error:
            form.add_error(None, str(error))
        else:
            answer = redirect("decisions")
            name = quote(form.cleaned_data["by"])
            answer.set_cookie(NAME, name, max_age=YEAR, httponly=True, samesite="Strict")
            return answer
    status = 400 if form.is_bound else 200
    page = render(request, "decisions/new.html", {"form": form, "what": what}, status=status)
    # With "no-referrer" a browser sends no origin either, and the form could not be told from one
    # of a page elsewhere.
    page.headers["Referrer-Policy"] = "same-origin"
    return page


def _offer_grades(form: forms.Form, scheme: Scheme) -> None:
    field = form.fields.get("grade")
    if isinstance(field, forms.ChoiceField):
        field.choices = [(step.grade, step.grade.replace("_", " ")) for step in scheme.steps]


def _incident(one: Past, here: Desk) -> str | None:
    """The incident that was decided on by hand, while it stands."""
    found = one.made.incident_id if isinstance(one.made, Override) else None
    return found if found in here.board().incidents else None


def _apart(here: Desk) -> list[SetAside]:
    """Judgements that contradict each other, and decisions that nothing stands for any more."""
    return [note for note in current(here.ledger, SetAside) if note.reason in UNSETTLED]
