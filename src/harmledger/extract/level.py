"""One level of the cascade: rules that put single items in place of several."""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from harmledger.extract.item import Item, Items, symbols
from harmledger.extract.rules import Index, Rule, Rules

Build = Callable[[Items, re.Match[str], Rule], Item | None]


class Row(NamedTuple):
    """The items of a sentence at one level.

    Attributes:
        string: One symbol for each item.
        met: The needs of rules that the sentence's items meet, at this level and those before.
        awake: The rules all of whose needs are met.
    """

    items: Items
    string: str
    met: int
    awake: int
    rules: Index

    def put(self, spans: Sequence[tuple[int, int, Item]]) -> "Row":
        """Put single items in place of the spans [i, j), given in order and not overlapping."""
        items: list[Item] = []
        string, at = [], 0
        for left, right, item in spans:
            items += self.items[at:left]
            items.append(item)
            string += [self.string[at:left], item.sense.symbol]
            at = right
        items += self.items[at:]
        string.append(self.string[at:])
        whole = "".join(string)
        if whole == self.string:
            return self._replace(items=items)
        met = self.rules.met([item.sense.symbol for _, _, item in spans], self.met)
        return Row(items, whole, met, self.rules.awake(met), self.rules)


def row(items: Items, index: Index) -> Row:
    """The first level: the words of a sentence."""
    string = symbols(items)
    met = index.met(string, index.nothing)
    return Row(items, string, met, index.awake(met), index)


def level(below: Row, rules: Rules, build: Build) -> Row:
    """Apply rules in their order, each to what the ones before it left.

    Args:
        build: Makes the item for a match of a rule, or None where nothing is to be
            put in its place.
    """
    at = rules.following(below.awake, 0)
    while at >= 0:
        rule = rules[at]
        spans = [
            (match.start(), match.end(), item)
            for match in rule.pattern.finditer(below.string)
            if (item := build(below.items, match, rule)) is not None
        ]
        if spans:
            below = below.put(spans)
        at = rules.following(below.awake, at + 1)
    return below
