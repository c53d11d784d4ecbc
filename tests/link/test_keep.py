"""A kept world: as columns, back again and grown it is the world compared at once."""

from datetime import timedelta

import numpy as np
import pytest

from harmledger.link import load_weights
from harmledger.link.keep import arrays_of, grow, keep, kept_of
from harmledger.link.sketch import Item
from harmledger.link.world import groups, judged
from tests.link.made import item, tell
from tests.make import DAY, account, figure, place

WEIGHTS = load_weights()
PLACES = {
    "Kasra": place("Kasra", lat=36.3, lon=43.1),
    "Durnan": place("Durnan", lat=33.3, lon=40.1),
}
# name of the place, days after the first, toll
ROWS = [("Kasra", 0, 3), ("Kasra", 0, 3), ("Durnan", 4, 1), ("Kasra", 1, 4), ("Durnan", 4, 1)]


def items() -> list[Item]:
    found = []
    for number, (name, later, toll) in enumerate(ROWS):
        day = DAY + timedelta(days=later)
        told = account(figure(toll), start=day, end=day, place=PLACES[name])
        text = f"shells fell on the mill of {name}, report {number}"
        found.append(item(tell(f"r{number}", told, text=text, publisher=f"Wire {number}")))
    return found


def seen(kept, every):
    names = [one.report.report_id for one in every]
    return sorted(sorted(names[row] for row in one.rows) for one in groups(kept.world, WEIGHTS))


@pytest.mark.parametrize("start", range(len(ROWS)))
def test_what_was_kept_grows_to_the_whole(start):
    every = items()
    kept = kept_of(arrays_of(keep(every[:start], WEIGHTS)))
    grown, again = grow(kept, every[start:], WEIGHTS)
    whole = keep(every, WEIGHTS)
    assert seen(grown, every) == seen(whole, every) == [["r0", "r1", "r3"], ["r2", "r4"]]
    assert grown.world.pairs.tolist() == whole.world.pairs.tolist()
    assert grown.world.bits.tolist() == whole.world.bits.tolist()
    assert set(range(start, len(every))) <= set(again.tolist())


def test_only_what_a_report_touches_is_made_again():
    every = items()
    _, again = grow(keep(every[:4], WEIGHTS), every[4:], WEIGHTS)
    assert again.tolist() == [2, 4]
    _, again = grow(keep(every, WEIGHTS), [], WEIGHTS)
    assert again.tolist() == []


def test_a_judgement_made_since_touches_its_rows():
    every = items()
    kept = keep(every, WEIGHTS)
    said = judged([], [(0, 1)])
    _, again = grow(kept, [], WEIGHTS, judged=said, also=np.array([0, 1]))
    assert {0, 1} <= set(again.tolist())
    _, again = grow(kept, [], WEIGHTS, judged=judged([(0, 2)], []))
    assert again.tolist() == [0, 1, 2, 3, 4]


@pytest.mark.parametrize("more", [[0], [4, 4]])
def test_an_account_is_added_once(more):
    every = items()
    with pytest.raises(ValueError, match="add each once"):
        grow(keep(every[:4], WEIGHTS), [every[at] for at in more], WEIGHTS)
