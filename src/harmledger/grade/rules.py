"""The rules of a scheme: what each may say, read strictly."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from reprlib import repr
from typing import Any

from harmledger.grade.name import same_name
from harmledger.model import (
    Bound,
    Certainty,
    Claim,
    Polarity,
    ScopeKind,
    SourceKind,
    Status,
    Unit,
    VocabularyError,
)
from harmledger.vocab.load import entries

SPACE = re.compile(r"\s+")
RULE = frozenset({"id", "says", "value", "reason", "source"})
CHOICES: dict[str, frozenset[str]] = {
    "range": frozenset({"span", "conservative", "best", "majority"}),
    "open_high": frozenset({"own_low", "open"}),
    "civilians": frozenset({"presumed", "as_told"}),
    "disputed_status": frozenset({"zero_low", "as_told"}),
    "own_word": frozenset({"concessions", "all", "none"}),
    "replaced": frozenset({"latest", "all"}),
    "unnamed_publisher": frozenset({"one", "each"}),
}
LESSER: dict[str, type[StrEnum]] = {"sources": SourceKind, "certainties": Certainty}
PARTIES = frozenset({SourceKind.MILITARY, SourceKind.ARMED_GROUP})
KNOWN = frozenset({"vague", *CHOICES, *LESSER})


class Worth(StrEnum):
    """What a count is good for, the most first."""

    COUNTS = "counts"
    ALONE = "alone"
    HIGH = "high"
    NEVER = "never"


RANKS = tuple(Worth)


@dataclass(frozen=True, slots=True)
class Rules:
    """What a scheme says of claims and ranges; vocab/schemes gives each choice its reason.

    Attributes:
        vague: Least number for each vague word or phrase, longest first.
        range: "span", "conservative", "best" or "majority".
        open_high: "own_low" or "open".
        civilians: "presumed" or "as_told".
        disputed_status: "zero_low" or "as_told".
        own_word: "concessions", "all" or "none".
        replaced: "latest" or "all".
        unnamed_publisher: "one" or "each".
        sources: Kinds of source that count for less; the others count.
        certainties: Ways of saying that count for less; the others count.
    """

    vague: Mapping[str, int]
    range: str
    open_high: str
    civilians: str
    disputed_status: str
    own_word: str
    replaced: str
    unnamed_publisher: str
    sources: Mapping[str, Worth]
    certainties: Mapping[str, Worth]


def rules_of(rows: object, wrong: Callable[[str], VocabularyError]) -> Rules:
    """Check the rules of a scheme and make them.

    Args:
        wrong: Makes the error that names the scheme's file.

    Raises:
        VocabularyError: A rule is missing, not known, or has a value that it can't have.
    """
    values = _values(rows, wrong)
    for rule, choices in CHOICES.items():
        if not isinstance(values[rule], str) or values[rule] not in choices:
            raise wrong(f"{rule} is {repr(values[rule])}; choose of {sorted(choices)}")
    if not isinstance(values["vague"], str):
        raise wrong(f"vague is {repr(values['vague'])}; name a table of schemes/words")
    return Rules(
        vague=load_vague(values["vague"]),
        sources=_lesser("sources", values["sources"], wrong),
        certainties=_lesser("certainties", values["certainties"], wrong),
        **{rule: values[rule] for rule in CHOICES},
    )


def _values(rows: object, wrong: Callable[[str], VocabularyError]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for row in rows if isinstance(rows, list) else ():
        if not isinstance(row, dict) or row.keys() != RULE:
            keys = repr(sorted(map(str, row)) if isinstance(row, dict) else row)
            raise wrong(f"a rule has {keys}; give it {sorted(RULE)}")
        if row["id"] in values:
            raise wrong(f"rule {row['id']} stands twice")
        values[str(row["id"])] = row["value"]
    if values.keys() != KNOWN:
        raise wrong(f"its rules are {sorted(values)}; give {sorted(KNOWN)}")
    return values


def _lesser(
    rule: str, given: object, wrong: Callable[[str], VocabularyError]
) -> Mapping[str, Worth]:
    codes = {str(code) for code in LESSER[rule]}
    if not isinstance(given, dict):
        raise wrong(f"{rule} is {repr(given)}; write {{}} or as in {{{min(codes)}: alone}}")
    found = {}
    for code, worth in given.items():
        if code not in codes or worth not in set(Worth):
            names = sorted(str(one) for one in Worth)
            said = f"{repr(code)}: {repr(worth)}"
            raise wrong(f"{rule} says {said}; codes are {sorted(codes)}, values {names}")
        found[str(code)] = Worth(worth)
    return found


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


def of_party(claim: Claim) -> bool:
    """Who fights says so: context on whom it calls a combatant, and no proof (MODEL.md)."""
    return claim.source is not None and claim.source.kind in PARTIES


def worth(
    claim: Claim, perpetrators: tuple[str, ...], rules: Rules, *, households: bool = False
) -> Worth:
    """What a claim counts for in an incident's range.

    Denied claims count for nothing; nor do cumulative counts, rates, increments and counts over a
    period, nor households where people are counted (MODEL.md, rules from the field).

    Args:
        households: Whether households are counted, and people are not.
    """
    if claim.polarity is Polarity.DENIED or claim.scope.kind is not ScopeKind.INCIDENT:
        return Worth.NEVER
    if (claim.group.unit is Unit.HOUSEHOLDS) is not households:
        return Worth.NEVER
    if rules.own_word != "all" and own_word(claim, perpetrators):
        conceded = rules.own_word == "concessions" and concedes(claim)
        return Worth.COUNTS if conceded else Worth.NEVER
    kind = claim.source.kind if claim.source is not None else None
    of_source = Worth.COUNTS if kind is None else rules.sources.get(kind, Worth.COUNTS)
    of_certainty = rules.certainties.get(claim.certainty, Worth.COUNTS)
    return max(of_source, of_certainty, key=RANKS.index)


def admissible(claim: Claim, perpetrators: tuple[str, ...], rules: Rules) -> bool:
    """Whether a claim may enter an incident's range at all."""
    return worth(claim, perpetrators, rules) is not Worth.NEVER


def best_worth(found: Iterable[Worth]) -> Worth:
    """The most that any of them is worth; never where there is none."""
    return min(found, key=RANKS.index, default=Worth.NEVER)


def _holds(words: str, phrase: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", words) is not None
