"""The rules of the house that a machine can hold."""

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "madoguchi"
MODULES = sorted(path for path in SOURCE.rglob("*.py") if "migrations" not in path.parts)
JAPANESE = re.compile(r"[぀-ヿ一-鿿]")
SENTENCE = re.compile(r"[A-Z][a-z]+(?: [a-z']+){4,}[.?!]")
POSIX_ONLY = {"fcntl", "grp", "posix", "pwd", "resource", "syslog", "termios", "tty"}
LONGEST = 400

TESTED_ELSEWHERE = {
    "__main__.py": "tests/cli/test_main.py starts it",
    "base/clock.py": "five lines around the standard library",
    "catalogue/model.py": "values only; tests/catalogue/test_load.py fills them",
    "replica/main.py": "tests/replica/test_supervisor.py starts it",
    "guide/plan.py": "values only; tests/guide/test_graph.py fills them",
    "rehearsal/chain.py": "tests/loop/test_loop.py deals with a whole chain through it",
    "rehearsal/company.py": "as above",
    "rehearsal/desk.py": "as above",
    "rehearsal/exercise.py": "tests/loop/test_drill.py goes through one",
    "rehearsal/play.py": "as above",
    "rehearsal/stage.py": "as above",
    "rehearsal/visit.py": "as above",
    "replica/authority/institutions.py": "tests/replica/authority/test_app.py asks OpenSSL of what it makes",
    "replica/authority/office.py": "as above",
    "replica/authority/settings.py": "names and days; tests/replica/authority/test_machine.py holds them",
    "replica/card/responder.py": "tests/replica/authority/test_app.py asks it through OpenSSL",
    "replica/centre/desk.py": "tests/replica/centre/test_app.py asks it through its door",
    "replica/centre/door.py": "as above",
    "replica/centre/settings.py": "figures; tests/replica/centre/test_app.py meets them",
    "replica/centre/status.py": "tests/replica/centre/test_app.py: good, revoked and silent authorities",
    "replica/console/bench.py": "tests/replica/console/test_app.py sits at it",
    "replica/line/relay.py": "tests/replica/line/test_app.py goes through every door",
    "replica/line/settings.py": "names and doors; tests/replica/line/test_machine.py holds them",
    "replica/portal/settings.py": "one constant",
    "replica/reader/damage.py": "tests/replica/reader/test_optics.py spoils pictures with it",
    "replica/reader/drive.py": "tests/replica/reader/test_app.py lends it hands",
    "replica/reader/hands.py": "as above",
    "replica/reader/kiosk.py": "values only; tests/replica/reader/test_machine.py fills them",
    "replica/reader/pictograms.py": "tests/replica/reader/test_page.py draws every screen",
    "replica/reader/running.py": "tests/replica/reader/test_app.py: the whole chain behind it, and links that die",
    "replica/reader/settings.py": "figures; tests/replica/reader/test_app.py meets them",
    "replica/reader/tray.py": "tests/replica/reader/test_chip.py lays its cards",
    "replica/reader/trouble.py": "tests/replica/reader/test_chip.py meets its reasons",
    "replica/reader/usb.py": "tests/replica/reader/test_app.py: the real terminal at its other end",
    "replica/reader/view.py": "as above",
    "replica/prescription/settings.py": "two constants; tests/replica/prescription/test_machine.py holds them",
    "replica/terminal/checkin.py": "nouns; tests/replica/terminal/test_machine.py plays them",
    "replica/terminal/codes.py": "a table; tests/replica/terminal/test_app.py shows each code",
    "replica/terminal/far.py": "tests/replica/terminal/test_app.py calls through every fault of the line",
    "replica/terminal/memory.py": "tests/replica/terminal/test_app.py runs out of it in a process with a limit",
    "replica/terminal/page.py": "tests/replica/terminal/test_app.py opens it",
    "replica/terminal/results.py": "tests/replica/terminal/test_independent_writer.py reads what it writes",
    "replica/terminal/running.py": "tests/replica/terminal/test_kill.py ends it at random instants",
    "replica/terminal/services.py": "tests/replica/terminal/test_app.py refuses at each of them",
    "replica/terminal/usb.py": "tests/replica/terminal/test_app.py is its reader",
}
"""Modules without a test file of their own name, and where they are proven."""


def name(path: Path) -> str:
    return path.relative_to(SOURCE).as_posix()


def docstrings(tree: ast.Module) -> set[int]:
    """The ids of the nodes that are docstrings."""
    found = set()
    for node in ast.walk(tree):
        body = getattr(node, "body", None)
        if isinstance(body, list):
            found |= {id(item.value) for item in body if isinstance(item, ast.Expr) and isinstance(item.value, ast.Constant)}
    return found


