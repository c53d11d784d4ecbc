"""Choose what each phrase of a report means, with every phrase heard for the others."""

from collections.abc import Mapping
from functools import lru_cache

from harmledger.locate.context import Context, context
from harmledger.locate.evidence import distance
from harmledger.locate.fold import key
from harmledger.locate.gazetteer.index import Gazetteer
from harmledger.locate.mentioned import Nations
from harmledger.locate.size import PARTS
from harmledger.locate.survey import Option, survey
from harmledger.locate.weigh import Choice, weigh

REMEMBERED = 65_536  # phrases


def choose(
    phrases: frozenset[str],
    gazetteer: Gazetteer,
    *,
    unheard: frozenset[str] = frozenset(),
    nations: Nations | None = None,
) -> dict[str, Choice]:
    """Choose for every phrase of a report; a phrase without a known name is left out.

    Each phrase is first read alone; then again with what the others were taken to mean. Neither
    depends on the order of the phrases.
    """
    alone = {
        words: choice
        for words in sorted(phrases)
        if (choice := _alone(words, gazetteer)) is not None
    }
    heard = {
        words: choice for words, choice in alone.items() if choice.taken and words not in unheard
    }
    return {
        words: _beside(heard, choice, gazetteer, words, nations) for words, choice in alone.items()
    }


@lru_cache(REMEMBERED)
def _alone(words: str, gazetteer: Gazetteer) -> Choice | None:
    """What a phrase means by itself; None where the gazetteer knows none of its names."""
    options = survey(words, gazetteer)
    return _pick(options, context(())) if options else None


def _beside(
    heard: Mapping[str, Choice],
    alone: Choice,
    gazetteer: Gazetteer,
    words: str,
    nations: Nations | None,
) -> Choice:
    """What a phrase means beside the report's other phrases."""
    own = {key(form) for option in survey(words, gazetteer) for form in option.part.forms}
    others = {
        choice.entry.id: choice for choice in heard.values() if key(choice.option.form) not in own
    }
    if not others and nations is None:
        return alone
    around = context(((one.entry, one.score) for one in others.values()), nations)
    return _pick(survey(words, gazetteer), around)


def _pick(options: tuple[Option, ...], around: Context) -> Choice:
    """The innermost name with an entry that is sure enough, or a later one that lies in it.

    Where none is sure enough, the first name's entries, none of them taken.
    """
    choices = [weigh(option, around) for option in options]
    taken = [choice for choice in choices if choice.taken]
    chosen = taken[0] if taken else choices[0]
    for choice in taken:
        if _narrows(choice, chosen):
            chosen = choice
    return chosen


def _narrows(choice: Choice, wider: Choice) -> bool:
    """Whether a place lies in a wider one that stood before it ("Nineveh, Mosul")."""
    if choice.option.number not in wider.option.part.outer:
        return False
    entry, other = choice.entry, wider.entry
    if other.code is not None:
        return entry.inside(other)
    is_part = entry.precision in PARTS and other.precision not in PARTS
    return is_part and distance(entry, other, limit=other.radius_km) is not None
