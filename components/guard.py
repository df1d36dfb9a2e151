"""What stands between a browser and Streamlit's server: headers on every answer, and no requests a page never makes.

The policy cannot stop scripts, since Streamlit needs inline ones; escaping does that. It stops requests to strangers:
no text from a file can make a reader's browser fetch anything from elsewhere.
"""

import re
from collections import OrderedDict
from typing import Final

from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.proto.BackMsg_pb2 import BackMsg

POLICY: Final = "; ".join(
    (
        "default-src 'self'",
        "script-src 'self' 'unsafe-inline' 'unsafe-eval' 'wasm-unsafe-eval' blob:",
        "style-src 'self' 'unsafe-inline'",
        "font-src 'self' data:",
        "connect-src 'self' ws: wss: data: blob:",
        "worker-src 'self' blob:",
        "img-src 'self' data: blob:",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'self'",
    )
)
HEADERS: Final = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",  # the address holds the key to a private corpus
}
CLOSED: Final = ("/_stcore/metrics", "/_stcore/agent")  # numbers about all readers; an interface nobody here uses
ASKED_BY_PAGES: Final = frozenset(
    {"rerun_script", "stop_script", "file_urls_request", "app_heartbeat", "backend_operation_request"}
)
"""The messages our pages send. Others, such as clearing everybody's caches, come from a forged client."""
UPLOAD: Final = re.compile(r"/_stcore/upload_file/([^/]+)/")
UPLOADS_LIMIT_BYTES: Final = 500_000_000  # of one session: as much as one corpus may hold
N_SESSIONS_COUNTED: Final = 10_000  # the longest quiet are forgotten; a count takes some hundred bytes


class Guard:
    """ASGI middleware. Adds HEADERS, closes CLOSED, drops messages pages do not send, bounds a session's uploads."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.n_bytes_of_session: OrderedDict[str, int] = OrderedDict()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, or accompany one socket."""
        if scope["type"] == "websocket":
            await self.app(scope, _only_what_pages_ask(receive), send)
        elif scope["type"] == "http":
            await self._answer(scope, receive, _with_headers(send))
        else:
            await self.app(scope, receive, send)

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        answer = self.app
        if scope["path"].startswith(CLOSED):
            answer = PlainTextResponse("Not found", 404)
        elif scope["method"] in ("PUT", "POST") and (upload := UPLOAD.search(scope["path"])):
            refusal = self._count(upload[1], Headers(scope=scope).get("content-length"))
            answer = refusal or self.app
        await answer(scope, receive, send)

    def _count(self, session: str, length: str | None) -> PlainTextResponse | None:
        """Count an upload; the refusal when it is of unknown length or one too many."""
        if length is None or not length.isdecimal():
            return PlainTextResponse("Length required", 411)
        n_bytes = self.n_bytes_of_session.pop(session, 0) + int(length)
        if n_bytes > UPLOADS_LIMIT_BYTES:
            self.n_bytes_of_session[session] = n_bytes - int(length)
            return PlainTextResponse("This session has uploaded as much as one corpus may hold.", 413)
        self.n_bytes_of_session[session] = n_bytes
        while len(self.n_bytes_of_session) > N_SESSIONS_COUNTED:
            self.n_bytes_of_session.popitem(last=False)
        return None


def _with_headers(send: Send) -> Send:
    async def send_with_headers(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers[name] = value
        await send(message)

    return send_with_headers


def _only_what_pages_ask(receive: Receive) -> Receive:
    async def receive_known() -> Message:
        while True:
            message = await receive()
            if message["type"] != "websocket.receive" or _is_asked_by_pages(message.get("bytes") or b""):
                return message

    return receive_known


def _is_asked_by_pages(frame: bytes) -> bool:
    asked = BackMsg()
    try:
        asked.ParseFromString(frame)
    except ValueError:  # protobuf's DecodeError is one
        return False
    return asked.WhichOneof("type") in ASKED_BY_PAGES


MIDDLEWARE: Final = [Middleware(Guard)]
