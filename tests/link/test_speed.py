"""How fast accounts are linked: `pytest --benchmark-only tests/link`."""

from datetime import timedelta

from harmledger.link import link
from tests.link.made import tell
from tests.make import DAY, account, figure, place

INCIDENTS, EACH = 200, 5


def accounts():
    return [
        tell(
            f"r{incident}-{number}",
            account(
                figure(incident % 30),
                place=place(f"Place{incident % 40}", lat=30 + incident % 7, lon=40 + incident % 9),
                start=DAY + timedelta(days=incident % 90),
                end=DAY + timedelta(days=incident % 90),
            ),
            text=f"Shells fell on quarter{incident} near bridge{incident}, said caller{number}.",
            publisher=f"Wire {number}",
            published=DAY + timedelta(days=incident % 90 + 1),
        )
        for incident in range(INCIDENTS)
        for number in range(EACH)
    ]


def test_a_thousand_accounts(benchmark):
    told = accounts()
    incidents, apart = benchmark.pedantic(link, args=(told,), rounds=2)
    assert (len(incidents), apart) == (INCIDENTS, [])
