"""What a pattern can't match without, so that most rules are never tried on a sentence."""

import re
from collections.abc import Callable, Sequence

from harmledger.extract.symbols import parts

Need = frozenset[str]
"""Symbols of which a string must hold one."""
OPTIONAL = re.compile(r"[?*]|\{0?,\d*\}|\{0\}")


def needs(pattern: str, members: Callable[[str], str]) -> tuple[Need, ...]:
    """The sets of symbols of each of which every match holds one, the smallest first.

    What is optional, negated or left open needs nothing; of alternatives one must stand, so
    that their smallest needs count together.

    Args:
        pattern: Over classes, its pieces expanded.
        members: The symbols of a class's items, or of a word's that stands as "=word".
    """
    found, _ = _alternatives(parts(pattern), 0, members)
    return tuple(sorted(set(found), key=lambda need: (len(need), sorted(need))))


def _alternatives(
    tokens: Sequence[re.Match[str]], at: int, members: Callable[[str], str]
) -> tuple[list[Need], int]:
    """The needs of `a|b|c` up to its closing bracket or the end, and where that is."""
    branches: list[list[Need]] = [[]]
    while at < len(tokens) and tokens[at]["operator"] != ")":
        if tokens[at]["operator"] == "|":
            branches.append([])
            at += 1
            continue
        own, at = _atom(tokens, at, members)
        optional = at < len(tokens) and OPTIONAL.fullmatch(tokens[at]["operator"] or "")
        if not optional:
            branches[-1] += own
    if len(branches) == 1:
        return branches[0], at
    if not all(branches):
        return [], at
    return [frozenset().union(*(min(branch, key=len) for branch in branches))], at


def _atom(
    tokens: Sequence[re.Match[str]], at: int, members: Callable[[str], str]
) -> tuple[list[Need], int]:
    """The needs of one class, word, set or group, and the place behind it."""
    token = tokens[at]
    operator = token["operator"]
    if token["name"] or token["word"]:
        return [one_class(token, members)], at + 1
    if operator == "[":
        need, end = class_set(tokens, at, members)
        return ([] if need is None else [need]), end
    if token["group"] or (operator or "").startswith("("):
        own, end = _alternatives(tokens, at + 1, members)
        return ([] if operator in ("(?!", "(?<!") else own), end + 1
    return [], at + 1


def class_set(
    tokens: Sequence[re.Match[str]], at: int, members: Callable[[str], str]
) -> tuple[Need | None, int]:
    """The symbols of the set `[...]` whose bracket stands there, and the place behind it.

    None where it is negated; one that is left open ends with the pattern, and does not compile.
    """
    negated = tokens[at + 1]["operator"] == "^" if at + 1 < len(tokens) else False
    closed = (i for i in range(at, len(tokens)) if tokens[i]["operator"] == "]")
    end = next(closed, len(tokens))
    named = [token for token in tokens[at:end] if token["name"] or token["word"]]
    found = frozenset().union(*(one_class(token, members) for token in named))
    return (None if negated else found), end + 1


def one_class(token: re.Match[str], members: Callable[[str], str]) -> Need:
    """The symbols of a class or of a word as it stands."""
    return frozenset(members(token["name"] or f"={token['word']}"))
