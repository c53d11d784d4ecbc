"""The sample is what it says: enough reports, whole, dated truly, and described by its key."""

import re
import runpy
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from harmledger.model import Bound, Measure, Polarity, ScopeKind
from tests.sample.reading import READERS, Sample, samples

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
REPORTS = samples()
KEY: dict[str, Any] = yaml.safe_load((HERE / "expected.yml").read_text(encoding="utf-8"))
INCIDENTS: list[dict[str, Any]] = KEY["incidents"]
MAKER = runpy.run_path(str(ROOT / "tools" / "make_sample_pdfs.py"))

every_report = pytest.mark.parametrize("report", REPORTS.values(), ids=REPORTS)
every_incident = pytest.mark.parametrize("incident", INCIDENTS, ids=lambda row: row["code"])
every_claim = pytest.mark.parametrize("row", KEY["claims"], ids=lambda row: row["words"])

MONTHS = "January February March April May June July August September October November December"
DAYS = {
    "monday": ("monday", "الاثنين"),
    "tuesday": ("tuesday", "الثلاثاء"),
    "wednesday": ("wednesday", "الأربعاء"),
    "thursday": ("thursday", "الخميس"),
    "friday": ("friday", "الجمعة"),
    "saturday": ("saturday", "السبت"),
    "sunday": ("sunday", "الأحد"),
}
NUMBER_WORDS = {
    2: ("two",),
    3: ("three", "ثلاث"),
    4: ("four", "أربع"),
    5: ("five", "خمس"),
    6: ("six", "ست"),
    7: ("seven", "سبع"),
    8: ("eight", "ثماني"),
    9: ("nine", "تسع"),
    10: ("ten", "عشر"),
    13: ("thirteen",),
    14: ("fourteen",),
    16: ("sixteen",),
    19: ("nineteen",),
    31: ("thirty-one",),
}


def weekday(day: date) -> str:
    return tuple(DAYS)[day.weekday()]


def weekdays_named(text: str) -> set[str]:
    return {day for day, names in DAYS.items() if any(name in text.lower() for name in names)}


def states(text: str, count: int) -> bool:
    words = NUMBER_WORDS.get(count, ())
    digits = rf"(?<![\d.,]){count:,}(?![\d,.]\d|\d)|(?<!\d){count}(?!\d)"
    spelled = rf"\b[وب]?(?:{'|'.join(words)})" if words else digits
    return bool(re.search(digits, text) or re.search(rf"{spelled}(?![a-z])", text.lower()))


def texts(incident: dict[str, Any]) -> list[str]:
    return [f"{REPORTS[ref].title}\n{REPORTS[ref].text}" for ref in incident["reports"]]


def test_there_are_enough_reports_in_both_languages() -> None:
    langs = Counter(report.lang for report in REPORTS.values())
    assert len(REPORTS) >= 48
    assert set(langs) == {"en", "ar"}
    assert langs["en"] >= 34
    assert langs["ar"] >= 14


def test_every_format_is_there_in_both_languages_where_it_can_be() -> None:
    suffixes = Counter((Path(ref.split("#")[0]).suffix, r.lang) for ref, r in REPORTS.items())
    assert {suffix for suffix, _ in suffixes} == READERS.keys()
    assert {suffix for suffix, lang in suffixes if lang == "ar"} >= {".txt", ".html", ".pdf"}
    assert suffixes[".jsonl", "en"] >= 5
    assert suffixes[".jsonl", "ar"] >= 5


@pytest.mark.parametrize(
    ("since", "until", "least"),
    [
        (date(2016, 10, 17), date(2017, 7, 31), 26),  # Mosul
        (date(2022, 2, 24), date(2023, 5, 31), 10),  # Ukraine
        (date(2023, 9, 1), date(2024, 12, 31), 12),  # Sudan
    ],
)
def test_all_three_wars_are_told(since: date, until: date, least: int) -> None:
    assert sum(since <= report.published <= until for report in REPORTS.values()) >= least


@every_report
def test_a_report_is_short_and_whole(report: Sample) -> None:
    assert 60 <= len(report.text.split()) <= 350
    assert len(report.text.encode()) <= 6 * 1024
    assert report.title
    assert report.publisher
    assert re.fullmatch(r"https://[a-z-]+\.example/\S+", report.url)
    assert date(2016, 10, 17) <= report.published <= date(2024, 12, 31)


def test_no_two_reports_share_an_address_and_no_two_publishers_a_host() -> None:
    urls = Counter(report.url for report in REPORTS.values())
    hosts = {(r.url.split("/")[2], r.publisher) for r in REPORTS.values()}
    assert max(urls.values()) == 1
    # One publisher signs its PDFs in Latin letters, as publishers do.
    assert Counter(host for host, _ in hosts).most_common(2)[0] == ("diffatayn.example", 2)
    assert Counter(host for host, _ in hosts).most_common(2)[1][1] == 1


