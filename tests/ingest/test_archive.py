"""Web archives: what servers sent, packed in every way."""

import gzip

import pytest

from tests.ingest.inputs import AR, EN, page, pdf, read, record, rss, told, written

PIECES = "5\r\nFive \r\n4\r\ndead\r\n0\r\n\r\n"
IN_PIECES = "Transfer-Encoding: chunked\r\n"
INJURED = "أصيب خمسة"
OTHER = "- unknown_format"
ZIPPED = gzip.compress(EN.encode())
# how a record is made, what comes out
CASES = [
    (lambda: record(page(f"<p>{EN}</p>")), [EN]),
    (lambda: record(page(f"<p>{EN}</p>"), media="application/xhtml+xml; charset=utf-8"), [EN]),
    (lambda: record(EN, media="Text/Plain; charset=utf-8"), [EN]),
    (lambda: record(pdf(EN), media="application/pdf"), [EN]),
    (lambda: record(rss(f"<title>{EN}</title>"), media="text/xml"), [EN]),
    (lambda: record(ZIPPED, media="text/plain", http="Content-Encoding: gzip\r\n"), [EN]),
    # Some crawlers unpack and leave the header.
    (lambda: record(EN, media="text/plain", http="Content-Encoding: gzip\r\n"), [EN]),
    (lambda: record(EN, media="text/plain", http=IN_PIECES), [EN]),
    (lambda: record(PIECES, media="text/plain", http=IN_PIECES), ["Five dead"]),
    (lambda: record(INJURED.encode("cp1256"), media="text/html; charset=windows-1256"), [INJURED]),
    (lambda: record(page(f"<p>{AR}</p>").encode(), media="text/html; charset=bogus"), [AR]),
    (lambda: record("GET / HTTP/1.1", kind="request") + record(EN, media="text/plain"), [EN]),
    (lambda: record(EN, media="text/plain", status="203 Non-Authoritative"), [EN]),
    (lambda: record("x", media="video/mp4") + record(EN, media="text/plain"), [OTHER, EN]),
]  # fmt: skip


@pytest.mark.parametrize(("make", "out"), CASES)
def test_records(tmp_path, make, out):
    assert told(read(written(tmp_path, "a.warc", make()))) == out


def test_plain_records_without_an_answer_of_a_server(tmp_path):
    data = (
        "WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Target-URI: <https://a.example/1>\r\n"
        f"Content-Type: text/plain\r\nContent-Length: {len(EN)}\r\n\r\n{EN}\r\n\r\n"
    )
    (report,) = read(written(tmp_path, "a.warc", data))
    assert (report.text, report.url) == (EN, "https://a.example/1")


def test_the_address_is_the_records_and_the_day_of_the_visit_is_no_day_of_publication(tmp_path):
    content = page(f"<p>{EN}</p>", '<link rel="canonical" href="https://b.example/2">')
    (report,) = read(written(tmp_path, "a.warc", record(content, url="https://a.example/1")))
    assert (report.url, report.published) == ("https://a.example/1", None)
