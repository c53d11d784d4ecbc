"""Good input in every format, in English and Arabic; originals that can be checked again."""

import csv
import gzip
import io
from datetime import date
from hashlib import sha256

import pytest

from harmledger.ingest import FORMATS
from harmledger.model import Report
from tests.ingest.inputs import (
    AR,
    EN,
    Store,
    jsonl,
    packed,
    page,
    pdf,
    read,
    record,
    rss,
    shaped_pdf,
    told,
    written,
)

DAY = date(2017, 3, 15)
HEADER = "Title: {title}\nPublisher: {by}\nPublished: 2017-03-15\nURL: {url}\n"
# language, text, title, publisher
SAID = [("en", EN, "Bakery shelled", "Harbour Wire"), ("ar", AR, "قصف مخبز", "وكالة الميناء")]
URL = "https://harbourwire.example/2017/03/15/bakery"


def html_of(text, title, by):
    head = (
        f'<title>{title}</title><meta property="og:site_name" content="{by}">'
        f'<link rel="canonical" href="{URL}">'
        '<meta property="article:published_time" content="2017-03-15T08:00:00+03:00">'
    )
    return page(f"<nav><a href='/'>Home</a></nav><article><p>{text}</p></article>", head)


def row_of(text, title, by):
    return {"text": text, "title": title, "publisher": by, "published": "2017-03-15", "url": URL}


def csv_of(text, title, by):
    file = io.StringIO()
    row = row_of(text, title, by)
    csv.writer(file).writerows([row.keys(), row.values()])
    return file.getvalue()


def rss_of(text, title, by):
    item = (
        f"<title>{title}</title><link>{URL}</link><description>&lt;p&gt;{text}&lt;/p&gt;"
        "</description><pubDate>Wed, 15 Mar 2017 00:30:00 +0300</pubDate>"
    )
    return rss(item, channel=f"<title>{by}</title>")


def atom_of(text, title, by):
    return (
        '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom">'
        f"<title>{by}</title><updated>2020-01-01T00:00:00Z</updated><entry><title>{title}</title>"
        f'<link href="{URL}"/><updated>2019-01-01T00:00:00Z</updated>'
        f'<published>2017-03-15T00:30:00+03:00</published><content type="xhtml">'
        f'<div xmlns="http://www.w3.org/1999/xhtml"><p>{text}</p></div></content></entry></feed>'
    )


def txt_of(text, title, by):
    return f"{HEADER.format(title=title, by=by, url=URL)}\n{text}"


def pdf_of(text, title, by):
    # The PDF library's own fonts have no Arabic; tests/ingest/test_pdf.py reads some.
    return pdf(f"{HEADER.format(title=title, by=by, url=URL)}{text}")


def zipped(make):
    return lambda *said: gzip.compress(make(*said).encode())


def warc_of(text, title, by):
    return record(html_of(text, title, by), url=URL)


# suffix, maker
MAKERS = [
    (".txt", txt_of),
    (".html", html_of),
    (".htm", html_of),
    (".pdf", pdf_of),
    (".jsonl", lambda *said: jsonl(row_of(*said))),
    (".jsonl.gz", zipped(lambda *said: jsonl(row_of(*said)))),
    (".csv", csv_of),
    (".csv.gz", zipped(csv_of)),
    (".warc", warc_of),
    (".warc.gz", lambda *said: packed(warc_of(*said))),
    (".xml", rss_of),
    (".rss", rss_of),
    (".atom", atom_of),
]


def test_every_format_is_tried():
    assert [suffix for suffix, _ in MAKERS] == list(FORMATS)


@pytest.mark.parametrize(("lang", "text", "title", "by"), SAID, ids=["en", "ar"])
@pytest.mark.parametrize(("suffix", "make"), MAKERS, ids=list(FORMATS))
def test_every_format_gives_the_same_report(tmp_path, suffix, make, lang, text, title, by):
    if (suffix, lang) == (".pdf", "ar"):
        make, title, by = lambda *_: shaped_pdf(*ARABIC_LINES), None, None
    store = Store()
    (report,) = read(written(tmp_path, f"a{suffix}", make(text, title, by)), store=store)
    assert isinstance(report, Report)
    assert report.text.split("\n")[-1] == (text if title else ARABIC)
    assert (report.lang, report.title, report.publisher) == (lang, title, by)
    assert (report.published, report.url) == ((DAY, URL) if title else (None, None))
    assert sha256(store[report.sha256]).hexdigest() == report.sha256


ARABIC = "قتل خمسة مدنيين في قصف"
ARABIC_LINES = ["ﻒﺼﻗ ﻲﻓ ﻦﻴﻴﻧﺪﻣ ﺔﺴﻤﺧ ﻞﺘﻗ"]

# name, content, original kept
ORIGINALS = [
    ("a.txt", f"Title: A\n\n{EN}\r\n", f"Title: A\n\n{EN}\r\n"),
    ("a.html", page(f"<p>{EN}</p>"), page(f"<p>{EN}</p>")),
    ("a.jsonl", f'\n{{"text": "{EN}" }}\r\n', f'{{"text": "{EN}" }}'),
    ("a.jsonl", f'\ufeff{{"text":"{EN}"}}', f'\ufeff{{"text":"{EN}"}}'),
    ("a.csv", f'text,id\r\n"{EN}\nMore.",7\r\n', f'"{EN}\nMore.",7'),
    ("a.rss", rss("", f"<title>{EN}</title>"), f"<item><title>{EN}</title></item>"),
    (
        "a.rss",
        rss(f"<title>{EN}</title>").encode("utf-16"),
        rss(f"<title>{EN}</title>").encode("utf-16"),
    ),
    ("a.warc", record(EN, media="text/plain"), EN),
    (
        "a.warc",
        record(gzip.compress(EN.encode()), media="text/plain", http="Content-Encoding: gzip\r\n"),
        EN,
    ),
]


@pytest.mark.parametrize(("name", "content", "original"), ORIGINALS)
def test_the_original_is_kept_byte_for_byte(tmp_path, name, content, original):
    store = Store()
    *_, report = read(written(tmp_path, name, content), store=store)
    want = original.encode() if isinstance(original, str) else original
    assert store == {report.sha256: want}


# name, content, places
ORIGINS = [
    ("a.txt", EN, [""]),
    ("a.jsonl", jsonl("", {"text": EN}, {"text": AR}), [":2", ":3"]),
    ("a.csv", f'text\n"{EN}\nMore."\n{AR}\n', [":2", ":4"]),
    ("a.rss", rss(f"<title>{EN}</title>", f"<title>{AR}</title>"), [":1", ":2"]),
    (
        "a.warc",
        record("", kind="warcinfo")
        + record(EN, media="text/plain")
        + record(rss(f"<title>{AR}</title>"), media="application/rss+xml"),
        [":2", ":3:1"],
    ),
]


@pytest.mark.parametrize(("name", "content", "places"), ORIGINS)
def test_the_origin_names_the_place(tmp_path, name, content, places):
    path = written(tmp_path, name, content)
    assert [report.origin for report in read(path)] == [f"{path}{place}" for place in places]


def test_newlines_of_files_are_made_one_and_rows_are_left_alone(tmp_path):
    file = written(tmp_path, "a.txt", "Title: A\r\n\r\nOne died.\r\rTwo hurt.\r\n")
    row = written(tmp_path, "b.jsonl", jsonl({"text": "One died.\r\nTwo hurt.\r\n"}))
    assert told(read(file, row)) == ["One died.\n\nTwo hurt.\n", "One died.\r\nTwo hurt.\r\n"]
