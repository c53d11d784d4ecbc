"""The grammar reader: a report's claims, sentence by sentence."""

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from harmledger.extract.after import doubted, from_next
from harmledger.extract.aside import asides, copies
from harmledger.extract.context import Sentence, sentence, worth_reading
from harmledger.extract.control import control
from harmledger.extract.figures import UNMARKED, Marks
from harmledger.extract.grammar import Grammar
from harmledger.extract.hold import Hold, hold
from harmledger.extract.item import Item
from harmledger.extract.means import means, perpetrator
from harmledger.extract.measure import Mention, mentions
from harmledger.extract.people import Crowd
from harmledger.extract.scope import scope
from harmledger.extract.tokens import Stretch, sentences
from harmledger.extract.when import Moment
from harmledger.extract.where import Spot, nearest, spots
from harmledger.extract.who import Attribution, attributions, resolved, speaker
from harmledger.model import (
    Claim,
    Count,
    Evidence,
    Measure,
    Place,
    Report,
    Source,
    Status,
    When,
)

LONGEST = 380
"""Code points of evidence; a longer clause is cut to the words that carry the count."""
TAIL = 70
"""Code points of a sentence behind one of harm that is read too: it may hold but the place."""
HEAD = 500
"""Code points at a report's head that are read for its place where no sentence tells of harm."""
LATIN = re.compile(r"[A-Za-z]")
PLAYED = 4
"""Different words of sport that make a report one of sport."""
ARMED = frozenset({"ACTOR", "MUNITION_SG", "MUNITION_PL"})
"""Classes of a force or a weapon named."""
LEAVING = (Measure.DISPLACED, Measure.DISPLACED_STOCK, Measure.RETURNED)
"""Measures whose place may be where people come from."""
UNSURE = {"weak": 0.6, "bare": 0.7, "elided": 0.85}
"""Confidence of what is read with less than a number and a noun beside a word of harm."""


@dataclass(slots=True)
class Memory:
    """What earlier sentences leave for later ones.

    Attributes:
        source: Named last; None before any.
        spot: Where the last attack told happened; before any, the first place said.
        first: Where the first attack told happened; before any, the first place said.
        moment: Time of an event said last.
        began: Time of an event said first.
        group_status: Of the people counted last.
        measure: Counted last; None before any.
        measures: Already claimed in this report.
        wholes: The last sentence's claims that are no parts of others.
        acted: Whether `first` is where an attack was told, and no longer the first place said.
        open: Claims, by their words, whose words of harm say nothing of the outcome.
        bare: Claims, by their words, of a plural that nothing counts.
    """

    source: Source | None = None
    spot: Spot | None = None
    first: Spot | None = None
    moment: Moment | None = None
    began: Moment | None = None
    group_status: Status = Status.UNKNOWN
    measure: Measure | None = None
    measures: set[Measure] = field(default_factory=set)
    wholes: list[Claim] = field(default_factory=list)
    acted: bool = False
    open: set[tuple[Evidence, Count]] = field(default_factory=set)
    bare: set[tuple[Evidence, Count]] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Found:
    """What a reader found in a report.

    Attributes:
        claims: In the order of the text.
        place: Where the event told is, also where no harm is counted; None where not said.
        time: When it was; None where not said.
        asides: Where the text tells of something else.
        marks: What the rules say of the claims that the claims do not carry.
    """

    claims: tuple[Claim, ...]
    place: Place | None = None
    time: When | None = None
    asides: tuple[Stretch, ...] = ()
    marks: Marks = UNMARKED


def found_in(report: Report, grammar: Grammar, others: Sequence[Grammar] = ()) -> Found:
    """Read a report.

    Args:
        grammar: Of the report's language.
        others: Of the languages that sentences of it may be in.
    """
    openers = _openers(report.text, grammar, others)
    if not openers:
        return Found(())
    lines = _lines(report, grammar, others)
    read, counting = _opened(lines, openers, report)
    memory = Memory()
    if not counting:
        return _uncounted([one for one in read.values() if one.acts], report, grammar, memory)
    found: list[Claim] = []
    told: list[Sentence] = []
    for line in _worth(lines, report.text):
        one = read.get(line.number) or _sentence(line, report)
        told.append(one)
        found = from_next(found, told, report, line.grammar)
        found += _claims(one, report, line.grammar, memory)
        found = doubted(found, told, report)
    if _sport(told):
        return Found(())
    if memory.first is None:
        _look_at_head(report, grammar, memory)
    place = None if memory.first is None else Place(memory.first.words)
    time = None if memory.began is None else memory.began.when
    marks = Marks(
        running=grammar.tolls.union(*(other.tolls for other in others)),
        beside=grammar.beside.union(*(other.beside for other in others)),
        open=frozenset(memory.open),
        bare=frozenset(memory.bare),
    )
    claims = tuple(_placed(found, place))
    return Found(claims, place, time, asides(report.text, told, grammar), marks)


