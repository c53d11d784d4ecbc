"""The default index is built once, named by what it was made from, and survives any end."""

import multiprocessing
from pathlib import Path

import pytest

from harmledger.locate import default_gazetteer
from harmledger.locate.gazetteer import bundled, default
from harmledger.model import HarmledgerError, VocabularyError
from tests.locate.made import SMALL

OWN = (
    "id,name,alternates,lat,lon,type,admin,country\n"
    "k1,Bab Sinjar,,36.35,43.13,neighbourhood,IQ.15,IQ\n"
)


@pytest.fixture
def cache(tmp_path, monkeypatch):
    """A cache of the test's own, and the small gazetteer in place of the bundled data."""
    monkeypatch.setenv("HARMLEDGER_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(bundled, "rows", lambda: iter(SMALL))
    return tmp_path / "cache"


def own_file(folder: Path, text: str = OWN) -> Path:
    path = folder / "ours.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_first_use_builds_and_the_next_opens(cache):
    told: list[str] = []
    first = default_gazetteer(progress=lambda step, done: told.append(step))
    assert told
    told.clear()
    second = default_gazetteer(progress=lambda step, done: told.append(step))
    assert told == []
    assert first.path == second.path


def test_extra_places_are_found_beside_the_bundled_ones(cache, tmp_path):
    gazetteer = default_gazetteer(extra=[own_file(tmp_path)])
    assert gazetteer.lookup("Bab Sinjar")
    assert gazetteer.lookup("Mosul")


def test_a_changed_file_makes_a_new_index(cache, tmp_path):
    before = default_gazetteer(extra=[own_file(tmp_path)])
    after = default_gazetteer(extra=[own_file(tmp_path, OWN.replace("Sinjar", "Laksh"))])
    assert before.path != after.path
    assert after.lookup("Bab Laksh")


def test_what_a_killed_build_left_is_cleared_away(cache):
    path = default_gazetteer().path
    path.unlink()
    left = path.with_name(f"{path.name}.x.part")
    left.write_text("half")
    assert default_gazetteer().lookup("Mosul")
    assert not left.exists()


def _open(folder: str) -> str:
    return default_gazetteer().lookup("Mosul")[0].id


def test_processes_at_once_share_one_index(cache):
    with multiprocessing.get_context("fork").Pool(3) as pool:
        assert pool.map(_open, ["", "", ""]) == ["own:mosul"] * 3
    assert len(list(cache.glob("*.sqlite"))) == 1


def test_a_file_of_an_unknown_kind_is_refused(cache, tmp_path):
    path = tmp_path / "places.kml"
    path.write_text("<kml/>")
    with pytest.raises(VocabularyError, match=r"places\.kml"):
        default_gazetteer(extra=[path])


@pytest.mark.parametrize("content", [OWN.encode("utf-16"), b"\xff\xfe\x00", b"id,name\n\x00"])
def test_a_file_that_is_no_utf_8_is_refused_and_leaves_no_index(cache, tmp_path, content):
    path = own_file(tmp_path)
    path.write_bytes(content)
    with pytest.raises(VocabularyError, match=r"ours\.csv"):
        default_gazetteer(extra=[path])
    assert list(cache.glob("*.sqlite*")) == []


FOLDERS = [
    # HARMLEDGER_CACHE  XDG_CACHE_HOME  the folder
    ("/own", "/xdg", "/own"),
    ("", "/xdg", "/xdg/harmledger"),
    ("", "", "/home/amal/.cache/harmledger"),
]


@pytest.mark.parametrize(("own", "xdg", "expected"), FOLDERS)
def test_the_cache_folder_can_be_chosen(monkeypatch, own, xdg, expected):
    monkeypatch.setenv("HARMLEDGER_CACHE", own)
    monkeypatch.setenv("XDG_CACHE_HOME", xdg)
    monkeypatch.setenv("HOME", "/home/amal")
    assert default.cache_folder() == Path(expected)


def test_a_cache_that_cant_be_made_says_which_setting_moves_it(cache):
    cache.write_text("a file in its place")
    with pytest.raises(HarmledgerError, match=r"cache: .*HARMLEDGER_CACHE"):
        default_gazetteer()
