"""What stands behind the pages of one process: a ledger, and the incidents read from it."""

from dataclasses import dataclass, field
from threading import Lock

from django.http import HttpRequest

from harmledger.ledger import Ledger
from harmledger.workbench.board import Board

# The server lays the desk beside each request, so that one process can serve several.
PLACE = "harmledger.desk"


@dataclass(slots=True)
class Desk:
    """One open ledger with its board."""

    ledger: Ledger
    _board: Board = field(default_factory=Board)
    _lock: Lock = field(default_factory=Lock)

    def board(self) -> Board:
        """The incidents as the ledger has them now; reads only what is new since the last call."""
        with self._lock:
            if self.ledger.head() != (self._board.seq, self._board.head):
                self._board = self._board.after(self.ledger.entries(after=self._board.seq))
            return self._board


def desk(request: HttpRequest) -> Desk:
    """The desk that this request was sent to."""
    found: Desk = request.META[PLACE]
    return found
