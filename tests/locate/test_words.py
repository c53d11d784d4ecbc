"""Every listed word around a name proves itself by its own examples."""

import pytest

from harmledger.locate.phrase.parts import parts
from harmledger.locate.words import directions, place_types, relations, units
from harmledger.model import PlacePrecision
from harmledger.vocab.load import document


def listed(file: str) -> list[dict]:
    return document(f"gazetteer/{file}.yml")["entries"]


def examples(file: str, field: str = "match") -> list[tuple[str, object]]:
    return [(entry["id"], one) for entry in listed(file) for one in entry.get(field, ())]


def words_of(words: str, kind: str) -> set[str]:
    """Ids of what of a kind the reading of a phrase found."""
    found = parts(words)
    return {
        "types": {one.id for part in found for one in part.types},
        "relations": {part.relation.id for part in found if part.relation},
        "directions": {part.direction.id for part in found if part.direction},
    }[kind]


@pytest.mark.parametrize(("rule", "example"), examples("types"))
def test_a_kind_of_place_is_read_beside_its_name(rule, example):
    if rule != "type.dwelling":  # whose house it is tells nothing of the town it stands in
        assert rule in words_of(example["words"], "types")
    assert example["name"] in parts(example["words"])[0].forms


@pytest.mark.parametrize(("rule", "example"), examples("types", "no_match"))
def test_a_name_alone_has_no_kind(rule, example):
    assert rule not in words_of(example, "types")


@pytest.mark.parametrize(("rule", "example"), examples("relations"))
def test_a_relation_ties_two_names(rule, example):
    forms = [part.forms[-1] for part in parts(example["words"])]
    assert forms[-2:] == [example["first"], example["second"]]


@pytest.mark.parametrize(("rule", "example"), examples("directions"))
def test_a_direction_is_read_beside_its_name(rule, example):
    assert rule in words_of(example, "directions")


@pytest.mark.parametrize(("rule", "example"), examples("directions", "no_match"))
def test_a_name_alone_has_no_direction(rule, example):
    assert not words_of(example, "directions")


@pytest.mark.parametrize(("rule", "example"), examples("distances"))
def test_a_distance_is_read_in_kilometres(rule, example):
    number = float(example.split()[0])
    unit = next(one for one in units() if one.id == rule)
    assert parts(example)[0].distance_km == pytest.approx(number * unit.km)


@pytest.mark.parametrize(("rule", "example"), examples("distances", "no_match"))
def test_without_a_unit_there_is_no_distance(rule, example):
    assert [part.distance_km for part in parts(example)] == [None]


def test_no_word_is_listed_as_two_things():
    # The first would hold silently; "district" as two kinds must be settled in the file.
    words = [
        word.casefold()
        for group in (place_types(), relations(), directions(), units())
        for one in group
        for word in one.words
    ]
    assert sorted(words) == sorted(set(words))


def test_every_kind_of_entry_agrees_with_some_word():
    agreed = frozenset().union(*(kind.agrees for kind in place_types()))
    assert agreed == set(PlacePrecision) - {PlacePrecision.NONE, PlacePrecision.COUNTRY}
