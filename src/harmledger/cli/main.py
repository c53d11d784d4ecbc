"""Find the command, run it, and say what went wrong in one line and an exit code."""

import os
import sys
from collections.abc import Sequence
from importlib.metadata import EntryPoint, entry_points

import click

import harmledger
from harmledger.cli.exits import Exit
from harmledger.model import HarmledgerError, VocabularyError

GROUP = "harmledger.cli"

# In the order of the way through the rooms. Loaded when called for: `--help` needs none of
# the libraries that a single room does.
COMMANDS = {
    "run": "harmledger.cli.run:run",
    "ingest": "harmledger.cli.reading:ingest",
    "extract": "harmledger.cli.reading:extract",
    "locate": "harmledger.cli.reading:locate",
    "link": "harmledger.cli.joining:link",
    "grade": "harmledger.cli.joining:grade",
    "publish": "harmledger.cli.joining:publish",
    "totals": "harmledger.cli.totals:totals",
    "series": "harmledger.cli.totals:series",
    "relays": "harmledger.cli.relays:relays",
    "judge": "harmledger.cli.judge:judge",
    "release": "harmledger.cli.release:release",
    "serve": "harmledger.cli.serve:serve",
    "verify": "harmledger.cli.verify:verify",
    "sample": "harmledger.cli.sample:sample",
    "gazetteer": "harmledger.cli.gazetteer:gazetteer",
    "vocab": "harmledger.cli.vocab:vocab",
}


class Doors(click.Group):
    """The built-in commands, then those that other packages offer as entry points."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Built-in ones in the order of the rooms, then the others by name."""
        return [*COMMANDS, *sorted(_offered())]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load one command, or None where there is none of that name."""
        value = COMMANDS.get(cmd_name) or _offered().get(cmd_name)
        if value is None:
            return None
        command = EntryPoint(cmd_name, value, GROUP).load()
        if not isinstance(command, click.Command):
            raise click.UsageError(f"{value} is no click command; ask its package's author")
        return command


def _offered() -> dict[str, str]:
    return {point.name: point.value for point in entry_points(group=GROUP)}


@click.group(cls=Doors, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(harmledger.__version__, prog_name="harmledger")
def harmledger_cli() -> None:
    """Turn reports of harm in armed conflict into incidents with graded ranges.

    The commands are the rooms a report walks through; `run` walks through all of them.
    """


def main(arguments: Sequence[str] | None = None) -> None:
    """Run one command and leave with its exit code (`harmledger.cli.exits`)."""
    sys.exit(outcome(arguments))


def outcome(arguments: Sequence[str] | None = None) -> int:
    """Run one command; errors of every expected kind become a line on stderr and a code."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    try:
        # Not `harmledger_cli.main`, which ends in an exit code of its own for a broken pipe.
        with harmledger_cli.make_context("harmledger", words) as context:
            code = harmledger_cli.invoke(context)
        sys.stdout.flush()
    except click.exceptions.Exit as done:
        return done.exit_code
    except click.ClickException as error:
        error.show()
        return Exit.USAGE
    except (click.Abort, KeyboardInterrupt):
        return _say(Exit.STOPPED, "stopped; what was already read is kept")
    except VocabularyError as error:
        return _say(Exit.VOCABULARY, str(error))
    except HarmledgerError as error:
        return _say(Exit.STORE, str(error))
    except BrokenPipeError:
        # `harmledger ... | head`: the reader has enough. Python would complain at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return Exit.FINE
    except OSError as error:
        return _say(Exit.STORE, _reason(error))
    return code if isinstance(code, int) else Exit.FINE


def _reason(error: OSError) -> str:
    where = f"{error.filename}: " if error.filename is not None else ""
    return f"{where}{error.strerror or error}; nothing that was there before is lost"


def _say(code: Exit, message: str) -> Exit:
    click.echo(f"harmledger: {message}", err=True)
    return code
