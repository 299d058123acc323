"""What commands that only read lean on: facts, words and settings as they are; nothing is created."""

from pathlib import Path

import msgspec

from madoguchi.base.clock import now
from madoguchi.base.settings import Settings, data_directory, load_settings
from madoguchi.catalogue.load import load_catalogue
from madoguchi.catalogue.model import Catalogue
from madoguchi.desk.answer import Around
from madoguchi.desk.intake import Named, by_code
from madoguchi.desk.policies import CACHE, Policies
from madoguchi.desk.refusals import Refused
from madoguchi.evidence.words import recognise_words
from madoguchi.words.translate import Words, load_words


class Reading(msgspec.Struct, frozen=True):
    """Facts, words, the facility's settings, and where plans may be kept."""

    catalogue: Catalogue
    words: Words
    settings: Settings
    policies: Policies

    def around(self, lang: str) -> Around:
        """What answers are made from, now."""
        return Around(self.catalogue, self.words, self.settings, now(), lang)


def reading(data: Path | None) -> Reading:
    """Everything a reading command needs; plans are kept only beside a desk that exists already.

    Raises:
        SettingsError: the settings cannot be used.
        CatalogueError: the catalogue cannot be used.
    """
    folder = data_directory(data)
    catalogue = load_catalogue()
    kept = folder / CACHE
    return Reading(catalogue, load_words(), load_settings(folder), Policies(catalogue, kept if kept.is_dir() else None))


def asked_for(text: str, at: Reading) -> Named:
    """The problem that a code, a topic's id or free words mean.

    Raises:
        Refused: neither a code nor words of anything we know.
    """
    try:
        return by_code(text, at.catalogue)
    except Refused:
        found = recognise_words(text, at.words, at.catalogue)
    if not found.problems:
        raise Refused("bad-code")
    return Named(found.problems[0].code)
