"""A reading in, the same reading with its places located out."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from harmledger.locate.gazetteer.index import Gazetteer
from harmledger.locate.located import located
from harmledger.locate.told import told
from harmledger.model import Account, Claim, Place, Reading


def locate(
    reading: Reading, gazetteer: Gazetteer, *, text: str = "", hints: Sequence[str] = ()
) -> Reading:
    """Find where each claim and account of a reading is.

    What a place's words mean is chosen beside all other place words of the report; neither the
    order nor the number of its claims matters, and locating twice changes nothing.

    Args:
        text: Of the report. Its other places help to choose, and may stand in, coarser, for
            words that no gazetteer knows.
        hints: Other place words of the report, such as its dateline; they help to choose.
    """
    own = () if reading.place is None else (reading.place.words,)
    words = (*_words(reading.claims), *_words(reading.accounts), *own, *hints)
    known = told(text, words, gazetteer)
    starts = {claim.claim_id: claim.evidence.start for claim in reading.claims}

    def placed(old: Place | None, at: int) -> Place | None:
        return located(known, old, at, gazetteer)

    def begins(account: Account) -> int:
        return min((starts[one] for one in account.claims if one in starts), default=0)

    return replace(
        reading,
        claims=tuple(
            replace(one, place=placed(one.place, one.evidence.start)) for one in reading.claims
        ),
        accounts=tuple(
            replace(one, place=placed(one.place, begins(one))) for one in reading.accounts
        ),
        place=placed(reading.place, 0),
    )


def _words(items: Iterable[Claim | Account]) -> Iterable[str]:
    return (item.place.words for item in items if item.place is not None)
