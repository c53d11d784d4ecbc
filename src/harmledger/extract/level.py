"""One level of the cascade: rules that put single items in place of several."""

import re
from collections.abc import Callable, Iterable

from harmledger.extract.grammar import Rule
from harmledger.extract.item import Item, Items, collapse, symbols

Build = Callable[[Items, re.Match[str], Rule], Item | None]


def level(items: Items, rules: Iterable[Rule], build: Build) -> list[Item]:
    """Apply rules in their order, each to what the ones before it left.

    Args:
        build: Makes the item for a match of a rule, or None where nothing is to be
            put in its place.
    """
    string = symbols(items)
    for rule in rules:
        spans = [
            (match.start(), match.end(), item)
            for match in rule.pattern.finditer(string)
            if (item := build(items, match, rule)) is not None
        ]
        if spans:
            items = collapse(items, spans)
            string = symbols(items)
    return list(items)
