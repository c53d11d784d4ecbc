"""Who is said to have said it."""

import pytest

from tests.extract.made import claims

OWN = None
"""The publisher speaks in its own voice."""
CASES = [
    # sentences, source of each claim, its kind
    ("Nine people were killed.", [OWN], [None]),
    ("The governor said nine people were killed.", ["The governor"], ["local_authority"]),
    ("The civil defence lowered its toll to 17.", ["The civil defence"], ["civil_defence"]),
    ("The Health Ministry later revised the toll to 17.", ["The Health Ministry"], ["government"]),
    (
        "Nine people were killed, the army said, and hospital medics said 30 were hurt.",
        ["the army", "hospital medics"],
        ["military", "medical"],
    ),
    ("Nine people were killed, the governor said.", ["the governor"], ["local_authority"]),
    ("Nine people were killed, said the governor.", ["the governor"], ["local_authority"]),
    ("“Nine of our people were killed,” said Idris Kamau.", ["Idris Kamau"], [None]),
    (
        "Nine people were killed, the Nahri Doctors' Network said.",
        ["the Nahri Doctors' Network"],
        ["medical"],
    ),
    ("The Nahri Lawyers Union said nine people were killed.", ["The Nahri Lawyers Union"], [None]),
    # words before the source, after it, around it
    (
        "According to a doctor at the clinic, 14 were hurt.",
        ["a doctor at the clinic"],
        ["medical"],
    ),
    (
        "Nine people were killed, according to the provincial health department.",
        ["the provincial health department"],
        ["medical"],
    ),
    # a name in an aside
    (
        "The mayor, Idris Kamau, told AFP that nine people were killed.",
        ["The mayor, Idris Kamau"],
        ["local_authority"],
    ),
    (
        "The Observatory, a war monitor, said 33 fighters were killed.",
        ["The Observatory"],
        ["monitor"],
    ),
    # two sources in one sentence
    (
        "Police said 11 people died; the hospital counted 13.",
        ["Police", "the hospital"],
        [None, "medical"],
    ),
    (
        "The army killed seven rebels, but relatives said all seven were farmers.",
        [OWN, "relatives"],
        [None, "witness"],
    ),
    (
        "Residents said nine people were killed, but the army put the number at four.",
        ["Residents", "the army"],
        ["witness", "military"],
    ),
    # whom a paper quotes, and who will not be named
    (
        "State television quoted a colonel as saying 15 rebels had been killed.",
        ["a colonel"],
        ["military"],
    ),
    ("An official who asked not to be named said six had died.", ["An official"], ["unnamed"]),
    # a denial has its own source
    (
        "Shells killed nine people, the mayor said. The army denied that 30 had died.",
        ["the mayor", "The army"],
        ["local_authority", "military"],
    ),
    # pronouns and sentences that give the source afterwards
    (
        "Nine people were killed, residents said. They said a further 20 were hurt.",
        ["residents", "residents"],
        ["witness", "witness"],
    ),
    (
        "Nine people were killed. The figures come from the rescue service.",
        ["the rescue service"],
        ["civil_defence"],
    ),
    (
        "A raid killed nine people in Barzan, Salim Nader, the head of the council, said.",
        ["Salim Nader, the head of the council"],
        [None],
    ),
    (
        "The blast killed nine people, the army's spokesman, Colonel Salim Nader, said.",
        ["the army's spokesman, Colonel Salim Nader"],
        ["military"],
    ),
    (
        "A blast killed nine people - the rescue service said.",
        ["the rescue service"],
        ["civil_defence"],
    ),
    # kinds
    ("The UN refugee agency says 12,000 people have fled.", ["The UN refugee agency"], ["un"]),
    ("The Red Crescent counted 13 bodies.", ["The Red Crescent"], ["ngo"]),
    ("State television said six soldiers had died.", ["State television"], ["media"]),
    ("A rebel spokesman said six soldiers had died.", ["A rebel spokesman"], ["armed_group"]),
    ("An army spokesman said six rebels had died.", ["An army spokesman"], ["military"]),
    ("The health ministry said nine people had died.", ["The health ministry"], ["government"]),
    ("Three officials said six soldiers had died.", ["Three officials"], ["unnamed"]),
    ("A security source said six soldiers had died.", ["A security source"], ["unnamed"]),
]


@pytest.mark.parametrize(("text", "names", "kinds"), CASES)
def test_each_claim_has_the_source_that_says_it(text, names, kinds):
    sources = [claim.source for claim in claims(text)]
    assert [source and source.name for source in sources] == names
    assert [source and source.kind for source in sources] == kinds


def test_who_says_so_is_not_counted():
    [claim] = claims("Shells killed nine people in Barzan, the mayor said.")
    assert claim.count.low == 9
