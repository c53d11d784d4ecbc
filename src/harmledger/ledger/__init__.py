"""The store: append-only entries in a hash chain, and the originals beside them.

Callers need to know nothing of Django: `Ledger.open(folder)` sets up what is missing.
"""

from harmledger.ledger.archive import Archive
from harmledger.ledger.entry import Entry
from harmledger.ledger.ledger import Ledger
from harmledger.ledger.verify import Misfit, Verification
from harmledger.ledger.write import Appended

__all__ = ["Appended", "Archive", "Entry", "Ledger", "Misfit", "Verification"]
