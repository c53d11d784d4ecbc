"""The words of many texts at once, as numbers: what is known of a word is looked up once for all.

What is made of one text depends on that text alone, however many are read with it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from re import compile

import numpy as np
from numpy.typing import NDArray

from harmledger.link.rarity import rarity, rarity_of_sound, script_of
from harmledger.link.sketch import Extent, token
from harmledger.link.sound import sound
from harmledger.link.words import folding, known_stem, plain_words

Rows = NDArray[np.int64]
LETTERS_OF_SOUND = 3  # fewer consonants are shared by chance
YEAR = compile(r"(?:19|20)\d\d")  # the days say it; every report of a war has it
NUMBER = -2  # in the place of a script: figures are written in none
KNOWN = ("stem", "rare", "heard", "rare_heard", "written", "script", "telling", "digits")
Known = tuple[int, float, int, float, int, int, bool, bool]


@dataclass(frozen=True, slots=True)
class Words:
    """Words one after the other, text after text.

    Attributes:
        starts: Where each text's words start, and where the last one's end.
        rows: The number of each word's text, rising.
        stem: The token of each word's stem.
        rare: How rare the stem is.
        heard: The token of how it sounds.
        rare_heard: How rare that is; 0 where too few consonants are left to tell.
        written: The token of the word itself.
        script: The number of the script it begins with, `NUMBER` where it is figures.
        telling: Whether it can tell one happening from another: common words and single letters
            can't, numbers can.
        digits: Whether it is a number in figures.
    """

    starts: Rows
    rows: Rows
    stem: Rows
    rare: NDArray[np.float64]
    heard: Rows
    rare_heard: NDArray[np.float64]
    written: Rows
    script: Rows
    telling: NDArray[np.bool_]
    digits: NDArray[np.bool_]

    @property
    def place(self) -> Rows:
        """The place of each word in its text."""
        return np.asarray(np.arange(len(self.rows)) - self.starts[self.rows])


def read(texts: Iterable[str], extent: Extent) -> Words:
    """Read texts, in their order."""
    found = [plain_words(text) for text in texts]
    starts = np.cumsum([0, *map(len, found)])
    at: dict[str, int] = {}
    every = [at.setdefault(word, len(at)) for word in chain.from_iterable(found)]
    number = np.array(every, dtype=np.int64)
    known = [_known(word, extent.commonest, extent.rarest) for word in at]
    columns = zip(*known, strict=True) if known else ((),) * len(KNOWN)
    kinds = (np.int64, float, np.int64, float, np.int64, np.int64, bool, bool)
    told = [
        np.array(column, dtype=kind)[number] for column, kind in zip(columns, kinds, strict=True)
    ]
    return Words(starts, np.repeat(np.arange(len(found)), np.diff(starts)), *told)


@lru_cache(maxsize=200_000)
def _known(word: str, commonest: float, rarest: float) -> Known:
    stem, heard = known_stem(word), sound(word)
    year = YEAR.fullmatch(word) is not None
    digits = word.isdigit() and not year
    long = len(heard) >= LETTERS_OF_SOUND
    return (
        token(stem),
        rarity(stem, commonest, rarest),
        token(heard),
        rarity_of_sound(heard, commonest, rarest) if long else 0.0,
        token(word),
        NUMBER if word[0].isdigit() else script_of(word[0]),
        stem not in folding().common and not year and (len(stem) > 1 or stem.isdigit()),
        digits,
    )


def script(words: Words, scripts: int) -> NDArray[np.float64]:
    """The number of the script that most words of each text begin with; -1 for none of them.

    Args:
        scripts: How many there are.
    """
    size = len(words.starts) - 1
    fit = words.script != NUMBER
    counted = words.rows[fit] * (scripts + 1) + words.script[fit] + 1
    seen = np.bincount(counted, minlength=size * (scripts + 1)).reshape(size, scripts + 1)
    return np.asarray(seen.argmax(axis=1) - 1.0)


def follow(one: Words, other: Words) -> Words:
    """The words of each text of `other` after those of the same text of `one`."""
    rows = np.concatenate([one.rows, other.rows])
    order = np.argsort(rows, kind="stable")
    parts = (np.concatenate([getattr(one, name), getattr(other, name)])[order] for name in KNOWN)
    return Words(one.starts + other.starts, rows[order], *parts)


def some(words: Words, kept: NDArray[np.bool_]) -> Words:
    """The words that are kept."""
    rows = words.rows[kept]
    size = len(words.starts) - 1
    starts = np.concatenate([[0], np.cumsum(np.bincount(rows, minlength=size))])
    return Words(starts, rows, *(getattr(words, name)[kept] for name in KNOWN))
