"""What a count takes over from those before it: measure, status, the whole it lies inside."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from harmledger.extract.measure import Mention
from harmledger.extract.memory import Memory
from harmledger.extract.people import Crowd
from harmledger.extract.who import Attribution
from harmledger.model import Claim, Measure, Status

BODIES = frozenset({"BODY_SG", "BODY_PL"})


def settled_mentions(found: Sequence[Mention], memory: Memory) -> list[Mention]:
    """Mentions with what they take over from the count before: measure and status."""
    settled: list[Mention] = []
    for mention in found:
        if _of_money(mention):
            continue
        before = [one for one in settled if not one.nested]
        measure = before[-1].measure if before else memory.measure
        if mention.inherits:
            if measure is None:
                continue
            part = _part_too(mention, settled)
            mention = replace(mention, measure=measure, inherits=False, nested=part)
        status = mention.group.status
        if mention.counted.of("REFLEX"):
            mention = replace(mention, group=replace(mention.group, status=_doer(mention)))
        elif status is Status.UNKNOWN:
            status = _status(mention, before, memory)
            if status is not Status.UNKNOWN:
                mention = replace(mention, group=replace(mention.group, status=status))
        elif status is Status.CIVILIAN and _others(mention):
            settled = [_as_civilian(one) for one in settled]
        if not _garrison(mention):
            settled.append(mention)
    return settled


def _part_too(mention: Mention, before: Sequence[Mention]) -> bool:
    """Whether a count goes on with the parts of a whole that holds it too: "13 people, five of them
    in Barzan and eight in Nahri".
    """
    parts = list(takewhile(lambda one: one.nested, reversed(before)))
    whole = next((one for one in reversed(before) if not one.nested), None)
    if mention.nested or not parts or whole is None:
        return mention.nested
    told = sum(one.count.low or 0 for one in (*parts, mention))
    return whole.count.low is not None and told <= whole.count.low


def _garrison(mention: Mention) -> bool:
    """Whether those who stay somewhere are fighters, who are not displaced."""
    stock = mention.measure is Measure.DISPLACED_STOCK
    return stock and mention.group.status is Status.COMBATANT


def wholes_first(found: Sequence[Mention]) -> list[Mention]:
    """Mentions in order, but a part behind the whole that its own words name after it."""

    def place(mention: Mention) -> int:
        ahead = mention.nested and any(
            mention.counted.end <= one.counted.start < mention.end and not one.nested
            for one in found
        )
        return mention.end if ahead else mention.counted.start

    return sorted(found, key=place)


def _of_money(mention: Mention) -> bool:
    """Whether losses are of people who do not fight: what they lose is money."""
    if not mention.bare or mention.group.status is not Status.CIVILIAN:
        return False
    words = mention.sentence.words
    own = [item for item in words if mention.start <= item.start < mention.end]
    return any(item.sense.get("status", "TOLLCAS") for item in own)


def _status(mention: Mention, before: Sequence[Mention], memory: Memory) -> Status:
    """Who they are where no noun tells: as those counted before, if those are all of one kind.

    Over several attacks the others of fighters may be anyone, and so may others without a number
    and those whom a bomber killed besides himself.
    Bodies that someone counted are of anyone.
    """
    said = mention.trigger.sense.get("status", "TOLL")
    if said is not None:
        return Status(said)
    if mention.trigger.among(BODIES):
        return Status.UNKNOWN
    told = {one.group.status for one in before}
    mixed = len(told) > 1 and (mention.others or told >= {Status.CIVILIAN, Status.COMBATANT})
    if not mention.elided or _anyone(mention) or mixed:
        return Status.UNKNOWN
    carried = before[-1].group.status if before else memory.group_status
    if not mention.others or carried is not Status.COMBATANT:
        return carried
    many = any(item.of("Q_ATTACK") for item in mention.sentence.items)
    return Status.UNKNOWN if many or _beside_self(mention, before) else carried


def _beside_self(mention: Mention, before: Sequence[Mention]) -> bool:
    """Whether those counted last killed themselves too: "himself and eight others"."""
    last = before[-1].counted.start if before else mention.counted.start
    return any(
        item.of("REFLEX") and last <= item.start < mention.counted.start
        for item in mention.sentence.words
    )


def _doer(mention: Mention) -> Status:
    """Who killed himself: the single person told last before the verb."""
    before = (
        item.data.group.status
        for item in reversed(mention.sentence.items)
        if item.end <= mention.trigger.start
        and isinstance(item.data, Crowd)
        and item.data.count.high == 1
    )
    return next(before, Status.UNKNOWN)


def _anyone(mention: Mention) -> bool:
    """Whether people are others without a number, or told to be of several kinds."""
    crowd, count = mention.counted.data, mention.count
    parts = crowd.parts if isinstance(crowd, Crowd) else ()
    kinds = {part.data.group.status for part in parts if isinstance(part.data, Crowd)}
    uncounted = mention.others and count.low is None and count.words == mention.counted.text
    return uncounted or Status.CIVILIAN in kinds


def _others(mention: Mention) -> bool:
    """Whether people are said to be others of a kind ("five other civilians")."""
    inside = (
        item
        for item in mention.sentence.words
        if mention.counted.start <= item.start < mention.counted.end
    )
    return any(item.of("MOREP") for item in inside)


def _as_civilian(mention: Mention) -> Mention:
    """A mention as civilians where nothing tells otherwise: "a man and five other civilians"."""
    if mention.group.status is not Status.UNKNOWN or mention.group.unit is None:
        return mention
    return replace(mention, group=replace(mention.group, status=Status.CIVILIAN))


def whole_of(mention: Mention, earlier: Sequence[Claim]) -> Claim | None:
    """The claim that a nested count lies inside: the last whole of its measure before it."""
    if not mention.nested:
        return None
    wholes = (
        claim
        for claim in reversed(earlier)
        if claim.group.part_of is None
        and claim.measure is mention.measure
        and claim.group.unit is mention.group.unit
    )
    return next(wholes, None)


def inside(claim: Claim, whole: Claim) -> Claim:
    """A part of a count, of the same incident as the whole."""
    return replace(
        claim,
        group=replace(claim.group, part_of=whole.claim_id),
        scope=whole.scope,
        polarity=whole.polarity,
        certainty=whole.certainty,
        hedge=whole.hedge,
        source=claim.source or whole.source,
        means=whole.means or claim.means,
        time=whole.time or claim.time,
    )


def speaks(mention: Mention, said: Sequence[Attribution]) -> bool:
    """Whether who is counted without a number is who says so: "..., the mayor said"."""
    single = mention.bare or mention.count.high == 1
    return single and any(one.start <= mention.counted.start < one.end for one in said)
