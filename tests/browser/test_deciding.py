"""A decision is sent from its own form in a real browser, which withholds or tells its origin."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "harmledger.workbench.settings")

from harmledger.deciding import today
from harmledger.ledger import Ledger
from harmledger.record import bring_out, take_in
from harmledger.view import last_scheme
from tests.browser.test_pages import CHROMIUM, SERVE, Visit, pytestmark, sync_api
from tests.cli.doors import ROWS, jsonl

__all__ = ["pytestmark"]


@pytest.fixture
def site(tmp_path: Path) -> Iterator[str]:
    """A ledger of its own, since decisions settle it anew."""
    ledger = Ledger.open(tmp_path / "out")
    list(take_in(ledger, [jsonl(tmp_path / "in.jsonl", ROWS)]))
    bring_out(ledger, last_scheme(ledger), today=today())
    ledger.close()
    server = subprocess.Popen(
        [sys.executable, "-c", SERVE, ledger.folder],
        stdout=subprocess.PIPE,
        text=True,
        # Where the tests run in the background, a shell has them ignore what ends the server.
        preexec_fn=partial(signal.signal, signal.SIGINT, signal.SIG_DFL),
    )
    assert server.stdout is not None
    yield re.findall(r"http://[\d.:]+", server.stdout.readline())[0]
    server.send_signal(signal.SIGINT)
    assert server.wait(timeout=20) == 0
    server.stdout.close()


def test_a_report_is_retracted_and_the_decision_undone(site: str) -> None:
    with sync_api.sync_playwright() as play:
        browser = play.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        visit = Visit(browser)
        tab = visit.tab
        tab.goto(f"{site}/decisions/new/?what=report&item=dnipro")
        tab.fill("#id_because", "made up")
        tab.fill("#id_by", "أمل")
        tab.click("text=Write it down")
        tab.wait_for_url(f"{site}/decisions/")
        assert "made up" in tab.inner_text("table.log")
        tab.click("table.log a:text-is('Undo')")
        # who decided is remembered
        assert tab.input_value("#id_by") == "أمل"
        tab.fill("#id_because", "it stands")
        tab.click("text=Write it down")
        tab.wait_for_url(f"{site}/decisions/")
        assert "no longer holds" in tab.inner_text("table.log")
        assert visit.errors == []
        browser.close()
