"""How a word sounds, roughly, so that one name spelled in two scripts becomes one."""

import re
from functools import cache, lru_cache

from harmledger.vocab.load import entries

FILE = "linking/sounds.yml"
DOUBLED = re.compile(r"(.)\1+", re.DOTALL)
KNOWS = frozenset({"signs", "articles"})


@cache
def _rules() -> tuple[tuple[tuple[str, str], ...], dict[int, str], tuple[str, ...]]:
    """Runs of signs, single signs by their code points, and articles written onto a word."""
    bodies = [one.body for one in entries(FILE, knows=KNOWS, needs=frozenset())]
    signs = {str(old): str(new) for body in bodies for old, new in body.get("signs", {}).items()}
    runs = tuple((old, new) for old, new in signs.items() if len(old) > 1)
    single = {ord(old): new for old, new in signs.items() if len(old) == 1}
    return runs, single, tuple(one for body in bodies for one in body.get("articles", ()))


@lru_cache(maxsize=400_000)
def sound(word: str) -> str:
    """The consonants of a folded word in one alphabet, doubled ones once; "" where it has none.

    Vowels go: Arabic does not write the short ones, and each transliteration has its own.
    """
    runs, single, articles = _rules()
    for article in articles:
        if word.startswith(article) and len(word) - len(article) > 2:
            word = word[len(article) :]
            break
    for old, new in runs:
        if old in word:
            word = word.replace(old, new)
    return DOUBLED.sub(r"\1", word.translate(single))
