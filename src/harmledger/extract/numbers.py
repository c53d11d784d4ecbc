"""Numbers, bounds, ranges and vague words, out of words and digits.

The arithmetic is that of every language whose number words add and multiply from left to
right: a unit adds, a scale multiplies what stands before it. Which words are units, scales,
bounds and vague words, and how they combine, is vocabulary.
"""

import re
from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from harmledger.extract.grammar import Grammar
from harmledger.extract.item import INVISIBLE, Item, Items, merged
from harmledger.extract.level import Row, level
from harmledger.extract.rules import Rule
from harmledger.extract.script import DIGITS
from harmledger.model import Bound, Count

GROUPED = re.compile(r"\d{1,3}(?:[,٬\u00a0\u202f\u2009]\d{3})+|\d{1,3}(?:\.\d{3})+")
COUNTS = ("between", "range", "single")
"""Patterns of counts, in the order in which they are tried, the single number last."""
TENTHS = 10
"""The smallest share that words name; 0.33 stands for a third."""
MOST = 10**15
"""A larger number is no count at all; linking sets aside what is too large for people."""


class Cardinal(NamedTuple):
    """One number as read, before bounds.

    Attributes:
        value: The number, or None for a vague word without a value ("several"); a fraction
            stands only where a scale follows it ("1.2 to 1.5 million").
        vague: Whether its words are vague ("dozens").
        scale: The scale word it ends in, or 1.
    """

    value: float | None
    vague: bool
    scale: int = 1


def cardinals(below: Row, text: str, grammar: Grammar) -> Row:
    """Put one item in place of each number; what is no number stays as it was."""
    items, spans = below.items, []
    pattern = grammar.pattern("counts.cardinal", below.awake)
    for match in () if pattern is None else pattern.finditer(below.string):
        left, right = match.span()
        single = right - left == 1
        parted = not single and "\t" in text[items[left].end : items[right - 1].start]
        read = None if parted else cardinal(items[left:right])
        if read is not None:
            sense = items[left].sense if single else grammar.phrase["CARD",]
            spans.append((left, right, merged(items[left:right], text, sense, read)))
    return below.put(spans) if spans else below


def quantities(below: Row, text: str, grammar: Grammar) -> Row:
    """Put one item in place of each number that counts no one: measures, ages, labels."""
    sense = grammar.phrase["X",]

    def build(items: Items, match: re.Match[str], rule: Rule) -> Item | None:
        own = items[slice(*match.span())]
        apart = rule.flags.get("joined") and _spaced(own)
        return None if apart else merged(own, text, sense)

    return level(below, grammar.rules["counts.quantities"], build)


def _glued(items: Items) -> bool:
    """Whether numbers stand together without a gap: "12-5" is a score or a label where no range."""
    return len(items) > 2 and not _spaced(items)


def _spaced(items: Items) -> bool:
    """Whether anything stands between items that a name writes without a gap ("AK-47")."""
    return any(left.end != right.start for left, right in pairwise(items))


def counts(below: Row, text: str, grammar: Grammar) -> Row:
    """Put one item in place of each count: a number with its bounds, or a range.

    Of those that start at an item a range comes before a single number. What makes no range
    ("between 9 and 3") is no count.
    """
    if not any(isinstance(item.data, Cardinal) for item in below.items):
        return below
    spans = _singles(below, text, grammar)
    spans = _mixed(below, text, grammar) if spans is None else spans
    return below.put(spans) if spans else below


def _singles(below: Row, text: str, grammar: Grammar) -> list[tuple[int, int, Item]] | None:
    """The counts of a sentence that holds single numbers only; None where it holds more."""
    string, items = below.string, below.items
    several = (grammar.pattern(f"counts.{name}", below.awake) for name in COUNTS[:-1])
    if any(pattern is not None and pattern.search(string) for pattern in several):
        return None
    sense, spans = grammar.phrase["N",], []
    for match in grammar.patterns["counts.single"].finditer(string):
        left, right = match.span()
        start, end = items[left].start, items[right - 1].end
        words = text[start:end]
        count = _count(items, match, words)
        if count is None:
            return None
        spans.append((left, right, Item(start, end, words, sense, count)))
    return spans


def _mixed(below: Row, text: str, grammar: Grammar) -> list[tuple[int, int, Item]]:
    """The counts of a sentence, in order: of those ahead the one that starts first."""
    items, string, at = below.items, below.string, 0
    spans: list[tuple[int, int, Item]] = []
    ahead = {name: grammar.patterns[f"counts.{name}"].search(string) for name in COUNTS}
    while any(ahead.values()):
        name, match = min(
            ((name, match) for name, match in ahead.items() if match is not None),
            key=lambda found: found[1].start(),
        )
        left, right = match.span()
        words = text[items[left].start : items[right - 1].end]
        count = _count(items, match, words)
        taken = count is not None or name == "between" or _glued(items[left:right])
        if taken:
            sense = grammar.phrase["N" if count is not None else "X",]
            spans.append((left, right, merged(items[left:right], text, sense, count)))
            at = right
        else:
            at = left + 1
        for other, found in ahead.items():
            if found is not None and found.start() < at and (taken or name == other):
                ahead[other] = grammar.patterns[f"counts.{other}"].search(string, at)
    return spans


