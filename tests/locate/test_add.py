"""Files that are added stay for every run; a wrong one changes nothing."""

import pytest

from harmledger.locate import add, added, default_gazetteer, remove
from harmledger.locate.gazetteer import bundled
from harmledger.model import HarmledgerError, VocabularyError
from tests.locate.made import SMALL

HEAD = "id,name,alternates,lat,lon,type,admin,country\n"


@pytest.fixture
def ours(tmp_path, monkeypatch):
    """A file of one's own, beside the small gazetteer in place of the bundled data."""
    monkeypatch.setenv("HARMLEDGER_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("HARMLEDGER_GAZETTEER", str(tmp_path / "added"))
    monkeypatch.setattr(bundled, "rows", lambda: iter(SMALL))
    path = tmp_path / "ours.csv"
    path.write_text(f"{HEAD}k1,Bab Sinjar,,36.35,43.13,neighbourhood,IQ.15,IQ\n", "utf-8")
    return path


def test_an_added_file_is_known_to_every_later_run(ours):
    add(ours)
    ours.unlink()
    assert [path.name for path in added()] == ["ours.csv"]
    assert default_gazetteer().lookup("Bab Sinjar")


def test_what_is_added_opens_the_index_that_later_runs_open(ours):
    assert add(ours).path == default_gazetteer().path


def test_a_wrong_file_changes_nothing(ours):
    add(ours)
    ours.write_text(f"{HEAD}k1,Elsewhere,,0,0,village,,\n", "utf-8")
    with pytest.raises(VocabularyError, match="0, 0"):
        add(ours)
    assert default_gazetteer().lookup("Bab Sinjar")


def test_a_file_of_the_same_name_is_replaced(ours):
    add(ours)
    ours.write_text(f"{HEAD}k2,Bab Lakash,,36.35,43.13,neighbourhood,IQ.15,IQ\n", "utf-8")
    add(ours)
    assert default_gazetteer().lookup("Bab Lakash")
    assert not default_gazetteer().lookup("Bab Sinjar")


def test_a_removed_file_is_known_no_more(ours):
    add(ours)
    remove("ours.csv")
    assert added() == ()
    assert not default_gazetteer().lookup("Bab Sinjar")


def test_what_was_not_added_cannot_be_removed(ours):
    with pytest.raises(HarmledgerError, match="added are none"):
        remove("ours.csv")


def test_a_project_file_enlarges_what_is_found(ours):
    assert default_gazetteer().lookup("Bab Sinjar") == ()
    assert default_gazetteer(extra=[ours]).lookup("Bab Sinjar")
