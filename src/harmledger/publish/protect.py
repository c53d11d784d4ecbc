"""What a release withholds so that nobody is endangered by being found in it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import PurePath
from typing import Any

from harmledger.model import (
    Account,
    Claim,
    Incident,
    Place,
    PlacePrecision,
    Reason,
    Report,
    SetAside,
    SourceKind,
    Tombstone,
)
from harmledger.vocab.load import Entry, entries

FILE = "publish.yml"
KNOWS = frozenset({"decimals", "kinds", "columns", "reason"})
KEYS = {"coordinates": "decimals", "names": "kinds", "columns": "columns"}
WITHHELD = "withheld"  # never blank: withheld and unknown are two things
UNKNOWN = "unknown"
# columns whose words can hold names
QUOTE, REASONS, TITLE, URL = "quote", "grade_reasons", "title", "url"


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


def protected(incidents: Iterable[Incident], *, whole: bool) -> list[Incident]:
    """Incidents as a release tells of them, in their order."""
    policy = policy_for(whole=whole)
    return [protect_incident(one, policy) for one in incidents]


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
    """The claim without what its policy withholds: names, sentences, precise places.

    Whom it was aimed at goes with the sentence: it can be a family.
    """
    source, evidence, target = claim.source, claim.evidence, claim.target
    if source is not None and source.kind in policy.kinds:
        source = replace(source, name=WITHHELD)
    if QUOTE in policy.columns:
        evidence = replace(evidence, quote=WITHHELD)
        target = target and replace(target, name=WITHHELD, words=WITHHELD)
    place = protect_place(claim.place, policy)
    return replace(claim, source=source, evidence=evidence, target=target, place=place)


def protect_incident(incident: Incident, policy: Policy) -> Incident:
    """The incident without what its policy withholds.

    Sentences that quote a source go with the reasons of the grade: why reports are linked, and what
    relays what.
    """
    found = replace(incident, place=protect_place(incident.place, policy))
    if REASONS not in policy.columns:
        return found
    return replace(
        found,
        grade_reasons=(WITHHELD,) if found.grade_reasons else (),
        links=tuple(replace(one, reasons=_unsaid(one.reasons)) for one in found.links),
        relays=tuple(replace(one, says=WITHHELD) for one in found.relays),
    )


def protect_report(report: Report, policy: Policy) -> Report:
    """The report without its title, which can name victims as its sentences do, and without its
    address, which often repeats the title or names who posted it.
    """
    title, url = (
        WITHHELD if told is not None and column in policy.columns else told
        for column, told in ((TITLE, report.title), (URL, report.url))
    )
    return replace(report, title=title, url=url)


def protect_account(account: Account, policy: Policy) -> Account:
    """The account with its place as vague as the policy asks."""
    return replace(account, place=protect_place(account.place, policy))


def protect_tombstone(stone: Tombstone, policy: Policy) -> Tombstone:
    """The tombstone without who judged and why."""
    return replace(stone, because=WITHHELD) if REASONS in policy.columns else stone


def protect_set_aside(one: SetAside, policy: Policy) -> SetAside:
    """What was set aside without its sentence, and without the folder of its file."""
    if REASONS not in policy.columns:
        return one
    item = PurePath(one.item).name if one.stage == "ingest" else one.item
    return replace(one, item=item, detail=WITHHELD)


def _unsaid(reasons: tuple[Reason, ...]) -> tuple[Reason, ...]:
    return tuple(replace(one, says=WITHHELD) for one in reasons)


def protect_place(place: Place | None, policy: Policy) -> Place | None:
    """The place by the gazetteer's name, with rounded coordinates where its precision asks for it.

    Words that no gazetteer knows can be whose house it is, and so can the name and id of a spot in
    the project's own. What else was weighed goes too: the chosen one is among it, and its reasons
    quote.
    """
    if place is None or policy == NOTHING:
        return place
    decimals = _decimals(place, policy)
    if place.own_spot:
        place = replace(place, name=None, id=WITHHELD)
    place = replace(place, words=place.name or WITHHELD, candidates=())
    if decimals is None or place.lat is None or place.lon is None:
        return place
    return replace(place, lat=round(place.lat, decimals), lon=round(place.lon, decimals))


def _decimals(place: Place, policy: Policy) -> int | None:
    """The decimals that a place's point keeps; None for all.

    What stands in for an unknown place is called a district, but its point is the entry's own.
    """
    kinds = {place.precision, *(one.precision for one in place.candidates if one.id == place.id)}
    return min((policy.decimals[one] for one in kinds if one in policy.decimals), default=None)


def _value(entry: Entry, key: str) -> Any:
    if key not in entry.body:
        raise entry.wrong(f"lacks {key}; add it")
    return entry.body[key]
