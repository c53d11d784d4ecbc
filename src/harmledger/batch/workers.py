"""Spread chunks over processes, in order; a worker that dies is named, never waited for."""

import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import connection, get_context, parent_process
from typing import TypeVar, cast

from harmledger.batch.chunks import Chunk, Item
from harmledger.model import HarmledgerError, SetAside

Result = TypeVar("Result")
Work = Callable[[Chunk], Result]

# Chunks that wait per worker, so that none idles while the results are written down.
AHEAD = 3


class WorkerError(HarmledgerError):
    """A worker process died (out of memory, or killed from outside)."""


def spread(
    pieces: Iterable[Chunk], start: Callable[[], Work[Result]], *, jobs: int
) -> Iterator[tuple[Chunk, Result]]:
    """Yield every chunk with what the work makes of it, in the order of the chunks.

    Args:
        start: Makes the work; called once in each worker. Picklable, and so is what its
            work returns.
        jobs: Processes; 1 is a plain loop in this one, and the reference for all others.

    Raises:
        WorkerError: Names the reports that were being read.
    """
    if jobs == 1:
        work = start()
        for chunk in pieces:
            yield chunk, work(chunk)
        return
    yield from _spread(pieces, start, jobs)


def _spread(
    pieces: Iterable[Chunk], start: Callable[[], Work[Result]], jobs: int
) -> Iterator[tuple[Chunk, Result]]:
    # Spawned, not forked: the parent runs threads (progress, database), and a fork copies
    # their locks in whatever state they are.
    pool = ProcessPoolExecutor(jobs, get_context("spawn"), _set_up, (start,))
    waiting: deque[tuple[Chunk, Future[Result]]] = deque()
    try:
        for chunk in pieces:
            future = cast(Future[Result], pool.submit(_work, chunk))
            waiting.append((chunk, future))
            if len(waiting) >= jobs * AHEAD:
                yield _first(waiting)
        while len(waiting) > 0:
            yield _first(waiting)
    except BrokenProcessPool as error:
        raise _lost(waiting, jobs) from error
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _first(waiting: deque[tuple[Chunk, Future[Result]]]) -> tuple[Chunk, Result]:
    chunk, future = waiting[0]
    result = future.result()
    waiting.popleft()
    return chunk, result


def _lost(waiting: Iterable[tuple[Chunk, "Future[Result]"]], jobs: int) -> WorkerError:
    # Which of the chunks under way killed its worker can't be told: all of them are named.
    unread = [chunk for chunk, future in waiting if future.exception() is not None][:jobs]
    named = "; ".join(f"{_name(chunk[0])} to {_name(chunk[-1])}" for chunk in unread)
    return WorkerError(
        f"a worker process died while reading {named} (out of memory, or killed). What was "
        "read before it is kept; run the same again to go on, with --jobs 1 if memory is short."
    )


def _name(item: Item) -> str:
    return item.item if isinstance(item, SetAside) else item.origin


# One per process: what `start` made, once it is needed.
_READY: list[Callable[[Chunk], object]] = []
_START: list[Callable[[], Callable[[Chunk], object]]] = []


def _set_up(start: Callable[[], Work[Result]]) -> None:
    # The parent alone answers Ctrl-C; a worker would print a traceback over its calm word.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _START.append(start)


def _end_with_parent() -> None:
    """Leave when the parent is gone: after a kill -9 nobody else would end this process."""
    parent = parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)


def _work(chunk: Chunk) -> object:
    # Started here and not in `_set_up`, where an error would only break the pool unsaid.
    if len(_READY) == 0:
        _READY.append(_START[0]())
    return _READY[0](chunk)