def cardinal(items: Items) -> Cardinal | None:
    """Read one number; None where the words make none, or one beyond `MOST`."""
    if len(items) > 1 and items[1].text[0].isdigit():
        return _spaced_digits(items)
    total: float = 0
    current: float = 0
    vague = counted = False
    last = 1
    for item in items:
        value = _digits(item.text) if item.text[0].isdigit() else item.sense.get("value")
        scale = item.sense.get("scale")
        vague = vague or (scale is None and bool(item.sense.get("vague")))
        if scale is not None and item.sense.get("vague") and not counted:
            return Cardinal(item.sense.get("value"), vague=True)
        if scale is not None:
            # "two thousand" may be one word, with its own value.
            alone = None if item.sense.get("vague") else value
            many = alone or (current if counted and current else 1)
            current = round(many * scale, 2)  # 2.01 times 1,000 is a little less in binary
            last = scale
            if scale >= 1000:
                total, current = total + current, 0
            counted = True
        elif value is not None:
            current, counted, last = current + value, True, 1
        elif item.sense.get("vague") and not counted:
            return Cardinal(None, vague=True)
    whole = total + current
    if not counted or whole > MOST:
        return None
    return Cardinal(whole, vague, last)


def _spaced_digits(items: Items) -> Cardinal | None:
    """A number in groups of three digits apart by one space each: "12 500" (ISO 80000-1, 7.3.1).

    None where they stand further apart, as in a table.
    """
    apart = any(right.start - left.end != 1 for left, right in pairwise(items))
    whole = float("".join(item.text.translate(DIGITS) for item in items))
    return None if apart or whole > MOST else Cardinal(whole, vague=False)


def _digits(words: str) -> float | None:
    """The value of digits as written; None where points and commas make no number."""
    plain = INVISIBLE.sub("", words).translate(DIGITS)
    if GROUPED.fullmatch(plain):
        return float(re.sub(r"\D", "", plain))
    return float(plain) if re.fullmatch(r"(?:0|0*[1-9]\d*)(?:\.\d{1,2})?", plain) else None


def _count(items: Items, match: re.Match[str], words: str) -> Count | None:
    part = {name: items[at] for name in match.re.groupindex if (at := match.start(name)) >= 0}
    low: Cardinal | None = part["low"].data
    high: Cardinal | None = part["high"].data if "high" in part else None
    if low is None or ("high" in part and high is None):
        return None
    if high is not None:
        if low.value is None or high.value is None or low.vague or high.vague:
            return None
        ends = _whole(_shared_scale(low, high)), _whole(high.value)
        if ends[0] is None or ends[1] is None or ends[1] <= ends[0]:
            return None
        return Count(*ends, Bound.RANGE, words)
    value = _whole(low.value)
    if value is None and low.value is not None:
        return None
    held = [part[name].sense.get("bound") for name in ("bound", "after") if name in part]
    if low.vague:
        return Count(value, None, Bound.VAGUE, words)
    return _bounded(value, held, words)


def _whole(value: float | None) -> int | None:
    """A number of people: None where it is a fraction of one, or no number."""
    return int(value) if value is not None and value == int(value) else None


def _shared_scale(low: Cardinal, high: Cardinal) -> float:
    """ "2 to 3 million" is two million to three million."""
    if low.value is None or high.value is None:
        return 0
    shared = low.scale == 1 and low.value < high.value / high.scale
    return low.value * high.scale if shared else low.value


def portion(part: Item, whole: Count, bound: Item | None, words: str) -> Count | None:
    """How many a share of a whole are, or those left of it: "a third of the 300", "all but two".

    A share is near unless its words or its whole bind it; it is rounded to whole people.

    Args:
        part: A word that says a share, or the count of those left out.
        whole: Of how many.
        bound: A word before the share that binds it, or None.

    Returns:
        None where the whole is vague or the part is no share of it.
    """
    if whole.low is None or whole.low != whole.high:
        return None
    if isinstance(part.data, Count):
        left_out = part.data
        if left_out.low is None or left_out.low != left_out.high or left_out.low >= whole.low:
            return None
        return Count(whole.low - left_out.low, whole.low - left_out.low, whole.bound, words)
    share = part.sense.get("share")
    if share is None:
        return None
    size = round(whole.low * Fraction(share).limit_denominator(TENTHS))
    held = "about" if bound is None else str(bound.sense.get("bound"))
    return _bounded(size, [held], words)


def rebounded(count: Count, bound: str) -> Count:
    """A count with a bound that stands behind its noun; any other than exact keeps its own."""
    return _bounded(count.low, [bound], count.words) if count.bound is Bound.EXACT else count


def _bounded(value: int | None, held: Sequence[str], words: str) -> Count:
    bound = Bound(held[-1]) if held else Bound.EXACT
    if value == 0:
        return Count(0, 0, Bound.NONE, words)
    if bound is Bound.AT_LEAST:
        return Count(value, None, bound, words)
    if bound is Bound.AT_MOST:
        return Count(None, value, bound, words)
    return Count(value, value, bound, words)
