"""Words of everyday matters: a page full of them is of such a matter, whatever harm it plays on."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from math import inf

from harmledger.extract.script import Clitic, Script
from harmledger.vocab.load import document, entries, listing

KEYS = frozenset({"words"})


@dataclass(frozen=True, slots=True)
class Themes:
    """The words of everyday matters of one language.

    Attributes:
        words: Folded, without what is written together with them.
        least: Different ones that a page of such a matter holds.
        times: How many of them weigh as much as one word of harm.
        length: Code points of a page that weigh as much as one of them.
    """

    words: frozenset[str] = frozenset()
    least: int = 1
    times: int = 1
    length: float = inf
    script: Script = field(default_factory=Script)

    def word(self, form: str) -> str | None:
        """The word of an everyday matter that a folded form is, or None."""
        return next((one for one in _bare(form, self.script) if one in self.words), None)

    def many(self, everyday: int, long: int) -> bool:
        """Whether so many words of everyday matters, on a page so long, may make it one of those.

        Args:
            long: Code points.
        """
        return everyday + long / self.length >= self.least

    def outweigh(self, everyday: int, long: int, harm: int) -> bool:
        """Whether they do on a page that holds so many words of harm."""
        return everyday + long / self.length >= max(self.least, self.times * harm)


def themes(folder: str, script: Script) -> Themes:
    """Load the words of everyday matters from `vocab/<folder>/themes.yml`; none where it is not.

    Raises:
        VocabularyError: An entry is wrong.
    """
    file = f"{folder}/themes.yml"
    if file not in listing(folder):
        return Themes()
    words: set[str] = set()
    for entry in entries(file, knows=KEYS, needs=KEYS):
        for word in entry.body["words"]:
            if not isinstance(word, str) or not word.isalpha():
                raise entry.wrong(f"{word!r} is no single word; quote it, or leave it out")
            words.add(script.fold(word))
    weights = document(file)["weights"]
    return Themes(frozenset(words), weights["least"], weights["times"], weights["length"], script)


def _bare(form: str, script: Script, order: int = 0) -> Iterator[str]:
    """A form, and what is left of it without the words and the article written before it."""
    yield form
    if script.article and form.startswith(script.article):
        yield form.removeprefix(script.article)
    for clitic in script.clitics:
        if clitic.order > order and _clings(form, clitic):
            yield from _bare(clitic.rest + form[len(clitic.written) :], script, clitic.order)


def _clings(form: str, clitic: Clitic) -> bool:
    return form.startswith(clitic.written) and len(form) >= len(clitic.written) + clitic.least
