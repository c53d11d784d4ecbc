"""Work spread over processes that share what stands in memory; the results are the same with one.

Forked, not spawned: nothing has to be sent to the workers, and what millions of reports tell is not
copied. A process that runs threads is not forked (a lock would stay as it was); it works alone.
"""

import gc
import io
import pickle
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields
from functools import cache
from multiprocessing import get_all_start_methods, get_context
from multiprocessing.connection import Connection
from operator import attrgetter
from typing import Any, TypeVar

from harmledger.model import Incident, Link, Place, Reason, Relay, Supersession

Piece = TypeVar("Piece")
Result = TypeVar("Result")


def spread(
    work: Callable[[Piece], Result], pieces: Sequence[Piece], *, jobs: int
) -> Iterator[Result]:
    """What the work makes of each piece, in the order of the pieces.

    Args:
        work: Changes nothing outside; what it makes is picklable.
        jobs: Processes; 1 is a plain loop in this one.

    Raises:
        EOFError: A worker died; what killed it stands on stderr.
    """
    jobs = min(jobs, len(pieces))
    if jobs < 2 or threading.active_count() > 1 or "fork" not in get_all_start_methods():
        yield from map(work, pieces)
        return
    context = get_context("fork")
    readers = []
    for number in range(jobs):
        reader, writer = context.Pipe(duplex=False)
        context.Process(
            target=_work, args=(work, pieces[number::jobs], writer), daemon=True
        ).start()
        writer.close()
        readers.append(reader)
    for at in range(len(pieces)):
        yield pickle.loads(readers[at % jobs].recv_bytes())


def _work(work: Callable[[Piece], Result], pieces: Sequence[Piece], writer: Connection) -> None:
    gc.disable()  # looking for garbage would copy every page that is shared; the process soon ends
    for piece in pieces:
        writer.send_bytes(_pickled(work(piece)))


def _pickled(made: object) -> bytes:
    file = io.BytesIO()
    pickler = pickle.Pickler(file, pickle.HIGHEST_PROTOCOL)
    pickler.dispatch_table = _reductions()
    pickler.dump(made)
    return file.getvalue()


@cache
def _reductions() -> dict[type, Callable[[Any], tuple[type, tuple[object, ...]]]]:
    """For each noun that incidents hold how it is made of its fields: far faster than by states."""
    nouns = (Incident, Link, Reason, Relay, Supersession, Place)
    return {noun: _reduction(noun) for noun in nouns}


def _reduction(noun: type) -> Callable[[Any], tuple[type, tuple[object, ...]]]:
    values = attrgetter(*(field.name for field in fields(noun)))
    return lambda one: (noun, values(one))
