"""Reads pages as a person's browser would: the text of an element, the forms and what they would send."""

from typing import Any

from lxml import html


def tree(text: str) -> Any:
    return html.document_fromstring(text)


def said(page: Any, selector: str) -> str:
    """The text of the first element of a class or tag, readings left out."""
    (found, *_) = page.xpath(selector)
    for reading in found.xpath(".//rt | .//rp"):
        reading.getparent().remove(reading)
    return " ".join(found.text_content().split())


def forms(page: Any, ending: str) -> list[dict[str, str]]:
    """What every form whose address ends so would send, with its address under `action`."""
    found = []
    for form in page.xpath("//form"):
        if form.get("action", "").endswith(ending):
            fields = {one.get("name"): one.get("value", "") for one in form.xpath(".//input[@name] | .//button[@name]")}
            found.append({**fields, "action": form.get("action")})
    return found
