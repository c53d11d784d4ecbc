"""Work on batches in other processes while more are read, in order and a few at a time."""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import chain, islice
from multiprocessing import current_process
from typing import TypeVar

Batch = TypeVar("Batch")
Done = TypeVar("Done")
AHEAD = 2  # batches under way for each process; more would only fill the memory


def spread(work: Callable[[Batch], Done], batches: Iterable[Batch]) -> Iterator[Done]:
    """What `work` makes of each batch, in their order.

    One or two batches are not worth a process; nor may a process that is itself one of a pool's
    start others. There the work is done here.
    """
    waiting = iter(batches)
    first = list(islice(waiting, 2))
    if len(first) < 2 or current_process().daemon:
        yield from map(work, chain(first, waiting))
        return
    yield from _pooled(work, chain(first, waiting), os.cpu_count() or 1)


def _pooled(work: Callable[[Batch], Done], batches: Iterator[Batch], jobs: int) -> Iterator[Done]:
    under_way: deque[Future[Done]] = deque()
    with ProcessPoolExecutor(jobs) as pool:
        for batch in batches:
            under_way.append(pool.submit(work, batch))
            if len(under_way) >= AHEAD * jobs:
                yield under_way.popleft().result()
        while under_way:
            yield under_way.popleft().result()
