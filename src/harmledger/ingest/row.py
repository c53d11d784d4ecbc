"""One row of a file of many reports."""

from collections.abc import Mapping

from harmledger.ingest.draft import Draft, Found
from harmledger.ingest.held import held

FIELDS = ("id", "title", "publisher", "published", "url", "lang")
# A number is a fine id; as a date it is none, which the reason for bad dates says better.
NUMBERS = frozenset({"id", "published"})


def draft_of(row: Mapping[str, object], original: bytes, origin: str) -> Found:
    """Take the known fields of a row; others are not looked at.

    An absent field, null and "" are the same. A whole number is taken as an id. A field
    of another kind is left out and named beside the draft.
    """
    text = row.get("text")
    if not isinstance(text, str):
        yield held(origin, "no_text_field")
        return
    given = {name: row[name] for name in FIELDS if row.get(name) not in (None, "")}
    fields = {name: str(value) for name, value in given.items() if _fits(name, value)}
    yield Draft(original, text, origin, **fields)
    for name in given:
        if name not in fields:
            yield held(origin, "bad_field", f"`{name}` is no string; it was left out.")


def _fits(name: str, value: object) -> bool:
    number = isinstance(value, int) and not isinstance(value, bool)
    return isinstance(value, str) or (number and name in NUMBERS)
