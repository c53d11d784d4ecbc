"""Header blocks: what is one, and what only looks like one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harmledger.ingest.header import split_block, split_lines

FIVE = "Five people died."
# text, fields, what is left
CASES = [
    (f"Title: Strike\n\n{FIVE}", {"title": "Strike"}, FIVE),
    (f"TITLE : Strike\nurl: https://a.example\n\n{FIVE}",
     {"title": "Strike", "url": "https://a.example"}, FIVE),
    (f"Published: 2017-03-14\nLang: ar\nId: x1\nPublisher: P\n\n{FIVE}",
     {"published": "2017-03-14", "lang": "ar", "id": "x1", "publisher": "P"}, FIVE),
    (f"\n\nTitle: Strike\n \t\n\n\n{FIVE}\n\nMore.", {"title": "Strike"}, f"{FIVE}\n\nMore."),
    (f"Title:\nId: 7\n\n{FIVE}", {"id": "7"}, FIVE),
    ("Title: Strike\n\n", {"title": "Strike"}, ""),
    (FIVE, {}, FIVE),
    (f"{FIVE}\n\nTitle: Strike", {}, f"{FIVE}\n\nTitle: Strike"),
    (f"Title: Strike\n{FIVE}\n\nMore.", {}, f"Title: Strike\n{FIVE}\n\nMore."),
    (f"Mosul: five died\n\n{FIVE}", {}, f"Mosul: five died\n\n{FIVE}"),
    (f"Title: A\nTitle: B\n\n{FIVE}", {}, f"Title: A\nTitle: B\n\n{FIVE}"),
    ("Title: Strike", {}, "Title: Strike"),
    ("  indented first line", {}, "  indented first line"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "fields", "left"), CASES)
def test_block(text, fields, left):
    assert split_block(text) == (fields, left)


def test_lines_need_no_blank_one():
    assert split_lines(["Title: Strike", "Id: 7", FIVE]) == ({"title": "Strike", "id": "7"}, [FIVE])


@given(st.text())
def test_a_text_loses_nothing_but_its_block(text):
    fields, left = split_block(text)
    assert text.endswith(left)
    assert fields or left in (text, "")
