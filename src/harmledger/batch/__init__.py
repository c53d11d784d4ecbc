"""The same pipeline over many reports: processes on one machine, one plain loop as reference."""

from harmledger.batch.chunks import Chunk, Item, chunks
from harmledger.batch.kept import read_kept, write_kept
from harmledger.batch.read import read_all
from harmledger.batch.tally import Tally
from harmledger.batch.workers import WorkerError, spread

__all__ = [
    "Chunk",
    "Item",
    "Tally",
    "WorkerError",
    "chunks",
    "read_all",
    "read_kept",
    "spread",
    "write_kept",
]