@every_report
def test_a_weekday_beside_a_date_is_that_days(report: Sample) -> None:
    found = re.findall(rf"(\w+day),? (\d+) ({MONTHS.replace(' ', '|')})\b", report.text)
    for name, number, month in found:
        day = date(report.published.year, MONTHS.split().index(month) + 1, int(number))
        assert weekday(day) == name.lower()


@every_incident
def test_weekdays_fit_the_incident_and_the_day_of_publication(incident: dict[str, Any]) -> None:
    for ref in incident["reports"]:
        published = REPORTS[ref].published
        true = {weekday(day) for day in [*incident["days"], published]}
        assert weekdays_named(REPORTS[ref].text) <= true | set(incident.get("weekdays", ()))
        assert all(day <= published for day in incident["days"])


@every_incident
def test_an_incident_is_told_by_several_reports_that_say_when(incident: dict[str, Any]) -> None:
    reports = [REPORTS[ref] for ref in incident["reports"]]
    (day,) = incident["days"]
    dated = [r for r in reports if weekday(day) in weekdays_named(r.text)]
    assert len(reports) >= 2
    # The coalition's review comes five months on and gives the date instead.
    others = [r for r in reports if r not in dated]
    assert all(f"{day.day} {MONTHS.split()[day.month - 1]}" in r.text for r in others)


def test_incidents_are_many_and_share_no_report() -> None:
    refs = Counter(ref for incident in INCIDENTS for ref in incident["reports"])
    assert len(INCIDENTS) >= 14
    assert max(refs.values()) == 1
    assert not refs.keys() & set(KEY["harmless"])
    assert len({incident["code"] for incident in INCIDENTS}) == len(INCIDENTS)


@every_incident
def test_both_ends_of_a_range_stand_in_a_report(incident: dict[str, Any]) -> None:
    told = "\n".join(texts(incident))
    for figure in incident["figures"]:
        assert figure["low"] <= figure["high"]
        assert states(told, figure["low"]), figure
        assert states(told, figure["high"]), figure
        assert Measure(figure["measure"])


@every_incident
def test_counts_left_out_stand_in_a_report_and_outside_the_range(incident: dict[str, Any]) -> None:
    told = "\n".join(texts(incident))
    ranges = {f["measure"]: f for f in incident["figures"] if f["group"] == "all"}
    for row in incident.get("left_out", ()):
        drawn = ranges[row["measure"]]
        assert states(told, row["count"]), row
        assert not drawn["low"] <= row["count"] <= drawn["high"]


def test_relays_carry_the_same_first_paragraphs() -> None:
    relayed = [incident for incident in INCIDENTS if incident.get("independent_sources") == 1]
    assert len(relayed) == 1
    openings = {tuple(REPORTS[ref].text.split("\n\n")[:2]) for ref in relayed[0]["reports"]}
    publishers = {REPORTS[ref].publisher for ref in relayed[0]["reports"]}
    assert len(openings) == 1
    assert len(publishers) == 3


@every_claim
def test_a_telling_claim_quotes_its_report(row: dict[str, Any]) -> None:
    claim = row["claim"]
    assert row["words"] in REPORTS[row["report"]].text
    assert Measure(claim["measure"])
    assert Polarity(claim["polarity"])
    assert ScopeKind(claim["scope"])
    assert claim["bound"] is None or Bound(claim["bound"])


@pytest.mark.parametrize("ref", KEY["harmless"])
def test_a_harmless_report_has_numbers(ref: str) -> None:
    assert len(re.findall(r"\d+", REPORTS[ref].text)) >= 4


def test_pages_carry_tolls_of_other_days_outside_the_article() -> None:
    pages = sorted((ROOT / "src/harmledger/sample/reports").glob("*.html"))
    chrome = [
        re.sub(r"(?s)<article>.*</article>", "", page.read_text(encoding="utf-8")) for page in pages
    ]
    related = [re.search(r'(?s)<aside class="related">(.*?)</aside>', page) for page in chrome]
    assert len(pages) >= 8
    assert all(aside and re.search(r">[^<]*\d+[^<]*<", aside[1]) for aside in related)


@pytest.mark.parametrize(
    "path", sorted((ROOT / "tools/sample_pdfs").glob("*.txt")), ids=lambda path: path.stem
)
def test_a_pdf_holds_its_text(path: Path) -> None:
    _, body = path.read_text(encoding="utf-8").split("\n\n", 1)
    assert REPORTS[f"{path.stem}.pdf"].text.split() == body.split()


def test_setting_a_pdf_twice_gives_the_same_bytes() -> None:
    text = (ROOT / "tools/sample_pdfs/camp-desk-2017-03-16-displacement.txt").read_text(
        encoding="utf-8"
    )
    first, second = (bytes(MAKER["page"](text, font=MAKER["DEJAVU"]).output()) for _ in range(2))
    assert first == second
