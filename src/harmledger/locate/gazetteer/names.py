"""Which of a place's recorded names are worth matching, and what an area is called in short."""

import re
from collections.abc import Iterable
from functools import cache

from harmledger.locate.fold import key, plain_words
from harmledger.locate.size import AREAS
from harmledger.locate.words import place_types
from harmledger.model import PlacePrecision

CODE_LENGTH = 4  # letters; capitals up to this length are codes ("OSM"), not names
DIGIT = re.compile(r"\d")
HAS_CASE = re.compile(r"[A-Za-z\u00c0-\u024f\u0370-\u058f]")  # Latin, Greek, Cyrillic, Armenian
LEAST_LETTERS = 3  # of a name in a script with capitals


def worth_matching(name: str) -> bool:
    """Whether a recorded alternate name is one that people write.

    Out go romanisations made by machine (all lower case), codes and scraps.
    """
    if name.islower() or DIGIT.search(name):
        return False
    if not HAS_CASE.search(name):
        return len(name) > 1
    return len(name) >= LEAST_LETTERS and not (len(name) <= CODE_LENGTH and name.isupper())


def matchable(names: Iterable[str], precision: PlacePrecision) -> tuple[str, ...]:
    """The names worth matching, and for an area also without the word for its kind."""
    kept = [name for name in dict.fromkeys(names) if worth_matching(name)]
    if precision not in AREAS:
        return tuple(kept)
    short = (shed(name) for name in kept)
    return (*kept, *(name for name in short if name is not None))


def shed(name: str) -> str | None:
    """The name without the word for its kind ("Nineveh" for "Nineveh Governorate").

    None where no such word stands at either end, or nothing else is left.
    """
    words = name.split()
    if len(words) > 1 and _is_kind(words[-1]):
        return " ".join(words[:-1])
    if len(words) > 1 and _is_kind(words[0]):
        rest = words[2:] if len(words) > 2 and words[1].casefold() in LINKS else words[1:]
        return " ".join(rest)
    return None


def readable(name: str, others: tuple[str, ...]) -> str:
    """An area's name to show: the plain English one where the recorded one has other letters.

    An English name is known by the English word for its kind at its end; else the one that folds
    like the recorded name is taken.
    """
    if name.isascii():
        return name
    plain = [other for other in others if other.isascii()]
    english = (short for other in plain if (short := shed(other)) and other.startswith(short))
    alike = (other for other in plain if key(other) in (key(name), key(shed(name) or name)))
    return next(english, next(alike, name))


LINKS = frozenset({"of", "de", "du", "del", "di", "da"})


@cache
def _kinds() -> frozenset[str]:
    return frozenset(
        "".join(plain_words(word)) for kind in place_types() if kind.shed for word in kind.words
    )


def _is_kind(word: str) -> bool:
    return "".join(plain_words(word)) in _kinds()
