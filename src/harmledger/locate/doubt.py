"""Places too unsure for a project: sent to a person, with what was weighed."""

from collections.abc import Iterator

from harmledger.model import Place, PlacePrecision, Reading, SetAside

STAGE = "locate"
SHOWN = 3  # candidates; a person seldom wavers between more


def doubts(reading: Reading, sure: float) -> Iterator[SetAside]:
    """Places of accounts that are not known, or less sure than a project wants them.

    The reading keeps its places: they are told to be looked at, not taken away.

    Args:
        sure: Score from which on a place needs no look; docs/reference/places.md says how often
            places of a score are right.
    """
    for account in reading.accounts:
        place = account.place
        if place is None or (place.score is None and place.precision is not PlacePrecision.NONE):
            continue  # nothing is said, or coordinates were given
        if place.precision is PlacePrecision.NONE:
            why = f"no gazetteer knows {place.words!r}"
            yield SetAside(account.account_id, STAGE, "no_match", why)
        elif (place.score or 0.0) < sure:
            yield SetAside(account.account_id, STAGE, "unsure_place", _weighed(place, sure))


def _weighed(place: Place, sure: float) -> str:
    others = [
        f"{one.name} ({one.id}, {one.score:.2f})"
        for one in place.candidates[:SHOWN]
        if one.id != place.id
    ]
    beside = f"; beside it stood {', '.join(others)}" if others else ""
    return (
        f"{place.words!r} was taken for {place.name} ({place.id}) with a score of "
        f"{place.score:.2f}, below {sure:g}{beside}"
    )
