"""Mentions: counts with the measure that the words around them give."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from harmledger.extract.context import Sentence
from harmledger.extract.grammar import Grammar
from harmledger.extract.item import Item
from harmledger.extract.people import Crowd, bare
from harmledger.extract.rules import Rule
from harmledger.extract.things import Thing
from harmledger.model import Bound, Count, Group, Measure, People, Status, Unit

REACH = 9
"""Words on either side of a mention, up to a comma, that can make it no harm ("a drill simulating
40 casualties")."""
COUNTED = frozenset({"N", "P", "PG", "PB", "POFTHEM", "Q_ATTACK", "Q_MUNITION", "Q_HOUSE"})
UNFACT, PLAYED = frozenset({"UNFACT"}), frozenset({"PLAYED"})
"""Classes of words beside which no one came to harm: in any sentence, and where none tells of an
attack.
"""
MAYBE = frozenset({"UNREAL", "MODAL", "IFW"})
"""Classes of words that make what follows possible, wished for or to come."""

MOST_ALONE = 10**9
"""A larger number that is not said to be of people is of money."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One count with its measure, before who, when and where are known.

    Attributes:
        counted: The item that holds the count.
        trigger: The item that names the measure.
        start: First character of the words that carry it.
        end: One past the last.
        rule: Id of the rule that read it; a part has ".part" behind it.
        nested: Inside the count before it.
        inherits: The measure is that of the count before it.
        elided: The noun for who is left out.
        others: Said to be others than those before: fighters' others may be anyone.
        bare: Counted by a plural without any number.
        means: Code of the weapon that the count itself names, or None.
        weak: The trigger says nothing of the outcome.
    """

    sentence: Sentence
    measure: Measure
    count: Count
    group: Group
    counted: Item
    trigger: Item
    start: int
    end: int
    rule: str
    nested: bool = False
    inherits: bool = False
    elided: bool = False
    others: bool = False
    bare: bool = False
    means: str | None = None
    weak: bool = False


def mentions(sentence: Sentence, grammar: Grammar) -> list[Mention]:
    """Every count of harm in a sentence, in the order of the text.

    A count belongs to the first rule that takes it; what is played, asked or supposed is
    none.
    """
    taken: set[int] = set()
    found = []
    for rule in grammar.rules["measures.rules"].of(sentence.awake):
        if rule.pattern.search(sentence.string) is None or not _fits(sentence, rule):
            continue
        for mention in _matches(sentence, rule):
            if mention.counted.start not in taken and not _played(mention):
                taken |= _takes(mention)
                found.append(mention)
    return sorted(found, key=lambda mention: mention.counted.start)


def _fits(sentence: Sentence, rule: Rule) -> bool:
    """Whether a sentence holds what a rule asks for besides its pattern: a class, an act."""
    held = rule.flags.get("holds")
    if held is not None and held not in sentence.classes:
        return False
    return bool(sentence.acts) or not rule.flags.get("needs_act")


def _played(mention: Mention) -> bool:
    """Whether a word beside a mention makes it no harm: a drill, a poll, an illness; a match too,
    where no attack is told: stadiums are shelled.
    """
    sentence = mention.sentence
    silent = UNFACT if sentence.acts else UNFACT | PLAYED
    if silent.isdisjoint(sentence.classes):
        return False
    here = sentence.segment(mention.counted.start)
    near = [item for item in sentence.words if sentence.segment(item.start) == here]
    first = min(mention.start, mention.counted.start)
    before = [item for item in near if item.end <= first][-REACH:]
    inside = [item for item in near if first <= item.start < mention.end]
    after = [item for item in near if item.start >= mention.end][:REACH]
    for words in (reversed(before), inside, after):
        for item in words:
            if item.among(silent):
                return True
            if item.of("COMMA") and words is not inside:
                break
    return False


def _takes(mention: Mention) -> set[int]:
    """The counts that no later rule may take; an explicit none takes all it speaks of."""
    if mention.count.bound is not Bound.NONE:
        return {mention.counted.start}
    items = mention.sentence.items
    return {item.start for item in items if mention.start <= item.start < mention.end}


def _matches(sentence: Sentence, rule: Rule) -> Iterator[Mention]:
    for match in rule.pattern.finditer(sentence.string):
        at = match.start("t") if "t" in match.re.groupindex else -1
        trigger = sentence.items[at if at >= 0 else match.start("n")]
        left, right = match.span("n")
        name = rule.flags.get("measure") or trigger.sense.get("measure", *rule.trigger)
        name = name or _borne(trigger) or _borne(sentence.items[left])
        inherits = bool(rule.flags.get("nested") or rule.flags.get("inherits"))
        if name is None and not inherits:
            continue
        wanted = (rule.flags.get("needs") or {}).get("t")
        if wanted is not None and trigger.sense.get("measure", *rule.trigger) != wanted:
            continue
        if unreal(sentence, min(left, match.start())) or _may_be(sentence, *match.span()):
            continue
        words = sentence.items[match.start() : match.end()]
        span = (words[0].start, words[-1].end)
        if rule.flags.get("none"):
            yield _none(sentence, rule, sentence.items[left], trigger, span, str(name))
            continue
        if any(rule.flags.get(key) for key in ("one", "two", "some")):
            yield _uncounted(sentence, rule, sentence.items[left], trigger, span, str(name))
            continue
        for item in sentence.items[left:right]:
            if not COUNTED.isdisjoint(item.sense.classes):
                mention = _mention(sentence, rule, item, trigger, span, name)
                if mention is None or (rule.flags.get("needs_elided") and not mention.elided):
                    continue
                fighters = mention.group.status is Status.COMBATANT
                if rule.flags.get("needs_fighters") and not fighters:
                    continue
                if "w" in match.re.groupindex and match.start("w") >= 0:
                    who = sentence.items[match.start("w")].data
                    mention = replace(mention, group=who.group)
                yield mention
                yield from _parts(mention)


def _borne(item: Item) -> str | None:
    """What the people counted say themselves of what has befallen them ("two dead")."""
    return item.data.measure if isinstance(item.data, Crowd) else None


def _may_be(sentence: Sentence, start: int, end: int) -> bool:
    """Whether words inside a match make it possible only: "300 could be killed"."""
    if not sentence.possible.isdisjoint(range(start, end)):
        return True
    if "MODAL" not in sentence.classes:
        return False
    inside = pairwise(sentence.items[start:end])
    return any(one.of("MODAL") and not after.of("HAVE") for one, after in inside)


def unreal(sentence: Sentence, at: int) -> bool:
    """Whether a word before an item makes what follows possible, wished for or to come."""
    if not sentence.possible and MAYBE.isdisjoint(sentence.classes):
        return False
    segment = sentence.segment(sentence.items[at].start)
    for index in range(at - 1, -1, -1):
        item = sentence.items[index]
        if sentence.segment(item.start) != segment:
            return False
        if index in sentence.possible:
            return True
        follows = sentence.items[index + 1]
        if not MAYBE.isdisjoint(item.sense.classes) and not follows.of("HAVE"):
            return True
    return False


def _mention(
    sentence: Sentence,
    rule: Rule,
    item: Item,
    trigger: Item,
    span: tuple[int, int],
    name: str | None,
) -> Mention | None:
    data = bare(item) if item.of("N") else item.data
    if item.of("N"):
        if (data.count.low or 0) > MOST_ALONE:
            return None
        data = replace(data, group=_bearers(sentence, item, trigger))
    if isinstance(data, Thing):
        measure = Measure(name or "attacks")
        people = measure in (Measure.DISPLACED, Measure.RETURNED, Measure.DISPLACED_STOCK)
        group = Group(Status.CIVILIAN, unit=Unit.HOUSEHOLDS) if people else Group(unit=None)
        return Mention(
            sentence, measure, data.count, group, item, trigger, *span, rule.id, means=data.means
        )
    if not isinstance(data, Crowd):
        return None
    if rule.flags.get("of_whole") and data.out_of is not None:
        data = replace(data, count=data.out_of)
    return Mention(
        sentence,
        Measure(name or "killed"),
        data.count,
        data.group,
        item,
        trigger,
        *span,
        rule.id,
        nested=bool(rule.flags.get("nested")),
        inherits=name is None,
        elided=data.elided,
        others=data.elided and item.of("P"),
        bare=data.bare,
        weak=bool(trigger.sense.get("weak")),
    )


def _bearers(sentence: Sentence, number: Item, trigger: Item) -> Group:
    """Who a number alone counts, by the words up to its measure: "nine civilian deaths"."""
    between = [
        item for item in sentence.items if number.end <= item.start and item.end <= trigger.end
    ]
    told = [found for item in between if (found := item.sense.get("status"))]
    return Group(Status(told[0])) if told else Group()


def _parts(whole: Mention) -> Iterator[Mention]:
    """The counts inside a count, of the same measure; combatants' children are combatants'."""
    crowd = whole.counted.data
    for item in crowd.parts if isinstance(crowd, Crowd) else ():
        inner = bare(item) if item.of("N") else item.data
        group = inner.group
        if group.status is Status.UNKNOWN or whole.group.status is Status.COMBATANT:
            group = replace(group, status=whole.group.status)
        part = replace(
            whole, counted=item, count=inner.count, group=group, rule=f"{whole.rule}.part"
        )
        yield replace(part, nested=True, elided=False, bare=inner.bare)


def _none(
    sentence: Sentence, rule: Rule, item: Item, trigger: Item, span: tuple[int, int], name: str
) -> Mention:
    count = Count(0, 0, Bound.NONE, item.text)
    return Mention(sentence, Measure(name), count, Group(), item, trigger, *span, rule.id)


def _uncounted(
    sentence: Sentence, rule: Rule, item: Item, trigger: Item, span: tuple[int, int], name: str
) -> Mention:
    size = 1 if rule.flags.get("one") else 2 if rule.flags.get("two") else None
    crowds = [
        crowd
        for other in sentence.items
        if other.end <= item.start and isinstance(crowd := other.data, Crowd)
    ]
    titles = [
        found
        for other in sentence.items
        if span[0] <= other.start < item.start and (found := other.sense.get("status"))
    ]
    before = crowds[-1].group.status if crowds else Status.UNKNOWN
    if size == 1 and titles:
        before = Status(titles[-1])
    words = "" if size == 1 else item.text
    count = Count(size, size, Bound.EXACT if size else Bound.VAGUE, words)
    civilian = size == 1 and not rule.flags.get("unknown")
    group = Group(Status.CIVILIAN if civilian else before, People.ALL)
    return Mention(
        sentence, Measure(name), count, group, item, trigger, *span, rule.id, bare=size is None
    )
