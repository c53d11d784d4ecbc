"""A force that denies to have done what others tell: what it is held to have done stays told."""

from collections.abc import Sequence, Set
from dataclasses import replace
from functools import partial

from harmledger.extract.after import rewritten
from harmledger.extract.again import NAMES
from harmledger.extract.context import Sentence
from harmledger.extract.grammar import Grammar
from harmledger.extract.means import BEARING_ARMS
from harmledger.extract.where import Spot, spots
from harmledger.extract.who import Attribution, attributions
from harmledger.model import Actor, Claim, Held, Place, Polarity, Report

AT_ONCE = 4
"""Words behind the cue of a denial in which it says what it denies."""


def disowned(
    found: list[Claim], told: Sequence[Sentence], report: Report, grammar: Grammar
) -> list[Claim]:
    """Mark what the last sentence's forces deny to have done as held to be theirs, and denied.

    The claims are its own, else those of the sentence before; where it names the place of one of
    them, those of that place. The harm itself is not denied.
    """
    read = told[-1]
    if not found or "DENY" not in read.classes:
        return found
    since = _since(found, told)
    places = {claim.place for claim in found if claim.evidence.start >= since}
    for one in attributions(read, report.text, grammar):
        if one.denies and _doing(one, read):
            said = [spot for spot in spots(read, report.text, grammar) if spot.start > one.cue]
            named = {place for place in places if any(_same(place, spot) for spot in said)}
            found = rewritten(found, partial(_theirs, one=one, since=since, places=named))
    return found


def _same(place: Place | None, spot: Spot) -> bool:
    """Whether the words of one place hold all names of the other: "the town of Nahri", "Nahri"."""
    if place is None:
        return False
    names, said = (set(NAMES.findall(words)) for words in (place.words, spot.words))
    return bool(names and said) and (names <= said or said <= names)


def _since(found: Sequence[Claim], told: Sequence[Sentence]) -> int:
    """Where the sentence begins whose claims the last one speaks of."""
    own = any(claim.evidence.start >= told[-1].start for claim in found)
    return told[-1].start if own or len(told) == 1 else told[-2].start


def _doing(one: Attribution, read: Sentence) -> bool:
    """Whether a force says what it did not do: an attack, not a toll.

    Where nothing tells that the source bears arms, as of a state by its name, its denial must
    say so at once: "denied responsibility".
    """
    behind = [item for item in read.words if item.start > one.cue]
    if one.source.kind in BEARING_ARMS:
        return any("means" in item.sense.says or item.of("DOINGW") for item in behind)
    return one.source.kind is None and any(item.of("DOINGW") for item in behind[:AT_ONCE])


def _theirs(claim: Claim, *, one: Attribution, since: int, places: Set[Place | None]) -> Claim:
    """A claim of an attack that was nobody's so far, or theirs.

    Args:
        places: Of which the denial speaks; any where empty.
    """
    if places and claim.place not in places:
        return claim
    done = claim.means is not None and claim.polarity is Polarity.AFFIRMED
    if claim.evidence.start < since or not done:
        return claim
    doer = claim.perpetrator
    name = one.source.name
    if doer is not None and doer.name.lower() not in name.lower():
        return claim
    return replace(claim, perpetrator=Actor(name, name, Held.DENIED))
