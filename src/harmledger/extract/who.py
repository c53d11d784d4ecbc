"""Who is said to have said it: sources, their cues, and how far each reaches."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from harmledger.extract.context import Sentence
from harmledger.extract.grammar import Grammar
from harmledger.extract.item import Item
from harmledger.model import Source, SourceKind

WEIGHTY = frozenset({"N", "HARM_D", "FARE_D", "THAT"})
"""Classes of what a source says, as against where and when it said so."""
PAUSES = frozenset({"COMMA", "QUOTE", "DASH", "HYPHEN"})
"""Marks before a source that speaks of what stands before it: "..., the mayor said"."""
REACH = 80
"""Items behind a cue in which it may have something to say; sentences are shorter."""
KIND_BEARERS = ("SRC", "SRC_SG", "SRC_PL", "ACTOR")
BEARING = frozenset(KIND_BEARERS)


class Attribution(NamedTuple):
    """One source with its cue in one sentence.

    Attributes:
        side: Where what is said stands: "right" or "left" of the cue, "both", or "whole"
            for the whole sentence.
        pronoun: The source is a pronoun and stands for one named before.
        accepts: The cue owns up to what is said ("accepted that its aircraft ...").
        denies: The cue denies it.
    """

    source: Source
    start: int
    end: int
    cue: int
    side: str
    pronoun: bool
    accepts: bool = False
    denies: bool = False


def attributions(sentence: Sentence, text: str, grammar: Grammar) -> list[Attribution]:
    """Every source that a sentence names, in the order of the text."""
    found: list[Attribution] = []
    for rule in grammar.rules["attribution.rules"].of(sentence.awake):
        for match in rule.pattern.finditer(sentence.flat_string):
            left, right = match.span("s")
            cue = sentence.flat[match.start("c")]
            start, end = sentence.flat[left].start, sentence.flat[right - 1].end
            if any((one.start < end and start < one.end) or one.cue == cue.start for one in found):
                continue
            items = sentence.flat[left:right]
            side = str(rule.flags["side"])
            if side == "right":
                side = _side(sentence, left, match.end())
            source = source_of(text[start:end], items, cue.text)
            pronoun = len(items) == 1 and items[0].of("HESHE")
            owns = cue.of("ACCEPTS"), cue.of("DENY")
            found.append(Attribution(source, start, end, cue.start, side, pronoun, *owns))
    return sorted(found, key=lambda one: one.start)


def source_of(words: str, items: Sequence[Item], cue: str | None) -> Source:
    """A source out of its words: its kind is its head's, else that of what it speaks for."""
    heads = [item for item in items if item.among(BEARING)]
    kinds = [kind for item in heads if (kind := item.sense.get("kind", *KIND_BEARERS))]
    named = [kind for kind in kinds if kind != SourceKind.UNNAMED]
    kind = (named or kinds or [None])[0]
    if kind is None and len(heads) == 1 and _anonymous(items, heads[0]):
        kind = SourceKind.UNNAMED
    role = heads[0].text if heads else None
    return Source(words.strip(" ,"), role, None, None if kind is None else SourceKind(kind), cue)


def _anonymous(items: Sequence[Item], head: Item) -> bool:
    """An official of nothing said: no name, no body, no place."""
    bearing = [item for item in items if item is not head]
    return head.of("OFFICIAL") and not any(
        item.of("NAMEP") or item.of("NATION") or item.of("LOW") or item.of("PLACETYPE")
        for item in bearing
    )


def _side(sentence: Sentence, left: int, end: int) -> str:
    """A source and cue at a sentence's end speak of what stands before them."""
    before = sentence.flat[left - 1] if left else None
    if before is None or not before.among(PAUSES):
        return "right"
    first: Item | None = None
    for item in sentence.flat[end : end + REACH]:
        if item.of("SEMI") or item.of("BUT"):
            break
        if item.of("STOP") or item.of("QUOTE"):
            continue
        first = first or item
        if item.among(WEIGHTY):
            return "both" if first.of("COMMA") else "right"
    return "left"


def speaker(at: int, sentence: Sentence, said: Sequence[Attribution]) -> Attribution | None:
    """The attribution that covers a character of its sentence, or None."""
    if not said:
        return None
    here = sentence.segment(at)
    same = [one for one in said if sentence.segment(one.start) == here]
    before = [one for one in said if one.cue < at and one.side in ("right", "both")]
    after = [one for one in said if one.start > at and one.side in ("left", "both")]
    whole = [one for one in said if one.side == "whole"]
    for pool in (
        [one for one in before if one in same][-1:],
        [one for one in after if one in same][:1],
        [one for one in whole if one in same][:1],
        after[:1],
        before[-1:],
        [one for one in said if one.side == "left"][-1:],
        whole[:1],
    ):
        if pool:
            return pool[0]
    return None


def resolved(one: Attribution, last: Source | None) -> Source:
    """The source, a pronoun replaced by the source named last."""
    if one.pronoun and last is not None:
        return replace(last, cue=one.source.cue)
    return one.source
