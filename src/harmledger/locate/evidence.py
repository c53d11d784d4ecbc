"""What speaks for and against an entry that a place's words could mean."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import log10

from harmledger.locate.fold import plain_words
from harmledger.locate.gazetteer.entry import Entry, Match
from harmledger.locate.phrase.parts import Part
from harmledger.locate.sphere import kilometres
from harmledger.locate.weights import Weights
from harmledger.model import PlacePrecision

KM_PER_DEGREE = 111.2  # of latitude
DECAY = 0.7  # of the bits for being near, lost over the whole reach
IS = {
    PlacePrecision.COUNTRY: "is_country",
    PlacePrecision.PROVINCE: "is_province",
    PlacePrecision.DISTRICT: "is_district",
    PlacePrecision.SUBDISTRICT: "is_subdistrict",
    PlacePrecision.NEIGHBOURHOOD: "is_part",
    PlacePrecision.LANDMARK: "is_part",
    PlacePrecision.STREET: "is_part",
    PlacePrecision.EXACT: "is_part",
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that speaks for or against an entry.

    Attributes:
        weight: Id of vocab/gazetteer/weights.yml.
        bits: What it weighs here.
        about: The other place that it is about, or None.
        km: How far away that is, or None.
    """

    weight: str
    bits: float
    about: Entry | None = None
    km: float | None = None


def of_name(match: Match, form: str, weights: Weights) -> Iterator[Finding]:
    """How the words fit the name."""
    if not match.exact:
        yield Finding("sounds_alike", weights.bits("sounds_alike"))
        return
    if match.main:
        yield Finding("main_name", weights.bits("main_name"))
    if plain_words(match.name) == plain_words(form):
        yield Finding("same_spelling", weights.bits("same_spelling"))


def of_kind(entry: Entry, part: Part, weights: Weights) -> Iterator[Finding]:
    """What kind of place the words call it; within a place of another kind nothing is against."""
    kinds = [kind for kind in part.types if kind.agrees]
    if any(entry.precision in kind.never for kind in kinds):
        yield Finding("kind_never", weights.bits("kind_never"))
        return
    if any(entry.precision in kind.agrees for kind in kinds):
        yield Finding("kind_agrees", weights.bits("kind_agrees"))
    elif kinds and not part.part_of and not any(entry.precision in kind.allows for kind in kinds):
        against = any(entry.precision in kind.against for kind in kinds)
        name = "kind_against" if against else "kind_open"
        yield Finding(name, weights.bits(name))


def of_weight(entry: Entry, weights: Weights) -> Finding:
    """How likely any words mean such a place."""
    name = IS.get(entry.precision)
    if name is not None:
        return Finding(name, weights.bits(name))
    if entry.population is None:
        return Finding("people_unknown", weights.bits("people_unknown"))
    return Finding("people", weights.bits("people") * log10(max(entry.population, 1)))


def of_nation(entry: Entry, nation: str | None, weights: Weights) -> Iterator[Finding]:
    """Whether it lies in the country that the words say it belongs to."""
    if nation is not None and entry.country is not None:
        name = "same_nation" if entry.country == nation else "other_nation"
        yield Finding(name, weights.bits(name))


def of_outer(entry: Entry, outer: Sequence[Entry], weights: Weights) -> Finding | None:
    """Whether it lies in or near one of the entries that wider words of the phrase could mean.

    None where there are none, or where it holds one of them itself.
    """
    if entry.precision is PlacePrecision.COUNTRY and outer and outer[0].code is not None:
        return None  # countries stand side by side: "Turkey, Iraq and Syria"
    near: Finding | None = None
    for other in outer:
        if entry.inside(other):
            return Finding("inside_named", weights.bits("inside_named"), other)
        if other.code is None or other.inside(entry):
            km = distance(entry, other, limit=other.radius_km + weights.near_named_km)
            if km is not None and (near is None or km < (near.km or 0)):
                reach = other.radius_km + weights.near_named_km
                bits = weights.bits("near_named") * (1 - DECAY * km / reach)
                near = Finding("near_named", bits, other, km)
    if near is None and outer:
        name = "apart_from_place" if outer[0].code is None else "apart_from_area"
        return Finding(name, weights.bits(name), outer[0])
    return near


def distance(entry: Entry, other: Entry, *, limit: float) -> float | None:
    """Kilometres between two points, or None where that is more than the limit."""
    if abs(entry.lat - other.lat) * KM_PER_DEGREE > limit:
        return None
    km = kilometres((entry.lat, entry.lon), (other.lat, other.lon))
    return km if km <= limit else None


def total(findings: Iterable[Finding]) -> float:
    """Bits of all the findings."""
    return sum(finding.bits for finding in findings)
