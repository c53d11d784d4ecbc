"""Feeds: their entries, and what is made of the parts of one."""

from datetime import date

import pytest

from tests.ingest.inputs import AR, EN, read, rss, told, written

# an item, its text
TEXTS = [
    (f"<title>T</title><description>{EN}</description>", EN),
    (f"<title>T</title><description>&lt;p&gt;{EN}&lt;/p&gt;&lt;p&gt;More.&lt;/p&gt;</description>",
     f"{EN}\nMore."),
    (f"<title>T</title><description><![CDATA[<b>{EN}</b>]]></description>", EN),
    (f'<content:encoded xmlns:content="http://purl.org/rss/1.0/modules/content/">&lt;p&gt;{EN}&lt;/p&gt;'
     "</content:encoded><description>Short</description>", EN),
    (f"<title>{AR}</title>", AR),
    ("<title>Five &amp; six</title>", "Five & six"),
    ("<title>Five &#8212; six &#xD800; &#1;</title>", "Five — six \ufffd \ufffd"),
]  # fmt: skip


@pytest.mark.parametrize(("item", "text"), TEXTS)
def test_the_text_of_an_entry(tmp_path, item, text):
    assert told(read(written(tmp_path, "a.rss", rss(item)))) == [text]


# an item's further parts, the report's field, its value
FIELDS = [
    ("<pubDate>Tue, 14 Mar 2017 01:30:00 +0300</pubDate>", "published", date(2017, 3, 14)),
    ("<pubDate>2017-03-14</pubDate>", "published", date(2017, 3, 14)),
    ("", "published", None),
    ("<link>https://a.example/1</link>", "url", "https://a.example/1"),
    ("<link>/1</link>", "url", "https://harbourwire.example/1"),
    ("<link>http://[half/1</link>", "url", "http://[half/1"),
    ("", "publisher", "Harbour Wire"),
    ('<source url="https://b.example/">River Post</source>', "publisher", "River Post"),
    ("<title>Ten hurt</title>", "title", "Ten hurt"),
    ("", "title", None),
]
CHANNEL = "<title>Harbour Wire</title><link>https://harbourwire.example/feed</link>"


@pytest.mark.parametrize(("parts", "field", "value"), FIELDS)
def test_fields_of_an_entry(tmp_path, parts, field, value):
    item = f"<description>{EN}</description>{parts}"
    (report,) = read(written(tmp_path, "a.rss", rss(item, channel=CHANNEL)))
    assert getattr(report, field) == value


def test_a_feed_in_windows_1256(tmp_path):
    text = "قتل خمسة في قصف"
    content = rss(f"<title>{text}</title>").replace("utf-8", "windows-1256")
    assert told(read(written(tmp_path, "a.xml", content.encode("cp1256")))) == [text]


def test_an_entry_saved_again_is_the_same_and_a_corrected_one_another(tmp_path):
    first = written(tmp_path, "a.rss", rss(f"<guid>1</guid><title>{EN}</title>"))
    second = written(
        tmp_path,
        "b.rss",
        rss(f"<guid>1</guid><title>{EN}</title>", "<guid>1</guid><title>Six</title>"),
    )
    assert told(read(first, second)) == [EN, "- duplicate", "Six"]


@pytest.mark.parametrize(
    "content", [b"http://127.0.0.1:9/feed", b"file:///etc/hostname", b"/etc/hostname"]
)
def test_an_address_in_a_feed_file_is_not_followed(tmp_path, content):
    assert told(read(written(tmp_path, "a.xml", content))) == ["- not_a_feed"]


def test_entities_are_not_fetched_or_blown_up(tmp_path):
    bomb = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 9))
    doctype = f'<!DOCTYPE rss [<!ENTITY e0 "x"><!ENTITY f SYSTEM "file:///etc/hostname">{bomb}]>'
    (report,) = read(written(tmp_path, "a.rss", doctype + rss("<title>Five &e8; &f; dead</title>")))
    assert len(report.text) < 40
