"""A kept world: saved, opened and grown it is the world compared at once."""

from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest

from harmledger.link import load_weights
from harmledger.link.keep import grow, keep, opened, save
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
def test_what_was_saved_grows_to_the_whole(tmp_path, start):
    every, path = items(), tmp_path / "linked"
    save(keep(every[:start], WEIGHTS), WEIGHTS, path)
    kept = opened(WEIGHTS, path)
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


def test_other_knowledge_opens_nothing(tmp_path):
    path = tmp_path / "linked"
    assert opened(WEIGHTS, path) is None
    save(keep(items(), WEIGHTS), WEIGHTS, path)
    assert opened(replace(WEIGHTS, prior=0.5), path) is None
    assert opened(WEIGHTS, path) is not None


@pytest.mark.parametrize("name", ["digest", "code", "version"])
def test_what_other_words_or_other_code_made_is_not_opened(tmp_path, monkeypatch, name):
    path = tmp_path / "linked"
    save(keep(items(), WEIGHTS), WEIGHTS, path)
    monkeypatch.setattr(f"harmledger.link.keep.{name}", lambda *_: "another")
    assert opened(WEIGHTS, path) is None


HURT = {
    "empty": lambda whole: b"",
    "cut in its head": lambda whole: whole[:40],
    "cut": lambda whole: whole[:-64],
    "longer": lambda whole: whole + b"\0",
    "flipped at its start": lambda whole: bytes([whole[0] ^ 1]) + whole[1:],
    "flipped in its head": lambda whole: whole[:20] + bytes([whole[20] ^ 1]) + whole[21:],
    "flipped": lambda whole: whole[:-70] + bytes([whole[-70] ^ 1]) + whole[-69:],
}


@pytest.mark.parametrize("hurt", HURT.values(), ids=HURT)
def test_a_file_that_is_not_as_it_was_written_is_not_opened(tmp_path, hurt):
    path = tmp_path / "linked"
    save(keep(items(), WEIGHTS), WEIGHTS, path)
    path.write_bytes(hurt(path.read_bytes()))
    assert opened(WEIGHTS, path) is None


def test_what_is_open_stays_as_it_was_when_another_is_written(tmp_path):
    path, every = tmp_path / "linked", items()
    save(keep(every, WEIGHTS), WEIGHTS, path)
    kept = opened(WEIGHTS, path)
    save(keep(every[:1], WEIGHTS), WEIGHTS, path)
    assert seen(kept, every) == [["r0", "r1", "r3"], ["r2", "r4"]]
    assert [one.name for one in tmp_path.iterdir()] == ["linked"]


@pytest.mark.parametrize("more", [[0], [4, 4]])
def test_an_account_is_added_once(more):
    every = items()
    with pytest.raises(ValueError, match="add each once"):
        grow(keep(every[:4], WEIGHTS), [every[at] for at in more], WEIGHTS)


def test_rows_are_found_by_the_ids_of_accounts():
    every = items()
    kept = keep(every, WEIGHTS)
    ids = [one.account.account_id for one in every]
    assert kept.rows([*reversed(ids), "another"]).tolist() == [4, 3, 2, 1, 0, -1]
    assert keep([], WEIGHTS).rows(["another"]).tolist() == [-1]


def test_the_file_holds_no_word_of_a_report(tmp_path):
    path = tmp_path / "linked"
    save(keep(items(), WEIGHTS), WEIGHTS, path)
    content = path.read_bytes().lower()
    assert not any(word in content for word in (b"kasra", b"durnan", b"shells", b"wire"))
