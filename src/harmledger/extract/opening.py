"""Whether a sentence can open another happening than what was told, by its own words."""

from collections.abc import Iterable, Iterator, Sequence

from harmledger.extract.happening import Happening, opens
from harmledger.extract.scene import Scene
from harmledger.model import Bound, Claim, When

QUOTES = frozenset('“”«»"')


def goes_on(scene: Scene, last: Happening) -> bool:
    """Whether a sentence can't open a happening: a title; the place or count that was lacking."""
    lacking = last.titled or not last.placed or not last.counted
    return not scene.listed and (lacking or scene.title or scene.wide)


def day_of(scene: Scene, opening: Claim | None) -> When | None:
    """The day that a sentence itself says: that of its claim, else the first; None without one."""
    own = None if opening is None else opening.time
    return own if own in scene.days else next(iter(scene.days), None)


def other_day(when: When | None, told: When | None) -> bool:
    """Whether two days are told and differ."""
    return when is not None and told is not None and when.start != told.start


def several(opening: Claim) -> bool:
    """Whether more than one is counted."""
    return opening.count is not None and (opening.count.low or 0) > 1


def quoted(opening: Claim) -> bool:
    """Whether a count stands in someone's quoted words: others tell the same happening."""
    words = "" if opening.count is None else opening.count.words
    before = opening.evidence.quote.partition(words)[0] if words else ""
    return sum(mark in QUOTES for mark in before) % 2 == 1


def introduced(scene: Scene, opening: Claim) -> bool:
    """Whether people are told of for the first time: not "the victim", a name, "dozens"."""
    count = opening.count
    words = [] if count is None or count.bound is Bound.VAGUE else count.words.split()
    return bool(words) and words[0] not in scene.known


def own_names(scene: Scene, claims: Iterable[Claim]) -> set[str]:
    """Names of the claims' places that the sentence itself tells."""
    return {name for words in places(claims) for name in scene.names.get(words, ())}


def places(claims: Iterable[Claim]) -> Iterator[str]:
    """The words of the claims' places, of each claim that has one."""
    return (claim.place.words for claim in claims if claim.place is not None)


def first_opening(claims: Sequence[Claim]) -> Claim | None:
    """The first claim whose harm makes a happening; None where none does."""
    return next((claim for claim in claims if opens(claim)), None)
