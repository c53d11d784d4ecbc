"""From draft to report: id, language, day, and the original kept."""

import re
from collections.abc import Callable, Iterator
from hashlib import sha256

from harmledger.ingest.day import day
from harmledger.ingest.draft import Draft
from harmledger.ingest.held import held
from harmledger.ingest.language import UNKNOWN, code_of, language
from harmledger.model import Report, SetAside

FIELDS = ("text", "id", "title", "publisher", "published", "url", "lang")
# NUL and halves of surrogate pairs: JSON can write both, but no database can hold them.
IMPOSSIBLE = re.compile("[\0\ud800-\udfff]")


# Characters of a field that a message quotes.
LONGEST = 60


class Desk:
    """Makes reports of drafts, each id once.

    Attributes:
        keep: Stores an original and returns its SHA-256 in hexadecimal.
    """

    def __init__(self, keep: Callable[[bytes], str]) -> None:
        self.keep = keep
        # By id: a hash of the text, and where it came from.
        self._seen: dict[str, tuple[bytes, str]] = {}

    def settle(self, raw: Draft) -> Iterator[Report | SetAside]:
        """Yield the report and what was wrong with its fields, or why there is none."""
        draft = _possible(raw)
        if not draft.text.strip():
            yield held(draft.origin, "no_text")
            return
        report_id = draft.id or derived_id(draft)
        repeated = self._repeated(report_id, draft)
        if repeated is not None:
            yield repeated
            return
        yield _report(draft, report_id, self.keep(draft.original))
        yield from _doubts(draft)
        if draft.text != raw.text:
            what = "The text holds NUL or half a character; each became U+FFFD."
            yield held(draft.origin, "broken_encoding", what)

    def _repeated(self, report_id: str, draft: Draft) -> SetAside | None:
        this = (sha256(draft.text.encode()).digest(), draft.origin)
        first = self._seen.setdefault(report_id, this)
        if first is this:
            return None
        text, origin = first
        if text == this[0]:
            return held(draft.origin, "duplicate", f"{origin} has the same id and text.")
        what = f"{origin} has the id {_brief(report_id)} already, with another text."
        return held(draft.origin, "id_repeated", what)


def derived_id(draft: Draft) -> str:
    """The id of a text that was given none, from its text, publisher and url."""
    said = "\0".join((draft.text, draft.publisher or "", draft.url or ""))
    return sha256(said.encode()).hexdigest()[:16]


def _report(draft: Draft, report_id: str, kept: str) -> Report:
    given = None if draft.lang is None else code_of(draft.lang)
    return Report(
        report_id=report_id,
        sha256=kept,
        lang=language(draft.text) if given in (None, UNKNOWN) else given,
        title=draft.title,
        publisher=draft.publisher,
        published=None if draft.published is None else day(draft.published),
        url=draft.url,
        text=draft.text,
        origin=draft.origin,
    )


def _doubts(draft: Draft) -> Iterator[SetAside]:
    if draft.published is not None and day(draft.published) is None:
        yield held(
            draft.origin, "bad_published", f"`published` is {_brief(draft.published)}, no day."
        )
    if draft.lang is not None and code_of(draft.lang) is None:
        what = f"`lang` is {_brief(draft.lang)}, no ISO 639-1 code."
        yield held(draft.origin, "bad_field", what)


def _brief(text: str) -> str:
    return repr(text if len(text) <= LONGEST else f"{text[:LONGEST]}...")


def _possible(draft: Draft) -> Draft:
    """The same without characters that nothing can store; as long as before, so spans hold."""
    texts = {name: text for name in FIELDS if (text := getattr(draft, name)) is not None}
    if not any(map(IMPOSSIBLE.search, texts.values())):
        return draft
    clean = {name: IMPOSSIBLE.sub("\ufffd", text) for name, text in texts.items()}
    return Draft(draft.original, clean.pop("text"), draft.origin, **clean)
