"""What every answer gets: no third party, and no hidden turns of the writing direction."""

import re
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseBase

Answer = Callable[[HttpRequest], HttpResponseBase]
HEADER = "Content-Security-Policy"
STRICT = {
    "default-src": "'none'",
    "style-src": "'self'",
    "img-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
}
# MapLibre starts its workers from a blob and draws its buttons from data addresses.
WITH_MAP = STRICT | {
    "script-src": "'self'",
    "connect-src": "'self'",
    "img-src": "'self' data: blob:",
    "worker-src": "blob:",
}
# Overrides and embeddings of direction, isolates, and control characters: in a report they can
# make a text read as what it does not say. Marks of direction (U+200E, U+200F) stay: they can't.
HIDDEN = re.compile("[\u202a-\u202e\u2066-\u2069\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]")


def policy(answer: Answer) -> Answer:
    """Forbid the browser everything from elsewhere, and scripts but on pages that need them."""

    def forbid(request: HttpRequest) -> HttpResponseBase:
        response = answer(request)
        response.headers.setdefault(HEADER, written(STRICT))
        return response

    return forbid


def allow_map(response: HttpResponse) -> HttpResponse:
    """Let this one page run the map."""
    response.headers[HEADER] = written(WITH_MAP)
    return response


def visible(answer: Answer) -> Answer:
    """Show characters that turn or hide text by their number instead of obeying them."""

    def show(request: HttpRequest) -> HttpResponseBase:
        response = answer(request)
        if isinstance(response, HttpResponse) and response["Content-Type"].startswith("text/html"):
            response.content = shown(response.content.decode()).encode()
            response.headers["Content-Length"] = str(len(response.content))
        return response

    return show


def shown(text: str) -> str:
    """The text with every hidden character written out, as "⟨U+202E⟩"."""
    return HIDDEN.sub(lambda found: f"⟨U+{ord(found[0]):04X}⟩", text)


def written(rules: dict[str, str]) -> str:
    """The rules as a header's value."""
    return "; ".join(f"{name} {value}" for name, value in rules.items())
