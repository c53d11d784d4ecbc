"""The country that a text names most."""

from collections import Counter
from functools import cache

from harmledger.locate.fold import plain_words
from harmledger.locate.words import countries


def countries_named(text: str) -> tuple[str, ...]:
    """The name of the country that a text names most, as a hint for its places; at most one.

    Words such as "Israeli" do not count: forces and weapons bear the words of other
    lands than the one they are in, places do not. Empty where the text names no
    country, or two as often.
    """
    votes: Counter[str] = Counter()
    words, (firsts, table) = plain_words(text), _table()
    for at, word in enumerate(words):
        for size in firsts.get(word, ()):
            found = table.get(tuple(words[at : at + size]))
            if found is not None:
                votes[found] += 1
                break
    best = votes.most_common(2)
    if not best or (len(best) == 2 and best[0][1] == best[1][1]):
        return ()
    return (best[0][0],)


Names = dict[tuple[str, ...], str]


@cache
def _table() -> tuple[dict[str, tuple[int, ...]], Names]:
    """Lengths of the names that start with a word, longest first; and each name, as folded
    words, with the country's first name."""
    table: Names = {
        tuple(plain_words(name)): country.names[0]
        for country in countries().values()
        for name in country.names
    }
    sizes: dict[str, set[int]] = {}
    for words in table:
        if words:
            sizes.setdefault(words[0], set()).add(len(words))
    return {word: tuple(sorted(found, reverse=True)) for word, found in sizes.items()}, table
