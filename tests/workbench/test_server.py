"""The server, over a real socket on this machine."""

import json
import socket
import threading
from collections.abc import Iterator, Mapping
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest

from harmledger.ledger import Ledger
from harmledger.model import HarmledgerError, LedgerError
from harmledger.workbench.server import listen


@pytest.fixture(scope="module")
def port(filled: Ledger) -> Iterator[int]:
    with listen(filled.folder, host="127.0.0.1", port=0) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield server.server_port
        server.shutdown()
        thread.join()


def ask(
    port: int, path: str, headers: Mapping[str, str] | None = None
) -> tuple[HTTPResponse, bytes]:
    connection = HTTPConnection("127.0.0.1", port, timeout=20)
    connection.request("GET", path, headers=headers or {})
    answer = connection.getresponse()
    found = answer, answer.read()
    connection.close()
    return found


def test_pages_and_what_they_need_are_served(port: int) -> None:
    for path in ("/", "/incident/aa11/", "/static/harmledger.css", "/static/map.js"):
        answer, body = ask(port, path)
        assert answer.status == 200
        assert len(body) > 100
    assert b"maplibregl" in ask(port, "/static/vendor/maplibre-gl.js")[1]
    assert json.loads(ask(port, "/static/vendor/land.geojson")[1])["features"]


@pytest.mark.parametrize("path", ["/static/../settings.py", "/static/%2e%2e/settings.py"])
def test_nothing_but_the_static_files_is_served(port: int, path: str) -> None:
    assert ask(port, path)[0].status == 404


@pytest.mark.parametrize("path", ["/", "/static/vendor/land.geojson"])
def test_another_name_is_refused_without_a_word(
    port: int, path: str, capfd: pytest.CaptureFixture[str]
) -> None:
    assert ask(port, path, {"Host": "elsewhere.example"})[0].status == 400
    assert capfd.readouterr().err == ""


def test_many_at_once_all_get_their_page(port: int) -> None:
    found: list[int] = []

    def visit() -> None:
        found.append(ask(port, "/")[0].status)

    threads = [threading.Thread(target=visit) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [200] * 8


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.5", "example.org", "::", ""])
def test_only_this_machine_is_served(filled: Ledger, host: str) -> None:
    with pytest.raises(HarmledgerError, match="no login yet"):
        listen(filled.folder, host=host, port=0)


def test_a_port_that_is_taken_is_named(filled: Ledger) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        number = taken.getsockname()[1]
        with pytest.raises(HarmledgerError, match=f"{number}: can't be listened on.*--port"):
            listen(filled.folder, host="127.0.0.1", port=number)


def test_a_folder_without_a_ledger_is_told_how_to_get_one(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="harmledger run"):
        listen(tmp_path, host="127.0.0.1", port=0)
