"""Claims with their sentences, by source."""

import pytest

from harmledger.model import Measure, People, Reading
from harmledger.workbench.incident.claims import counts, told, voices
from tests import make
from tests.workbench.fixture import CLAIMS, FURAT, REPORTS, STRIKE, WIRE, claim, ids

READINGS = [Reading(report_id, claims, (), "v0") for report_id, claims in CLAIMS.items()]
TOLD = told(STRIKE, REPORTS, READINGS)


def test_only_the_incidents_own_claims_are_told_in_the_order_of_the_text() -> None:
    assert {each.claim.claim_id for each in TOLD} == set(STRIKE.claims)
    starts = [each.claim.evidence.start for each in TOLD if each.report.report_id == WIRE]
    assert starts == sorted(starts)


def test_before_quote_and_after_stand_so_in_the_report() -> None:
    for each in TOLD:
        assert each.before + "".join(each.quote) + each.after in each.report.text


def test_a_claim_whose_report_is_gone_is_not_told() -> None:
    left = told(STRIKE, {FURAT: REPORTS[FURAT]}, READINGS)
    assert {each.claim.claim_id for each in left} == set(ids(FURAT))


def test_each_source_of_each_publisher_is_one_voice() -> None:
    found = [(voice.publisher, voice.told[0].voice[1], len(voice.told)) for voice in voices(TOLD)]
    assert ("Tigris Wire", "residents", 2) in found
    assert ("Tigris Wire", "in its own voice", 1) in found
    assert sum(count for _, _, count in found) == len(TOLD)


def test_parts_are_no_counts_of_the_whole() -> None:
    killed = counts(TOLD, Measure.KILLED)
    assert all(each.claim.group.people is People.ALL for each in killed)
    assert len(killed) == 6


QUOTES = [
    # quote, the count's words, how it is parted
    ("30 to 40 people were injured", "30 to 40", ("", "30 to 40", " people were injured")),
    ("denied that 12 civilians had died", "12", ("denied that ", "12", " civilians had died")),
    ("denied that 12 civilians had died", "2", ("denied that 12 civilians had died", "", "")),
    ("denied that 12 civilians had died", "", ("denied that 12 civilians had died", "", "")),
    ("12 civilians were killed and 30", "were", ("12 civilians ", "were", " killed and 30")),
    ("12 civilians were killed and 30 to", "i", ("12 civilians were killed and 30 to", "", "")),
]


@pytest.mark.parametrize(("quote", "words", "parts"), QUOTES)
def test_the_words_of_the_count_stand_out_where_they_are_plain(
    quote: str, words: str, parts: tuple[str, str, str]
) -> None:
    one = claim(WIRE, quote, 1, 1, count=make.count(1, 1, words=words))
    incident = make.incident(claims=(one.claim_id,))
    (found,) = told(incident, REPORTS, [Reading(WIRE, (one,), (), "v0")])
    assert found.quote == parts


SETS = [
    # group of each figure and the ends that the claim sets of it; what is said
    ([("all", "lh")], ("both ends of killed",)),
    ([("all", "l"), ("civilian", "lh")], ("low end of killed",)),
    ([("all", ""), ("children", "lh")], ("both ends of killed, children",)),
    ([("all", "h")], ("high end of killed",)),
    ([("all", "")], ()),
]


@pytest.mark.parametrize(("ends", "said"), SETS)
def test_the_ends_that_a_claim_sets(ends: list[tuple[str, str]], said: tuple[str, ...]) -> None:
    one = CLAIMS[WIRE][0]
    figures = [
        make.figure(
            group=group,
            low_claims=(one.claim_id,) if "l" in which else (),
            high_claims=(one.claim_id,) if "h" in which else (),
        )
        for group, which in ends
    ]
    incident = make.incident(*figures, claims=(one.claim_id,))
    (found,) = told(incident, REPORTS, READINGS)
    assert found.sets == said
