"""`madoguchi recognise --photo`: which problem a photo of the reader's screen shows; the photo is read in memory and let go."""

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from madoguchi.cli.say import complain, language, show, show_json
from madoguchi.evidence.opening import read_shared
from madoguchi.evidence.photo.engine import is_available
from madoguchi.evidence.photo.picture import LIMIT
from madoguchi.words.translate import load_words

if TYPE_CHECKING:
    from madoguchi.evidence.photo.reading import PhotoReading

BAD: Final = {"not-available": "photo-not-available", "not-a-picture": "not-a-picture", "too-large": "too-large"}
"""What ends with status 2, by the kind in which it is said."""


def recognise_photo(path: Path, *, as_json: bool) -> None:
    """Tell what a photo shows, or what was wrong with it."""
    try:
        content = read_shared(path, LIMIT + 1)
    except (OSError, ValueError):
        complain("unreadable-file")
    reading = _read(content)
    if as_json:
        show_json(_as_json(reading))
    if reading.refused in BAD:
        complain(BAD[reading.refused])
    if not as_json:
        _tell(reading)


def _read(content: bytes) -> "PhotoReading":
    from madoguchi.evidence.photo.reading import refused  # noqa: PLC0415 - only this way of asking needs it

    if not is_available():
        return refused("not-available")
    from madoguchi.evidence.photo.worker import read_here  # noqa: PLC0415 - as above

    return read_here(content)


def _as_json(reading: "PhotoReading") -> dict[str, Any]:
    words, lang = load_words(), language()
    problems = [{"code": seen.code, "p": seen.p, "why": words.text(f"photo-why-{seen.why}", lang)} for seen in reading.problems]
    question = {"question": words.text("photo-search-which", lang)} if reading.ask else {}
    return {
        "problems": problems,
        "unknown": reading.unknown,
        **question,
        **({"refused": reading.refused} if reading.refused else {}),
    }


def _tell(reading: "PhotoReading") -> None:
    words, lang = load_words(), language()
    for reason in (reading.refused, *reading.also):
        if reason:
            show(words.text(f"photo-refused-{reason}", lang, code=reading.code))
    if reading.ask:
        show(words.text("photo-search-which", lang))
    for seen in reading.problems:
        name, why = words.text(f"problem-{seen.code}.name", lang), words.text(f"photo-why-{seen.why}", lang)
        show(f"{seen.code:26} {seen.p:4.0%}  {name}  {why}")
