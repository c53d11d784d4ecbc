"""Classes of words as single characters, so that a sentence is a short string to match.

A sentence is turned into a string with one character per item (word, number, date,
phrase). Items of the same classes share a character; a class is the set of characters
whose items belong to it. Patterns over classes become ordinary compiled expressions.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from harmledger.model.errors import VocabularyError

FIRST = 0xE000
"""The private use area: no text holds these characters."""
LIMIT = 0xF8FF - 0xE000

PART = re.compile(
    r"\((?P<group>[a-z]+):\s"  # (n: ...) a named group
    r"|(?P<name>[A-Z][A-Z0-9_]*)"  # a class or a piece
    r"|(?P<word>[^\W\d_A-Z]+(?:['’][^\W\d_]+)?)"  # a word as it stands
    r"|(?P<operator>\{\d*,?\d*\}|\(\?[:=!]|\(\?<[=!]|[()|?*+.^$\[\]])"
    r"|(?P<space>\s+)"
)


@dataclass(slots=True)
class Alphabet:
    """Characters for sets of classes, given out as they are first asked for."""

    characters: dict[frozenset[str], str] = field(default_factory=dict)

    def character(self, classes: Iterable[str]) -> str:
        """The one character of items that belong to exactly these classes."""
        key = frozenset(classes)
        if key not in self.characters:
            if len(self.characters) >= LIMIT:
                raise VocabularyError("grammar: too many different sets of word classes")
            self.characters[key] = chr(FIRST + len(self.characters))
        return self.characters[key]

    def members(self, name: str) -> str:
        """Every character whose items belong to a class, as the inside of a set."""
        return "".join(char for key, char in self.characters.items() if name in key)


def literals(pattern: str) -> set[str]:
    """The words that a pattern names as they stand."""
    return {match["word"] for match in parts(pattern) if match["word"]}


def expand(pattern: str, pieces: Mapping[str, str]) -> str:
    """Put each piece's pattern in place of its name, innermost last.

    Raises:
        VocabularyError: Pieces hold each other.
    """
    for _ in range(8):
        grown = re.sub(
            r"\b[A-Z][A-Z0-9_]*\b",
            lambda match: f"(?:{pieces[match[0]]})" if match[0] in pieces else match[0],
            pattern,
        )
        if grown == pattern:
            return pattern
        pattern = grown
    raise VocabularyError(f"grammar: pieces hold each other: {pattern[:80]}")


def compiled(
    pattern: str,
    alphabet: Alphabet,
    known: frozenset[str],
    first: frozenset[str] | None = None,
) -> re.Pattern[str]:
    """Compile a pattern whose pieces are expanded.

    Args:
        alphabet: Must hold every word's character already.
        known: Names of classes; another name is an error.
        first: The characters of which every match begins with one; None where it may be any.

    Raises:
        VocabularyError: An unknown class, or no regular expression.
    """
    out, inside = [], False
    for match in parts(pattern):
        if match["group"]:
            out.append(f"(?P<{match['group']}>")
        elif match["name"] or match["word"]:
            name = match["name"] or f"={match['word']}"
            if match["name"] and name not in known:
                raise VocabularyError(f"grammar: no class {name} in pattern: {pattern[:120]}")
            chars = alphabet.members(name)
            out.append(chars if inside else f"[{chars}]" if chars else "(?!)")
        elif match["operator"]:
            inside = match["operator"] == "[" or (inside and match["operator"] != "]")
            out.append(match["operator"])
    whole = "".join(out)
    try:
        return re.compile(f"(?=[{''.join(sorted(first))}])(?:{whole})" if first else whole)
    except re.error as error:
        raise VocabularyError(f"grammar: pattern does not compile: {pattern}: {error}") from error


def parts(pattern: str) -> list[re.Match[str]]:
    """The names, words and operators of a pattern, in order.

    Raises:
        VocabularyError: Something else stands in it.
    """
    found, at = [], 0
    while at < len(pattern):
        match = PART.match(pattern, at)
        if match is None:
            raise VocabularyError(f"grammar: can't read pattern at {pattern[at : at + 20]!r}")
        if not match["space"]:
            found.append(match)
        at = match.end()
    return found
