"""The words around a place's name, as vocab/gazetteer/ lists them."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from harmledger.model import PlacePrecision
from harmledger.vocab.load import Entry, document, entries


@dataclass(frozen=True, slots=True)
class PlaceType:
    """A kind of place and the words for it ("village", "حي").

    Attributes:
        agrees: Kinds of entry that the word speaks for.
        allows: Kinds of entry that it speaks neither for nor against.
        against: Kinds of entry that it speaks against.
        never: Kinds of entry that it rules out.
        shed: Whether the word falls away from names of areas.
        reach_km: How far it widens the place that is named.
        weak: Whether the word as often stands behind what is no place.
        between: Whether, named after two places, it lies between them ("the Taiz - Ibb road").
    """

    id: str
    words: tuple[str, ...]
    agrees: frozenset[PlacePrecision]
    allows: frozenset[PlacePrecision]
    against: frozenset[PlacePrecision]
    never: frozenset[PlacePrecision]
    shed: bool
    reach_km: float
    weak: bool
    between: bool


@dataclass(frozen=True, slots=True)
class Relation:
    """How what stands before some words lies to what stands after them.

    Attributes:
        kind: "inside", "of", "near", "between" or "beside".
        reach_km: How far it widens what stands after, where only that is known.
        weak: Whether the words as often stand before what is no place ("from", "by").
    """

    id: str
    words: tuple[str, ...]
    kind: str
    reach_km: float
    weak: bool = False


@dataclass(frozen=True, slots=True)
class Direction:
    """A side of a place or a way from it.

    Attributes:
        bearing: Degrees clockwise from north, or None for the middle.
    """

    id: str
    words: tuple[str, ...]
    bearing: float | None


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of distance, in kilometres."""

    id: str
    words: tuple[str, ...]
    km: float


@dataclass(frozen=True, slots=True)
class Country:
    """What names a country or says that something belongs to it.

    Attributes:
        code: ISO 3166-1 alpha-2.
        words: For what belongs to it ("Iraqi").
        names: Of the country, the one to show first.
    """

    code: str
    words: tuple[str, ...]
    names: tuple[str, ...]


@cache
def place_types() -> tuple[PlaceType, ...]:
    """Load the kinds of place, in the file's order."""
    return tuple(
        PlaceType(
            id=entry.id,
            words=_words(entry, "words"),
            agrees=_kinds(entry, "agrees"),
            allows=_kinds(entry, "allows"),
            against=_kinds(entry, "against"),
            never=_kinds(entry, "never"),
            shed=bool(entry.body.get("shed", False)),
            reach_km=float(entry.body.get("reach_km", 0)),
            weak=bool(entry.body.get("weak", False)),
            between=bool(entry.body.get("between", False)),
        )
        for entry in _listed(
            "types",
            {"words", "agrees", "against"},
            {"allows", "never", "shed", "reach_km", "weak", "between"},
        )
    )


@cache
def relations() -> tuple[Relation, ...]:
    """Load the relations, in the file's order."""
    return tuple(
        Relation(
            entry.id,
            _words(entry, "words"),
            entry.body["kind"],
            entry.body["reach_km"],
            bool(entry.body.get("weak", False)),
        )
        for entry in _listed("relations", {"words", "kind", "reach_km"}, {"weak"})
    )


@cache
def directions() -> tuple[Direction, ...]:
    """Load the directions, in the file's order."""
    return tuple(
        Direction(entry.id, _words(entry, "words"), entry.body.get("bearing"))
        for entry in _listed("directions", {"words"}, {"bearing"})
    )


@cache
def units() -> tuple[Unit, ...]:
    """Load the units of distance, in the file's order."""
    return tuple(
        Unit(entry.id, _words(entry, "words"), float(entry.body["km"]))
        for entry in _listed("distances", {"words", "km"})
    )


@cache
def countries() -> Mapping[str, Country]:
    """Load the countries by code."""
    return {
        entry.id: Country(entry.id, _words(entry, "people"), _words(entry, "names"))
        for entry in _listed("countries", {"names", "people"})
    }


@cache
def locales() -> tuple[str, ...]:
    """Languages in which countries' names are matched, as codes of Unicode CLDR."""
    return tuple(document("gazetteer/countries.yml")["locales"])


def _listed(file: str, needs: set[str], may: set[str] | None = None) -> list[Entry]:
    knows = frozenset(needs | (may or set()))
    return entries(f"gazetteer/{file}.yml", knows=knows, needs=frozenset(needs))


def _words(entry: Entry, name: str) -> tuple[str, ...]:
    found: Any = entry.body[name]
    if not isinstance(found, list) or not all(isinstance(word, str) for word in found):
        raise entry.wrong(f"`{name}` is no list of words; quote words that YAML reads otherwise")
    return tuple(found)


def _kinds(entry: Entry, name: str) -> frozenset[PlacePrecision]:
    try:
        return frozenset(PlacePrecision(kind) for kind in entry.body.get(name, ()))
    except ValueError as error:
        raise entry.wrong(f"`{name}`: {error}; see vocab/codes/place_precisions.yml") from error
