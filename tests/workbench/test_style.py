"""Every text colour keeps WCAG AA's contrast on every ground, by day and by night."""

import re
from pathlib import Path

import pytest

import harmledger.workbench

CSS = (Path(harmledger.workbench.__file__).parent / "static" / "harmledger.css").read_text()
TEXT = ["ink", "soft", "accent", "bad", "good"]
TEXT += ["confirmed", "fair", "weak", "contested", "discounted"]
PAIRS = [(text, ground) for text in TEXT for ground in ("paper", "raised")]
PAIRS += [("ink", "band"), ("mark-ink", "mark"), ("mark-ink", "mark-deep"), ("paper", "accent")]


def colours(block: str) -> dict[str, str]:
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", block))


DAY, NIGHT, *_ = (colours(block) for block in re.findall(r":root \{(.*?)\}", CSS, re.DOTALL))


def light(colour: str) -> float:
    """Relative luminance, WCAG 2.2."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("scheme", [DAY, NIGHT], ids=["day", "night"])
@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_contrast(scheme: dict[str, str], text: str, ground: str) -> None:
    upper, lower = sorted((light(scheme[text]), light(scheme[ground])), reverse=True)
    assert (upper + 0.05) / (lower + 0.05) >= 4.5


def test_nothing_is_loaded_from_elsewhere() -> None:
    assert "url(" not in CSS
    assert "@import" not in CSS
