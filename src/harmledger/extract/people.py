"""Phrases that count people: how many, and who."""

import re
from dataclasses import dataclass, replace

from harmledger.extract.grammar import Grammar
from harmledger.extract.item import Item, Items, merged
from harmledger.extract.level import Row, level
from harmledger.extract.lexicon import Sense
from harmledger.extract.numbers import portion, rebounded
from harmledger.extract.rules import Rule
from harmledger.model import Bound, Count, Group, People, Status, Unit

KIN = ("PERSON_SG", "PERSON_DU", "PERSON_PL")
TOLLS = (
    *("TOLLNOUN_SG", "TOLLNOUN_DU", "TOLLNOUN_PL"),
    *("REFUGEE_SG", "REFUGEE_DU", "REFUGEE_PL"),
    "CAMPS",
)
"""Classes of words that say by themselves what has befallen the people counted."""
HEADS = ("PERSON_SG", "PERSON_DU", "PERSON_PL", "TOLLNOUN_SG", "TOLLNOUN_PL")
STATUS_BEARERS = (
    "PERSON_SG",
    "PERSON_PL",
    "ACTOR",
    "ARMED",
    "TOLLNOUN_PL",
    "TOLLNOUN_SG",
    "PERSON_DU",
)
BEARING = frozenset(STATUS_BEARERS)

PORTIONS = frozenset({"share", "rest"})
"""Ways to count that take a part of a whole: "a third of the 300", "all but two of the 14"."""
CIVIL = (Status.CIVILIAN, Status.COMBATANT, People.ALL)
ARMS = (Status.COMBATANT, Status.CIVILIAN, People.ALL)
"""A whole's status with a part's that can't lie inside it."""


@dataclass(frozen=True, slots=True)
class Crowd:
    """A count of people as one phrase gives it.

    Attributes:
        rule: Id of the rule that read it; "bare" for a number alone, "family" for a family.
        elided: The noun is left out or is "others"; it stands for one named before.
        guessed: The head noun is a plural that the lexicon does not hold.
        bare: A plural without any number.
        kin: Named by their tie to someone ("his wife").
        measure: What the noun itself says of them ("two dead"), or None.
        parts: Counts inside this one ("including three children").
        out_of: The count this one is taken from ("14 of the 31 pupils"), or None.
    """

    count: Count
    group: Group
    rule: str
    elided: bool = False
    guessed: bool = False
    bare: bool = False
    kin: bool = False
    measure: str | None = None
    parts: tuple[Item, ...] = ()
    out_of: Count | None = None


def people(below: Row, text: str, grammar: Grammar) -> Row:
    """Put one item in place of each phrase that counts people."""

    def build(items: Items, match: re.Match[str], rule: Rule) -> Item | None:
        own = items[slice(*match.span())]
        number, whole = _at(items, match, "n"), _at(items, match, "m")
        if rule.flags["counts"] in PORTIONS and number is not None and whole is not None:
            count = portion(
                number, whole.data, _at(items, match, "b"), text[own[0].start : own[-1].end]
            )
        else:
            count = _count(own, str(rule.flags["counts"]), number)
        if count is None:
            return None
        crowd = _crowd(own, rule, count, _at(items, match, "h"))
        if whole is not None and rule.flags["counts"] == "number":
            crowd = replace(crowd, out_of=whole.data)
        after = _at(items, match, "after")
        if after is not None:
            crowd = replace(crowd, count=rebounded(crowd.count, after.sense.get("bound")))
        return merged(own, text, grammar.phrase[_classes(crowd, rule)], crowd)

    single = level(below, grammar.rules["people.entries"], build)
    return _wholes(_families(single, text, grammar), text, grammar)


def bare(item: Item) -> Crowd:
    """People counted by a number alone; the noun is left out."""
    return Crowd(item.data, Group(), "bare", elided=True)


def _at(items: Items, match: re.Match[str], name: str) -> Item | None:
    if name not in match.re.groupindex or match.start(name) < 0:
        return None
    return items[match.start(name)]


def _crowd(items: Items, rule: Rule, count: Count, head: Item | None) -> Crowd:
    return Crowd(
        count,
        _group(items, head),
        rule.id,
        elided=bool(rule.flags.get("elided")),
        guessed=bool(rule.flags.get("guessed")),
        bare=bool(rule.flags.get("bare")),
        kin=bool(rule.flags.get("kin"))
        or items[0].of("POSSDET")
        or bool(head is not None and head.sense.get("kin", *KIN)),
        measure=_measure(items) if rule.flags.get("toll") else None,
    )


def _measure(items: Items) -> str | None:
    """What a noun that counts harm among the words says."""
    found = (item.sense.get("measure", *TOLLS) for item in items)
    return next((measure for measure in found if measure is not None), None)


def _count(items: Items, counts: str, number: Item | None) -> Count | None:
    if counts == "number":
        return number.data if number is not None else None
    if counts == "one":
        return Count(1, 1, Bound.EXACT, items[0].text)
    if counts == "two":
        return Count(2, 2, Bound.EXACT, items[0].text)
    if counts == "couple":
        value = int(items[0].sense.get("value"))
        return Count(value, value, Bound.EXACT, items[0].text)
    return Count(None, None, Bound.VAGUE, items[-1].text)


