"""Walking what the user named: one order, each folder once, nothing skipped unsaid."""

import os

import pytest

from tests.ingest.inputs import EN, read, told, written


def names(items):
    return [(getattr(item, "origin", "") or item.item).rpartition("/")[2] for item in items]


def test_folders_are_walked_in_the_order_of_names(tmp_path):
    for name in ("b.txt", "a.txt", "c.txt"):
        (tmp_path / name[0]).mkdir()
        written(tmp_path / name[0], name, f"{EN} {name}")
        written(tmp_path, f"{name[0]}0.txt", f"{EN} {name}0")
    items = read(tmp_path)
    assert names(items) == ["a.txt", "a0.txt", "b.txt", "b0.txt", "c.txt", "c0.txt"]


def test_paths_are_read_in_the_order_given(tmp_path):
    first, second = written(tmp_path, "z.txt", EN), written(tmp_path, "a.txt", f"{EN} Later.")
    assert names(read(first, second)) == ["z.txt", "a.txt"]


def test_a_link_that_loops_is_set_aside_once(tmp_path):
    inner = tmp_path / "inner"
    inner.mkdir()
    written(inner, "a.txt", EN)
    (inner / "up").symlink_to(tmp_path)
    items = read(tmp_path)
    assert told(items) == [EN, "- link_loop"]
    assert items[1].item == str(inner / "up")


def test_a_link_to_itself_is_set_aside(tmp_path):
    (tmp_path / "me.txt").symlink_to(tmp_path / "me.txt")
    assert told(read(tmp_path)) == ["- link_loop"]


def test_a_folder_under_two_names_is_read_once(tmp_path):
    (tmp_path / "b").mkdir()
    written(tmp_path / "b", "a.txt", EN)
    (tmp_path / "a").symlink_to(tmp_path / "b")
    assert told(read(tmp_path)) == [EN, "- link_loop"]


def test_a_linked_folder_elsewhere_is_followed(tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "out").mkdir()
    written(tmp_path / "out", "a.txt", EN)
    (tmp_path / "in" / "there").symlink_to(tmp_path / "out")
    assert told(read(tmp_path / "in")) == [EN]


def test_a_path_that_does_not_exist_is_missing(tmp_path):
    (item,) = read(tmp_path / "nowhere.txt")
    assert (item.reason, item.item) == ("missing", str(tmp_path / "nowhere.txt"))


def test_a_broken_link_is_unreadable(tmp_path):
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    assert told(read(tmp_path)) == ["- unreadable"]


def test_a_path_below_a_file_is_unreadable(tmp_path):
    assert told(read(written(tmp_path, "a.txt", EN) / "b.txt")) == ["- unreadable"]


def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe.jsonl")
    assert told(read(tmp_path)) == ["- unreadable"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file, whatever its rights")
@pytest.mark.parametrize("name", ["a.txt", "a.jsonl", "a.warc.gz"])
def test_a_file_without_rights_is_unreadable(tmp_path, name):
    path = written(tmp_path, name, EN)
    path.chmod(0)
    assert told(read(path)) == ["- unreadable"]


def test_a_folder_named_like_a_file_is_a_folder(tmp_path):
    (tmp_path / "x.txt").mkdir()
    written(tmp_path / "x.txt", "a.txt", EN)
    assert told(read(tmp_path)) == [EN]


def test_hidden_and_unknown_files_are_named(tmp_path):
    for name in (".hidden", ".note.txt", "LICENSE", "table.xlsx"):
        written(tmp_path, name, EN)
    items = read(tmp_path)
    assert names(items) == [".hidden", ".note.txt", "LICENSE", "table.xlsx"]
    assert told(items) == ["- unknown_format", EN, *["- unknown_format"] * 2]


def test_suffixes_are_read_in_any_case(tmp_path):
    assert told(read(written(tmp_path, "A.TXT", EN))) == [EN]


def test_a_name_that_is_no_text_is_still_named(tmp_path):
    path = tmp_path / os.fsdecode(b"\xe9t\xe9.txt")
    path.write_text(EN)
    (report,) = read(tmp_path)
    assert report.origin == f"{tmp_path}/\ufffdt\ufffd.txt"


def test_an_empty_folder_gives_nothing(tmp_path):
    assert read(tmp_path) == []
