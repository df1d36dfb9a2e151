"""Give the command that starts the app, wait for the first chart in Debian's Chromium, and end what was started.

Called with the folder and the command.
"""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request

from playwright.sync_api import sync_playwright

SECONDS_TO_INSTALL = 900
SECONDS_TO_DRAW = 300

folder, command = sys.argv[1:]
with socket.socket() as free:
    free.bind(("127.0.0.1", 0))
    port = str(free.getsockname()[1])
# Without a person: no question on the terminal can be answered, and no browser opened.
environment = os.environ | {"CI": "true", "STREAMLIT_SERVER_HEADLESS": "true", "STREAMLIT_SERVER_PORT": port}
started = time.monotonic()
app = subprocess.Popen(
    ["bash", "-euo", "pipefail", "-c", command],
    cwd=folder,
    env=environment,
    stdin=subprocess.DEVNULL,
    start_new_session=True,
)
try:
    while True:
        if app.poll() is not None:
            sys.exit(f"The command ended with {app.returncode} before the app answered.")
        if time.monotonic() - started > SECONDS_TO_INSTALL:
            sys.exit(f"The app did not answer within {SECONDS_TO_INSTALL} seconds.")
        try:
            urllib.request.urlopen(f"http://localhost:{port}/_stcore/health", timeout=5).close()
            break
        except OSError:
            time.sleep(0.5)
    answered = time.monotonic()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page()
        page.goto(f"http://localhost:{port}")
        page.wait_for_selector(".js-plotly-plot .main-svg", timeout=SECONDS_TO_DRAW * 1000)
        browser.close()
    drawn = time.monotonic()
    print(f"Installed and started in {answered - started:.0f} s, first chart {drawn - answered:.0f} s later.")
finally:
    os.killpg(app.pid, signal.SIGTERM)
    app.wait(timeout=30)
