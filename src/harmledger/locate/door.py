"""A reading in, the same reading with its places located out."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
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

    claims = [replace(one, place=placed(one.place, one.evidence.start)) for one in reading.claims]
    # A claim's id names the words of its place, which another place of the report may replace.
    now = {old.claim_id: new.claim_id for old, new in zip(reading.claims, claims, strict=True)}
    return replace(
        reading,
        claims=tuple(_inside(one, now) for one in claims),
        accounts=tuple(
            replace(_told_by(one, now), place=placed(one.place, begins(one)))
            for one in reading.accounts
        ),
        place=placed(reading.place, 0),
    )


def _inside(claim: Claim, now: Mapping[str, str]) -> Claim:
    whole = claim.group.part_of
    if whole is None or now.get(whole, whole) == whole:
        return claim
    return replace(claim, group=replace(claim.group, part_of=now[whole]))


def _told_by(account: Account, now: Mapping[str, str]) -> Account:
    figures = (
        replace(
            one,
            claims=tuple(sorted(_named(one.claims, now))),
            low_claims=tuple(sorted(_named(one.low_claims, now))),
            high_claims=tuple(sorted(_named(one.high_claims, now))),
            best_claims=tuple(sorted(_named(one.best_claims, now))),
        )
        for one in account.figures
    )
    return replace(account, claims=tuple(_named(account.claims, now)), figures=tuple(figures))


def _named(ids: Iterable[str], now: Mapping[str, str]) -> Iterator[str]:
    return (now.get(one, one) for one in ids)


def _words(items: Iterable[Claim | Account]) -> Iterable[str]:
    return (item.place.words for item in items if item.place is not None)
