"""What each word can be: its classes and their features, out of the vocabulary."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any

from harmledger.extract.script import Script, script
from harmledger.extract.symbols import Alphabet
from harmledger.extract.tokens import TOKEN
from harmledger.model import VocabularyError
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
        says: Each feature, as the first class that has it says.
    """

    symbol: str
    classes: frozenset[str]
    features: Mapping[str, Features]
    says: Features

    def get(self, feature: str, *classes: str) -> Any:
        """The feature as the first of these classes that has it says; None where none does."""
        if feature not in self.says or not classes:
            return self.says.get(feature)
        for name in classes:
            if name in self.classes and feature in self.features[name]:
                return self.features[name][feature]
        return None


@dataclass(frozen=True, slots=True)
class PhrasesFrom:
    """The phrases that start with one word.

    Attributes:
        second: Their second words.
        by_size: Their senses by how many words they have, the longest first.
    """

    second: frozenset[str]
    by_size: tuple[tuple[int, dict[tuple[str, ...], Sense]], ...]

    def at(self, tokens: Sequence[str], at: int) -> tuple[int, Sense] | None:
        """The longest of them that starts at a token: how many tokens it takes, and its sense.

        Args:
            tokens: Of a sentence; in lower case, as phrases are.
        """
        for size, group in self.by_size:
            found = group.get(tuple(tokens[at : at + size]))
            if found is not None:
                return size, found
        return None


Phrases = dict[str, PhrasesFrom]
SHAPE = "shape"
"""A shape's group is named so, with its number behind."""
REMEMBERED = 50_000
"""Words of texts that are looked up once; hostile texts hold more than memory does."""


@dataclass(slots=True)
class Lexicon:
    """Words, phrases and shapes of one language.

    Attributes:
        words: Sense of each form; lower case but for entries marked `cased`.
        capped: The same with a class CAP_<class> beside each, for a capital inside a sentence.
        phrases: For each first word, the phrases it starts by their length, longest first.
        shapes: Class of a word that no entry holds, by the first shape that fits.
        shape: All shapes as one, each a group that bears its number.
        affixed: The words with each class that an article or ending adds.
        seen: Words of texts already looked up, each with the phrases it may start.
        pieces: Words already cut into those written together, so that each is cut once.
        whole: Words of texts that hold but themselves.
    """

    alphabet: Alphabet
    words: dict[str, Sense]
    capped: dict[str, Sense]
    phrases: Phrases
    shapes: tuple[tuple[re.Pattern[str], Sense], ...]
    shape: re.Pattern[str]
    script: Script = field(default_factory=Script)
    affixed: dict[str, dict[str, Sense]] = field(default_factory=dict)
    seen: dict[str, tuple[Sense, PhrasesFrom | None]] = field(default_factory=dict)
    pieces: dict[str, tuple[tuple[int, int, str], ...]] = field(default_factory=dict)
    whole: set[str] = field(default_factory=set)

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
            found = self._stripped(word)
        return found or self._shaped(word)

    def _shaped(self, word: str) -> Sense:
        """What a word that no entry holds is by the first shape that fits."""
        match = self.shape.match(word)
        if match is None or match.lastgroup is None:
            raise VocabularyError(f"inflection.yml: no shape fits {word!r}; add one that fits any")
        return self.shapes[int(match.lastgroup.removeprefix(SHAPE))][1]

    def look(self, word: str, *, first: bool) -> tuple[Sense, PhrasesFrom | None]:
        """What a word is, and the phrases that start with it; None where none does."""
        if not first and word in self.seen:
            return self.seen[word]
        found = self.sense(word, first=first), self.phrases.get(word.lower())
        if not first and len(self.seen) < REMEMBERED:
            self.seen[word] = found
        return found

    def known(self, form: str) -> bool:
        """Whether the lexicon holds a folded form, perhaps with an article or ending."""
        return form in self.words or form in self.phrases or self._stripped(form) is not None

    def cut(self, word: str) -> tuple[tuple[int, int, str], ...]:
        """The words that one token holds, each with its place in the token and its folded form."""
        found = self.pieces.get(word)
        if found is None:
            found = tuple(_placed(word, self._forms(word), self.script))
            if len(self.pieces) < REMEMBERED:
                self.pieces[word] = found
        return found

    def _forms(self, word: str) -> list[str]:
        form = self.script.fold(word)
        for clitic in self.script.clitics:
            if clitic.shown is not None and clitic.shown.search(word):
                parts = self._parted(form[len(clitic.written) :], clitic.order)
                if self.known(parts[-1]):
                    return [clitic.alone, *parts]
        return self._parted(form)

    def _parted(self, form: str, order: int = 0) -> list[str]:
        """The form and what clings to its front; itself where the rest is no known word."""
        if not self.known(form):
            for clitic in self.script.clitics:
                tail = clitic.rest + form[len(clitic.written) :]
                fits = form.startswith(clitic.written) and clitic.order > order
                if fits and len(tail) >= clitic.least:
                    parts = self._parted(tail, clitic.order)
                    if self.known(parts[-1]):
                        return [clitic.alone, *parts]
        return [form]

    def _stripped(self, form: str) -> Sense | None:
        for affix in self.script.affixes:
            if affix.pattern.search(form):
                found = self.affixed[affix.adds].get(affix.pattern.sub(affix.to, form))
                if found is not None:
                    return found
        return None


