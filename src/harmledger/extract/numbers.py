"""Numbers, bounds, ranges and vague words, out of words and digits.

The arithmetic is that of every language whose number words add and multiply from left to
right: a unit adds, a scale multiplies what stands before it. Which words are units, scales,
bounds and vague words, and how they combine, is vocabulary.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from harmledger.extract.grammar import Grammar
from harmledger.extract.item import Item, Items, collapse, merged, symbols
from harmledger.extract.script import DIGITS
from harmledger.model import Bound, Count

GROUPED = re.compile(r"\d{1,3}(?:[,٬\u00a0\u202f\u2009]\d{3})+|\d{1,3}(?:\.\d{3})+")
MOST = 10**12
"""Larger than every count of people; what is larger is no count."""


@dataclass(frozen=True, slots=True)
class Cardinal:
    """One number as read, before bounds.

    Attributes:
        value: The number, or None for a vague word without a value ("several").
        vague: Whether its words are vague ("dozens").
    """

    value: int | None
    vague: bool


def cardinals(items: Items, text: str, grammar: Grammar) -> list[Item]:
    """Put one item in place of each number; what is no number stays as it was."""
    spans = []
    for match in grammar.patterns["counts.cardinal"].finditer(symbols(items)):
        left, right = match.span()
        read = cardinal(items[left:right])
        if read is not None:
            single = right - left == 1
            sense = items[left].sense if single else grammar.phrase["CARD",]
            spans.append((left, right, merged(items[left:right], text, sense, read)))
    return collapse(items, spans)


def quantities(items: Items, text: str, grammar: Grammar) -> list[Item]:
    """Put one item in place of each number that counts no one: measures, ages, labels."""
    for rule in grammar.rules["counts.quantities"]:
        spans = [
            (
                match.start(),
                match.end(),
                merged(items[slice(*match.span())], text, grammar.phrase["X",]),
            )
            for match in rule.pattern.finditer(symbols(items))
        ]
        items = collapse(items, spans)
    return list(items)


def counts(items: Items, text: str, grammar: Grammar) -> list[Item]:
    """Put one item in place of each count: a number with its bounds, or a range."""
    string, spans, at = symbols(items), [], 0
    while at < len(items):
        found = _longest(items, string, at, text, grammar)
        if found is None:
            at += 1
            continue
        end, count = found
        spans.append((at, end, merged(items[at:end], text, grammar.phrase["N",], count)))
        at = end
    return collapse(items, spans)


def _longest(
    items: Items, string: str, at: int, text: str, grammar: Grammar
) -> tuple[int, Count] | None:
    """The count that starts at an item, and where it ends; a range before a single number."""
    for name in ("between", "range", "single"):
        match = grammar.patterns[f"counts.{name}"].match(string, at)
        if match is not None:
            count = _count(items, match, text[items[at].start : items[match.end() - 1].end])
            if count is not None:
                return match.end(), count
    return None


def cardinal(items: Items) -> Cardinal | None:
    """Read one number; None where the words make none ("3.5" alone, beyond 10^12)."""
    total: float = 0
    current: float = 0
    vague = counted = False
    for item in items:
        value = _digits(item.text) if item.text[0].isdigit() else item.sense.get("value")
        scale = item.sense.get("scale")
        vague = vague or (scale is None and bool(item.sense.get("vague")))
        if scale is not None and item.sense.get("vague") and not counted:
            return Cardinal(item.sense.get("value"), vague=True)
        if scale is not None:
            # "two thousand" may be one word, with its own value.
            many = value or (current if counted and current else 1)
            current = many * scale
            if scale >= 1000:
                total, current = total + current, 0
            counted = True
        elif value is not None:
            current, counted = current + value, True
        elif item.sense.get("vague") and not counted:
            return Cardinal(None, vague=True)
    whole = total + current
    if not counted or whole != int(whole) or whole > MOST:
        return None
    return Cardinal(int(whole), vague)


def _digits(words: str) -> float | None:
    """The value of digits as written; None where points and commas make no number."""
    plain = words.translate(DIGITS)
    if GROUPED.fullmatch(plain):
        return float(re.sub(r"\D", "", plain))
    return float(plain) if re.fullmatch(r"\d+(?:\.\d{1,2})?", plain) else None


def _count(items: Items, match: re.Match[str], words: str) -> Count | None:
    groups = match.groupdict()
    part = {name: items[match.start(name)] for name, found in groups.items() if found}
    low: Cardinal | None = part["low"].data
    high: Cardinal | None = part["high"].data if "high" in part else None
    if low is None or ("high" in part and high is None):
        return None
    if high is not None:
        if low.value is None or high.value is None or low.vague or high.vague:
            return None
        start = _shared_scale(low.value, high.value)
        if high.value > start:
            return Count(start, high.value, Bound.RANGE, words)
        return None
    held = [part[name].sense.get("bound") for name in ("bound", "after") if name in part]
    if low.vague:
        return Count(low.value, None, Bound.VAGUE, words)
    return _bounded(low.value, held, words)


def _shared_scale(low: int, high: int) -> int:
    """ "2 to 3 million" is two million to three million."""
    for scale in (1_000_000_000, 1_000_000, 1_000):
        if low < 100 and high >= scale and high % scale == 0 and low < high // scale:
            return low * scale
    return low


def _bounded(value: int | None, held: Sequence[str], words: str) -> Count:
    bound = Bound(held[-1]) if held else Bound.EXACT
    if bound is Bound.AT_LEAST:
        return Count(value, None, bound, words)
    if bound is Bound.AT_MOST:
        return Count(None, value, bound, words)
    return Count(value, value, bound, words)
