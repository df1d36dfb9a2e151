import io
import zipfile

import pytest

from newscorpus.load.discover import discover
from newscorpus.load.saved_pages import page_beside
from newscorpus.values import Rejected

PARTS = ("saved_resource.html", "loader.js", "slots.json", "deep/frame.html")
PAGE = "<html><body><article><h1>Rain</h1><p>It rained in Veldholm on Monday.</p></article></body></html>"


@pytest.mark.parametrize("folder", ["Rain_files", "Rain.files", "Rain-Dateien", "Rain_fichiers", "Rain_archivos"])
def test_a_page_saved_with_its_folder_is_one_file_to_read(tmp_path, folder):
    (tmp_path / "Rain.html").write_text(PAGE)
    for part in PARTS:
        place = tmp_path / folder / part
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text("<p>Menu</p>")

    found = list(discover([tmp_path]))

    assert [item.name for item in found if not isinstance(item, Rejected)] == ["Rain.html"]
    assert [item.reason for item in found if isinstance(item, Rejected)] == ["page_part"] * len(PARTS)
    assert all(item.detail == "It was saved with Rain.html." for item in found if isinstance(item, Rejected))


def test_the_same_in_an_archive(reasons):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("a/Rain.html", PAGE)
        for part in PARTS:
            archive.writestr(f"a/Rain_files/{part}", "<p>Menu</p>")

    assert reasons("a.zip", packed.getvalue()) == [None, *["page_part"] * len(PARTS)]


def test_a_folder_without_its_page_is_a_folder_of_files(tmp_path):
    (tmp_path / "court_files").mkdir()
    (tmp_path / "court_files" / "a.txt").write_text("It rained.")

    assert [item.name for item in discover([tmp_path])] == ["court_files/a.txt"]
    assert page_beside("_files", [".html"]) is None
