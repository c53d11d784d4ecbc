"""Sentences as wires, bulletins and local radio write them: every count that they tell."""

import pytest

from tests.extract.made import claims, figures

CASES = [
    # sentence, each count's measure, low, high, status
    # lists whose parts close, and parts that do not fit into a whole
    (
        "The raid killed nine civilians, including three children, and two soldiers.",
        ["killed 9-9 civilian", "killed 3-3 civilian", "killed 2-2 combatant"],
    ),
    (
        "The raids left 12 dead: six civilians, including a child, five rebels and a soldier.",
        [
            "killed 12-12 unknown",
            "killed 6-6 civilian",
            "killed 1-1 civilian",
            "killed 5-5 combatant",
            "killed 1-1 combatant",
        ],
    ),
    (
        "Since 1 March, 1,245 households (7,470 individuals) have been displaced.",
        ["displaced 1245-1245 civilian", "displaced 7470-7470 civilian"],
    ),
    # who is inside a toll
    ("The dead included three nurses.", ["killed 3-3 civilian"]),
    ("Twelve of the dead were women.", ["killed 12-12 civilian"]),
    ("A nurse died along with two boys.", ["killed 1-1 civilian", "killed 2-2 civilian"]),
    ("Seven people, all of them farmers, died.", ["killed 7-7 civilian"]),
    # others, and who is of which kind
    ("A soldier was killed and four were hurt.", ["killed 1-1 combatant", "injured 4-4 combatant"]),
    (
        "Two soldiers and a farmer were killed and four others hurt.",
        ["killed 2-2 combatant", "killed 1-1 civilian", "injured 4-4 unknown"],
    ),
    (
        "A man was killed and five other farmers hurt.",
        ["killed 1-1 civilian", "injured 5-5 civilian"],
    ),
    # sport and surveys silence no attack
    (
        "Three people were killed and 264 injured in the marathon bombing.",
        ["killed 3-3 unknown", "injured 264-264 unknown"],
    ),
    ("A suicide bomber killed 33 people at a football tournament.", ["killed 33-33 unknown"]),
    # bulletins and headlines
    ("Killed: 4; wounded: 9.", ["killed 4-4 unknown", "injured 9-9 unknown"]),
    ("31 dead, more than 60 wounded", ["killed 31-31 unknown", "injured 60-None unknown"]),
    (
        'Five rebels were killed and 20 "neutralised".',
        ["killed 5-5 combatant", "killed 20-20 combatant"],
    ),
    # losses, captives, homes
    ("The rebels said they had lost four fighters.", ["killed 4-4 combatant"]),
    ("Traders lost four stalls.", []),
    ("The 31 pupils are still in captivity.", ["abducted 31-31 civilian"]),
    (
        "Nine rebels were killed and four others captured.",
        ["killed 9-9 combatant", "abducted 4-4 combatant"],
    ),
    ("About fifteen houses and three churches were burnt.", ["housing_destroyed 15-15 unknown"]),
    ("The army hit the market of Barzan with 20 shells.", ["attacks 20-20 unknown"]),
    ("Two thirds of the town's 30,000 residents have fled.", ["displaced 20000-20000 civilian"]),
    # no one, no number, not so
    ("The ministry had no information about casualties.", []),
    ("Nine out of ten residents have fled.", []),
    ("Rockets fell without causing any casualties.", ["casualties 0-0 unknown"]),
    (
        "Police had initially reported six deaths but later said four people died.",
        ["killed 4-4 unknown"],
    ),
]


@pytest.mark.parametrize(("text", "counts"), CASES)
def test_every_count_of_a_sentence_is_read(text, counts):
    found = [
        f"{claim.measure} {claim.count.low}-{claim.count.high} {claim.group.status}"
        for claim in sorted(claims(text), key=lambda one: text.find(one.count.words))
    ]
    assert sorted(found) == sorted(counts)


SOURCES = [
    # sentence, source of its count
    ("The group says it has documented nine deaths.", "The group"),
    ("Local partners report nine people killed.", "Local partners"),
    ("An official speaking on condition of anonymity said nine people died.", "An official"),
    ("Nine people died, a doctors' committee said.", "a doctors' committee"),
    ("Nine people died. Four fled. The figures come from the rescue service.", None),
]


@pytest.mark.parametrize(("text", "source"), SOURCES)
def test_the_source_is_the_one_named(text, source):
    first = claims(text)[0]
    assert (first.source and first.source.name) == source


PERPETRATORS = [
    # sentence, who did it, how held
    ("Russian shelling killed nine people.", ("Russian", "known")),
    ("The army blamed the rebels for a blast that killed nine.", ("rebels", "suspected")),
    ("A raid hit a car of three rebel fighters, killing two boys.", None),
    ("According to the army, a couple and their four children were killed.", None),
    ("Prosecutors said the gunman killed his wife.", None),
]


@pytest.mark.parametrize(("text", "who"), PERPETRATORS)
def test_who_did_it_is_told_as_it_is_held(text, who):
    found = claims(text)[0].perpetrator
    assert (found and (found.name, str(found.held))) == who


HOLDERS = [
    # sentence, by, from, share
    ("The army seized the town of Barzan.", "army", None, None),
    ("Rebels took control of the airport.", "Rebels", None, None),
    ("The rebels captured Barzan from the army.", "rebels", "army", None),
    ("The army now holds about 80 percent of the city.", "army", None, 0.8),
]


@pytest.mark.parametrize(("text", "by", "taken_from", "share"), HOLDERS)
def test_control_tells_who_holds(text, by, taken_from, share):
    [claim] = claims(text)
    change = claim.change
    assert (change.by, change.taken_from, change.share_low) == (by, taken_from, share)


SCOPES = [
    # sentence, scope
    ("Ninety people have died since the start of the year.", "cumulative"),
    ("It was the worst day since 2016, when 45 people died.", "incident"),
    ("The raid killed 15 people in a day of fighting.", "incident"),
    ("A woman was detained on Sunday and freed a day later.", "incident"),
    ("Nine people died in the last week of February.", "period"),
]


@pytest.mark.parametrize(("text", "scope"), SCOPES)
def test_the_words_of_time_tell_the_scope(text, scope):
    assert [str(claim.scope.kind) for claim in claims(text)] == [scope]


def test_titles_of_other_reports_give_no_headline():
    text = "Related: 40 dead in Kharab blast\nSix people were killed in a raid on Barzan on Monday."
    assert figures(text)["killed all"] == (6, 6)


def test_who_was_shot_and_is_told_dead_is_not_injured():
    text = "A man was shot and died on Monday. Police said Salim Nader, 23, was shot at the gate."
    assert figures(text).get("injured all") is None
