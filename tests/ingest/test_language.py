"""The language of a report."""

import pytest

from harmledger.ingest.language import CODES, MACRO, code_of, language
from tests.ingest.inputs import AR, EN

TOLD = [
    (EN, "en"),
    (EN.upper(), "en"),
    ("Five dead", "en"),
    (AR, "ar"),
    ("مقتل 5 في قصف", "ar"),
    ("Cinq civils ont été tués lundi dans le bombardement d'une boulangerie.", "fr"),
    ("П’ятеро цивільних загинули внаслідок обстрілу пекарні на півночі міста.", "uk"),
    ("12 dead", "und"),
    ("", "und"),
    ("2017-03-14 12:30 +964", "und"),
    (f"{EN} {AR * 50}", "ar"),
    (f"{EN * 20} {AR * 200}", "en"),
]


@pytest.mark.parametrize(("text", "code"), TOLD)
def test_language_of_a_text(text, code):
    assert language(text) == code


# tag, code
TAGS = [
    ("en", "en"),
    ("AR", "ar"),
    ("ar-IQ", "ar"),
    ("en_GB", "en"),
    (" fr ", "fr"),
    ("und", "und"),
]


@pytest.mark.parametrize(("tag", "code"), TAGS)
def test_code_of_a_tag(tag, code):
    assert code_of(tag) == code


@pytest.mark.parametrize("tag", ["english", "eng", "xx", "", "-", "ckb"])
def test_no_code_of_what_is_no_tag(tag):
    assert code_of(tag) is None


def test_codes_are_those_of_the_standard():
    assert len(CODES) == 183
    assert set(MACRO.values()) <= CODES
