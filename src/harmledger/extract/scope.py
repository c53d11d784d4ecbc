"""Over what a count runs: one incident, a stretch, since a day, in addition, per day."""

from collections.abc import Set

from harmledger.extract.measure import Mention
from harmledger.extract.when import Moment, aggregates
from harmledger.model import Measure, Scope, ScopeKind

NEAR = 6
"""Items between a count and the words that make it a rate."""


def scope(mention: Mention, moment: Moment | None, claimed: Set[Measure]) -> Scope:
    """Read the scope of a mention.

    Args:
        moment: The time said in its own sentence, or None.
        claimed: Measures that the report has counted before.
    """
    per = _rate(mention)
    if per is not None:
        return Scope(ScopeKind.RATE, per)
    if _added(mention) and (mention.measure in claimed or _beside_toll(mention)):
        return Scope(ScopeKind.INCREMENT)
    if moment is not None and moment.kind == "since":
        return Scope(ScopeKind.CUMULATIVE)
    if moment is not None and aggregates(moment) and not _single(mention):
        return Scope(ScopeKind.PERIOD)
    if _so_far(mention):
        return Scope(ScopeKind.CUMULATIVE)
    return Scope()


def _rate(mention: Mention) -> str | None:
    items = mention.sentence.items
    at = next(i for i, item in enumerate(items) if item.end > mention.counted.start)
    for item in items[at : at + NEAR + 1]:
        if item.of("COMMA") or item.of("SEMI"):
            return None
        if item.of("RATE"):
            return str(item.sense.get("per"))
    return None


def _added(mention: Mention) -> bool:
    inside = [
        item
        for item in mention.sentence.words
        if mention.counted.start <= item.start < mention.counted.end + 1
    ]
    return any(item.of("ADDED") for item in inside) or mention.rule.endswith(".killed.afterwounds")


def _beside_toll(mention: Mention) -> bool:
    return mention.trigger.of("FARE_D") or any(item.of("TOLL") for item in mention.sentence.words)


def _so_far(mention: Mention) -> bool:
    here = mention.sentence.segment(mention.counted.start)
    return any(
        item.of("SOFAR") and mention.sentence.segment(item.start) == here
        for item in mention.sentence.words
    )


def _single(mention: Mention) -> bool:
    """One attack, or one person who has a face, not many over a stretch: "a bombing in May"."""
    if mention.counted.of("PONE"):
        return True
    words = mention.sentence.words
    here = mention.sentence.segment(mention.counted.start)
    return any(
        (item.of("ATTACK_SG") or item.of("EXPLOSION_SG"))
        and mention.sentence.segment(item.start) == here
        for item in words
    )
