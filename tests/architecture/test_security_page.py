"""docs/operate/security.md names modules and tests: each of them exists, and every rule has one or says why not."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "operate" / "security.md").read_text("utf-8")
TESTS = sorted(set(re.findall(r"`(tests/[\w/]+\.py(?:::\w+)?)`", PAGE)))
MODULES = sorted(set(re.findall(r"`((?:base|cli|desk|guide|records|words)/[\w./]+)`", PAGE)))
ROWS = [
    line.split(" | ") for line in PAGE.split("## What is not claimed")[0].splitlines() if re.match(r"\| (?!rule)[^-]", line)
]


@pytest.mark.parametrize("named", TESTS)
def test_every_test_it_names_is_there(named: str) -> None:
    path, _, function = named.partition("::")
    tree = ast.parse((ROOT / path).read_text("utf-8"))
    names = {node.name for node in tree.body if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)}

    assert not function or function in names
    assert any(name.startswith("test_") for name in names)


@pytest.mark.parametrize("named", MODULES)
def test_every_module_it_names_is_there(named: str) -> None:
    assert (ROOT / "src" / "madoguchi" / named).is_file()


def test_every_rule_says_where_it_is_kept_and_which_test_would_notice() -> None:
    without = [rule for rule, _kept, test in ROWS if "tests/" not in test]

    assert 30 <= len(ROWS)
    # Five cannot be tested: they are about what is not there, or about people. Their second column says so.
    assert 5 == len(without), without


def test_every_page_it_points_to_is_there() -> None:
    links = re.findall(r"\]\(([\w./-]+\.md)\)", PAGE)

    assert links
    assert [] == [link for link in links if not (ROOT / "docs" / "operate" / link).resolve().is_file()]
