"""What stands behind the pages of one process: a ledger, and the incidents read from it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock

from django.http import HttpRequest

from harmledger.deciding import today
from harmledger.grade import Scheme, load_scheme
from harmledger.ledger import Ledger
from harmledger.model import HarmledgerError
from harmledger.record import settle
from harmledger.view import View, last_scheme, view
from harmledger.workbench.board import Board

# The server lays the desk beside each request, so that one process can serve several.
PLACE = "harmledger.desk"
VIEWS = 8  # schemes that are kept in memory at once


@dataclass(slots=True)
class Desk:
    """One open ledger with its board."""

    ledger: Ledger
    _board: Board = field(default_factory=Board)
    _views: dict[str, View] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)
    _deciding: Lock = field(default_factory=Lock)

    def board(self) -> Board:
        """The incidents as the ledger has them now; reads only what is new since the last call."""
        with self._lock:
            if self.ledger.head() != (self._board.seq, self._board.head):
                self._board = self._board.after(self.ledger.entries(after=self._board.seq))
            return self._board

    def scheme(self) -> Scheme:
        """The scheme of the last run; the default one where that is no longer known."""
        try:
            return last_scheme(self.ledger)
        except HarmledgerError:
            return load_scheme()

    def view(self, scheme: Scheme) -> View:
        """The ledger as it is now, under a scheme; one that was seen before costs nothing."""
        _, head = self.ledger.head()
        with self._lock:
            seen = self._views.get(scheme.digest)
            if seen is None or seen.head != head:
                if len(self._views) >= VIEWS:
                    self._views.clear()
                seen = self._views[scheme.digest] = view(self.ledger, scheme)
            return seen

    def decide(self, made: Callable[[Ledger], object]) -> None:
        """Write a decision down and settle the incidents anew.

        Raises:
            LedgerError: The decision can't be written; says why.
        """
        with self._deciding:
            made(self.ledger)
            settle(self.ledger, last_scheme(self.ledger), today=today())


def desk(request: HttpRequest) -> Desk:
    """The desk that this request was sent to."""
    found: Desk = request.META[PLACE]
    return found
