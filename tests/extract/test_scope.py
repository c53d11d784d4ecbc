"""Over what a count runs: one incident, a stretch, since a day, in addition, per day."""

import pytest

from tests.extract.made import claims

CASES = [
    # sentence, scope of its last claim, per
    ("Nine people were killed in Barzan on Friday.", "incident", None),
    ("A raid on the same mill killed 40 people in 2014.", "incident", None),
    ("A bombing in May killed 40 people.", "incident", None),
    ("In February monitors counted 61 deaths in the valley.", "period", None),
    ("Over the past two weeks 90 people have been killed.", "period", None),
    ("So far this year 412 civilians have been killed.", "period", None),
    ("Between 1 March and 9 March 33 people were killed.", "period", None),
    ("Since January 412 civilians have been killed in the province.", "cumulative", None),
    ("Tens of thousands have fled since Monday.", "cumulative", None),
    ("So far 88 people have died in the siege.", "cumulative", None),
    ("Nine people were killed and three more died in hospital.", "increment", None),
    (
        "Nine people were killed. Another two people died on Monday, doctors said.",
        "increment",
        None,
    ),
    ("About 350 people a day are fleeing the town.", "rate", "day"),
    ("Some 40 families a week are leaving the valley.", "rate", "week"),
    ("The town buries 20 dead every month.", "rate", "month"),
    ("About 40 people die each year.", "rate", "year"),
    ("Nine people are killed every hour.", "rate", "hour"),
    ("Two people are displaced every minute.", "rate", "minute"),
    ("Last weekend nine people were killed.", "incident", None),
    ("In recent years 900 people were killed.", "period", None),
]


@pytest.mark.parametrize(("text", "kind", "per"), CASES, ids=[row[0] for row in CASES])
def test_a_count_runs_over_what_its_words_say(text, kind, per):
    scope = claims(text)[-1].scope
    assert (scope.kind, scope.per) == (kind, per)
