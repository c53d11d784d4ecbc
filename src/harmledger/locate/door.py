"""A reading in, the same reading with its places located out."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from harmledger.locate.choose import choose
from harmledger.locate.gazetteer.index import Gazetteer
from harmledger.locate.placing import place
from harmledger.model import Account, Claim, Place, Reading


def locate(reading: Reading, gazetteer: Gazetteer, *, hints: Sequence[str] = ()) -> Reading:
    """Find where each claim and account of a reading is.

    Only the words of its places and the hints are read, so that locating twice changes nothing,
    and neither order nor number of claims decides what a place means.

    Args:
        hints: Other place words of the report, such as its dateline; they help to choose.
    """
    own = () if reading.place is None else (reading.place.words,)
    words = frozenset((*_words(reading.claims), *_words(reading.accounts), *own, *hints))
    chosen = choose(words - {""}, gazetteer)
    found: dict[str, Place] = {}

    def located(old: Place | None) -> Place | None:
        if old is None:
            return None
        if old.words not in found:
            found[old.words] = place(old.words, chosen.get(old.words), gazetteer)
        return found[old.words]

    return replace(
        reading,
        claims=tuple(replace(one, place=located(one.place)) for one in reading.claims),
        accounts=tuple(replace(one, place=located(one.place)) for one in reading.accounts),
        place=located(reading.place),
    )


def _words(items: Iterable[Claim | Account]) -> Iterable[str]:
    return (item.place.words for item in items if item.place is not None)
