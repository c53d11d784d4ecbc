"""Cut a phrase into pieces of one place each, and hand what names nothing to its neighbour."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import dropwhile

from harmledger.locate.around import around, folded
from harmledger.locate.fold import folding
from harmledger.locate.phrase.lexicon import Token, tokens
from harmledger.locate.words import Direction, PlaceType, Relation, relations

LEAST_AFTER_AND = 3  # letters


@dataclass(frozen=True, slots=True)
class Piece:
    """The words of one place.

    Attributes:
        segment: Which stretch between commas or brackets it stands in, from 0.
        full: Its tokens, where it names a place without articles and unknown lower-case words at
            its ends.
        name: Those tokens without listed words at their ends; empty where nothing is named.
        relation: The listed words before it, or None.
        about: Tokens of pieces before it that named nothing.
        owner: Whether it owned such a piece ("Idlib's countryside").
    """

    segment: int
    full: tuple[Token, ...]
    name: tuple[Token, ...]
    relation: Relation | None = None
    about: tuple[Token, ...] = ()
    owner: bool = False


def pieces(words: str) -> list[Piece]:
    """The pieces of a phrase that name a place, innermost first as far as the words tell."""
    return list(_carry(_owned_first(_cut(words))))


def _cut(words: str) -> Iterator[Piece]:
    cased = any(sign.isupper() for sign in words)
    segment, relation, held = 0, None, list[Token]()
    for token in tokens(words):
        if token.breaks or isinstance(token.known, Relation):
            yield _piece(segment, held, relation, cased)
            held = []
            segment += token.breaks
            relation = token.known if isinstance(token.known, Relation) else None
            continue
        joined = _joined(token, held, relation)
        if joined is not None:
            yield _piece(segment, held, relation, cased)
            held, relation, token = [], *joined
        if _starts_outer(token, held, cased):
            yield _piece(segment, held, relation, cased)
            held, relation = [], None
        held.append(token)
        if token.owning:
            yield replace(_piece(segment, held, relation, cased), owner=True)
            held = []
    yield _piece(segment, held, relation, cased)


def _joined(
    token: Token, held: list[Token], relation: Relation | None
) -> tuple[Relation, Token] | None:
    """The second name behind "between", where Arabic writes "and" onto it; else None."""
    joining = folding().joining
    bare = token.text.removeprefix(joining)
    if relation is None or relation.kind != "between" or not held or token.known is not None:
        return None
    if bare == token.text or len(bare) < LEAST_AFTER_AND:
        return None
    beside = next(one for one in relations() if one.kind == "beside")
    return beside, replace(token, text=bare, start=token.start + len(joining))


def ends(piece: Piece) -> Iterator[Piece]:
    """The two towns that Arabic names a road after, one behind the other: every way to part them.

    Which way is right, or whether the words are one town's name, the gazetteer tells.
    """
    road, *_ = piece.full or (None,)
    if road is None or not (isinstance(road.known, PlaceType) and road.known.between):
        return
    heads = around().head
    if any(token.known is not None or token.text.isascii() for token in piece.name):
        return
    for at in range(1, len(piece.name)):
        if folded(piece.name[at - 1].text) not in heads:
            first, second = piece.name[:at], piece.name[at:]
            yield replace(piece, full=(road, *first), name=first)
            yield replace(piece, full=second, name=second)


def _starts_outer(token: Token, held: list[Token], cased: bool) -> bool:
    """Whether a word behind a name begins the place around it: "Binnish east Idlib", "X ريف Y".

    Arabic says what kind of place before its name; English says it behind.
    """
    if not any(one.known is None and not _is_filler(one, cased) for one in held):
        return False
    if isinstance(token.known, Direction):
        return not cased or token.text.islower()
    return not cased and isinstance(token.known, PlaceType)


def _piece(segment: int, held: list[Token], relation: Relation | None, cased: bool) -> Piece:
    full = _trim(held, lambda token: _is_filler(token, cased))
    name = _trim(full, lambda token: token.known is not None or _is_filler(token, cased))
    if not name and _is_named_by_side(full):
        name = full
    return Piece(segment, full if name else tuple(held), name, relation)


def _trim(held: Iterable[Token], falls: Callable[[Token], bool]) -> tuple[Token, ...]:
    """The tokens without those at both ends that fall away."""
    front = list(dropwhile(falls, held))
    return tuple(reversed(list(dropwhile(falls, reversed(front)))))


def _is_filler(token: Token, cased: bool) -> bool:
    """An article, a number, or a lower-case word where names have capitals."""
    if token.known is not None:
        return False
    text = token.text
    return text[0].isdigit() or folded(text) in around().article or (cased and text.islower())


def _is_named_by_side(full: tuple[Token, ...]) -> bool:
    """A province may be named by its side alone: "Northern State"."""
    return (
        len(full) == 2
        and isinstance(full[0].known, Direction)
        and isinstance(full[1].known, PlaceType)
        and full[1].known.shed
        and full[0].text[0].isupper()
        and full[1].text[0].isupper()
    )


def _owned_first(cut: Iterator[Piece]) -> Iterator[Piece]:
    """Put an owner after what it owns: Mosul's airport lies in Mosul."""
    owner = None
    for piece in cut:
        if owner is not None:
            yield replace(piece, relation=owner.relation)
            yield replace(owner, relation=None)
            owner = None
        elif piece.owner:
            owner = piece
        else:
            yield piece
    if owner is not None:
        yield owner


def _carry(ordered: Iterator[Piece]) -> Iterator[Piece]:
    """Hand the tokens of a piece that names nothing on to the next piece of its segment."""
    nameless: Piece | None = None
    for piece in ordered:
        if nameless is not None and nameless.segment == piece.segment:
            piece = replace(
                piece,
                about=(*nameless.about, *nameless.full),
                relation=_stronger(nameless.relation, piece.relation),
            )
        nameless = None if piece.name else piece
        if nameless is None:
            yield piece


def _stronger(before: Relation | None, after: Relation | None) -> Relation | None:
    """Of "near the old quarter of", the words that matter are "near"."""
    if before is not None and before.kind in ("near", "between"):
        return before
    return after or before
