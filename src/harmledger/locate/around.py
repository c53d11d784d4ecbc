"""Words around a name that tell whether it is a place's: vocab/gazetteer/around.yml."""

from dataclasses import dataclass
from functools import cache, lru_cache

from harmledger.locate.fold import plain_words
from harmledger.vocab.load import entries

REMEMBERED = 65_536  # words
FILE = "gazetteer/around.yml"
LISTS = ("never", "body", "people", "title", "particle", "head", "article")


@dataclass(frozen=True, slots=True)
class Around:
    """The lists, folded.

    Attributes:
        never: Name no place, wherever they stand.
        body: Make the name that they stand in or behind a body's.
        people: Make the name before them a family's, a person's or a tribe's.
        title: Make the name behind them a person's.
        particle: Join two words of one name.
        head: Begin a name of several words.
        article: Stand before a name and are none of it.
    """

    never: frozenset[str]
    body: frozenset[str]
    people: frozenset[str]
    title: frozenset[str]
    particle: frozenset[str]
    head: frozenset[str]
    article: frozenset[str]


@cache
def around() -> Around:
    """Load the lists.

    Raises:
        VocabularyError: The file has an unknown key.
    """
    bodies = [entry.body for entry in entries(FILE, knows=frozenset(LISTS), needs=frozenset())]
    return Around(
        **{
            name: frozenset(
                "".join(plain_words(word)) for body in bodies for word in body.get(name, ())
            )
            for name in LISTS
        }
    )


@lru_cache(REMEMBERED)
def folded(word: str) -> str:
    """The word as the lists hold it."""
    return "".join(plain_words(word))
