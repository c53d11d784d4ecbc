"""No third party, and no hidden turns of the writing direction."""

import pytest

from harmledger.workbench.shield import STRICT, WITH_MAP, shown, written

TEXTS = [
    ("plain", "plain"),
    ("قتل 3", "قتل 3"),
    ("a\u202eb", "a⟨U+202E⟩b"),
    ("\u2066a\u2069", "⟨U+2066⟩a⟨U+2069⟩"),
    ("a\x00b\x1b[31m", "a⟨U+0000⟩b⟨U+001B⟩[31m"),
    ("line\n\ttab\r", "line\n\ttab\r"),
    # marks of direction and joiners are part of how words are written
    ("a\u200fb\u200c", "a\u200fb\u200c"),
]


@pytest.mark.parametrize(("text", "seen"), TEXTS)
def test_shown(text: str, seen: str) -> None:
    assert shown(text) == seen


def test_pages_without_a_map_run_no_script_at_all() -> None:
    assert "script-src" not in STRICT
    assert STRICT["default-src"] == "'none'"


@pytest.mark.parametrize("rules", [STRICT, WITH_MAP])
def test_nothing_comes_from_elsewhere_or_runs_inline(rules: dict[str, str]) -> None:
    header = written(rules)
    assert "http" not in header
    assert "unsafe" not in header
    assert "*" not in header
