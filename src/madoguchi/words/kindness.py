"""Finds what is unkind in a message: every rule of a kind sentence that a machine can test, with its words in kindness.toml.

Two registries hold the rules: PATIENT looks at what patients read, STAFF at what the people at the desk read. A rule yields
what it found; silence means kindness as far as a machine can see it. The rest is for people.
"""

import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import msgspec

from madoguchi.words.coverage import Languages
from madoguchi.words.ruby import READING, UNREAD, plain
from madoguchi.words.translate import Entry
from madoguchi.words.variants import Line, for_patients, lines, patterns, references, variables


class Unkind(msgspec.Struct, frozen=True):
    """One thing to write better: the rule, the message as it is asked for, where it stands, and what was found."""

    rule: str
    message: str
    lang: str
    file: str
    line: int
    found: str


@cache
def rules() -> Mapping[str, Any]:
    """The words and limits of kindness.toml."""
    return tomllib.loads(files("madoguchi.words").joinpath("kindness.toml").read_text("utf-8"))


LineRule = Callable[[Line], Iterable[str]]
EntryRule = Callable[[Entry, Mapping[str, Entry]], Iterable[str]]


def written(line: Line) -> str:
    """The language whose lists hold for this line: やさしい日本語 is Japanese."""
    return "en" if line.lang == "en" else "ja"


def bare(line: Line) -> str:
    """The text as the lists are written: Japanese without readings and without the spaces between phrases."""
    return line.text if line.lang == "en" else re.sub(r"[ \n]", "", plain(line.text))


def sentences(line: Line) -> list[str]:
    """Its sentences, without their full stops."""
    split = re.split(r"(?<=[.!?])\s+|\n", line.text) if line.lang == "en" else re.split(r"[。！？]", bare(line))
    return [part.strip(" .!?\n") for part in split if part.strip(" .!?\n")]


def _matches(wanted: Iterable[str], line: Line) -> Iterator[str]:
    """Words found in the text; English ones begin where a word begins, in either case."""
    for word in wanted:
        found = re.search(rf"\b(?:{word})", bare(line), re.IGNORECASE) if line.lang == "en" else re.search(word, bare(line))
        if found:
            yield found[0]


# What a patient text is made of


def calm_first(entry: Entry, _entries: Mapping[str, Entry]) -> Iterator[str]:
    """The first line is one of the approved calm lines and nothing else; the order is calm, do, who helps."""
    if entry.node.value is not None or not entry.node.attributes:
        return
    names = [name for name, _ in patterns(entry)]
    yield from (f"no .{name}" for name in rules()["patient"]["needed"] if name not in names)
    order = [name for name in rules()["patient"]["order"] if name in names]
    if names != order:
        yield "order " + " ".join(names)
    for name, pattern in patterns(entry):
        pointed = list(references(pattern))
        approved = len(pattern.elements) == 1 and len(pointed) == 1 and pointed[0][0] in rules()["patient"]["calm"]
        if name == "calm" and not approved:
            yield "the calm line is none of the approved"


def nothing_personal(entry: Entry, entries: Mapping[str, Entry]) -> Iterator[str]:
    """No name, number, insurer or reason can come onto the patient screen: only listed values are put in."""
    allowed = set(rules()["patient"]["variables"])
    yield from (f"${name}" for name in sorted(variables(entry.node, entries) - allowed))


def one_action(line: Line) -> Iterator[str]:
    """One thing to do, in one sentence, and no second one beside it."""
    if line.attribute not in rules()["patient"]["order"]:
        return
    if line.lang == "en":
        asks = re.compile(rf"(?:{'|'.join(rules()['request']['en'])})\b", re.IGNORECASE)
        requests = sum(asks.match(part) is not None for part in sentences(line))
    else:
        requests = bare(line).count(rules()["request"]["ja"])
    if line.attribute == "do" and (requests != 1 or len(sentences(line)) != 1):
        yield f"{requests} requests in {len(sentences(line))} sentences"
    if line.attribute in ("calm", "note") and requests:
        yield "a request beside the one thing to do"
    if line.attribute == "else" and requests > 1:
        yield f"{requests} requests in the way out"


def way_out(line: Line) -> Iterator[str]:
    """The last line says who helps."""
    if line.attribute == "else" and not any(helper in bare(line) for helper in rules()["helper"][written(line)]):
        yield "nobody helps"


# What its words are like


def no_blame(line: Line) -> Iterator[str]:
    """No verdict on the card or the person, no threat, no promise."""
    yield from _matches(rules()["forbidden"][written(line)], line)


