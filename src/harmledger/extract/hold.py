"""How a claim is held: denied or affirmed, and how surely."""

from typing import NamedTuple

from harmledger.extract.context import Sentence
from harmledger.extract.grammar import Grammar
from harmledger.extract.item import Item
from harmledger.extract.measure import Mention
from harmledger.extract.people import Crowd
from harmledger.model import Certainty, Polarity

STRONGEST = (
    Certainty.FEARED,
    Certainty.UNCONFIRMED,
    Certainty.ALLEGED,
    Certainty.ESTIMATED,
)
"""Where several hedges cover one count the weakest claim wins: a feared count that is also
estimated is feared."""


REPORTS = frozenset({"SRC_SG", "SRC_PL"})


class Hold(NamedTuple):
    """How a mention is held.

    Attributes:
        hedge: The word that hedges, or None.
        cue: The word that denies, or None.
    """

    polarity: Polarity
    certainty: Certainty
    hedge: Item | None
    cue: Item | None


def hold(mention: Mention, grammar: Grammar) -> Hold:
    """Read the denial and the hedge that cover a mention, within its clause."""
    cue = _denial(mention, grammar)
    hedge = _hedge(mention) or _behind(mention)
    certainty = Certainty.STATED if hedge is None else Certainty(hedge.sense.get("certainty"))
    reported = None if hedge is not None else _pattern(mention, grammar)
    if reported is not None:
        hedge, certainty = reported
    polarity = Polarity.AFFIRMED if cue is None else Polarity.DENIED
    return Hold(polarity, certainty, hedge, cue)


def _denial(mention: Mention, grammar: Grammar) -> Item | None:
    sentence = mention.sentence
    if mention.count.low == 0 and mention.count.high == 0:
        return None
    denied = grammar.pattern("hold.denied", sentence.awake)
    for match in () if denied is None else denied.finditer(sentence.string):
        words = sentence.items[match.start() : match.end()]
        if words[0].start <= mention.counted.start < words[-1].end:
            return words[0]
    for rule in grammar.rules["hold.rules"].of(sentence.awake):
        for match in rule.pattern.finditer(sentence.string):
            words = sentence.items[match.start() : match.end()]
            if words[0].start <= mention.trigger.start < words[-1].end:
                return words[0]
    return None


def _behind(mention: Mention) -> Item | None:
    """Words behind a mention that say that it could not be verified, and count nothing else."""
    sentence = mention.sentence
    words = unverified(sentence, mention.end)
    if words is None or any(
        item.data is not None and mention.end <= item.start < words.start and _counts(item)
        for item in sentence.items
    ):
        return None
    return words


def _counts(item: Item) -> bool:
    return item.of("N") or isinstance(item.data, Crowd)


def unverified(sentence: Sentence, since: int) -> Item | None:
    """The words from a character on that say that what is told could not be verified, or None.

    They say of what: a claim, a report, a toll; "it could not verify a video" doubts no count.
    """
    if "UNVERIFIED" not in sentence.classes or "TOLD" not in sentence.classes:
        return None
    found = (item for item in sentence.words if item.start >= since and item.of("UNVERIFIED"))
    words = next(found, None)
    if words is None:
        return None
    clause = sentence.segments[sentence.segment(words.start)]
    about = any(item.of("TOLD") and item.start >= clause for item in sentence.words)
    return words if about else None


def _pattern(mention: Mention, grammar: Grammar) -> tuple[Item, Certainty] | None:
    """A hedge that is one only in its place ("forty were reported killed")."""
    sentence = mention.sentence
    for rule in grammar.rules["hold.hedges"].of(sentence.awake):
        for match in rule.pattern.finditer(sentence.string):
            item = sentence.items[match.start("h")]
            words = sentence.items[match.start() : match.end()]
            covered = words[0].start <= mention.counted.start < words[-1].end
            if covered or mention.start <= item.start < mention.end:
                return item, Certainty(rule.flags["certainty"])
    return None


def _hedge(mention: Mention) -> Item | None:
    sentence = mention.sentence
    if "HEDGE" not in sentence.classes:
        return None
    here = sentence.segment(mention.counted.start)
    found = [
        item
        for item in sentence.words
        if item.of("HEDGE")
        and sentence.segment(item.start) == here
        and (item.start <= mention.end)
        and _reaches(sentence, item, mention)
    ]
    if not found:
        return None
    return min(found, key=lambda item: STRONGEST.index(Certainty(item.sense.get("certainty"))))


def _reaches(sentence: Sentence, hedge: Item, mention: Mention) -> bool:
    """A hedge covers what follows it in its clause until another verb of saying.

    One of the source covers what that source says: "unconfirmed reports say".
    """
    between = [item for item in sentence.words if hedge.end <= item.start < mention.counted.start]
    source = bool(between) and between[0].among(REPORTS)
    said = sum(item.of("SAID") for item in between[source:])
    return said <= source and not any(item.of("SEMI") for item in between)
