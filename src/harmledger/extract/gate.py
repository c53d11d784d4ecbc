"""The gate: which words a text must hold to be worth reading."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from harmledger.extract.item import lost_space
from harmledger.extract.lexicon import REMEMBERED, Lexicon, Sense
from harmledger.extract.rules import LAYERS, Index, Rule, Rules
from harmledger.extract.themes import Themes
from harmledger.extract.tokens import ARABIC, TOKEN, Stretch
from harmledger.model import Status

WORD = re.compile(r"\w+")
LATIN = re.compile(r"[A-Za-z]")
RUN = re.compile(rf"{ARABIC}+|(?:(?!{ARABIC})\w)+")
"""The words of a text that may hold letters joined by marks."""
STRETCHED = "ـ"
"""A letter is made longer by it, perhaps over spaces."""
DOTTED = re.compile(rf"(?<!{ARABIC}){ARABIC}++(?:\.{ARABIC}++)+")
"""Words between which a full stop stands that may part them or be a slip."""
HEAD = 300
"""Code points of a text that tell for most whether it is worth reading."""
LONGEST = 40
"""Characters of the longest run that is remembered."""
BESIDE = 24
"""Characters on either side of a word of harm in which the people stand, on an everyday page."""
REACH = 120
"""Characters on either side of it that are read for what it says."""
NEXT, NEAR = 3, 2
"""Words in which a number stands next to it, and in which its subject does."""
END = re.compile(r"[.!?؟;؛:][\"”’')]*\s|\n")
"""Ends a sentence, or a part of one; an abbreviation's full stop too, which costs but a place."""
NUMERAL = "counts.cardinal"
"""The list of the one rule without which there is no number."""
FORCE, MILD = 1, 2
"""The bits of a force and of a mild act are so many behind that of an act."""
NUMBERS = frozenset({"CARD", "N"})
CROWDS = frozenset({"P", "PG", "PB", "PONE", "PKIN", "POFTHEM"})
RARE = frozenset({"PT", "PR", "Q_ATTACK", "Q_MUNITION", "Q_HOUSE"})
"""Classes of what the levels read where a text holds its words; the others may be in any text."""
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


class Doors(NamedTuple):
    """Words as the lexicon holds them, in `gate.yml`, that open a gate in their own way.

    Attributes:
        everyday: They open no text by themselves.
        mild: Of acts that are done without harm too.
        serious: They make everyday words serious, as a force does.
        harm: Classes of words that say that someone came to harm.
        people: Classes of words that are people.
        whom: Words that stand for people.
        numbers: Classes of words that are numbers.
        active: Classes of verbs of harm before which stands who does it,
        passive: but for these words between.
        article: Words behind which stands no verb.
        fare: Classes of verbs before which stands who comes to harm.
    """

    everyday: frozenset[str]
    mild: frozenset[str]
    serious: frozenset[str]
    harm: frozenset[str]
    people: frozenset[str]
    whom: frozenset[str]
    numbers: frozenset[str]
    active: frozenset[str]
    passive: frozenset[str]
    article: frozenset[str]
    fare: frozenset[str]


class Opening(NamedTuple):
    """What opens the gate for sentences of a text.

    Attributes:
        words: Of which a sentence must hold one; none where the gate is shut.
        acts: The bits of acts that open for a sentence that makes no claim.
    """

    words: frozenset[str]
    acts: int


SHUT = Opening(frozenset(), 0)


class Beside(NamedTuple):
    """A word of harm in a text.

    Attributes:
        chunk: The run of characters that holds it.
        before: Those before it in its sentence, as far as `BESIDE`.
        after: Those behind it, as far.
        stretch: Its sentence, as far as `REACH`.
    """

    chunk: str
    before: list[str]
    after: list[str]
    stretch: Stretch


