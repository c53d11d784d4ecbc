"""How fast places are found; run with `pytest --benchmark-only tests/locate`."""

import pytest

from harmledger.locate import locate
from harmledger.locate.gazetteer import bundled as source
from harmledger.locate.gazetteer.build import build
from harmledger.model import Place, Reading
from tests.make import claim, reading

NAMES = (
    "Mosul",
    "Taiz",
    "Al-Bab",
    "Idlib",
    "Homs",
    "Omdurman",
    "Kharkiv",
    "Bamako",
    "Kabul",
    "Raqqa",
)
FORMS = (
    "{}",
    "western {}",
    "the outskirts of {}",
    "{} district",
    "the village of Khan Darya near {}",
    "a house in {}'s old quarter",
    "Bab al-Tob, {}",
    "the countryside of {}",
    "3 km north of {}",
    "{} province",
)


@pytest.fixture
def readings() -> list[Reading]:
    """20 reports with 5 claims each, in all 100 phrases."""
    phrases = [form.format(name) for name in NAMES for form in FORMS]
    return [
        reading(claims=tuple(claim(place=Place(words)) for words in phrases[at : at + 5]))
        for at in range(0, len(phrases), 5)
    ]


def test_phrases_after_warm_up(benchmark, bundled, readings):
    """5,000 phrases a CPU second means 20 ms for these 100."""
    benchmark(lambda: [locate(one, bundled) for one in readings])


def test_build(benchmark, tmp_path):
    """At most 30 s."""
    benchmark.pedantic(
        lambda: build([source.rows()], tmp_path / "index.sqlite"), rounds=1, iterations=1
    )
