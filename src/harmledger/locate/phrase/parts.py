"""Read the words of a place: "Bab al-Tob neighbourhood of western Mosul", innermost first."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import groupby, pairwise

from harmledger.locate.fold import folding
from harmledger.locate.phrase.cut import Piece, ends, pieces
from harmledger.locate.phrase.lexicon import Known, Token
from harmledger.locate.words import Country, Direction, PlaceType, Relation, Unit, relations

REMEMBERED = 65_536  # phrases
LEAST_AFTER_CLITIC = 3  # letters


@dataclass(frozen=True, slots=True)
class Part:
    """One named place within a phrase.

    Attributes:
        forms: What to look up, the fullest first; the first that fits the rest is taken.
        name: The form without listed words at its ends.
        types: Kinds of place that its words say it is.
        direction: The side of it, or the way from it, that the words say; None for neither.
        relation: How what is meant lies to it, where words before it tell; else None.
        distance_km: How far from it; None where not said.
        nation: Code of the country that its words say it belongs to, or None.
        outer: Places in the phrase's parts of those that should hold or adjoin it.
        part_of: Whether the words mean something within it ("the old quarter of Taiz").
    """

    forms: tuple[str, ...]
    name: str
    types: tuple[PlaceType, ...] = ()
    direction: Direction | None = None
    relation: Relation | None = None
    distance_km: float | None = None
    nation: str | None = None
    outer: tuple[int, ...] = ()
    part_of: bool = False


@lru_cache(REMEMBERED)
def parts(words: str) -> tuple[Part, ...]:
    """The named places of a phrase in the order in which to try them, innermost first.

    Empty where the words name none ("the north", "a house").
    """
    grouped = list(_grouped(words))
    return tuple(
        _part(
            piece,
            words,
            tuple(n for n, other in enumerate(grouped) if _holds(other, (group, piece))),
        )
        for group, piece in grouped
    )


def _grouped(words: str) -> Iterator[tuple[int, Piece]]:
    """The pieces with numbers: equal ones stand side by side, greater ones hold or adjoin.

    Before the pieces of a stretch stands the stretch as one name: "Trinidad and Tobago".
    """
    group = 0
    for _, same in groupby(pieces(words), key=lambda piece: piece.segment):
        numbered = []
        for piece in same:
            group += piece.relation is None or piece.relation.kind != "beside"
            numbered.append((group, piece))
        first, last = numbered[0][1], numbered[-1][1]
        if len(numbered) > 1 and not any(piece.owner for _, piece in numbered):
            yield group, Piece(first.segment, (first.full[0], last.full[-1]), name=())
        yield from numbered
        for number, piece in numbered:
            yield from ((number, half) for half in ends(piece))


def _holds(other: tuple[int, Piece], one: tuple[int, Piece]) -> bool:
    """Whether the other piece should hold or adjoin this one."""
    is_stretch = not other[1].name
    return other[0] > one[0] and not (is_stretch and other[1].segment == one[1].segment)


def _part(piece: Piece, words: str, outer: tuple[int, ...]) -> Part:
    # "A village in Idlib" says nothing of Idlib; "the village of Idlib" does.
    tells = piece.owner or (piece.relation is not None and piece.relation.kind == "of")
    telling = [token.known for token in (*piece.full, *(piece.about if tells else ()))]
    cased = any(sign.isupper() for sign in words)
    return Part(
        forms=_forms(piece, words),
        name=_span(piece.name or piece.full, words),
        types=tuple(known for known in telling if isinstance(known, PlaceType)),
        direction=_direction(telling, cased=cased),
        relation=_relation(piece) or _side_of(piece, cased=cased),
        distance_km=_distance(piece.about),
        nation=next((known.code for known in telling if isinstance(known, Country)), None),
        outer=outer,
        part_of=tells and bool(piece.about),
    )


def _direction(telling: list[Known | None], *, cased: bool) -> Direction | None:
    """The first side or way that is meant of the place itself.

    "The southern city of Basra" is southern in its country; southern is no side of Basra. Arabic
    says so behind the word for its kind; before it stands a side ("شمال مدينة الرقة").
    """
    for at, known in enumerate(telling):
        if isinstance(known, Direction):
            after = telling[at + 1] if at + 1 < len(telling) else None
            return None if cased and _is_settlement(after) else known
    return None


def _is_settlement(known: Known | None) -> bool:
    """Whether a word is one for a kind of place that is no area's part or site."""
    return isinstance(known, PlaceType) and bool(known.agrees) and not known.reach_km


def _forms(piece: Piece, words: str) -> tuple[str, ...]:
    """What to look up, without repeats."""
    found = [_span(piece.full, words)]
    if piece.name:
        name = _span(piece.name, words)
        found += [name, *unglued(name)]
    return tuple(dict.fromkeys(found))


def _span(tokens: tuple[Token, ...], words: str) -> str:
    return words[tokens[0].start : tokens[-1].end]


def unglued(name: str) -> Iterator[str]:
    """The name without a short Arabic word that is written onto it."""
    for clitic in folding().clitics:
        rest = name.removeprefix(clitic)
        if rest != name and len(rest) >= LEAST_AFTER_CLITIC:
            yield rest


def _relation(piece: Piece) -> Relation | None:
    """How what is meant lies to the piece; "north of" is a way, "of" alone is within."""
    relation = piece.relation
    if relation is None or relation.kind in ("near", "between"):
        return relation
    way = any(isinstance(token.known, Direction) for token in piece.about)
    return _way() if relation.kind == "of" and way and not piece.owner else None


def _side_of(piece: Piece, *, cased: bool) -> Relation | None:
    """Arabic needs no "of" behind a side: "شمال مدينة الرقة" lies that way from the town."""
    known = [token.known for token in piece.full[:2]]
    sided = len(known) > 1 and isinstance(known[0], Direction) and _is_settlement(known[1])
    return side_relation() if sided and not cased else None


@cache
def side_relation() -> Relation:
    """That of a place to a town which it lies on a side of, outside of it."""
    return next(relation for relation in relations() if relation.id == "relation.side")


@cache
def _way() -> Relation:
    return next(relation for relation in relations() if relation.id == "relation.way")


def _distance(about: tuple[Token, ...]) -> float | None:
    """Kilometres, from a number right before a unit."""
    for number, unit in pairwise(about):
        if isinstance(unit.known, Unit) and number.text[0].isdigit():
            return float(number.text.replace(",", ".")) * unit.known.km
    return None
