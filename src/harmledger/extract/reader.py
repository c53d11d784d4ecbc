"""The grammar reader: a report's claims, sentence by sentence."""

from collections.abc import Sequence, Set
from dataclasses import dataclass, replace
from datetime import date
from itertools import takewhile
from typing import NamedTuple

from harmledger.extract.after import Doubt, doubt, doubted, from_next, rewritten
from harmledger.extract.aside import asides
from harmledger.extract.carry import inside, settled_mentions, speaks, whole_of, wholes_first
from harmledger.extract.context import Sentence, sentence
from harmledger.extract.control import control, controls
from harmledger.extract.disowned import disowned
from harmledger.extract.earlier import Earlier, before, earlier
from harmledger.extract.grammar import Grammar
from harmledger.extract.happening import LATELY, older
from harmledger.extract.head import UNMARKED, Marks
from harmledger.extract.hold import hold
from harmledger.extract.item import Item
from harmledger.extract.lines import Counted, Line, lines_of, opened, openings, read_lines, worth
from harmledger.extract.means import means, perpetrator
from harmledger.extract.measure import Mention
from harmledger.extract.memory import LEAVING, Memory, remember, running, times
from harmledger.extract.people import Crowd
from harmledger.extract.quote import evidence_of
from harmledger.extract.scene import Scene, scenes
from harmledger.extract.scope import scope
from harmledger.extract.tokens import Stretch, sentences
from harmledger.extract.when import Moment
from harmledger.extract.where import Spot, nearest, of_hospitals, spots
from harmledger.extract.who import Attribution, attributions, resolved, speaker
from harmledger.model import (
    Claim,
    Count,
    Measure,
    Place,
    Report,
    Source,
    TimePrecision,
    When,
)

HEAD = 500
"""Code points at a report's head that are read for its place where no sentence tells of harm."""
PLAYED = 4
"""Different words of sport that make a report one of sport."""
ARMED = frozenset({"ACTOR", "MUNITION_SG", "MUNITION_PL"})
"""Classes of a force or a weapon named."""
DAYS = frozenset({TimePrecision.HOUR, TimePrecision.DAY, TimePrecision.WEEK})
"""How precise a time must be to be that of what was told before it."""
TELLING = frozenset(
    [
        *("PLACEPREP", "INPART", "NAMEP", "DIRECTION", "THE", "PLACETYPE", "=of", "COMMA"),
        *("HARM_D", "FARE_D", "BE", "HAVE", "ADV", "STATE"),
    ]
)
"""Classes of words between a count and its day: whom a clause of their own tells of, may have
another ("two children born on Monday").
"""
UNSURE = {"weak": 0.6, "bare": 0.7, "elided": 0.85}
"""Confidence of what is read with less than a number and a noun beside a word of harm."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a reader found in a report.

    Attributes:
        claims: In the order of the text.
        place: Where the event told is, also where no harm is counted; None where not said.
        time: When it was; None where not said.
        asides: Where the text tells of something else.
        marks: What the rules say of the claims that the claims do not carry.
        scenes: What each sentence that makes claims says of where and when, in order.
    """

    claims: tuple[Claim, ...]
    place: Place | None = None
    time: When | None = None
    asides: tuple[Stretch, ...] = ()
    marks: Marks = UNMARKED
    scenes: tuple[Scene, ...] = ()


def found_in(report: Report, grammar: Grammar, others: Sequence[Grammar] = ()) -> Found:
    """Read a report.

    Args:
        grammar: Of the report's language.
        others: Of the languages that sentences of it may be in.
    """
    gates = openings(report, grammar, others)
    if not gates:
        return Found(())
    lines = lines_of(report, grammar, others)
    read, counting = opened(lines, gates, report)
    memory = Memory()
    if not counting:
        acts = [one.read for one in read.values() if one.read.acts]
        return _uncounted(acts, report, grammar, memory)
    found: list[Claim] = []
    told: list[Sentence] = []
    doubts: list[Doubt] = []
    every = _told(list(worth(lines, report.text)), read, report)
    since = 0  # where the claims of the last sentence begin: others are not looked through again
    for one in every:
        told.append(one.read)
        found[since:] = from_next(found[since:], told, report, one.grammar)
        own = len(found)
        if one.said is not None:
            found += _claims(one, one.said, report, memory)
        found[since:] = disowned(found[since:], told, report, one.grammar)
        one_doubt = doubt(found[own:], told)
        since = own
        doubts += [] if one_doubt is None else [one_doubt]
    if not memory.acted or memory.began is None:
        _go_on([one for one in every if one.said is None], report, memory)
    found = doubted(found, doubts, report, memory)
    if _sport(told):
        found = _besides_sport(found, told)
    if memory.first is None:
        _look_at_head(report, grammar, memory)
    spot = memory.first or memory.cared
    place = None if spot is None else Place(spot.words)
    time = None if memory.began is None else memory.began.when
    marks = Marks(
        running=grammar.tolls.union(*(other.tolls for other in others)),
        beside=grammar.beside.union(*(other.beside for other in others)),
        open=frozenset(memory.open),
        bare=frozenset(memory.bare),
    )
    claims = tuple(_placed(found, place, report.published))
    others_told = asides(report.text, told, grammar)
    return Found(claims, place, time, others_told, marks, tuple(memory.scenes))


