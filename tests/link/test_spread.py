"""Work spread over processes: what comes of it is what one makes."""

import os
from multiprocessing import active_children
from time import sleep

import pytest

from harmledger.link.spread import LinkingError, spread


@pytest.mark.parametrize("jobs", [1, 2, 3])
@pytest.mark.parametrize("pieces", [[], [3], [3, 1, 2, 5, 4]])
def test_results_come_in_the_order_of_the_pieces(jobs, pieces):
    assert list(spread(lambda piece: piece * 2, pieces, jobs=jobs)) == [2 * one for one in pieces]


def test_each_process_takes_the_next_piece():
    by = list(spread(lambda _: os.getpid(), range(40), jobs=2))
    assert by[0] != by[1]
    assert os.getpid() not in by
    assert set(spread(lambda _: os.getpid(), range(4), jobs=1)) == {os.getpid()}


def test_nobody_waits_for_the_slower_one():
    def slow(piece):
        sleep(0.5 * (piece == 0))
        return os.getpid()

    first, *others = spread(slow, range(4), jobs=2)
    assert first not in others


def test_a_worker_is_replaced_after_its_turn(monkeypatch):
    monkeypatch.setattr("harmledger.link.spread.TURN", 1)
    by = list(spread(lambda _: os.getpid(), range(5), jobs=2))
    assert len(set(by)) == 5
    assert active_children() == []


def test_a_worker_that_dies_is_no_end_of_the_pieces():
    with pytest.raises(LinkingError, match=r"died at piece [12] of 4"):
        list(spread(lambda _: os._exit(1), range(4), jobs=2))
    assert active_children() == []


def test_no_worker_outlives_what_is_asked_of_it():
    found = spread(lambda _: b"x" * 1_000_000, range(4), jobs=2)  # more than a pipe holds
    next(found)
    assert len(active_children()) == 2
    found.close()
    assert active_children() == []
