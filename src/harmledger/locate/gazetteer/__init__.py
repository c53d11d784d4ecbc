"""The gazetteer: what places there are, in an index on disk."""
