"""Over what a count runs: one incident, a stretch, since a day, in addition, per day."""

from collections.abc import Sequence, Set

from harmledger.extract.item import Item
from harmledger.extract.measure import Mention
from harmledger.extract.people import Crowd
from harmledger.extract.when import Moment, aggregates
from harmledger.model import Count, Measure, Scope, ScopeKind

SINGLE = frozenset({"ATTACK_SG", "EXPLOSION_SG"})
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
    if moment is not None and aggregates(moment) and not (_single(mention) or _one(mention)):
        return Scope(ScopeKind.PERIOD)
    if _so_far(mention):
        return Scope(ScopeKind.CUMULATIVE)
    return Scope()


def _rate(mention: Mention) -> str | None:
    if "RATE" not in mention.sentence.classes:
        return None
    items = mention.sentence.items
    at = next(i for i, item in enumerate(items) if item.end > mention.counted.start)
    near = items[at : at + NEAR + 2]
    for item, after in zip(near, (*near[1:], None), strict=False):
        if item.of("COMMA") or item.of("SEMI"):
            return None
        if item.of("RATE") and not (after is not None and after.of("=of")):
            return str(item.sense.get("per"))
    return None


def _added(mention: Mention) -> bool:
    if mention.measure is not Measure.KILLED and "ADDED" not in mention.sentence.classes:
        return False
    items, end = mention.sentence.items, mention.counted.end
    after = (one.start for one in items if one.start >= end and isinstance(one.data, Crowd | Count))
    until = min(max(end + 1, mention.trigger.start), next(after, mention.sentence.end))
    inside = [
        item for item in mention.sentence.words if mention.counted.start <= item.start < until
    ]
    return any(item.of("ADDED") for item in inside) or _of_hurt(mention, inside)


def _of_hurt(mention: Mention, inside: Sequence[Item]) -> bool:
    """Whether those who died were counted among the hurt: "three of the injured died"."""
    if mention.measure is not Measure.KILLED:
        return False
    hurt = (item.sense.get("measure", "TOLLNOUN_PL", "TOLLNOUN_SG") for item in inside)
    return mention.rule.endswith(".killed.afterwounds") or Measure.INJURED in hurt


def _beside_toll(mention: Mention) -> bool:
    died = mention.trigger.of("FAREDIE") and not mention.rule.endswith(".killed.afterwounds")
    return died or any(item.of("TOLL") for item in mention.sentence.words)


def _one(mention: Mention) -> bool:
    """Whether one person's death is told: what day is said may be that of the wound."""
    return mention.trigger.of("FAREDIE") and mention.count.low == mention.count.high == 1


def _so_far(mention: Mention) -> bool:
    if "SOFAR" not in mention.sentence.classes:
        return False
    here = mention.sentence.segment(mention.counted.start)
    return any(
        item.of("SOFAR") and mention.sentence.segment(item.start) == here
        for item in mention.sentence.words
    )


def _single(mention: Mention) -> bool:
    """One attack, or one person who has a face, not many over a stretch: "a bombing in May"."""
    if mention.counted.of("PONE"):
        return True
    if SINGLE.isdisjoint(mention.sentence.classes):
        return False
    words = mention.sentence.words
    here = mention.sentence.segment(mention.counted.start)
    return any(
        (item.of("ATTACK_SG") or item.of("EXPLOSION_SG"))
        and mention.sentence.segment(item.start) == here
        for item in words
    )
