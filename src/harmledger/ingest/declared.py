"""What a web page declares of itself: title, publisher, address, day of publication."""

import json
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from htmldate import find_date
from lxml import etree, html  # type: ignore[import-untyped]
from trafilatura import extract_metadata

from harmledger.ingest.day import day

EXSLT = {"re": "http://exslt.org/regular-expressions"}
LATER = "modif|updat|revis|expir"
HEAD = etree.XPath(
    "//title | //link[@rel='canonical'] | //script[contains(@type, 'json')]"
    f" | //meta[not(re:test(concat(@property, @name, @itemprop), '{LATER}', 'i'))]",
    namespaces=EXSLT,
)
# What pages call the element that shows their day.
CALLED = (
    "(^|[ _-])(date|time|timestamp|datetime|byline|posted|pubdate|publish[a-z]*|publication)"
    "([ _-]|$)|[a-z]date( |$)|date(publish|creat|line)"
)
# A short element that is called so, or is a `time`. Prose is never searched: a date in it is
# when something happened.
DATED = etree.XPath(
    "//body//*[not(self::script or self::style)]"
    "[self::time or re:test(concat(@class, ' ', @id, ' ', @itemprop),"
    f" '{CALLED}', 'i')]"
    f"[not(re:test(concat(@class, ' ', @id, ' ', @itemprop), '{LATER}', 'i'))]"
    "[string-length(normalize-space()) < 100]",
    namespaces=EXSLT,
)


# So many of them are looked at; those of comments and of other stories stand further down.
FIRST = 3


@dataclass(frozen=True, slots=True)
class Declared:
    """A page's own account of itself.

    Attributes:
        title: None where it has none.
        publisher: As its data for search engines says, else its site's name, else its host;
            None where it says none.
        url: Its canonical address, or None.
        published: ISO date, or None where the page declares none; never read out of prose,
            and never the day of a change.
    """

    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: str | None = None


def declared(tree: Any, url: str | None) -> Declared:
    """Read what the page declares.

    Args:
        tree: The page, as lxml parsed it; not changed.
        url: Where it was fetched from, or None where that is not known.
    """
    head = _page(HEAD(tree), tree.xpath("(//h1)[1]"))
    said = extract_metadata(head, url, {"extensive_search": False})
    return Declared(
        title=said.title,
        publisher=next(_publishers(tree), None) or said.sitename,
        url=url or said.url,
        published=_published(tree, url),
    )


def _published(tree: Any, url: str | None) -> str | None:
    head = [part for part in HEAD(tree) if part.tag != "title"]
    in_head = _day(_page(head, []), url)
    return in_head or next(filter(None, map(_shown, DATED(tree)[:FIRST])), None)


def _shown(element: Any) -> str | None:
    """The day that an element shows, or gives in its attributes."""
    written = day(element.get("datetime") or element.get("content") or "")
    return written.isoformat() if written else _day(_page([], [element]), None)


def _day(page: Any, url: str | None) -> str | None:
    # A fixed end instead of the library's own, which is today: the same page gives the same day
    # whenever it is read. Days to come are another room's matter.
    return find_date(
        page,
        extensive_search=False,
        original_date=True,
        url=url,
        min_date="1990-01-01",
        max_date="2999-12-31",
        deferred_url_extractor=True,
    )


def _page(head: list[Any], body: list[Any]) -> Any:
    """A page of copies of these elements alone."""
    page = html.document_fromstring("<html><head></head><body></body></html>")
    page.find("head").extend([deepcopy(part) for part in head])
    page.find("body").extend([deepcopy(part) for part in body])
    return page


def _publishers(tree: Any) -> Iterator[str]:
    """Names of the publisher in the page's JSON-LD (schema.org/publisher)."""
    for script in tree.xpath("//script[contains(@type, 'ld+json')]"):
        try:
            data = json.loads(script.text or "")
        except (ValueError, RecursionError):  # sites do write broken JSON-LD
            continue
        yield from _names(data, depth=4)


def _names(data: Any, depth: int) -> Iterator[str]:
    inside = data.values() if isinstance(data, dict) else data if isinstance(data, list) else []
    publisher = data.get("publisher") if isinstance(data, dict) else None
    publisher = publisher[0] if isinstance(publisher, list) and publisher else publisher
    name = publisher.get("name") if isinstance(publisher, dict) else publisher
    if isinstance(name, str) and name.strip():
        yield name.strip()
    for part in inside if depth else ():
        yield from _names(part, depth - 1)