def lexicon(
    folder: str, literals: Iterable[str], alphabet: Alphabet
) -> tuple[Lexicon, list[Entry]]:
    """Load the lexicon of one language from `vocab/<folder>/lexicon/*.yml`.

    Args:
        literals: Words that patterns name as they stand; each gets a class of its own.

    Raises:
        VocabularyError: An entry is wrong.
    """
    rules = document(f"{folder}/inflection.yml")
    writing = script(rules)
    found: list[Entry] = []
    senses: dict[str, dict[str, dict[str, Any]]] = {}
    for file in listing(f"{folder}/lexicon"):
        for entry in entries(file, knows=KEYS, needs=frozenset({"class"})):
            found.append(_checked(entry))
            for form, name in _written(entry, rules, writing):
                merged = senses.setdefault(form, {})
                merged[name] = dict(entry.body.get("features") or {}) | merged.get(name, {})
    for word in literals:
        senses.setdefault(writing.fold(word), {})[f"={word}"] = {}
    if writing.article:
        _with_article(senses, writing.article)
    shapes = tuple(
        (re.compile(shape["pattern"]), sense({name: {} for name in shape["classes"]}, alphabet))
        for shape in rules["shapes"]
    )
    words = {form: sense(classes, alphabet) for form, classes in senses.items() if _single(form)}
    capped = {
        form: sense(dict(classes) | {f"CAP_{name}": {} for name in classes}, alphabet)
        for form, classes in senses.items()
        if _single(form) and CAPPED & classes.keys()
    }
    phrases: dict[tuple[str, ...], Sense] = {}
    for form, classes in senses.items():
        if not _single(form):
            for parts in _articled(tuple(_split(form)), writing.article):
                phrases[parts] = sense(classes, alphabet)
    affixed = {
        name: {
            form: sense(dict(classes) | {name: {}}, alphabet)
            for form, classes in senses.items()
            if _single(form)
        }
        for name in sorted({affix.adds for affix in writing.affixes})
    }
    shape = re.compile(
        "|".join(f"(?P<{SHAPE}{at}>{one.pattern})" for at, (one, _) in enumerate(shapes))
    )
    read = Lexicon(alphabet, words, capped, _by_first(phrases), shapes, shape, writing, affixed)
    return (_with_cut_phrases(read) if writing.clitics else read), found


def _with_article(senses: dict[str, dict[str, dict[str, Any]]], article: str) -> None:
    """A word listed with its article is also what it is without."""
    for form, classes in senses.items():
        for name, features in senses.get(form.removeprefix(article), {}).items():
            classes.setdefault(name, features)


def _with_cut_phrases(read: Lexicon) -> Lexicon:
    """The lexicon with each word of its phrases cut as the words of a text are."""
    phrases: dict[tuple[str, ...], Sense] = {}
    for groups in read.phrases.values():
        for _, group in groups.by_size:
            for parts, sense in group.items():
                cut = tuple(form for part in parts for _, _, form in read.cut(part))
                if cut not in phrases or len(sense.classes) > len(phrases[cut].classes):
                    phrases[cut] = sense
    return replace(read, phrases=_by_first(phrases), seen={}, pieces={}, whole=set())


def _by_first(phrases: Mapping[tuple[str, ...], Sense]) -> Phrases:
    """Phrases by their first word, then by how many words they have, the longest first."""
    found: dict[str, dict[int, dict[tuple[str, ...], Sense]]] = {}
    for parts, sense in phrases.items():
        found.setdefault(parts[0], {}).setdefault(len(parts), {})[parts] = sense
    return {
        first: PhrasesFrom(
            frozenset(parts[1] for group in sizes.values() for parts in group),
            tuple(sorted(sizes.items(), reverse=True)),
        )
        for first, sizes in found.items()
    }


