"""The words of a text, made comparable; and how like two texts are."""

import re
from collections.abc import Callable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache, lru_cache
from unicodedata import normalize

from harmledger.vocab.load import entries

Affixes = tuple[str, ...]
FILE = "linking/words.yml"
KNOWS = frozenset({"letters", "prefixes", "endings", "common"})
WORD = re.compile(r"[^\W_]+")
# Accents, and the vowel signs that Arabic and Hebrew texts mostly leave out.
MARKS = re.compile("[\u0300-\u036f\u0591-\u05bd\u064b-\u065f\u0670\u06d6-\u06ed]+")
LEAST_STEM = {
    True: 4,
    False: 3,
}  # letters left of an ASCII word, of another: Arabic roots have three


@dataclass(frozen=True, slots=True)
class Folding:
    """What vocab/linking/words.yml says, merged over its entries.

    Attributes:
        prefixes: Longest first.
        endings: Longest first.
        common: Folded words that tell nothing when shared.
    """

    letters: dict[int, str]
    prefixes: Affixes
    endings: Affixes
    common: frozenset[str]


@cache
def folding() -> Folding:
    """Load the rules.

    Raises:
        VocabularyError: The file has an unknown or missing key.
    """
    bodies = [entry.body for entry in entries(FILE, knows=KNOWS, needs=frozenset())]
    letters = {ord(old): new for body in bodies for old, new in body.get("letters", {}).items()}
    prefixes = {prefix for body in bodies for prefix in body.get("prefixes", ())}
    endings = {ending for body in bodies for ending in body.get("endings", ())}
    bare = Folding(letters, _longest_first(prefixes), _longest_first(endings), frozenset())
    listed = " ".join(body.get("common", "") for body in bodies)
    common = frozenset(_stem(word, bare) for word in _plain(listed, letters))
    return Folding(letters, bare.prefixes, bare.endings, common)


def plain_words(text: str) -> list[str]:
    """Every word in the order of the text, lower case, marks gone, letters folded."""
    return _plain(text, folding().letters)


def likeness(ours: AbstractSet[int], theirs: AbstractSet[int]) -> float:
    """Estimate the share of shingles that two texts have in common, 0 to 1 (Jaccard).

    Takes the least hashes of their shingles, as many of each; 0 where either has none. How far
    these agree estimates how far the texts do (bottom-k sketch, Cohen 1997).
    """
    if not ours or not theirs:
        return 0.0
    least = sorted(ours | theirs)[: max(len(ours), len(theirs))]
    return sum(item in ours and item in theirs for item in least) / len(least)


def _plain(text: str, letters: dict[int, str]) -> list[str]:
    text = text.casefold()
    if not text.isascii():
        text = normalize("NFKC", text).translate(letters)
        text = MARKS.sub("", normalize("NFKD", text))
    return WORD.findall(text)


@lru_cache(maxsize=200_000)
def known_stem(word: str) -> str:
    """The stem of a folded word."""
    return _stem(word, folding())


def _stem(word: str, rules: Folding) -> str:
    least = LEAST_STEM[word.isascii()]
    word = word[_affix(word.startswith, rules.prefixes, len(word) - least) :]
    return word[: len(word) - _affix(word.endswith, rules.endings, len(word) - least)]


def _affix(has: Callable[[str | tuple[str, ...]], bool], affixes: Affixes, most: int) -> int:
    """How many letters, at most `most`, the first affix has that the word has; 0 where none is."""
    if not has(affixes):
        return 0  # as most words: to ask for all at once takes a tenth of the time
    return next((len(one) for one in affixes if len(one) <= most and has(one)), 0)


def _longest_first(items: set[str]) -> Affixes:
    return tuple(sorted(items, key=lambda item: (-len(item), item)))
