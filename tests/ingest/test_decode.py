"""Bytes to text: the encodings that reports come in, and what is no text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harmledger.ingest.decode import decode, mend

# text, its encoding
READ = [
    ("Five people were killed at the café – two of them children.", "utf-8"),
    ("Five people were killed at the café – two of them children.", "utf-8-sig"),
    ("قتل خمسة أشخاص في غارة على البلدة", "utf-16"),
    ("قتل خمسة مدنيين في غارة على حي سكني", "cp1256"),
    ("أصيب ثلاثة، بينهم طفل؛ وقال طبيب: «الحالات مستقرة».", "cp1256"),
    ("Title: قصف\n\nقتل 12 شخصا، وفق Harbour Wire", "cp1256"),
    ("غارة", "cp1256"),
    ("Cinq personnes ont été tuées à Mossoul, selon l’armée.", "cp1252"),
    ("Il va à Mossoul", "cp1252"),
    ("L’ARMÉE ATTAQUÉE", "cp1252"),
    ("The ministry’s spokesman said “five people” were killed – all civilians.", "cp1252"),
    ("Murieron tres niños en el ataque, según el alcalde.", "cp1252"),
    ("Drei Männer wurden in der Nähe der Brücke getötet.", "cp1252"),
    ("Погибли двое", "cp1251"),
    ("П’ятеро людей загинули внаслідок обстрілу, ще 12 поранено.", "cp1251"),
    ("No letter beyond ASCII.", "ascii"),
]
# bytes, text, number of broken places, offset of the first
MENDED = [
    (b"Five people were killed \xff\xfe in town.", "Five people were killed �� in town.", 2, 24),
    ("قتل خمسة".encode() + b"\xff", "قتل خمسة�", 1, 15),
    ("café, five dead".encode() + b"\xe2\x80", "café, five dead�", 1, 16),
    (b"abc \xc3( def", "abc �( def", 1, 4),
    ("الضحايا".encode("utf-16") + b"\x00", "الضحايا�", 1, 16),
]
NO_TEXT = [
    b"\0",
    b"GIF89a\x01\0\x01",
    bytes(range(128, 256)),
    b"\x01\x02 ok",
]


@pytest.mark.parametrize(("text", "encoding"), READ)
def test_text_is_read_in_its_encoding(text, encoding):
    found = decode(text.encode(encoding))
    assert found is not None
    assert (found.text, found.broken_at) == (text, None)


@pytest.mark.parametrize(("data", "text", "broken", "at"), MENDED)
def test_broken_bytes_are_counted_and_placed(data, text, broken, at):
    found = decode(data)
    assert found is not None
    assert (found.text, found.broken, found.broken_at) == (text, broken, at)


@pytest.mark.parametrize("data", NO_TEXT)
def test_what_is_no_text_is_told(data):
    assert decode(data) is None


# declared, text, its encoding
DECLARED = [
    ("windows-1256", "حي", "cp1256"),
    ("iso-8859-1", "“five”", "cp1252"),
    ("koi8-r", "Погибли двое", "koi8-r"),
    ("windows-1256", "café", "utf-8"),
    ("no-such-encoding", "قتل خمسة", "cp1256"),
    ("hex", "قتل خمسة", "cp1256"),
    ("utf-8", "قتل خمسة", "cp1256"),
]


@pytest.mark.parametrize(("declared", "text", "encoding"), DECLARED)
def test_a_declared_encoding_is_believed_unless_it_is_utf_8_after_all(declared, text, encoding):
    found = decode(text.encode(encoding), declared=declared)
    assert found is not None
    assert found.text == text


@given(st.text())
def test_utf_8_is_read_as_written(text):
    assert mend(text.encode()).text == text.removeprefix("\ufeff")


@given(st.binary())
def test_any_bytes_make_a_text_that_can_be_stored(data):
    mend(data).text.encode()
