"""Which claims of a report tell of other happenings than its main one."""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from harmledger.extract.happening import (
    OF_INCIDENT,
    PERIODS,
    Happening,
    Told,
    besides,
    elsewhen,
    opens,
)
from harmledger.extract.scene import Scene
from harmledger.extract.tokens import Stretch
from harmledger.model import Bound, Claim, Measure, Polarity, When

MANY = 10
"""People from which on sources that count the same give different numbers."""
NEARLY = 1.5
"""How many times the lesser such number the greater may be."""
QUOTES = frozenset('“”«»"')


def others(
    found: Sequence[Claim],
    scenes: Sequence[Scene],
    main: When | None = None,
    asides: Sequence[Stretch] = (),
) -> list[list[Claim]]:
    """The claims of each happening that a report tells of besides its main one, in order.

    A sentence tells of another happening where it says so ("in a separate attack"), or where it
    names a place not named before and opens with it or names an attack not told of before.
    What a sentence leaves open goes on with what was told last.

    Args:
        found: In the order of the text.
        scenes: Of the sentences that make them, in order.
        main: When the main happening was, or None.
        asides: Where the text tells of something else than what was told last.
    """
    story = Story(scenes, main)
    for scene, claims in _by_scene(found, scenes):
        beside = any(one.start <= scene.start < one.end for one in asides)
        story.tell(story.listing(scene), claims, beside=beside)
    return [one.claims for one in besides(story.main, story.others)]


def _by_scene(
    found: Sequence[Claim], scenes: Sequence[Scene]
) -> Iterator[tuple[Scene, list[Claim]]]:
    """The affirmed claims of one event, by the sentences that make them."""
    starts = [one.start for one in scenes]
    ours = (
        claim
        for claim in found
        if claim.scope.kind in OF_INCIDENT and claim.polarity is Polarity.AFFIRMED
    )
    for at, claims in groupby(ours, lambda one: bisect_right(starts, one.evidence.start) - 1):
        if at >= 0:
            yield scenes[at], list(claims)


class Story:
    """What a report has told so far.

    Attributes:
        main: What is told first.
        others: In the order in which they are first told.
        last: What was told last.
    """

    def __init__(self, scenes: Sequence[Scene], when: When | None) -> None:
        self.main = self.last = Happening(when=when)
        self.others: list[Happening] = []
        self._names = {words: names for one in scenes for words, names in one.names.items()}
        self._lists = sum(one.listed for one in scenes) > 1
        self._there: dict[str, Happening] = {}
        self._named: set[str] = set()
        self._counts: defaultdict[Measure, set[int]] = defaultdict(set)

    def listing(self, scene: Scene) -> Scene:
        """The scene as an item of a list only where the report has another item."""
        return scene if self._lists else scene._replace(listed=False)

    def tell(self, scene: Scene, claims: Sequence[Claim], *, beside: bool) -> None:
        """Put the claims of a sentence to the happening that it tells of.

        Args:
            beside: It tells of something in passing, and what follows does not go on with that.
        """
        known = {self.main, *self.others}
        one = self._which(scene, claims, beside=beside)
        if one is None or (beside and one in known):
            return
        if one not in known:
            self.others.append(one)
        if not one.counted:
            one.wide = scene.wide
            one.many = scene.many or any(words in scene.coarse for words in _places(claims))
            one.counted = any(opens(claim) for claim in claims)
        one.claims += claims
        one.titled = one.titled and scene.title
        one.placed = one.placed or bool(_own(scene, claims))
        self._remember(scene, claims, one)
        self.last = self.last if beside else one

    def _remember(self, scene: Scene, claims: Sequence[Claim], one: Happening) -> None:
        self._named |= scene.mentioned
        for words in _places(claims):
            self._there |= dict.fromkeys(self._names.get(words, ()), one)
        for measure, low in _lows(claims):
            self._counts[measure].add(low)

    def _which(self, scene: Scene, claims: Sequence[Claim], *, beside: bool) -> Happening | None:
        """The happening that a sentence tells of, perhaps a new one; None where none is said."""
        if not (
            self.main.claims or beside or any(elsewhen(c.time, self.main.when) for c in claims)
        ):
            return self.main
        names = _own(scene, claims)
        same = next((self._there[name] for name in sorted(names) if name in self._there), None)
        opening = next((claim for claim in claims if opens(claim)), None)
        when = _day(scene, opening)
        if elsewhen(when, self.main.when):
            return self._past(scene, claims, when, same)
        if self.last.past and when is None and not beside:
            return self.last if not names or same is self.last else None
        last = self.main if self.last.past else self.last
        if opening is None:
            return same or last
        how = self._opened(scene, claims, opening, last)
        if how is None:
            return same or last
        return Happening(when=when or self.main.when, told=how)

    def _past(
        self, scene: Scene, claims: Sequence[Claim], when: When | None, same: Happening | None
    ) -> Happening | None:
        """A happening of other days than the main one's: it needs a place and an attack."""
        names = _own(scene, claims)
        for one in (same, self.last):
            if one is not None and one.past and not elsewhen(when, one.when):
                return one if one is same or not names else None
        fine = when is not None and when.precision in PERIODS
        vague = scene.wide or (scene.title and not scene.listed) or not scene.anew
        vague = vague or not any(opens(claim) for claim in claims)
        placed = self._fresh(names) or (scene.there and not names and not scene.again)
        if not fine or vague or not placed or self._restated(scene, claims):
            return None
        return Happening(when=when, past=True)

    def _opened(
        self, scene: Scene, claims: Sequence[Claim], opening: Claim, last: Happening
    ) -> Told | None:
        """How a sentence tells of another happening; None where it does not."""
        names = _own(scene, claims)
        if scene.apart and (not names or self._fresh(names)):
            return Told.APART
        if _goes_on(scene, last) or self._restated(scene, claims):
            return None
        if scene.listed and scene.dated and _other_day(_day(scene, opening), last.when):
            return Told.PLACED
        return self._anew(scene, opening) if self._fresh(names) else None

    def _anew(self, scene: Scene, opening: Claim) -> Told | None:
        """How a sentence about a place not named before tells of a happening of its own."""
        if not scene.anew and (scene.again or scene.cared):
            return None
        if not _introduced(scene, opening):
            return None
        headed = self._fresh(scene.names.get(scene.place or "", frozenset()))
        if headed or scene.besides or scene.listed:
            return Told.PLACED if scene.anew else Told.NEW
        inner = opening.place is not None and opening.place.words in scene.inner
        plain = _several(opening) and not _quoted(opening) and not inner
        return Told.NEW if scene.anew and plain else None

    def _fresh(self, names: Iterable[str]) -> bool:
        """Whether there are names, and none of them was named before."""
        told = set(names)
        return bool(told) and self._named.isdisjoint(told) and self._there.keys().isdisjoint(told)

    def _restated(self, scene: Scene, claims: Sequence[Claim]) -> bool:
        """Whether a count was told before: the place told now is the same one, more closely.

        Counts of many that differ a little are one count of several sources, unless the sentence
        tells of what was told before besides. In a list nothing is told again.
        """
        nearly = not (scene.anew and scene.again)
        return not scene.listed and any(
            _near(low, before, nearly=nearly)
            for measure, low in _lows(claims)
            for before in self._counts[measure]
        )


