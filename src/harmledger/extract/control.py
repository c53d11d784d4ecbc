"""Claims of control: who holds, takes or loses a place."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Protocol

from harmledger.extract.context import Sentence
from harmledger.extract.grammar import Grammar
from harmledger.extract.item import Item
from harmledger.extract.measure import unreal
from harmledger.extract.memory import moments
from harmledger.extract.people import Crowd
from harmledger.extract.when import Moment
from harmledger.extract.where import Spot, nearest
from harmledger.extract.who import Attribution, resolved, speaker
from harmledger.model import (
    Certainty,
    Change,
    Claim,
    Evidence,
    Group,
    Measure,
    Place,
    Polarity,
    Report,
    Scope,
    Source,
    Status,
)

FORCES = frozenset({"ACTOR", "ARMED", "PRON", "WHO"})
"""Classes of those who fight, and of pronouns that may stand for them."""


class Known(Protocol):
    """What earlier sentences left: the source, place and time said last."""

    source: Source | None
    spot: Spot | None
    moment: Moment | None


def control(
    read: Sentence,
    said: Sequence[Attribution],
    places: Sequence[Spot],
    report: Report,
    grammar: Grammar,
    known: Known,
) -> list[Claim]:
    """Every claim of control in a sentence, in order; a place is claimed once a clause."""
    found: dict[int, Claim] = {}
    for rule in grammar.rules["measures.control"].of(read.awake):
        for match in rule.pattern.finditer(read.string):
            trigger, object_ = read.items[match.start("t")], read.items[match.start("o")]
            if unreal(read, match.start()) or trigger.start in found:
                continue
            if rule.flags.get("needs_force") and not _force(read, match.start()):
                continue
            left, right = read.items[match.start()].start, read.items[match.end() - 1].end
            start = min(left, _subject(read, match.start()))
            one = speaker(trigger.start, read, said)
            spot = nearest(places, read, object_.start) or known.spot
            days = moments(read)
            moment = days[0].data if days else known.moment
            hedge = next((item for item in _before(read, trigger) if item.of("HEDGE")), None)
            found[trigger.start] = Claim(
                report_id=report.report_id,
                measure=Measure.CONTROL,
                group=Group(unit=None),
                count=None,
                scope=Scope(),
                polarity=Polarity.DENIED if _denied(read, trigger) else Polarity.AFFIRMED,
                certainty=Certainty.STATED if hedge is None else Certainty(_surely(hedge)),
                hedge=None if hedge is None else hedge.text,
                source=None if one is None else resolved(one, known.source),
                means=None,
                perpetrator=None,
                target=None,
                change=_change(read, trigger, match.start(), match.end()),
                place=None if spot is None else Place(spot.words),
                time=None if moment is None else moment.when,
                evidence=Evidence(start, right, report.text[start:right], grammar.lang),
                rule=rule.id,
                confidence=0.8,
            )
    return list(found.values())


def controls(read: Sentence, grammar: Grammar) -> bool:
    """Whether a sentence may hold a claim of control."""
    rules = grammar.rules["measures.control"].of(read.awake)
    return any(rule.pattern.search(read.string) for rule in rules)


def _before(read: Sentence, trigger: Item) -> list[Item]:
    """The words of a verb's clause that stand before it."""
    here = read.segment(trigger.start)
    return [
        item
        for item in read.words
        if item.end <= trigger.start and read.segment(item.start) == here
    ]


def _denied(read: Sentence, trigger: Item) -> bool:
    return any(item.of("DENY") or item.of("NOT") for item in _before(read, trigger))


def _surely(hedge: Item) -> str:
    return str(hedge.sense.get("certainty", "HEDGE"))


def _force(read: Sentence, at: int) -> bool:
    """Whether those who fight, or a pronoun for them, stand before a verb of control."""
    return any(
        item.among(FORCES)
        or (isinstance(item.data, Crowd) and item.data.group.status is Status.COMBATANT)
        for item in read.items[:at]
    )


def _subject(read: Sentence, at: int) -> int:
    """Where the clause before a verb of control begins."""
    return read.segments[read.segment(read.items[at].start)]


def _share(words: Sequence[Item]) -> float | None:
    """The part of a place that is told of, 0 to 1; None where none is."""
    for before, item in pairwise((None, *words)):
        if item is not None and item.of("SHAREW"):
            return item.sense.get("share")  # type: ignore[no-any-return]
        percent = item is not None and item.of("PERCENT")
        if percent and before is not None and before.text.isdecimal():
            return min(int(before.text), 100) / 100
    return None


def _forces(words: Sequence[Item]) -> list[str]:
    """The names of those who fight among the words; words of one name stand side by side."""
    found: list[list[Item]] = []
    for at, item in enumerate(words):
        if not _fights(item):
            continue
        if found and at and found[-1][-1] is words[at - 1]:
            found[-1].append(item)
        else:
            found.append([item])
    return [" ".join(item.text for item in run) for run in found]


def _fights(item: Item) -> bool:
    if item.of("ACTOR") or item.of("ARMED"):
        return not item.of("HOLDABLE")
    return bool(item.sense.get("status", "PERSON_SG", "PERSON_PL") == Status.COMBATANT)


def _change(read: Sentence, trigger: Item, left: int, right: int) -> Change:
    here = read.segment(trigger.start)
    own = [item for item in read.words if read.segment(item.start) == here]
    before = _forces([item for item in own if item.end <= trigger.start])
    after = _forces([item for item in own if item.start >= trigger.end])
    passive = trigger.of("HELDBY")
    by = (after if passive else before)[:1]
    part = _share(read.words)
    taken_from = None if passive else (after[0] if after else None)
    return Change(
        kind=str(trigger.sense.get("change")),
        by=by[0] if by else None,
        taken_from=taken_from,
        share_low=part,
        share_high=part,
    )
