"""What the countries and peoples that a text names say about where it tells of."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from harmledger.locate.fold import folding, plain_words
from harmledger.locate.weights import weights
from harmledger.locate.words import countries

WORD = re.compile(r"[^\W\d_][\w'’.]*")
REMEMBERED = 65_536  # words
CODE_LENGTH = 4  # letters; capitals up to this length are a code ("CAR")
Table = dict[tuple[str, ...], str]


@dataclass(frozen=True, slots=True)
class Nations:
    """Votes for countries, by code.

    Attributes:
        named: Of their names.
        peoples: Of the words for those who belong to them: they speak for a country and against
            none, since forces and weapons bear the words of other lands than the one they are in.
    """

    named: Mapping[str, float]
    peoples: Mapping[str, float]


def nations(text: str) -> Nations:
    """What a text names. Names count only as written, with capitals ("CAR", not "car")."""
    limits = weights()
    words = [_folded(word) for word in WORD.findall(text)]
    return Nations(
        _votes(_found(words, *_names()), limits.named_vote, limits.named_votes),
        _votes(_found(words, *_peoples()), limits.people_vote, limits.people_votes),
    )


def _votes(found: list[str], each: float, most: float) -> dict[str, float]:
    return {code: min(most, each * times) for code, times in Counter(found).items()}


def _found(words: list[str], sizes: dict[str, tuple[int, ...]], table: Table) -> list[str]:
    found = []
    for at, word in enumerate(words):
        for size in sizes.get(word, ()):
            code = table.get(tuple(words[at : at + size]))
            if code is not None:
                found.append(code)
                break
    return found


@lru_cache(REMEMBERED)
def _folded(word: str) -> str:
    """The word without marks; small words stay apart from the names that they fold to."""
    plain = "".join(plain_words(word.removesuffix("'s").removesuffix("’s")))
    if word.isupper() and 1 < len(plain) <= CODE_LENGTH:
        return plain.upper()
    if word.isascii():
        return f"-{plain}" if word.islower() else plain
    return plain.removeprefix(folding().prefix)


@cache
def country_codes() -> frozenset[str]:
    """Names of countries that are written in capitals throughout ("USA")."""
    return frozenset(name for one in countries().values() for name in one.names if name.isupper())


@cache
def _names() -> tuple[dict[str, tuple[int, ...]], Table]:
    return _table({(name, code) for code, one in countries().items() for name in one.names})


@cache
def _peoples() -> tuple[dict[str, tuple[int, ...]], Table]:
    return _table({(word, code) for code, one in countries().items() for word in one.words})


def _table(listed: set[tuple[str, str]]) -> tuple[dict[str, tuple[int, ...]], Table]:
    """Lengths of the names that start with a word, longest first; and each name's country."""
    table: Table = {}
    sizes: dict[str, set[int]] = {}
    for name, code in sorted(listed):
        words = tuple(_folded(word) for word in WORD.findall(name))
        if words:
            table[words] = code
            sizes.setdefault(words[0], set()).add(len(words))
    return {word: tuple(sorted(found, reverse=True)) for word, found in sizes.items()}, table
