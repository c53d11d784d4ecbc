"""Fold a place name into the key it is looked up by, so that spellings of one name meet."""

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from unicodedata import combining, normalize

from harmledger.vocab.load import entries

FILE = "gazetteer/folding.yml"
KNOWS = frozenset(
    {
        "letters",
        "articles",
        "assimilated",
        "prefix",
        "links",
        "openers",
        "endings",
        "clitics",
        "inside",
        "joining",
    }
)
WORD = re.compile(r"[^\W_]+")
DOUBLED = re.compile(r"([a-z])\1+")
MARKS = {code: "" for code in range(0x300, 0x3100) if combining(chr(code))}
LEAST_AFTER_PREFIX = 3  # letters; fewer are no noun ("الله" is not ال + له)
LEAST_BEFORE_ENDING = 3  # letters; "Utah" keeps its h


@dataclass(frozen=True, slots=True)
class Folding:
    """What vocab/gazetteer/folding.yml says, merged over its entries.

    Attributes:
        letters: What each letter becomes; marks become nothing.
        openers: Words that name nothing at a name's head ("the").
        levelled: What each of the endings becomes.
        plain: ASCII characters that stay as they are.
        clitics: Short words that are written onto what follows.
        inside: The one of them that means "in".
        joining: The one of them that means "and".
    """

    letters: dict[int, str]
    articles: frozenset[str]
    assimilated: dict[str, str]
    prefix: str
    links: frozenset[str]
    openers: frozenset[str]
    endings: tuple[str, ...]
    levelled: dict[str, str]
    plain: frozenset[str]
    clitics: tuple[str, ...]
    inside: str
    joining: str


@cache
def folding() -> Folding:
    """Load the folding rules.

    Raises:
        VocabularyError: The file has an unknown or missing key.
    """
    bodies = [entry.body for entry in entries(FILE, knows=KNOWS, needs=frozenset())]
    merged: dict[str, dict[str, str]] = {"letters": {}, "assimilated": {}, "endings": {}}
    for name, into in merged.items():
        for body in bodies:
            into |= body.get(name, {})
    return Folding(
        letters=MARKS | {ord(letter): to for letter, to in merged["letters"].items()},
        articles=frozenset(word for body in bodies for word in body.get("articles", ())),
        assimilated=merged["assimilated"],
        prefix="".join(body.get("prefix", "") for body in bodies),
        openers=frozenset(word for body in bodies for word in body.get("openers", ())),
        links=frozenset(word for body in bodies for word in body.get("links", ())),
        endings=tuple(merged["endings"]),
        levelled=merged["endings"],
        clitics=tuple(word for body in bodies for word in body.get("clitics", ())),
        inside="".join(body.get("inside", "") for body in bodies),
        joining="".join(body.get("joining", "") for body in bodies),
        plain=frozenset(map(chr, range(128))) - merged["letters"].keys(),
    )


def key(name: str) -> str:
    """Fold a name: equal keys are spellings of one name. Empty where no letter is left.

    Law: case, accents and vowel signs never matter.
    """
    rules = folding()
    kept = [_level(word, rules) if word.endswith(rules.endings) else word for word in words(name)]
    return DOUBLED.sub(r"\1", "".join(kept))


def words(name: str) -> list[str]:
    """The words of a name, lower case, without marks, apostrophes, articles and links."""
    rules = folding()
    text = _plain(name, rules)
    found = [text] if text.isalpha() else WORD.findall(text)
    if len(found) > 1:
        found = _without_particles(found, rules)
    if rules.prefix in text:
        found = [_unprefixed(word, rules.prefix) for word in found]
    return found


def plain_words(text: str) -> list[str]:
    """The words of a text, lower case, marks and apostrophes gone, articles kept."""
    return WORD.findall(_plain(text, folding()))


def _plain(text: str, rules: Folding) -> str:
    text = text.casefold()
    if text.isascii():
        return text if rules.plain.issuperset(text) else text.translate(rules.letters)
    return normalize("NFKD", text).translate(rules.letters)


def _without_particles(words: list[str], rules: Folding) -> list[str]:
    """The words without articles and links, which name nothing; the last word always stays."""
    kept = []
    for place, (word, following) in enumerate(pairwise(words)):
        if word in rules.articles or (place > 0 and word in rules.links):
            continue
        if place == 0 and word in rules.openers:
            continue
        begins = rules.assimilated.get(word)
        if begins is None or not following.startswith(begins):
            kept.append(word)
    return [*kept, words[-1]]


def _unprefixed(word: str, prefix: str) -> str:
    rest = word.removeprefix(prefix)
    return rest if len(rest) >= LEAST_AFTER_PREFIX else word


def _level(word: str, rules: Folding) -> str:
    """The word with its ending, which is one of the rules', levelled."""
    ending = next(ending for ending in rules.endings if word.endswith(ending))
    if len(word) < LEAST_BEFORE_ENDING + len(ending):
        return word
    return word[: -len(ending)] + rules.levelled[ending]
