"""A language's grammar, loaded strictly and compiled once."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from harmledger.extract.beside import Doors
from harmledger.extract.doorway import gate
from harmledger.extract.first import first
from harmledger.extract.gate import LATIN, WORD, Gate
from harmledger.extract.lexicon import Lexicon, Sense, lexicon, sense
from harmledger.extract.needs import needs
from harmledger.extract.rules import Index, Rule, Rules, indexed
from harmledger.extract.symbols import Alphabet, compiled, expand, literals
from harmledger.extract.themes import themes
from harmledger.model import VocabularyError
from harmledger.vocab.load import Entry, document, listing

PHRASES = (
    # Classes of the items that the levels of the cascade put in place of words.
    [
        "CARD",
        "N",
        "X",
        "D",
        "NAMEP",
        "P",
        "PG",
        "PB",
        "PONE",
        "PKIN",
        "PT",
        "PR",
        "POFTHEM",
        "Q",
        "Q_ATTACK",
        "Q_MUNITION",
        "Q_HOUSE",
    ]
)
COMBINED = (
    ("P",), ("P", "PONE"), ("P", "PKIN"), ("P", "PKIN", "PONE"), ("PG",), ("PB",), ("POFTHEM",),
    ("P", "PT"), ("P", "PONE", "PT"), ("PB", "PT"), ("P", "PR"),
    ("Q",), ("Q", "Q_ATTACK"), ("Q", "Q_MUNITION"), ("Q", "Q_HOUSE"),
    ("CARD",), ("N",), ("X",), ("D",), ("NAMEP",),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Grammar:
    """All that is known of one language.

    Attributes:
        lang: ISO 639-1 code.
        lexicon: Words, phrases and shapes.
        abbreviations: Words whose full stop ends no sentence, lower case.
        triggers: Words of which a sentence must hold one to be worth reading, lower case.
        symbols: Of which a sentence must hold one, where its words are written together.
        gate: Of texts.
        index: Of all rules, by the words that awake them.
        patterns: Single patterns by file and key ("counts.single").
        rules: Lists of rules by file and key ("measures.rules"); each single pattern is a list of
            one rule under its own key, or of none where the language does without it.
        titles: Lines without an end of a sentence that, last on a page, are its links; or None.
        chrome: Words of which a line must hold one to say that the page's links begin, lower case.
        letters: Letters that only this language of those read has, or None.
        phrase: Sense of each combination of phrase classes.
        entries: Of the lexicon, in the order of its files.
        tolls: Ids of the rules whose counts are running totals: marked `running`.
        beside: Ids of the rules whose counts stand beside the one before them and are no part of
            it: they take its measure, or are marked `beside`.
    """

    lang: str
    lexicon: Lexicon
    abbreviations: frozenset[str]
    triggers: frozenset[str]
    symbols: frozenset[str]
    gate: Gate
    index: Index
    patterns: Mapping[str, re.Pattern[str]]
    rules: Mapping[str, Rules]
    phrase: Mapping[tuple[str, ...], Sense]
    titles: int | None
    chrome: frozenset[str]
    letters: re.Pattern[str] | None
    entries: tuple[Entry, ...]
    tolls: frozenset[str]
    beside: frozenset[str]

    def pattern(self, name: str, awake: int) -> re.Pattern[str] | None:
        """A single pattern; None where the language has none or it can't match.

        Args:
            awake: The rules that a sentence awakes.

        Raises:
            KeyError: No file of a grammar has such a pattern.
        """
        return None if self.rules[name].following(awake, 0) < 0 else self.patterns[name]


RULE_NEEDS = frozenset({"id", "says", "pattern", "match", "no_match"})
RULE_KEYS = RULE_NEEDS | frozenset(
    [
        "bare",
        "beside",
        "certainty",
        "counts",
        "elided",
        "guessed",
        "holds",
        "inherits",
        "joined",
        "kin",
        "kind",
        "measure",
        "needs",
        "needs_act",
        "needs_elided",
        "needs_fighters",
        "needs_force",
        "nested",
        "none",
        "of_whole",
        "one",
        "running",
        "side",
        "some",
        "toll",
        "two",
        "unknown",
        "yields",
    ]
)
"""Every key a rule may have; another is a slip and stops the load."""
FILES = {
    # file: keys that hold one pattern, keys that hold a list of rules
    "counts": (("cardinal", "between", "single", "range"), ("quantities",)),
    "names": (("name",), ()),
    "dates": ((), ("entries", "joined")),
    "people": (("family",), ("entries", "parts")),
    "things": (("armed",), ("entries",)),
    "measures": ((), ("rules", "control")),
    "attribution": (("segment",), ("rules", "next")),
    "hold": (("denied", "unreal"), ("hedges", "rules")),
    "where": ((), ("rules",)),
    "resolve": (
        ("chrome", "aside", "apart", "besides", "headed", "listed", "there", "cared", "wide",
         "earlier", "righted"),
        (),
    ),
}  # fmt: skip


SINGLES = tuple(f"{name}.{key}" for name, (singles, _) in FILES.items() for key in singles)
"""The single patterns by file and key."""


@cache
def grammar(lang: str) -> Grammar:
    """Load and compile the grammar of a language.

    Raises:
        VocabularyError: There is no such grammar, or one of its files is wrong.
    """
    folder = f"grammars/{lang}"
    if not listing_has(folder):
        raise VocabularyError(f"vocab/{folder}: no grammar for language {lang!r}")
    pieces: dict[str, str] = document(f"{folder}/pieces.yml")["pieces"]
    raw = {name: _raw(folder, name) for name in FILES}
    texts = {
        f"{name}.{key}": expand(raw[name][key], pieces)
        for name, (singles, _) in FILES.items()
        for key in singles
        if raw[name][key] is not None
    }
    lists = {
        f"{name}.{key}": [
            (body, expand(body["pattern"], pieces)) for body in raw[name].get(key) or ()
        ]
        for name, (_, many) in FILES.items()
        for key in many
    }
    named = {word for text in texts.values() for word in literals(text)}
    named |= {word for pairs in lists.values() for _, text in pairs for word in literals(text)}
    alphabet = Alphabet()
    words, found = lexicon(folder, sorted(named), alphabet)
    phrase: dict[tuple[str, ...], Sense] = {
        classes: sense({name: {} for name in classes}, alphabet) for classes in COMBINED
    }
    known = frozenset(name for key in alphabet.characters for name in key) | frozenset(PHRASES)
    inflection = document(f"{folder}/inflection.yml")
    endings = {end for kind in ("nouns", "verbs") for end in inflection[kind]["endings"]}
    known |= {f"{name}{end}" for name in known for end in endings}
    letters = re.compile(inflection["letters"]) if "letters" in inflection else None
    doors = document(f"{folder}/gate.yml")
    wanted = frozenset(doors["classes"])
    ways = Doors(*(frozenset(doors.get(key) or ()) for key in Doors._fields))
    index, rules = indexed(
        {
            **{key: _rules(pairs, alphabet, known) for key, pairs in lists.items()},
            **{key: _single(key, texts.get(key), alphabet, known) for key in SINGLES},
        }
    )
    return Grammar(
        lang=lang,
        lexicon=words,
        abbreviations=frozenset(inflection["abbreviations"]),
        triggers=_triggers(words, wanted),
        symbols=frozenset(char for key, char in alphabet.characters.items() if key & wanted),
        gate=gate(
            words,
            index,
            phrase.values(),
            rules,
            ways,
            themes(folder, words.script),
            letters or LATIN,
        ),
        index=index,
        patterns={key: rule.pattern for key in texts for rule in rules[key]},
        rules=rules,
        phrase=phrase,
        titles=raw["resolve"].get("titles"),
        chrome=_spelled(words, needs(texts.get("resolve.chrome", ""), alphabet.members)),
        letters=letters,
        entries=tuple(found),
        tolls=frozenset(body["id"] for body, _ in lists["measures.rules"] if body.get("running")),
        beside=frozenset(
            body["id"]
            for body, _ in lists["measures.rules"]
            if body.get("beside") or (body.get("inherits") and not body.get("nested"))
        ),
    )


def _raw(folder: str, name: str) -> dict[str, Any]:
    """One file of a grammar; a pattern that a language does without is null in it, never left out.

    Raises:
        VocabularyError: It lacks a pattern.
    """
    found = document(f"{folder}/{name}.yml")
    missing = set(FILES[name][0]) - found.keys()
    if missing:
        raise VocabularyError(
            f"vocab/{folder}/{name}.yml: lacks {sorted(missing)}; add each, or null for none"
        )
    return found


def languages() -> tuple[str, ...]:
    """ISO 639-1 codes of the grammars that are marked to be used; another language is set aside.

    Raises:
        VocabularyError: A grammar has no `language.yml`, or that is wrong.
    """
    folders = sorted({file.split("/")[1] for file in listing("grammars")})
    return tuple(lang for lang in folders if _reads(lang))


def _reads(lang: str) -> bool:
    return document(f"grammars/{lang}/language.yml").get("reads") is True


def listing_has(folder: str) -> bool:
    """Whether `vocab/` holds any file below a folder."""
    return any(file.startswith(f"{folder}/") for file in listing(""))


def _rules(
    pairs: Sequence[tuple[Mapping[str, Any], str]], alphabet: Alphabet, known: frozenset[str]
) -> list[Rule]:
    members = cache(alphabet.members)
    for body, _ in pairs:
        odd, missing = body.keys() - RULE_KEYS, RULE_NEEDS - body.keys()
        if odd or missing:
            what = f"unknown key {sorted(odd)}" if odd else f"lacks {sorted(missing)}"
            raise VocabularyError(f"grammar: rule {body.get('id')}: {what}")
    return [
        Rule(
            body["id"],
            compiled(text, alphabet, known, first(text, members)),
            body,
            _trigger(text),
            needs(text, members),
        )
        for body, text in pairs
    ]


def _single(name: str, text: str | None, alphabet: Alphabet, known: frozenset[str]) -> list[Rule]:
    """A single pattern as a list of one rule, so that it is known which words awake it; none
    where the language does without it.
    """
    if text is None:
        return []
    members = cache(alphabet.members)
    pattern = compiled(text, alphabet, known, first(text, members))
    return [Rule(name, pattern, {}, needs=needs(text, members))]


def _trigger(pattern: str) -> tuple[str, ...]:
    group = re.search(r"\(t: ([^()]*|\(\?:[^()]*\)|[^()]*\(\?:[^()]*\)[^()]*)\)", pattern)
    return tuple(re.findall(r"[A-Z][A-Z0-9_]*", group[1])) if group else ()


def _spelled(words: Lexicon, wanted: Sequence[frozenset[str]]) -> frozenset[str]:
    """The words that meet the smallest need of a pattern, and the longest of each such phrase."""
    need = wanted[0] if wanted else frozenset()
    single = {form for form, sense in words.words.items() if sense.symbol in need}
    phrases = {
        max(parts, key=len)
        for groups in words.phrases.values()
        for _, group in groups.by_size
        for parts, sense in group.items()
        if sense.symbol in need
    }
    return frozenset(word for form in single | phrases for word in WORD.findall(form.lower()))


def _triggers(words: Lexicon, classes: Iterable[str]) -> frozenset[str]:
    """Single words, and one word of each phrase, of the classes that make a claim possible.

    A phrase stands where its longest word does, which is rarer than its first ("the dead");
    where words are written together, its first is surer to be found.
    """
    wanted = frozenset(classes)
    single = {form for form, sense in words.words.items() if sense.classes & wanted}
    phrases = {
        parts[0] if words.script.joins else max(parts, key=len)
        for groups in words.phrases.values()
        for _, group in groups.by_size
        for parts, sense in group.items()
        if sense.classes & wanted
    }
    return frozenset(form.lower() for form in single | phrases)
