"""The one way in for XML from outside: a document type is refused, size is limited, nothing is fetched."""

from lxml import etree

LIMIT = 2_000_000
"""Largest document read, in bytes: a bulk answer of the terminal stays far below it."""


class XmlRefused(ValueError):
    """The bytes are no XML we accept; `reason` is one of `size`, `doctype`, `malformed`."""

    def __init__(self, reason: str) -> None:
        """Keep only the reason: the content may hold somebody's data."""
        super().__init__(reason)
        self.reason = reason


def parse(text: str) -> etree._Element:
    """The root element of a document given as text (already decoded, without its encoding declaration).

    Raises:
        XmlRefused: too large, carries a DOCTYPE, or is not well-formed.
    """
    if len(text) > LIMIT:
        raise XmlRefused("size")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True)
    if "<!DOCTYPE" in text.upper():
        raise XmlRefused("doctype")
    try:
        return etree.fromstring(text, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise XmlRefused("malformed") from error
