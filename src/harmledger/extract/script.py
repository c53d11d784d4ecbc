"""How a language writes words: letters that match as one, words written together, endings."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")


@dataclass(frozen=True, slots=True)
class Clitic:
    """A word that is written together with the next.

    Attributes:
        written: Letters that stand before the rest of the word.
        alone: The word they are, as the lexicon holds it.
        rest: Letters that they have swallowed of the rest: "لل" is "ل" and "ال".
        order: One may follow only those of a lower order.
        least: Letters that must follow.
        shown: How it is written where it can't be a letter of the word itself, or None.
    """

    written: str
    alone: str
    rest: str = ""
    order: int = 1
    least: int = 2
    shown: re.Pattern[str] | None = None


@dataclass(frozen=True, slots=True)
class Affix:
    """An article or ending that leaves a word what it is.

    Attributes:
        adds: Class that the word has beside its own.
    """

    pattern: re.Pattern[str]
    to: str
    adds: str


@dataclass(frozen=True, slots=True)
class Script:
    """The writing of one language; without any entries words match in lower case as they stand.

    Attributes:
        folds: Characters and what they match as; None where they are left out.
        clitics: Tried in this order.
        affixes: Tried in this order.
        article: Letters that words inside a phrase may bear besides, or "".
        ignored: Marks that part nothing, or None.
    """

    folds: Mapping[int, str | None] = field(default_factory=dict)
    clitics: tuple[Clitic, ...] = ()
    affixes: tuple[Affix, ...] = ()
    article: str = ""
    ignored: re.Pattern[str] | None = None

    @property
    def joins(self) -> bool:
        """Whether words of this script need more than lower case to be found."""
        return bool(self.folds or self.clitics)

    def fold(self, word: str) -> str:
        """The form under which a word is looked up; a single mark is itself."""
        if not self.folds:
            return word.lower()
        if word[0].isdigit():
            return word.translate(DIGITS)
        return word.lower().translate(self.folds) if len(word) > 1 or word.isalpha() else word

    def fold_letter(self, letter: str) -> str:
        """One letter as it is looked up inside a word; "" where it is left out."""
        return letter.lower().translate(self.folds)


def _clitic(body: Mapping[str, Any]) -> Clitic:
    shown = body.get("shown")
    return Clitic(**{**body, "shown": None if shown is None else re.compile(shown)})


def script(rules: Mapping[str, Any]) -> Script:
    """The script as `inflection.yml` describes it; every key may be absent."""
    folds: dict[int, str | None] = {
        ord(char): target or None
        for chars, target in (rules.get("folds") or {}).items()
        for char in chars
    }
    ignored = rules.get("ignored")
    return Script(
        folds,
        tuple(_clitic(one) for one in rules.get("clitics") or ()),
        tuple(
            Affix(re.compile(one["pattern"]), one.get("to", ""), one["adds"])
            for one in rules.get("affixes") or ()
        ),
        rules.get("article", ""),
        None if ignored is None else re.compile(ignored),
    )