def _uncounted(told: Sequence[Sentence], report: Report, grammar: Grammar, memory: Memory) -> Found:
    """Where and when a report places what it tells of without a count: an attack, a raid."""
    for read in told:
        remember(memory, read, (), spots(read, report.text, grammar), times(read))
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


def _besides_sport(found: Sequence[Claim], told: Sequence[Sentence]) -> list[Claim]:
    """The deaths that a page of sport tells of in sentences without words of sport."""
    played = [one for one in told if "SPORTW" in one.classes]
    return [
        claim
        for claim in found
        if claim.measure is Measure.KILLED
        and not any(one.start <= claim.evidence.start < one.end for one in played)
    ]


def _look_at_head(report: Report, grammar: Grammar, memory: Memory) -> None:
    """Take place and day from the first sentence of a report that has no word of harm."""
    for number, stretch in enumerate(sentences(report.text[:HEAD], grammar.abbreviations)):
        read = sentence(report.text, stretch, number, grammar, report.published)
        said = attributions(read, report.text, grammar)
        remember(memory, read, (), _places(read, report, grammar, said), times(read))
        if memory.first is not None:
            return


class Said(NamedTuple):
    """Who, where and when a sentence says.

    Attributes:
        sources: In the order of the text.
        places: In order.
        days: That are no day of a statement, in order.
    """

    sources: Sequence[Attribution]
    places: Sequence[Spot]
    days: Sequence[Item]


class Told(NamedTuple):
    """A sentence with what it tells.

    Attributes:
        counted: Every count of harm.
        said: None behind the last sentence that may make a claim.
    """

    read: Sentence
    grammar: Grammar
    counted: Sequence[Mention]
    said: Said | None


def _told(lines: Sequence[Line], read: dict[int, Counted], report: Report) -> list[Told]:
    """The sentences of lines, in order, with what they tell; as levels do, each thing of them all
    before the next.
    """
    read_lines(lines, read, report)
    own = [(read[line.number].read, line.grammar) for line in lines]
    counted = [read[line.number].counts for line in lines]
    makers = [n for n, one in enumerate(own) if counted[n] or controls(*one)]
    last = makers[-1] + 1 if makers else 0
    said: list[Said | None] = [*_said(own[:last], report, frozenset(makers))]
    said += [None] * (len(own) - len(said))
    return [
        Told(one, grammar, found, told)
        for (one, grammar), found, told in zip(own, counted, said, strict=True)
    ]


def _said(
    own: Sequence[tuple[Sentence, Grammar]],
    report: Report,
    makers: Set[int] = frozenset(),
    *,
    placed: bool = False,
) -> list[Said]:
    """Who, where and when sentences say.

    Behind the first place, places are looked for only where they may be those of a claim or an
    attack: memory asks for no other.

    Args:
        makers: The numbers of those that make claims.
        placed: A place was said before them.
    """
    sources = [attributions(one, report.text, grammar) for one, grammar in own]
    places: list[list[Spot]] = []
    for number, ((one, grammar), said) in enumerate(zip(own, sources, strict=True)):
        idle = placed and number not in makers and not one.acts
        found = [] if idle else _places(one, report, grammar, said)
        placed = placed or any(not spot.away for spot in found)
        places.append(found)
    days = [times(one) for one, _ in own]
    return [Said(*found) for found in zip(sources, places, days, strict=True)]


def _places(
    read: Sentence, report: Report, grammar: Grammar, said: Sequence[Attribution]
) -> list[Spot]:
    """Where a sentence says, but for where a hospital that speaks is."""
    found = spots(read, report.text, grammar)
    spoken = [Stretch(one.start, one.end) for one in said]
    return of_hospitals(found, read, spoken) if found and spoken else found


def _go_on(rest: Sequence[Told], report: Report, memory: Memory) -> None:
    """Remember what sentences behind the last claim say: the place or day may be there."""
    placed = memory.spot is not None
    said = _said([(one.read, one.grammar) for one in rest], report, placed=placed)
    for one, told in zip(rest, said, strict=True):
        remember(memory, one.read, told.sources, told.places, told.days)


def _claims(told: Told, said: Said, report: Report, memory: Memory) -> list[Claim]:
    """The claims of a sentence, in the order of the text; what else it tells is remembered."""
    read, grammar = told.read, told.grammar
    clause = earlier(read, grammar) if told.counted else None
    found: list[Claim] = []
    parts: list[Claim] = []
    counted = [one for one in told.counted if not speaks(one, said.sources)]
    for mention in wholes_first(settled_mentions(counted, memory)):
        claim = _claim(mention, said, report, grammar, memory, clause)
        whole = whole_of(mention, [*memory.wholes, *(one for one in found if one not in parts)])
        if whole is not None:
            claim = inside(claim, whole)
        if mention.nested:
            parts.append(claim)
        found.append(claim)
    memory.wholes = [claim for claim in found if claim.group.part_of is None] or memory.wholes
    found += control(read, said.sources, said.places, report, grammar, memory)
    if found:
        memory.scenes += scenes(read, said.places, said.days, report.text, grammar, clause)
    main = said if clause is None else _outside(said, clause)
    remember(memory, read, *main)
    return sorted(found, key=lambda claim: claim.evidence.start)


