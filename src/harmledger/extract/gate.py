"""The gate: which words a text must hold to be worth reading."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from harmledger.extract.item import forms, lost_space
from harmledger.extract.lexicon import REMEMBERED, Lexicon, Sense
from harmledger.extract.rules import LAYERS, Index, Rule, Rules
from harmledger.model import Status

WORD = re.compile(r"\w+")
CONDITIONAL = frozenset({"PT", "PR", "Q_ATTACK", "Q_MUNITION", "Q_HOUSE"})
"""Classes of what the levels read that stand in few texts."""
Phrase = tuple[frozenset[str], str, int]
"""The words of a phrase, the phrase as it is written, and the needs that it meets."""


@dataclass(frozen=True, slots=True)
class Gate:
    """What opens a grammar for a text, found in one pass over its words.

    A text is read where its words, wherever they stand, awake a rule that makes a claim by
    itself, or name a weapon or an act. Numbers, names and people may be there in any text; a
    thing or a toll counted is there where the rule that reads it is awake.

    Attributes:
        met: The needs that are met in any text.
        made: For what a rule reads: the rules, one bit each, and the needs that it meets.
        makers: The rules that make a claim by themselves, one bit each.
        keys: Of each layer, the rules of those two whose smallest need that is not met in any
            text stands there.
        act: The bit of words that name a weapon or an act.
        force: The bit of words that name those who fight.
        everyday: Words that open no text by themselves, lower case.
        phrases: By their longest words.
        known: The needs that words seen before meet.
    """

    lexicon: Lexicon
    index: Index
    met: int
    made: tuple[tuple[int, int], ...]
    makers: int
    keys: tuple[int, ...]
    act: int
    force: int
    everyday: frozenset[str]
    phrases: dict[str, tuple[Phrase, ...]]
    known: dict[str, int] = field(default_factory=dict)

    def opens(self, text: str) -> bool:
        """Whether a text is worth reading."""
        met, awake = self._awake(self._held(text))
        return bool(met & self.act or awake & self.makers)

    def openers(self, text: str) -> set[str]:
        """The words of which a sentence must hold one to open the gate; none where it is shut.

        It stays shut where all that would open it are everyday words: people also move, stay and
        lose in reports that tell of no harm. A force that is named makes them serious.
        """
        held = self._held(text)
        met, awake = self._awake([one for one in held if not one[2]])
        if not (met & (self.act | self.force) or awake & self.makers):
            return set()
        met, awake = self._awake(held)
        keys = self.act
        for layer, rules in enumerate(self.keys):
            keys |= self.index.layer(awake & rules, layer)
        return {word for word, found, _ in held if found & keys}

    def may_open(self, text: str, openers: Iterable[str]) -> bool:
        """Whether a sentence holds a word that opens the gate for its whole text.

        A script that writes words together writes them otherwise than the lexicon holds them.
        """
        return self.lexicon.script.joins or any(word in text for word in openers)

    def _held(self, text: str) -> list[tuple[str, int, bool]]:
        """The words of a text, as they are written, the needs that each meets, and whether it is
        an everyday word; behind them the phrases all of whose words are there, by their longest.
        """
        joined = self.lexicon.script.joins
        words = set(forms(text, self.lexicon) if joined else WORD.findall(text))
        known, everyday = self.known, self.everyday
        lower = {word: word for word in words} if joined else {word.lower(): word for word in words}
        held = [
            (word, known[word] if word in known else self._needs(word), form in everyday)
            for form, word in lower.items()
        ]
        plain = "" if joined else text.lower()
        for longest in self.phrases.keys() & lower.keys():
            for parts, spelled, found in self.phrases[longest]:
                if parts <= lower.keys() and (joined or spelled in plain):
                    held.append((lower[longest], found, False))
        return held

    def _awake(self, held: Iterable[tuple[str, int, bool]]) -> tuple[int, int]:
        """The needs that words meet, and the rules that they awake."""
        met = self.met
        for _, found, _ in held:
            met |= found
        awake = self.index.awake(met)
        for rules, found in self.made:
            if awake & rules:
                met |= found
        return met, self.index.awake(met)

    def _needs(self, word: str) -> int:
        """The needs that a word meets, as written or without its capital."""
        lexicon = self.lexicon
        found = _met(lexicon.sense(word), self.index)
        if not lexicon.script.joins:
            for _, _, piece in lost_space(word, lexicon):
                for form in (piece, piece.lower()):
                    found |= _met(lexicon.sense(form), self.index)
        if len(self.known) < REMEMBERED:
            self.known[word] = found
        return found


def gate(
    lexicon: Lexicon,
    index: Index,
    phrase: Collection[Sense],
    rules: Mapping[str, Rules],
    everyday: frozenset[str],
) -> Gate:
    """The gate of one language.

    Args:
        phrase: Senses of what the levels make of several words.
        rules: The grammar's lists of rules by their names.
        everyday: Words that open no text by themselves, lower case.
    """
    phrases: dict[str, list[Phrase]] = {}
    for starting in lexicon.phrases.values():
        for _, group in starting.by_size:
            for parts, sense in group.items():
                words = frozenset(word for part in parts for word in WORD.findall(part))
                found = _met(sense, index)
                if words and found:
                    longest = max(words, key=lambda word: (len(word), word))
                    phrases.setdefault(longest, []).append((words, _stretch(parts), found))
    free = [one for one in phrase if CONDITIONAL.isdisjoint(one.classes)]
    shapes = [sense for _, sense in lexicon.shapes]
    makers = [rules["measures.rules"], rules["measures.control"]]
    making = sum(own.bits([_makes(rule) for rule in own]) for own in makers)
    met = index.met({sense.symbol for sense in [*free, *shapes]}, index.nothing)
    made = tuple(_made(phrase, index, rules))
    return Gate(
        lexicon,
        index,
        met,
        made,
        making,
        tuple(_keys(making | sum(bits for bits, _ in made), met, index)),
        index.beyond,
        index.beyond << 1,
        everyday,
        {longest: tuple(found) for longest, found in phrases.items()},
    )


def _keys(rules: int, met: int, index: Index) -> Iterable[int]:
    """For each layer of needs, the rules whose first need that is not met stands there."""
    for layer in range(LAYERS):
        unmet = rules & ~index.unlayered(met, layer)
        yield unmet
        rules &= ~unmet


def _met(sense: Sense, index: Index) -> int:
    found = index.met([sense.symbol], 0)
    if "means" in sense.says:
        found |= index.beyond
    return found | index.beyond << 1 if sense.says.get("status") == Status.COMBATANT else found


def _stretch(parts: Sequence[str]) -> str:
    """The longest run of a phrase's words between which a text writes but a space."""
    runs, run = [], ""
    for part in parts:
        run = f"{run} {part}".strip() if part.isalpha() else ""
        runs.append(run)
    return max(runs, key=len)


def _made(
    phrase: Collection[Sense], index: Index, rules: Mapping[str, Rules]
) -> Iterable[tuple[int, int]]:
    """For each class that only some rules yield: those rules, and the needs that it meets."""
    readers = [rules["people.entries"], rules["things.entries"]]
    for name in sorted(CONDITIONAL):
        bits = sum(own.bits([_yields(rule) == name for rule in own]) for own in readers)
        symbols = {one.symbol for one in phrase if name in one.classes}
        yield bits, index.met(symbols, 0)


def _yields(rule: Rule) -> str | None:
    """The class that only rules like this one yield; None where it yields what any text holds."""
    return rule.flags.get("yields") or ("PT" if rule.flags.get("toll") else None)


def _makes(rule: Rule) -> bool:
    """Whether a rule makes a claim without one before it."""
    return not (rule.flags.get("inherits") or rule.flags.get("nested"))
