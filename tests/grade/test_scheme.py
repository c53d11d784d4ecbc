"""Schemes are read strictly, and every one that ships loads."""

import pytest

from harmledger.grade import load_scheme, scheme_names
from harmledger.grade.condition import CONDITIONS
from harmledger.grade.rules import least, load_vague
from harmledger.grade.scheme import scheme_of
from harmledger.model import VocabularyError
from harmledger.vocab.load import Entry, document, listing
from tests.make import claim, count

BODY = document("schemes/airwars.yml")


def entry(grade, *when):
    return Entry("schemes/x.yml", grade, "A grade.", {"id": grade, "when": list(when)})


def ruled(rule, value):
    rows = [row | {"value": value} if row["id"] == rule else row for row in BODY["rules"]]
    return BODY | {"rules": rows}


GRADES = [entry("confirmed", "belligerent_accepts"), entry("weak")]
OPEN = BODY | {"headline": ["confirmed"]}

# body, grades, what the message names
WRONG = [
    (OPEN, [entry("weak", "two_independent_sources")], "end with a grade that has none"),
    (OPEN, [], "end with a grade that has none"),
    (OPEN, [entry("splendid"), *GRADES], "splendid"),
    (OPEN, [entry("fair", "two_moons"), *GRADES], "two_moons"),
    (BODY, GRADES, "fair"),
    ({**OPEN, "tail": 1}, GRADES, "tail"),
    ({key: OPEN[key] for key in OPEN if key != "version"}, GRADES, "version"),
    (ruled("open_high", "shut") | {"headline": []}, GRADES, "shut"),
    (OPEN | {"rules": BODY["rules"][1:]}, GRADES, "vague"),
    (OPEN | {"rules": [{"id": "vague"}]}, GRADES, "reason"),
    (ruled("vague", "gossip") | {"headline": []}, GRADES, "gossip"),
]


@pytest.mark.parametrize(("body", "grades", "named"), WRONG)
def test_wrong_schemes_are_refused(body, grades, named):
    with pytest.raises(VocabularyError, match=named):
        scheme_of("x", body, grades)


@pytest.mark.parametrize("name", scheme_names())
def test_every_scheme_loads_and_tells_its_version(name):
    scheme = load_scheme(name)
    assert scheme.name == name
    assert scheme.version
    assert all(condition in CONDITIONS for step in scheme.steps for condition in step.when)


def test_airwars_headline_is_confirmed_and_fair():
    assert load_scheme("airwars").headline == {"confirmed", "fair"}


@pytest.mark.parametrize(
    "name", [file.split("/")[-1][:-4] for file in listing("schemes/words") if "names" not in file]
)
def test_vague_words_are_phrases_longest_first(name):
    table = load_vague(name)
    assert all(value > 0 for value in table.values())
    assert [len(phrase) for phrase in table] == sorted(map(len, table), reverse=True)


# words, least under plain, least under acled
VAGUE = [
    ("hundreds of people", 200, 100),
    ("Dozens", 24, 12),
    ("hundreds of thousands", 200000, 100),
    ("عشرات", 20, 10),
    ("hundredsfold", None, None),
    ("several", None, None),
]


@pytest.mark.parametrize(("words", "plain", "acled"), VAGUE)
def test_vague_words(words, plain, acled):
    told = claim(count=count(None, None, words=words))
    assert least(told, load_vague("plain")) == plain
    assert least(told, load_vague("acled")) == acled
