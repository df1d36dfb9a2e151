"""Write an empty, far newer release of every locked package into a folder, as if all of them had been published since.

Called with the folder, which is then given to pip as PIP_FIND_LINKS or to uv as UV_FIND_LINKS.
"""

import re
import sys
from pathlib import Path
from zipfile import ZipFile

LOCK = Path(__file__).parents[1] / "requirements-dev.txt"
VERSION = "99999"

folder = Path(sys.argv[1])
folder.mkdir(parents=True, exist_ok=True)
for name in sorted(set(re.findall(r"^([a-z0-9-]+)(?:\[.*\])?==", LOCK.read_text(), re.MULTILINE))):
    release = f"{name.replace('-', '_')}-{VERSION}"
    with ZipFile(folder / f"{release}-py3-none-any.whl", "w") as wheel:
        wheel.writestr(f"{release}.dist-info/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: {VERSION}\n")
        wheel.writestr(f"{release}.dist-info/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        wheel.writestr(f"{release}.dist-info/RECORD", "")
