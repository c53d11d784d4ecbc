"""Saved RSS and Atom feeds: one report an entry."""

import re
from collections.abc import Mapping
from io import BytesIO
from typing import Any
from urllib.parse import urljoin

import feedparser

from harmledger.ingest.decode import text_or_held
from harmledger.ingest.draft import Draft, Found, Payload
from harmledger.ingest.held import held
from harmledger.ingest.markup import words
from harmledger.model import SetAside

ENTRY = re.compile(
    rb"<((?:[\w.-]+:)?(?:item|entry))(?:\s[^>]*?)?(?:/>|>.*?</\1\s*>)", re.DOTALL | re.IGNORECASE
)
DECLARATION = re.compile(r"^\s*<\?xml[^>]*?(?:encoding\s*=\s*[\"']([\w.:-]{1,40})[\"'][^>]*)?\?>")
REFERENCE = re.compile(r"&#(x[0-9a-f]+|[0-9]+);", re.IGNORECASE)
END = re.compile(r"</(?:[\w.-]+:)?(?:rss|feed|rdf)\s*>", re.IGNORECASE)


def feed(payload: Payload) -> Found:
    """Read the entries of a feed in their order.

    An entry's text is its content, else its summary, else its title. Its day is its first
    publication, else its last change, as Atom requires only that. Its id is derived, not its
    guid: a feed keeps the guid of a text that it corrects. Its original is its own bytes, cut
    out of the file, or the whole file where entries can't be told apart in the bytes.
    """
    for text in text_or_held(payload, declared=_encoding(payload.data)):
        if isinstance(text, SetAside):
            yield text
        else:
            yield from _entries(text, payload)


def _entries(text: str, payload: Payload) -> Found:
    # In UTF-8 and without references to what is no character: the library raises on others. As
    # a stream: it takes bytes that look like a path or an address for one.
    clean = REFERENCE.sub(_reference, DECLARATION.sub("", text, count=1))
    found = feedparser.parse(BytesIO(clean.encode(errors="replace")), sanitize_html=False)
    if not found.get("version"):
        yield held(payload.origin, "not_a_feed")
        return
    cuts = [match[0] for match in ENTRY.finditer(payload.data)]
    broken_off = END.search(text) is None
    entries = found.entries[: len(cuts)] if broken_off else found.entries
    told_apart = len(cuts) == len(entries)
    for number, entry in enumerate(entries):
        original = cuts[number] if told_apart else payload.data
        yield _draft(entry, found.feed, original, f"{payload.origin}:{number + 1}")
    if broken_off:
        yield held(f"{payload.origin}:{len(entries) + 1}", "truncated")


def _reference(match: re.Match[str]) -> str:
    number = match[1].lower()
    code = int(number.replace("x", "0x"), 0 if "x" in number else 10) if len(number) < 9 else 0
    return match[0] if _is_character(code) else "\ufffd"


def _is_character(code: int) -> bool:
    """Whether XML 1.0 has a character of that number (section 2.2)."""
    return (
        code in (0x9, 0xA, 0xD)
        or 0x20 <= code <= 0xD7FF
        or 0xE000 <= code <= 0xFFFD
        or 0x10000 <= code <= 0x10FFFF
    )


def _encoding(data: bytes) -> str | None:
    """What the XML declaration says, in files that are near enough to ASCII to be asked."""
    match = DECLARATION.match(data[:200].decode("latin-1"))
    return match[1] if match else None


def _draft(
    entry: Mapping[str, Any], channel: Mapping[str, Any], original: bytes, origin: str
) -> Draft:
    title = _plain(entry.get("title_detail"))
    bodies = [*entry.get("content", []), entry.get("summary_detail")]
    link = entry.get("link")
    return Draft(
        original,
        next(filter(None, map(_plain, bodies)), title),
        origin,
        title=title or None,
        publisher=entry.get("source", {}).get("title") or channel.get("title") or None,
        published=entry.get("published") or entry.get("updated"),
        url=_absolute(channel.get("link", ""), link) if link else None,
    )


def _absolute(base: str, link: str) -> str:
    try:
        return urljoin(base, link)
    except ValueError:  # brackets that hold no IPv6 address
        return link


def _plain(detail: Mapping[str, Any] | None) -> str:
    """The words of one of the library's texts with their type; "" where there is none."""
    value = "" if detail is None else str(detail.get("value") or "")
    return value if detail is None or detail.get("type") == "text/plain" else words(value)
