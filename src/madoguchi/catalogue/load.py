"""Reads the catalogue's files into one validated value, or says which file, line and field to mend and how."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from types import NoneType
from typing import Any, Final, TypeVar, get_args, get_type_hints

import msgspec

from madoguchi.catalogue import model
from madoguchi.catalogue.crosscheck import Fault, contact_faults, group_faults, problem_faults, step_faults
from madoguchi.catalogue.locate import Path, line_of, locate
from madoguchi.catalogue.model import Catalogue, Contact, Problem, Reader, Step, Way

T = TypeVar("T")

_AT: Final = re.compile(r"(?P<what>.*?)(?: - at `\$(?P<path>[^`]*)`)?")
_PIECE: Final = re.compile(r"\.(?P<name>[^.\[]+)|\[(?P<index>\d+)\]")
_LINE: Final = re.compile(r"at line (\d+)")
_QUOTED: Final = re.compile(r"`([^`]*)`")
_MISSING: Final = "Object missing required field"
_UNKNOWN: Final = "Object contains unknown field"


class CatalogueError(ValueError):
    """A file of the catalogue cannot be used. The desk does not start on half a catalogue."""

    def __init__(self, file: str, line: int, field: str, remedy: str) -> None:
        """Keep where the error stands and what mends it; all four are shown."""
        super().__init__(f"{file}:{line}: {field or 'file'}: {remedy}")
        self.file = file
        self.line = line
        self.field = field
        self.remedy = remedy


class CatalogueFile:
    """One TOML file: its name within the catalogue, its text and its values."""

    def __init__(self, name: str, source: Traversable) -> None:
        self.name = name
        self.stem = name.rpartition("/")[2].removesuffix(".toml")
        try:
            self.text = source.read_bytes().decode("utf-8").replace("\r\n", "\n")
            self.values: dict[str, Any] = tomllib.loads(self.text)
        except FileNotFoundError:
            raise CatalogueError(name, 1, "", "the file is missing: restore it from the program's package") from None
        except UnicodeDecodeError as error:
            line = error.object.count(b"\n", 0, error.start) + 1
            raise CatalogueError(name, line, "", "the file is not in UTF-8: save it again as UTF-8") from None
        except tomllib.TOMLDecodeError as error:
            found = _LINE.search(str(error))
            line = int(found[1]) if found else self.text.count("\n") + 1
            raise CatalogueError(name, line, "", f"the line is no TOML ({error}): correct it") from None

    def refuse(self, fault: Fault) -> CatalogueError:
        """The error for a fault in this file."""
        return CatalogueError(self.name, line_of(locate(self.text), fault.path), _field(fault.path), fault.remedy)

    def check(self, faults: Iterable[Fault]) -> None:
        """Stop at the first fault in reading order of the checks."""
        for fault in faults:
            raise self.refuse(fault)

    def read(self, path: Path, value: object, shape: type[T]) -> T:
        """A value of the file in its shape."""
        try:
            return msgspec.convert(value, shape)
        except msgspec.ValidationError as error:
            raise self.refuse(_fault(path, shape, value, str(error))) from None

    def tables(self, section: str, shape: type[T]) -> dict[str, T]:
        """The named tables below a section: `[step.restart-terminal]`, `[way.pin]`."""
        section_value = self.read((section,), self.values.get(section, {}), dict[str, Any])
        return {name: self.read((section, name), value, shape) for name, value in section_value.items()}

    def only(self, *sections: str) -> None:
        """Refuse a section this kind of file does not have."""
        for name in self.values:
            if name not in sections:
                raise self.refuse(Fault((name,), f"this file has only the sections {', '.join(sections)}: correct the name"))


def _field(path: Path) -> str:
    pieces = (f"[{piece}]" if isinstance(piece, int) else f".{piece}" for piece in path)
    return "".join(pieces).removeprefix(".")


def _fault(path: Path, shape: Any, value: object, message: str) -> Fault:  # noqa: ANN401 - a type
    """What msgspec found, as a place in the file and a remedy."""
    match = _AT.fullmatch(message)
    what, inner = (match["what"], match["path"] or "") if match else (message, "")
    inside: Path = tuple(
        int(piece["index"]) if piece["index"] else piece["name"] for piece in _PIECE.finditer(inner.partition("[...]")[0])
    )
    outside, path = path, (*path, *inside)
    name = (_QUOTED.search(what) or ["", ""])[1]
    if what.startswith(_MISSING):
        return Fault((*path, name), f"the field `{name}` is missing: add it")
    if what.startswith(_UNKNOWN):
        return Fault((*path, name), f"nobody knows the field `{name}`: correct its name or remove it")
    if inner.endswith("[...]"):
        return _narrowed(outside, inside, value, what)
    if what.startswith("Invalid enum value"):
        return Fault(path, f"{what}: write one of {', '.join(_choices(shape, inside))}")
    return Fault(path, f"{what}: correct the value")


def _choices(shape: Any, inside: Path) -> tuple[str, ...]:  # noqa: ANN401 - walks over types
    """The closed list of values a field may have."""
    for piece in inside:
        shape = get_type_hints(shape)[piece] if isinstance(piece, str) else get_args(shape)[0]
        if NoneType in get_args(shape):
            shape = get_args(shape)[0]
    return get_args(shape)


def _narrowed(outside: Path, inside: Path, value: object, what: str) -> Fault:
    """A wrong value within a table of chances: msgspec names only the table, so look for the item."""
    table: Any = value
    for piece in inside:
        table = table[piece]
    items = table.items() if isinstance(table, dict) else ()
    for name, item in items:
        try:
            msgspec.convert(item, model.Chance)
        except msgspec.ValidationError:
            return Fault(
                (*outside, *inside, name), f"{what}: write a number from 0 to 1 or one of {', '.join(get_args(model.Word))}"
            )
    return Fault((*outside, *inside), f"{what}: correct the value")


def folder_files(root: Traversable, name: str) -> Iterator[CatalogueFile]:
    """The TOML files of a folder, by name; none where there is no such folder."""
    folder = root / name
    if folder.is_dir():
        for each in sorted(folder.iterdir(), key=lambda entry: entry.name):
            if each.name.endswith(".toml"):
                yield CatalogueFile(f"{name}/{each.name}", each)


def _merge(into: dict[str, T], new: dict[str, T], section: str, file: CatalogueFile) -> None:
    for name, value in new.items():
        if name in into:
            raise file.refuse(Fault((section, name), f"`{name}` is already in another file: keep one of them"))
        into[name] = value


def _read(root: Traversable) -> Catalogue:
    ways, contacts = CatalogueFile("ways.toml", root / "ways.toml"), CatalogueFile("contacts.toml", root / "contacts.toml")
    ways.only("way", "group")
    contacts.only("contact")
    step_files = tuple(folder_files(root, "steps"))
    problem_files = (*folder_files(root, "codes"), *folder_files(root, "topics"))
    steps: dict[str, Step] = {}
    clusters: dict[str, float] = {}
    for file in step_files:
        file.only("step", "cluster")
        _merge(steps, file.tables("step", Step), "step", file)
        _merge(clusters, file.tables("cluster", float), "cluster", file)
    problems: dict[str, Problem] = {}
    for file in problem_files:
        problem = file.read((), file.values, Problem)
        if problem.id in problems:
            raise file.refuse(Fault(("id",), f"`{problem.id}` is already in another file: keep one of them"))
        problems[problem.id] = problem
    catalogue = Catalogue(
        problems=problems,
        steps=steps,
        clusters=clusters,
        ways=ways.tables("way", Way),
        groups=ways.tables("group", tuple[str, ...]),
        contacts=contacts.tables("contact", Contact),
        readers={file.stem: file.read((), file.values, Reader) for file in folder_files(root, "readers")},
    )
    ways.check(group_faults(catalogue.groups, catalogue))
    for name, contact in catalogue.contacts.items():
        contacts.check(contact_faults(("contact", name), contact))
    for file in step_files:
        for name in file.values.get("step", {}):
            file.check(step_faults(("step", name), steps[name], catalogue))
    for file, problem in zip(problem_files, problems.values(), strict=True):
        file.check(problem_faults(problem, file.stem, catalogue))
    return catalogue


@cache
def _built_in() -> Catalogue:
    return _read(files("madoguchi.catalogue"))


def load_catalogue(root: Traversable | None = None) -> Catalogue:
    """The whole catalogue: the program's own, read once, or that of another folder.

    Raises:
        CatalogueError: the first thing found wrong, with file, line, field and remedy.
    """
    return _built_in() if root is None else _read(root)
