"""Link what was told since: what that leaves alone stays as it was linked before.

What comes of it is what linking everything at once gives, to the last byte. So it goes on from a
memory only where every account of before is still told, word for word, and compares all anew in
every other case.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from harmledger.link.assemble import renamed
from harmledger.link.columns import Piece, packed, unpacked
from harmledger.link.door import distinct, in_rows, made_of, sound
from harmledger.link.keep import NO_ROWS, Kept, arrays_of, grow, keep, kept_of, version_of
from harmledger.link.pairing import Rows
from harmledger.link.sketch import Item, Told
from harmledger.link.spread import uncollected
from harmledger.link.table import hashed
from harmledger.link.verdicts import Verdicts, verdicts
from harmledger.link.weights import Weights, load_weights
from harmledger.link.world import parts
from harmledger.model import Incident, Judgement, SetAside

Marks = NDArray[np.uint64]
Said = Mapping[tuple[int, int], int]
# Of the accounts known before as many again may be new; more are compared sooner with all others,
# by several processes.
MOST_NEW = 2


@dataclass(frozen=True, slots=True)
class Memory:
    """What a linking leaves for the next one.

    Attributes:
        marks: Of each row, the hash of its account and of what was told with it.
        said: By rows of each pair that is judged, the hash of the judgement that holds.
    """

    kept: Kept
    marks: Marks
    said: Said = field(default_factory=dict)

    def is_as(self, other: "Memory") -> bool:
        """Whether the other, of a linking into the same incidents, holds what this one does."""
        return np.array_equal(self.marks, other.marks) and self.said == other.said


@dataclass(frozen=True, slots=True)
class Linked:
    """What a linking gives.

    Attributes:
        incidents: By their ids, ungraded.
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
    they or judgements touch are made again.

    Args:
        marks: By report id, what changes whenever the report or its reading does.
        memory: Of the linking that made `before`; None to compare everything.
        before: Incidents as they stand, graded and under the names they bear since.
        weights: None for those of vocab/linking.
        jobs: Processes; the result is the same with any number.
    """
    weights = weights or load_weights()
    found, apart = sound(told, weights)
    ids = [one.account.account_id for one in found]
    every = [
        hashed(f"{it} {marks[one.report.report_id]}") for it, one in zip(ids, found, strict=True)
    ]
    now = np.array(every, dtype=np.uint64)
    order, anew = _rows(memory, now)
    items, now = [found[at] for at in order], now[order]
    at = {ids[place]: row for row, place in enumerate(order)}
    settled, more = verdicts(judgements, at.keys())
    judged, said = in_rows(settled, at), _said(settled, at)
    if memory is None or anew is not None or len(items) > MOST_NEW * len(memory.marks):
        kept, before = keep(items, weights, judged=judged, jobs=jobs), ()
        again: Rows = np.arange(len(items))
    elif len(items) == len(memory.marks) and said == memory.said:
        kept, again = memory.kept, NO_ROWS
    else:
        fresh, also = items[len(memory.marks) :], _touched(said, memory.said)
        kept, again = grow(memory.kept, fresh, weights, judged=judged, also=also)
    made = parts(kept.world, weights, judged, touching=again, label=kept.part)
    stay = _left_alone(before, [items[row] for row in again.tolist()], items, at)
    made_anew = made_of(made, kept.world.table, items, settled, weights, jobs=jobs)
    return Linked(
        distinct(chain(stay, made_anew)),
        sorted(apart + more, key=lambda one: (one.item, one.reason)),
        Memory(kept, now, said),
        anew,
    )


def pack(memory: Memory, stamp: str, *, weights: Weights | None = None) -> list[Piece]:
    """A memory as the bytes of a file: numbers alone, no text and no names.

    Args:
        stamp: Names the incidents that came of it; who gives the same back gets the memory.
    """
    pairs = sorted(memory.said)
    left, right = np.array(pairs, dtype=np.int64).reshape(-1, 2).T
    verdict = np.array([memory.said[pair] for pair in pairs], dtype=np.uint64)
    own = {"marks": memory.marks, "left": left, "right": right, "verdict": verdict}
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
    return Memory(kept_of(found), found["marks"], said)


def _version(stamp: str, weights: Weights) -> str:
    return f"{version_of(weights)} {stamp}"


def _rows(memory: Memory | None, now: Marks) -> tuple[list[int], str | None]:
    """The accounts in the order of their rows, new ones last; and what of the memory is told
    otherwise or no more, in words, where not all of it still is.
    """
    if memory is None:
        return list(range(len(now))), None
    _, at, row = np.intersect1d(now, memory.marks, return_indices=True)
    rows = np.full(len(now), len(memory.marks))
    rows[at] = row
    order: list[int] = np.argsort(rows, kind="stable").tolist()
    lost = len(memory.marks) - len(row)
    if not lost:
        return order, None
    many = f"{lost:,} of {len(memory.marks):,} accounts"
    return order, f"{many} told before are told otherwise now, or no more"


def _said(settled: Verdicts, at: Mapping[str, int]) -> Said:
    return {
        (at[left], at[right]): hashed(f"{one.verdict} {one.at} {one.by}\n{one.because}")
        for (left, right), one in chain(settled.same.items(), settled.not_same.items())
    }


def _touched(now: Said, before: Said) -> Rows:
    """Rows of pairs that are judged otherwise than before."""
    changed = [pair for pair in now.keys() | before.keys() if now.get(pair) != before.get(pair)]
    return np.unique(np.array(changed, dtype=np.int64))


def _left_alone(
    before: Iterable[Incident],
    again: Iterable[Item],
    items: Sequence[Item],
    at: Mapping[str, int],
) -> Iterator[Incident]:
    """Incidents none of whose accounts is linked again, as linking by itself would have them."""
    anew = {one.account.account_id for one in again}
    for one in before:
        if anew.isdisjoint(one.accounts):
            yield renamed(one, [items[at[account]] for account in one.accounts])