def _group(items: Items, head: Item | None) -> Group:
    """Who they are: the head noun first, and for status any word beside it where it is silent."""
    others = [item for item in items if item is not head]
    bearers = [item for item in others if not BEARING.isdisjoint(item.sense.classes)]
    status = head.sense.get("status", *_own(head)) if head is not None else None
    if status is None:
        told = [found for item in bearers if (found := item.sense.get("status", *STATUS_BEARERS))]
        adjectives = [item for item in items if item.sense.get("civil")]
        status = "civilian" if adjectives else (told[0] if told else None)
    features = head.sense if head is not None else _telling(items)
    if head is None and status is None:
        status = features.get("status")
    unit = Unit.HOUSEHOLDS if features.get("unit") == "households" else Unit.PEOPLE
    return Group(
        Status(status or "unknown"),
        People(features.get("people") or "all"),
        features.get("role"),
        unit,
    )


def _own(head: Item) -> tuple[str, ...]:
    """The classes that tell a head noun's status: guards counted are people, not a force."""
    people = tuple(name for name in HEADS if head.of(name))
    return people or STATUS_BEARERS


def _telling(items: Items) -> Sense:
    """The word that says who they are where no head noun does ("a family of five")."""
    return next((one.sense for one in items if one.sense.get("status")), items[0].sense)


def _classes(crowd: Crowd, rule: Rule) -> tuple[str, ...]:
    if rule.flags.get("nested"):
        return ("POFTHEM",)
    if crowd.measure is not None:
        if "yields" in rule.flags:
            return ("P", str(rule.flags["yields"]))
        one = ("PONE",) if rule.flags["counts"] == "one" else ()
        return ("PB", "PT") if crowd.bare else ("P", *one, "PT")
    if crowd.bare:
        return ("PB",)
    if crowd.guessed:
        return ("PG",)
    if crowd.kin:
        return ("P", "PKIN")
    return ("P", "PONE") if rule.flags["counts"] == "one" else ("P",)


def _families(below: Row, text: str, grammar: Grammar) -> Row:
    """A family named by its members is one count: "a couple and their infant son" is three."""
    pattern = grammar.pattern("people.family", below.awake)
    if pattern is None:
        return below
    spans = []
    items = below.items
    for match in pattern.finditer(below.string):
        left, right = match.span()
        crowds = [item.data for item in items[left:right] if isinstance(item.data, Crowd)]
        total = _sum(crowds)
        if total is None or any(crowd.group.status is Status.COMBATANT for crowd in crowds):
            continue
        whole = merged(items[left:right], text, grammar.phrase["P",])
        count = replace(total, words=whole.text)
        group = Group(Status.CIVILIAN, People.ALL)
        spans.append((left, right, whole._replace(data=Crowd(count, group, "family", kin=True))))
    return below.put(spans) if spans else below


def _wholes(below: Row, text: str, grammar: Grammar) -> Row:
    """A count with its parts is one phrase: "nine civilians, including three children,"."""
    for rule in grammar.rules["people.parts"].of(below.awake):
        found = (
            _whole(below.items, match, text, grammar)
            for match in rule.pattern.finditer(below.string)
        )
        spans = [span for span in found if span is not None]
        below = below.put(spans) if spans else below
    return below


def _whole(
    items: Items, match: re.Match[str], text: str, grammar: Grammar
) -> tuple[int, int, Item] | None:
    """A whole with those of its parts that it can hold, as items [i, j); None without any."""
    whole, (left, right) = items[match.start()], match.span("p")
    crowd = bare(whole) if whole.of("N") else whole.data
    inside = _inside(crowd, items[left:right])
    if not inside:
        return None
    end = match.end()
    if len(inside) < sum(_counts(item) for item in items[left:right]):
        end = next(i for i in range(left, right) if items[i] is inside[-1]) + 1
    parts = [one for item in inside for one in (item, *_own_parts(item))]
    sense = grammar.phrase[_kept(whole)]
    data = replace(crowd, parts=(*crowd.parts, *parts))
    return match.start(), end, merged(items[match.start() : end], text, sense, data)


def _inside(crowd: Crowd, items: Items) -> list[Item]:
    """The first of the counts that fit into a whole: soldiers don't into civilians, 16 into six."""
    inside: list[Item] = []
    room = crowd.count.high
    for item in items:
        if not _counts(item):
            continue
        part = bare(item) if item.of("N") else item.data
        kinds = (crowd.group.status, part.group.status, part.group.people)
        if kinds in (CIVIL, ARMS):
            break
        if part.group.unit is crowd.group.unit and _over(part.count.low, room):
            break
        if room is not None and part.group.unit is crowd.group.unit:
            room -= part.count.low or 0
        inside.append(item)
    return inside


def _over(part: int | None, room: int | None) -> bool:
    return part is not None and room is not None and part > room


def _own_parts(item: Item) -> tuple[Item, ...]:
    return item.data.parts if isinstance(item.data, Crowd) else ()


def _counts(item: Item) -> bool:
    return item.of("N") or isinstance(item.data, Crowd)


def _kept(whole: Item) -> tuple[str, ...]:
    """The phrase classes of a whole with its parts."""
    if whole.of("PB"):
        return ("PB",)
    return ("PG",) if whole.of("PG") else ("P",)


def _sum(crowds: list[Crowd]) -> Count | None:
    ends = [(crowd.count.low, crowd.count.high) for crowd in crowds]
    if any(low is None or low != high for low, high in ends):
        return None
    total = sum(low for low, _ in ends if low is not None)
    return Count(total, total, Bound.EXACT, "")