class Line(NamedTuple):
    """A sentence to be read, and the grammar of its language.

    Attributes:
        number: Its place in the list of the report's sentences, from 0.
    """

    number: int
    stretch: Stretch
    grammar: Grammar


def _lines(report: Report, grammar: Grammar, others: Sequence[Grammar]) -> list[Line]:
    """The report's sentences, cut copies left out."""
    text = report.text
    again = copies(text)
    stretches = [
        stretch
        for stretch in sentences(text, grammar.abbreviations)
        if not any(one.start <= stretch.start < one.end for one in again)
    ]
    return [
        Line(number, one, _grammar_of(text[one.start : one.end], grammar, others))
        for number, one in enumerate(stretches)
    ]


def _openers(text: str, grammar: Grammar, others: Sequence[Grammar]) -> set[str]:
    """The words of a text that open the gate of a language that it may be in."""
    found = grammar.gate.openers(text)
    for other in others:
        if _written_in(text, other):
            found |= other.gate.openers(text)
    return found


def _written_in(text: str, grammar: Grammar) -> bool:
    """Whether a text holds letters of a language: of one without letters of its own, Latin ones."""
    return (grammar.letters or LATIN).search(text) is not None


def _opened(
    lines: Sequence[Line], openers: Set[str], report: Report
) -> tuple[dict[int, Sentence], bool]:
    """The sentences that open the gate up to the first that makes a claim by itself.

    Returns:
        The sentences by their numbers, and whether one makes a claim.
    """
    read: dict[int, Sentence] = {}
    for line in lines:
        text = report.text[line.stretch.start : line.stretch.end]
        if line.grammar.gate.may_open(text, openers) and line.grammar.gate.opens(text):
            read[line.number] = _sentence(line, report)
            if _counts(read[line.number], line.grammar):
                return read, True
    return read, False


def _sentence(line: Line, report: Report) -> Sentence:
    return sentence(report.text, line.stretch, line.number, line.grammar, report.published)


def _counts(read: Sentence, grammar: Grammar) -> bool:
    """Whether a sentence makes a claim by itself."""
    rules = grammar.rules["measures.control"].of(read.awake)
    return bool(mentions(read, grammar)) or any(rule.pattern.search(read.string) for rule in rules)


def _worth(lines: Sequence[Line], text: str) -> Iterator[Line]:
    """The lines that hold a word of harm or a source, and short ones behind them."""
    before = False
    for line in lines:
        worth = worth_reading(text, line.stretch, line.grammar)
        if worth or (before and line.stretch.end - line.stretch.start <= TAIL):
            yield line
        before = worth


def _uncounted(told: Sequence[Sentence], report: Report, grammar: Grammar, memory: Memory) -> Found:
    """Where and when a report places what it tells of without a count: an attack, a raid."""
    for read in told:
        moments = [item for item in read.flat if isinstance(item.data, Moment)]
        own = [item for item in moments if not _of_statement(item, read)]
        _remember(memory, read, (), spots(read, report.text, grammar), own)
    if told and memory.first is None:
        _look_at_head(report, grammar, memory)
    place = None if memory.first is None else Place(memory.first.words)
    return Found((), place, None if memory.began is None else memory.began.when)


def _sport(told: Sequence[Sentence]) -> bool:
    """Whether a report is of sport: several of its words, and no force and no weapon named."""
    played = {
        item.text.lower()
        for one in told
        if "SPORTW" in one.classes
        for item in one.words
        if item.of("SPORTW")
    }
    return len(played) >= PLAYED and all(ARMED.isdisjoint(one.classes) for one in told)


def _look_at_head(report: Report, grammar: Grammar, memory: Memory) -> None:
    """Take place and day from the first sentence of a report that has no word of harm."""
    for number, stretch in enumerate(sentences(report.text[:HEAD], grammar.abbreviations)):
        read = sentence(report.text, stretch, number, grammar, report.published)
        moments = [item for item in read.flat if isinstance(item.data, Moment)]
        own = [item for item in moments if not _of_statement(item, read)]
        _remember(memory, read, (), spots(read, report.text, grammar), own)
        if memory.first is not None:
            return