class Seen(NamedTuple):
    """Runs of characters that were met before, by what they are.

    Attributes:
        idle: They meet nothing that is not met in any sentence.
        everyday: They hold a word of an everyday matter.
        grave: They hold a word of harm, a weapon or a force.
        harm: They hold a word that says that someone came to harm.
        mild: They hold one that says so where people stand beside it.
        active: They hold a verb before which stands who does harm.
        fare: They hold a verb before which stands who comes to harm.
        people: They hold people.
        counted: They hold people or a number.
        near: They hold either, or a word of the passive.
        own: They hold letters of the language.
    """

    idle: set[str]
    everyday: set[str]
    grave: set[str]
    harm: set[str]
    mild: set[str]
    active: set[str]
    fare: set[str]
    people: set[str]
    counted: set[str]
    near: set[str]
    own: set[str]


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
        met, awake = self._awake([found for _, found, _ in self._held(text)], self.met)
        return bool(met & opening.acts or awake & self.makers)

    def openers(self, text: str) -> Opening:
        """What opens the gate for sentences of a text.

        It stays shut where all that would open it are everyday words: people also move, stay and
        lose in reports that tell of no harm. A force that is named makes them serious. So it
        does acts that are mild: without it they open only where they make a claim. Where an act
        stands in a text's head, any word opens.
        """
        head = self._awake([found for _, found, _ in self._held(text[:HEAD])], self.any)[0]
        if head & self.act:
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

    def _held(self, text: str) -> list[Held]:
        """The words of a text that meet what not every sentence does, and the phrases all of
        whose words are there, by their longest.
        """
        return self._among(self._chunks(text), text)

    def _chunks(self, text: str) -> set[str]:
        """The different runs of characters between white space of a text.

        Each is learned, and for each text all others are forgotten where they are too many: what
        is read in a text may not hang on those read before it.
        """
        chunks = set(text.split())
        if STRETCHED in text and self.lexicon.script.joins:
            chunks.update(TOKEN.findall(text))
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

    def _among(self, chunks: set[str], text: str) -> list[Held]:
        """What is held by the runs of characters of a text, as `_held`."""
        held: list[Held] = []
        ends: list[tuple[str, str]] = []
        known = self.known
        for chunk in chunks - self.seen.idle:
            one = known.get(chunk) or self._learned(chunk)
            held += one.held
            ends += one.ends
        if ends:
            met = self.met
            for _, found, everyday in held:
                met |= 0 if everyday else found
            held += self._phrases(text, self._forms(chunks), ends, met)
        return held

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
        harmful = sorted(chunks & seen.harm | chunks & seen.mild)
        beside = (one for chunk in harmful for one in _beside(text, chunk, seen.near))
        told = [one.stretch for one in beside if self._harms(one)]
        return list({text[one.start : one.end]: one for one in told}.values())

    def _harms(self, one: Beside) -> bool:
        """Whether a word of harm has people beside it, or a number next to it and nothing of an
        everyday matter.

        Before a verb that is no passive people do harm, unless they are counted; behind one of
        dying nobody dies.
        """
        seen, before = self.seen, one.before
        after = [] if one.chunk in seen.fare else one.after
        close = [word.lower() for word in before[-NEAR:]]
        verb = one.chunk in seen.active
        passive = verb and not self.doors.passive.isdisjoint(close)
        if passive and self.doors.article.isdisjoint(close):
            return True
        if not seen.people.isdisjoint(after):
            return True
        counted = any(word in seen.counted and word not in seen.people for word in before)
        if not seen.people.isdisjoint(before) and (counted or not verb):
            return True
        if one.chunk not in seen.harm or not seen.everyday.isdisjoint(before + after):
            return False
        return not seen.counted.isdisjoint(before[-NEAR if verb else -NEXT :] + after[:NEXT])

    def _phrases(
        self, text: str, forms: set[str], ends: Iterable[tuple[str, str]], met: int
    ) -> Iterator[Held]:
        """The phrases all of whose words a text holds, each by its longest.

        Whether they stand together is asked only of a phrase that meets what nothing else does:
        looking for it in the text is slow.
        """
        joined = self.lexicon.script.joins
        plain = "" if joined else _plain(text)
        for word, longest in ends:
            for parts, spelled, found in self.phrases[longest]:
                if parts <= forms and (joined or not found & ~met or spelled in plain):
                    yield word, found, False

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
        held: list[Held] = []
        ends: list[tuple[str, str]] = []
        every: list[str] = []
        themes: list[str] = []
        grave: list[str] = []
        classes: set[str] = set()
        harms = mild = False
        for word in self._words(chunk):
            forms, found = self._spelled(word), self._needs(word)
            everyday = not self.doors.everyday.isdisjoint(forms)
            milder = not self.doors.mild.isdisjoint(forms)
            if found & self.act and milder:
                found ^= self.act | self.act << MILD
            if not self.doors.serious.isdisjoint(forms):
                found |= self.act << FORCE
            if found & ~self.met:
                held.append((word, found, everyday))
            ends += [(word, form) for form in forms if form in self.phrases]
            every += forms
            named = self._classes(forms)
            harm = not (everyday or named.isdisjoint(self.doors.harm))
            harms, mild = harms or (harm and not milder), mild or (harm and milder)
            if (harm and not milder) or (found & (self.act | self.act << FORCE) and not everyday):
                grave.append(forms[-1])
            theme = self.themes.word(self.lexicon.script.fold(word))
            themes += [] if theme is None else [theme]
            classes |= named
        known = Known(tuple(held), tuple(ends), tuple(every), tuple(themes), tuple(grave))
        if len(self.known) < REMEMBERED and len(chunk) <= LONGEST:
            self.known[chunk] = known
            people = not classes.isdisjoint(self.doors.people)
            people = people or not self.doors.whom.isdisjoint(every)
            counted = people or not classes.isdisjoint(self.doors.numbers)
            near = counted or not self.doors.passive.isdisjoint(every)
            idle = not (held or ends)
            own = self.letters.search(chunk) is not None
            active = not classes.isdisjoint(self.doors.active)
            fare = not classes.isdisjoint(self.doors.fare)
            kinds = (
                Seen._fields,
                (idle, themes, grave, harms, mild, active, fare, people, counted, near, own),
            )
            for name, kind in zip(*kinds, strict=True):
                if kind:
                    getattr(self.seen, name).add(chunk)
        return known

    def _classes(self, forms: Iterable[str]) -> frozenset[str]:
        """The classes of a word in any of its forms."""
        return frozenset().union(*(self.lexicon.sense(form).classes for form in forms))

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

    def _needs(self, word: str) -> int:
        """The needs that a word meets, as written or without its capital."""
        lexicon = self.lexicon
        if lexicon.script.joins:
            forms = self._spelled(word)
        else:
            pieces = [piece for _, _, piece in lost_space(word, lexicon)]
            forms = [word, *pieces, *(piece.lower() for piece in pieces)]
        found = 0
        for form in forms:
            found |= _met(lexicon.sense(form), self.index)
        return found


