"""A copy of the catalogue that a test may break."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

import madoguchi.catalogue
from madoguchi.catalogue.load import CatalogueError, load_catalogue

Break = Callable[[str, str, str], CatalogueError]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    root = tmp_path / "catalogue"
    package = Path(madoguchi.catalogue.__file__).parent
    shutil.copytree(package, root, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    return root


@pytest.fixture
def broken(copy: Path) -> Break:
    """Replaces one passage of one file and gives what the loader says about it."""

    def change(file: str, old: str, new: str) -> CatalogueError:
        path = copy / file
        text = path.read_text("utf-8")
        assert old in text, f"{file} no longer has {old!r}: choose another passage to break"
        path.write_text(text.replace(old, new, 1), "utf-8")
        with pytest.raises(CatalogueError) as caught:
            load_catalogue(copy)
        return caught.value

    return change
