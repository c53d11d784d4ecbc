"""What a match of a pattern may begin with, so that it is tried nowhere else.

The engine tries each alternative at each item of a sentence; one look at the item spares most.
"""

from collections.abc import Callable, Sequence
from re import Match
from typing import NamedTuple

from harmledger.extract.needs import OPTIONAL, class_set, one_class
from harmledger.extract.symbols import parts

ASSERTIONS = frozenset({"(?=", "(?!", "(?<=", "(?<!"})
"""Operators that take no item."""


class Start(NamedTuple):
    """What a part of a pattern may begin with.

    Attributes:
        symbols: None where it may be any.
        passed: It may take no item, so that what follows it may be first too.
        end: The place behind it.
    """

    symbols: frozenset[str] | None
    passed: bool
    end: int


def first(pattern: str, members: Callable[[str], str]) -> frozenset[str] | None:
    """The symbols of which every match begins with one; None where it may begin with any.

    Args:
        pattern: Over classes, its pieces expanded.
        members: The symbols of a class's items, or of a word's that stands as "=word".
    """
    tokens = parts(pattern)
    found = _alternatives(tokens, 0, members)
    unclear = found.passed or found.end < len(tokens)  # a bracket too many: compiling it says so
    return None if unclear else found.symbols


def _alternatives(tokens: Sequence[Match[str]], at: int, members: Callable[[str], str]) -> Start:
    """What `a|b|c` up to its closing bracket or the end may begin with; `end` is the bracket."""
    branches = [_sequence(tokens, at, members)]
    while branches[-1].end < len(tokens) and tokens[branches[-1].end]["operator"] == "|":
        branches.append(_sequence(tokens, branches[-1].end + 1, members))
    passed = any(one.passed for one in branches)
    return Start(_either([one.symbols for one in branches]), passed, branches[-1].end)


def _sequence(tokens: Sequence[Match[str]], at: int, members: Callable[[str], str]) -> Start:
    """What a branch may begin with; `end` is the "|" or ")" behind it, or the end."""
    symbols: frozenset[str] | None = frozenset()
    passed = True
    while at < len(tokens) and tokens[at]["operator"] not in ("|", ")"):
        own = _atom(tokens, at, members)
        if passed:
            symbols, passed = _either([symbols, own.symbols]), own.passed
        at = own.end
    return Start(symbols, passed, at)


def _atom(tokens: Sequence[Match[str]], at: int, members: Callable[[str], str]) -> Start:
    """What one class, word, set or group with what counts it may begin with."""
    token = tokens[at]
    operator = token["operator"] or ""
    if token["name"] or token["word"]:
        own = Start(one_class(token, members), False, at + 1)
    elif operator == "[":
        found, end = class_set(tokens, at, members)
        own = Start(found, False, end)
    elif token["group"] or operator.startswith("("):
        inside = _alternatives(tokens, at + 1, members)
        taken = inside._replace(end=inside.end + 1)
        own = Start(frozenset(), True, taken.end) if operator in ASSERTIONS else taken
    else:
        own = Start(None if operator == "." else frozenset(), operator != ".", at + 1)
    behind = tokens[own.end]["operator"] if own.end < len(tokens) else None
    return own._replace(passed=True) if OPTIONAL.fullmatch(behind or "") else own


def _either(found: Sequence[frozenset[str] | None]) -> frozenset[str] | None:
    return None if None in found else frozenset().union(*(one for one in found if one is not None))
