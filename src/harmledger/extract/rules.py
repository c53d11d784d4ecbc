"""Rules in their order, and which of them the words of a sentence awake."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from harmledger.extract.needs import Need

LAYERS = 4
"""Needs of a rule that are looked at, its smallest first: further ones rule hardly any out."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One pattern with what it says.

    Attributes:
        pattern: Compiled over the symbols of a sentence.
        flags: The vocabulary entry's other keys.
        trigger: The classes that the group t names, in its order: of a word with several
            senses the pattern means the first of these.
        needs: Sets of symbols, of each of which a string must hold one for a match.
    """

    id: str
    pattern: re.Pattern[str]
    flags: Mapping[str, Any]
    trigger: tuple[str, ...] = ()
    needs: tuple[Need, ...] = ()


class Index:
    """The rules of a grammar by the symbols that awake them.

    A rule is one bit of a number. All bits stand `LAYERS` times side by side, once for each of
    a rule's needs; a symbol's number has the bits of the needs that it meets. The numbers of a
    sentence's symbols, put together, tell which rules have all of their needs met.

    Attributes:
        nothing: The needs met where there are no symbols.
        beyond: A bit that no need has.
    """

    __slots__ = ("_bits", "_width", "beyond", "nothing")

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._width = len(rules)
        self.nothing = 0
        self.beyond = 1 << (LAYERS * self._width)
        self._bits: dict[str, int] = {}
        for number, rule in enumerate(rules):
            for layer in range(LAYERS):
                bit = 1 << (layer * self._width + number)
                if layer >= len(rule.needs):
                    self.nothing |= bit
                    continue
                for symbol in rule.needs[layer]:
                    self._bits[symbol] = self._bits.get(symbol, 0) | bit

    def met(self, symbols: Iterable[str], before: int) -> int:
        """The needs that symbols meet, with those met before; `nothing` meets none."""
        bits = self._bits
        for symbol in symbols:
            if symbol in bits:
                before |= bits[symbol]
        return before

    def layer(self, rules: int, layer: int) -> int:
        """The bits of one need of rules, counted from 0."""
        return rules << (layer * self._width)

    def unlayered(self, met: int, layer: int) -> int:
        """The rules one need of which is met."""
        return met >> (layer * self._width)

    def awake(self, met: int) -> int:
        """The rules all of whose needs are met, one bit each."""
        found = met
        for _ in range(LAYERS - 1):
            met >>= self._width
            found &= met
        return found


class Rules:
    """Some of a grammar's rules, in their order."""

    __slots__ = ("_all", "_first", "_mask")

    def __init__(self, rules: Sequence[Rule], first: int) -> None:
        """Take rules that stand one behind the other in an index from number `first`."""
        self._all = tuple(rules)
        self._first = first
        self._mask = (1 << len(rules)) - 1

    def __iter__(self) -> Iterator[Rule]:
        return iter(self._all)

    def __getitem__(self, number: int) -> Rule:
        return self._all[number]

    def bits(self, chosen: Iterable[bool]) -> int:
        """The bits of some of them, told for each in order."""
        return sum(1 << (self._first + number) for number, one in enumerate(chosen) if one)

    def following(self, awake: int, start: int) -> int:
        """The first rule from number `start` on that is awake; -1 where there is none."""
        found = ((awake >> self._first) & self._mask) >> start
        return start + (found & -found).bit_length() - 1 if found else -1

    def of(self, awake: int) -> Iterator[Rule]:
        """Those that are awake, in their order."""
        found = (awake >> self._first) & self._mask
        while found:
            last = found & -found
            yield self._all[last.bit_length() - 1]
            found ^= last


def indexed(lists: Mapping[str, Sequence[Rule]]) -> tuple[Index, dict[str, Rules]]:
    """One index over lists of rules, and each list by its name."""
    index = Index([rule for rules in lists.values() for rule in rules])
    found, first = {}, 0
    for name, rules in lists.items():
        found[name] = Rules(rules, first)
        first += len(rules)
    return index, found
