"""Every page: what it shows, and what it refuses."""

import json
import re
from pathlib import Path
from urllib.parse import urlencode

import pytest
from django.test import Client

from harmledger.ledger import Ledger
from harmledger.workbench.desk import PLACE, Desk
from tests.workbench.fixture import BAD, CLAIMS, FURAT, STRIKE, WIRE, fill

HOSTILE = f"/report/?{urlencode({'id': BAD})}"
ARABIC = f"/report/?id={FURAT}"
PAGES = ["/", "/incident/aa11/", "/incident/bb22/", ARABIC, HOSTILE, "/set-aside/", "/about/"]
PAGES += ["/totals/", "/totals/?scheme=ucdp&by=month", "/series/", "/decisions/"]
PAGES += ["/relays/aa11/", "/relays/bb22/"]
FORM = "/decisions/new/?what=grade&incident=aa11"
NOWHERE = [
    "/decisions/new/",
    "/decisions/new/?what=war",
    "/nope",
    "/incident/zz/",
    "/relays/zz/",
    "/relays/zz/tree.txt",
    "/report/",
    "/report/?id=zz",
    "/incident/",
    "/static/nope.css",
]


def page(client: Client, url: str) -> str:
    answer = client.get(url)
    assert answer.status_code == 200
    return str(answer.content.decode())


@pytest.mark.parametrize("url", [*PAGES, FORM])
def test_every_page_answers_with_one_heading_and_a_title(client: Client, url: str) -> None:
    text = page(client, url)
    assert len(re.findall("<h1", text)) == 1
    assert re.search("<title>[^<]+ · harmledger</title>", text)
    assert len(re.findall(r'\bid="([^"]+)"', text)) == len(set(re.findall(r'\bid="([^"]+)"', text)))


@pytest.mark.parametrize("url", NOWHERE)
def test_what_is_not_there_is_a_404_in_the_same_dress(client: Client, url: str) -> None:
    answer = client.get(url)
    assert answer.status_code == 404
    assert "Not in this ledger" in answer.content.decode()


@pytest.mark.parametrize("url", [*PAGES, "/map.geojson"])
@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_pages_only_read(client: Client, url: str, method: str) -> None:
    assert getattr(client, method)(url).status_code == 405


@pytest.mark.parametrize("url", PAGES)
def test_another_hosts_name_is_refused(filled: Ledger, url: str) -> None:
    stranger = Client(SERVER_NAME="evil.example", **{PLACE: Desk(filled)})
    assert stranger.get(url).status_code == 400


@pytest.mark.parametrize("url", [*PAGES, FORM, "/nope"])
def test_headers_shut_out_third_parties(client: Client, url: str) -> None:
    headers = client.get(url).headers
    assert headers["Content-Security-Policy"].startswith("default-src 'none'")
    assert ("script-src" in headers["Content-Security-Policy"]) == (url == "/")
    # Nothing of these pages is told elsewhere; a form's own page has to tell where it is from.
    assert headers["Referrer-Policy"] == ("same-origin" if url == FORM else "no-referrer")
    assert headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("url", [*PAGES, FORM])
def test_pages_hold_no_inline_script_or_style_and_nothing_from_elsewhere(
    client: Client, url: str
) -> None:
    text = page(client, url)
    assert not re.search(r"<script(?![^>]* src=\"/static/)", text)
    assert not re.search(r"<style|\sstyle=|\son[a-z]+=\"", text)
    assert not re.search(r"(src|srcset|action)=\"(https?:)?//", text)


@pytest.mark.parametrize("url", ["/", "/incident/bb22/", HOSTILE, "/set-aside/"])
def test_hostile_text_is_shown_and_does_nothing(client: Client, url: str) -> None:
    text = page(client, url)
    assert "<script>document" not in text
    assert "<img src=x" not in text
    assert "<b>no</b>" not in text
    assert "\u202e" not in text
    assert 'href="javascript' not in text


def test_the_hostile_report_keeps_its_words(client: Client) -> None:
    text = page(client, HOSTILE)
    assert "&lt;script&gt;document.title" in text
    assert "⟨U+202E⟩" in text
    assert "javascript:alert(1)" in text


