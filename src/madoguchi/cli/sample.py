"""`madoguchi sample face --case C`: a result file of an invented person, with the facts about it beside it."""

import sys
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec
import typer

from madoguchi.base.clock import now
from madoguchi.cli.say import complain, language, show, show_json, whisper
from madoguchi.desk.refusals import Refused
from madoguchi.wire.exchange.forms import Encoding
from madoguchi.wire.exchange.samples import NoSuchSample, Sample, build, cases
from madoguchi.words.translate import load_words


def command(
    kind: Annotated[Literal["face"], typer.Argument(help="face: a result of the reader or of a look-up by number")] = "face",
    case: Annotated[str | None, typer.Option(help="the sample's name (see --list)")] = None,
    encoding: Annotated[Encoding, typer.Option(help="how it is written")] = "utf-8",
    out: Annotated[Path | None, typer.Option(help="folder to write into; without it the file goes to standard output")] = None,
    present: Annotated[bool, typer.Option("--now", help="as if written now, instead of at a fixed moment")] = False,
    every: Annotated[bool, typer.Option("--list", help="every sample there is")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="as JSON, and nothing else on standard output")] = False,
) -> None:
    """Write one sample; without --case, list them all."""
    del kind  # there is one kind so far; the word keeps the command readable
    if every or case is None:
        _list(as_json=as_json)
        return
    try:
        sample = build(case, encoding, now() if present else None)
    except NoSuchSample as missing:
        near = get_close_matches(missing.asked, missing.there) or missing.there[:3]
        whisper(load_words().text("cli-sample-near", language(), names=", ".join(near)))
        raise Refused("unknown-sample") from None
    path = _write(sample, out) if out is not None else None
    if as_json:
        show_json(sample.sidecar | {"path": str(path) if path else None})
    elif path is not None:
        show(str(path))
    else:
        sys.stdout.buffer.write(sample.data)
        sys.stdout.flush()


def _list(*, as_json: bool) -> None:
    if as_json:
        show_json([_row(name) for name in cases()])
        return
    lang = language()
    for name, case in cases().items():
        show(f"{name:42} {case.en if lang == 'en' else case.ja}")


def _row(name: str) -> dict[str, Any]:
    case = cases()[name]
    sidecar = build(name, case.encodings[0]).sidecar
    return {key: sidecar[key] for key in ("case", "what", "desk")} | {"encodings": list(case.encodings)}


def _write(sample: Sample, folder: Path) -> Path:
    """The sidecar first, then the file under another name and moved into place: a watcher sees it whole."""
    path = folder / sample.name
    draft = folder / f"{sample.name}.part"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{sample.name}.json").write_bytes(msgspec.json.format(msgspec.json.encode(sample.sidecar), indent=2) + b"\n")
        draft.write_bytes(sample.data)
        draft.replace(path)
    except OSError:
        complain("unwritable-folder")
    return path
