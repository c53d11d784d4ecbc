"""All that a phrase could mean by itself, before the rest of its report is heard."""

from dataclasses import dataclass
from functools import lru_cache

from harmledger.locate.evidence import (
    Finding,
    of_kind,
    of_name,
    of_nation,
    of_outer,
    of_weight,
    total,
)
from harmledger.locate.fold import key
from harmledger.locate.gazetteer.entry import Entry, Match
from harmledger.locate.gazetteer.index import Gazetteer
from harmledger.locate.phrase.parts import Part, parts
from harmledger.locate.sound import sound
from harmledger.locate.weights import Weights, weights

REMEMBERED = 65_536  # phrases


@dataclass(frozen=True, slots=True)
class Hit:
    """One entry that a name could mean, with what speaks for and against it."""

    entry: Entry
    evidence: tuple[Finding, ...]
    bits: float


@dataclass(frozen=True, slots=True)
class Option:
    """One name of a phrase that the gazetteer knows.

    Attributes:
        number: Which part of the phrase it is a name of, as `Part.outer` counts.
        form: The name as the phrase has it.
        hits: Weightiest first, then by id; at least one.
    """

    number: int
    part: Part
    form: str
    hits: tuple[Hit, ...]


@lru_cache(REMEMBERED)
def survey(words: str, gazetteer: Gazetteer) -> tuple[Option, ...]:
    """The names of a phrase that the gazetteer knows, in the order in which to try them."""
    found = parts(words)
    known = [_known(part, gazetteer) for part in found]
    wide = [_entries(matches) for matches in known]
    rules = weights()
    return tuple(
        Option(number, part, form, _hits(part, form, matches, _outer(part, wide), rules))
        for number, (part, forms) in enumerate(zip(found, known, strict=True))
        for form, matches in forms
    )


def _known(part: Part, gazetteer: Gazetteer) -> list[tuple[str, tuple[Match, ...]]]:
    """What the gazetteer knows by each form of a name, and last what only sounds like it."""
    looked = [(form, gazetteer.matches(key(form))) for form in part.forms]
    known = {match.entry.id for _, matches in looked for match in matches}
    heard = gazetteer.alike(sound(part.name))
    looked.append((part.name, tuple(match for match in heard if match.entry.id not in known)))
    return [(form, matches) for form, matches in looked if matches]


def _entries(known: list[tuple[str, tuple[Match, ...]]]) -> list[Entry]:
    """What a part could mean as the holder of others: areas before settlements, big first."""
    found = [match.entry for _, matches in known[:1] for match in matches]
    return sorted(found, key=lambda entry: (entry.code is None, -(entry.population or 0), entry.id))


def _outer(part: Part, wide: list[list[Entry]]) -> list[list[Entry]]:
    return [wide[number] for number in part.outer if wide[number]]


def _hits(
    part: Part,
    form: str,
    matches: tuple[Match, ...],
    outer: list[list[Entry]],
    rules: Weights,
) -> tuple[Hit, ...]:
    hits = []
    for match in matches:
        evidence = _evidence(part, form, match, outer, rules)
        hits.append(Hit(match.entry, evidence, total(evidence)))
    hits.sort(key=lambda hit: (-hit.bits, hit.entry.id))
    return tuple(hits[: rules.entries_kept])


def _evidence(
    part: Part, form: str, match: Match, outer: list[list[Entry]], rules: Weights
) -> tuple[Finding, ...]:
    entry = match.entry
    named = (of_outer(entry, entries, rules) for entries in outer)
    return (
        *of_name(match, form, rules),
        of_weight(entry, rules),
        *of_kind(entry, part, rules),
        *of_nation(entry, part.nation, rules),
        *(finding for finding in named if finding is not None),
    )