def test_the_list_shows_ranges_and_grades_in_words(client: Client) -> None:
    text = page(client, "/")
    for words in ("2017-03-14-mosul-aa11", "12–31", "30–50", "600", "fair", "weak", "contested"):
        assert words in text
    assert text.index("2022-11-02") < text.index("2017-03-14") < text.index("undated")
    assert "3 of 3 incidents." in text
    assert "Confirmed and fair: 1" in text


QUERIES = [
    ("place=vegetable+market", ["aa11"]),
    # a span that ends before it begins asks nothing, and says so
    ("since=2020-01-01&until=2019-01-01", ["bb22"]),
    ("words=mosul", ["aa11"]),
    ("lang=ar", ["aa11"]),
    ("killed=4", ["bb22", "aa11"]),
    ("killed=4&sort=-killed", ["aa11", "bb22"]),
    ("since=2020-01-01", ["bb22"]),
    ("grade=contested", ["cc33"]),
    ("sort=code", ["aa11", "bb22", "cc33"]),
    ("page=99", ["bb22", "aa11", "cc33"]),
    ("page=x", ["bb22", "aa11", "cc33"]),
    ("place=nowhere", []),
    # what can't be read asks nothing
    ("since=yesterday", ["bb22", "aa11", "cc33"]),
    ("grade=made-up", ["bb22", "aa11", "cc33"]),
    ("killed=-1", ["bb22", "aa11", "cc33"]),
    ("sort=colour", ["bb22", "aa11", "cc33"]),
]


@pytest.mark.parametrize(("query", "ids"), QUERIES)
def test_the_list_answers_its_query(client: Client, query: str, ids: list[str]) -> None:
    text = page(client, f"/?{query}")
    assert re.findall(r'<th scope="row"[^>]*><a href="/incident/(\w+)/"', text) == ids


def test_a_filter_that_can_not_be_read_says_so(client: Client) -> None:
    assert "ends before it begins" in page(client, "/?since=2020-01-01&until=2019-01-01")
    assert 'class="error"' in page(client, "/?since=yesterday")
    assert 'class="error"' not in page(client, "/?since=2017-03-14")


def test_heads_turn_the_order_round_and_keep_the_filters(client: Client) -> None:
    text = page(client, "/?grade=fair&sort=-killed&page=1")
    assert 'aria-sort="descending"><a href="?grade=fair&amp;sort=killed">Killed' in text
    assert '<a href="?grade=fair&amp;sort=code">Code' in text


def test_the_map_shows_what_the_list_shows_and_has_a_place(client: Client) -> None:
    found = json.loads(client.get("/map.geojson").content)
    codes = {each["properties"]["code"] for each in found["features"]}
    assert codes == {"2017-03-14-mosul-aa11", "2022-11-02-kherson-bb22"}
    strike = json.loads(client.get("/map.geojson?lang=ar").content)["features"]
    assert [each["geometry"]["coordinates"] for each in strike] == [[43.119, 36.335]]
    assert strike[0]["properties"] == {
        "href": "/incident/aa11/",
        "code": "2017-03-14-mosul-aa11",
        "place": "Mosul",
        "days": "14 March 2017",
        "grade": "fair",
        "killed": "12–31",
        "size": 31,
    }


def test_the_incident_groups_claims_and_links_each_to_its_words(client: Client) -> None:
    text = page(client, "/incident/aa11/")
    for claim in (*CLAIMS[WIRE], *CLAIMS[FURAT]):
        assert f'id="claim-{claim.claim_id}"' in text
        assert f"#claim-{claim.claim_id}" in text
    assert "?id=wire/2017%3A114" in text or "?id=wire%2F2017%3A114#claim-" in text
    assert (
        "Residents said <mark><strong>at least 12</strong> civilians were killed</mark> and 30"
        in text
    )
    assert "sets low end of killed" in text
    assert "<s>12</s>" in text
    assert "5 killed, children" in text
    for reason in STRIKE.links[0].reasons:
        assert reason.says in text
    for reason_words in STRIKE.grade_reasons:
        assert reason_words in text


def test_the_chart_says_in_words_what_it_draws(client: Client) -> None:
    text = page(client, "/incident/aa11/")
    drawn = re.findall("<desc[^>]*>(.*?)</desc>", text, re.DOTALL)
    assert len(drawn) == 3
    assert "The incident: 12–31." in drawn[0]
    assert "Tigris Wire · residents: at least 12." in drawn[0]
    assert "Tigris Wire · the air command · denied: 12." in drawn[0]
    assert "وكالة الفرات · الدفاع المدني: 27." in drawn[0]
    assert 'direction="rtl"' in text
    assert "Not drawn: 1 count over a period, running total, rate or addition" in text


