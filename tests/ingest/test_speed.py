"""How fast files are read; run with --benchmark-only."""

import pytest

from tests.ingest.inputs import EN, Store, jsonl, page, read, rss, written

WORDS = " ".join(f"{EN} Item {number}." for number in range(10))
ROWS = 1_000
PAGES = 40


@pytest.mark.parametrize("lang", ["en", None])
def test_rows(benchmark, tmp_path, lang):
    """Rows of 1 KB; without `lang` the language of each has to be told."""
    rows = ({"id": n, "text": f"{WORDS} {n}", "lang": lang} for n in range(ROWS))
    path = written(tmp_path, "a.jsonl", jsonl(*rows))
    benchmark.extra_info["rows"] = ROWS
    assert len(benchmark(read, path, store=Store())) == ROWS


def test_pages(benchmark, tmp_path):
    """Pages of 20 KB, half of it menus."""
    menu = "".join(f'<li><a href="/{n}">Section number {n}</a></li>' for n in range(200))
    for number in range(PAGES):
        prose = "".join(f"<p>{WORDS} {number} {n}</p>" for n in range(9))
        body = f"<nav><ul>{menu}</ul></nav><article><h1>Shells</h1>{prose}</article>"
        head = '<title>Shells</title><meta property="article:published_time" content="2017-03-15">'
        written(tmp_path, f"{number:03}.html", page(body, head))
    benchmark.extra_info["pages"] = PAGES
    assert len(benchmark(read, tmp_path, store=Store())) == PAGES


def test_feed_entries(benchmark, tmp_path):
    """Entries of 1 KB."""
    items = (f"<title>T {n}</title><description>{WORDS} {n}</description>" for n in range(200))
    path = written(tmp_path, "a.rss", rss(*items))
    assert len(benchmark(read, path, store=Store())) == 200
