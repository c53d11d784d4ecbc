"""Where a claim or an account is: by its own words, or by what stands in for them."""

from dataclasses import replace

from harmledger.locate.gazetteer.index import Gazetteer
from harmledger.locate.placing import because, place, unplaced
from harmledger.locate.size import AREAS
from harmledger.locate.standing_in import Near, standing_in
from harmledger.locate.text.mention import is_uncased
from harmledger.locate.told import Known, Told
from harmledger.locate.weights import weights
from harmledger.model import Place, PlacePrecision


def located(told: Told, own: Place | None, at: int, gazetteer: Gazetteer) -> Place | None:
    """The place of what a report tells at a character; None where no words tell any.

    Own words that may be a place's, and name one, hold. For others another place of
    the report may stand in: one of the same sentence, or the one that the report's places agree
    on. Its precision is a district's or wider, its radius is wider, and a sentence says so.

    Law: locating the outcome again changes nothing.
    """
    where = at if own is None else told.where(own.words, at)
    found = standing_in(told, None if own is None else own.words, at, where)
    if own is None:
        return None if found is None else _stand_in("", found, gazetteer)
    # What the words around it tell to be a family, a body or a person is no mention of a place.
    named = told.text == "" or bool(told.beside(own.words, where))
    phrase = _phrase(told, own.words, where)
    placed = place(phrase, told.chosen.get(phrase), gazetteer)
    near = None if found is None else found[0]
    if placed.lat is not None:
        if named and not (near is Near.SENTENCE and placed.country not in (told.lead, None)):
            return placed
        if near is not Near.SENTENCE and not is_uncased(own.words):
            return placed
        placed = unplaced(placed)
    if found is None or placed.country not in (None, told.lead):
        return placed
    return _stand_in(own.words if named else "", found, gazetteer)


def _phrase(told: Told, words: str, where: int) -> str:
    """The fuller phrase that words are part of in the text, where that names a place."""
    for one in told.beside(words, where):
        choice = told.chosen.get(one.words)
        if words in one.words and choice is not None and choice.taken:
            return one.words
    return words


def _stand_in(words: str, found: tuple[Near, Known], gazetteer: Gazetteer) -> Place:
    """Another place of the report for words that name none; its own words where those are empty."""
    near, (mention, choice) = found
    rules = weights()
    placed = place(mention.words, choice, gazetteer)
    why = rules.by_id[near].sentence.format(words=f"“{words or mention.words}”", other=placed.name)
    wider = rules.sentence_km if near is Near.SENTENCE else rules.report_km
    is_itself = words == "" and near is Near.SENTENCE  # "in Mosul", a sentence says of a family
    is_area = placed.precision in AREAS
    return replace(
        placed,
        words=words or mention.words,
        precision=placed.precision if is_itself or is_area else PlacePrecision.DISTRICT,
        radius_km=None if placed.radius_km is None else round(placed.radius_km + wider, 1),
        candidates=because(why, placed.candidates),
    )
