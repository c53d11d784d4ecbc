"""The gate: which words a text must hold to be worth reading."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from harmledger.extract.beside import Doors, Seen, seeming
from harmledger.extract.item import lost_space
from harmledger.extract.lexicon import REMEMBERED, Lexicon, Sense
from harmledger.extract.rules import Index
from harmledger.extract.themes import Themes
from harmledger.extract.tokens import ARABIC, Stretch
from harmledger.model import Status

WORD = re.compile(r"\w+")
LATIN = re.compile(r"[A-Za-z]")
RUN = re.compile(rf"{ARABIC}+|(?:(?!{ARABIC})\w)+")
"""The words of a text that may hold letters joined by marks."""
GAP = r"(?<=ـ)[ .،*]{1,4}(?=ـ)"
"""What stands inside a word where a letter is made longer over it."""
OVER = re.compile(f"ـ{GAP}")
STRETCHED = re.compile(rf"{ARABIC}+(?:{GAP}{ARABIC}+)+")
"""A word one of whose letters is made longer over spaces or marks."""
DOTTED = re.compile(rf"(?<!{ARABIC}){ARABIC}++(?:\.{ARABIC}++)+")
"""Words between which a full stop stands that may part them or be a slip."""
HEAD = 300
"""Code points of a text that tell for most whether it is worth reading."""
LONGEST = 40
"""Characters of the longest run that is remembered."""
FORCE, MILD = 1, 2
"""The bits of a force and of a mild act are so many behind that of an act."""
Held = tuple[str, int, bool]
"""A word of a text, the needs that it meets, and whether it is an everyday word."""
Phrase = tuple[frozenset[str], str, int]
"""The words of a phrase, the phrase as it is written, and the needs that it meets."""


class Known(NamedTuple):
    """What is known of a run of characters between white space.

    Attributes:
        held: Its words that meet what not every sentence does.
        ends: Those of its words that are the longest of a phrase, each with that.
        forms: Its words as phrases hold them.
        themes: Its words of everyday matters.
        grave: Its words of harm, weapons and forces.
    """

    held: tuple[Held, ...]
    ends: tuple[tuple[str, str], ...]
    forms: tuple[str, ...]
    themes: tuple[str, ...]
    grave: tuple[str, ...]


class Word(NamedTuple):
    """What is known of a word.

    Attributes:
        forms: As phrases hold it.
        found: The needs that it meets.
        everyday: It is an everyday word.
        mild: It is of an act that is done without harm too.
        harm: It says that someone came to harm.
        theme: The word of an everyday matter that it is, or None.
        classes: In any of its forms.
    """

    word: str
    forms: list[str]
    found: int
    everyday: bool
    mild: bool
    harm: bool
    theme: str | None
    classes: frozenset[str]


class Opening(NamedTuple):
    """What opens the gate for sentences of a text.

    Attributes:
        words: Of which a sentence must hold one; none where the gate is shut.
        acts: The bits of acts that open for a sentence that makes no claim.
    """

    words: frozenset[str]
    acts: int

    @property
    def any(self) -> bool:
        """Whether any word opens it: the text's head names an act."""
        return "" in self.words


SHUT = Opening(frozenset(), 0)


