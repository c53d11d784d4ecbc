"""Link what was told since: what that leaves alone stays as it was linked before.

What comes of it is what linking everything at once gives, to the last byte but for the names of
incidents that were left alone: they keep those that they bear, which they would be given again. So
it goes on from a memory only where every report of before is still told, word for word, and
compares all anew in every other case.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain

import numpy as np

from harmledger.link.columns import Piece, packed, unpacked
from harmledger.link.door import distinct, in_rows, judged_rows, made_of, sound
from harmledger.link.keep import NO_ROWS, Kept, arrays_of, grow, keep, kept_of, version_of
from harmledger.link.pairing import Rows
from harmledger.link.roll import Called, Roll, call, marked
from harmledger.link.sketch import Told
from harmledger.link.spread import uncollected
from harmledger.link.table import Ids, hashed
from harmledger.link.verdicts import Verdicts, verdicts
from harmledger.link.weights import Weights, load_weights
from harmledger.link.world import parts
from harmledger.model import Incident, Judgement, SetAside

Said = Mapping[tuple[int, int], int]
# Of the accounts known before as many again may be new; more are compared sooner with all others,
# by several processes.
MOST_NEW = 2


@dataclass(frozen=True, slots=True)
class Memory:
    """What a linking leaves for the next one.

    Attributes:
        roll: The reports whose accounts were compared.
        said: By rows of each pair that is judged, the hash of the judgement that holds.
    """

    kept: Kept
    roll: Roll
    said: Said = field(default_factory=dict)

    def is_as(self, other: "Memory") -> bool:
        """Whether the other, of a linking into the same incidents, holds what this one does."""
        return np.array_equal(self.roll.marks, other.roll.marks) and self.said == other.said

    @property
    def accounts(self) -> Ids:
        """The hash of the account in each row."""
        return self.kept.world.table.ids["account"]


@dataclass(frozen=True, slots=True)
class Linked:
    """What a linking gives.

    Attributes:
        incidents: By their ids; those that were made are ungraded and named by linking, those that
            were left alone are as they stood.
        set_aside: By item.
        memory: For the next linking.
        anew: Why a memory that there was could not be gone on from; None where it could, or there
            was none.
    """

    incidents: list[Incident]
    set_aside: list[SetAside]
    memory: Memory
    anew: str | None = None


@uncollected()
def link_on(
    told: Sequence[Told],
    judgements: Sequence[Judgement],
    marks: Mapping[str, str],
    *,
    memory: Memory | None = None,
    before: Iterable[Incident] = (),
    weights: Weights | None = None,
    jobs: int = 1,
) -> Linked:
    """Link as `link` does, and go on from what an earlier linking left where that is possible.

    Pure. Reports that were added are compared with their neighbours alone, and only incidents that
    they or judgements touch are made again; all others are handed on as they stand.

    Args:
        marks: By report id, what changes whenever the report or its reading does.
        memory: Of the linking that made `before`; None to compare everything.
        before: Incidents as they stand, graded and under the names they bear since.
        weights: None for those of vocab/linking.
        jobs: Processes; the result is the same with any number.
    """
    weights = weights or load_weights()
    known = marked(told, marks)
    if memory is None:
        return _anew(told, judgements, known, weights, jobs)
    called = call(memory.roll, told, known, weights)
    if isinstance(called, str):
        return replace(_anew(told, judgements, known, weights, jobs), anew=called)
    if len(called.fresh) > MOST_NEW * len(memory.accounts):
        return _anew(told, judgements, known, weights, jobs)
    return _on(memory, called, judgements, before, weights, jobs)


def _anew(
    told: Sequence[Told],
    judgements: Sequence[Judgement],
    marks: Mapping[str, int],
    weights: Weights,
    jobs: int,
) -> Linked:
    """Compare everything."""
    items, apart = sound(told, weights)
    at = judged_rows(judgements, items)
    settled, more = verdicts(judgements, at.keys())
    judged = in_rows(settled, at)
    kept = keep(items, weights, judged=judged, jobs=jobs)
    made = parts(kept.world, weights, judged, label=kept.part)
    found = made_of(made, kept.world.table, items, settled, weights, jobs=jobs)
    memory = Memory(kept, Roll.of(items, marks), _said(settled, at))
    return Linked(distinct(found), _by_item(apart, more), memory)


def _on(
    memory: Memory,
    called: Called,
    judgements: Sequence[Judgement],
    before: Iterable[Incident],
    weights: Weights,
    jobs: int,
) -> Linked:
    """Compare what is new, and make again what that or judgements touch."""
    names = [one.account.account_id for one in called.fresh]
    at = _rows(judgements, memory.accounts, names)
    settled, more = verdicts(judgements, at.keys())
    judged, said = in_rows(settled, at), _said(settled, at)
    kept, again = memory.kept, NO_ROWS
    if called.fresh or said != memory.said:
        also = _touched(said, memory.said)
        kept, again = grow(kept, called.fresh, weights, judged=judged, also=also)
    made = parts(kept.world, weights, judged, touching=again, label=kept.part)
    items = called.items(made.rows, weights)
    found = made_of(made, kept.world.table, items, settled, weights, jobs=jobs)
    ours = {items[row].account.account_id for row in made.rows.tolist()}
    stay = (one for one in before if ours.isdisjoint(one.accounts))
    apart = _by_item(called.apart, more)
    return Linked(distinct(chain(stay, found)), apart, Memory(kept, called.roll, said))


def pack(memory: Memory, stamp: str, *, weights: Weights | None = None) -> list[Piece]:
    """A memory as the bytes of a file: numbers alone, no text and no names.

    Args:
        stamp: Names the incidents that came of it; who gives the same back gets the memory.
    """
    pairs = sorted(memory.said)
    left, right = np.array(pairs, dtype=np.int64).reshape(-1, 2).T
    verdict = np.array([memory.said[pair] for pair in pairs], dtype=np.uint64)
    roll = {"marks": memory.roll.marks, "sizes": memory.roll.sizes}
    own = {**roll, "left": left, "right": right, "verdict": verdict}
    version = _version(stamp, weights or load_weights())
    return packed({**arrays_of(memory.kept), **own}, version)


def unpack(whole: memoryview, stamp: str, *, weights: Weights | None = None) -> Memory | None:
    """The memory in a file's bytes, of which it holds views.

    None where they are not as they were written, or where other knowledge, other code or a linking
    of other incidents made them: then everything has to be compared.
    """
    found = unpacked(whole, _version(stamp, weights or load_weights()))
    if found is None:
        return None
    pairs = zip(found["left"].tolist(), found["right"].tolist(), strict=True)
    said = dict(zip(pairs, found["verdict"].tolist(), strict=True))
    return Memory(kept_of(found), Roll(found["marks"], found["sizes"]), said)


def _version(stamp: str, weights: Weights) -> str:
    return f"{version_of(weights)} {stamp}"


def _rows(judgements: Iterable[Judgement], accounts: Ids, fresh: Sequence[str]) -> dict[str, int]:
    """The rows of judged accounts, as far as there are such.

    Args:
        accounts: The hash of the account in each row of before.
        fresh: The accounts of the rows that follow.
    """
    asked = {hashed(name): name for one in judgements for name in (one.left, one.right)}
    held = np.flatnonzero(np.isin(accounts, np.array(list(asked), dtype=np.uint64)))
    known = zip(accounts[held].tolist(), held.tolist(), strict=True)
    new = {name: row for row, name in enumerate(fresh, len(accounts))}
    return {asked[one]: row for one, row in known} | new


def _said(settled: Verdicts, at: Mapping[str, int]) -> Said:
    return {
        (at[left], at[right]): hashed(f"{one.verdict} {one.at} {one.by}\n{one.because}")
        for (left, right), one in chain(settled.same.items(), settled.not_same.items())
    }


def _touched(now: Said, before: Said) -> Rows:
    """Rows of pairs that are judged otherwise than before."""
    changed = [pair for pair in now.keys() | before.keys() if now.get(pair) != before.get(pair)]
    return np.unique(np.array(changed, dtype=np.int64))


def _by_item(*apart: Iterable[SetAside]) -> list[SetAside]:
    return sorted(chain(*apart), key=lambda one: (one.item, one.reason))
