"""Work spread over processes that share what stands in memory; the results are the same with one.

Forked, not spawned: nothing has to be sent to the workers, and what millions of reports tell is not
copied. A process that runs Python threads is not forked (a lock would stay as it was); it works
alone. Threads that libraries start beneath Python are not seen: what a worker calls must do without
them.
"""

import gc
import io
import pickle
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import fields
from functools import cache
from multiprocessing import get_all_start_methods, get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from operator import attrgetter
from typing import Any, TypeVar

from harmledger.model import HarmledgerError, Incident, Link, Place, Reason, Relay, Supersession

# Pieces that a worker makes before a new one takes its place. Whatever it looks at it holds as a
# copy, for Python counts who does: in the end as much again as all that is shared.
TURN = 16
Piece = TypeVar("Piece")
Result = TypeVar("Result")


@contextmanager
def uncollected() -> Iterator[None]:
    """Spare Python the search for garbage meanwhile: accounts and incidents refer to nothing that
    refers back to them, so that none is found, and looking takes a quarter of the time.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


class LinkingError(HarmledgerError):
    """A process that linking shares its work with has died."""


def spread(
    work: Callable[[Piece], Result], pieces: Sequence[Piece], *, jobs: int
) -> Iterator[Result]:
    """What the work makes of each piece, in the order of the pieces.

    Args:
        work: Changes nothing outside; what it makes is picklable.
        jobs: Processes; 1 is a plain loop in this one. So is any number where this process runs
            Python threads, as a server does, or where the system can't fork.

    Raises:
        LinkingError: A worker died; what killed it stands on stderr.
    """
    jobs = min(jobs, len(pieces))
    if jobs < 2 or threading.active_count() > 1 or "fork" not in get_all_start_methods():
        yield from map(work, pieces)
        return
    places = range(len(pieces))
    for start in range(0, len(pieces), jobs * TURN):
        yield from _turn(work, pieces, places[start : start + jobs * TURN], jobs)


def _turn(
    work: Callable[[Piece], Result], pieces: Sequence[Piece], places: range, jobs: int
) -> Iterator[Result]:
    """What new workers make of the pieces in some places, in their order."""
    every = pieces[places.start : places.stop]
    with ExitStack() as stack:
        readers: list[Connection] = []
        for number in range(jobs):
            readers.append(_started(work, every[number::jobs], readers, stack))
        for at in places:
            try:
                made = readers[(at - places.start) % jobs].recv_bytes()
            except EOFError as error:
                raise LinkingError(
                    f"a process that links died at piece {at + 1} of {len(pieces)}; nothing is "
                    "lost: run the same again, with one job if memory is short"
                ) from error
            yield pickle.loads(made)


def _started(
    work: Callable[[Piece], Result],
    pieces: Sequence[Piece],
    others: Sequence[Connection],
    stack: ExitStack,
) -> Connection:
    """Start a worker, to be ended with the stack, also where nobody asks for the rest."""
    context = get_context("fork")
    reader, writer = context.Pipe(duplex=False)
    worker = context.Process(
        target=_work, args=(work, pieces, writer, [*others, reader]), daemon=True
    )
    worker.start()
    stack.callback(_ended, worker, reader)
    writer.close()
    return reader


def _ended(worker: BaseProcess, reader: Connection) -> None:
    worker.terminate()
    worker.join()
    reader.close()


def _work(
    work: Callable[[Piece], Result],
    pieces: Sequence[Piece],
    writer: Connection,
    readers: Sequence[Connection],
) -> None:
    for reader in readers:
        reader.close()  # else this end stays open where the parent is killed, and nobody ends
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
