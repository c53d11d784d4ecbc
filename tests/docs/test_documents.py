"""The documents say what the code does: generated pages, replayed consoles, links, settings."""

import re
from pathlib import Path

import pytest
from tools.write_docs import REFERENCE, REPLAYED, ROOT, pages, replayed

DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
LINK = re.compile(r"\]\((?!https?:)([^)#]+)\)")
VARIABLE = re.compile(r"environ(?:\.get|\.setdefault)?[(\[]\"([A-Z_]+)\"")


@pytest.mark.parametrize("name", pages())
def test_a_reference_page_is_up_to_date(name: str) -> None:
    assert (REFERENCE / name).read_text("utf-8") == pages()[name], "run `make docs`"


@pytest.mark.parametrize("path", REPLAYED, ids=lambda path: path.name)
def test_the_outputs_shown_are_what_the_commands_print(path: Path) -> None:
    text = path.read_text("utf-8")
    assert replayed(text) == text, "run `make docs`, and read what has changed"


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_lead_somewhere(path: Path) -> None:
    # The picture is taken of the running pages and added to a release by hand.
    targets = [target for target in LINK.findall(path.read_text("utf-8")) if ".png" not in target]
    missing = [target for target in targets if not (path.parent / target).exists()]
    assert missing == []


def test_every_setting_is_documented() -> None:
    source = "".join(path.read_text("utf-8") for path in (ROOT / "src").rglob("*.py"))
    settings = (REFERENCE / "settings.md").read_text("utf-8")
    used = set(VARIABLE.findall(source))
    assert "DATABASE_URL" in used
    assert {name for name in used if f"`{name}`" not in settings} == set()
