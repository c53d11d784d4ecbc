"""What a sentence says of the claims before it: who said them, that nobody could verify them."""

from collections.abc import Sequence
from dataclasses import replace

from harmledger.extract.context import Sentence
from harmledger.extract.grammar import Grammar
from harmledger.extract.hold import unverified
from harmledger.extract.item import Item
from harmledger.extract.who import source_of
from harmledger.model import Certainty, Claim, Report

LONGEST = 390
"""Code points of evidence that spans two sentences."""


def from_next(
    found: list[Claim], told: Sequence[Sentence], report: Report, grammar: Grammar
) -> list[Claim]:
    """Give the claims of the sentence before the source that this sentence names for them."""
    read, since = told[-1], _since(told)
    for rule in grammar.rules["attribution.next"].of(read.awake):
        match = rule.pattern.search(read.flat_string)
        if match is not None and found:
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


def doubted(found: list[Claim], told: Sequence[Sentence], report: Report) -> list[Claim]:
    """Mark the claims of the sentence before where this one says that they are not verified.

    The evidence is then both sentences: it must hold what changes a claim's meaning. A claim
    whose words lie too far off stays as it was.
    """
    read, since = told[-1], _since(told)
    words = unverified(read, read.start)
    if words is None or any(claim.evidence.start >= read.start for claim in found):
        return found
    return [
        _unconfirmed(claim, words, report) if claim.evidence.start >= since else claim
        for claim in found
    ]


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