def test_an_incident_whose_report_is_gone_says_so(client: Client) -> None:
    assert "gone-1 <span" in page(client, "/incident/bb22/")
    assert "One report alone" in page(client, "/incident/cc33/")


def test_arabic_reads_from_right_to_left(client: Client) -> None:
    assert re.search(r'class="text" lang="ar" dir="rtl"', page(client, ARABIC))
    assert re.search(r'<blockquote lang="ar" dir="rtl"', page(client, "/incident/aa11/"))


def test_overlapping_evidence_is_marked_and_every_claim_has_its_spot(client: Client) -> None:
    text = page(client, ARABIC)
    assert 'class="depth-2"' in text
    for claim in CLAIMS[FURAT]:
        assert text.count(f'id="claim-{claim.claim_id}"') == 1


def test_a_report_says_why_it_was_set_aside(client: Client) -> None:
    text = page(client, "/report/?id=quiet-1")
    assert "no claim</b> (extract)" in text
    assert "No claim was read" in text


def test_set_aside_by_reason(client: Client) -> None:
    text = page(client, "/set-aside/?reason=no_claim")
    assert "scan.pdf" not in text
    assert '<a href="/report/?id=quiet-1">' in text
    assert "3 items" in text


def test_about_shows_the_head_and_verifies_on_request(client: Client, filled: Ledger) -> None:
    plain, verified = page(client, "/about/"), page(client, "/about/?verify=1")
    assert filled.head()[1] in plain
    assert "airwars" in plain
    assert "It holds." in verified
    assert "It holds." not in plain


def test_about_names_what_does_not_hold(tmp_path: Path) -> None:
    ledger = Ledger.open(tmp_path)
    fill(ledger)
    next((tmp_path / "archive").glob("*/*")).unlink()
    spoiled = Client(SERVER_NAME="localhost", **{PLACE: Desk(ledger)})
    text = page(spoiled, "/about/?verify=1")
    assert "It does not hold." in text
    assert "is missing" in text


def test_an_empty_ledger_is_no_error(empty: Client) -> None:
    assert "no incidents" in page(empty, "/")
    assert "Nothing was set aside" in page(empty, "/set-aside/")
    assert "No run wrote itself down" in page(empty, "/about/")
    assert json.loads(empty.get("/map.geojson").content)["features"] == []


def test_long_lists_come_in_pages(tmp_path: Path) -> None:
    from harmledger.model.codec import dump
    from tests import make

    ledger = Ledger.open(tmp_path)
    many = [make.incident(incident_id=f"i{n:03}", code=f"c{n:03}") for n in range(120)]
    ledger.append(("incident", each.incident_id, dump(each)) for each in many)
    client = Client(SERVER_NAME="localhost", **{PLACE: Desk(ledger)})
    shown = [
        re.findall(r'<th scope="row"[^>]*><a href="/incident/(\w+)/"', page(client, url))
        for url in ("/?sort=code", "/?sort=code&page=2", "/?sort=code&page=3")
    ]
    assert [len(each) for each in shown] == [50, 50, 20]
    assert len({each for part in shown for each in part}) == 120
    assert "?sort=code&amp;page=2" in page(client, "/?sort=code")


def test_relays_stand_below_what_they_pass_on(client: Client) -> None:
    text = page(client, "/relays/aa11/")
    assert "3 accounts tell of this incident, from 2 independent sources" in text
    origin, rest = text.split('<ol class="relays">')[1].split("<ul>")
    assert "Count of Harm" in origin
    assert (
        "relays <bdi>Count of Harm</bdi>: both give <bdi>الدفاع المدني</bdi>"
        in rest.split("</ul>")[0]
    )
    assert text.count("<ul>") == text.count("</ul></li>")
    assert 'href="/relays/aa11/">who relays whom</a>' in page(client, "/incident/aa11/")


def test_relays_as_plain_text_hide_nothing(client: Client) -> None:
    answer = client.get("/relays/bb22/tree.txt")
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    text = answer.content.decode()
    assert "\u202e" not in text
    assert "\\u202eeltit" in text
    assert "gone-1 (no longer in the ledger)" in text
