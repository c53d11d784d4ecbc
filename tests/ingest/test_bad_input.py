"""Bad input of every kind: each is set aside with its reason and place, the rest goes on."""

import gzip
import os
import tracemalloc

import pytest

from harmledger.ingest import limits
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
    told,
    written,
)

ROW = {"id": "r1", "text": EN}
GOOD = jsonl(ROW)
LINES = jsonl(*({"id": f"r{number}", "text": f"{EN} {number}"} for number in range(2000)))
FEED = rss(f"<description>{EN}</description>", "<title>Ten hurt</title>")

# name, content, what comes out: a text, or "- reason"; the place of what was set aside
CASES = [
    ("empty.txt", "", ["- empty"], ""),
    ("empty.pdf", b"", ["- empty"], ""),
    ("empty.jsonl", "", ["- empty"], ""),
    ("empty.warc.gz", b"", ["- empty"], ""),
    ("blank.txt", " \n\n\t", ["- no_text"], ""),
    ("header-only.txt", "Title: Nothing below\n\n", ["- no_text"], ""),
    ("photo.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", ["- binary"], ""),
    ("noise.txt", bytes(range(1, 256)) * 4, ["- binary"], ""),
    ("controls.txt", "\x01\x02\x03 not quite words", ["- binary"], ""),
    ("broken.txt", EN.encode() + b" \xff\xfe", [f"{EN} \ufffd\ufffd", "- broken_encoding"], ""),
    ("cut.txt", AR.encode()[:-2], [f"{AR[:-2]}\ufffd", "- broken_encoding"], ""),
    ("letter.docx", "PK", ["- unknown_format"], ""),
    ("no-suffix", EN, ["- unknown_format"], ""),
    ("locked.pdf", pdf(EN, owner_password="a", user_password="b"), ["- encrypted"], ""),
    ("not.pdf", "%PDF-1.4 and then nothing of the kind", ["- not_a_pdf"], ""),
    ("scan.pdf", pdf(lambda sheet: sheet.rect(10, 10, 50, 50)), ["- no_text"], ""),
    ("empty-page.html", page("", "<title>A title</title>"), ["- no_text"], ""),
    ("script.html", page("<script>var dead = 5</script>"), ["- no_text"], ""),
    ("photo.html", b"\xff\xd8\xff\xe0\x00\x10JFIF", ["- binary"], ""),
    ("not.xml", "no markup at all", ["- not_a_feed"], ""),
    ("other.xml", "<?xml version='1.0'?><rows><row/></rows>", ["- not_a_feed"], ""),
    ("page.rss", page("<p>A page</p>"), ["- not_a_feed"], ""),
    ("blank.xml", "  ", ["- not_a_feed"], ""),
    ("cut.xml", FEED[: FEED.index("hurt")], [EN, "- truncated"], ":2"),
    ("bare.atom", rss(), ["- no_text"], ""),
    ("empty-item.rss", rss("", "<title>Two hurt</title>"), ["- no_text", "Two hurt"], ":1"),
    ("json.jsonl", f"{GOOD}not json\n", [EN, "- not_json"], ":2"),
    ("list.jsonl", jsonl("[1, 2]", ROW), ["- not_json", EN], ":1"),
    ("deep.jsonl", jsonl("[" * 100_000, ROW), ["- not_json", EN], ":1"),
    ("digits.jsonl", jsonl('{"text": ' + "1" * 5000 + "}", ROW), ["- not_json", EN], ":1"),
    ("no-text.jsonl", jsonl(ROW, {"id": "r2"}), [EN, "- no_text_field"], ":2"),
    ("number.jsonl", jsonl(ROW, {"text": 5}), [EN, "- no_text_field"], ":2"),
    ("null.jsonl", jsonl(ROW, {"text": None}), [EN, "- no_text_field"], ":2"),
    ("spaces.jsonl", jsonl(ROW, {"text": "  "}), [EN, "- no_text"], ":2"),
    ("blanks.jsonl", "\n\n \n", ["- no_text"], ""),
    ("again.jsonl", jsonl(ROW, ROW | {"text": AR}), [EN, "- id_repeated"], ":2"),
    ("twice.jsonl", jsonl(ROW, ROW), [EN, "- duplicate"], ":2"),
    ("same.jsonl", jsonl({"text": EN}, {"text": EN}), [EN, "- duplicate"], ":2"),
    ("day.jsonl", jsonl(ROW | {"published": "spring"}), [EN, "- bad_published"], ":1"),
    ("stamp.jsonl", jsonl(ROW | {"published": 1489449600}), [EN, "- bad_published"], ":1"),
    ("lang.jsonl", jsonl(ROW | {"lang": "english"}), [EN, "- bad_field"], ":1"),
    ("title.jsonl", jsonl(ROW | {"title": ["A"]}), [EN, "- bad_field"], ":1"),
    ("true.jsonl", jsonl(ROW | {"id": True}), [EN, "- bad_field"], ":1"),
    ("nul.jsonl", jsonl({"text": "Five\0 dead"}), ["Five\ufffd dead", "- broken_encoding"], ":1"),
    (
        "half.jsonl",
        jsonl('{"text": "Five \\ud83d dead"}'),
        ["Five \ufffd dead", "- broken_encoding"],
        ":1",
    ),
    (
        "bytes.jsonl",
        b'{"text": "Five \xff dead"}\n' + GOOD.encode(),
        ["Five \ufffd dead", "- broken_encoding", EN],
        ":1",
    ),
    ("cut.jsonl.gz", gzip.compress(GOOD.encode())[:-4], [EN, "- truncated"], ":2"),
    ("not.jsonl.gz", GOOD, ["- broken_gzip"], ":1"),
    (
        "damaged.jsonl.gz",
        gzip.compress(GOOD.encode()) + b"\0\0 what is this",
        [EN, "- broken_gzip"],
        ":2",
    ),
    ("header.csv", "id,body\n1,x\n", ["- no_text_field"], ":1"),
    ("narrow.csv", f"id,text\nr1,{EN}\nr2\n", [EN, "- not_csv"], ":3"),
    ("wide.csv", f"id,text\nr1,{EN}, he said\nr2,{EN}\n", ["- not_csv", EN], ":2"),
    ("open.csv", f'id,text\nr1,{EN}\nr2,"Ten hurt\nr3,\n', [EN, "- not_csv"], ":3"),
    ("stray.csv", f'text,id\n"Ten" hurt,r1\n{EN},r2\n', ["- not_csv", EN], ":2"),
    ("cut.csv.gz", gzip.compress(f"text\n{EN}\n".encode())[:-4], [EN, "- truncated"], ":3"),
    ("only-header.csv", "id,text\n", ["- no_text"], ""),
    ("not.warc", "Not an archive\n" * 9, ["- broken_archive"], ":1"),
    ("cut.warc", record(EN, media="text/plain") * 2, [EN, "- truncated"], ":2"),
    ("not.warc.gz", record(EN, media="text/plain"), ["- broken_gzip"], ":1"),
    (
        "tail.warc",
        record(EN, media="text/plain") + b"and then something else\r\n" * 9,
        [EN, "- broken_archive"],
        ":2",
    ),
    ("error.warc", record("Gone", status="404 Not Found"), ["- http_status"], ":1"),
    ("moved.warc", record("", status="302 Found"), ["- http_status"], ":1"),
    ("revisit.warc", record("", kind="revisit"), ["- revisit"], ":1"),
    ("image.warc", record(b"GIF89a", media="image/gif"), ["- unknown_format"], ":1"),
    ("nothing.warc", record(b""), ["- empty"], ":1"),
    ("notes.warc", record("GET / HTTP/1.1", kind="request"), ["- no_text"], ""),
    (
        "crawler.warc",
        record(EN, media="text/plain", warc="WARC-Truncated: length\r\n"),
        [EN, "- truncated"],
        ":1",
    ),
]
CUT = {"cut.warc": 30}


