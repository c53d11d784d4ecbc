"""Chunks over processes: in order, the same for any number of jobs, and death is said."""

import os
import signal
from collections.abc import Callable

import pytest

from harmledger.batch import WorkerError, chunks, spread
from harmledger.batch.chunks import Chunk
from harmledger.model import Report, VocabularyError
from tests.make import report

REPORTS = [
    report("word " * number, report_id=f"r{number:03}", origin=f"in/{number:03}")
    for number in range(60)
]


def length() -> Callable[[Chunk], int]:
    return lambda chunk: sum(len(item.text) for item in chunk)


def death_in_r010() -> Callable[[Chunk], int]:
    return die_of


def die_of(chunk: Chunk) -> int:
    if any(item.report_id == "r010" for item in chunk):
        os.kill(os.getpid(), signal.SIGKILL)
    return 0


def ignorance() -> Callable[[Chunk], int]:
    raise VocabularyError("vocab/none.yml: no such file")


def spread_over(
    jobs: int, start: Callable[[], Callable[[Chunk], int]]
) -> list[tuple[tuple[Report, ...], int]]:
    return list(spread(chunks(REPORTS, most_items=4), start, jobs=jobs))


def test_any_number_of_jobs_gives_the_same_in_the_same_order() -> None:
    alone = spread_over(1, length)
    assert [item for chunk, _ in alone for item in chunk] == REPORTS
    assert spread_over(3, length) == alone


def test_a_worker_that_dies_is_said_with_the_reports_it_was_reading() -> None:
    with pytest.raises(WorkerError, match=r"in/008 to in/011.*run the same again"):
        spread_over(2, death_in_r010)


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_error_at_the_start_is_the_error_and_no_broken_pool(jobs: int) -> None:
    with pytest.raises(VocabularyError, match="no such file"):
        spread_over(jobs, ignorance)
