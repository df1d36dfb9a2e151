"""Reading bytes as if they were a file of a given name."""

from collections.abc import Callable, Mapping

import pytest

from newscorpus.load.reader import read_file
from newscorpus.values import RawArticle, Rejected

Read = Callable[..., list[RawArticle | Rejected]]


@pytest.fixture(scope="session")
def read(tmp_path_factory: pytest.TempPathFactory) -> Read:
    """`read(name, content, columns)`: every item that the file gives."""
    path = tmp_path_factory.mktemp("load") / "file"

    def items(name: str, content: str | bytes, columns: Mapping[str, str] | None = None) -> list[RawArticle | Rejected]:
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return list(read_file(path, name, columns))

    return items


@pytest.fixture(scope="session")
def reasons(read: Read) -> Callable[..., list[str | None]]:
    """`reasons(name, content)`: for each item the reason it was set aside for, None for an article."""

    def listed(name: str, content: str | bytes, columns: Mapping[str, str] | None = None) -> list[str | None]:
        return [getattr(item, "reason", None) for item in read(name, content, columns)]

    return listed
