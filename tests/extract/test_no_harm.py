"""What only looks like harm of people: stories, play, idiom, animals and things, what is false."""

import pytest

from tests.extract.made import claims, figures

NOTHING = [
    # stories, games and plans
    "In the film, 300 soldiers are killed.",
    "In her novel Stone Water, two girls are abducted.",
    "In the popular video game, soldiers kill 100 rebels.",
    "The play tells of a general who executed 200 prisoners.",
    "The trailer shows a battle in which hundreds of warriors are slain.",
    "The game lets you kill 12 enemies.",
    "According to the myth, the giant killed 50 men with one blow.",
    "In the fictional town of Barro, a sniper killed nine people.",
    "The scenario: a dam bursts and 400 people are killed.",
    "In the tabletop exercise, planners assumed that 5,000 people were killed.",
    "During the drill 40 people were 'killed'.",
    # what is killed, shot or executed is no one
    "The 52 senators killed the bill on Tuesday.",
    "Too many cooks killed the vibe.",
    "The company killed 12 products last year.",
    "Process 4512 was killed.",
    "The test suite executed 300 lines of code.",
    "The broker executed 300 trades and 40 orders on Monday.",
    "He shot 12 people for Vogue.",
    "The photographer shot 12 models for the cover.",
    "She shot 300 frames on Sunday.",
    "Ten engines died.",
    "The frost killed 300 trees.",
    "A suspect's truck and several documents were seized.",
    "Forty people died laughing.",
    # asked, planned, dreamt, mocked
    "Were 12 people killed in Barzan?",
    "Did the strike really kill 30 people?",
    "Has the shelling wounded 40 farmers this week?",
    '"Is it true that 12 people died?" the mayor asked.',
    "The question is whether 12 people were killed.",
    "The cell plotted the killing of 20 people.",
    "Police foiled a plot to kill 20 people.",
    "He dreamt that 12 people were killed in his village.",
    "She imagined that 12 people had died.",
    "The satirical site wrote that 300 people were killed by boredom.",
    "A parody account tweeted that 12 people were killed.",
    "In the game, players killed 40 soldiers.",
    "The mock attack left 12 people dead and 30 injured.",
    "The photographer shot 300 people for his exhibition.",
    "Guards narrowly avoided killing 40 worshippers in Barzan.",
    "The price war left 12 workers hurt by layoffs.",
    # animals, prices, lists
    "40 wounded animals were taken to the vet.",
    "Some 40 injured birds were found.",
    "ORDL 120 KILL 30",
    "Two bodies had been counted twice.",
    "The toll fell because three bodies were listed twice.",
    # those left of a whole do something else
    "All but three of the 14 crew members were rescued.",
    "About 600 soldiers were staying at the base.",
    # animals
    "They slaughtered 300 sheep for the feast.",
    "Some 60 turtles were found dead on the shore.",
    "About 2,000 bats were killed.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_no_claim(text):
    assert claims(text) == []


REAL = [
    # sentence, least of each claim in the order of the text
    ("A fire in a cinema during a film killed 12 people.", [12]),
    ("Four film crew members were killed in an ambush near Barzan.", [4]),
    ("In the latest episode of violence, 12 people were killed.", [12]),
    ("During a football game on Sunday, gunmen killed three people.", [3]),
    ("The bodies of 39 people were found in a trailer.", [39]),
    ("The video shows gunmen who killed 12 people.", [12]),
    ("12 villagers killed the same day.", [12]),
    ("The blast killed 12 people and 40 cows.", [12]),
    ("Two shepherds and 30 sheep were killed.", [2]),
    ("Nine dog walkers were shot dead.", [9]),
    ("How were 12 people killed in one night?", [12]),
    ("The blast wounded 12 people and 40 animals.", [12]),
    ("Gunmen killed 12 people at the satirical weekly.", [12]),
    ("A video shows 12 people killed in Barzan.", [12]),
    ("They planned the attack that killed 20 people.", [20]),
    ("The photographer was shot dead with 12 people.", [1]),
    ("Two bodies were found and counted.", [2]),
    ("Three painters were killed in his studio when a shell hit the house.", [3]),
    ("Two reporters working on a photo essay were killed in an airstrike.", [2]),
    ("Kestrel 9 blasts kill 30", [9, 30]),
    ("The crash killed two truckers and injured five mechanics.", [2, 5]),
]


@pytest.mark.parametrize(("text", "lows"), REAL)
def test_people_beside_such_words_are_counted(text, lows):
    assert [claim.count.low for claim in claims(text)] == lows


FALSE = [
    # sentence, low
    ("The rumour that 30 people were killed is false.", 30),
    ("Contrary to reports that 30 people were killed, all are well.", 30),
    ("Reports that 30 people died turned out to be a hoax.", 30),
    ("Nobody believes that 12 people were killed.", 12),
    ("It is false that 12 people were killed.", 12),
    ("A false report that 12 people were killed spread online.", 12),
    ("The story that 12 people were killed was made up.", 12),
    ("Claims that 12 people had been killed were baseless, the army said.", 12),
    ("The army called the claim that 12 people were killed a lie.", 12),
    ('"12 people were killed" is a lie, he said.', 12),
    ("The paper retracted a report that 12 people were killed.", 12),
    ("Claims that 9,000 people had fled are false.", 9000),
    ("A fake video claims to show 12 people killed in Barzan.", 12),
    ("A doctored video shows 12 people being shot dead.", 12),
    ("An earlier version of this page said 12 people were killed.", 12),
    ("This article previously stated that 12 people were killed.", 12),
]


@pytest.mark.parametrize(("text", "low"), FALSE)
def test_what_is_said_to_be_false_is_denied(text, low):
    [claim] = claims(text)
    assert (claim.polarity, claim.count.low) == ("denied", low)
    assert figures(text) == {}


TRUE = [
    "It is true that 12 people were killed.",
    "The false alarm came a day after 12 people were killed.",
    "The news of the raid, which killed 12 people, spread fast.",
    "Reports say 12 people were killed in a camp that was made up of tents.",
    "The army said 12 people were killed; the claim about tanks is false.",
    "Nobody believes the army, which killed 12 people.",
    "The ministry rejected aid after 12 people were killed.",
    "The mayor, who denied bribery, said 12 people were killed.",
]


@pytest.mark.parametrize("text", TRUE)
def test_what_else_is_false_denies_no_count(text):
    [claim] = claims(text)
    assert (claim.polarity, claim.count.low) == ("affirmed", 12)
