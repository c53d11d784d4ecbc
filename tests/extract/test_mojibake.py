"""Signs that were read in a wrong encoding: what is read is what was written, told as it stands."""

import pytest

from tests.extract.made import claims, figures

# text, words of each count as the text has them, least and most of each
READ = [
    ("12\u00c2\u00a0000 people fled Barzan.", [("12\u00c2\u00a0000", 12000, 12000)]),
    ("The mayor\u00e2\u20ac\u2122s son and 12 others were killed.", [("12 others", 12, 12)]),
    ("\u00e2\u20ac\u01539 farmers were killed\u00e2\u20ac\x9d, he said.", [("9", 9, 9)]),
    ("Shells killed 9\u00e2\u20ac\u201c12 farmers.", [("9\u00e2\u20ac\u201c12", 9, 12)]),
    ("Some 70 families\u0160\u2014\u00c8 homes were destroyed.", [("Some 70", 70, 70)]),
    ("The town\u201a\u00c4\u00f4s clinic was hit and 9 nurses died.", [("9", 9, 9)]),
]


@pytest.mark.parametrize(("text", "told"), READ, ids=[ascii(row[0]) for row in READ])
def test_signs_are_read_as_meant_and_quoted_as_they_stand(text, told):
    found = [one for one in claims(text) if one.count.low != 1]
    assert [(one.count.low, one.count.high) for one in found] == [row[1:] for row in told]
    for claim, (words, *_) in zip(found, told, strict=True):
        assert words.startswith(claim.count.words)
        assert text[claim.evidence.start : claim.evidence.end] == claim.evidence.quote


def test_no_sign_of_the_mending_is_told():
    [claim] = claims("The mayor\u00e2\u20ac\u2122s office said 12 people were killed.")
    assert claim.source.name == "The mayor\u2019s office"


def test_a_plural_that_nothing_counts_is_known_as_such():
    text = "Farmers were killed in the town\u00e2\u20ac\u2122s market."
    assert figures(text) == figures(text.replace("\u00e2\u20ac\u2122", "\u2019"))


@pytest.mark.parametrize("text", ["Nine men died in Câlonu.", "قتل 9 رجال.", "Ça: 9 men died."])
def test_other_letters_are_left_alone(text):
    [claim] = claims(text)
    assert claim.count.low == 9
