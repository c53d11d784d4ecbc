"""Spaces: what accounts say, as sparse rows of weights by hashed token."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain, pairwise
from math import sqrt
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from harmledger.link.rarity import rarity
from harmledger.link.read import Rows, Words
from harmledger.link.sketch import COLUMN, RUN, Extent, token
from harmledger.link.sound import sound
from harmledger.link.words import known_stem, plain_words

Floats = NDArray[np.float64]
Sparse = Any  # scipy ships no types
Weighed = tuple[tuple[int, float], ...]
COLUMNS = COLUMN + 1
BITS = 30  # of a column
SPREAD = 0x9E3779B1  # the golden ratio in 32 bits: tokens of 30 bits times this fit into 63


def telling(words: Words, titled: Words, extent: Extent, most: int, size: int) -> Sparse:
    """The first telling words of each text and all of its title's, rare ones weighing most.

    A word said again weighs more, by the logarithm of how often. Length 1.
    """
    body = words.telling & (words.rare > 0)
    kept = _rank(words) < most
    fit = body & kept
    title = titled.telling & (titled.rare > 0)
    rows = np.concatenate([words.rows[fit], titled.rows[title]])
    tokens = np.concatenate([words.stem[fit], titled.stem[title]])
    rare = np.concatenate([words.rare[fit], titled.rare[title]])
    times = np.concatenate([np.ones(fit.sum()), np.full(title.sum(), extent.title_weight)])
    order, first = _runs(rows, tokens)
    seen = np.add.reduceat(times[order], first) if len(first) else times
    at = order[first]
    return unit(rows[at], tokens[at], (1 + np.log(seen)) * rare[at], size)


def _rank(words: Words) -> Rows:
    """How many telling words of its text come before each word."""
    before: Rows = np.cumsum(words.telling) - words.telling
    return np.asarray(before - np.append(before, 0)[words.starts[words.rows]])


def sizes(words: Words, titled: Words, extent: Extent) -> tuple[Floats, Floats]:
    """How many telling words were read of each text; and 1 where its opening is all of it."""
    many = len(words.starts) - 1
    told = np.bincount(words.rows[words.telling], minlength=many)
    heads = np.bincount(titled.rows[titled.telling], minlength=many)
    read = np.minimum(told, extent.text_words) + heads
    return read.astype(np.float64), (told <= extent.opening_words).astype(np.float64)


def heard(words: Words, size: int) -> Sparse:
    """How the rarer words sound; length 1."""
    fit = words.rare_heard > 0
    rows, tokens, rare = words.rows[fit], words.heard[fit], words.rare_heard[fit]
    order, first = _runs(rows, tokens)
    at = order[first]
    return unit(rows[at], tokens[at], rare[at], size)


def named(words: Words, size: int) -> Sparse:
    """How the words of places sound that a text could be known by, each 1."""
    fit = words.rare_heard > 0
    rows, tokens = words.rows[fit], words.heard[fit]
    order, first = _runs(rows, tokens)
    at = order[first]
    return sparse(rows[at], tokens[at], np.ones(len(at)), size)


def phrases(words: Words, extent: Extent, size: int) -> Sparse:
    """Runs of two telling words, by the rarity of the commoner.

    Square roots, so that the product of two accounts' is what they share.
    """
    fit = words.telling & ~words.digits & (words.rare > 0)
    at = np.flatnonzero(fit[:-1] & fit[1:] & (words.rows[:-1] == words.rows[1:]))
    at = at[words.rare[at] + words.rare[at + 1] > extent.phrase_rarity]
    tokens = pair_tokens(words.stem[at], words.stem[at + 1])
    rare = np.minimum(words.rare[at], words.rare[at + 1])
    order, first = _runs(words.rows[at], tokens)
    kept = order[first]
    return sparse(words.rows[at][kept], tokens[kept], np.sqrt(rare[kept]), size)


def pair_tokens(one: Rows, other: Rows) -> Rows:
    """A token for each two tokens in a row."""
    found = one * SPREAD + other
    return np.asarray((found ^ (found >> 31)) & COLUMN)


def pair_token(one: int, other: int) -> int:
    """The same of one pair."""
    found = one * SPREAD + other
    return (found ^ (found >> 31)) & COLUMN


def numbers(words: Words, size: int) -> Sparse:
    """Numbers written in figures; length 1."""
    rows, tokens = words.rows[words.digits], words.written[words.digits]
    order, first = _runs(rows, tokens)
    at = order[first]
    return unit(rows[at], tokens[at], np.ones(len(at)), size)


def shingles(words: Words, extent: Extent, size: int) -> Sparse:
    """The least hashes of each text's runs of words; of the whole where it is shorter."""
    length = extent.shingle_words
    ends = words.starts[words.rows + 1]
    start = np.flatnonzero((words.place == 0) | (np.arange(len(words.rows)) + length <= ends))
    last = ends[start]
    found = np.zeros(len(start), dtype=np.uint64)
    for step in range(length):
        at = np.minimum(start + step, last - 1)
        there = start + step < last
        found = np.where(there, _mixed(found, words.written[at].astype(np.uint64)), found)
    tokens = (found & np.uint64(COLUMN)).astype(np.int64)
    rows = words.rows[start]
    order, first = _runs(rows, tokens)
    rows, tokens = rows[order[first]], tokens[order[first]]
    least = np.arange(len(rows)) - np.searchsorted(rows, rows) < extent.signature_size
    return sparse(rows[least], tokens[least], np.ones(least.sum()), size)


