"""A release is written whole or not at all, and twice the same."""

import json
import resource
from contextlib import contextmanager
from dataclasses import replace
from hashlib import sha256

import pytest

from harmledger.publish import FORMATS, publish
from tests.make import report
from tests.publish.made import release


def contents(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_every_format_and_a_manifest(tmp_path):
    publish(release(), tmp_path / "new" / "out")
    assert set(contents(tmp_path / "new" / "out")) == {*FORMATS, "manifest.json"}


def test_the_manifest_tells_rows_and_checksums(tmp_path):
    publish(release(), tmp_path)
    manifest = json.loads((tmp_path / "manifest.json").read_text())
    assert (manifest["vocabulary"], manifest["scheme"]) == (
        "0123456789ab",
        {"name": "airwars", "version": "1", "digest": ""},
    )
    rows = {file["name"]: file["rows"] for file in manifest["files"]}
    assert rows == {
        "reports.jsonl": 3,
        "claims.jsonl": 2,
        "incidents.jsonl": 2,
        "tombstones.jsonl": 0,
        "set_aside.jsonl": 1,
        "incidents.csv": 2,
        "claims.csv": 2,
        "incidents.geojson": 1,
        "totals.csv": 1,
        "READ_ME_FIRST.txt": 0,
    }
    for file in manifest["files"]:
        data = (tmp_path / file["name"]).read_bytes()
        assert (file["sha256"], file["bytes"]) == (sha256(data).hexdigest(), len(data))


def test_the_same_release_in_another_order_is_the_same_bytes(tmp_path):
    made = release()
    turned = replace(
        made,
        reports=made.reports[::-1],
        incidents=made.incidents[::-1],
        readings=tuple(replace(one, claims=one.claims[::-1]) for one in made.readings[::-1]),
    )
    publish(made, tmp_path / "one")
    publish(turned, tmp_path / "two")
    assert contents(tmp_path / "one") == contents(tmp_path / "two")


@contextmanager
def largest_file(size):
    """No file of this process may grow beyond `size` bytes, as on a full disk."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_full_disk_names_the_file_and_leaves_the_old_ones(tmp_path):
    publish(release(), tmp_path)
    before = contents(tmp_path)
    many = tuple(report(report_id=f"r{number}") for number in range(900))
    with largest_file(20_000), pytest.raises(OSError, match=r"reports\.jsonl"):
        publish(release(reports=many), tmp_path)
    assert contents(tmp_path) == before


def test_a_file_in_place_of_the_folder_is_named(tmp_path):
    (tmp_path / "out").write_text("mine")
    with pytest.raises(OSError, match="out"):
        publish(release(), tmp_path / "out")
    assert (tmp_path / "out").read_text() == "mine"


def test_a_folder_in_place_of_a_file_is_named(tmp_path):
    (tmp_path / "claims.csv" / "mine").mkdir(parents=True)
    with pytest.raises(OSError, match=r"claims\.csv"):
        publish(release(), tmp_path)
    assert not list(tmp_path.glob(".*"))


def test_what_a_killed_run_left_does_no_harm(tmp_path):
    (tmp_path / ".claims.csv.partial").write_text("half")
    publish(release(), tmp_path)
    assert not list(tmp_path.glob(".*"))
