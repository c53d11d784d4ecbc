"""The terminal door: one small file per command group; a command parses, calls, prints."""
