"""What earlier sentences of a report leave for later ones."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from harmledger.extract.context import Sentence
from harmledger.extract.item import Item
from harmledger.extract.scene import Scene
from harmledger.extract.when import Moment
from harmledger.extract.where import Spot, nearest
from harmledger.extract.who import Attribution
from harmledger.model import Claim, Count, Evidence, Measure, Source, Status

LEAVING = (Measure.DISPLACED, Measure.DISPLACED_STOCK, Measure.RETURNED)
"""Measures whose place may be where people come from."""
CLOSING = frozenset({"N", "HARM_D", "FARE_D", "COMMA", "SEMI", "THAT"})
"""Classes behind which a day is no longer that of a verb of saying."""


@dataclass(slots=True)
class Memory:
    """What earlier sentences leave for later ones.

    Attributes:
        source: Named last; None before any.
        spot: Where the last attack told happened; before any, the first place said.
        first: Where the first attack told happened; before any, the first place said.
        cared: Where the first hospital is that speaks: the nearest to go by where no place is said.
        moment: Time of an event said last.
        began: Time of an event said first.
        group_status: Of the people counted last.
        measure: Counted last; None before any.
        measures: Already claimed in this report.
        wholes: The last sentence's claims that are no parts of others.
        acted: Whether `first` is where an attack was told, and no longer the first place said.
        open: Claims, by their words, whose words of harm say nothing of the outcome.
        bare: Claims, by their words, of a plural that nothing counts.
        scenes: What each sentence that makes claims says of where and when.
    """

    source: Source | None = None
    spot: Spot | None = None
    first: Spot | None = None
    cared: Spot | None = None
    moment: Moment | None = None
    began: Moment | None = None
    group_status: Status = Status.UNKNOWN
    measure: Measure | None = None
    measures: set[Measure] = field(default_factory=set)
    wholes: list[Claim] = field(default_factory=list)
    acted: bool = False
    open: set[tuple[Evidence, Count]] = field(default_factory=set)
    bare: set[tuple[Evidence, Count]] = field(default_factory=set)
    scenes: list[Scene] = field(default_factory=list)


def remember(
    memory: Memory,
    read: Sentence,
    said: Sequence[Attribution],
    places: Sequence[Spot],
    moments: Sequence[Item],
) -> None:
    named = [one.source for one in said if not one.pronoun]
    if named:
        memory.source = named[-1]
    acts = read.acts
    memory.cared = memory.cared or next((one for one in places if one.cared), None)
    moved = not memory.measures.isdisjoint(LEAVING)
    places = [one for one in places if moved or not one.away]
    if places and (acts or memory.spot is None):
        memory.spot = nearest(places, read, acts[0].start if acts else read.start)
        if memory.first is None or (acts and not memory.acted):
            memory.first, memory.acted = memory.spot, bool(acts)
    days = [item.data for item in moments if item.data.when.start is not None]
    if days:
        memory.moment = days[0]
        memory.began = memory.began or days[0]


def _of_statement(moment: Item, read: Sentence) -> bool:
    """Whether a day is that of a statement ("said on Tuesday"), not of the harm."""
    index = next(i for i, item in enumerate(read.flat) if item.start == moment.start)
    for item in reversed(read.flat[max(0, index - 4) : index]):
        if item.of("SAID"):
            return True
        if item.among(CLOSING):
            return False
    return False


def running(memory: Memory) -> Moment | None:
    """The stretch of a running total that a sentence without a day goes on with, or None."""
    moment = memory.moment
    return moment if moment is not None and moment.kind == "since" else None


def moments(read: Sentence) -> list[Item]:
    """The calendar expressions of a sentence, in order."""
    return [item for item in read.flat if isinstance(item.data, Moment)]


def times(read: Sentence) -> list[Item]:
    """The calendar expressions of a sentence that are no day of a statement, in order."""
    return [item for item in moments(read) if not _of_statement(item, read)]