def _mixed(one: NDArray[np.uint64], other: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """The finalizer of splitmix64 over both."""
    found = one * np.uint64(0x9E3779B97F4A7C15) + other
    found = (found ^ (found >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    found = (found ^ (found >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return np.asarray(found ^ (found >> np.uint64(31)))


def names(texts: Sequence[str], extent: Extent) -> Sparse:
    """Runs of two capitalized words, by their rarity; square roots, as for phrases."""
    return listed(
        chain.from_iterable(
            _named(run, extent.commonest, extent.rarest) for run in RUN.findall(text)
        )
        for text in texts
    )


@lru_cache(maxsize=100_000)
def _named(run: str, commonest: float, rarest: float) -> Weighed:
    found = []
    for first, second in pairwise(known_stem(word) for word in plain_words(run)):
        rare = rarity(first, commonest, rarest) + rarity(second, commonest, rarest)
        if rare > 0:
            found.append((pair_token(token(first), token(second)), sqrt(rare)))
    return tuple(found)


def places(named: Iterable[str]) -> Sparse:
    """How the words of places sound; length 1."""
    return listed(map(_sounds, named))


@lru_cache(maxsize=100_000)
def _sounds(named: str) -> Weighed:
    return _even({token(one) for word in plain_words(named) if (one := sound(word))})


def actors(named: Iterable[Sequence[str]]) -> Sparse:
    """Words of perpetrators' names; length 1."""
    return listed(_even({token(w) for name in one for w in plain_words(name)}) for one in named)


def _even(tokens: set[int]) -> Weighed:
    return tuple((one, 1 / sqrt(len(tokens))) for one in tokens)


def listed(rows: Iterable[Iterable[tuple[int, float]]]) -> Sparse:
    """Rows of tokens with weights; a token again in its row counts once."""
    ordered = [sorted(dict(row).items()) for row in rows]
    starts = np.cumsum([0, *map(len, ordered)])
    flat: Iterator[tuple[int, float]] = chain.from_iterable(ordered)
    both = np.array(list(flat), dtype=np.float64).reshape(-1, 2)
    found = both[:, 1].astype(np.float32), both[:, 0].astype(np.int32), starts
    return csr_matrix(found, shape=(len(ordered), COLUMNS))


def unit(rows: Rows, tokens: Rows, weights: Floats, size: int) -> Sparse:
    """Rows of length 1. Takes each token of a row once, rising."""
    length = np.sqrt(np.bincount(rows, weights=weights * weights, minlength=size))
    return sparse(rows, tokens, weights / length[rows], size)


def sparse(rows: Rows, tokens: Rows, weights: Floats, size: int) -> Sparse:
    """Rows of weights by token. Takes each token of a row once, rising."""
    starts = np.concatenate([[0], np.cumsum(np.bincount(rows, minlength=size))])
    found = weights.astype(np.float32), tokens.astype(np.int32), starts
    return csr_matrix(found, shape=(size, COLUMNS))


def _runs(rows: Rows, tokens: Rows) -> tuple[Rows, Rows]:
    """The order by row and token, and where in it each token of a row comes first."""
    packed = rows << BITS | tokens
    order = np.argsort(packed, kind="stable")
    packed = packed[order]
    new = np.ones(len(packed), dtype=bool)
    new[1:] = packed[1:] != packed[:-1]
    return order, np.flatnonzero(new)
