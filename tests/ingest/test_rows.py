"""Rows of JSON Lines and CSV: their fields, their forms, their ids."""

import gzip
from datetime import date
from hashlib import sha256

import pytest

from tests.ingest.inputs import AR, EN, jsonl, read, told, written

# row, what the report has
FIELDS = [
    ({"id": "x-1"}, {"report_id": "x-1"}),
    ({"id": 17}, {"report_id": "17"}),
    ({"id": 0}, {"report_id": "0"}),
    ({"title": "", "publisher": None}, {"title": None, "publisher": None}),
    ({"published": "2017-03-14T23:30:00-08:00"}, {"published": date(2017, 3, 14)}),
    ({"published": "14 March 2017"}, {"published": date(2017, 3, 14)}),
    ({"published": ""}, {"published": None}),
    ({"lang": "ar"}, {"lang": "ar"}),
    ({"lang": "EN-gb"}, {"lang": "en"}),
    ({"lang": "und"}, {"lang": "en"}),
    ({"lang": ""}, {"lang": "en"}),
    ({"url": "https://a.example/1", "more": {"x": 1}}, {"url": "https://a.example/1"}),
]


@pytest.mark.parametrize(("row", "has"), FIELDS)
def test_fields_of_a_row(tmp_path, row, has):
    (report,) = read(written(tmp_path, "a.jsonl", jsonl({"text": EN} | row)))
    assert {name: getattr(report, name) for name in has} == has


def test_a_field_of_the_wrong_kind_is_left_out_and_the_row_read(tmp_path):
    row = {"text": EN, "title": 5, "url": ["a"], "lang": "klingon", "published": "soon"}
    report, *notes = read(written(tmp_path, "a.jsonl", jsonl(row)))
    assert (report.title, report.url, report.lang, report.published) == (None, None, "en", None)
    assert sorted(note.reason for note in notes) == ["bad_field"] * 3 + ["bad_published"]
    named = " ".join(note.detail for note in notes)
    assert all(f"`{name}`" in named for name in ("title", "url", "lang", "published"))


def derived(text, publisher="", url=""):
    return sha256("\0".join((text, publisher, url)).encode()).hexdigest()[:16]


# row, id
IDS = [
    ({"text": EN}, derived(EN)),
    ({"text": EN, "publisher": "P", "title": "T"}, derived(EN, "P")),
    ({"text": EN, "publisher": "P", "url": "u"}, derived(EN, "P", "u")),
    ({"text": AR, "url": "u", "published": "2017-03-14"}, derived(AR, "", "u")),
]


@pytest.mark.parametrize(("row", "report_id"), IDS)
def test_the_id_of_a_row_without_one_follows_from_text_publisher_and_url(tmp_path, row, report_id):
    (report,) = read(written(tmp_path, "a.jsonl", jsonl(row)))
    assert report.report_id == report_id


def test_the_same_text_from_another_publisher_is_another_report(tmp_path):
    rows = [{"text": EN, "publisher": name} for name in "ABA"]
    assert told(read(written(tmp_path, "a.jsonl", jsonl(*rows)))) == [EN, EN, "- duplicate"]


def test_an_id_is_repeated_across_files(tmp_path):
    first = written(tmp_path, "a.jsonl", jsonl({"id": "1", "text": EN}))
    second = written(tmp_path, "b.csv", f"id,text\n1,{EN} And more.\n")
    *_, apart = read(first, second)
    assert apart.item == f"{second}:2"
    assert f"{first}:1" in apart.detail


# a CSV's content, texts
TABLES = [
    (f"text\n{EN}\n", [EN]),
    (f"Text,ID\n{EN},1\n", [EN]),
    (f'"id" , "text"\n1,{EN}\n', [EN]),
    (f"id;text\n1;{EN}\n", [EN]),
    (f"id\ttext\n1\t{EN}\n", [EN]),
    (f"\ufefftext,id\n{EN},1\n", [EN]),
    ('id,text\n1,"Five, ""perhaps"" six, died"\n', ['Five, "perhaps" six, died']),
    ('id,text\n1,"Five died.\n\nSix were hurt."\n', ["Five died.\n\nSix were hurt."]),
    (f"text\n\n{EN}\n\n", [EN]),
    (f"text\n{EN}", [EN]),
    (f"text\r\n{EN}\r\n", [EN]),
    (f"note,text,more\n,{AR},x\n", [AR]),
    ('id,text\n1,a 5" shell\n', ['a 5" shell']),
    ("id,text\n1,\n", ["- no_text"]),
]


@pytest.mark.parametrize(("content", "texts"), TABLES)
@pytest.mark.parametrize("suffix", [".csv", ".csv.gz"])
def test_tables(tmp_path, content, texts, suffix):
    data = gzip.compress(content.encode()) if suffix.endswith(".gz") else content
    assert told(read(written(tmp_path, f"a{suffix}", data))) == texts


def test_long_fields_of_a_table_are_read_whole(tmp_path):
    text = f"{EN} " * 5_000
    assert told(read(written(tmp_path, "a.csv", f"text\n{text}\n"))) == [text]


def test_rows_in_windows_1256_are_read(tmp_path):
    text = AR.replace("\u064f", "")
    table = written(tmp_path, "a.csv", f"text\n{text}\n".encode("cp1256"))
    lines = written(tmp_path, "b.jsonl", jsonl({"text": text, "id": "1"}).encode("cp1256"))
    assert told(read(table, lines)) == [text, text]
