"""What each word can be: its classes and their features, out of the vocabulary."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from harmledger.extract.symbols import Alphabet
from harmledger.extract.tokens import TOKEN
from harmledger.vocab.load import Entry, document, entries, listing

Features = Mapping[str, Any]
CAPPED = frozenset({"DIRECTION", "PLACETYPE", "ADJ"})
"""Classes whose words may be part of a name when they bear a capital inside a sentence."""
KEYS = frozenset({"class", "words", "nouns", "verbs", "features", "cased"})


@dataclass(frozen=True, slots=True)
class Sense:
    """What a word or phrase can be.

    Attributes:
        symbol: The character of its set of classes.
        classes: Names of the classes.
        features: For each class, what the entry says of it.
    """

    symbol: str
    classes: frozenset[str]
    features: Mapping[str, Features]

    def get(self, feature: str, *classes: str) -> Any:
        """The feature as the first of these classes that has it says; None where none does."""
        for name in classes or self.features:
            if feature in self.features.get(name, {}):
                return self.features[name][feature]
        return None


@dataclass(slots=True)
class Lexicon:
    """Words, phrases and shapes of one language.

    Attributes:
        words: Sense of each form; lower case but for entries marked `cased`.
        capped: The same with a class CAP_<class> beside each, for a capital inside a sentence.
        phrases: For each first word, the phrases it starts, longest first.
        shapes: Class of a word that no entry holds, by the first shape that fits.
    """

    alphabet: Alphabet
    words: dict[str, Sense]
    capped: dict[str, Sense]
    phrases: dict[str, tuple[tuple[tuple[str, ...], Sense], ...]]
    shapes: tuple[tuple[re.Pattern[str], Sense], ...]
    unknown: dict[str, Sense] = field(default_factory=dict)

    def sense(self, word: str, *, first: bool = False) -> Sense:
        """What a word is: as written, else in lower case, else by its shape.

        Args:
            first: The word stands first in its sentence, so that a capital tells nothing.
        """
        found = self.words.get(word)
        if found is None and word[0].isupper() and not first:
            found = self.capped.get(word.lower())
        if found is None:
            found = self.words.get(word.lower())
        if found is None:
            found = self.unknown.get(word)
            if found is None:
                found = next(sense for shape, sense in self.shapes if shape.match(word))
                if len(self.unknown) < 50_000:
                    self.unknown[word] = found
        return found

    def phrase(self, tokens: Sequence[str], at: int) -> tuple[int, Sense] | None:
        """The longest phrase that starts at a token: how many tokens it takes, and its sense."""
        for parts, sense in self.phrases.get(tokens[at], ()):
            if tuple(tokens[at : at + len(parts)]) == parts:
                return len(parts), sense
        return None


def lexicon(folder: str, literals: Iterable[str], alphabet: Alphabet) -> tuple[Lexicon, list[Entry]]:
    """Load the lexicon of one language from `vocab/<folder>/lexicon/*.yml`.

    Args:
        literals: Words that patterns name as they stand; each gets a class of its own.

    Raises:
        VocabularyError: An entry is wrong.
    """
    rules = document(f"{folder}/inflection.yml")
    found: list[Entry] = []
    senses: dict[str, dict[str, dict[str, Any]]] = {}
    for file in listing(f"{folder}/lexicon"):
        for entry in entries(file, knows=KEYS, needs=frozenset({"class"})):
            found.append(entry)
            for form, name in _forms(entry, rules):
                merged = senses.setdefault(form, {})
                merged[name] = dict(entry.body.get("features") or {}) | merged.get(name, {})
    for word in literals:
        senses.setdefault(word, {})[f"={word}"] = {}
    shapes = tuple(
        (re.compile(shape["pattern"]), _sense({name: {} for name in shape["classes"]}, alphabet))
        for shape in rules["shapes"]
    )
    words = {form: _sense(classes, alphabet) for form, classes in senses.items() if _single(form)}
    capped = {
        form: _sense(dict(classes) | {f"CAP_{name}": {} for name in classes}, alphabet)
        for form, classes in senses.items()
        if _single(form) and CAPPED & classes.keys()
    }
    phrases: dict[str, list[tuple[tuple[str, ...], Sense]]] = {}
    for form, classes in senses.items():
        if not _single(form):
            parts = tuple(_split(form))
            phrases.setdefault(parts[0], []).append((parts, _sense(classes, alphabet)))
    ordered = {
        first: tuple(sorted(group, key=lambda pair: (-len(pair[0]), pair[0])))
        for first, group in phrases.items()
    }
    return Lexicon(alphabet, words, capped, ordered, shapes), found


def _sense(classes: Mapping[str, Features], alphabet: Alphabet) -> Sense:
    return Sense(alphabet.character(classes), frozenset(classes), classes)


def _forms(entry: Entry, rules: Mapping[str, Any]) -> Iterable[tuple[str, str]]:
    """Every form of an entry's words with the class of that form."""
    name = str(entry.body["class"])
    cased = bool(entry.body.get("cased"))
    for word in entry.body.get("words") or ():
        yield (str(word) if cased else str(word).lower()), name
    for kind in ("nouns", "verbs"):
        for word in entry.body.get(kind) or ():
            for form, ending in zip(_inflected(str(word), rules[kind]), rules[kind]["endings"], strict=True):
                yield form.lower(), f"{name}{ending}"


def _inflected(word: str, rules: Mapping[str, Any]) -> list[str]:
    """A word's forms in the order of the endings; an irregular word lists its own: "a|b"."""
    if "|" in word:
        return word.split("|")
    parts = word.split(" ")
    at = len(parts) - 1 if rules.get("inflects") == "last" else _head(parts, rules.get("skip"))
    return [
        " ".join([*parts[:at], form, *parts[at + 1 :]]) for form in _regular(parts[at], rules)
    ]


def _head(parts: Sequence[str], skip: str | None) -> int:
    """Which word of a verb inflects: the first that is not skipped."""
    wanted = (at for at, part in enumerate(parts) if skip is None or not re.search(skip, part))
    return next(wanted, 0)


def _regular(word: str, rules: Mapping[str, Any]) -> list[str]:
    return [
        next(re.sub(old, new, word) for old, new in table if re.search(old, word))
        for table in rules["forms"]
    ]


def _single(form: str) -> bool:
    return len(_split(form)) == 1


def _split(form: str) -> list[str]:
    return TOKEN.findall(form)
