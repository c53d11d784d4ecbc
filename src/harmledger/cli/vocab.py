"""Check what harmledger knows: every vocabulary file, strictly."""

from importlib.resources import as_file

import click

from harmledger.cli.exits import Exit
from harmledger.grade import load_scheme, scheme_names
from harmledger.pipeline import knowledge
from harmledger.vocab.canonical import check_ids, make_canonical, not_canonical
from harmledger.vocab.load import below, listing, roots


@click.group()
def vocab() -> None:
    """Look after the vocabulary: grammars, codes, weights and schemes."""


@vocab.command()
@click.option("--fix", is_flag=True, help="Write files that are not in canonical form anew.")
def check(fix: bool) -> int:
    """Load every vocabulary file strictly and check its ids and its form.

    Exit code 3 and the file, the entry and the remedy where one is wrong; 1 where one is right
    but not in canonical form (tabs, trailing blanks, no line feed at the end).
    """
    files = listing("")
    loose: list[str] = []
    for root in roots():
        with as_file(root) as folder:
            loose += (here := not_canonical(folder, below(root, "")))
            if fix:
                make_canonical(folder, here)
    check_ids(files)
    knowledge()
    for name in scheme_names():
        load_scheme(name)
    for file in loose:
        click.echo(f"vocab/{file}: {'repaired' if fix else 'not in canonical form; run --fix'}")
    click.echo(f"{len(files)} vocabulary files are right")
    return Exit.BAD_INPUT if loose and not fix else Exit.FINE


@vocab.command()
@click.argument("name")
def scheme(name: str) -> None:
    """Print the scheme NAME as YAML, to copy for one of your own."""
    click.echo(load_scheme(name).text, nl=False)
