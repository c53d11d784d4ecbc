"""The rules of a scheme that admit claims and give vague words their numbers."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from harmledger.grade.name import same_name
from harmledger.model import Bound, Claim, Polarity, ScopeKind, Status, Unit
from harmledger.vocab.load import entries

SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Rules:
    """What a scheme says of claims and ranges; vocab/schemes gives each choice its reason.

    Attributes:
        vague: Least number for each vague word or phrase, longest first.
        open_high: "own_low" or "open".
        civilians: "presumed" or "as_told".
        disputed_status: "zero_low" or "as_told".
        own_word: "concessions", "all" or "none".
    """

    vague: Mapping[str, int]
    open_high: str
    civilians: str
    disputed_status: str
    own_word: str


@cache
def load_vague(name: str) -> Mapping[str, int]:
    """Read vocab/schemes/words/<name>.yml: the least number of each phrase, longest first.

    Raises:
        VocabularyError: No such table, or an entry lacks its value or words.
    """
    knows = frozenset({"value", "words"})
    found = entries(f"schemes/words/{name}.yml", knows=knows, needs=knows)
    table = {word.casefold(): int(one.body["value"]) for one in found for word in one.body["words"]}
    return dict(sorted(table.items(), key=lambda item: (-len(item[0]), item[0])))


def least(claim: Claim, vague: Mapping[str, int]) -> int | None:
    """The low end of a claim's count, vague words at the scheme's value.

    None where the claim states no low end; a vague word that the scheme doesn't list stays as it
    was read.
    """
    count = claim.count
    if count is None or count.bound is not Bound.VAGUE:
        return None if count is None else count.low
    words = SPACE.sub(" ", count.words.casefold())
    found = (value for phrase, value in vague.items() if _holds(words, phrase))
    return next(found, count.low)


def own_word(claim: Claim, perpetrators: tuple[str, ...]) -> bool:
    """A perpetrator of the incident says it of itself."""
    if claim.source is None:
        return False
    named = claim.perpetrator.name if claim.perpetrator else None
    return any(
        same_name(who, perpetrator)
        for who in (claim.source.name, claim.source.organisation)
        for perpetrator in (named, *perpetrators)
    )


def concedes(claim: Claim) -> bool:
    """The claim counts somebody harmed who is not called a combatant."""
    return counts_somebody(claim) and claim.group.status is not Status.COMBATANT


def counts_somebody(claim: Claim) -> bool:
    """The claim affirms a count that is not an explicit none."""
    count = claim.count
    if count is None or claim.polarity is Polarity.DENIED or count.bound is Bound.NONE:
        return False
    return (count.low, count.high) != (0, 0)


def admissible(claim: Claim, perpetrators: tuple[str, ...], rules: Rules) -> bool:
    """Whether a claim may enter an incident's range.

    Denied claims never do; nor do cumulative counts, rates, increments and counts over a period,
    nor households where people are counted (MODEL.md, rules from the field).
    """
    if claim.polarity is Polarity.DENIED or claim.scope.kind is not ScopeKind.INCIDENT:
        return False
    if claim.group.unit is Unit.HOUSEHOLDS:
        return False
    if rules.own_word == "all" or not own_word(claim, perpetrators):
        return True
    return rules.own_word == "concessions" and concedes(claim)


def _holds(words: str, phrase: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", words) is not None
