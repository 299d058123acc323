"""Gives a message its sentence in a language, and says which language it really found.

Sentences are Fluent messages in `<language>/*.ftl` beside this module. Beyond plain Fluent they may ask `GIVEN($name)`,
which answers `yes` or `no`: whether a value is there to be spoken of.
"""

from collections.abc import Iterator, Mapping
from functools import cache, cached_property, lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

import msgspec
from fluent.runtime import FluentBundle
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl

LANGUAGES: tuple[str, ...] = ("ja", "ja-easy", "en")
"""Every language there is a folder for, in the order a screen offers them."""

STAFF_LANGUAGES: tuple[str, ...] = ("ja", "en")
"""The languages of the staff screen; `ja-easy` holds only what patients see."""

FALLBACK: dict[str, tuple[str, ...]] = {
    "ja": ("ja", "en"),
    "ja-easy": ("ja-easy", "ja", "en"),
    "en": ("en", "ja"),
}
"""Where a missing sentence is looked for, in this order."""

LOCALE = {"ja": "ja", "ja-easy": "ja", "en": "en"}
"""The locale that writes a language's numbers and chooses its plurals."""

ASSUMED: Mapping[str, object] = {"facility": "medical", "tries": ""}
"""What the words take for true when nobody says: the commonest kind of facility, and no knowledge of PIN tries."""


class WordsError(LookupError):
    """No language has the message, or its arguments do not fit; or, as `BrokenWordsError`, a file cannot be used."""


class BrokenWordsError(WordsError):
    """A file of words cannot be used; `file` and `line` tell where, `reason` tells why."""

    def __init__(self, file: str, line: int, reason: str) -> None:
        """Keep where it is and what is wrong."""
        super().__init__(f"{file}:{line}: {reason}")
        self.file, self.line, self.reason = file, line, reason


class Said(msgspec.Struct, frozen=True):
    """A sentence and the language it is really in, which is not always the one that was asked for."""

    text: str
    lang: str


class Entry(msgspec.Struct, frozen=True):
    """A message or term as it stands in a file: `key` is its id, a term's with the leading hyphen."""

    key: str
    node: ftl.Message | ftl.Term
    file: str
    line: int


KEPT = 4096
"""Sentences kept as they were said, the least used going first."""


def _given(value: object) -> str:
    return "yes" if str(value) else "no"


FUNCTIONS: dict[str, Any] = {"GIVEN": _given}


def sources(lang: str, root: Traversable | None = None) -> Iterator[tuple[str, str]]:
    """Name and text of every file of a language, in the order of their names."""
    folder = (files("madoguchi.words") if root is None else root) / lang
    found = sorted((file for file in folder.iterdir() if file.name.endswith(".ftl")), key=lambda file: file.name)
    return ((f"{lang}/{file.name}", file.read_text("utf-8")) for file in found)


def read_entries(lang: str, root: Traversable | None = None) -> dict[str, Entry]:
    """Every message and term of a language by its key.

    Raises:
        BrokenWordsError: something is no Fluent, or two entries have the same name.
    """
    entries: dict[str, Entry] = {}
    for file, text in sources(lang, root):
        for node in FluentParser().parse(text).body:
            if isinstance(node, ftl.Junk):
                raise BrokenWordsError(file, _line(text, node), "; ".join(str(note.message) for note in node.annotations or ()))
            if isinstance(node, ftl.Message | ftl.Term):
                entry = Entry(_key(node), node, file, _line(text, node))
                if entry.key in entries:
                    before = entries[entry.key]
                    raise BrokenWordsError(file, entry.line, f"{entry.key} stands already in {before.file}:{before.line}")
                entries[entry.key] = entry
    return entries


def _key(node: ftl.Message | ftl.Term) -> str:
    return node.id.name if isinstance(node, ftl.Message) else f"-{node.id.name}"


def _line(text: str, node: ftl.Message | ftl.Term | ftl.Junk) -> int:
    """The line of the name itself: a comment belongs to its entry but is not what is wrong; junk begins at its span."""
    span = node.span if isinstance(node, ftl.Junk) else node.id.span
    return text.count("\n", 0, span.start if span is not None else 0) + 1


class Words:
    """All sentences of all languages; each language is read when its first sentence is asked for."""

    def __init__(self, root: Traversable | None = None) -> None:
        """Take the words of the package, or of another folder that has one folder per language."""
        self._root = root
        self._bundles: dict[str, FluentBundle] = {}
        # A screen says a hundred sentences, nearly all of them the same as before. `typed`, for 1 and 1.0 may read differently.
        self._said = lru_cache(KEPT, typed=True)(self._format)

    @cached_property
    def entries(self) -> dict[str, dict[str, Entry]]:
        """Every message and term of every language, for those who check them.

        Raises:
            BrokenWordsError: a file cannot be used.
        """
        return {lang: read_entries(lang, self._root) for lang in LANGUAGES}

    def _bundle(self, lang: str) -> FluentBundle:
        if lang not in self._bundles:
            bundle = FluentBundle([LOCALE[lang]], functions=FUNCTIONS, use_isolating=False)
            bundle.add_resource(ftl.Resource([entry.node for entry in read_entries(lang, self._root).values()]))
            self._bundles[lang] = bundle
        return self._bundles[lang]

    def has(self, message: str, lang: str) -> bool:
        """Whether this very language has the message (`step-x`) or attribute (`step-x.how`)."""
        return self._pattern(message, lang) is not None

    def say(self, message: str, lang: str, **args: object) -> Said:
        """The sentence, from the first language of the fallback chain that has it.

        Args:
            message: a message id, or `id.attribute`.
            lang: one of LANGUAGES.
            args: the values of its variables; `facility` and `tries` may be left out (ASSUMED).

        Raises:
            WordsError: no language has it, or a variable it needs was not given; or a file of the language cannot be used.
        """
        return self._said(message, lang, **args)

    def _format(self, message: str, lang: str, **args: object) -> Said:
        for tried in FALLBACK[lang]:
            pattern = self._pattern(message, tried)
            if pattern is not None:
                text, errors = self._bundle(tried).format_pattern(pattern, {**ASSUMED, **args})
                if errors:
                    raise WordsError(f"{message} in {tried}: {errors[0]}")
                return Said(str(text), tried)
        raise WordsError(f"no language has {message}")

    def text(self, message: str, lang: str, **args: object) -> str:
        """Only the text of `say`, where the language it fell back to does not matter."""
        return self.say(message, lang, **args).text

    def _pattern(self, message: str, lang: str) -> Any:  # noqa: ANN401 - the resolver's patterns have no public type
        name, _, attribute = message.partition(".")
        bundle = self._bundle(lang)
        if not bundle.has_message(name):
            return None
        found = bundle.get_message(name)
        return found.attributes.get(attribute) if attribute else found.value


@cache
def load_words() -> Words:
    """The words of the package, read at the first call."""
    return Words()
