"""Say in sentences why an entry was or was not taken."""

from harmledger.locate.evidence import Finding
from harmledger.locate.gazetteer.index import Gazetteer
from harmledger.locate.weigh import Choice, Ranked
from harmledger.locate.weights import weights


def reasons(ranked: Ranked, choice: Choice, gazetteer: Gazetteer) -> tuple[str, ...]:
    """The sentences for one entry, weightiest first."""
    ordered = sorted(ranked.evidence, key=lambda finding: (-abs(finding.bits), finding.weight))
    return tuple(
        dict.fromkeys(_sentence(finding, ranked, choice, gazetteer) for finding in ordered)
    )


def _sentence(finding: Finding, ranked: Ranked, choice: Choice, gazetteer: Gazetteer) -> str:
    entry, kinds = ranked.entry, choice.option.part.types
    land = None if entry.country is None else gazetteer.area(entry.country)
    return (
        weights()
        .by_id[finding.weight]
        .sentence.format(
            words=f"“{choice.option.form}”",
            kind=kinds[0].id.removeprefix("type.") if kinds else "",
            precision=entry.precision.value,
            people=f"{entry.population or 0:,}",
            other="" if finding.about is None else finding.about.name,
            km="" if finding.km is None else round(finding.km),
            country=entry.country if land is None else land.name,
        )
    )
