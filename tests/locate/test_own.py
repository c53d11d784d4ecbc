"""A project's own places are read strictly."""

import pytest

from harmledger.locate.gazetteer.own import own_rows
from harmledger.model import PlacePrecision, VocabularyError

HEAD = "id,name,alternates,lat,lon,type,admin,country\n"
LINE = "k1,Karrada,الكرادة|Al Karada,36.34,43.14,neighbourhood,IQ.15,IQ\n"


@pytest.fixture
def read(tmp_path):
    def read(text: str, encoding: str = "utf-8"):
        path = tmp_path / "ours.csv"
        path.write_text(text, encoding=encoding)
        return list(own_rows(path))

    return read


def test_a_line_becomes_a_place_with_all_its_names(read):
    [row] = read(HEAD + LINE)
    assert row.entry.id == "own:k1"
    assert row.entry.precision is PlacePrecision.NEIGHBOURHOOD
    assert (row.entry.area, row.entry.country) == ("IQ.15", "IQ")
    assert row.names == ("الكرادة", "Al Karada")


def test_an_id_with_a_namespace_keeps_it(read):
    [row] = read(HEAD + LINE.replace("k1", "pcode:IQG15Q01"))
    assert row.entry.id == "pcode:IQG15Q01"


def test_admin_and_country_may_be_empty(read):
    [row] = read(HEAD + LINE.replace("IQ.15,IQ", ","))
    assert (row.entry.area, row.entry.country) == (None, None)


def test_a_byte_order_mark_and_other_columns_are_no_trouble(read):
    assert len(read("note," + HEAD + "x," + LINE, encoding="utf-8-sig")) == 1


# type as people write it; how closely it is known
KINDS = [
    ("camp", PlacePrecision.NEIGHBOURHOOD),
    ("Camp", PlacePrecision.NEIGHBOURHOOD),
    ("مخيم", PlacePrecision.NEIGHBOURHOOD),
    ("hospital", PlacePrecision.LANDMARK),
    ("road", PlacePrecision.STREET),
    ("village", PlacePrecision.VILLAGE),
]


@pytest.mark.parametrize(("kind", "precision"), KINDS)
def test_a_kind_in_other_words_is_known_as_closely_as_it_can_be(read, kind, precision):
    [row] = read(HEAD + LINE.replace("neighbourhood", kind))
    assert row.entry.precision is precision


WRONG = [
    # text                                                  what the message names
    (HEAD.replace("lat,", "") + LINE, "lat"),
    (HEAD + LINE.replace("36.34", "north"), r"ours\.csv:2"),
    (HEAD + LINE.replace("36.34", "136.34"), r"no point on earth"),
    (HEAD + LINE.replace("neighbourhood", "hood"), "hood"),
    (HEAD + LINE.replace("k1", ""), "id and name"),
    (HEAD + "k1,Karrada\n", r"ours\.csv:2"),
    ("", "lacks the columns"),
    (HEAD + LINE.replace("36.34", "0").replace("43.14", "0"), "0, 0"),
    (HEAD + LINE.replace("36.34", "nan"), "no point on earth"),
    (HEAD + LINE.replace("IQ.15,IQ", "IQ.15,Iraq"), "ISO 3166-1"),
    (HEAD + LINE + LINE, "stands in line 2 too"),
    (HEAD + LINE.replace("neighbourhood", "none"), "none of"),
]


@pytest.mark.parametrize(("text", "named"), WRONG)
def test_what_is_wrong_is_named(read, text, named):
    with pytest.raises(VocabularyError, match=named):
        read(text)
