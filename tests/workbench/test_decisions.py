"""Deciding from the pages: what is written, what changes, and what is refused."""

from pathlib import Path

import pytest
from django.test import Client

from harmledger.deciding import today
from harmledger.items import current
from harmledger.ledger import Ledger
from harmledger.model import Incident, Tombstone
from harmledger.model.codec import dump
from harmledger.record import bring_out, take_in
from harmledger.view import last_scheme
from harmledger.workbench.desk import PLACE, Desk
from tests.cli.doors import ROWS, jsonl

SIGNED = {"by": "Amal", "because": "saw the film"}


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    """Two reports of a market, one of Dnipro, read and settled."""
    opened = Ledger.open(tmp_path / "out")
    list(take_in(opened, [jsonl(tmp_path / "in.jsonl", ROWS)]))
    bring_out(opened, last_scheme(opened), today=today())
    return opened


@pytest.fixture
def client(ledger: Ledger) -> Client:
    return Client(SERVER_NAME="localhost", **{PLACE: Desk(ledger)})


def incident(ledger: Ledger, start: str) -> Incident:
    (found,) = [one for one in current(ledger, Incident) if str(one.start).startswith(start)]
    return found


def decide(client: Client, what: str, **sent: object) -> str:
    answer = client.post(f"/decisions/new/?what={what}", SIGNED | sent)
    assert answer.status_code == 302, answer.content.decode()
    log: str = client.get(answer["Location"]).content.decode()
    return log


def test_a_grade_by_hand_stands_and_is_undone(client: Client, ledger: Ledger) -> None:
    market = incident(ledger, "2017")
    log = decide(client, "grade", incident=market.code, grade="contested")
    assert "graded contested" in log
    assert incident(ledger, "2017").grade == "contested"
    page = client.get(f"/incident/{market.incident_id}/").content.decode()
    assert "Graded contested instead of fair by Amal" in page
    assert "What changed" in page
    (entry,) = ledger.of_kind("override")
    log = decide(client, "undo", number=entry.seq)
    assert "no longer holds" in log
    assert incident(ledger, "2017").grade == "fair"


def test_a_figure_by_hand(client: Client, ledger: Ledger) -> None:
    decide(client, "figure", incident=incident(ledger, "2017").code, subject="killed:all", low=5)
    figure = incident(ledger, "2017").figures[0]
    assert (figure.low, figure.high) == (5, None)


def test_a_report_is_parted_and_joined_again(client: Client, ledger: Ledger) -> None:
    code = incident(ledger, "2017").code
    decide(client, "pair", one=code, other="market-2", verdict="not_same")
    parted = [one.reports for one in current(ledger, Incident)]
    assert sorted(parted) == [("dnipro",), ("market-1",), ("market-2",)]
    decide(client, "pair", one="market-1", other="market-2", verdict="unsure")
    assert incident(ledger, "2017").reports == ("market-1", "market-2")


def test_the_address_of_a_code_leads_on_whatever_became_of_it(
    client: Client, ledger: Ledger
) -> None:
    market, dnipro = (incident(ledger, start) for start in ("2017", "2023"))
    here = f"/incident/{market.incident_id}/"
    assert client.get(f"/incident/{market.code}/")["Location"] == here
    decide(client, "pair", one=market.code, other=dnipro.code, verdict="same")
    for old in (dnipro.code, dnipro.incident_id):
        assert client.get(f"/incident/{old}/")["Location"] == here
    page = client.get(here).content.decode()
    assert f'once <span class="code">{dnipro.code}</span>' in page
    assert "Amal judged them one" in page
    # what it stood for is gone too
    decide(client, "report", item="dnipro")
    answer = client.get(f"/incident/{dnipro.code}/")
    assert (answer.status_code, "no report that counts" in answer.content.decode()) == (410, True)


def test_a_code_whose_reports_tell_of_several_lists_them(client: Client, ledger: Ledger) -> None:
    market, dnipro = (incident(ledger, start) for start in ("2017", "2023"))
    stone = Tombstone("unknown-x-1", "1", (market.code, dnipro.code), "it was several")
    ledger.append([("tombstone", stone.code, dump(stone))])
    answer = client.get("/incident/unknown-x-1/")
    assert answer.status_code == 300
    for one in (market, dnipro):
        assert f'href="/incident/{one.incident_id}/">{one.code}</a>' in answer.content.decode()


