"""What did the harm, and who is held to have done it."""

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from harmledger.extract.grammar import Grammar
from harmledger.extract.item import Item
from harmledger.extract.measure import Mention
from harmledger.extract.people import Crowd
from harmledger.extract.things import Thing
from harmledger.extract.who import Attribution
from harmledger.model import Actor, Held, SourceKind, Status, Weapon
from harmledger.vocab.load import entries

FORCES = frozenset({"ACTOR", "NATION", "SIDEW"})
BEARING_ARMS = frozenset({SourceKind.MILITARY, SourceKind.ARMED_GROUP, SourceKind.GOVERNMENT})
"""Classes of words for who may have done it."""


@cache
def _generic() -> frozenset[str]:
    """Codes that name no weapon: a weapon named in the same clause says more.

    Raises:
        VocabularyError: The file has an unknown or missing key.
    """
    knows = frozenset({"broader", "examples", "generic"})
    found = entries("codes/means.yml", knows=knows, needs=frozenset())
    return frozenset(entry.id for entry in found if entry.body.get("generic"))


def means(mention: Mention) -> Weapon | None:
    """The weapon or act nearest to a mention in its sentence; a named weapon before an act."""
    best = _act(mention)
    return None if best is None else Weapon(str(best.sense.get("means")), best.text)


def _act(mention: Mention) -> Item | None:
    found = mention.sentence.acts
    if not found:
        return None
    here = mention.sentence.segment(mention.counted.start)

    def rank(item: Item) -> tuple[bool, bool, int]:
        elsewhere = mention.sentence.segment(item.start) != here
        generic = item.sense.get("means") in _generic()
        return elsewhere, generic, abs(item.start - mention.counted.start)

    return min(found, key=rank)


def perpetrator(
    mention: Mention, said: Attribution | None, grammar: Grammar, *, denied: bool
) -> Actor | None:
    """Who is held to have done it.

    A source that speaks of its own doing ("denied that its planes killed"), else the force
    that the count names ("73 rebel attacks"), stands before an active verb of harm or
    behind "by" after a passive one, else the one whose the weapon is ("Russian shelling").

    Args:
        said: The source of the mention, or None.
        denied: The source denies the mention.
    """
    words = mention.sentence.words
    if said is not None and _own_doing(mention, said):
        held = (
            Held.DENIED if denied or said.denies else Held.CLAIMED if said.accepts else Held.KNOWN
        )
        return Actor(said.source.name, said.source.name, held)
    if FORCES.isdisjoint(mention.sentence.classes):
        return None
    for index, item in enumerate(words):
        if item.of("ACTOR") and _does(mention, words, index):
            return Actor(item.text, item.text, _held(words, index))
    return _armed(mention, grammar)


def _armed(mention: Mention, grammar: Grammar) -> Actor | None:
    """The force or nation whose weapon or attack did it, by words that stand together."""
    act, pattern = _act(mention), grammar.pattern("things.armed", mention.sentence.awake)
    if act is None or pattern is None:
        return None
    flat, words = mention.sentence.flat, mention.sentence.words
    for match in pattern.finditer(mention.sentence.flat_string):
        force = flat[match.start("a")]
        if flat[match.start()].start <= act.start < flat[match.end() - 1].end:
            return Actor(force.text, force.text, _held(words, words.index(force)))
    return None


def _own_doing(mention: Mention, said: Attribution) -> bool:
    """Whether an armed source says "its", "our" or "their" between its cue and the harm."""
    if said.source.kind not in BEARING_ARMS:
        return False
    last = max(mention.trigger.start, mention.counted.start)
    return any(
        item.of("POSSDET")
        and said.cue < item.start < last
        and not (_kin(after) or after.of("TOLL"))
        and not mention.counted.start <= item.start < mention.counted.end
        for item, after in pairwise(mention.sentence.words)
    )


def _counted(mention: Mention, item: Item) -> bool:
    """Whether a force is named in a number of its people or attacks: "three rebel fighters"."""
    return any(
        one.start <= item.start < one.end
        and isinstance(one.data, Crowd | Thing)
        and not (isinstance(one.data, Crowd) and one.data.bare)
        for one in mention.sentence.items
    )


def _kin(item: Item) -> bool:
    """Whether a word is of people who are no force: "his wife", not "its soldiers"."""
    people = item.of("PERSON_SG") or item.of("PERSON_PL")
    return people and item.sense.get("status", "PERSON_SG", "PERSON_PL") != Status.COMBATANT


def _does(mention: Mention, words: Sequence[Item], index: int) -> bool:
    item, at = words[index], mention.trigger.start
    if _counted(mention, item):
        return mention.group.unit is None and item.start >= mention.counted.start
    if mention.group.unit is None and mention.counted.start <= item.start < mention.counted.end:
        return True
    behind = words[max(0, index - 2) : index]
    by = item.start > at and any(word.of("BYW") for word in behind)
    between = [word for word in words[index + 1 :] if word.start < at]
    active = item.end <= at < mention.counted.start
    return by or (active and not any(word.of("SAID") for word in between))


def _held(words: Sequence[Item], index: int) -> Held:
    near = words[max(0, index - 2) : index]
    doubtful = any(item.of("DOUBTW") or item.of("BLAMEW") for item in near)
    return Held.SUSPECTED if doubtful else Held.KNOWN
