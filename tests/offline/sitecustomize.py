"""Put on PYTHONPATH, it makes any use of the network an error, in workers too."""

import socket
from typing import Any, NoReturn

NETWORKS = (socket.AF_INET, socket.AF_INET6)


def refuse(*_: Any, **__: Any) -> NoReturn:
    """Fail loudly."""
    raise AssertionError("harmledger used the network")


class Socket(socket.socket):
    """A socket that reaches this machine's own files alone."""

    def __init__(self, family: int = -1, *rest: Any, **named: Any) -> None:
        super().__init__(family, *rest, **named)
        if self.family in NETWORKS:
            refuse()


socket.socket = Socket  # type: ignore[misc]
socket.create_connection = refuse
socket.getaddrinfo = refuse
socket.gethostbyname = refuse