def _goes_on(scene: Scene, last: Happening) -> bool:
    """Whether a sentence can't open a happening: a title; the place or count that was lacking."""
    lacking = last.titled or not last.placed or not last.counted
    return not scene.listed and (lacking or scene.title or scene.wide)


def _day(scene: Scene, opening: Claim | None) -> When | None:
    """The day that a sentence itself says: that of its claim, else the first; None without one."""
    own = None if opening is None else opening.time
    return own if own in scene.days else next(iter(scene.days), None)


def _other_day(when: When | None, told: When | None) -> bool:
    """Whether two days are told and differ."""
    return when is not None and told is not None and when.start != told.start


def _several(opening: Claim) -> bool:
    """Whether more than one is counted."""
    return opening.count is not None and (opening.count.low or 0) > 1


def _quoted(opening: Claim) -> bool:
    """Whether a count stands in someone's quoted words: others tell the same happening."""
    words = "" if opening.count is None else opening.count.words
    before = opening.evidence.quote.partition(words)[0] if words else ""
    return sum(mark in QUOTES for mark in before) % 2 == 1


def _introduced(scene: Scene, opening: Claim) -> bool:
    """Whether people are told of for the first time: not "the victim", a name, "dozens"."""
    count = opening.count
    words = [] if count is None or count.bound is Bound.VAGUE else count.words.split()
    return bool(words) and words[0] not in scene.known


def _near(low: int, other: int, *, nearly: bool) -> bool:
    """Whether two counts may be of the same people: alike, or of many and nearly so."""
    less, more = sorted((low, other))
    return less == more or (nearly and less >= MANY and more <= less * NEARLY)


def _lows(claims: Iterable[Claim]) -> Iterator[tuple[Measure, int]]:
    """How many people at least are counted in a sentence, one by one and together."""
    together: Counter[Measure] = Counter()
    for claim in claims:
        if opens(claim) and claim.count is not None and claim.count.low is not None:
            together[claim.measure] += claim.count.low
            yield claim.measure, claim.count.low
    yield from together.items()


def _own(scene: Scene, claims: Sequence[Claim]) -> set[str]:
    """Names of the claims' places that the sentence itself tells."""
    return {name for words in _places(claims) for name in scene.names.get(words, ())}


def _places(claims: Iterable[Claim]) -> Iterator[str]:
    return (claim.place.words for claim in claims if claim.place is not None)
