"""Schemes are read strictly, and every one that ships loads."""

import pytest

from harmledger.grade import load_scheme, read_scheme, scheme_names
from harmledger.grade.condition import CONDITIONS
from harmledger.grade.rules import least, load_vague
from harmledger.grade.scheme import scheme_of
from harmledger.model import VocabularyError
from harmledger.vocab.load import Entry, document, entries, listing, text
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
    (OPEN, [entry("Splendid!"), *GRADES], "Splendid!"),
    (OPEN, [entry("headline", "belligerent_accepts"), *GRADES], "what totals call several"),
    (OPEN | {"version": ["1"]}, GRADES, "version"),
    (ruled("vague", ["plain"]) | {"headline": []}, GRADES, "name a table"),
    (OPEN, [entry("fair"), *GRADES], "no grade below it is ever given"),
    (OPEN, [entry("fair", "two_moons"), *GRADES], "two_moons"),
    (BODY, GRADES, "fair"),
    ({**OPEN, "tail": 1}, GRADES, "tail"),
    ({key: OPEN[key] for key in OPEN if key != "version"}, GRADES, "version"),
    (ruled("open_high", "shut") | {"headline": []}, GRADES, "shut"),
    (OPEN | {"rules": BODY["rules"][1:]}, GRADES, "vague"),
    (OPEN | {"rules": [{"id": "vague"}]}, GRADES, "reason"),
    (ruled("vague", "gossip") | {"headline": []}, GRADES, "gossip"),
    (ruled("range", ["span"]) | {"headline": []}, GRADES, "choose of"),
    (ruled("sources", "all") | {"headline": []}, GRADES, "sources is 'all'"),
    (ruled("sources", {"rumour": "alone"}) | {"headline": []}, GRADES, "rumour"),
    (ruled("sources", {"unnamed": "half"}) | {"headline": []}, GRADES, "half"),
    (ruled("certainties", {"feared": None}) | {"headline": []}, GRADES, "feared"),
    (OPEN | {"rules": [*BODY["rules"], BODY["rules"][0]]}, GRADES, "stands twice"),
    (OPEN | {"rules": "none"}, GRADES, "vague"),
    (OPEN | {"headline": "confirmed"}, GRADES, "no list of grades"),
    (OPEN, [Entry("schemes/x.yml", "weak", "A.", {"id": "weak", "when": "always"})], "no list"),
]


@pytest.mark.parametrize(("body", "grades", "named"), WRONG)
def test_wrong_schemes_are_refused(body, grades, named):
    with pytest.raises(VocabularyError, match=named):
        scheme_of("x", body, grades)


OWN = text("schemes/plain.yml").replace('version: "1"', 'version: "7"')
OWN = OWN.replace("single", "one_voice")


def test_a_projects_own_scheme_is_a_file_with_grades_of_its_own(tmp_path):
    path = tmp_path / "ours.yml"
    path.write_text(OWN, "utf-8")
    scheme = load_scheme(str(path))
    assert (scheme.name, scheme.version) == ("ours", "7")
    assert [step.grade for step in scheme.steps] == ["corroborated", "one_voice"]
    assert scheme.digest != load_scheme("plain").digest
    assert read_scheme("ours", scheme.text, "ledger: ours") == scheme


# bytes of a file; what the message names
BAD_FILES = [
    (b"", "holds no mapping"),
    (b"- a\n- b\n", "holds no mapping"),
    (b"says: [\n", "not YAML"),
    (b"says: a\nsays: b\n", "stands twice"),
    (b"\xff\xfe\x00", "UTF-8"),
    (OWN.replace("entries:\n", "entries: 7\nmore:\n").encode(), "no list"),
    (OWN.replace("two_independent_sources", "three_moons").encode(), "three_moons"),
]


@pytest.mark.parametrize(("data", "named"), BAD_FILES)
def test_a_file_that_is_no_scheme_is_named(tmp_path, data, named):
    path = tmp_path / "ours.yml"
    path.write_bytes(data)
    with pytest.raises(VocabularyError, match=named) as raised:
        load_scheme(str(path))
    assert str(raised.value).startswith(str(path))


@pytest.mark.parametrize("name", ["nobody", "", "words/plain", "../codes/grades", "missing.yml"])
def test_a_scheme_that_is_not_there_is_named(name):
    with pytest.raises(VocabularyError, match=r"known are|can't be read"):
        load_scheme(name)


def test_the_four_schemes_of_the_field_ship():
    assert {"acled", "airwars", "plain", "ucdp"} <= set(scheme_names())


UNFOLDING = [f"&b{n} [{', '.join([f'*b{n - 1}'] * 9)}]" for n in range(1, 9)]
BOMB = f"source: [&b0 [0], {', '.join(UNFOLDING)}]\n"


@pytest.mark.parametrize("key", ["version", "headline", "rules", "entries"])
def test_a_file_that_unfolds_without_end_is_refused_in_a_line(tmp_path, key):
    path = tmp_path / "ours.yml"
    lines = [f"{name}: x" for name in ("says", "version", "headline", "rules", "entries")]
    lines = [f"{key}: *b8" if line.startswith(key) else line for line in lines]
    path.write_text(BOMB + "\n".join(lines) + "\n", "utf-8")
    with pytest.raises(VocabularyError) as raised:
        load_scheme(str(path))
    assert len(str(raised.value)) < 1000


@pytest.mark.parametrize("name", ["acled", "airwars", "plain", "ucdp"])
def test_grades_that_ship_are_in_the_vocabulary(name):
    grades = {one.id for one in entries("codes/grades.yml", knows=frozenset(), needs=frozenset())}
    assert {step.grade for step in load_scheme(name).steps} <= grades


@pytest.mark.parametrize("name", scheme_names())
def test_every_rule_of_a_scheme_gives_its_reason_and_source(name):
    for row in document(f"schemes/{name}.yml")["rules"]:
        assert row["reason"].endswith(".")
        assert len(row["source"]) > 5


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
