"""Which agencies a text credits: "(AFP)", "told Reuters", "نقلا عن وكالة سانا"."""

import re
from functools import cache

from harmledger.vocab.load import entries

FILE = "linking/agencies.yml"
KNOWS = frozenset({"names", "before", "after"})


@cache
def _rules() -> tuple[re.Pattern[str], dict[str, str]]:
    """The pattern that finds a credit, and the agency of each of its spellings.

    Raises:
        VocabularyError: The file has an unknown or missing key.
    """
    found = entries(FILE, knows=KNOWS, needs=frozenset())
    agency = {name: one.says for one in found for name in one.body.get("names", ())}
    before = _any(cue for one in found for cue in one.body.get("before", ()))
    after = _any(cue for one in found for cue in one.body.get("after", ()))
    name = _any(agency)
    pattern = rf"(?<!\w)(?:{before})\s*(?P<cued>{name})(?!\w)|(?<!\w)(?P<cueing>{name})(?:{after})"
    return re.compile(pattern), agency


def _any(words: object) -> str:
    listed = sorted(map(str, words), key=lambda one: (-len(one), one))  # type: ignore[call-overload]
    return "|".join(re.escape(one).replace(r"\ ", r"\s+") for one in listed)


@cache
def _telling_words(in_ascii: bool) -> frozenset[str]:
    """Of each spelling its longest word: a text without any of them credits nobody.

    Args:
        in_ascii: Leave out the words that no text in ASCII holds.
    """
    words = (max(name.split(), key=len) for name in _rules()[1])
    return frozenset(word for word in words if word.isascii() or not in_ascii)


def credited(text: str) -> frozenset[str]:
    """The agencies that the text credits, each under one name however it is spelled."""
    pattern, agency = _rules()
    if not any(map(text.__contains__, _telling_words(text.isascii()))):
        return frozenset()  # as most texts: to look for plain words takes a tenth of the time
    found = (one["cued"] or one["cueing"] for one in pattern.finditer(text))
    return frozenset(agency[" ".join(name.split())] for name in found)
