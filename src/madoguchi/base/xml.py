"""The one way in for XML from outside: a document type is refused, size is limited, nothing is fetched."""

import re

from lxml import etree

LIMIT = 2_000_000
"""Largest document read, in bytes of UTF-8: a result of the terminal stays far below it."""

_DECLARATION = re.compile(r"\A\ufeff?\s*<\?xml\b[^>]*\?>")
_DOCTYPE = re.compile(r"<!DOCTYPE", re.IGNORECASE)


class XmlRefused(ValueError):  # noqa: N818 - a refusal is an answer, not a fault
    """The text is no XML we accept; `reason` is one of `size`, `doctype`, `malformed`."""

    def __init__(self, reason: str) -> None:
        """Keep only the reason: the content may hold somebody's data."""
        super().__init__(reason)
        self.reason = reason


def parse(text: str) -> etree._Element:
    """The root element of a document given as text that is already decoded; comments and instructions are left out.

    An encoding declaration is passed over, because whoever decoded the bytes has acted on it.

    Raises:
        XmlRefused: too large, carries a DOCTYPE, or is not well-formed.
    """
    if len(text) > LIMIT:
        raise XmlRefused("size")
    try:
        data = _DECLARATION.sub("", text, count=1).encode()
    except UnicodeEncodeError:
        raise XmlRefused("malformed") from None
    if len(data) > LIMIT:
        raise XmlRefused("size")
    if _DOCTYPE.search(text):
        raise XmlRefused("doctype")
    return _root(data)


def _root(data: bytes) -> etree._Element:
    parser = etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        # The parser's message can quote the document, so it is not kept as the cause either.
        raise XmlRefused("malformed") from None
