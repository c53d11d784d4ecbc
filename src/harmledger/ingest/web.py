"""Saved web pages."""

import logging
import re

from lxml.html import HtmlElement  # type: ignore[import-untyped]
from trafilatura import bare_extraction, load_html
from trafilatura.settings import Document

from harmledger.ingest.declared import Declared, declared
from harmledger.ingest.decode import text_or_held
from harmledger.ingest.draft import Draft, Found, Payload
from harmledger.ingest.markup import words
from harmledger.model import SetAside

# What these libraries would say on standard error becomes a `SetAside` here.
for name in ("trafilatura", "htmldate"):
    logging.getLogger(name).setLevel(logging.CRITICAL)

CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
# The HTML standard has a page's encoding declared in its first 1024 bytes; some run over.
DECLARED_WITHIN = 4_096
RULE = re.compile(r"^\|(?:-+\|)+\s*?\n", re.MULTILINE)
BAR = re.compile(r"(?<!\\)\|")


def web(payload: Payload) -> Found:
    """Read the main text of a page, without menus, comments and advertisements.

    Where no main text is found, all words of the page are taken. Rows of tables become lines
    "a | b | c". Title, publisher, date and address are what the page declares.
    """
    for found in text_or_held(payload, declared=_charset(payload)):
        if isinstance(found, SetAside):
            yield found
            continue
        tree = load_html(found)
        said = declared(tree, payload.url) if tree is not None else Declared(url=payload.url)
        yield Draft(
            payload.data,
            (_main(tree) if tree is not None else "") or words(found),
            payload.origin,
            title=said.title,
            publisher=said.publisher,
            published=said.published,
            url=said.url,
        )


def _charset(payload: Payload) -> str | None:
    match = CHARSET.search(payload.data[:DECLARED_WITHIN])
    return payload.charset or (match[1].decode() if match else None)


def _main(tree: HtmlElement) -> str:
    """The main text of a page; "" where none is found.

    In doubt less of it: a headline of another story beside it would be read as a count.
    """
    found = bare_extraction(tree, include_comments=False, favor_precision=True)
    return _rows(found.text or "") if isinstance(found, Document) else ""


def _rows(text: str) -> str:
    """Tables as lines of cells, without the marks of Markdown."""
    return "\n".join(map(_row, RULE.sub("", text).split("\n")))


def _row(line: str) -> str:
    if not line.startswith("|"):
        return line
    cells = BAR.split(line.strip().removeprefix("|").removesuffix("|"))
    return " | ".join(cell.strip().replace("\\|", "|") for cell in cells)
