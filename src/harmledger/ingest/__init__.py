"""Files, feeds and archives in, reports out; what can't be read is set aside with a reason."""

from harmledger.ingest.door import ingest
from harmledger.ingest.formats import FORMATS

__all__ = ["FORMATS", "ingest"]
