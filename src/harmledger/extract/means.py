"""What did the harm, and who is held to have done it."""

from collections.abc import Sequence

from harmledger.extract.item import Item
from harmledger.extract.measure import Mention
from harmledger.model import Actor, Held, Weapon

GENERIC = frozenset({"strike", "attack", "explosion", "clashes", "raid", "bomb"})
"""Codes that name no weapon; a weapon named in the same clause says more."""


def means(mention: Mention) -> Weapon | None:
    """The weapon or act nearest to a mention in its sentence; a named weapon before an act."""
    found = [item for item in mention.sentence.words if item.sense.get("means") is not None]
    if not found:
        return None
    here = mention.sentence.segment(mention.counted.start)

    def rank(item: Item) -> tuple[bool, bool, int]:
        elsewhere = mention.sentence.segment(item.start) != here
        generic = item.sense.get("means") in GENERIC
        return elsewhere, generic, abs(item.start - mention.counted.start)

    best = min(found, key=rank)
    return Weapon(str(best.sense.get("means")), best.text)


def perpetrator(mention: Mention) -> Actor | None:
    """The force named before an active verb of harm, or behind "by" after a passive one."""
    words = mention.sentence.words
    at = mention.trigger.start
    for item in words:
        inside = mention.counted.start <= item.start < mention.counted.end
        if mention.group.unit is None and inside and item.of("ACTOR"):
            return Actor(item.text, item.text)
    for index, item in enumerate(words):
        if not item.of("ACTOR"):
            continue
        after_by = index > 0 and words[index - 1].text.lower() in ("by", "the") and item.start > at
        before = item.end <= at < mention.counted.start
        if after_by or before:
            return Actor(item.text, item.text, _held(words, index))
    return None


def _held(words: Sequence[Item], index: int) -> Held:
    before = words[max(0, index - 2) : index]
    doubtful = any(item.text.lower() in ("suspected", "alleged") for item in before)
    return Held.SUSPECTED if doubtful else Held.KNOWN
