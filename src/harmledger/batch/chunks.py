"""Cut a stream of reports into pieces small enough to hand to a worker and to lose."""

from collections.abc import Iterable, Iterator

from harmledger.model import Report, SetAside

# Large enough that handing over costs little beside reading, small enough that the other
# workers don't wait long for the last one.
MOST_ITEMS = 32
MOST_CHARACTERS = 400_000

Item = Report | SetAside
Chunk = tuple[Item, ...]


def chunks(
    items: Iterable[Item],
    *,
    most_items: int = MOST_ITEMS,
    most_characters: int = MOST_CHARACTERS,
) -> Iterator[Chunk]:
    """Cut the stream in its order; no chunk is empty, and together they are the stream.

    A chunk is closed once it holds `most_items` items or `most_characters` characters
    (Unicode code points) of text, so a single longer report makes a chunk or ends one.
    """
    chunk: list[Item] = []
    characters = 0
    for item in items:
        chunk.append(item)
        characters += len(item.text) if isinstance(item, Report) else 0
        if len(chunk) >= most_items or characters >= most_characters:
            yield tuple(chunk)
            chunk, characters = [], 0
    if len(chunk) > 0:
        yield tuple(chunk)
