"""The errors harmledger raises; what is wrong with the world is a `SetAside` instead."""


class HarmledgerError(Exception):
    """Anything harmledger itself refuses; the message names the thing and the remedy."""


class VocabularyError(HarmledgerError):
    """A vocabulary file is wrong: names the file, the entry's id and what to change."""


class LedgerError(HarmledgerError):
    """The ledger can't be opened, or a write would change the past."""
