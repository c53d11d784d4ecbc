"""Comparing the texts: rare words, names, phrases and numbers in common, in one script or two."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import numpy as np

from harmledger.link.comparison.kind import (
    NOT_SAID,
    Comparison,
    Cuts,
    Levels,
    Met,
    Says,
    Shared,
    Side,
    cut,
)
from harmledger.link.sketch import RUN, token
from harmledger.link.sound import sound
from harmledger.link.spaces import pair_token
from harmledger.link.words import known_stem, plain_words
from harmledger.model import Report

LIKE = (
    "faint",
    "slight",
    "little",
    "some",
    "fair",
    "good",
    "close",
    "very_close",
    "alike",
    "nearly",
)
SIZES = ("brief", "short", "long", "full")
AMOUNT = ("one", "few", "several", "some", "many", "most", "nearly")
READ = 6000  # characters; no more of a text is compared
Spell = Callable[[Report, Sequence[int]], list[str]]


def _words_level(met: Met, cuts: Cuts) -> Levels:
    like = cut(met.words, [cuts[name] for name in LIKE])
    told = met.table.numbers["size"]
    size = np.minimum(told[met.left], told[met.right])
    sizes = np.searchsorted([cuts["short"], cuts["long"], cuts["full"]], size, side="right")
    return np.where(like < 0, NOT_SAID, sizes * (len(LIKE) + 1) + like).astype(np.int8)


def _opening_level(met: Met, cuts: Cuts) -> Levels:
    whole = met.table.numbers["opens"] > 0
    short = whole[met.left] & whole[met.right]
    opening = met.shared("opening", met.one_script & ~short)
    return cut(np.where(short, met.words, opening), [cuts[name] for name in LIKE])


def _sounds_level(met: Met, cuts: Cuts) -> Levels:
    return cut(met.shared("sounds", ~met.one_script), [cuts[name] for name in AMOUNT])


def _amount(space: str) -> Callable[[Met, Cuts], Levels]:
    def level(met: Met, cuts: Cuts) -> Levels:
        return cut(met.shared(space, met.one_script), [cuts[name] for name in AMOUNT])

    return level


def _numbers_level(met: Met, cuts: Cuts) -> Levels:
    return cut(met.shared("numbers"), [cuts[name] for name in AMOUNT])


@dataclass(frozen=True, slots=True)
class Written:
    """The words of a report in their order, the title's first.

    Attributes:
        words: As `plain_words` gives them, "" between title and text.
        stems: The token of each word's stem.
    """

    words: list[str]
    stems: list[int]


@lru_cache(maxsize=256)
def _written(title: str, text: str) -> Written:
    words = [*plain_words(title), "", *plain_words(text[:READ])]
    return Written(words, [_stem_token(word) for word in words])


@lru_cache(maxsize=200_000)
def _stem_token(word: str) -> int:
    return token(known_stem(word))


def _words(report: Report, wanted: Sequence[int]) -> list[str]:
    written = _written(report.title or "", report.text)
    return _found(written.words, written.stems, wanted)


def _sounds(report: Report, wanted: Sequence[int]) -> list[str]:
    words = _written(report.title or "", report.text).words
    return _found(words, [token(sound(word)) for word in words], wanted)


def _phrases(report: Report, wanted: Sequence[int]) -> list[str]:
    written = _written(report.title or "", report.text)
    tokens = [pair_token(first, second) for first, second in pairwise(written.stems)]
    return [" ".join(written.words[at : at + 2]) for at in _places(tokens, wanted)]


@lru_cache(maxsize=256)
def _names_of(title: str, text: str) -> tuple[list[str], list[int]]:
    found = [*_named(title), *_named(text[:READ])]
    return [written for _, written in found], [token for token, _ in found]


def _names(report: Report, wanted: Sequence[int]) -> list[str]:
    return _found(*_names_of(report.title or "", report.text), wanted)


def _named(text: str) -> Iterator[tuple[int, str]]:
    for run in RUN.findall(text):
        written = run.split()
        for first, second in pairwise(written):
            folded = [_stem_token(word) for one in (first, second) for word in plain_words(one)]
            for left, right in pairwise(folded):
                yield pair_token(left, right), f"{first} {second}"


def _found(spelled: Sequence[str], tokens: Sequence[int], wanted: Sequence[int]) -> list[str]:
    """Those of the wanted tokens that are there, as each is spelled first."""
    return [spelled[at] for at in _places(tokens, wanted)]


def _places(tokens: Sequence[int], wanted: Sequence[int]) -> list[int]:
    return [tokens.index(one) for one in wanted if one in tokens]


def _says(spell: Spell, verb: str, nothing: str) -> Says:
    """The weightiest shared tokens, as the report whose id sorts first spells them."""

    def says(left: Side, right: Side, level: str, shared: Shared) -> str:
        if not shared:
            return nothing
        report = min((left.item.report, right.item.report), key=lambda one: one.report_id)
        found = spell(report, shared)
        if not found:
            return nothing
        return f"{verb} {', '.join(dict.fromkeys(found))}"

    return says


WORDS = Comparison(
    tuple(f"{size}_{like}" for size in SIZES for like in ("none", *LIKE)),
    (*LIKE, *SIZES[1:]),
    _words_level,
    _says(_words, "words in common:", "no telling word in common"),
    "words",
)
OPENING = Comparison(
    ("none", *LIKE),
    LIKE,
    _opening_level,
    _says(_words, "both open with:", "the openings share no telling word"),
    "opening",
)
SOUNDS = Comparison(
    ("none", *AMOUNT),
    AMOUNT,
    _sounds_level,
    _says(_sounds, "sounding alike in two scripts:", "no rare word sounds alike"),
    "sounds",
)
NAMES = Comparison(
    ("none", *AMOUNT),
    AMOUNT,
    _amount("names"),
    _says(_names, "both name", "no name in common"),
    "names",
)
PHRASES = Comparison(
    ("none", *AMOUNT),
    AMOUNT,
    _amount("phrases"),
    _says(_phrases, "both say:", "no rare phrase in common"),
    "phrases",
)
NUMBERS = Comparison(
    ("none", *AMOUNT),
    AMOUNT,
    _numbers_level,
    _says(_words, "numbers in both:", "no number in common"),
    "numbers",
)
