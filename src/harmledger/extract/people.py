"""Phrases that count people: how many, and who."""

import re
from dataclasses import dataclass, replace

from harmledger.extract.grammar import Grammar, Rule
from harmledger.extract.item import Item, Items, collapse, merged, symbols
from harmledger.extract.level import level
from harmledger.extract.lexicon import Sense
from harmledger.extract.numbers import rebounded
from harmledger.model import Bound, Count, Group, People, Status, Unit

KIN = ("PERSON_SG", "PERSON_DU", "PERSON_PL")
TOLLS = (
    *("TOLLNOUN_SG", "TOLLNOUN_DU", "TOLLNOUN_PL"),
    *("REFUGEE_SG", "REFUGEE_DU", "REFUGEE_PL"),
    "CAMPS",
)
"""Classes of words that say by themselves what has befallen the people counted."""
STATUS_BEARERS = (
    "PERSON_SG",
    "PERSON_PL",
    "ACTOR",
    "ARMED",
    "TOLLNOUN_PL",
    "TOLLNOUN_SG",
    "PERSON_DU",
)


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


def people(items: Items, text: str, grammar: Grammar) -> list[Item]:
    """Put one item in place of each phrase that counts people."""

    def build(items: Items, match: re.Match[str], rule: Rule) -> Item | None:
        own = items[slice(*match.span())]
        crowd = _crowd(own, rule, _at(items, match, "n"), _at(items, match, "h"))
        if crowd is None:
            return None
        whole = _at(items, match, "m")
        if whole is not None:
            crowd = replace(crowd, out_of=whole.data)
        after = _at(items, match, "after")
        if after is not None:
            crowd = replace(crowd, count=rebounded(crowd.count, after.sense.get("bound")))
        return merged(own, text, grammar.phrase[_classes(crowd, rule)], crowd)

    single = level(items, grammar.rules["people.entries"], build)
    return _wholes(_families(single, text, grammar), text, grammar)


def bare(item: Item) -> Crowd:
    """People counted by a number alone; the noun is left out."""
    return Crowd(item.data, Group(), "bare", elided=True)


def _at(items: Items, match: re.Match[str], name: str) -> Item | None:
    found = match.groupdict().get(name)
    return items[match.start(name)] if found else None


def _crowd(items: Items, rule: Rule, number: Item | None, head: Item | None) -> Crowd | None:
    count = _count(items, str(rule.flags["counts"]), number)
    if count is None:
        return None
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
    bearers = [item for item in items if any(item.of(name) for name in STATUS_BEARERS)]
    status = head.sense.get("status", *STATUS_BEARERS) if head is not None else None
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


def _families(items: Items, text: str, grammar: Grammar) -> list[Item]:
    """A family named by its members is one count: "a couple and their infant son" is three."""
    pattern = grammar.patterns["people.family"]
    spans = []
    for match in pattern.finditer(symbols(items)):
        left, right = match.span()
        crowds = [item.data for item in items[left:right] if isinstance(item.data, Crowd)]
        total = _sum(crowds)
        if total is None:
            continue
        whole = merged(items[left:right], text, grammar.phrase["P",])
        count = replace(total, words=whole.text)
        group = Group(Status.CIVILIAN, People.ALL)
        spans.append((left, right, replace(whole, data=Crowd(count, group, "family", kin=True))))
    return collapse(items, spans)


def _wholes(items: Items, text: str, grammar: Grammar) -> list[Item]:
    """A count with its parts is one phrase: "nine civilians, including three children,"."""

    def build(items: Items, match: re.Match[str], rule: Rule) -> Item:
        whole, inner = items[match.start()], items[slice(*match.span("p"))]
        crowd = bare(whole) if whole.of("N") else whole.data
        parts = (*crowd.parts, *(item for item in inner if _counts(item)))
        sense = grammar.phrase[_kept(whole)]
        return merged(items[slice(*match.span())], text, sense, replace(crowd, parts=parts))

    return level(items, grammar.rules["people.parts"], build)


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