def _beside(text: str, chunk: str, others: Collection[str]) -> Iterator[Beside]:
    """A run of characters, wherever it stands near one of others, with what is beside it."""
    at = text.find(chunk)
    while at != -1:
        end = at + len(chunk)
        near = text[max(0, at - BESIDE) : end + BESIDE].split()
        if chunk in near and any(one in others for one in near):
            before = END.split(text[max(0, at - REACH) : at])[-1]
            after = END.split(text[at : end + REACH], maxsplit=1)[0][len(chunk) :]
            stretch = Stretch(at - len(before), end + len(after))
            yield Beside(chunk, before[-BESIDE:].split(), after[:BESIDE].split(), stretch)
        at = text.find(chunk, end)


def _plain(text: str) -> str:
    """A text in lower case, as phrases are written: one space between words of a line."""
    odd = "  " in text or "\t" in text or not text.isascii()
    return " ".join(text.lower().split()) if odd else text.lower()


def gate(
    lexicon: Lexicon,
    index: Index,
    phrase: Collection[Sense],
    rules: Mapping[str, Rules],
    doors: Doors,
    themes: Themes,
    letters: re.Pattern[str],
) -> Gate:
    """The gate of one language.

    Args:
        phrase: Senses of what the levels make of several words.
        rules: The grammar's lists of rules by their names.
        doors: Words that open the gate otherwise than their senses say.
        themes: Words of everyday matters.
        letters: Of the language.
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
    free = [one for one in phrase if (NUMBERS | CROWDS | RARE).isdisjoint(one.classes)]
    numeral = frozenset().union(*(need for rule in rules[NUMERAL] for need in rule.needs))
    shapes = [sense for _, sense in lexicon.shapes if sense.symbol not in numeral]
    marks = [sense for form, sense in lexicon.words.items() if WORD.fullmatch(form) is None]
    makers = [rules["measures.rules"], rules["measures.control"]]
    making = sum(own.bits([_makes(rule) for rule in own]) for own in makers)
    met = index.met({sense.symbol for sense in [*free, *shapes, *marks]}, index.nothing)
    made = tuple(_made(phrase, index, rules))
    wide = met | made[0][1] | made[1][1]
    return Gate(
        lexicon,
        index,
        wide,
        met,
        made,
        making,
        tuple(_keys(making | sum(bits for bits, _ in made[2:]), wide, index)),
        index.beyond,
        doors,
        {longest: tuple(found) for longest, found in phrases.items()},
        themes,
        letters,
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
    return found | index.beyond << FORCE if sense.says.get("status") == Status.COMBATANT else found


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
    """The rules that read numbers, people, and each rare class; with the needs that that meets.

    What is made of numbers comes behind them, and what is made of people behind those.
    """
    numbers, crowds = rules[NUMERAL], [rules["people.entries"], rules["people.parts"]]
    plain = [one for one in phrase if RARE.isdisjoint(one.classes)]
    for readers, names in (([numbers], NUMBERS), (crowds, CROWDS)):
        symbols = {one.symbol for one in plain if names & one.classes}
        yield sum(own.bits([True for _ in own]) for own in readers), index.met(symbols, 0)
    readers = [rules["people.entries"], rules["things.entries"]]
    for name in sorted(RARE):
        bits = sum(own.bits([_yields(rule) == name for rule in own]) for own in readers)
        symbols = {one.symbol for one in phrase if name in one.classes}
        yield bits, index.met(symbols, 0)


def _yields(rule: Rule) -> str | None:
    """The class that only rules like this one yield; None where it yields what any text holds."""
    return rule.flags.get("yields") or ("PT" if rule.flags.get("toll") else None)


def _makes(rule: Rule) -> bool:
    """Whether a rule makes a claim without one before it."""
    return not (rule.flags.get("inherits") or rule.flags.get("nested"))