def _grammar_of(words: str, grammar: Grammar, others: Sequence[Grammar]) -> Grammar:
    """The grammar of the language that a sentence is in, by its letters."""
    if not others:
        return grammar
    if grammar.letters is not None and grammar.letters.search(words) is None:
        return next((one for one in others if one.letters is None), grammar)
    if grammar.letters is None and not words.isascii():
        return next((one for one in others if one.letters and one.letters.search(words)), grammar)
    return grammar


def _claims(read: Sentence, report: Report, grammar: Grammar, memory: Memory) -> list[Claim]:
    said = attributions(read, report.text, grammar)
    places = spots(read, report.text, grammar)
    moments = [item for item in read.flat if isinstance(item.data, Moment)]
    own = [item for item in moments if not _of_statement(item, read)]
    found: list[Claim] = []
    parts: list[Claim] = []
    told = [one for one in mentions(read, grammar) if not _speaks(one, said)]
    for mention in _wholes_first(_settled(told, memory)):
        claim = _claim(mention, said, places, own, report, grammar, memory)
        whole = _whole(mention, [*memory.wholes, *(one for one in found if one not in parts)])
        if whole is not None:
            claim = _inside(claim, whole)
        if mention.nested:
            parts.append(claim)
        found.append(claim)
    memory.wholes = [claim for claim in found if claim.group.part_of is None] or memory.wholes
    found += control(read, said, places, moments, report, grammar, memory)
    _remember(memory, read, said, places, own)
    return sorted(found, key=lambda claim: claim.evidence.start)


def _wholes_first(found: Sequence[Mention]) -> list[Mention]:
    """Mentions in order, but a part behind the whole that its own words name after it."""

    def place(mention: Mention) -> int:
        ahead = mention.nested and any(
            mention.counted.end <= one.counted.start < mention.end and not one.nested
            for one in found
        )
        return mention.end if ahead else mention.counted.start

    return sorted(found, key=place)


def _speaks(mention: Mention, said: Sequence[Attribution]) -> bool:
    """Whether who is counted without a number is who says so: "..., the mayor said"."""
    single = mention.bare or mention.count.high == 1
    return single and any(one.start <= mention.counted.start < one.end for one in said)


def _whole(mention: Mention, earlier: Sequence[Claim]) -> Claim | None:
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


def _inside(claim: Claim, whole: Claim) -> Claim:
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


def _settled(found: Sequence[Mention], memory: Memory) -> list[Mention]:
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
            mention = replace(mention, measure=measure, inherits=False)
        status = mention.group.status
        if status is Status.UNKNOWN:
            status = _status(mention, before, memory)
            mention = replace(mention, group=replace(mention.group, status=status))
        elif status is Status.CIVILIAN and _others(mention):
            settled = [_as_civilian(one) for one in settled]
        settled.append(mention)
    return settled


def _of_money(mention: Mention) -> bool:
    """Whether losses are of people who do not fight: what they lose is money."""
    if not mention.bare or mention.group.status is not Status.CIVILIAN:
        return False
    words = mention.sentence.words
    own = [item for item in words if mention.start <= item.start < mention.end]
    return any(item.sense.get("status", "TOLLCAS") for item in own)


def _status(mention: Mention, before: Sequence[Mention], memory: Memory) -> Status:
    """Who they are where no noun tells: as those counted before, if those are all of one kind.

    Over several attacks the others of fighters may be anyone, and so may others without a number.
    """
    said = mention.trigger.sense.get("status", "TOLL")
    if said is not None:
        return Status(said)
    told = {one.group.status for one in before}
    mixed = len(told) > 1 and (mention.others or told >= {Status.CIVILIAN, Status.COMBATANT})
    if not mention.elided or _anyone(mention) or mixed:
        return Status.UNKNOWN
    carried = before[-1].group.status if before else memory.group_status
    many = any(item.of("Q_ATTACK") for item in mention.sentence.items)
    return Status.UNKNOWN if many and mention.others and carried is Status.COMBATANT else carried


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


