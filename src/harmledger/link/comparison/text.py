"""Comparing the texts: rare words, names, phrases and numbers in common, in one script or two."""

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from itertools import pairwise

import numpy as np

from harmledger.link.comparison.kind import NOT_SAID, Comparison, Cuts, Levels, Met, Side, cut
from harmledger.link.sketch import RUN, token
from harmledger.link.sound import sound
from harmledger.link.spaces import pair_token
from harmledger.link.words import known_stem, plain_words, words_of

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
SHOWN = 5
READ = 6000  # characters; no more of a text is compared
Tokens = Callable[[str], Iterator[tuple[int, str]]]


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


def _stems(text: str) -> Iterator[tuple[int, str]]:
    for word in words_of(text):
        yield _stem_token(word), word


@lru_cache(maxsize=200_000)
def _stem_token(word: str) -> int:
    return token(known_stem(word))


def _sounds(text: str) -> Iterator[tuple[int, str]]:
    for word in words_of(text):
        yield token(sound(word)), word


def _phrases(text: str) -> Iterator[tuple[int, str]]:
    for first, second in pairwise(words_of(text)):
        yield pair_token(_stem_token(first), _stem_token(second)), f"{first} {second}"


def _names(text: str) -> Iterator[tuple[int, str]]:
    for run in RUN.findall(text):
        written = run.split()
        for at, (first, second) in enumerate(pairwise(written)):
            folded = [_stem_token(word) for one in (first, second) for word in plain_words(one)]
            for left, right in pairwise(folded):
                yield pair_token(left, right), " ".join(written[at : at + 2])


@lru_cache(maxsize=256)
def _spelled(tokens: Tokens, title: str, text: str) -> Mapping[int, str]:
    """Each token as the title or the text spells it first."""
    found = [*tokens(title), *tokens(text[:READ])]
    return dict(reversed(found))


def _says(space: str, tokens: Tokens, verb: str, nothing: str) -> Callable[[Side, Side, str], str]:
    """The weightiest shared tokens, as the report whose id sorts first spells them."""

    def says(left: Side, right: Side, level: str) -> str:
        ours, theirs = left.tokens(space), right.tokens(space)
        both = sorted((-ours[one] * theirs[one], one) for one in ours.keys() & theirs.keys())
        if not both:
            return nothing
        report = min((left.item.report, right.item.report), key=lambda one: one.report_id)
        spelled = _spelled(tokens, report.title or "", report.text)
        found = [spelled[one] for _, one in both[:SHOWN] if one in spelled]
        if not found:
            return nothing
        return f"{verb} {', '.join(dict.fromkeys(found))}"

    return says


WORDS = Comparison(
    tuple(f"{size}_{like}" for size in SIZES for like in ("none", *LIKE)),
    (*LIKE, *SIZES[1:]),
    _words_level,
    _says("words", _stems, "words in common:", "no telling word in common"),
)
OPENING = Comparison(
    ("none", *LIKE),
    LIKE,
    _opening_level,
    _says("opening", _stems, "both open with:", "the openings share no telling word"),
)
SOUNDS = Comparison(
    ("none", *AMOUNT),
    AMOUNT,
    _sounds_level,
    _says("sounds", _sounds, "sounding alike in two scripts:", "no rare word sounds alike"),
)
NAMES = Comparison(
    ("none", *AMOUNT),
    AMOUNT,
    _amount("names"),
    _says("names", _names, "both name", "no name in common"),
)
PHRASES = Comparison(
    ("none", *AMOUNT),
    AMOUNT,
    _amount("phrases"),
    _says("phrases", _phrases, "both say:", "no rare phrase in common"),
)
NUMBERS = Comparison(
    ("none", *AMOUNT),
    AMOUNT,
    _numbers_level,
    _says("numbers", _stems, "numbers in both:", "no number in common"),
)
