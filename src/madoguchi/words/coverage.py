"""Finds what is missing between the languages: messages, attributes, references to nothing, values nobody gives."""

from collections.abc import Iterator, Mapping
from typing import Literal

import msgspec

from madoguchi.words.translate import LANGUAGES, STAFF_LANGUAGES, Entry
from madoguchi.words.variants import for_patients, patterns, references, variables

Languages = Mapping[str, Mapping[str, Entry]]
"""The entries of each language, as `Words.entries` holds them."""

Kind = Literal["missing", "dangling", "stray"]
"""A message another language has; a reference to nothing; a variable that the first language does not use."""


class Gap(msgspec.Struct, frozen=True):
    """One hole: the message, the language it is missing in, and the file to mend or to copy from."""

    kind: Kind
    message: str
    lang: str
    file: str
    line: int
    detail: str = ""


def gaps(languages: Languages) -> tuple[Gap, ...]:
    """Every hole in the words: in `ja` and `en` for staff, in all languages for patients."""
    return (*_missing(languages), *_dangling(languages), *_stray(languages))


def _names(entry: Entry) -> tuple[str, ...]:
    """What the words can be asked for. Terms are private to their language: none."""
    if entry.key.startswith("-"):
        return ()
    return tuple(f"{entry.key}.{attribute}" if attribute else entry.key for attribute, _ in patterns(entry))


def _missing(languages: Languages) -> Iterator[Gap]:
    stands = {lang: {name for entry in entries.values() for name in _names(entry)} for lang, entries in languages.items()}
    told: set[tuple[str, str]] = set()
    for entries in languages.values():
        for entry in entries.values():
            for lang in LANGUAGES if for_patients(entry) else STAFF_LANGUAGES:
                for name in _names(entry):
                    if name not in stands[lang] and (name, lang) not in told:
                        told.add((name, lang))
                        yield Gap("missing", name, lang, entry.file, entry.line)


def _dangling(languages: Languages) -> Iterator[Gap]:
    for lang, entries in languages.items():
        for entry in entries.values():
            for key, attribute in references(entry.node):
                target = entries.get(key)
                if target is None or attribute not in dict(patterns(target)):
                    yield Gap("dangling", entry.key, lang, entry.file, entry.line, f"{key}.{attribute}" if attribute else key)


def _stray(languages: Languages) -> Iterator[Gap]:
    """A variable only a translation uses would be missing at run time: whoever speaks gives what the first language needs."""
    first, *others = LANGUAGES
    source = languages[first]
    for lang in others:
        for key, entry in languages[lang].items():
            if key in source and not key.startswith("-"):
                given = variables(source[key].node, source)
                for name in sorted(variables(entry.node, languages[lang]) - given):
                    yield Gap("stray", key, lang, entry.file, entry.line, f"${name}")
