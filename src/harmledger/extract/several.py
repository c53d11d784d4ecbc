"""Which claims of a report tell of other happenings than its main one."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from harmledger.extract.aside import within
from harmledger.extract.happening import (
    PERIODS,
    Happening,
    Told,
    besides,
    elsewhen,
    opens,
)
from harmledger.extract.opening import (
    day_of,
    first_opening,
    goes_on,
    introduced,
    other_day,
    own_names,
    places,
    quoted,
    several,
)
from harmledger.extract.retold import Counts
from harmledger.extract.scene import Scene
from harmledger.extract.telling import tellings
from harmledger.extract.tokens import Stretch
from harmledger.model import Claim, TimePrecision, When

DAYS = frozenset({TimePrecision.HOUR, TimePrecision.DAY})
"""How finely a day must be told to be another than those told before."""


def others(
    found: Sequence[Claim],
    scenes: Sequence[Scene],
    main: When | None = None,
    asides: Sequence[Stretch] = (),
) -> list[Happening]:
    """Each happening that a report tells of besides its main one, in order.

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
    inside = within(asides)
    for scene, claims in tellings(found, scenes):
        story.tell(story.listing(scene), claims, beside=inside(scene.start))
    return besides(story.main, story.others)


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
        self._there: defaultdict[str, dict[date | None, Happening]] = defaultdict(dict)
        self._days: set[date | None] = set()
        self._named: set[str] = set()
        self._counts = Counts()

    def listing(self, scene: Scene) -> Scene:
        """The scene as an item of a list only where the report has another item."""
        return scene if self._lists else scene._replace(listed=False)

    def tell(self, scene: Scene, claims: Sequence[Claim], *, beside: bool) -> None:
        """Put the claims of a sentence to the happening that it tells of.

        Args:
            beside: It tells of something in passing, and what follows does not go on with that.
        """
        beside = beside or (scene.earlier and bool(self.main.claims))
        one = self._which(scene, claims, beside=beside)
        known = one is self.main or (one is not None and bool(one.claims))
        if one is None or (beside and known):
            return
        if not known:
            self.others.append(one)
        if not one.counted:
            one.wide = scene.wide
            one.many = scene.many or any(words in scene.coarse for words in places(claims))
            one.counted = any(opens(claim) for claim in claims)
        one.claims += claims
        one.titled = one.titled and scene.title
        one.placed = one.placed or bool(own_names(scene, claims))
        self._remember(scene, claims, one)
        self.last = self.last if beside else one

    def _remember(self, scene: Scene, claims: Sequence[Claim], one: Happening) -> None:
        self._named |= scene.mentioned
        for name in {name for words in places(claims) for name in self._names.get(words, ())}:
            told, day = self._there[name], None if one.when is None else one.when.start
            told.pop(day, None)
            told[day] = one
        self._counts.add(claims)
        self._days |= {claim.time.start for claim in claims if claim.time is not None}

    def _which(self, scene: Scene, claims: Sequence[Claim], *, beside: bool) -> Happening | None:
        """The happening that a sentence tells of, perhaps a new one; None where none is said."""
        if not (
            self.main.claims or beside or any(elsewhen(c.time, self.main.when) for c in claims)
        ):
            return self.main
        names = own_names(scene, claims)
        opening = first_opening(claims)
        when = day_of(scene, opening)
        same = self._same(names, when)
        if scene.earlier and self.main.claims:
            known = opening is None or self._counts.hold(claims, nearly=False)
            time = None if opening is None else opening.time
            return (
                same
                if known or same is not None
                else Happening(when=time, past=True, nowhere=not names)
            )
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

    def _same(self, names: Iterable[str], when: When | None) -> Happening | None:
        """What was told of a place: on that day, else last; None where nothing was told of it."""
        there = next((self._there[name] for name in sorted(names) if name in self._there), None)
        if there is None:
            return None
        last = next(reversed(there.values()))
        return last if when is None else there.get(when.start, last)

    def _past(
        self, scene: Scene, claims: Sequence[Claim], when: When | None, same: Happening | None
    ) -> Happening | None:
        """A happening of other days than the main one's: it needs a place and an attack."""
        names = own_names(scene, claims)
        for one in (same, self.last):
            if one is not None and one.past and not elsewhen(when, one.when):
                return one if one is same or not names else None
        fine = when is not None and when.precision in PERIODS
        vague = scene.wide or (scene.title and not scene.listed) or not scene.anew
        vague = vague or not any(opens(claim) for claim in claims)
        placed = self._fresh(names) or (scene.there and not names and not scene.again)
        placed = placed or (bool(names) and scene.anew and not scene.again)
        if not fine or vague or not placed or self._restated(scene, claims):
            return None
        return Happening(when=when, past=True)

    def _opened(
        self, scene: Scene, claims: Sequence[Claim], opening: Claim, last: Happening
    ) -> Told | None:
        """How a sentence tells of another happening; None where it does not."""
        fresh, restated = self._fresh(own_names(scene, claims)), self._restated(scene, claims)
        if scene.apart and (fresh or not restated):
            return Told.APART
        if goes_on(scene, last) or restated:
            return None
        when = day_of(scene, opening)
        if scene.listed and scene.dated and other_day(when, last.when):
            return Told.PLACED
        if self._on_another_day(scene, opening, when):
            return Told.PLACED
        return self._anew(scene, opening) if fresh else None

    def _on_another_day(self, scene: Scene, opening: Claim, when: When | None) -> bool:
        """Whether an attack is told that no sentence before told, on a day that none told of."""
        anew = scene.anew and not scene.again and introduced(scene, opening)
        fine = when is not None and when.precision in DAYS and self.main.when is not None
        return anew and fine and when is not None and when.start not in self._days

    def _anew(self, scene: Scene, opening: Claim) -> Told | None:
        """How a sentence about a place not named before tells of a happening of its own."""
        if not introduced(scene, opening):
            return None
        words = opening.place.words if opening.place is not None else ""
        plain = several(opening) and not quoted(opening) and words not in scene.inner
        struck = Told.NEW if plain and words in scene.struck else None
        if not scene.anew and (scene.again or scene.cared):
            return struck
        if self._headed(scene) or scene.besides or scene.listed:
            return Told.PLACED if scene.anew else Told.NEW
        return Told.NEW if scene.anew and plain else struck

    def _headed(self, scene: Scene) -> bool:
        """Whether a sentence opens with a place not named before."""
        return self._fresh(scene.names.get(scene.place or "", frozenset()))

    def _fresh(self, names: Iterable[str]) -> bool:
        """Whether there are names, and none of them was named before."""
        told = set(names)
        return bool(told) and self._named.isdisjoint(told) and self._there.keys().isdisjoint(told)

    def _restated(self, scene: Scene, claims: Sequence[Claim]) -> bool:
        """Whether a count was told before: the place told now is the same one, more closely.

        Counts of many that differ a little are one count of several sources, unless the sentence
        tells of what was told before besides. In a list nothing is told again, nor behind a
        place not named before that opens a sentence of another attack.
        """
        nearly = not (scene.anew and scene.again)
        own = scene.listed or (self._headed(scene) and scene.anew and not scene.again)
        return not own and self._counts.hold(claims, nearly=nearly)
