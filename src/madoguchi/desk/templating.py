"""The templates of the desk's pages: always escaped, and every sentence through `t()` from the words."""

from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, pass_context
from jinja2.runtime import Context as TemplateContext
from markupsafe import Markup

from madoguchi.words.ruby import html
from madoguchi.words.translate import Words


def environment(words: Words) -> Environment:
    """Templates with the global `t(message, **args)`: a sentence in the page's language (`page_lang`), with ruby."""

    @pass_context
    def t(context: TemplateContext, message: str, lang: str | None = None, **args: Any) -> Markup:  # noqa: ANN401 - Fluent's values
        given = {"facility": context.get("facility") or "medical"} | args
        return html(words.text(message, lang or context.get("page_lang") or "ja", **given))

    made = Environment(
        loader=PackageLoader("madoguchi.desk", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        # Pages ship inside the package and never change under a running desk.
        auto_reload=False,
    )
    made.globals["t"] = t
    return made
