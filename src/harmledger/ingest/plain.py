"""Plain text, with or without a header block."""

from harmledger.ingest.decode import text_or_held
from harmledger.ingest.draft import Draft, Found, Payload
from harmledger.ingest.header import split_block
from harmledger.model import SetAside


def plain(payload: Payload) -> Found:
    """Read one text; a header block at its top gives its title, publisher, date and the rest.

    Without a block the whole is text and the title is None.
    """
    for found in text_or_held(payload):
        if isinstance(found, SetAside):
            yield found
            continue
        fields, text = split_block(found.replace("\r\n", "\n").replace("\r", "\n"))
        yield Draft(payload.data, text, payload.origin, **payload.fields(fields))
