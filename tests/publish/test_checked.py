"""A release against its manifest."""

import json
from dataclasses import replace

import pytest

from harmledger.publish import FORMATS, checked, publish
from tests.publish.made import release


def test_what_was_written_is_as_it_was_written(tmp_path):
    assert checked(tmp_path) is None
    publish(release(), tmp_path)
    found = checked(tmp_path)
    assert (found.files, found.problems, found.ledger) == (len(FORMATS), (), None)
    publish(replace(release(), ledger="20 ab12"), tmp_path)
    assert checked(tmp_path).ledger == (20, "ab12")


@pytest.mark.parametrize("name", FORMATS)
def test_a_file_that_was_changed_or_taken_away_is_named(tmp_path, name):
    publish(release(), tmp_path)
    with (tmp_path / name).open("a") as file:
        file.write(" ")
    found = checked(tmp_path)
    assert found.problems == (
        f"{tmp_path / name} was altered: it is not what its manifest.json names",
    )
    assert found.files == len(FORMATS) - 1
    (tmp_path / name).unlink()
    assert checked(tmp_path).problems == (f"{tmp_path / name} is missing",)


@pytest.mark.parametrize("text", ["", "[]", "{}", json.dumps({"files": [{}]}), '{"files": 3}'])
def test_a_manifest_that_is_none_is_said(tmp_path, text):
    (tmp_path / "manifest.json").write_text(text)
    assert checked(tmp_path).problems == (f"{tmp_path / 'manifest.json'} is not as it was written",)
