"""How rare a word is in a language at large, whatever the collection.

Read from published word lists, not counted in the collection: how two accounts compare must not
change when a third arrives.
"""

from collections.abc import Callable, Iterable
from functools import cache, lru_cache
from math import log10

from wordfreq import get_frequency_dict

from harmledger.link.sound import sound
from harmledger.link.words import known_stem, plain_words
from harmledger.vocab.load import entries

FILE = "linking/lists.yml"
KNOWS = frozenset({"languages", "first", "last"})
Keyed = Callable[[str], str]


@cache
def _scripts() -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    found = entries(FILE, knows=KNOWS, needs=KNOWS)
    return tuple(
        (one.body["first"], one.body["last"], tuple(one.body["languages"])) for one in found
    )


def _languages(sign: str) -> tuple[str, ...]:
    at = script_of(sign)
    return ("en",) if at < 0 else _scripts()[at][2]


def scripts() -> int:
    """How many scripts are listed."""
    return len(_scripts())


@cache
def script_of(sign: str) -> int:
    """The place of the script of a sign among those listed; -1 for none of them."""
    for at, (first, last, _) in enumerate(_scripts()):
        if first <= sign <= last:
            return at
    return -1


@lru_cache(maxsize=400_000)
def rarity(stem: str, commonest: float, rarest: float) -> float:
    """How rare a folded stem is, 0 to `commonest - rarest`, in powers of ten.

    Args:
        commonest: Zipf frequency (powers of ten of occurrences in a milliard words) from which
            on a word tells nothing.
        rarest: Below it words are equally rare: short lists don't tell them apart.
    """
    zipf = _stems(_languages(stem[0])).get(stem, 0.0)
    return max(0.0, commonest - max(rarest, zipf))


@lru_cache(maxsize=400_000)
def rarity_of_sound(heard: str, commonest: float, rarest: float) -> float:
    """The same of a sound: as rare as the commonest word of any listed language that has it."""
    return max(0.0, commonest - max(rarest, _sounds().get(heard, 0.0)))


@cache
def _stems(languages: tuple[str, ...]) -> dict[str, float]:
    return _table(languages, lambda word: (word, known_stem(word)))


@cache
def _sounds() -> dict[str, float]:
    languages = tuple(dict.fromkeys(lang for _, _, langs in _scripts() for lang in langs))
    return _table(languages, lambda word: (sound(word),))


def _table(languages: Iterable[str], forms: Callable[[str], Iterable[str]]) -> dict[str, float]:
    """Zipf frequency by form; of words that share one the commonest's."""
    found: dict[str, float] = {}
    for lang in languages:
        for listed, share in get_frequency_dict(lang, "small").items():
            zipf = log10(share) + 9
            for form in (form for word in plain_words(listed) for form in forms(word)):
                if zipf > found.get(form, 0.0):
                    found[form] = zipf
    return found
