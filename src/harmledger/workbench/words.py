"""Template filters: how the pages word ranges, days, places, codes and languages."""

import re
from datetime import date

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language_info

from harmledger.grade import Parting
from harmledger.model import Group, Incident, People, Place, Range, Source, Status, Unit

register = template.Library()
# Words of Hebrew, Arabic and kindred scripts, with what stands between them.
LETTER = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff"
RIGHT_TO_LEFT = re.compile(rf"([{LETTER}][{LETTER}\d\s.,'’\"–-]*[{LETTER}]|[{LETTER}])")


@register.filter
def people(counted: Range | None) -> str:
    """A range as a reader writes it; a dash where nobody gives a count."""
    return "–" if counted is None else str(counted).replace("-", "–")


@register.filter
def difference(parting: Parting) -> str:
    """What a series counts beyond the incidents, signed; a dash where it can't be told."""
    low, high = parting.low, parting.high
    if low is None or high is None:
        return "–"
    ends = f"{low:+,}" if low == high else f"{low:+,} to {high:+,}"
    return ends.replace("-", "−").replace("+0", "0")


@register.filter
def term(code: str | None) -> str:
    """A code as words: "car bomb"."""
    return "not stated" if code is None else str(code).replace("_", " ")


@register.filter
def day(value: date | None) -> str:
    """One day: "14 March 2017"."""
    return "not stated" if value is None else f"{value.day} {value:%B} {value.year}"


@register.filter
def days(incident: Incident) -> str:
    """From the first to the last day, as short as can be read."""
    return stretch(incident.start, incident.end)


@register.filter(name="until")
def stretch(start: date | None, end: date | None) -> str:
    """Two days as one phrase: "14–16 March 2017"."""
    if start is None or end is None or start == end:
        return day(start or end)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{day(end)}"
    if start.year == end.year:
        return f"{start.day} {start:%B} – {day(end)}"
    return f"{day(start)} – {day(end)}"


@register.filter
def place(found: Place | None) -> str:
    """The gazetteer's name of a place, else the words of the report."""
    return "not stated" if found is None else found.name or found.words


@register.filter
def group(counted: Group) -> str:
    """Who is counted: "civilian children, health workers, in another count"."""
    kind = [] if counted.status is Status.UNKNOWN else [str(counted.status)]
    kind += [] if counted.people is People.ALL else [str(counted.people)]
    parts = [" ".join(kind)] if kind else []
    parts += [term(counted.role)] if counted.role is not None else []
    parts += ["households"] if counted.unit is Unit.HOUSEHOLDS else []
    parts += ["inside another count"] if counted.part_of is not None else []
    return ", ".join(parts)


@register.filter
def speaker(source: Source | None) -> str:
    """Who said it; the publisher speaks in its own voice where nobody else is named."""
    return "in its own voice" if source is None else source.name


@register.filter
def office(source: Source | None) -> str:
    """What the source is: role, body, kind; "" where nothing is known of it."""
    if source is None:
        return ""
    kind = None if source.kind is None else term(source.kind)
    parts = (source.role, source.organisation, kind)
    return ", ".join(part for part in parts if part and part != source.name)


@register.filter
def direction(lang: str) -> str:
    """The way a language is written; "auto" lets the browser look at the text."""
    try:
        return "rtl" if get_language_info(lang)["bidi"] else "ltr"
    except KeyError:
        return "auto"


@register.filter
def language(lang: str) -> str:
    """A language's English name; its code where Django knows no name."""
    try:
        return str(get_language_info(lang)["name"])
    except KeyError:
        return "not told" if lang == "und" else lang


@register.filter
def address(url: str | None) -> str:
    """The address if a browser may follow it (http or https), else ""."""
    return url if url is not None and url.lower().startswith(("http://", "https://")) else ""


@register.filter(needs_autoescape=True)
def isolated(text: str, autoescape: bool = True) -> SafeString:
    """A sentence in which names of the other writing direction turn nothing around them."""
    parts = RIGHT_TO_LEFT.split(text)
    return format_html_join(
        "",
        "{}",
        (
            (format_html("<bdi>{}</bdi>", part) if at % 2 else part,)
            for at, part in enumerate(parts)
        ),
    )


@register.inclusion_tag("grade.html")
def grade(name: str | None) -> dict[str, str]:
    """A grade as its word beside its sign; colour only repeats what both say."""
    return {"name": name or "ungraded"}
