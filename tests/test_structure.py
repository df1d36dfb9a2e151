"""What a reader of the folder list is promised."""

import ast
import tomllib
from pathlib import Path

import pytest

from components.places import PLACES
from newscorpus.register.measures import MEASURES
from newscorpus.steps.code_key import VERSION

REPOSITORY = Path(__file__).resolve().parents[1]
PACKAGE_FACES = sorted(
    face for package in ("newscorpus", "components") for face in (REPOSITORY / package).rglob("__init__.py")
)
MODULES = sorted(
    module
    for place in ("newscorpus", "components")
    for module in (REPOSITORY / place).rglob("*.py")
    if "__pycache__" not in module.parts
)
N_LINES_OF_A_MODULE = 300
N_LINES_OF_A_BODY = 40


def test_the_version_is_said_once():
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text())["project"]

    assert project["version"] == VERSION


@pytest.mark.parametrize("face", PACKAGE_FACES, ids=lambda face: face.parent.name)
def test_a_package_face_holds_a_docstring_and_nothing_else(face):
    tree = ast.parse(face.read_text())
    others = [node for node in tree.body if not isinstance(node, ast.Expr)]

    assert ast.get_docstring(tree)
    assert len(tree.body) == 1 + len(others)
    # The face of the engine has one thing more: the name by which a notebook opens a store, loaded when asked for.
    assert [ast.unparse(node).partition("(")[0] for node in others] == (
        ["def __getattr__"] if face == REPOSITORY / "newscorpus" / "__init__.py" else []
    )


def test_the_app_imports_pages_filters_and_nothing_of_the_engine():
    tree = ast.parse((REPOSITORY / "app.py").read_text())
    imported = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    imported |= {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}

    assert imported <= {
        "streamlit",
        "streamlit.navigation.page",
        "streamlit.starlette",
        "components.guard",
        "components.places",
        "components.widgets.corpus",
    }


def test_a_page_is_a_module_and_an_entry_and_stands_nowhere_else():
    modules = {page.stem for page in (REPOSITORY / "components/pages").glob("*.py")} - {"__init__"}
    naming_a_path = [module for module in (*MODULES, REPOSITORY / "app.py") if "components/pages/" in _strings(module)]

    assert modules == set(PLACES)
    assert naming_a_path == [REPOSITORY / "components/places.py"]


def _strings(module):
    nodes = ast.walk(ast.parse(module.read_text()))
    return " ".join(node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str))


ROOMS_OF_MEASURES = (("analyse",), ("tables",), ("register",))  # where functions, columns and entries stand
N_MAKE_A_LIST = 3  # two are no list: a sentence has two tones, and both can be checked by hand


@pytest.mark.parametrize(
    "module",
    [module for module in MODULES if module.parent.relative_to(REPOSITORY).parts[1:2] not in ROOMS_OF_MEASURES],
    ids=lambda module: str(module.relative_to(REPOSITORY)),
)
def test_measures_are_listed_in_the_register_alone(module):
    nodes = list(ast.walk(ast.parse(module.read_text())))
    named = [_constants(getattr(node, "elts", None) or getattr(node, "keys", [])) for node in nodes]
    lists = [names & MEASURES.keys() for names in named if "article_id" not in names]  # else columns of a table
    asked = [_constants(node.comparators) & MEASURES.keys() for node in nodes if _asks_for_a_key(node)]

    assert [names for names in lists if len(names) >= N_MAKE_A_LIST] == []
    assert [names for names in asked if names] == []


def _constants(nodes):
    return {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}


def _asks_for_a_key(node):
    return isinstance(node, ast.Compare) and isinstance(node.left, ast.Attribute) and node.left.attr == "key"


@pytest.mark.parametrize("module", MODULES, ids=lambda module: str(module.relative_to(REPOSITORY)))
def test_modules_and_bodies_are_short_enough_to_be_read(module):
    source = module.read_text()
    long_bodies = [
        f"{node.name}: {length} lines"
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and (length := _n_lines(node)) > N_LINES_OF_A_BODY
    ]

    assert source.count("\n") <= N_LINES_OF_A_MODULE
    assert long_bodies == []


def _n_lines(function):
    has_docstring = ast.get_docstring(function) is not None and len(function.body) > 1
    first = function.body[1 if has_docstring else 0]
    return function.end_lineno - first.lineno + 1
