"""Numbers of things that are no people: attacks, munitions, dwellings, anything else."""

from dataclasses import dataclass

from harmledger.extract.grammar import Grammar
from harmledger.extract.item import Item, Items, collapse, merged, symbols
from harmledger.model import Bound, Count


@dataclass(frozen=True, slots=True)
class Thing:
    """A count of things.

    Attributes:
        means: Code of the weapon or act counted, or None.
    """

    count: Count
    means: str | None


def things(items: Items, text: str, grammar: Grammar) -> list[Item]:
    """Put one item in place of each number of things."""
    for rule in grammar.rules["things.entries"]:
        name = str(rule.flags["yields"])
        sense = grammar.phrase[("Q",) if name == "Q" else ("Q", name)]
        spans = []
        for match in rule.pattern.finditer(symbols(items)):
            left, right = match.span()
            number, head = items[match.start("n")], items[match.start("h")]
            two = rule.flags.get("counts") == "two"
            count = Count(2, 2, Bound.EXACT, number.text) if two else number.data
            means = [found for item in items[left:right] if (found := item.sense.get("means"))]
            thing = Thing(count, (means[0] if means else head.sense.get("means")))
            spans.append((left, right, merged(items[left:right], text, sense, thing)))
        items = collapse(items, spans)
    return list(items)
