"""The way through the rooms: the same in any order, and what is set aside goes no further."""

from itertools import permutations

import pytest

from harmledger.grade import load_scheme
from harmledger.model import Reading, Report, SetAside
from harmledger.pipeline import Knowledge, Told, graded, joined, knowledge, read, release
from harmledger.vocab.load import digest
from tests.make import report

REPORTS = [
    report(report_id="r1", publisher="Tigris Wire"),
    report(
        "At least nine civilians died on Tuesday when a market in Mosul was hit by an airstrike, "
        "a doctor said.",
        report_id="r2",
        publisher="Nineveh Gazette",
    ),
    report(
        "Shelling killed three people in Aleppo on Monday, the governor said.",
        report_id="r3",
        publisher="Citadel Post",
    ),
]


@pytest.fixture(scope="module")
def known() -> Knowledge:
    return knowledge()


def told(known: Knowledge) -> list[Told]:
    pairs = [(one, read(one, known)) for one in REPORTS]
    return [(one, reading) for one, reading in pairs if isinstance(reading, Reading)]


def test_every_claim_quotes_its_report_and_has_a_place(known: Knowledge) -> None:
    texts = {one.report_id: one.text for one in REPORTS}
    claims = [claim for _, reading in told(known) for claim in reading.claims]
    assert {claim.report_id for claim in claims} == texts.keys()
    for claim in claims:
        start, end = claim.evidence.start, claim.evidence.end
        assert texts[claim.report_id][start:end] == claim.evidence.quote
        assert claim.place is not None
        assert claim.place.id is not None


def test_the_order_of_reports_means_nothing(known: Knowledge) -> None:
    scheme = load_scheme()
    orders = [*permutations(told(known))]
    first, *others = (
        (graded(found.incidents, order, scheme), found.set_aside)
        for order in orders
        for found in [joined(order, (), {one.report_id: "" for one in REPORTS})]
    )
    assert [one.reports for one in first[0]].count(("r1", "r2")) == 1
    assert all(other == first for other in others)


def test_a_language_without_a_grammar_is_set_aside_before_places_are_looked_for(
    known: Knowledge,
) -> None:
    foreign: Report = report("Zwei Menschen starben.", lang="de")
    apart = read(foreign, known)
    assert isinstance(apart, SetAside)
    assert (apart.item, apart.stage, apart.reason) == ("r1", "extract", "no_grammar")


def test_a_release_says_which_scheme_and_vocabulary_made_it() -> None:
    scheme = load_scheme()
    made = release(scheme)
    stamp = (made.scheme, made.scheme_version, made.vocabulary)
    assert stamp == (scheme.name, scheme.version, digest())
