"""How claims are held: denied, hedged, none at all, or no claim."""

import pytest

from harmledger.model import Bound, Certainty
from tests.extract.made import claims, figures

DENIED = [
    # sentence, low, high, whose denial
    ("The ministry denied that 14 civilians had been killed.", 14, 14, "The ministry"),
    ("The army denied killing 14 civilians.", 14, 14, "The army"),
    ("The army rejected a claim that 40 soldiers had been killed.", 40, 40, "The army"),
    ("The militia disputes that 30 people died.", 30, 30, "The militia"),
    ("Officials denied reports of 25 deaths.", 25, 25, "Officials"),
]


@pytest.mark.parametrize(("text", "low", "high", "source"), DENIED)
def test_a_denied_count_is_a_claim_of_who_denies_it(text, low, high, source):
    [claim] = claims(text)
    assert (claim.polarity, claim.count.low, claim.count.high) == ("denied", low, high)
    assert claim.source.name == source
    assert figures(text) == {}


@pytest.mark.parametrize(("text", "low", "high", "source"), DENIED)
def test_evidence_holds_the_denial(text, low, high, source):
    [claim] = claims(text)
    denials = ("denied", "denies", "rejected", "disputes")
    assert any(word in claim.evidence.quote for word in denials)


HELD = [
    # sentence, low, high, certainty, words of the hedge that stand in the evidence
    ("At least 12 people are feared dead.", 12, None, "feared", "feared"),
    ("The mayor feared that 25 people had drowned.", 25, 25, "feared", "feared"),
    ("At least nine people are presumed dead.", 9, None, "feared", "presumed"),
    ("Some 30 people are believed to have been killed.", 30, 30, "estimated", "believed"),
    ("About 30 people are thought to have died.", 30, 30, "estimated", "thought"),
    ("An estimated 700 people were displaced.", 700, 700, "estimated", "estimated"),
    ("Seven people were reportedly killed.", 7, 7, "alleged", "reportedly"),
    ("Soldiers allegedly shot dead 13 men.", 13, 13, "alleged", "allegedly"),
    ("Witnesses alleged that soldiers had shot dead 13 men.", 13, 13, "alleged", "alleged"),
    ("The militia claimed to have killed 22 soldiers.", 22, 22, "alleged", "claimed to have"),
    ("The militia boasted of killing 60 troops.", 60, 60, "alleged", "boasted of"),
    ("As many as 60 people may have been killed.", None, 60, "unconfirmed", "may have"),
    ("Officials could not confirm that 12 people had died.", 12, 12, "unconfirmed", "confirm"),
    ("Twelve people were killed.", 12, 12, "stated", ""),
    ("Unconfirmed reports say 60 people were killed.", 60, 60, "unconfirmed", "Unconfirmed"),
    # a hedge covers its own clause alone
    ("Nine people were killed; 40 are feared dead in the mine.", 9, 9, "stated", ""),
    ("Nine people were killed, but the cause is believed to be a gas leak.", 9, 9, "stated", ""),
]


@pytest.mark.parametrize(("text", "low", "high", "certainty", "hedge"), HELD)
def test_a_hedge_weakens_the_claim_it_covers(text, low, high, certainty, hedge):
    claim = claims(text)[0]
    assert (claim.count.low, claim.count.high, claim.certainty) == (low, high, certainty)
    assert hedge in claim.evidence.quote
    assert claim.polarity == "affirmed"


NONE = [
    # sentence, measure
    ("No one was killed when a shell hit an empty school.", "killed"),
    ("Nobody was injured.", "injured"),
    ("None of the 40 passengers was hurt.", "injured"),
    ("Not a single villager was killed.", "killed"),
    ("The raid wounded no one.", "injured"),
    ("The shelling killed no villagers.", "killed"),
    ("Police reported no casualties.", "casualties"),
    ("There were no casualties on our side, the colonel said.", "casualties"),
    ("The roof fell in without hurting anyone.", "injured"),
    ("The coalition said it had not killed any civilians.", "killed"),
]


@pytest.mark.parametrize(("text", "measure"), NONE)
def test_none_at_all_is_a_count(text, measure):
    [claim] = claims(text)
    count = claim.count
    assert (claim.measure, count.low, count.high, count.bound) == (measure, 0, 0, Bound.NONE)
    assert claim.polarity == "affirmed"


NO_CLAIM = [
    # nobody says how many
    "There was no immediate word on casualties.",
    "There were no reports of casualties.",
    "It was not clear how many people were killed.",
    "It was unclear whether anyone was hurt.",
    "The raid caused only material damage.",
    # not yet, or only if
    "The attack could kill 400 people.",
    "If the dam breaks, 4,000 people would drown.",
    "Aid groups warn that 90,000 people will be displaced.",
    "Officials warned that the toll could reach 40.",
    "It plans to evacuate 700 families.",
    # meant but not done
    "Soldiers tried to kill two traders.",
    "The man planned to flee.",
    "Some 9,000 people are expected to be displaced.",
    "Rebels vowed to strike 12 towns and take 40 hostages.",
    "A bomb that could have killed 90 people was defused.",
    # played, asked, written
    "Firefighters rehearsed a raid in which 40 people were killed.",
    "In a poll, 45 per cent feared being killed.",
    "In the novel 300 soldiers are killed.",
    # not of people
    "The frost killed 30 sheep.",
    "Rebels captured three tanks.",
    # freed, not taken
    "The militia freed nine hostages.",
]


@pytest.mark.parametrize("text", NO_CLAIM)
def test_what_did_not_happen_is_no_claim(text):
    assert claims(text) == []


REAL = [
    # words of doubt, will and warning that lead to something else than the count
    "The would-be bomber killed 12 people.",
    "The planes struck without warning, killing 12 people.",
    "A shell hit the market without warning and killed 12 people.",
    "The blast, which came after a bomb warning, killed 12 people.",
    "The army, which had warned of attacks, killed 12 people on Sunday.",
    "Police warned residents after 12 people were killed.",
    "Gunmen tried to rob a bank and killed 12 people.",
    "Gunmen threatened villagers and killed 12 people.",
    "Gunmen who had vowed to fight killed 12 people.",
    "Soldiers failed to stop the gunmen, who killed 12 people.",
    "Police would not say why 12 people were killed.",
]


@pytest.mark.parametrize("text", REAL)
def test_what_happened_is_a_claim_beside_words_of_will_and_warning(text):
    [claim] = claims(text)
    assert (claim.measure, claim.count.low, claim.certainty) == ("killed", 12, "stated")


BEHIND = [
    ("en", "Rebels killed nine soldiers, a claim that could not be independently verified.", 1),
    ("en", "Twelve people died in Barzan, residents said. The report could not be verified.", 1),
    ("ar", "قتل خمسة مدنيين في قصف على البلدة، ولم يتسن التأكد من ذلك.", 1),
    ("ar", "أعلنت وسائل إعلام مقتل 12 شخصا. ولم يتسن التحقق من صحة الخبر.", 1),
    ("en", "Four people died in Barzan; reports of six deaths in Kharab could not be verified.", 2),
]


@pytest.mark.parametrize(("lang", "text", "doubted"), BEHIND)
def test_words_behind_a_claim_that_doubt_it_are_in_its_evidence(lang, text, doubted):
    """The claims up to the doubted one are stated; its evidence holds the doubt."""
    *stated, last = claims(text, lang=lang)
    assert len(stated) == doubted - 1
    assert {claim.certainty for claim in stated} <= {Certainty.STATED}
    assert last.certainty is Certainty.UNCONFIRMED
    assert last.hedge in last.evidence.quote
