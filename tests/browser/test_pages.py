"""The pages in a real browser."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "harmledger.workbench.settings")

from harmledger.ledger import Ledger
from tests.workbench.fixture import BAD, FURAT, fill

sync_api = pytest.importorskip(
    "playwright.sync_api", reason="no browser tested: playwright is not installed"
)
SERVE = """
import sys
from pathlib import Path
from harmledger.workbench import serve
serve(Path(sys.argv[1]), host="127.0.0.1", port=0, open_browser=False)
"""
CHROMIUM = Path("/usr/bin/chromium")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(
        not CHROMIUM.exists(), reason="no browser tested: apt-get install chromium fonts-noto-core"
    ),
]
PAGES = ["/", "/incident/aa11/", "/incident/bb22/", f"/report/?id={FURAT}", "/set-aside/"]
PAGES += [f"/report/?id={BAD}", "/about/?verify=1", "/totals/?by=place", "/series/", "/decisions/"]
PAGES += ["/decisions/new/?what=figure&incident=aa11", "/relays/aa11/"]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The pages as `harmledger serve` gives them, in a process of their own."""
    ledger = Ledger.open(tmp_path_factory.mktemp("site"))
    fill(ledger)
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


@pytest.fixture(scope="module")
def chromium(site: str) -> Iterator[Any]:
    # After the site: Django refuses to write where playwright's event loop runs.
    with sync_api.sync_playwright() as play:
        # Debian's chromium as root has no sandbox; these pages are our own.
        browser = play.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        yield browser
        browser.close()


class Visit:
    """One tab, with what went wrong in it and where it asked."""

    def __init__(self, browser: Any, **context: Any) -> None:
        self.context = browser.new_context(**context)
        self.tab = self.context.new_page()
        self.errors: list[str] = []
        self.asked: set[str] = set()
        self.tab.on("pageerror", lambda error: self.errors.append(str(error)))
        self.tab.on("console", self._heard)
        self.tab.on("request", lambda sent: self.asked.add(sent.url))
        self.tab.on("requestfailed", lambda sent: self.errors.append(sent.url))

    def _heard(self, message: Any) -> None:
        if message.type == "error":
            self.errors.append(message.text)


@pytest.fixture
def visit(chromium: Any, request: pytest.FixtureRequest) -> Iterator[Visit]:
    made = Visit(chromium, **getattr(request, "param", {}))
    yield made
    made.context.close()


def drawn(visit: Visit) -> int:
    visit.tab.wait_for_selector("#map[data-drawn]", timeout=30_000)
    return int(visit.tab.get_attribute("#map", "data-drawn"))


def test_the_map_draws_every_located_incident_and_asks_nobody_else(visit: Visit, site: str) -> None:
    visit.tab.goto(site)
    assert drawn(visit) == 2
    assert visit.tab.locator("#map canvas").count() == 1
    assert visit.errors == []
    outside = {url for url in visit.asked if not url.startswith((site, "blob:", "data:"))}
    assert outside == set()


def test_the_map_follows_the_filters_and_a_click_opens_the_incident(
    visit: Visit, site: str
) -> None:
    visit.tab.goto(f"{site}/?words=mosul")
    assert drawn(visit) == 1
    box = visit.tab.locator("#map canvas").bounding_box()
    visit.tab.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    visit.tab.wait_for_url(f"{site}/incident/aa11/", timeout=10_000)


@pytest.mark.parametrize(
    "visit", [{"viewport": {"width": 375, "height": 800}}], indirect=True, ids=["375px"]
)
@pytest.mark.parametrize("path", PAGES)
def test_no_page_scrolls_sideways_on_a_phone(visit: Visit, site: str, path: str) -> None:
    visit.tab.goto(site + path)
    assert visit.tab.evaluate("document.documentElement.scrollWidth") <= 375
    assert visit.errors == []


@pytest.mark.parametrize("visit", [{"java_script_enabled": False}], indirect=True, ids=["no js"])
def test_without_javascript_the_list_filters_and_leads_on(visit: Visit, site: str) -> None:
    visit.tab.goto(site)
    visit.tab.fill("#id_words", "mosul")
    visit.tab.click("text=Filter")
    assert visit.tab.locator("table.incidents tbody tr").count() == 1
    visit.tab.click("table.incidents tbody th a")
    assert visit.tab.locator("svg.chart").count() == 3


def test_hostile_text_changes_nothing(visit: Visit, site: str) -> None:
    visit.tab.goto(f"{site}/report/?id={BAD}")
    assert "owned" not in visit.tab.title()
    assert visit.tab.locator("main img").count() == 0
    assert "⟨U+202E⟩" in visit.tab.inner_text("main")


def test_the_keyboard_reaches_the_content_first(visit: Visit, site: str) -> None:
    visit.tab.goto(f"{site}/set-aside/")
    visit.tab.keyboard.press("Tab")
    assert visit.tab.evaluate("document.activeElement.className") == "skip"
    visit.tab.keyboard.press("Enter")
    assert visit.tab.evaluate("document.activeElement.id") == "main"


def test_a_link_to_a_claim_leads_to_its_words(visit: Visit, site: str) -> None:
    visit.tab.goto(f"{site}/incident/aa11/")
    visit.tab.locator("article.claim p.from a").first.click()
    target = visit.tab.locator("mark:has(:target)")
    assert target.count() == 1
    assert "killed" in target.inner_text()


def test_relays_are_a_list_within_a_list(visit: Visit, site: str) -> None:
    visit.tab.goto(f"{site}/incident/aa11/")
    visit.tab.click("text=who relays whom")
    visit.tab.wait_for_url(f"{site}/relays/aa11/")
    assert visit.tab.locator("ol.relays > li").count() == 2
    below = visit.tab.locator("ol.relays > li > ul > li")
    assert below.count() == 1
    assert "relays Count of Harm" in below.inner_text()
    # what a screen reader is told: a list in an item of a list
    tree = visit.tab.locator("main").aria_snapshot()
    assert re.search(r"- list:\n +- listitem:(?:\n .*)*?\n +- list:\n +- listitem:", tree), tree
    assert visit.errors == []
