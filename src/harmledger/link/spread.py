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
from contextlib import contextmanager, suppress
from dataclasses import dataclass, fields
from functools import cache
from multiprocessing import get_all_start_methods, get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from operator import attrgetter
from typing import Any, TypeVar

from harmledger.model import HarmledgerError, Incident, Link, Place, Reason, Relay, Supersession

# Pieces that a worker makes before a new one takes its place. Whatever it looks at it holds as a
# copy, for Python counts who does: in the end as much again as all that is shared.
TURN = 8
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
    crew = Crew(work, pieces)
    try:
        for _ in range(jobs):
            crew.hire()
        for place in range(len(pieces)):
            yield pickle.loads(crew.made(place))
    finally:
        crew.end()


@dataclass(slots=True)
class Worker:
    """A forked process.

    Attributes:
        place: Of the piece that it makes.
        turn: How many it was given.
    """

    process: BaseProcess
    place: int
    turn: int = 1


class Crew:
    """Workers of whom each takes the next piece when it has made one, so that none waits."""

    def __init__(self, work: Callable[[Piece], object], pieces: Sequence[Piece]) -> None:
        self._work, self._pieces = work, pieces
        self._left = iter(range(len(pieces)))
        self._workers: dict[Connection, Worker] = {}
        self._before_its_turn: dict[int, bytes] = {}

    def made(self, place: int) -> bytes:
        """What was made of the piece in that place, pickled.

        Raises:
            LinkingError: A worker died.
        """
        while place not in self._before_its_turn:
            for pipe in wait(list(self._workers)):
                assert isinstance(pipe, Connection)
                self._take(pipe, self._workers[pipe])
        return self._before_its_turn.pop(place)

    def hire(self) -> None:
        """Start a worker, where any piece is left."""
        place = next(self._left, None)
        if place is None:
            return
        context = get_context("fork")
        pipe, theirs = context.Pipe()
        process = context.Process(
            target=_work,
            args=(self._work, self._pieces, place, theirs, [*self._workers, pipe]),
            daemon=True,
        )
        process.start()
        theirs.close()
        self._workers[pipe] = Worker(process, place)

    def end(self) -> None:
        """End all workers, also where nobody asks for the rest."""
        for pipe in list(self._workers):
            self._dismiss(pipe)

    def _take(self, pipe: Connection, worker: Worker) -> None:
        """Take what the worker made, and give it the next piece."""
        try:
            self._before_its_turn[worker.place] = pipe.recv_bytes()
            if worker.turn == TURN or (place := next(self._left, None)) is None:
                self._dismiss(pipe)
                self.hire()
            else:
                worker.place, worker.turn = place, worker.turn + 1
                pipe.send(place)
        except (EOFError, OSError) as error:
            raise LinkingError(
                f"a process that links died at piece {worker.place + 1} of {len(self._pieces)}; "
                "nothing is lost: run the same again, with one job if memory is short"
            ) from error

    def _dismiss(self, pipe: Connection) -> None:
        worker = self._workers.pop(pipe)
        worker.process.terminate()
        worker.process.join()
        pipe.close()


def _work(
    work: Callable[[Piece], object],
    pieces: Sequence[Piece],
    place: int,
    pipe: Connection,
    others: Sequence[Connection],
) -> None:
    for other in others:
        other.close()  # else this end stays open where the parent is killed, and nobody ends
    gc.disable()  # looking for garbage would copy every page that is shared; the process soon ends
    with suppress(EOFError):  # where the parent was killed
        while True:
            pipe.send_bytes(_pickled(work(pieces[place])))
            place = pipe.recv()


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
