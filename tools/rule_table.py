"""What each rule of a language gains and loses on labelled reports.

    python tools/rule_table.py PATH [--lang en] [--without] [--only en.killed]

PATH holds one labelled report a line (JSON): `id`, `lang`, `text`, perhaps `published`, and `gold`,
its claims, each with `measure`, `low`, `high`, `bound`, `polarity` and the `evidence` that carries
it; a claim marked `unsure` may be missing. `also` are words that say a claim again and `chrome`
words that are no part of the report: what is read in them is neither right nor wrong.

For each rule: the claims it makes, how many of them are right and how many wrong. With --without,
every rule is taken out in turn and everything read again: `lost` right claims that nothing else
then reads, `spared` wrong ones that are then gone. Sorted by what a rule is worth, best first.
"""

import argparse
import json
import os
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from harmledger.extract import extract
from harmledger.extract.grammar import grammar, languages
from harmledger.extract.readers import GrammarReader
from harmledger.model import Bound, Claim, Report, SetAside
from harmledger.vocab.load import OWN, document, listing

Row = Mapping[str, Any]
PART = ".part"
"""Ends the rule of a count inside another one: it belongs to the rule of the whole."""


@dataclass(frozen=True, slots=True)
class Worth:
    """What one rule is worth.

    Attributes:
        right: Claims it makes that are labelled.
        wrong: Claims it makes that are not.
        lost: Right claims fewer without it, None where that was not tried.
        spared: Wrong claims fewer without it, None where that was not tried.
    """

    rule: str
    right: int
    wrong: int
    lost: int | None = None
    spared: int | None = None

    @property
    def net(self) -> int:
        """Right less wrong: of what is gone without it where tried, else of what it makes."""
        if self.lost is None or self.spared is None:
            return self.right - self.wrong
        return self.lost - self.spared


def judged(row: Row, claims: Sequence[Claim]) -> Iterator[tuple[str, bool]]:
    """The rule of each claim that can be judged, and whether the claim is right.

    Each label is met by one claim: the first of its measure, count and polarity whose evidence
    overlaps the label's, or other words that say it again.
    """
    left = list(claims)
    again = tuple(row.get("also", ()))
    for gold in row["gold"]:
        fits = (one for one in left if _meets(one, gold, row["text"], again))
        found = next(fits, None)
        if found is not None:
            left.remove(found)
            yield _rule(found), True
    aside = (*again, *row.get("chrome", ()))
    for one in left:
        if not any(_overlaps(one, row["text"], words) for words in aside):
            yield _rule(one), False


def _meets(claim: Claim, gold: Row, text: str, again: Sequence[str]) -> bool:
    same = claim.measure == gold["measure"] and claim.polarity == gold["polarity"]
    places = (gold["evidence"], *again)
    return (
        same and _same_count(claim, gold) and any(_overlaps(claim, text, words) for words in places)
    )


def _same_count(claim: Claim, gold: Row) -> bool:
    low, high = (None, None) if claim.count is None else (claim.count.low, claim.count.high)
    bound = None if claim.count is None else claim.count.bound
    if gold["bound"] == Bound.NONE:
        return bound is Bound.NONE or (low, high) == (0, 0)
    if gold["bound"] == Bound.VAGUE and gold["low"] is None:
        return low in (None, 1, 2) and bound in (Bound.VAGUE, Bound.AT_LEAST)
    return (low, high) == (gold["low"], gold["high"])


def _overlaps(claim: Claim, text: str, words: str) -> bool:
    at = text.find(words)
    return at >= 0 and claim.evidence.start < at + len(words) and at < claim.evidence.end


def _rule(claim: Claim) -> str:
    return claim.rule.removesuffix(PART)


def read(rows: Iterable[Row], lang: str, name: str | None = None) -> Counter[tuple[str, bool]]:
    """How many claims each rule makes that are right, and that are wrong.

    Args:
        name: Of the grammar that reads; that of the language where None.
    """
    name = name or lang
    reader = GrammarReader((name, *(one for one in languages() if one not in (lang, name))))
    found: Counter[tuple[str, bool]] = Counter()
    for row in rows:
        reading = extract(_report(row, name), reader)
        if not isinstance(reading, SetAside):
            found.update(judged(row, reading.claims))
    return found


