"""The pages of totals and of running totals."""

import csv
import io
import json
import re
from datetime import timedelta

import pytest
from django.test import Client

from harmledger.ledger import Ledger
from harmledger.model import Reading, Scope, ScopeKind, Status, TimePrecision, When
from harmledger.model.codec import dump
from harmledger.workbench.desk import PLACE, Desk
from tests import make


@pytest.fixture(scope="module")
def ministry(tmp_path_factory: pytest.TempPathFactory) -> Client:
    """Three running totals of a ministry, and an incident on the day after the first."""
    ledger = Ledger.open(tmp_path_factory.mktemp("ministry"))
    since = make.DAY - timedelta(days=100)
    for number, (day, low) in enumerate([(0, 100), (1, 112), (3, 130)]):
        until = make.DAY + timedelta(days=day)
        name = f"m{number}"
        claim = make.claim(
            low,
            report_id=name,
            status=Status.UNKNOWN,
            source=make.source("the health ministry", None),
            scope=Scope(ScopeKind.CUMULATIVE),
            time=When("since", since, until, TimePrecision.LONGER),
        )
        report = make.report(report_id=name, published=until)
        ledger.append([("report", name, dump(report))])
        ledger.append([("reading", name, dump(Reading(name, (claim,), (), "v0")))])
    told = make.claim(9, 12, report_id="s1")
    figure = make.figure(9, 12, claims=(told.claim_id,))
    account = make.account(figure, report_id="s1", claims=(told.claim_id,))
    struck = make.incident(
        figure,
        claims=(told.claim_id,),
        reports=("s1",),
        accounts=(account.account_id,),
        start=make.DAY + timedelta(days=1),
    )
    ledger.append([("report", "s1", dump(make.report(report_id="s1")))])
    ledger.append([("reading", "s1", dump(Reading("s1", (told,), (account,), "v0")))])
    ledger.append([("incident", struck.incident_id, dump(struck))])
    return Client(SERVER_NAME="localhost", **{PLACE: Desk(ledger)})


def text(client: Client, url: str) -> str:
    answer = client.get(url)
    assert answer.status_code == 200
    return str(answer.content.decode())


def test_a_total_leads_to_the_incidents_that_make_it(ministry: Client) -> None:
    page = text(ministry, "/totals/")
    assert "9–12" in page
    (why,) = set(re.findall(r'href="\?(why=[^"#]+)', page))
    lines = text(ministry, f"/totals/?{why}".replace("&amp;", "&"))
    assert "Why 9–12 killed" in lines
    assert "2017-03-14-mosul-1f3a" in lines


@pytest.mark.parametrize("scheme", ["airwars", "ucdp", "acled", "plain"])
def test_the_same_ledger_under_any_scheme(ministry: Client, scheme: str) -> None:
    page = text(ministry, f"/totals/?scheme={scheme}")
    assert re.search(rf"Scheme <b>{scheme} \d", page)
    found = json.loads(text(ministry, f"/totals/totals.json?scheme={scheme}"))
    assert (found["scheme"], len(found["ledger_head"])) == (scheme, 64)
    (row,) = csv.DictReader(io.StringIO(text(ministry, f"/totals/totals.csv?scheme={scheme}")[1:]))
    assert (row["scheme"], row["measure"]) == (scheme, "killed")


# query; what the page says
ASKED = [
    ("scheme=nobody", "9–12"),
    ("since=2018-01-01&until=2017-01-01", "ends before it begins"),
    ("since=2018-01-01", "No incident counts this"),
    ("until=2018-01-01", "9–12"),
    ("measure=displaced", "No incident counts this"),
    ("by=means", "airstrike"),
    ("by=<script>", "9–12"),
    ("why=%3Cscript%3E", "9–12"),
]


@pytest.mark.parametrize(("query", "says"), ASKED)
def test_what_is_asked(ministry: Client, query: str, says: str) -> None:
    page = text(ministry, f"/totals/?{query}")
    assert says in page
    assert "<script>" not in page


def test_running_totals_stand_beside_the_incidents_of_their_days(ministry: Client) -> None:
    page = re.sub(r"\s+", " ", re.sub("<[^>]+>", " ", text(ministry, "/series/")))
    assert "the health ministry : killed" in page
    # 12 more on the 15th beside 9 to 12; 18 on the two days after beside none
    assert "15 March 2017 12 a count of these days 9–12 in 1 0 to +3 can be the same" in page
    assert "16–17 March 2017 (2 days) 18 a count of these days 0 in 0 +18" in page


def test_an_empty_ledger_is_no_error(empty: Client) -> None:
    assert "No incident counts this" in text(empty, "/totals/")
    assert "No source gives a running total twice" in text(empty, "/series/")
    assert "Nobody has decided" in text(empty, "/decisions/")
