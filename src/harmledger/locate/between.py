"""What lies between two places of a phrase: "between Taiz and Ibb", "the Taiz - Ibb road"."""

from dataclasses import dataclass

from harmledger.locate.gazetteer.entry import Entry
from harmledger.locate.gazetteer.index import Gazetteer
from harmledger.locate.phrase.lexicon import tokens
from harmledger.locate.phrase.parts import Part, parts
from harmledger.locate.size import AREAS
from harmledger.locate.sphere import Point, kilometres, mean_point, unit
from harmledger.locate.survey import survey
from harmledger.locate.weigh import Choice
from harmledger.locate.weights import weights


@dataclass(frozen=True, slots=True)
class Stretch:
    """What lies between two places.

    Attributes:
        middle: The point halfway.
        other: The second place.
        radius_km: Both places lie within it of the middle.
    """

    middle: Point
    other: Entry
    radius_km: float


def between(words: str, choice: Choice, gazetteer: Gazetteer) -> Stretch | None:
    """The stretch that a phrase means; None where it names no two places to lie between.

    The second place is the one of its name that lies nearest to the first: roads that are named
    after two towns run between neighbours.
    """
    found = parts(words)
    first = choice.option.number
    if not any(_ties_two(part) for part in found):
        return None
    here = (choice.entry.lat, choice.entry.lon)
    near = [
        (kilometres(here, (hit.entry.lat, hit.entry.lon)), hit.entry.id, hit.entry)
        for option in survey(words, gazetteer)
        if option.number != first
        and _side_by_side(found, first, option.number)
        and _parted(found, first, option.number, words)
        for hit in option.hits
        if hit.entry.precision not in AREAS
    ]
    km, _, other = min(near, default=(weights().between_km, "", choice.entry))
    if km >= weights().between_km:
        return None
    north, east = mean_point([(unit(here), 1), (unit((other.lat, other.lon)), 1)])
    return Stretch((round(north, 5), round(east, 5)), other, round(km / 2, 1))


def _ties_two(part: Part) -> bool:
    """Whether words of a part say that two places bound what is meant."""
    is_between = part.relation is not None and part.relation.kind == "between"
    return is_between or any(kind.between for kind in part.types)


def _parted(found: tuple[Part, ...], one: int, other: int, words: str) -> bool:
    """Whether two names share no word, nor leave one of a name that holds both between them."""
    starts = {words.find(found[number].name): found[number].name for number in (one, other)}
    if len(starts) < 2:
        return False
    (left, first), (right, second) = sorted(starts.items())
    between = words[left + len(first) : right]
    whole = words[left : right + len(second)]
    held = any(part.name == whole for part in found)
    named = any(token.known is None and len(token.text) > 1 for token in tokens(between))
    return right >= left + len(first) and not (held and named)


def _side_by_side(found: tuple[Part, ...], one: int, other: int) -> bool:
    """Whether neither of two parts should hold the other."""
    return other not in found[one].outer and one not in found[other].outer
