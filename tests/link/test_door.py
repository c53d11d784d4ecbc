"""Linking as a whole: reasons, judgements that win, and results that no order changes."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from harmledger.link import door, link, table, weigh
from harmledger.model import PlacePrecision, Verdict, Weapon
from tests.link.made import tell
from tests.make import DAY, account, claim, figure, judgement, place

RAQQA = place("Raqqa", lat=35.95, lon=39.01)
SHELL = (Weapon("shelling", "shells"),)
WHERE = {"place": RAQQA, "means": SHELL}
# four reports of one strike in Mosul, two of shells on Raqqa a day later, one of neither
TEXTS = [
    ("r1", "A strike hit the Faruq bakery in Mosul, the Red Crescent said.", {}),
    ("r2", "Planes bombed a queue outside Faruq's bakery, residents of Mosul said.", {}),
    ("r3", "Twelve died when the Faruq bakery was hit from the air.", {}),
    ("r4", "The toll of the strike on Faruq bakery stands at 14.", {"figures": (figure(11, 14),)}),
    ("r5", "Shells fell on the Hamra bridge in Raqqa.", WHERE),
    ("r6", "Hamra bridge in Raqqa was shelled again and one girl hurt.", WHERE),
    ("r7", "A farmer found an old mine near Dolan.", {"place": place("Dolan", lat=33.0, lon=44.9)}),
]
NEXT = DAY + timedelta(days=1)


def told():
    rows = []
    for report_id, text, other in TEXTS:
        day = NEXT if report_id in ("r5", "r6") else DAY
        figures = other.get("figures", (figure(12),) if day == DAY else ())
        rest = {key: value for key, value in other.items() if key != "figures"}
        made = account(*figures, start=day, end=day, **rest)
        rows.append(tell(report_id, made, text=text, publisher=f"Wire {report_id}"))
    return rows


def together(*judged):
    incidents, _ = link(told(), judged)
    return sorted(one.reports for one in incidents)


def test_two_processes_make_the_same_incidents(monkeypatch):
    # a part a piece, two texts and two pairs a piece, so that there is something to share out
    monkeypatch.setattr(door, "CHUNK", 1)
    monkeypatch.setattr(table, "CHUNK", 2)
    monkeypatch.setattr(weigh, "CHUNK", 2)
    assert link(told(), jobs=2) == link(told(), jobs=1) == link(told())


APART = [("r1", "r2", "r3", "r4"), ("r5", "r6"), ("r7",)]


def test_accounts_of_one_happening_become_one_incident():
    assert together() == APART


def test_links_say_why_weightiest_first():
    incidents, _ = link(told())
    largest = max(incidents, key=lambda one: len(one.reports))
    assert len(largest.links) == 3
    for found in largest.links:
        weights = [abs(reason.weight) for reason in found.reasons]
        assert weights == sorted(weights, reverse=True)
        assert found.left < found.right
    said = {reason.says for found in largest.links for reason in found.reasons}
    assert {"same day (2017-03-14)", "both in Mosul", "both say airstrike"} <= said
    assert "11-14 and 12 killed" in said


def test_not_the_same_always_wins():
    found = together(judgement("r1:", "r2:", Verdict.NOT_SAME))
    assert not any({"r1", "r2"} <= set(reports) for reports in found)
    assert sorted(report for reports in found for report in reports) == [
        report for report, _, _ in TEXTS
    ]


def test_same_always_wins_and_says_who():
    verdict = judgement("r7:", "r5:")
    incidents, apart = link(told(), [verdict])
    joined = next(one for one in incidents if "r7" in one.reports)
    assert "r5" in joined.reports
    assert apart == []
    first = joined.links[0].reasons[0]
    assert first.name == "judgement"
    assert first.says == "Amal judged them the same on 2024-01-01: the same photograph"


def test_unsure_undoes():
    later = datetime(2024, 2, 1, tzinfo=UTC)
    undone = judgement("r1:", "r2:", Verdict.UNSURE, at=later)
    assert together(judgement("r1:", "r2:", Verdict.NOT_SAME), undone) == APART


def test_contradicting_judgements_merge_nothing_against_a_not_same():
    judged = [
        judgement("r1:", "r5:"),
        judgement("r5:", "r7:"),
        judgement("r1:", "r7:", Verdict.NOT_SAME),
    ]
    incidents, apart = link(told(), judged)
    assert sorted(one.reports for one in incidents) == APART
    assert [one.reason for one in apart] == ["contradicting_judgements"]


def test_one_report_may_tell_of_several_incidents():
    first, second = claim(12, at=0), claim(3, at=400, quote="three died in Raqqa")
    text = "x" * 600
    both = tell(
        "r1",
        account(figure(12), claims=(first.claim_id,)),
        account(figure(3), claims=(second.claim_id,), **WHERE),
        claims=(first, second),
        text=text,
    )
    incidents, _ = link([both])
    assert sorted(one.accounts for one in incidents) == sorted(
        [(f"r1:{first.claim_id}",), (f"r1:{second.claim_id}",)]
    )


def test_a_report_that_tells_of_nothing_is_in_no_incident():
    report, read = tell("r1")
    assert link([(report, replace(read, accounts=()))]) == ([], [])


def test_what_cannot_be_is_set_aside_and_not_linked():
    wrong = tell("r8", account(figure(10**12)))
    incidents, apart = link([*told(), wrong])
    assert [one.item for one in apart] == ["r8:"]
    assert not any("r8" in one.reports for one in incidents)


def test_an_account_told_twice_is_counted_once():
    rows = told()
    incidents, apart = link([*rows, rows[0]])
    assert [one.reason for one in apart] == ["account_told_twice"]
    assert incidents == link(rows)[0]


def test_codes_are_distinct_and_incidents_sorted():
    bare = account(place=None, start=None, end=None, means=())
    many = [
        tell(f"r{n:03}", bare, text=f"alpha{n} beta{n}", published=None, publisher=None)
        for n in range(400)
    ]
    incidents, _ = link(many)
    assert len(incidents) == 400
    assert len({one.code for one in incidents}) == 400
    assert incidents == sorted(incidents, key=lambda one: one.incident_id)


def test_an_incident_keeps_its_id_as_reports_arrive():
    rows = [
        (replace(report, published=date(2017, 3, 15) + timedelta(days=n)), read)
        for n, (report, read) in enumerate(told()[:4])
    ]
    ids = {one.incident_id for size in (1, 2, 3, 4) for one in link(rows[:size])[0]}
    assert len(ids) == 1


VERDICTS = st.lists(
    st.builds(
        lambda one, other, verdict, hour: judgement(
            f"r{one}:", f"r{other}:", verdict, at=datetime(2024, 1, 1, hour, tzinfo=UTC)
        ),
        st.integers(1, 8),
        st.integers(1, 8),
        st.sampled_from(Verdict),
        st.integers(0, 3),
    ),
    max_size=6,
)
PRECISIONS = st.sampled_from([PlacePrecision.CITY, PlacePrecision.PROVINCE])
ACCOUNTS = st.lists(
    st.builds(
        lambda day, low, precision, name: account(
            figure(low),
            start=DAY + timedelta(days=day),
            end=DAY + timedelta(days=day),
            place=place(name, precision=precision),
        ),
        st.integers(0, 4),
        st.integers(1, 4),
        PRECISIONS,
        st.sampled_from(["Mosul", "Raqqa"]),
    ),
    min_size=1,
    max_size=8,
)


@settings(max_examples=40, deadline=None)
@given(ACCOUNTS, VERDICTS, st.randoms(use_true_random=False))
def test_order_of_arrival_means_nothing_and_no_account_is_lost(accounts, judged, shuffle):
    rows = [
        tell(f"r{n}", one, text=f"strike on bakery {n % 3}", published=DAY)
        for n, one in enumerate(accounts, 1)
    ]
    incidents, apart = link(rows, judged)
    again, judged_again = list(rows), list(judged)
    shuffle.shuffle(again)
    shuffle.shuffle(judged_again)
    assert link(again, judged_again) == (incidents, apart)
    placed = [item for one in incidents for item in one.accounts]
    late = [one.item for one in apart if one.reason == "future_date"]
    assert sorted(placed + late) == sorted(f"r{n}:" for n in range(1, len(rows) + 1))
