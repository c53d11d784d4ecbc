"""When two names of actors are one."""

import re
from functools import cache

from harmledger.vocab.load import entries

FILE = "schemes/words/names.yml"
WORD = re.compile(r"[^\W_]+")


@cache
def left_out() -> frozenset[str]:
    """Words that no name differs by.

    Raises:
        VocabularyError: The file has an unknown or missing key.
    """
    found = entries(FILE, knows=frozenset({"words"}), needs=frozenset({"words"}))
    return frozenset(word for entry in found for word in entry.body["words"])


def same_name(one: str | None, other: str | None) -> bool:
    """Both hold the same words, whatever case and articles; no name is like no name."""
    ours, theirs = words_of(one), words_of(other)
    return bool(ours) and ours == theirs


def may_be_same(one: str, other: str) -> bool:
    """One holds all the words of the other: "the army" may be "the northern army".

    Names in two scripts can't be told apart by their letters; they may always be the same.
    """
    if one.isascii() != other.isascii():
        return True
    ours, theirs = set(words_of(one)), set(words_of(other))
    return bool(ours) and bool(theirs) and (ours <= theirs or theirs <= ours)


@cache
def words_of(name: str | None) -> tuple[str, ...]:
    """The words of a name by which it differs from others, case folded; () for no name."""
    return tuple(word for word in WORD.findall((name or "").casefold()) if word not in left_out())
