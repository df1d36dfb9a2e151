"""A pytest plugin under which Streamlit and Plotly cannot be imported: the engine must not need them."""

import sys


class _Absent:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in ("streamlit", "plotly", "components"):
            raise ModuleNotFoundError(f"{name} is not to be imported by the engine", name=name)


def pytest_configure():
    """Only where the plugin is asked for (-p), not where this file is merely looked at."""
    sys.meta_path.insert(0, _Absent())
