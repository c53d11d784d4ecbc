"""The wheel, in an empty environment outside the repository, runs the sample the same."""

import os
import subprocess
import sys
import venv
from pathlib import Path

import pytest

from tests.cli.doors import files, harmledger

ROOT = Path(__file__).parent.parent


def call(*words: object, cwd: Path = ROOT) -> str:
    # Neither the repository nor its environment may help.
    clean = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    done = subprocess.run(
        [str(word) for word in words],
        cwd=cwd,
        env=clean,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.slow
def test_the_installed_wheel_runs_the_sample_the_same(tmp_path: Path) -> None:
    pip = (sys.executable, "-m", "pip", "-qq", "--disable-pip-version-check")
    call(*pip, "wheel", "--no-deps", "--no-build-isolation", ROOT, "--wheel-dir", tmp_path)
    (wheel,) = tmp_path.glob("harmledger-*.whl")
    venv.create(tmp_path / "venv", with_pip=True)
    python = tmp_path / "venv" / "bin" / "python"
    pip = (python, "-m", "pip", "-qq", "--disable-pip-version-check", "install")
    call(*pip, "--require-hashes", "-r", ROOT / "requirements.lock")
    call(*pip, "--no-deps", wheel)

    installed = python.with_name("harmledger")
    where = call(python, "-c", "import harmledger; print(harmledger.__file__)", cwd=tmp_path)
    assert Path(where.strip()).is_relative_to(tmp_path)
    assert "vocabulary files are right" in call(installed, "vocab", "check", cwd=tmp_path)
    call(installed, "sample", "--out", tmp_path / "in", cwd=tmp_path)
    table = call(installed, "run", "in", "--out", "out", cwd=tmp_path)
    assert "headline (confirmed and fair)" in table
    harmledger("run", tmp_path / "in", "--out", tmp_path / "here", "--quiet")
    wheel_made, ours = files(tmp_path / "out"), files(tmp_path / "here")
    for name in wheel_made.keys() - {"set_aside.jsonl", "manifest.json"}:  # these name paths
        assert wheel_made[name] == ours[name], name
    static = tmp_path / "venv" / "lib"
    assert list(static.glob("python*/site-packages/harmledger/workbench/templates/**/*.html"))
    assert not list(static.glob("python*/site-packages/harmledger/workbench/static/vendor/*.js"))


def test_no_vendored_script_stands_in_the_repository() -> None:
    done = subprocess.run(
        ["git", "ls-files", "*.js", "*.mjs", "*.ttf", "*.woff2"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    scripts = [Path(name) for name in done.stdout.split()]
    assert all("vendor" not in path.parts for path in scripts)
    # What is ours is small; a library is not.
    assert all((ROOT / path).stat().st_size < 40_000 for path in scripts)
