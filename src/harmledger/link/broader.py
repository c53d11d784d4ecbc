"""Which word for a means a less exact report would use."""

from functools import cache

from harmledger.vocab.load import entries


@cache
def broader() -> dict[str, frozenset[str]]:
    """For each means the codes that a less exact report would use of the same happening.

    Raises:
        VocabularyError: The file has an unknown or missing key.
    """
    knows = frozenset({"broader", "examples", "generic"})
    found = entries("codes/means.yml", knows=knows, needs=frozenset())
    above = {entry.id: entry.body.get("broader") for entry in found}
    return {code: frozenset(_walk(code, above)) for code in above}


def _walk(code: str, above: dict[str, str | None]) -> list[str]:
    step = above.get(code)
    return [] if step is None else [step, *_walk(step, above)]
