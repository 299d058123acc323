"""`madoguchi decode WORD…`: what the six words say that a desk reads out on the telephone."""

from typing import Annotated

import typer

from madoguchi.base.clock import now
from madoguchi.base.settings import Settings
from madoguchi.catalogue.load import load_catalogue
from madoguchi.cli.say import BAD_INPUT, language, show, show_json, whisper
from madoguchi.desk.answer import Around
from madoguchi.desk.telephone_words import Decoded, decoded, not_heard
from madoguchi.wire.telephone.six_words import NotHeard
from madoguchi.words.translate import load_words


def command(
    words: Annotated[list[str], typer.Argument(help="the six words, in any kana, with or without spaces")],
    lang: Annotated[str | None, typer.Option(help="ja or en")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="as JSON, and nothing else on standard output")] = False,
) -> None:
    """Say what they mean. Status 2: they cannot be what was said, and which word to ask for again."""
    around = Around(load_catalogue(), load_words(), Settings(), now(), language(lang))
    try:
        found = decoded(" ".join(words), around)
    except NotHeard as refusal:
        if as_json:
            show_json({"refused": refusal.reason, "place": refusal.place, "perhaps": refusal.perhaps})
        whisper(not_heard(refusal, around))
        raise typer.Exit(BAD_INPUT) from None
    if as_json:
        show_json(found)
    else:
        _tell(found, around)


def _tell(found: Decoded, around: Around) -> None:
    show(f"{found.number or found.code}  {found.name}")
    show(around.text("decode-reader", reader=found.reader_name))
    for title, facts, none in (
        ("decode-probes", found.probes, "decode-no-probes"),
        ("decode-tried", found.tried, "decode-not-tried"),
    ):
        show(around.text(title))
        for fact in facts:
            show(f"  {fact.name}  {fact.text}")
        if not facts:
            show(f"  {around.text(none)}")