def untangled(line: Line) -> Iterator[str]:
    """No double negatives, no chains of passives, no piles of maybe."""
    yield from _matches(rules()["tangled"][written(line)], line)


def short(line: Line) -> Iterator[str]:
    """One idea a sentence: a limit of characters for each language; a value put in counts as four."""
    for sentence in sentences(line):
        length = len(re.sub(r"\{\$\w+\}", "0000", sentence))
        if length > rules()["limits"][line.lang]:
            yield f"{length} characters: {sentence}"


def no_jargon(line: Line) -> Iterator[str]:
    """A word of the trade stands only beside its explanation."""
    for term, glosses in rules()["jargon"][written(line)].items():
        for found in _matches([term], line):
            if not any(gloss in bare(line) for gloss in glosses):
                yield found


def polite(line: Line) -> Iterator[str]:
    """Japanese sentences end in です or ます, or ask with ください; no piles of honorifics. Labels have no full stop."""
    if line.lang == "en":
        return
    full = bare(line)
    if full.endswith("。") or line.attribute:
        yield from (part for part in sentences(line) if not re.search(rules()["polite"]["ending"], part))
    yield from _matches(rules()["polite"]["pile"], line)


def read_kanji(line: Line) -> Iterator[str]:
    """Every kanji of やさしい日本語 has its reading; the other languages carry none."""
    if line.lang == "ja-easy":
        yield from (found[0] for found in UNREAD.finditer(line.text))
    elif READING.search(line.text):
        yield "a reading outside ja-easy"


def spaced(line: Line) -> Iterator[str]:
    """やさしい日本語 has a space between phrases."""
    if line.lang == "ja-easy":
        runs = re.split(r"[ \n、。「」]", plain(line.text))
        yield from (run for run in runs if len(run) > rules()["limits"]["phrase"])


def digits(line: Line) -> Iterator[str]:
    """Numbers are plain digits with their unit."""
    if line.lang != "en":
        yield from _matches([rules()["digits"]["ja"]], line)


def secret_unspoken(line: Line) -> Iterator[str]:
    """Nobody is asked to say a secret number."""
    if line.attribute in ("do", "else"):
        yield from _matches([rules()["secret"][written(line)]], line)


# What staff read


def no_blame_of_patients(line: Line) -> Iterator[str]:
    """Staff are never taught to blame the patient, who is called 患者さん."""
    yield from _matches(rules()["staff"][written(line)], line)


def short_title(line: Line) -> Iterator[str]:
    """The title of a step is read in one look."""
    limit = rules()["limits"][f"title-{written(line)}"]
    of_a_step = line.message.startswith("step-") and line.file.rpartition("/")[2].startswith("steps-")
    if of_a_step and not line.attribute and len(bare(line)) > limit:
        yield f"{len(bare(line))} characters"


def same_word(line: Line) -> Iterator[str]:
    """One word for one thing. Names of codes and official names that contain another word are left alone."""
    if line.lang == "en" or re.search(rules()["same-word"]["facts"], line.name):
        return
    text = bare(line)
    for name in rules()["same-word"]["names"]:
        text = text.replace(name, "")
    for word, others in rules()["same-word"]["ja"].items():
        for other in others:
            found = re.search(other, text)
            if found:
                yield f"{found[0]} for {word}"


PATIENT_ENTRIES: tuple[EntryRule, ...] = (calm_first, nothing_personal)
PATIENT_LINES: tuple[LineRule, ...] = (
    *(one_action, way_out, no_blame, untangled, short, no_jargon),
    *(polite, read_kanji, spaced, digits, secret_unspoken),
)
STAFF_LINES: tuple[LineRule, ...] = (no_blame_of_patients, short_title, same_word, read_kanji)


def unkind(languages: Languages) -> tuple[Unkind, ...]:
    """Everything to write better, in all messages of all languages."""
    return tuple(found for lang, entries in languages.items() for found in _in_language(lang, entries))


def _in_language(lang: str, entries: Mapping[str, Entry]) -> Iterator[Unkind]:
    for entry in entries.values():
        for entry_rule in PATIENT_ENTRIES if for_patients(entry) else ():
            for found in entry_rule(entry, entries):
                yield Unkind(entry_rule.__name__, entry.key, lang, entry.file, entry.line, found)
    for line in lines(entries, lang):
        for rule in PATIENT_LINES if for_patients(entries[line.message]) else STAFF_LINES:
            for found in rule(line):
                yield Unkind(rule.__name__, line.name, lang, line.file, line.line, found)
