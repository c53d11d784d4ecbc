"""What a release withholds so that nobody is endangered by being found in it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from harmledger.model import Claim, Incident, Place, PlacePrecision, SourceKind
from harmledger.vocab.load import Entry, entries

FILE = "publish.yml"
KNOWS = frozenset({"decimals", "kinds", "columns", "reason"})
KEYS = {"coordinates": "decimals", "names": "kinds", "columns": "columns"}
WITHHELD = "withheld"  # never blank: withheld and unknown are two things
UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Policy:
    """What is withheld from the files made to be passed on.

    Attributes:
        decimals: Decimals that coordinates keep, by the precision of the place.
        kinds: Kinds of source whose names are withheld; None for a kind that was left open.
        columns: Columns that are left out.
    """

    decimals: Mapping[PlacePrecision, int]
    kinds: frozenset[SourceKind | None]
    columns: frozenset[str]


NOTHING = Policy({}, frozenset(), frozenset())
"""Withholds nothing."""


def policy_for(*, whole: bool) -> Policy:
    """What a release withholds; nothing where it is for those who may see everything."""
    return NOTHING if whole else load_policy()


@cache
def load_policy() -> Policy:
    """Read vocab/publish.yml.

    Raises:
        VocabularyError: A key, precision or kind is missing or not known.
    """
    return policy_of(entries(FILE, knows=KNOWS, needs=frozenset({"reason"})))


def policy_of(found: list[Entry]) -> Policy:
    """Check the entries of a policy and make it.

    Raises:
        VocabularyError: A key, precision or kind is missing or not known.
    """
    given = {entry.id: entry for entry in found}
    if given.keys() != KEYS.keys():
        raise found[-1].wrong(f"the entries are {sorted(given)}; make them {sorted(KEYS)}")
    decimals, kinds, columns = (_value(given[name], key) for name, key in KEYS.items())
    try:
        return Policy(
            decimals={PlacePrecision(name): int(places) for name, places in decimals.items()},
            kinds=frozenset(None if name == UNKNOWN else SourceKind(name) for name in kinds),
            columns=frozenset(columns),
        )
    except ValueError as error:
        raise found[0].wrong(f"{error}; use a code of vocab/codes") from error


def protect_claim(claim: Claim, policy: Policy) -> Claim:
    """The claim with its source's name withheld and its place as vague as the policy asks."""
    source = claim.source
    if source is not None and source.kind in policy.kinds:
        source = replace(source, name=WITHHELD)
    return replace(claim, source=source, place=protect_place(claim.place, policy))


def protect_incident(incident: Incident, policy: Policy) -> Incident:
    """The incident with its place as vague as the policy asks."""
    return replace(incident, place=protect_place(incident.place, policy))


def protect_place(place: Place | None, policy: Policy) -> Place | None:
    """The place with rounded coordinates, where its precision asks for it."""
    if place is None or place.lat is None or place.lon is None:
        return place
    decimals = policy.decimals.get(place.precision)
    if decimals is None:
        return place
    return replace(place, lat=round(place.lat, decimals), lon=round(place.lon, decimals))


def _value(entry: Entry, key: str) -> Any:
    if key not in entry.body:
        raise entry.wrong(f"lacks {key}; add it")
    return entry.body[key]
