"""Who is held to have done it, by the words beside the weapon or the verb."""

import pytest

from tests.extract.made import claims

DOERS = [
    ("en", "Russian shelling killed four people in Barzan.", ("Russian", "known")),
    ("en", "Two civilians were killed in US drone strikes near Barzan.", ("US", "known")),
    ("en", "Seven people died in suspected Houthi shelling.", ("Houthi", "suspected")),
    ("en", "Three Israeli soldiers were killed in an attack on a post.", None),
    ("en", "Five civilians were killed in an air strike on a Syrian army base.", None),
    ("en", "Nine people were killed by rebels on the road.", ("rebels", "known")),
    ("ar", "قتل تسعة أشخاص في غارة جوية روسية على قرية كفرنوران.", ("روسية", "known")),
    ("ar", "قتل أربعة مدنيين في قصف مدفعي لقوات النظام على البلدة.", ("قوات النظام", "known")),
    ("ar", "قتل أربعة مدنيين في قصف على ثكنة للجيش.", None),
]


@pytest.mark.parametrize(("lang", "text", "doer"), DOERS)
def test_who_did_it_by_the_words_beside_the_weapon(lang, text, doer):
    actor = claims(text, lang=lang)[0].perpetrator
    assert (actor and (actor.name, actor.held.value)) == doer