@pytest.mark.parametrize(("name", "content", "out", "place"), CASES, ids=[row[0] for row in CASES])
def test_bad_input_is_named_and_the_rest_goes_on(tmp_path, name, content, out, place):
    data = content.encode() if isinstance(content, str) else content
    path = written(tmp_path, name, data[: len(data) - CUT.get(name, 0)])
    items = read(path)
    assert told(items) == out
    apart = [item for item in items if hasattr(item, "reason")]
    assert {item.item for item in apart} == {f"{path}{place}"}
    assert all(item.stage == "ingest" and item.detail.endswith(".") for item in apart)


def test_broken_bytes_are_named_by_their_offset(tmp_path):
    path = written(tmp_path, "a.txt", AR.encode()[:20] + b"\xff" + AR.encode()[20:])
    assert "byte 20" in read(path)[1].detail


def test_repeated_ids_name_both_lines(tmp_path):
    path = written(tmp_path, "a.jsonl", jsonl(ROW, {"text": "x"}, ROW | {"text": AR}))
    assert f"{path}:1 has the id 'r1'" in read(path)[-1].detail


def test_truncated_gzip_gives_every_row_before_the_break(tmp_path):
    whole = gzip.compress(LINES.encode())
    path = written(tmp_path, "a.jsonl.gz", whole[: len(whole) // 2])
    *rows, last = read(path)
    assert len(rows) > 100
    assert [row.report_id for row in rows] == [f"r{number}" for number in range(len(rows))]
    assert (last.reason, last.item) == ("truncated", f"{path}:{len(rows) + 1}")


@pytest.mark.parametrize("pack", [packed, lambda *all_: gzip.compress(b"".join(all_))])
def test_truncated_archive_gives_every_record_before_the_break(tmp_path, pack):
    records = [record(f"{EN} {number}", media="text/plain") for number in range(5)]
    path = written(tmp_path, "a.warc.gz", pack(*records)[:-12])
    *rows, last = read(path)
    assert told(rows) == [f"{EN} {number}" for number in range(len(rows))]
    assert len(rows) >= 4
    assert (last.reason, last.item) == ("truncated", f"{path}:{len(rows) + 1}")


def test_rows_after_a_line_too_long_are_read(tmp_path):
    content = jsonl({"text": "x" * limits.ROW}, ROW)
    path = written(tmp_path, "a.jsonl.gz", gzip.compress(content.encode(), 1))
    items = read(path)
    assert told(items) == ["- too_large", EN]
    assert items[0].item == f"{path}:1"


def test_csv_ends_at_a_line_too_long(tmp_path):
    path = written(tmp_path, "a.csv", f"text\n{EN}\n{'x' * limits.ROW}\n{AR}\n")
    items = read(path)
    assert told(items) == [EN, "- too_large", "- unread_rest"]
    assert {item.item for item in items[1:]} == {f"{path}:3"}


def test_a_line_that_never_ends_is_given_up(tmp_path):
    block = gzip.compress(bytes(limits.ROW), 1)
    blocks = block * (limits.RUNAWAY // limits.ROW + 3)
    path = written(tmp_path, "a.jsonl.gz", blocks + gzip.compress(GOOD.encode()))
    assert told(read(path)) == ["- too_large", "- unread_rest"]


def test_a_large_text_is_set_aside_by_its_size_alone(tmp_path):
    path = written(tmp_path, "a.txt", "")
    os.truncate(path, 200_000_000)
    tracemalloc.start()
    (item,) = read(path)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert item.reason == "too_large"
    assert "200 MB; the limit is 10 MB" in item.detail
    assert most < 1_000_000


def test_a_record_that_unpacks_without_end_is_set_aside(tmp_path):
    bomb = gzip.compress(bytes(2 * limits.PAGE), 1)
    path = written(tmp_path, "a.warc", record(bomb, http="Content-Encoding: gzip\r\n"))
    assert told(read(path)) == ["- too_large"]


def test_set_aside_reports_leave_no_original(tmp_path):
    store = Store()
    read(
        written(tmp_path, "a.jsonl", jsonl(ROW, ROW, ROW | {"text": AR}, {"id": "x"})), store=store
    )
    assert len(store) == 1
