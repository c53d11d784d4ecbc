"""Work spread over processes that share what stands in memory; the results are the same with one.

Forked, not spawned: nothing has to be sent to the workers, and what millions of reports tell is not
copied. A process that runs threads is not forked (a lock would stay as it was); it works alone.
"""

import gc
import threading
from collections.abc import Callable, Iterator, Sequence
from multiprocessing import get_all_start_methods, get_context
from multiprocessing.connection import Connection
from typing import TypeVar

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
        yield readers[at % jobs].recv()


def _work(work: Callable[[Piece], Result], pieces: Sequence[Piece], writer: Connection) -> None:
    gc.freeze()  # looking for garbage would copy every page that is shared
    for piece in pieces:
        writer.send(work(piece))