def sentences(path: Path) -> Iterator[tuple[int, str]]:
    """String literals that a patient or a receptionist would read: Japanese, or an English sentence."""
    tree = ast.parse(path.read_text("utf-8"))
    skip = docstrings(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Raise) and node.exc is not None:
            skip |= {id(inner) for inner in ast.walk(node.exc)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in skip:
            words = re.findall(r"[一-鿿]", node.value)
            if (len(words) > 1 and re.search("[。、]|です|ます|ください", node.value)) or SENTENCE.search(node.value):
                yield node.lineno, node.value


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_a_module_says_its_one_job_in_its_first_line(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    assert not tree.body or ast.get_docstring(tree), f"{name(path)} has no first line"


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_a_module_stays_short(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= LONGEST


@pytest.mark.parametrize("path", [path for path in MODULES if "cli" not in path.parts], ids=name)
def test_nothing_a_person_at_the_desk_reads_stands_in_python(path: Path) -> None:
    assert [] == list(sentences(path))


@pytest.mark.parametrize("path", sorted((SOURCE / "desk" / "templates").rglob("*.html")), ids=lambda path: path.name)
def test_nothing_a_person_at_the_desk_reads_stands_in_a_template(path: Path) -> None:
    text = re.sub(r"\{#.*?#\}", "", path.read_text("utf-8"), flags=re.DOTALL)

    assert [] == [line for line in text.splitlines() if JAPANESE.search(line)]


@pytest.mark.parametrize("path", [path for path in MODULES if "replica" not in path.parts], ids=name)
def test_no_module_outside_the_replica_needs_posix(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    imported = {alias.name.split(".")[0] for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    imported |= {(node.module or "").split(".")[0] for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}

    assert set() == imported & POSIX_ONLY


def test_the_tests_mirror_the_tree() -> None:
    missing = [
        name(path)
        for path in MODULES
        if path.name != "__init__.py"
        and name(path) not in TESTED_ELSEWHERE
        and not (ROOT / "tests" / path.relative_to(SOURCE).parent / f"test_{path.name}").exists()
    ]

    assert [] == missing


def test_the_list_of_modules_tested_elsewhere_only_shrinks() -> None:
    assert set() == {one for one in TESTED_ELSEWHERE if not (SOURCE / one).exists()}


def test_every_dependency_has_a_line_in_the_docs() -> None:
    page = (ROOT / "docs" / "dependencies.md").read_text("utf-8")
    project = (ROOT / "pyproject.toml").read_text("utf-8")
    block = project.split("\ndependencies = [", 1)[1].split("[tool.hatch", 1)[0]
    names = re.findall(r'^(?:\s+|[a-z]+ = \[)"([A-Za-z0-9_.-]+)', block, flags=re.MULTILINE)

    assert [] == [one for one in names if f"`{one}`" not in page]


def test_no_address_of_a_registry_and_no_path_of_a_machine_is_kept() -> None:
    tracked = subprocess.run(["git", "ls-files"], cwd=ROOT, check=True, capture_output=True, text=True).stdout.split("\n")
    suspicious = re.compile(r"https?://(pypi|files\.pythonhosted|registry\.npmjs)|/work/(main|shared)|/root/|\.library")
    found = [
        one
        for one in tracked
        if one and not one.endswith((".png", ".woff2")) and (ROOT / one).exists() and one != "tests/architecture/test_house.py"
        if suspicious.search((ROOT / one).read_text("utf-8", errors="ignore"))
    ]

    assert [] == found


def test_the_scripts_stay_short() -> None:
    assert [] == [path.name for path in (ROOT / "scripts").iterdir() if len(path.read_text("utf-8").splitlines()) >= 40]


MADE_OF_IDS = (
    *(
        "problem",
        "step",
        "cause",
        "way",
        "contact",
        "caution",
        "payment",
        "patient",
        "notice",
        "reader",
        "picture",
        "shown",
        "say",
    ),
    *("error", "sureness", "reason", "detail", "why-not", "rule", "restart", "exchange", "weekday", "morning", "photo", "calm"),
    *("certificate", "reminder", "chain", "answer", "paper", "settings", "log", "cli", "charts", "kind", "booklet-days"),
    *("rehearsal", "replica-terminal", "replica-console", "replica-reader"),
    *("audit", "call", "declaration", "entry", "four", "lan", "list", "outage", "person", "slip", "waiting-notice", "telling"),
    *("notices", "others-place", "telephone"),
    *("card", "evidence", "persona", "probe"),
)
"""What a message's name begins with where the rest of it is an id of the catalogue or of a table in code."""


def test_no_message_waits_for_somebody_to_say_it() -> None:
    code = "".join(path.read_text("utf-8") for kind in ("*.py", "*.html", "*.toml") for path in SOURCE.rglob(kind))
    words = "".join(path.read_text("utf-8") for path in SOURCE.rglob("*.ftl"))
    said = set(re.findall(r"^([a-z][a-z0-9-]*) =", words, flags=re.MULTILINE))

    silent = {one for one in said if not one.startswith(MADE_OF_IDS) and one not in code and f"{{ {one}" not in words}

    assert set() == silent
