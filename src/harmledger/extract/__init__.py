"""Reports in, attributed claims out."""

from harmledger.extract.readers import GrammarReader, Reader, extract, readers

__all__ = ["GrammarReader", "Reader", "extract", "readers"]