CODES = {
    # Feature of an entry: the file of vocab/codes/ that has its values.
    "bound": "bounds",
    "certainty": "certainty",
    "kind": "source_kinds",
    "means": "means",
    "measure": "measures",
    "people": "people",
    "precision": "place_precisions",
    "role": "roles",
    "status": "statuses",
}


@cache
def _codes(file: str) -> frozenset[str]:
    return frozenset(entry["id"] for entry in document(f"codes/{file}.yml")["entries"])


def _checked(entry: Entry) -> Entry:
    """The entry, each of whose words is text: bare YAML reads off, on, no and yes as booleans.

    Raises:
        VocabularyError: A word is no text or stands twice, or a feature's value is no code.
    """
    for feature, value in (entry.body.get("features") or {}).items():
        if feature in CODES and str(value) not in _codes(CODES[feature]):
            raise entry.wrong(f"{feature}: no code {value!r} in vocab/codes/{CODES[feature]}.yml")
    for key in ("words", "nouns", "verbs"):
        seen = set()
        for word in entry.body.get(key) or ():
            if not isinstance(word, str):
                raise entry.wrong(f"{word!r} in {key} is no text; put it in quotation marks")
            if word in seen:
                raise entry.wrong(f"{word!r} stands twice in {key}; remove one")
            seen.add(word)
    return entry


def sense(classes: Mapping[str, Features], alphabet: Alphabet) -> Sense:
    """The sense of what belongs to classes, with what each class says of it."""
    says: dict[str, Any] = {}
    for features in classes.values():
        says = dict(features) | says
    return Sense(alphabet.character(classes), frozenset(classes), classes, says)


def _placed(word: str, forms: Sequence[str], writing: Script) -> Iterable[tuple[int, int, str]]:
    """The place of each form in the word as written; marks left out go with the letter before."""
    at = 0
    for form in forms[:-1]:
        end, letters = at, 0
        while letters < len(form) or (end < len(word) and not writing.fold_letter(word[end])):
            letters += len(writing.fold_letter(word[end]))
            end += 1
        yield at, end, form
        at = end
    yield at, len(word), forms[-1]


def _articled(parts: tuple[str, ...], article: str) -> Iterable[tuple[str, ...]]:
    """A phrase as it stands, and with the article before its last word, or before every word."""
    yield parts
    if article and not any(part.startswith(article) for part in parts):
        yield (*parts[:-1], article + parts[-1])
        yield tuple(article + part for part in parts)


def _written(entry: Entry, rules: Mapping[str, Any], writing: Script) -> Iterable[tuple[str, str]]:
    """Every form as it is looked up: each of its words folded."""
    for form, name in _forms(entry, rules):
        if writing.joins:
            form = " ".join(writing.fold(part) for part in _split(form))
        yield form, name


def _forms(entry: Entry, rules: Mapping[str, Any]) -> Iterable[tuple[str, str]]:
    """Every form of an entry's words with the class of that form."""
    name = str(entry.body["class"])
    cased = bool(entry.body.get("cased"))
    for word in entry.body.get("words") or ():
        yield (word if cased else word.lower()), name
    for kind in ("nouns", "verbs"):
        for word in entry.body.get(kind) or ():
            if "stems" in rules[kind]:
                yield from ((form, f"{name}{end}") for form, end in _declined(word, rules[kind]))
                continue
            for form, ending in zip(
                _inflected(word, rules[kind]), rules[kind]["endings"], strict=True
            ):
                yield form.lower(), f"{name}{ending}"


def _inflected(word: str, rules: Mapping[str, Any]) -> list[str]:
    """A word's forms in the order of the endings; an irregular word lists its own: "a|b"."""
    if "|" in word:
        return word.split("|")
    parts = word.split(" ")
    at = len(parts) - 1 if rules.get("inflects") == "last" else _head(parts, rules.get("skip"))
    return [" ".join([*parts[:at], form, *parts[at + 1 :]]) for form in _regular(parts[at], rules)]


def _declined(word: str, rules: Mapping[str, Any]) -> Iterable[tuple[str, str]]:
    """A word's forms with their endings, from the stems it lists: "singular|plural".

    Each row of `stems` names the stem it starts from, `lacks` the stem that must be absent, and
    the patterns of which the first that fits makes the form.
    """
    stems = [stem.split(" ") for stem in word.split("|")]
    for row in rules["stems"]:
        if row["of"] < len(stems) and row.get("lacks", len(stems)) >= len(stems):
            head, *rest = stems[row["of"]]
            for old, new in row["forms"]:
                if re.search(old, head):
                    yield " ".join([re.sub(old, new, head), *rest]), row["ending"]
                    break


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
