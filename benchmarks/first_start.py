"""What a first start on the example corpus needs, and how long a start on a built store takes to its first chart.

    python benchmarks/first_start.py

Memory is the system's own figure: the sum over the server and all processes it started, sampled ten times a second,
as resident set (shared pages counted for each process) and as proportional set (shared pages counted once).
The browser that opens the page is not counted. Linux, with Debian's chromium.
"""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

import psutil
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[1]
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run", "--disable-sync"]
SECONDS_BETWEEN_SAMPLES = 0.1
CHARTS_DRAWN = "() => document.querySelectorAll('.js-plotly-plot .main-svg').length >= 2"


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


def start(port: int, checkout: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)]
    command += ["--server.address", "127.0.0.1", "--server.headless", "true"]
    return subprocess.Popen(command, cwd=checkout, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


class Memory(threading.Thread):
    """Samples a process and its descendants until `ended` is set."""

    def __init__(self, process_id: int) -> None:
        super().__init__(daemon=True)
        self.root, self.ended = psutil.Process(process_id), threading.Event()
        self.peak_resident, self.peak_proportional, self.peak_page_alone = 0, 0, 0

    def run(self) -> None:
        while not self.ended.wait(SECONDS_BETWEEN_SAMPLES):
            resident = proportional = 0
            for process in [self.root, *self.root.children(recursive=True)]:
                try:
                    memory = process.memory_full_info()
                except psutil.Error:
                    continue
                resident, proportional = resident + memory.rss, proportional + memory.pss
                if process == self.root:
                    self.peak_page_alone = max(self.peak_page_alone, memory.rss)
            self.peak_resident = max(self.peak_resident, resident)
            self.peak_proportional = max(self.peak_proportional, proportional)


def seconds_to_first_chart(port: int, began: float) -> float:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        page = browser.new_page(viewport={"width": 1440, "height": 2600})
        while True:
            try:
                page.goto(f"http://127.0.0.1:{port}/")
                break
            except Exception as error:
                if "ERR_CONNECTION_REFUSED" not in str(error):
                    raise
                time.sleep(0.05)
        page.wait_for_function(CHARTS_DRAWN, timeout=300_000)
        seconds = time.monotonic() - began
        browser.close()
    return seconds


def run_once(checkout: Path) -> tuple[float, Memory]:
    port, began = free_port(), time.monotonic()
    server = start(port, checkout)
    memory = Memory(server.pid)
    memory.start()
    try:
        seconds = seconds_to_first_chart(port, began)
    finally:
        memory.ended.set()
        memory.join()
        server.terminate()
        server.wait()
    return seconds, memory


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        checkout = Path(folder) / "parallax"
        shutil.copytree(ROOT, checkout, ignore=shutil.ignore_patterns(".venv", ".git", "built", "kept", "corpus"))
        for label in ("first start, example not built", "second start, example built"):
            seconds, memory = run_once(checkout)
            print(f"{label}: {seconds:.1f} s to the first chart, browser started and page loaded within them")
            print(f"  peak of all processes: {memory.peak_resident / 1e6:.0f} MB resident, ", end="")
            print(f"{memory.peak_proportional / 1e6:.0f} MB proportional", end="")
            print(f"; peak of the page's process alone: {memory.peak_page_alone / 1e6:.0f} MB resident")
    print(f"{os.cpu_count()} processors, Python {sys.version.split()[0]}, load {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()
