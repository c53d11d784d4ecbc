"""Reads the sample without harmledger's own readers, so that it can be checked before them."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from email.utils import parsedate_to_datetime
from pathlib import Path
from xml.etree import ElementTree

import pypdfium2
from lxml import html

from harmledger.sample import folder

HEADER = ("Title", "Publisher", "Published", "URL")
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
ARABIC = re.compile(r"[\u0600-\u06ff]")


@dataclass(frozen=True, slots=True)
class Sample:
    """One report: `ref` is its file, or file#id where a file holds many."""

    ref: str
    lang: str
    title: str
    publisher: str
    published: date
    url: str
    text: str


def samples() -> dict[str, Sample]:
    """Every report of the installed package, by `ref`, in the order of the files."""
    with folder() as reports:
        return {
            found.ref: found
            for path in sorted(reports.iterdir())
            for found in READERS[path.suffix](path)
        }


def _txt(path: Path) -> Iterator[Sample]:
    head, body = path.read_text(encoding="utf-8").split("\n\n", 1)
    yield _headed(path, head.splitlines(), body)


def _pdf(path: Path) -> Iterator[Sample]:
    with pypdfium2.PdfDocument(path) as document:
        lines = "\n".join(page.get_textpage().get_text_range() for page in document).splitlines()
    yield _headed(path, lines[: len(HEADER)], " ".join(lines[len(HEADER) :]))


def _headed(path: Path, head: list[str], body: str) -> Sample:
    fields = dict(line.split(": ", 1) for line in head)
    assert tuple(fields) == HEADER, f"{path.name}: header lines are {tuple(fields)}"
    return Sample(path.name, _lang(body), *_ready(*fields.values()), text=body.strip())


def _html(path: Path) -> Iterator[Sample]:
    tree = html.fromstring(path.read_bytes())
    meta = {node.get("property"): node.get("content") for node in tree.iter("meta")}
    body = "\n\n".join(node.text_content() for node in tree.findall(".//article//p"))
    fields = [meta[f"og:{name}"] for name in ("title", "site_name")]
    ready = _ready(*fields, meta["article:published_time"][:10], meta["og:url"])
    yield Sample(path.name, tree.get("lang"), *ready, text=body)


def _jsonl(path: Path) -> Iterator[Sample]:
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        ready = _ready(row["title"], row["publisher"], row["published"], row["url"])
        yield Sample(f"{path.name}#{row['id']}", row["lang"], *ready, text=row["text"])


def _feed(path: Path) -> Iterator[Sample]:
    channel = ElementTree.parse(path).getroot()[0]
    publisher, lang = channel.findtext("title", ""), channel.findtext("language", "")
    for item in channel.iter("item"):
        body = html.fromstring(item.findtext(CONTENT, ""))
        day = parsedate_to_datetime(item.findtext("pubDate", "")).date()
        text = "\n\n".join(node.text_content() for node in body.iter("p"))
        ready = (item.findtext("title", ""), publisher, day, item.findtext("link", ""))
        yield Sample(f"{path.name}#{item.findtext('guid')}", lang, *ready, text=text)


def _ready(title: str, publisher: str, published: str, url: str) -> tuple[str, str, date, str]:
    return title, publisher, date.fromisoformat(published), url


def _lang(text: str) -> str:
    return "ar" if len(ARABIC.findall(text)) > len(text) / 2 else "en"


READERS = {".txt": _txt, ".pdf": _pdf, ".html": _html, ".jsonl": _jsonl, ".xml": _feed}