def _outside(said: Said, clause: Earlier) -> Said:
    """What a sentence says but for a clause of something earlier; its places if it has others."""
    places = [one for one in said.places if not clause.holds(one.start)]
    days = [one for one in said.days if not clause.holds(one.start)]
    return Said(said.sources, places or said.places, days)


def _claim(
    mention: Mention,
    said: Said,
    report: Report,
    grammar: Grammar,
    memory: Memory,
    clause: Earlier | None,
) -> Claim:
    read = mention.sentence
    held = hold(mention, grammar)
    one = speaker(mention.counted.start, read, said.sources)
    teller = one if held.cue is not None else _teller(mention, said.sources, one)
    source = (
        None if teller is None else resolved(teller, _named(teller, said.sources) or memory.source)
    )
    spot = _spot(mention, said.places, memory)
    own = _moment(mention, said.days)
    if clause is not None:
        own = _beside(mention, said, clause, memory)
    moment = own or memory.moment
    memory.measure = mention.measure
    memory.group_status = mention.group.status
    claim = Claim(
        report_id=report.report_id,
        measure=mention.measure,
        group=mention.group,
        count=mention.count,
        scope=scope(mention, own or running(memory), memory.measures),
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
        evidence=evidence_of(mention, held, report, grammar),
        rule=mention.rule,
        confidence=_confidence(mention),
    )
    memory.measures.add(mention.measure)
    if mention.trigger.sense.get("weak"):
        memory.open.add((claim.evidence, mention.count))
    if mention.bare:
        memory.bare.add((claim.evidence, mention.count))
    return claim


def _teller(
    mention: Mention, said: Sequence[Attribution], one: Attribution | None
) -> Attribution | None:
    """Who says what is not denied: not who denies something else of it, as to have done it."""
    if one is None or not one.denies:
        return one
    others = [other for other in said if not other.denies]
    return speaker(mention.counted.start, mention.sentence, others)


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


def _moment(mention: Mention, moments: Sequence[Item]) -> Moment | None:
    """The time of harm that a mention belongs to: its clause's nearest, but where several counts
    have each a day behind them, that.
    """
    read = mention.sentence
    at = mention.trigger.start
    here = read.segment(at)
    if not moments:
        return None
    own = _behind(mention, moments) if len(moments) > 1 else []
    best = min(
        own or moments, key=lambda item: (read.segment(item.start) != here, abs(item.start - at))
    )
    moment: Moment = best.data
    return moment


def _behind(mention: Mention, moments: Sequence[Item]) -> list[Item]:
    """The days between a count of people and the next: "four on Friday, six on Saturday".

    None of them where a day stands before the first count: the others may be told so too.
    """
    counts = [item.start for item in mention.sentence.items if isinstance(item.data, Crowd | Count)]
    at = mention.counted.start
    if len(counts) < 2 or min(counts) > moments[0].start:
        return []
    until = min((start for start in counts if start > at), default=mention.sentence.end)
    behind = [item for item in mention.sentence.items if at < item.start < until]
    leading = takewhile(lambda item: item.among(TELLING) or item in moments, behind)
    return [item for item in leading if item in moments]


def _beside(mention: Mention, said: Said, clause: Earlier, memory: Memory) -> Moment | None:
    """The time of harm in a sentence that tells of something earlier besides."""
    outside = _moment(mention, _outside(said, clause).days)
    if not clause.holds(mention.trigger.start):
        return outside
    own = _moment(mention, [one for one in said.days if clause.holds(one.start)])
    return own or before(outside or memory.moment, clause)


def _confidence(mention: Mention) -> float:
    score = 0.95
    for name, factor in UNSURE.items():
        if getattr(mention, name) or (name == "weak" and mention.trigger.sense.get(name)):
            score *= factor
    return round(score, 2)


def _carries(time: When, published: date | None) -> bool:
    """Whether a time may be that of what was told before it.

    A year, or a month long past, is that of another event, and so is what is no date.
    """
    if time.precision in DAYS or time.reason == "no_published":
        return True
    told = time.end is not None and time.precision is not TimePrecision.YEAR
    return told and published is not None and not older(time, published, LATELY)


def _placed(found: list[Claim], place: Place | None, published: date | None) -> list[Claim]:
    """Give claims before the report's first place and time the first that it says."""
    first: When | None = next((claim.time for claim in found if claim.time is not None), None)
    time = first if first is not None and _carries(first, published) else None

    def change(claim: Claim) -> Claim:
        if claim.place is not None and claim.time is not None:
            return claim
        return replace(claim, place=claim.place or place, time=claim.time or time)

    return rewritten(found, change)
