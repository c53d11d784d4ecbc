"""Reduce a name to the sounds that every way of romanising it keeps."""

import re
from dataclasses import dataclass
from functools import cache

from harmledger.locate.fold import words
from harmledger.vocab.load import entries

FILE = "gazetteer/sounds.yml"
KNOWS = frozenset({"digraphs", "letters", "vowels", "silent", "construct", "countries", "least"})
SPELLED = re.compile(r"[a-z]+|[\u0621-\u064a\u067e\u0686\u0698\u06af]+")
DOUBLED = re.compile(r"(.)\1+")
VOWEL = "A"  # a word begins with one, whichever


@dataclass(frozen=True, slots=True)
class Sounds:
    """What vocab/gazetteer/sounds.yml says, merged over its entries.

    Attributes:
        digraphs: Longest first.
        construct: The endings of a word before another word that fall away.
        countries: Codes of countries whose names are known by their sounds.
        least: Sounds; a name of fewer is not known by them.
    """

    digraphs: tuple[tuple[str, str], ...]
    letters: dict[int, str]
    vowels: dict[int, None]
    silent: str
    construct: re.Pattern[str]
    countries: frozenset[str]
    least: int


@cache
def sounds() -> Sounds:
    """Load the sounds.

    Raises:
        VocabularyError: The file has an unknown or missing key.
    """
    bodies = [entry.body for entry in entries(FILE, knows=KNOWS, needs=frozenset())]
    merged = {key: value for body in bodies for key, value in body.items() if key in KNOWS}
    letters = {letter: to for body in bodies for letter, to in body.get("letters", {}).items()}
    return Sounds(
        digraphs=tuple(merged["digraphs"].items()),
        letters=str.maketrans(letters),
        vowels=dict.fromkeys(map(ord, merged["vowels"])),
        silent=merged["silent"],
        construct=re.compile(rf"(?<=[^aeiouwy])(?:{'|'.join(merged['construct'])})$"),
        countries=frozenset(merged["countries"]),
        least=merged["least"],
    )


def sound(name: str) -> str:
    """The sounds of a name in Latin or Arabic letters; empty for others and for too few."""
    spelled = words(name)
    if not spelled or not all(map(SPELLED.fullmatch, spelled)):
        return ""
    rules = sounds()
    bare = [rules.construct.sub("", word) for word in spelled[:-1]]
    heard = "".join(_word(word, rules) for word in (*bare, spelled[-1]))
    return heard if len(heard) >= rules.least else ""


def _word(word: str, rules: Sounds) -> str:
    for pair, to in rules.digraphs:
        word = word.replace(pair, to)
    word = word.translate(rules.letters).removesuffix(rules.silent)
    word = DOUBLED.sub(r"\1", word)
    if not word:
        return ""
    begins_in_vowel = word[0] in "aiu"
    return (VOWEL if begins_in_vowel else word[0]) + word[1:].translate(rules.vowels)
