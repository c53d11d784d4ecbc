"""A third language is data: a folder of one's own, read beside the packaged grammars."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from harmledger.extract.grammar import grammar, languages
from harmledger.model import VocabularyError
from harmledger.vocab.load import OWN, digest, document, listing

OURS = Path(__file__).parent / "own"
"""A small French grammar, laid out as `vocab/` is."""


@pytest.fixture
def own(monkeypatch, tmp_path):
    """A folder of one's own with one grammar in it, still unmarked."""
    folder = tmp_path / "grammars" / "xx"
    folder.mkdir(parents=True)
    (folder / "language.yml").write_text("says: A grammar begun.\nname: None\n")
    monkeypatch.setenv(OWN, str(tmp_path))
    return folder


def run(folder, texts, lang, **environment):
    """The claims and what was set aside, as the command reads reports, named by their places."""
    lines = (
        json.dumps({"id": str(at), "text": text, "lang": lang}) for at, text in enumerate(texts)
    )
    (folder / "in.jsonl").write_text("\n".join(lines))
    subprocess.run(
        [sys.executable, "-m", "harmledger.cli", "run", folder / "in.jsonl", "--out", folder],
        check=True,
        capture_output=True,
        env=os.environ | environment,
    )
    return [
        [json.loads(line) for line in (folder / name).read_text().splitlines()]
        for name in ("claims.jsonl", "set_aside.jsonl")
    ]


def test_languages_are_the_folders_marked_to_be_used():
    assert languages() == ("ar", "en")


def test_a_grammar_that_is_begun_is_not_used(own):
    assert languages() == ("ar", "en")
    (own / "language.yml").write_text("says: A grammar that reads.\nname: None\nreads: true\n")
    assert languages() == ("ar", "en", "xx")


def test_a_file_may_not_stand_in_both(own):
    own.rename(own.with_name("en"))
    with pytest.raises(VocabularyError, match=r"grammars/en/language.yml: stands in"):
        listing("grammars")


def test_a_folder_that_is_not_there_is_said(monkeypatch, tmp_path):
    monkeypatch.setenv(OWN, str(tmp_path / "gone"))
    with pytest.raises(VocabularyError, match=r"gone: no such folder"):
        document("grammars/en/language.yml")


def test_ones_own_files_are_part_of_the_digest(own):
    digest.cache_clear()
    with_own = digest()
    (own / "language.yml").write_text("says: A grammar changed.\nname: None\n")
    digest.cache_clear()
    changed = digest()
    digest.cache_clear()
    assert with_own != changed


FRENCH = {
    "12 civils ont été tués à Karvel.": [("killed", 12, "civilian", "all")],
    "Trois enfants ont été blessés.": [("injured", 3, "civilian", "children")],
    "12 maisons ont été visitées.": [],
}


def test_french_is_read_from_data_alone(tmp_path):
    claims, aside = run(tmp_path, FRENCH, "fr", **{OWN: str(OURS)})
    assert aside == []
    for at, (text, told) in enumerate(FRENCH.items()):
        own = [one for one in claims if one["report_id"] == str(at)]
        assert [
            (one["measure"], one["count"]["low"], one["group"]["status"], one["group"]["people"])
            for one in own
        ] == told
        assert all(one["evidence"]["quote"] in text for one in own)


def test_without_a_grammar_french_is_set_aside(tmp_path):
    claims, aside = run(tmp_path, ["12 civils ont été tués à Karvel."], "fr")
    assert claims == []
    assert [one["reason"] for one in aside] == ["no_grammar"]


def test_a_grammar_that_lacks_a_file_names_it(own):
    with pytest.raises(VocabularyError, match=r"grammars/xx/\w+.yml: no such file"):
        grammar("xx")


def test_a_pattern_is_null_and_never_left_out(monkeypatch, tmp_path):
    shutil.copytree(OURS, tmp_path, dirs_exist_ok=True)
    monkeypatch.setenv(OWN, str(tmp_path))
    (tmp_path / "grammars" / "fr").rename(tmp_path / "grammars" / "xy")
    assert "resolve.cared" not in grammar("xy").patterns
    file = tmp_path / "grammars" / "xy" / "resolve.yml"
    file.write_text(file.read_text().replace("cared: null", ""))
    grammar.cache_clear()
    with pytest.raises(VocabularyError, match=r"xy/resolve.yml: lacks \['cared'\]"):
        grammar("xy")


def test_a_word_stands_once_in_an_entry(monkeypatch, tmp_path):
    shutil.copytree(OURS, tmp_path, dirs_exist_ok=True)
    monkeypatch.setenv(OWN, str(tmp_path))
    (tmp_path / "grammars" / "fr").rename(tmp_path / "grammars" / "xz")
    (tmp_path / "grammars" / "xz" / "lexicon" / "more.yml").write_text(
        "says: More words.\nentries:\n"
        "  - {id: xz.more, says: Twice., class: PERSON, words: [mairie, ville, mairie]}\n"
    )
    with pytest.raises(VocabularyError, match=r"xz\.more: 'mairie' stands twice in words"):
        grammar("xz")