def _claim(
    mention: Mention,
    said: Sequence[Attribution],
    places: Sequence[Spot],
    moments: Sequence[Item],
    report: Report,
    grammar: Grammar,
    memory: Memory,
) -> Claim:
    read = mention.sentence
    held = hold(mention, grammar)
    one = speaker(mention.counted.start, read, said)
    source = None if one is None else resolved(one, _named(one, said) or memory.source)
    spot = _spot(mention, places, memory)
    own = _moment(mention, moments)
    moment = own or memory.moment
    memory.measure = mention.measure
    memory.group_status = mention.group.status
    claim = Claim(
        report_id=report.report_id,
        measure=mention.measure,
        group=mention.group,
        count=mention.count,
        scope=scope(mention, own or _running(memory), memory.measures),
        polarity=held.polarity,
        certainty=held.certainty,
        hedge=None if held.hedge is None else held.hedge.text,
        source=source,
        means=means(mention),
        perpetrator=perpetrator(mention, one, grammar, denied=held.cue is not None),
        target=None,
        change=None,
        place=None if spot is None else Place(spot.words),
        time=None if moment is None else moment.when,
        evidence=_evidence(mention, held, report, grammar),
        rule=mention.rule,
        confidence=_confidence(mention),
    )
    memory.measures.add(mention.measure)
    if mention.trigger.sense.get("weak"):
        memory.open.add((claim.evidence, mention.count))
    if mention.bare:
        memory.bare.add((claim.evidence, mention.count))
    return claim


def _named(one: Attribution, said: Sequence[Attribution]) -> Source | None:
    """The source named before a pronoun in its own sentence: "the group says it has counted"."""
    before = [other for other in said if not other.pronoun and other.start < one.start]
    return before[-1].source if before else None


def _spot(mention: Mention, places: Sequence[Spot], memory: Memory) -> Spot | None:
    """The place of a mention: in its own words, of its clause, else where the last attack was."""
    behind = mention.counted.end
    if mention.trigger.start == mention.counted.start:
        inside = [one for one in places if behind <= one.start < mention.end]
        if inside:
            return inside[0]
    spot = nearest(places, mention.sentence, mention.trigger.start)
    if spot is None or (spot.aside and memory.spot is not None):
        return memory.spot
    moved = {*memory.measures, mention.measure}
    return memory.spot if spot.away and moved.isdisjoint(LEAVING) else spot


def _running(memory: Memory) -> Moment | None:
    """The stretch of a running total that a sentence without a day goes on with, or None."""
    moment = memory.moment
    return moment if moment is not None and moment.kind == "since" else None


def _moment(mention: Mention, moments: Sequence[Item]) -> Moment | None:
    """The time of harm that a mention belongs to: its clause's nearest."""
    read = mention.sentence
    at = mention.trigger.start
    here = read.segment(at)
    if not moments:
        return None
    best = min(moments, key=lambda item: (read.segment(item.start) != here, abs(item.start - at)))
    moment: Moment = best.data
    return moment


def _of_statement(moment: Item, read: Sentence) -> bool:
    """Whether a day is that of a statement ("said on Tuesday"), not of the harm."""
    index = next(i for i, item in enumerate(read.flat) if item.start == moment.start)
    for item in reversed(read.flat[max(0, index - 4) : index]):
        if item.of("SAID"):
            return True
        if any(item.of(name) for name in ("N", "HARM_D", "FARE_D", "COMMA", "SEMI", "THAT")):
            return False
    return False


def _evidence(mention: Mention, held: Hold, report: Report, grammar: Grammar) -> Evidence:
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
        if not any(item.of(name) for name in ("BE", "HAVE", "HARM_D", "SAID", "ADV", "STATE")):
            break
        end = item.end
    return end


def _confidence(mention: Mention) -> float:
    score = 0.95
    for name, factor in UNSURE.items():
        if getattr(mention, name) or (name == "weak" and mention.trigger.sense.get(name)):
            score *= factor
    return round(score, 2)


def _remember(
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


def _placed(found: list[Claim], place: Place | None) -> list[Claim]:
    """Give claims before the report's first place and time the first that it says.

    A claim's id holds its place: parts follow their whole.
    """
    time: When | None = next((claim.time for claim in found if claim.time is not None), None)
    placed: list[Claim] = []
    ids: dict[str, str] = {}
    for claim in found:
        whole = ids.get(claim.group.part_of or "")
        one = claim
        if claim.place is None or claim.time is None or whole is not None:
            group = claim.group if whole is None else replace(claim.group, part_of=whole)
            one = replace(claim, place=claim.place or place, time=claim.time or time, group=group)
        if one.place is not claim.place:
            ids[claim.claim_id] = one.claim_id
        placed.append(one)
    return placed
