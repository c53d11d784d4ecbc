"""Serve the pages of one ledger to this machine."""

import os
import webbrowser
from collections.abc import Callable, Iterable
from ipaddress import ip_address
from pathlib import Path
from socketserver import ThreadingMixIn
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

from django.core.wsgi import get_wsgi_application

from harmledger.ledger import Ledger
from harmledger.model import HarmledgerError
from harmledger.workbench.assets import install
from harmledger.workbench.desk import PLACE, Desk

Application = Callable[[dict[str, Any], Any], Iterable[bytes]]


class Server(ThreadingMixIn, WSGIServer):
    """A thread for each request, so that a long page holds up no other."""

    daemon_threads = True


class Quiet(WSGIRequestHandler):
    """Writes no line for each request: the terminal is the person's."""

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


def application(folder: Path) -> Application:
    """The pages of the ledger in a folder, as a WSGI application.

    Raises:
        LedgerError: The folder holds no ledger.
        HarmledgerError: The map's files can't be set up.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "harmledger.workbench.settings")
    install()
    django = get_wsgi_application()
    desk = Desk(Ledger.open(folder, create=False))
    desk.board()
    desk.ledger.close()

    def answer(environ: dict[str, Any], start: Any) -> Iterable[bytes]:
        return django({**environ, PLACE: desk}, start)

    return answer


def listen(folder: Path, *, host: str, port: int) -> WSGIServer:
    """A server that is bound to its address and not yet answering; port 0 picks a free one.

    Raises:
        HarmledgerError: The address is not this machine's own, or is taken.
    """
    if not _here(host):
        raise HarmledgerError(
            f"{host}: the pages have no login yet, so they are served to this machine alone; "
            "use 127.0.0.1"
        )
    pages = application(folder)
    try:
        return make_server(host, port, pages, Server, Quiet)
    except OSError as error:
        raise HarmledgerError(
            f"{host}:{port}: can't be listened on: {error.strerror}; name another --port"
        ) from error


def serve(folder: Path, *, host: str, port: int, open_browser: bool) -> None:
    """Serve until Ctrl-C.

    Raises:
        HarmledgerError: There is no ledger, or the address can't be used; says what to do.
    """
    with listen(folder, host=host, port=port) as server:
        url = f"http://{host}:{server.server_port}/"
        print(f"{folder}: {url}  (Ctrl-C ends it)", flush=True)
        if open_browser:
            webbrowser.open(url)
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            print()


def _here(host: str) -> bool:
    """Whether only this machine can reach the address."""
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False
