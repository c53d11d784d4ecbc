"""Numbers of things that are no people: attacks, munitions, dwellings, anything else."""

import re
from dataclasses import dataclass

from harmledger.extract.grammar import Grammar
from harmledger.extract.item import Item, Items, merged
from harmledger.extract.level import Row, level
from harmledger.extract.rules import Rule
from harmledger.model import Bound, Count


@dataclass(frozen=True, slots=True)
class Thing:
    """A count of things.

    Attributes:
        means: Code of the weapon or act counted, or None.
    """

    count: Count
    means: str | None


def things(below: Row, text: str, grammar: Grammar) -> Row:
    """Put one item in place of each number of things."""

    def build(items: Items, match: re.Match[str], rule: Rule) -> Item:
        name = str(rule.flags["yields"])
        sense = grammar.phrase[("Q",) if name == "Q" else ("Q", name)]
        own = items[slice(*match.span())]
        number, head = items[match.start("n")], items[match.start("h")]
        two = rule.flags.get("counts") == "two"
        count = Count(2, 2, Bound.EXACT, number.text) if two else number.data
        means = [found for item in own if (found := item.sense.get("means"))]
        return merged(
            own, text, sense, Thing(count, means[0] if means else head.sense.get("means"))
        )

    return level(below, grammar.rules["things.entries"], build)
