"""Making the gate of a grammar: what its rules and its lexicon need of a text."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence

from harmledger.extract.beside import Doors
from harmledger.extract.gate import WORD, Gate, Phrase, met_by
from harmledger.extract.lexicon import Lexicon, Sense
from harmledger.extract.rules import LAYERS, Index, Rule, Rules
from harmledger.extract.themes import Themes

NUMERAL = "counts.cardinal"
"""The list of the one rule without which there is no number."""
NUMBERS = frozenset({"CARD", "N"})
CROWDS = frozenset({"P", "PG", "PB", "PONE", "PKIN", "POFTHEM"})
RARE = frozenset({"PT", "PR", "Q_ATTACK", "Q_MUNITION", "Q_HOUSE"})
"""Classes of what the levels read where a text holds its words; the others may be in any text."""


def gate(
    lexicon: Lexicon,
    index: Index,
    phrase: Collection[Sense],
    rules: Mapping[str, Rules],
    doors: Doors,
    themes: Themes,
    letters: re.Pattern[str],
) -> Gate:
    """The gate of one language.

    Args:
        phrase: Senses of what the levels make of several words.
        rules: The grammar's lists of rules by their names.
        doors: Words that open the gate otherwise than their senses say.
        themes: Words of everyday matters.
        letters: Of the language.
    """
    phrases: dict[str, list[Phrase]] = {}
    for starting in lexicon.phrases.values():
        for _, group in starting.by_size:
            for parts, sense in group.items():
                words = frozenset(word for part in parts for word in WORD.findall(part))
                found = met_by(sense, index)
                if words and found:
                    longest = max(words, key=lambda word: (len(word), word))
                    phrases.setdefault(longest, []).append((words, _stretch(parts), found))
    free = [one for one in phrase if (NUMBERS | CROWDS | RARE).isdisjoint(one.classes)]
    numeral = frozenset().union(*(need for rule in rules[NUMERAL] for need in rule.needs))
    shapes = [sense for _, sense in lexicon.shapes if sense.symbol not in numeral]
    marks = [sense for form, sense in lexicon.words.items() if WORD.fullmatch(form) is None]
    makers = [rules["measures.rules"], rules["measures.control"]]
    making = sum(own.bits([_makes(rule) for rule in own]) for own in makers)
    met = index.met({sense.symbol for sense in [*free, *shapes, *marks]}, index.nothing)
    made = tuple(_made(phrase, index, rules))
    wide = met | made[0][1] | made[1][1]
    return Gate(
        lexicon,
        index,
        wide,
        met,
        made,
        making,
        tuple(_keys(making | sum(bits for bits, _ in made[2:]), wide, index)),
        index.beyond,
        doors,
        {longest: tuple(found) for longest, found in phrases.items()},
        themes,
        letters,
    )


def _keys(rules: int, met: int, index: Index) -> Iterable[int]:
    """For each layer of needs, the rules whose first need that is not met stands there."""
    for layer in range(LAYERS):
        unmet = rules & ~index.unlayered(met, layer)
        yield unmet
        rules &= ~unmet


def _stretch(parts: Sequence[str]) -> str:
    """The longest run of a phrase's words between which a text writes but a space."""
    runs, run = [], ""
    for part in parts:
        run = f"{run} {part}".strip() if part.isalpha() else ""
        runs.append(run)
    return max(runs, key=len)


def _made(
    phrase: Collection[Sense], index: Index, rules: Mapping[str, Rules]
) -> Iterable[tuple[int, int]]:
    """The rules that read numbers, people, and each rare class; with the needs that that meets.

    What is made of numbers comes behind them, and what is made of people behind those.
    """
    numbers, crowds = rules[NUMERAL], [rules["people.entries"], rules["people.parts"]]
    plain = [one for one in phrase if RARE.isdisjoint(one.classes)]
    for readers, names in (([numbers], NUMBERS), (crowds, CROWDS)):
        symbols = {one.symbol for one in plain if names & one.classes}
        yield sum(own.bits([True for _ in own]) for own in readers), index.met(symbols, 0)
    readers = [rules["people.entries"], rules["things.entries"]]
    for name in sorted(RARE):
        bits = sum(own.bits([_yields(rule) == name for rule in own]) for own in readers)
        symbols = {one.symbol for one in phrase if name in one.classes}
        yield bits, index.met(symbols, 0)


def _yields(rule: Rule) -> str | None:
    """The class that only rules like this one yield; None where it yields what any text holds."""
    return rule.flags.get("yields") or ("PT" if rule.flags.get("toll") else None)


def _makes(rule: Rule) -> bool:
    """Whether a rule makes a claim without one before it."""
    return not (rule.flags.get("inherits") or rule.flags.get("nested"))
