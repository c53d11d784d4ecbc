"""Which sentences of a page of everyday matters seem to say whom someone harmed."""

import re
from collections.abc import Iterator, Sequence, Set
from itertools import chain, pairwise
from typing import NamedTuple

from harmledger.extract.tokens import Stretch

BESIDE = 24
"""Characters on either side of a word of harm in which the people stand, on an everyday page."""
REACH = 120
"""Characters on either side of it that are read for what it says."""
NEXT, NEAR = 3, 2
"""Words in which a number stands next to it, and in which its subject does."""
ENDING = ".!?؟"
END = re.compile(r"[.!?؟;؛:][\"”’')]*\s|\n")
"""Ends a sentence, or a part of one; an abbreviation's full stop too, which costs but a place."""


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
        things: Classes of words that are no people: a number before them counts those.
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
    things: frozenset[str]


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
        things: They hold words that are no people, and neither people nor a number.
        acts: They name a weapon or an act that is no mild one.
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
    things: set[str]
    acts: set[str]
    own: set[str]


class Beside(NamedTuple):
    """A word of harm in a text.

    Attributes:
        chunk: The run of characters that holds it.
        start: Its first character in the text.
        before: The runs before it in its sentence, as far as `BESIDE`.
        after: Those behind it, as far.
    """

    chunk: str
    start: int
    before: list[str]
    after: list[str]


def seeming(text: str, chunks: set[str], seen: Seen, doors: Doors) -> list[Stretch]:
    """The sentences of a text that seem to say whom someone harmed; of equal ones one.

    Args:
        chunks: Its runs of characters between white space.
    """
    harmful = sorted(chunks & seen.harm | chunks & seen.mild)
    beside = (one for chunk in harmful for one in _beside(text, chunk, seen.near))
    told = [_sentence(text, one) for one in beside if _harms(one, seen, doors)]
    told += _struck(text, chunks, seen)
    return list({text[one.start : one.end].rstrip(ENDING): one for one in told}.values())


def _struck(text: str, chunks: set[str], seen: Seen) -> Iterator[Stretch]:
    """The sentences that name a weapon or an attack that is none in play, another word of harm, and
    people or a number: whatever else the page is of, someone may have been harmed.
    """
    harm = seen.harm | seen.mild
    for chunk in sorted((chunks & seen.acts) - seen.harm):
        at = text.find(chunk)
        while at != -1:
            stretch = _sentence(text, Beside(chunk, at, [], []))
            words = text[stretch.start : stretch.end].split()
            if not (harm.isdisjoint(words) or seen.counted.isdisjoint(words)):
                yield stretch
            at = text.find(chunk, max(stretch.end, at + len(chunk)))


def _harms(one: Beside, seen: Seen, doors: Doors) -> bool:
    """Whether a word of harm has people beside it, or a number next to it and nothing of an
    everyday matter.

    Before a verb that is no passive people do harm, unless they are counted; behind one of
    dying nobody dies.
    """
    before = one.before
    after = [] if one.chunk in seen.fare else one.after
    verb = one.chunk in seen.active
    if verb and _passive(before, doors):
        return True
    if not seen.people.isdisjoint(after):
        return True
    counted = any(word in seen.counted and word not in seen.people for word in before)
    if not seen.people.isdisjoint(before) and (counted or not verb):
        return True
    if one.chunk not in seen.harm or not seen.everyday.isdisjoint(before + after):
        return False
    left = [*before[-NEAR if verb else -NEXT :], one.chunk]
    right = [*after, ""][: NEXT + 1]
    return any(
        word in seen.counted and behind not in seen.things
        for word, behind in chain(pairwise(left), pairwise(right))
    )


def _passive(before: Sequence[str], doors: Doors) -> bool:
    """Whether words of the passive stand before a verb, and no article, which makes it a noun."""
    close = [word.lower() for word in before[-NEAR:]]
    return not doors.passive.isdisjoint(close) and doors.article.isdisjoint(close)


def _beside(text: str, chunk: str, others: Set[str]) -> Iterator[Beside]:
    """A run of characters, wherever it stands near one of others, with what is beside it.

    A run that is cut where the reach ends is none. Where the same stands around it as before, it
    is told once.
    """
    at = text.find(chunk)
    told: set[str] = set()
    while at != -1:
        end = at + len(chunk)
        first, last = max(0, at - BESIDE), end + BESIDE
        near = text[first:last].split()
        around = text[max(0, at - REACH) : end + REACH]
        if chunk in near and around not in told and not others.isdisjoint(near):
            told.add(around)
            closed = END.search(text, at, last)
            before = END.split(text[first:at])
            left = before[-1].split()
            right = text[end : closed.end() if closed else last].split()
            if len(before) == 1 and _cut(text, first):
                left = left[1:]
            if closed is None and _cut(text, last):
                right = right[:-1]
            yield Beside(chunk, at, left, right)
        at = text.find(chunk, end)


def _cut(text: str, at: int) -> bool:
    """Whether a place is inside a run of characters."""
    return 0 < at < len(text) and not (text[at - 1].isspace() or text[at].isspace())


def _sentence(text: str, one: Beside) -> Stretch:
    """The sentence of a word of harm, as far as `REACH`."""
    at, end = one.start, one.start + len(one.chunk)
    before = END.split(text[max(0, at - REACH) : at])[-1]
    after = END.split(text[at : end + REACH], maxsplit=1)[0][len(one.chunk) :]
    return Stretch(at - len(before), end + len(after))
