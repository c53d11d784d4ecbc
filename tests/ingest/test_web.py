"""Web pages: their text, and what they declare of themselves."""

from datetime import date

import pytest

from tests.ingest.inputs import AR, EN, page, read, told, written

PROSE = (
    f"<article><h1>Bakery shelled</h1><p>{EN}</p><p>It was shelled in 2014-05-06 too.</p></article>"
)
DAY = date(2017, 3, 15)


def meta(name, content):
    return f'<meta property="{name}" content="{content}">'


def ld(inside):
    return f'<script type="application/ld+json">{inside}</script>'


CHANGED = meta("article:modified_time", "2019-01-01")
SITE = meta("og:site_name", "Harbour Wire")
# head, body, day
DAYS = [
    (meta("article:published_time", "2017-03-15T23:30:00-08:00"), PROSE, DAY),
    ('<meta name="date" content="2017-03-15">', PROSE, DAY),
    (CHANGED + meta("article:published_time", "2017-03-15"), PROSE, DAY),
    (CHANGED, PROSE, None),
    (ld('{"dateModified": "2019-01-01", "datePublished": "2017-03-15"}'), PROSE, DAY),
    (ld('{"dateModified": "2019-01-01"}'), PROSE, None),
    ('<link rel="canonical" href="https://a.example/2017/03/15/x.html">', PROSE, DAY),
    ("", f'<time datetime="2017-03-15T10:00">Wednesday</time>{PROSE}', DAY),
    ("", f'<span itemprop="datePublished" content="2017-03-15">x</span>{PROSE}', DAY),
    ("", f'<div class="byline">Published 15 March 2017 by A. Writer</div>{PROSE}', DAY),
    ("", f'<span class="entry-date">March 15, 2017</span>{PROSE}', DAY),
    ("", f'<p class="updated-date">March 15, 2019</p>{PROSE}', None),
    ("", PROSE, None),
    ("<title>A year after the strike of 17 March 2016</title>", PROSE, None),
    ("", f"{PROSE}<footer>Page built 2020-05-05 10:00:00</footer>", None),
    # A day after today is read as declared: no clock is asked.
    (meta("article:published_time", "2093-03-15"), PROSE, date(2093, 3, 15)),
]  # fmt: skip


@pytest.mark.parametrize(("head", "body", "published"), DAYS)
def test_the_day_is_the_declared_one_and_never_out_of_prose(tmp_path, head, body, published):
    (report,) = read(written(tmp_path, "a.html", page(body, head)))
    assert report.published == published


# head, title, publisher, address
DECLARED = [
    ("<title>Ten hurt</title>", "Bakery shelled", None, None),
    (meta("og:title", "Ten hurt"), "Ten hurt", None, None),
    (SITE, "Bakery shelled", "Harbour Wire", None),
    (ld('{"publisher": {"name": "Post"}}') + SITE, "Bakery shelled", "Post", None),
    (ld('{"@graph": [{"publisher": [{"name": "Post"}]}]}'), "Bakery shelled", "Post", None),
    (ld("{broken") + SITE, "Bakery shelled", "Harbour Wire", None),
    (ld('{"publisher": 5}'), "Bakery shelled", None, None),
    ('<link rel="canonical" href="https://a.example/x">', "Bakery shelled", "a.example", "https://a.example/x"),
]  # fmt: skip


@pytest.mark.parametrize(("head", "title", "publisher", "url"), DECLARED)
def test_title_publisher_and_address(tmp_path, head, title, publisher, url):
    (report,) = read(written(tmp_path, "a.html", page(PROSE, head)))
    assert (report.title, report.publisher, report.url) == (title, publisher, url)


BESIDE = "<aside><a href='/2'>Forty killed</a></aside><footer><p>About us</p></footer>"
TABLE = (
    f"<p>{EN}</p><table><tr><th>Town</th><th>Killed</th></tr>"
    "<tr><td>North | east</td><td>5</td></tr><tr><td></td><td>12</td></tr></table>"
)
# page, lines among its text
TEXTS = [
    (page(f"<p>{EN}</p>"), [EN]),
    (page(f"<nav>Home</nav><article><p>{EN}</p></article>{BESIDE}"), [EN]),
    (page(f"<nav>Home</nav><div><h1>قصف</h1><p>{AR}</p></div>{BESIDE}"), [AR]),
    (page(f"<article>{TABLE}</article>"), ["Town | Killed", "North | east | 5", " | 12"]),
    (f"<p>{EN}</p>", [EN]),
    (f"<p>{EN}</p><!-- note --><p>Ten were hurt.</p><script>x</script>", [EN, "Ten were hurt."]),
    (EN, [EN]),
    (f'<?xml version="1.0" encoding="utf-8"?>{page(f"<p>{AR}</p>")}', [AR]),
    (page("<ul><li>Five killed</li><li>Six hurt</li></ul>"), ["Five killed", "Six hurt"]),
]  # fmt: skip


@pytest.mark.parametrize(("content", "lines"), TEXTS)
def test_the_text_of_a_page(tmp_path, content, lines):
    (report,) = read(written(tmp_path, "a.html", content))
    found = report.text.split("\n")
    assert [line for line in lines if line not in found] == []
    assert not {"Home", "About us", "Forty killed", "x", "note"} & {*found}


def test_a_page_in_the_encoding_it_declares(tmp_path):
    said = "أصيب خمسة في البلدة"
    content = f'<html><head><meta charset="windows-1256"></head><body><p>{said}</p></body></html>'
    assert told(read(written(tmp_path, "a.html", content.encode("cp1256")))) == [said]


def test_a_page_in_another_encoding_than_it_declares(tmp_path):
    content = page(f"<p>{AR}</p>").replace("utf-8", "iso-8859-1")
    assert told(read(written(tmp_path, "a.html", content))) == [AR]
