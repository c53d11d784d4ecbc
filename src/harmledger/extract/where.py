"""The words of places in a sentence, and which of them a mention belongs to."""

from collections.abc import Sequence
from typing import NamedTuple

from harmledger.extract.context import Sentence
from harmledger.extract.grammar import Grammar
from harmledger.extract.item import Item
from harmledger.extract.tokens import Stretch
from harmledger.model import SourceKind

ACRONYM = 5
"""Letters of the longest word in capitals that is taken for a body's name and not a place's."""
SAID_AT = 18
"""Code points from a word of harm to the place that it names itself ("killed at Barzan")."""
AIM = 7
"""Items between words of an attack and the place it hit ("a raid on farms in the hills of")."""
STRUCK = frozenset(
    {"AIMED", "ATTACK_SG", "ATTACK_PL", "EXPLOSION_SG", "EXPLOSION_PL", "MEANS", "FIGHTING"}
)
"""Classes of words behind which a place is where an attack hit."""
PARTING = frozenset({"COMMA", "SEMI", "NAMEP", "COLON"})
"""Classes behind which a place is no longer the attack's."""
SOURCES = frozenset({"SRC", "SRC_SG", "SRC_PL"})


class Spot(NamedTuple):
    """The words of a place.

    Attributes:
        start: First character in the report.
        end: One past the last.
        coarse: The words tell a province, a direction or a whole country's part, not a
            town or less.
        beside: It happened next to it ("north of Barzan").
        aside: Only told of: where someone speaks.
        away: Where someone or something is from, or what is flown over.
        struck: Words of an attack stand before it: it is where the attack hit.
        cared: A hospital that speaks is there; `away` too.
    """

    words: str
    start: int
    end: int
    coarse: bool = False
    beside: bool = False
    aside: bool = False
    away: bool = False
    struck: bool = False
    cared: bool = False


def spots(sentence: Sentence, text: str, grammar: Grammar) -> list[Spot]:
    """The place words of a sentence, in order; of two readings the one that opens first wins."""
    found: list[Spot] = []
    taken = 0
    for left, right in _spans(sentence, grammar):
        if left < taken:
            continue
        taken = right
        start, end = sentence.flat[left].start, sentence.flat[right - 1].end
        words = text[start:end].strip(" (,")
        if words.isupper() and len(words) <= ACRONYM:
            continue
        own = sentence.flat[left:right]
        beside, away = _follows(sentence, left, "BESIDE"), _away(sentence, left, right)
        aside = right < len(sentence.flat) and sentence.flat[right].of("SAID")
        struck = not (beside or aside or away) and _struck(sentence, left)
        found.append(Spot(words, start, end, _coarse(own), beside, aside, away, struck))
    return found


def of_hospitals(found: Sequence[Spot], sentence: Sentence, said: Sequence[Stretch]) -> list[Spot]:
    """The places, those of a hospital that speaks told as away: the hurt are brought there.

    Args:
        said: The words of the sentence's sources.
    """
    cared = [item.start for item in sentence.words if _cares(item)]
    spans = [one for one in said if any(one.start <= at < one.end for at in cared)]
    return [
        one._replace(away=True, cared=True)
        if any(each.start <= one.start < each.end for each in spans)
        else one
        for one in found
    ]


def _cares(item: Item) -> bool:
    medical = item.of("PLACETYPE") and item.sense.get("kind", "SRC") == SourceKind.MEDICAL
    return item.of("HOSPITALW") or medical


def _spans(sentence: Sentence, grammar: Grammar) -> list[tuple[int, int]]:
    """Where rules find places, as items [i, j): the first first, of two at once the longer."""
    found = {
        match.span("p")
        for rule in grammar.rules["where.rules"].of(sentence.awake)
        for match in rule.pattern.finditer(sentence.flat_string)
    }
    named = (span for span in found if not _person(sentence, *span))
    return sorted(named, key=lambda span: (span[0], -span[1]))


def nearest(spots: Sequence[Spot], sentence: Sentence, at: int) -> Spot | None:
    """The place a mention at a character belongs to: its clause's nearest, else the sentence's.

    The place that the word of harm itself names comes first, then one that was struck; one
    behind the mention is nearer than one as far before it: English says where after what.
    """
    if not spots:
        return None
    here = sentence.segment(at)

    def distance(spot: Spot) -> tuple[bool, bool, bool, bool, bool, bool, bool, int]:
        gap = spot.start - at if spot.start >= at else 2 * (at - spot.end)
        elsewhere = sentence.segment(spot.start) != here
        told = spot.away, spot.aside, elsewhere
        said = not 0 <= spot.start - at <= SAID_AT
        return *told, said, spot.coarse, spot.beside, not spot.struck, gap

    return min(spots, key=distance)


def _coarse(items: Sequence[Item]) -> bool:
    """Whether the first place of the words is a direction, a province or the like."""
    first = next((i for i, item in enumerate(items) if item.of("NAMEP")), 0)
    own = items[: first + 2]
    types = [item.sense.get("precision") for item in own if item.of("PLACETYPE")]
    if types:
        return types[0] in ("province", "district")
    return any(item.of("DIRECTION") or item.of("WIDEPART") for item in own)


def _away(sentence: Sentence, left: int, right: int) -> bool:
    """Whether something is from a place; what is from a place's attack tells of that place."""
    behind = sentence.flat[right : right + 2]
    attack = any(item.of("ATTACK_SG") or item.of("EXPLOSION_SG") for item in behind)
    return _follows(sentence, left, "AWAY") and not attack


def _follows(sentence: Sentence, left: int, name: str) -> bool:
    """Whether a word of a class stands before a place and its article."""
    return any(item.of(name) for item in _before(sentence, left)[-1:])


def _before(sentence: Sentence, left: int) -> Sequence[Item]:
    """Two words before a place, its article left out."""
    words = sentence.flat[max(0, left - 3) : left]
    return words[:-1][-2:] if words and words[-1].of("THE") else words[-2:]


def _struck(sentence: Sentence, left: int) -> bool:
    """Whether words of an attack stand before a place, with no mark or name between."""
    for item in reversed(sentence.flat[max(0, left - AIM) : left]):
        if item.among(STRUCK):
            return True
        if item.among(PARTING):
            return False
    return False


def _person(sentence: Sentence, left: int, right: int) -> bool:
    """Whether a name is someone's: by a title, a verb of saying or whose kin or aide is told."""
    tied, before = (None, None, *_before(sentence, left))[-2:]
    after = sentence.flat[right] if right < len(sentence.flat) else None
    if before is None or tied is None or not before.of("PLACEPREP"):
        return bool((before and before.of("TITLE")) or (after and after.of("SAID")))
    if before.of("TIE") and (tied.sense.get("kin") or tied.of("AIDE")):
        return True
    return bool(after and after.of("SAID")) and not tied.among(SOURCES)
