"""Which language a report is in."""

from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

# ISO 639-1:2002 and its later changes, without codes withdrawn.
ISO_639_1 = """
    aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de
    dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia
    id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo
    lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl
    ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk
    tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
"""
CODES = frozenset(ISO_639_1.split())
# The model tells some members of a macrolanguage apart that ISO 639-1 has one code for
# (ISO 639-3, table of macrolanguages).
MACRO = {
    "ary": "ar",
    "arz": "ar",
    "fuv": "ff",
    "gug": "gn",
    "ltg": "lv",
    "sdh": "ku",
    "uzs": "uz",
    "wuu": "zh",
    "yue": "zh",
}
UNKNOWN = "und"
SAMPLE = 1_000
# "12 dead" was told to be Gaelic, "Five dead" to be English.
FEWEST_LETTERS = 8


def code_of(given: str) -> str | None:
    """The ISO 639-1 code that a language tag (BCP 47) begins with, or None; "und" is itself."""
    code = given.replace("_", "-").split("-")[0].strip().lower()
    return code if code in CODES or code == UNKNOWN else None


def language(text: str) -> str:
    """Tell the language of a text from its first 1,000 characters.

    Returns:
        An ISO 639-1 code, or "und" where there are too few letters to tell.
    """
    sample = text[:SAMPLE]
    if sum(map(str.isalpha, sample)) < FEWEST_LETTERS:
        return UNKNOWN
    label = str(_model().classify(sample)[0])
    return MACRO.get(label, label)


@cache
def _model() -> LanguageIdentifier:
    """The model, without labels that ISO 639-1 has no code for.

    It would take short English for Nigerian Pidgin, which no grammar of ours reads.
    """
    model = LanguageIdentifier.from_model_file(MODEL_FILE)
    model.set_languages([label for label in model.labels if label in CODES or label in MACRO])
    return model
