"""What holds for any input: nothing raises, nothing disappears, the same comes out again."""

import socket
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from harmledger.ingest import FORMATS, ingest
from harmledger.model import Report, SetAside
from harmledger.vocab.load import entries
from tests.ingest.inputs import AR, EN, Store, jsonl, packed, page, pdf, read, record, rss, written

NEEDS = frozenset({"stage", "remedy"})
KNOWS = NEEDS | {"fault"}
REASONS = {entry.id: entry for entry in entries("codes/reasons.yml", knows=KNOWS, needs=NEEDS)}
WHOLE = {
    ".txt": AR.encode(),
    ".html": page(
        f"<article><p>{EN}</p></article>", '<meta name="date" content="2017-03-15">'
    ).encode(),
    ".pdf": pdf(EN),
    ".jsonl": jsonl({"id": 1, "text": EN}, {"text": AR}).encode(),
    ".csv": f'id,text\n1,"{EN}"\n'.encode(),
    ".warc": record(page(f"<p>{EN}</p>")) + record(AR, media="text/plain"),
    ".warc.gz": packed(record(EN, media="text/plain")),
    ".rss": rss(f"<title>{EN}</title>", "<title>Ten</title>").encode(),
}
ROWS = st.lists(
    st.fixed_dictionaries(
        {},
        optional={
            "id": st.none() | st.integers(0, 3) | st.text(max_size=2),
            "text": st.none() | st.sampled_from([EN, AR, "", "Five"]) | st.text(max_size=9),
            "published": st.none() | st.text(max_size=12) | st.dates().map(str),
            "lang": st.none() | st.sampled_from(["en", "ar", "??"]),
        },
    ),
    max_size=6,
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("laws")


def check(path: Path, store: Store) -> list[Report | SetAside]:
    """Read a file and hold what comes out to the laws."""
    items = read(path, store=store)
    assert len(items) > 0
    for item in items:
        if isinstance(item, SetAside):
            assert REASONS[item.reason].body["stage"] == item.stage == "ingest"
            assert item.item.startswith(str(path))
        else:
            assert item.text.strip()
            assert sha256(store[item.sha256]).hexdigest() == item.sha256
    return items


@settings(deadline=None, max_examples=50)
@given(suffix=st.sampled_from(sorted(FORMATS)), data=st.binary(min_size=1, max_size=300))
def test_any_bytes_under_any_name_come_out_as_something(folder, suffix, data):
    check(written(folder, f"any{suffix}", data), Store())


@settings(deadline=None, max_examples=100)
@given(suffix=st.sampled_from([".txt", ".jsonl"]), data=st.binary(min_size=1) | st.text(min_size=1))
def test_any_bytes_as_text_or_rows_come_out_as_something(folder, suffix, data):
    path = folder / f"text{suffix}"
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    check(path, Store())


@settings(deadline=None, max_examples=80)
@given(
    suffix=st.sampled_from(sorted(WHOLE)),
    at=st.floats(0, 1, exclude_max=True),
    cut=st.integers(0, 12),
    put=st.binary(max_size=6),
)
def test_any_damage_to_a_good_file_comes_out_as_something(folder, suffix, at, cut, put):
    whole = WHOLE[suffix]
    place = int(at * len(whole))
    check(written(folder, f"hurt{suffix}", whole[:place] + put + whole[place + cut :]), Store())


@settings(deadline=None, max_examples=60)
@given(rows=ROWS)
def test_every_row_comes_out_once_and_again_the_same(folder, rows):
    path = written(folder, "rows.jsonl", jsonl(*rows, {"text": EN}))
    items = check(path, Store())
    places = [item.origin if isinstance(item, Report) else item.item for item in items]
    assert {*places} == {f"{path}:{number}" for number in range(1, len(rows) + 2)}
    reports = [item for item in items if isinstance(item, Report)]
    assert len({item.report_id for item in reports}) == len(reports)
    assert read(path) == items


@settings(deadline=None, max_examples=40)
@given(rows=ROWS, at=st.integers(0, 6))
def test_files_together_are_the_whole(folder, rows, at):
    whole = read(written(folder, "whole.jsonl", jsonl(*rows, {"text": EN})))
    first = written(folder, "1.jsonl", jsonl(*rows[:at], "{}"))
    second = written(folder, "2.jsonl", jsonl(*rows[at:], {"text": EN}))
    parts = read(first, second)
    assert [key(item) for item in parts if key(item) != "no_text_field"] == [
        key(item) for item in whole if key(item) != "no_text_field"
    ]


def key(item):
    """What an item is, wherever it stands."""
    if isinstance(item, SetAside):
        return item.reason
    return (item.report_id, item.sha256, item.text, item.lang, item.published)


def test_a_failure_to_keep_is_not_taken_for_a_failure_to_read(tmp_path):
    def full(data):
        raise OSError(28, "No space left on device")

    for suffix, data in WHOLE.items():
        path = written(tmp_path, f"a{suffix}", data)
        with pytest.raises(OSError, match="No space left"):
            list(ingest([path], keep=full))


def test_nothing_asks_the_network(tmp_path, monkeypatch):
    def refuse(*_, **__):
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    for suffix, data in WHOLE.items():
        assert len(read(written(tmp_path, f"a{suffix}", data))) > 0


STAGES = {"ingest", "extract", "locate", "link", "grade", "publish", "judge"}


def test_reasons_are_sentences_with_a_stage_and_a_remedy():
    assert len(REASONS) > 30
    for entry in REASONS.values():
        assert entry.says.endswith(".")
        assert entry.body["remedy"].endswith(".")
        assert entry.body["stage"] in STAGES