def test_a_parted_incident_leads_to_its_other_part(client: Client, ledger: Ledger) -> None:
    market = incident(ledger, "2017")
    decide(client, "pair", one=market.code, other="market-2", verdict="not_same")
    (stone,) = current(ledger, Tombstone)
    page = client.get(f"/incident/{market.incident_id}/").content.decode()
    assert f'parted: <a href="/incident/{stone.to[1]}/">' in page
    other = client.get(f"/incident/{stone.to[1]}/", follow=True).content.decode()
    assert f'parted from <a href="/incident/{market.code}/">' in other


def test_a_withdrawn_claim_and_a_retracted_report_count_for_nothing(
    client: Client, ledger: Ledger
) -> None:
    claims = {one.measure: one for one in incident(ledger, "2023").figures}
    (killed,) = claims["killed"].claims  # type: ignore[index]
    decide(client, "claim", item=killed)
    assert [one.measure for one in incident(ledger, "2023").figures if one.group == "all"] == [
        "injured"
    ]
    assert ">withdrawn<" in client.get("/report/?id=dnipro").content.decode()
    decide(client, "report", item="dnipro")
    assert [one.reports for one in current(ledger, Incident)] == [("market-1", "market-2")]
    assert "report retracted" in client.get("/report/?id=dnipro").content.decode()


# what is decided, what is sent, what the page says
REFUSED = [
    ("grade", {"incident": "nowhere", "grade": "fair"}, "no incident nowhere"),
    ("grade", {"incident": "nowhere", "grade": "splendid"}, "splendid is not one"),
    ("grade", {"because": "  "}, "required"),
    ("grade", {"by": ""}, "required"),
    ("figure", {"incident": "x", "subject": "killed:all", "low": 9, "high": 3}, "below the fewest"),
    ("figure", {"incident": "x", "subject": "killed:all", "low": -1}, "greater than or equal to 0"),
    ("pair", {"one": "dnipro", "other": "dnipro", "verdict": "same"}, "are one account"),
    ("pair", {"one": "dnipro", "other": "r99", "verdict": "same"}, "r99: no incident"),
    ("claim", {"item": "nope"}, "holds no claim nope"),
    ("report", {"item": "<script>"}, "holds no report &lt;script&gt;"),
    ("undo", {"number": 1}, "entry 1 is no decision"),
]


@pytest.mark.parametrize(("what", "sent", "says"), REFUSED)
def test_what_can_not_be_decided_is_said_and_writes_nothing(
    client: Client, ledger: Ledger, what: str, sent: dict[str, object], says: str
) -> None:
    head = ledger.head()
    answer = client.post(f"/decisions/new/?what={what}", SIGNED | sent)
    assert answer.status_code == 400
    assert says in answer.content.decode()
    assert ledger.head() == head


def test_a_page_elsewhere_can_not_decide(ledger: Ledger) -> None:
    strict = Client(SERVER_NAME="localhost", enforce_csrf_checks=True, **{PLACE: Desk(ledger)})
    head = ledger.head()
    sent = SIGNED | {"item": "dnipro"}
    refused = strict.post("/decisions/new/?what=report", sent)
    assert refused.status_code == 403
    assert "Nothing was written" in refused.content.decode()
    assert ledger.head() == head


def test_the_form_is_filled_from_the_query_and_remembers_who(client: Client) -> None:
    text = client.get("/decisions/new/?what=claim&item=%22%3E%3Cb%3E").content.decode()
    assert 'value="&quot;&gt;&lt;b&gt;"' in text
    decide(client, "report", item="dnipro")
    assert 'value="Amal"' in client.get("/decisions/new/?what=claim").content.decode()


def test_contradictions_are_shown(client: Client) -> None:
    decide(client, "pair", one="market-1", other="market-2", verdict="same")
    decide(client, "pair", one="market-2", other="dnipro", verdict="same")
    log = decide(client, "pair", one="market-1", other="dnipro", verdict="not_same")
    assert "To be settled" in log
    assert "contradicting judgements" in log
