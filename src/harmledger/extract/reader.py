"""The grammar reader: a report's claims, sentence by sentence."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from harmledger.extract.aside import asides, copies
from harmledger.extract.context import Sentence, sentence, worth_reading
from harmledger.extract.control import control
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
from harmledger.extract.who import Attribution, attributions, resolved, source_of, speaker
from harmledger.model import (
    Claim,
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
PLAYED = 4
"""Different words of sport that make a report one of sport."""
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


@dataclass(frozen=True, slots=True)
class Found:
    """What a reader found in a report.

    Attributes:
        claims: In the order of the text.
        place: Where the event told is, also where no harm is counted; None where not said.
        time: When it was; None where not said.
        asides: Where the text tells of something else.
        tolls: Ids of the rules whose counts are running totals.
    """

    claims: tuple[Claim, ...]
    place: Place | None = None
    time: When | None = None
    asides: tuple[Stretch, ...] = ()
    tolls: frozenset[str] = frozenset()


def found_in(report: Report, grammar: Grammar, others: Sequence[Grammar] = ()) -> Found:
    """Read a report.

    Args:
        grammar: Of the report's language.
        others: Of the languages that sentences of it may be in.
    """
    memory = Memory()
    found: list[Claim] = []
    told: list[Sentence] = []
    for read, own in _sentences(report, grammar, others):
        told.append(read)
        found = _from_next(found, told, report, own)
        found += _claims(read, report, own, memory)
    if _sport(told):
        return Found(())
    if memory.first is None:
        _look_at_head(report, grammar, memory)
    place = None if memory.first is None else Place(memory.first.words)
    time = None if memory.began is None else memory.began.when
    tolls = grammar.tolls.union(*(other.tolls for other in others))
    claims = tuple(_placed(found, place))
    return Found(claims, place, time, asides(report.text, told, grammar), tolls)


def _sport(told: Sequence[Sentence]) -> bool:
    """Whether a report is of sport: several of its words, and no force and no weapon named."""
    words = [item for one in told for item in one.words]
    played = {item.text.lower() for item in words if item.of("SPORTW")}
    if len(played) < PLAYED:
        return False
    return not any(
        item.of("ACTOR") or item.of("MUNITION_SG") or item.of("MUNITION_PL") for item in words
    )


def _look_at_head(report: Report, grammar: Grammar, memory: Memory) -> None:
    """Take place and day from the first sentence of a report that has no word of harm."""
    for number, stretch in enumerate(sentences(report.text[:HEAD], grammar.abbreviations)):
        read = sentence(report.text, stretch, number, grammar, report.published)
        moments = [item for item in read.flat if isinstance(item.data, Moment)]
        _remember(memory, read, (), spots(read, report.text, grammar), moments)
        if memory.first is not None:
            return


def _sentences(
    report: Report, grammar: Grammar, others: Sequence[Grammar]
) -> Iterator[tuple[Sentence, Grammar]]:
    text, before = report.text, False
    again = copies(text)
    for number, stretch in enumerate(sentences(text, grammar.abbreviations)):
        if any(one.start <= stretch.start < one.end for one in again):
            continue
        own = _grammar_of(text[stretch.start : stretch.end], grammar, others)
        worth = worth_reading(text, stretch, own)
        if worth or (before and stretch.end - stretch.start <= TAIL):
            yield sentence(text, stretch, number, own, report.published), own
        before = worth


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
    found: list[Claim] = []
    parts: list[Claim] = []
    told = [one for one in mentions(read, grammar) if not _speaks(one, said)]
    for mention in _wholes_first(_settled(told, memory)):
        claim = _claim(mention, said, places, moments, report, grammar, memory)
        whole = _whole(mention, [*memory.wholes, *(one for one in found if one not in parts)])
        if whole is not None:
            claim = _inside(claim, whole)
        if mention.nested:
            parts.append(claim)
        found.append(claim)
    memory.wholes = [claim for claim in found if claim.group.part_of is None] or memory.wholes
    found += control(read, said, places, moments, report, grammar, memory)
    _remember(memory, read, said, places, moments)
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
        perpetrator=perpetrator(mention, one, denied=held.cue is not None),
        target=None,
        change=None,
        place=None if spot is None else Place(spot.words),
        time=None if moment is None else moment.when,
        evidence=_evidence(mention, held, report, grammar),
        rule=mention.rule,
        confidence=_confidence(mention),
    )
    memory.measures.add(mention.measure)
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
    """The time a mention belongs to: its clause's nearest, the day of a statement left out."""
    read = mention.sentence
    at = mention.trigger.start
    here = read.segment(at)
    own = [item for item in moments if not _of_statement(item, read)]
    if not own:
        return None
    best = min(own, key=lambda item: (read.segment(item.start) != here, abs(item.start - at)))
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
    last = _verb_end(read, max(mention.end, mention.counted.end))
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
    acts = [item for item in read.words if item.sense.get("means") is not None]
    moved = not memory.measures.isdisjoint(LEAVING)
    places = [one for one in places if moved or not one.away]
    if places and (acts or memory.spot is None):
        memory.spot = nearest(places, read, acts[0].start if acts else read.start)
        if memory.first is None or (acts and not memory.acted):
            memory.first, memory.acted = memory.spot, bool(acts)
    own = [item.data for item in moments if not _of_statement(item, read)]
    days = [moment for moment in own if moment.when.start is not None]
    if days:
        memory.moment = days[0]
        memory.began = memory.began or days[0]


def _from_next(
    found: list[Claim], told: Sequence[Sentence], report: Report, grammar: Grammar
) -> list[Claim]:
    """Give the claims of the sentence before the source that this sentence names for them."""
    read, since = told[-1], told[-2].start if len(told) > 1 else 0
    for rule in grammar.rules["attribution.next"]:
        match = rule.pattern.search(read.flat_string)
        if match is not None and found:
            items = read.flat[slice(*match.span("s"))]
            words = report.text[items[0].start : items[-1].end]
            source = source_of(words, items, read.flat[match.start("c")].text)
            return [
                replace(claim, source=source)
                if claim.source is None and claim.evidence.start >= since
                else claim
                for claim in found
            ]
    return found


def _placed(found: list[Claim], place: Place | None) -> list[Claim]:
    """Give claims before the report's first place and time the first that it says.

    A claim's id holds its place: parts follow their whole.
    """
    time: When | None = next((claim.time for claim in found if claim.time is not None), None)
    placed: list[Claim] = []
    ids: dict[str, str] = {}
    for claim in found:
        whole = ids.get(claim.group.part_of or "")
        group = claim.group if whole is None else replace(claim.group, part_of=whole)
        one = replace(claim, place=claim.place or place, time=claim.time or time, group=group)
        ids[claim.claim_id] = one.claim_id
        placed.append(one)
    return placed
