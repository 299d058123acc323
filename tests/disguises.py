"""How a text may lie in a file without being read at once: the forms a byte search has to look for."""

import base64
import json
import urllib.parse
from collections.abc import Iterable, Iterator

ENCODINGS = ("utf-8", "utf-16-le", "cp932", "euc-jp")
OFFSETS = range(3)


def disguises(text: str) -> Iterator[bytes]:
    """A text by encoding, each also in base64 at its three offsets, in hexadecimal and in percent; and by its escapes."""
    for encoding in ENCODINGS:
        try:
            raw = text.encode(encoding)
        except UnicodeEncodeError:
            continue
        yield raw
        if len(raw) >= 8:
            yield raw.hex().encode()
            yield raw.hex().upper().encode()
            yield from map(in_base64, [raw] * len(OFFSETS), OFFSETS)
        for kept in ("", " ", " /,"):
            quoted = urllib.parse.quote_from_bytes(raw, safe=kept)
            yield from (quoted.encode(), quoted.lower().encode(), quoted.replace("%20", "+").encode())
    yield text.encode("ascii", "backslashreplace")
    yield json.dumps(text)[1:-1].encode()
    yield text.encode("ascii", "xmlcharrefreplace")


def in_base64(raw: bytes, offset: int) -> bytes:
    """What of a text is the same in base64 wherever it stands, if it begins `offset` bytes into a group of three."""
    encoded = base64.b64encode(b"\0" * offset + raw).rstrip(b"=")
    # A group that is shared with what stands before or after looks different each time.
    return encoded[4 if offset else 0 : len(encoded) - len(encoded) % 4]


def found_in(content: bytes, texts: Iterable[str]) -> set[str]:
    """Which of the texts lie in it in any form."""
    return {text for text in texts if any(form in content for form in disguises(text))}