@dataclass(frozen=True, slots=True)
class Gate:
    """What opens a grammar for a text, found in one pass over its words.

    A text is read where its words, wherever they stand, awake a rule that makes a claim by
    itself, or name a weapon or an act. Numbers, names and people may be there in any text, and
    names in any sentence; what else is counted is there where the rule that reads it is awake.

    Attributes:
        any: The needs that are met in any text.
        met: Those of them that are met in any sentence.
        made: For what a rule reads: the rules, one bit each, and the needs that it meets.
        makers: The rules that make a claim by themselves, one bit each.
        keys: Of each layer, the rules of those two whose smallest need that is not met in any
            text stands there.
        act: The bit of words that name a weapon or an act; those of a force or of displacement
            and of a mild act stand behind it.
        doors: Words that open it otherwise than their senses say.
        phrases: By their longest words.
        themes: Words of everyday matters.
        letters: Of the language.
        known: Runs of characters met before.
        seen: The same by what they are.
    """

    lexicon: Lexicon
    index: Index
    any: int
    met: int
    made: tuple[tuple[int, int], ...]
    makers: int
    keys: tuple[int, ...]
    act: int
    doors: Doors
    phrases: dict[str, tuple[Phrase, ...]]
    themes: Themes
    letters: re.Pattern[str]
    known: dict[str, Known] = field(default_factory=dict)
    seen: Seen = field(default_factory=lambda: Seen(*(set() for _ in Seen._fields)))

    def opens(self, text: str, opening: Opening) -> bool:
        """Whether a sentence of a text is worth reading, by what opens the gate for the text.

        A script that writes words together writes them otherwise than the lexicon holds them.
        """
        if not (self.lexicon.script.joins or any(word in text for word in opening.words)):
            return False
        chunks = self._chunks(text)
        held, ends = self._among(chunks)
        if self._opened(held, opening):
            return True
        phrases = self._phrases(text, chunks, held, ends)
        return bool(phrases) and self._opened([*held, *phrases], opening)

    def _opened(self, held: Iterable[Held], opening: Opening) -> bool:
        met, awake = self._awake([found for _, found, _ in held], self.met)
        return bool(met & opening.acts or awake & self.makers)

    def openers(self, text: str) -> Opening:
        """What opens the gate for sentences of a text.

        It stays shut where all that would open it are everyday words: people also move, stay and
        lose in reports that tell of no harm. A force that is named makes them serious. So it
        does acts that are mild: without it they open only where they make a claim. Where an act
        stands in a text's head, any word opens.
        """
        if self._acts(text[:HEAD]):
            return Opening(frozenset([""]), self.act | self.act << MILD)
        held = self._held(text)
        told = [(word, found) for word, found, everyday in held if not everyday]
        met, awake = self._awake([found for _, found in told], self.any)
        if met & (self.act | self.act << FORCE):
            told = [(word, found) for word, found, _ in held]
            met, awake = self._awake([found for _, found in told], self.any)
            acts = self.act | self.act << MILD
        elif awake & self.makers:
            acts = 0
        else:
            return SHUT
        keys = acts
        for layer, rules in enumerate(self.keys):
            keys |= self.index.layer(awake & rules, layer)
        return Opening(frozenset([word for word, found in told if found & keys]), acts)

    def _acts(self, head: str) -> bool:
        """Whether a text's head names a weapon or an act."""
        chunks = self._chunks(head)
        held, ends = self._among(chunks)
        words = any(found & self.act for _, found, _ in held)
        return words or any(
            found & self.act for _, found, _ in self._phrases(head, chunks, held, ends)
        )

    def _held(self, text: str) -> list[Held]:
        """The words of a text that meet what not every sentence does, and the phrases all of
        whose words are there, by their longest.
        """
        chunks = self._chunks(text)
        held, ends = self._among(chunks)
        return [*held, *self._phrases(text, chunks, held, ends)]

    def _chunks(self, text: str) -> set[str]:
        """The different runs of characters between white space of a text.

        Each is learned, and for each text all others are forgotten where they are too many: what
        is read in a text may not hang on those read before it.
        """
        chunks = set(text.split())
        if self.lexicon.script.joins and OVER.search(text):
            chunks.update(STRETCHED.findall(text))
        fresh = chunks.difference(self.known)
        if len(self.known) + len(fresh) > REMEMBERED:
            fresh = chunks
            self.known.clear()
            for kind in self.seen:
                kind.clear()
        for chunk in fresh:
            if len(chunk) <= LONGEST:
                self._learned(chunk)
        return chunks

    def _among(self, chunks: set[str]) -> tuple[list[Held], list[tuple[str, str]]]:
        """What the runs of characters of a text hold: words, and the longest of phrases."""
        held: list[Held] = []
        ends: list[tuple[str, str]] = []
        known = self.known
        for chunk in chunks - self.seen.idle:
            one = known.get(chunk) or self._learned(chunk)
            held += one.held
            ends += one.ends
        return held, ends

    def everyday(self, text: str) -> list[Stretch] | None:
        """The sentences that alone open a page of everyday matters: they seem to say whom someone
        harmed; of equal ones one. None where words of everyday matters do not outweigh those of
        harm.
        """
        chunks, seen = self._chunks(text), self.seen
        if len(chunks) > REMEMBERED:
            return None
        matters = chunks & seen.everyday
        long = len(text) if 2 * len(chunks & seen.own) > len(chunks) else 0
        if not self.themes.many(len(matters), long):
            return None
        everyday = {word for chunk in matters for word in self.known[chunk].themes}
        grave = {word for chunk in chunks & seen.grave for word in self.known[chunk].grave}
        if not self.themes.outweigh(len(everyday), long, len(grave)):
            return None
        return seeming(text, chunks, seen, self.doors)

    def _phrases(
        self, text: str, chunks: set[str], held: Iterable[Held], ends: Sequence[tuple[str, str]]
    ) -> list[Held]:
        """The phrases all of whose words a text holds, each by its longest.

        Whether they stand together is asked only of a phrase that meets what nothing else does:
        looking for it in the text is slow.

        Args:
            chunks: The runs of characters of the text.
            held: Its words that meet what not every sentence does.
            ends: Its words that are the longest of a phrase, each with that.
        """
        if not ends:
            return []
        met = self.met
        for _, found, everyday in held:
            met |= 0 if everyday else found
        forms, joined = self._forms(chunks), self.lexicon.script.joins
        plain = "" if joined else _plain(text)
        return [
            (word, found, False)
            for word, longest in ends
            for parts, spelled, found in self.phrases[longest]
            if parts <= forms and (joined or not found & ~met or spelled in plain)
        ]

    def _forms(self, chunks: Iterable[str]) -> set[str]:
        """The words of runs of characters, as phrases hold them."""
        every = (self.known.get(chunk) or self._learned(chunk) for chunk in chunks)
        return {form for one in every for form in one.forms}

    def _awake(self, held: Iterable[int], met: int) -> tuple[int, int]:
        """The needs that words meet and what is read of them, and the rules that they awake.

        Args:
            met: The needs that are met without them.
        """
        for found in held:
            met |= found
        awake = self.index.awake(met)
        for rules, found in self.made:
            if awake & rules and found & ~met:
                met |= found
                awake = self.index.awake(met)
        return met, awake

    def _learned(self, chunk: str) -> Known:
        """What a run of characters between white space holds, which is kept."""
        words = [self._word(word) for word in self._words(chunk)]
        known = Known(
            tuple([(one.word, one.found, one.everyday) for one in words if one.found & ~self.met]),
            tuple(
                [(one.word, form) for one in words for form in one.forms if form in self.phrases]
            ),
            tuple([form for one in words for form in one.forms]),
            tuple([one.theme for one in words if one.theme is not None]),
            tuple([one.forms[-1] for one in words if self._grave(one)]),
        )
        if len(self.known) < REMEMBERED and len(chunk) <= LONGEST:
            self.known[chunk] = known
            for kind, one in zip(self._kinds(chunk, known, words), self.seen, strict=True):
                if kind:
                    one.add(chunk)
        return known

    def _word(self, word: str) -> Word:
        """What a word is, as written or without its capital."""
        lexicon, doors = self.lexicon, self.doors
        forms = every = self._spelled(word)
        if not lexicon.script.joins:
            pieces = [piece for _, _, piece in lost_space(word, lexicon)]
            every = [word, *pieces, *(piece.lower() for piece in pieces)]
        senses = [lexicon.sense(form) for form in dict.fromkeys(every)]
        found = 0
        for sense in senses:
            found |= met_by(sense, self.index)
        mild = not doors.mild.isdisjoint(forms)
        if found & self.act and mild:
            found ^= self.act | self.act << MILD
        if not doors.serious.isdisjoint(forms):
            found |= self.act << FORCE
        everyday = not doors.everyday.isdisjoint(forms)
        classes = frozenset().union(*[sense.classes for sense in senses])
        harm = not (everyday or classes.isdisjoint(doors.harm))
        theme = self.themes.word(forms[0] if len(forms) == 1 else lexicon.script.fold(word))
        return Word(word, forms, found, everyday, mild, harm, theme, classes)

    def _grave(self, one: Word) -> bool:
        """Whether a word is of harm, or names a weapon or a force."""
        if one.everyday:
            return False
        return (one.harm and not one.mild) or bool(one.found & (self.act | self.act << FORCE))

    def _kinds(self, chunk: str, known: Known, words: Sequence[Word]) -> tuple[object, ...]:
        """What a run of characters is, in the order of `Seen`."""
        classes = frozenset().union(*[one.classes for one in words])
        doors, forms = self.doors, known.forms
        people = not (classes.isdisjoint(doors.people) and doors.whom.isdisjoint(forms))
        counted = people or not classes.isdisjoint(doors.numbers)
        return (
            not (known.held or known.ends),
            known.themes,
            known.grave,
            any(one.harm and not one.mild for one in words),
            any(one.harm and one.mild for one in words),
            not classes.isdisjoint(doors.active),
            not classes.isdisjoint(doors.fare),
            people,
            counted,
            counted or not doors.passive.isdisjoint(forms),
            not (counted or classes.isdisjoint(doors.things)),
            any(one.found & self.act and not one.everyday for one in words),
            self.letters.search(chunk),
        )

    def _words(self, chunk: str) -> list[str]:
        """The words in a run of characters; where they may be parted in two ways, both."""
        if not self.lexicon.script.joins:
            return WORD.findall(chunk)
        if " " in chunk:  # a token that a stretched letter holds together
            return [chunk]
        dotted = (found.split(".") for found in DOTTED.findall(chunk))
        return RUN.findall(chunk) + [a + b for parts in dotted for a, b in pairwise(parts)]

    def _spelled(self, word: str) -> list[str]:
        """A word as phrases hold it: those that it holds, where the script writes them together."""
        if not self.lexicon.script.joins:
            return [word.lower()]
        return [form for _, _, form in self.lexicon.cut(word) if form]


def _plain(text: str) -> str:
    """A text in lower case, as phrases are written: one space between words of a line."""
    odd = "  " in text or "\t" in text or not text.isascii()
    return " ".join(text.lower().split()) if odd else text.lower()


def met_by(sense: Sense, index: Index) -> int:
    """The needs that a word of this sense meets."""
    found = index.met([sense.symbol], 0)
    if "means" in sense.says:
        found |= index.beyond
    return found | index.beyond << FORCE if sense.says.get("status") == Status.COMBATANT else found