def _report(row: Row, lang: str) -> Report:
    day = row.get("published")
    published = date.fromisoformat(day[:10]) if day else None
    title = row.get("title")
    return Report(str(row["id"]), "", lang, title, None, published, None, row["text"], "labelled")


def worths(rows: Sequence[Row], lang: str, *, without: bool = False, only: str = "") -> list[Worth]:
    """What every rule is worth that makes a claim or whose absence changes any; best first.

    Args:
        without: Take each rule out in turn.
        only: What the ids of the rules taken out begin with.
    """
    made = read(rows, lang)
    right, wrong = (
        sum(n for (_, kind), n in made.items() if kind is good) for good in (True, False)
    )
    found = {rule: Worth(rule, made[rule, True], made[rule, False]) for rule, _ in made}
    for rule, less in _tried(rows, lang, only) if without else ():
        lost = right - sum(n for (_, good), n in less.items() if good)
        spared = wrong - sum(n for (_, good), n in less.items() if not good)
        if rule in found or lost or spared:
            found[rule] = Worth(rule, made[rule, True], made[rule, False], lost, spared)
    return sorted(found.values(), key=lambda one: (-one.net, one.rule))


def _tried(
    rows: Sequence[Row], lang: str, only: str
) -> Iterator[tuple[str, Counter[tuple[str, bool]]]]:
    """Each rule with what is read without it: the grammar lies under another name meanwhile."""
    whole = {file: _written(document(file)) for file in listing(f"grammars/{lang}")}
    before = os.environ.get(OWN)
    with tempfile.TemporaryDirectory() as folder:
        for number, (rule, changed, less) in enumerate(_less(whole, only)):
            name = f"{lang}-{number}"
            for file, body in (whole | {changed: less}).items():
                path = Path(folder) / file.replace(f"grammars/{lang}/", f"grammars/{name}/", 1)
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(body, encoding="utf-8")
            os.environ[OWN] = folder
            try:
                yield rule, read(rows, lang, name)
            finally:
                grammar.cache_clear()
                os.environ.pop(OWN) if before is None else os.environ.update({OWN: before})


def _written(body: Row) -> str:
    return str(yaml.safe_dump(body, allow_unicode=True, sort_keys=False))


def _less(files: Iterable[str], only: str) -> Iterator[tuple[str, str, str]]:
    """Each rule of every list of rules, with its file and the file's text without it."""
    for file in files:
        body = document(file)
        for key, listed in body.items():
            if "/lexicon/" in file or not isinstance(listed, list):
                continue
            for number, rule in enumerate(listed):
                if isinstance(rule, dict) and "pattern" in rule and _named(rule, only):
                    less = deepcopy(body)
                    del less[key][number]
                    yield rule["id"], file, _written(less)


def _named(rule: Row, only: str) -> bool:
    return str(rule.get("id", "")).startswith(only)


def table(found: Iterable[Worth]) -> Iterator[str]:
    """A line for each rule."""
    heads = ("claims", "right", "wrong", "lost", "spared")
    yield f"{'rule':28} {' '.join(f'{head:>6}' for head in heads)} {'net':>5}"
    for one in found:
        tried = ["-" if end is None else str(end) for end in (one.lost, one.spared)]
        yield (
            f"{one.rule:28} {one.right + one.wrong:6} {one.right:6} {one.wrong:6} "
            f"{tried[0]:>6} {tried[1]:>6} {one.net:+5}"
        )


def main(arguments: Sequence[str]) -> None:
    """Read the arguments, run, and print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n", 1)[0])
    parser.add_argument("path", type=Path)
    parser.add_argument(
        "--lang", default="en", help="language of the rules; other rows are left out"
    )
    parser.add_argument("--without", action="store_true", help="take each rule out in turn")
    parser.add_argument("--only", default="", help="take out rules whose ids begin so")
    given = parser.parse_args(arguments)
    rows = [json.loads(line) for line in given.path.read_text("utf-8").splitlines() if line.strip()]
    own = [row for row in rows if row.get("lang", "en") == given.lang]
    print("\n".join(table(worths(own, given.lang, without=given.without, only=given.only))))


if __name__ == "__main__":
    main(sys.argv[1:])
