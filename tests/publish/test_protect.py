"""What is withheld, and what is not."""

from dataclasses import replace

import pytest

from harmledger.model import PlacePrecision, SourceKind, VocabularyError
from harmledger.publish.protect import (
    FILE,
    KNOWS,
    load_policy,
    policy_of,
    protect_claim,
    protect_place,
)
from harmledger.vocab.load import entries
from tests.make import claim, place, source

POLICY = load_policy()
FOUND = entries(FILE, knows=KNOWS, needs=frozenset())
PRECISE = place("Mosul", lat=36.3456789, lon=43.1298765)

# precision, coordinates
PLACES = [
    (PlacePrecision.EXACT, (36.346, 43.13)),
    (PlacePrecision.STREET, (36.346, 43.13)),
    (PlacePrecision.TOWN, (36.3456789, 43.1298765)),
]


@pytest.mark.parametrize(("precision", "expected"), PLACES)
def test_places(precision, expected):
    found = protect_place(replace(PRECISE, precision=precision), POLICY)
    assert (found.lat, found.lon) == expected


# kind, whether the name is shown
NAMES = [
    (SourceKind.WITNESS, False),
    (SourceKind.MEDICAL, False),
    (None, False),
    (SourceKind.MILITARY, True),
    (SourceKind.NGO, True),
]


@pytest.mark.parametrize(("kind", "shown"), NAMES)
def test_names(kind, shown):
    found = protect_claim(claim(source=source("Salma Nadir", kind)), POLICY)
    assert (found.source.name == "Salma Nadir") is shown
    assert found.source.kind == kind


def test_what_is_not_there_needs_no_protection():
    bare = claim(source=None, place=None)
    found = protect_claim(bare, POLICY)
    assert found == replace(bare, evidence=replace(bare.evidence, quote="withheld"))


def changed(entry_id, **body):
    return [replace(one, body={**one.body, **body}) if one.id == entry_id else one for one in FOUND]


# entries, what the message names
WRONG = [
    (FOUND[:-1], "columns"),
    (changed("names", kinds=["poet"]), "poet"),
    (changed("coordinates", decimals={"parish": 2}), "parish"),
    (
        [replace(one, body={"id": one.id}) if one.id == "names" else one for one in FOUND],
        "lacks kinds",
    ),
]


@pytest.mark.parametrize(("found", "named"), WRONG)
def test_a_wrong_policy_is_refused(found, named):
    with pytest.raises(VocabularyError, match=named):
        policy_of(found)
