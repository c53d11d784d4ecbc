"""The words of a report that carry a claim."""

from harmledger.extract.context import Sentence
from harmledger.extract.grammar import Grammar
from harmledger.extract.hold import Hold
from harmledger.extract.measure import Mention
from harmledger.model import Evidence, Report

LONGEST = 380
"""Code points of evidence; a longer clause is cut to the words that carry the count."""
VERBAL = frozenset({"BE", "HAVE", "HARM_D", "SAID", "ADV", "STATE"})
"""Classes of the words of a verb."""


def evidence_of(mention: Mention, held: Hold, report: Report, grammar: Grammar) -> Evidence:
    """The clause that carries the count, with the denial or hedge that changes its meaning.

    A long clause is cut to the words from the count to its measure.
    """
    read = mention.sentence
    cues = [item.start for item in (held.hedge, held.cue) if item is not None]
    first = min(mention.start, mention.counted.start, *cues)
    last = max(
        _verb_end(read, max(mention.end, mention.counted.end)),
        *(item.end for item in (held.hedge, held.cue) if item is not None),
        0,
    )
    left = read.segments[read.segment(first)]
    right = next((start for start in read.segments if start >= last), read.end)
    if right - left > LONGEST:
        left, right = first, last
    if right - left > LONGEST:
        left, right = mention.counted.start, mention.counted.end
    quote = report.text[left:right]
    trimmed = quote.strip(" ,;\n\t")
    left += quote.index(trimmed)
    return Evidence(left, left + len(trimmed), trimmed, grammar.lang)


def _verb_end(read: Sentence, end: int) -> int:
    """Where the verb that a mention ends in ends: "no casualties were reported"."""
    for item in read.words:
        if item.start < end:
            continue
        if not item.among(VERBAL):
            break
        end = item.end
    return end
