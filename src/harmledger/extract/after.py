"""What a sentence says of the claims before it: who said them, that nobody could verify them."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple

from harmledger.extract.context import Sentence
from harmledger.extract.grammar import Grammar
from harmledger.extract.hold import unverified
from harmledger.extract.item import Item
from harmledger.extract.memory import Memory
from harmledger.extract.who import source_of
from harmledger.model import Certainty, Claim, Report

LONGEST = 390
"""Code points of evidence that spans two sentences."""


def from_next(
    found: list[Claim], told: Sequence[Sentence], report: Report, grammar: Grammar
) -> list[Claim]:
    """Give the claims of the sentence before the source that this sentence names for them.

    Args:
        found: That sentence's claims.
        told: Sentences in order, this one the last.
    """
    read, since = told[-1], _since(told)
    if not any(claim.source is None and claim.evidence.start >= since for claim in found):
        return found
    for rule in grammar.rules["attribution.next"].of(read.awake):
        match = rule.pattern.search(read.flat_string)
        if match is not None:
            items = read.flat[slice(*match.span("s"))]
            words = report.text[items[0].start : items[-1].end]
            source = source_of(words, items, read.flat[match.start("c")].text)
            return [
                replace(claim, source=source)
                if claim.source is None and claim.evidence.start >= since
                else claim
                for claim in found
            ]
    return found


class Doubt(NamedTuple):
    """Words that say that the claims between two characters could not be verified."""

    since: int
    until: int
    words: Item


def doubt(found: Sequence[Claim], told: Sequence[Sentence]) -> Doubt | None:
    """What the last sentence doubts of the one before; None where it doubts nothing.

    A sentence that makes a claim itself doubts its own.

    Args:
        found: The last sentence's own claims.
    """
    read = told[-1]
    words = unverified(read, read.start)
    if words is None or any(claim.evidence.start >= read.start for claim in found):
        return None
    return Doubt(_since(told), read.start, words)


def doubted(
    found: Sequence[Claim], doubts: Sequence[Doubt], report: Report, memory: Memory
) -> list[Claim]:
    """Mark the claims that a later sentence doubts, and what memory holds of them.

    The evidence is then both sentences: it must hold what changes a claim's meaning. A claim
    whose words lie too far off stays as it was.

    Args:
        doubts: In the order of the text.
    """

    ends = [one.until for one in doubts]

    def change(claim: Claim) -> Claim:
        start = claim.evidence.start
        at = bisect_right(ends, start)
        if at == len(doubts) or start < doubts[at].since:
            return claim
        return _unconfirmed(claim, doubts[at].words, report)

    changed = rewritten(found, change)
    for marks in (memory.open, memory.bare):
        for old, new in zip(found, changed, strict=True):
            if old.count is not None and (old.evidence, old.count) in marks:
                marks.add((new.evidence, old.count))
    return changed


def rewritten(found: Sequence[Claim], change: Callable[[Claim], Claim]) -> list[Claim]:
    """The claims changed, in order; a claim's id holds what it says, and its parts follow it."""
    if all(claim.group.part_of is None for claim in found):
        return [change(claim) for claim in found]
    ids: dict[str, str] = {}
    kept: list[Claim] = []
    for claim in found:
        one = change(claim)
        whole = ids.get(claim.group.part_of or "")
        if whole is not None:
            one = replace(one, group=replace(one.group, part_of=whole))
        if one is not claim:
            ids[claim.claim_id] = one.claim_id
        kept.append(one)
    return kept


def _unconfirmed(claim: Claim, words: Item, report: Report) -> Claim:
    start = claim.evidence.start
    if claim.certainty is not Certainty.STATED or words.end - start > LONGEST:
        return claim
    quote = report.text[start : words.end]
    return replace(
        claim,
        certainty=Certainty.UNCONFIRMED,
        hedge=words.text,
        evidence=replace(claim.evidence, end=words.end, quote=quote),
    )


def _since(told: Sequence[Sentence]) -> int:
    """Where the sentence before the last begins."""
    return told[-2].start if len(told) > 1 else 0
