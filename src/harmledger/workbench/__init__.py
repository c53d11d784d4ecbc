"""The desk: pages over a ledger, drawn on the server, for one machine."""

from harmledger.workbench.server import serve

__all__ = ["serve"]
