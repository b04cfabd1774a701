"""Live preview of every language on http://127.0.0.1:8000/ (PORT): an edit of data, words or looks shows by itself.

Code is read once: restart after a change below scripts/.
"""

import mimetypes
import os
import re
import sys
import threading
import time
from functools import partial
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote

sys.path.insert(0, str(Path(__file__).parent))

from guide.cli import run_command, sentence, today_from
from guide.pages.templates import NOT_DRAWN
from guide.website.site_builder import open_site_builder, stamp

ROOT = Path(__file__).resolve().parents[1]
ON_FILES = ("cari/", "hitung/", "sematan/")
"""Pages that name files made beside the pages."""
OWN = re.compile(r"(localhost|127\.0\.0\.1)(:\d+)?", re.IGNORECASE)
"""The names under which the preview is known: a page of somebody else that leads another name here reads nothing."""
RELOAD = """(function(v){setInterval(function(){var r=new XMLHttpRequest();r.open("GET","/_version");
r.onload=function(){if(r.responseText!==v)location.reload()};r.send()},400)})(document.currentScript.src.split("?")[1])"""
"""A file of its own, since the policy of a page refuses what else stands inside it."""


class Preview:
    """Pages drawn when somebody asks for them, from facts and words as they are now; `wrong` says what keeps them."""

    def __init__(self):
        self.version, self.wrong = 0, ""
        self.builders, self.files = {}, {}

    def read(self):
        """Read everything again, for every language."""
        began = time.monotonic()
        try:
            first = open_site_builder(ROOT, "", today_from(os.environ), "")
            others = [
                open_site_builder(ROOT, name, today_from(os.environ), "")
                for name in list(first.renderer.site.languages)[1:]
            ]
            self.builders = {builder.language.entry.folder: builder for builder in (first, *others)}
            self.files, self.wrong = {}, ""
        except (*NOT_DRAWN, OSError) as error:
            self.wrong = sentence(error)
        self.version += 1
        print(self.wrong or f"read in {time.monotonic() - began:.1f} s", flush=True)

    def answer(self, path):
        """Return kind and text of the answer at a path; None where there is none. Raises as `read` does."""
        folder = next((f for f in self.builders if f and path.startswith(f"{f}/")), "")
        builder = self.builders[folder]
        path = path.removeprefix(f"{folder}/") if folder else path
        page = builder.renderer.site.page(path)
        if page is not None:
            if path.startswith(ON_FILES):
                self._files(folder)
            return "text/html", builder.renderer.shell(page, builder.language)
        found = self._files(folder).get(path)
        return (mimetypes.guess_type(path)[0] or "text/plain", found) if found is not None else None

    def _files(self, folder):
        """Return the files beside the pages, made when first asked for."""
        if folder not in self.files:
            builder = self.builders[folder]
            self.files[folder] = dict(builder.extras()) | ({} if folder else dict(builder.once()))
        return self.files[folder]


class Handler(BaseHTTPRequestHandler):
    """Answers with what the preview draws; pages reload themselves."""

    def __init__(self, *arguments, preview):
        self.preview = preview
        super().__init__(*arguments)

    def do_GET(self):
        """Send the page or file at the path, or the reason why there is none."""
        if not OWN.fullmatch(self.headers.get("Host", "")):
            return self._send(421, "text/plain", "this preview answers to its own name alone")
        path = unquote(self.path.partition("?")[0]).lstrip("/").removesuffix("index.html")
        if path == "_version":
            return self._send(200, "text/plain", str(self.preview.version))
        if path == "_reload.js":
            return self._send(200, "text/javascript", RELOAD)
        reload = f'<script src="/_reload.js?{self.preview.version}"></script>'
        wrong = self.preview.wrong
        try:
            found = None if wrong else self.preview.answer(path)
        except (*NOT_DRAWN, OSError) as error:
            wrong = sentence(error)
        if wrong:
            page = f"<!doctype html><title>!</title><pre>{escape(wrong)}</pre>"
            return self._send(500, "text/html", page + reload)
        if found is None:
            return self._send(404, "text/html", "<!doctype html><title>404</title><p>404" + reload)
        kind, text = found
        return self._send(200, kind, text + reload if kind == "text/html" else text)

    do_HEAD = do_GET

    def _send(self, status, kind, text):
        body = text if isinstance(text, bytes) else text.encode()
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, *_):
        """Say nothing for each request."""


def main() -> int:
    """Serve the preview until it is stopped; return the exit code."""
    preview = Preview()
    seen = stamp(ROOT)
    preview.read()
    address = ("127.0.0.1", _port(os.environ.get("PORT", "8000")))
    try:
        server = ThreadingHTTPServer(address, partial(Handler, preview=preview))
    except OSError as error:
        raise SystemExit(f"PORT: {address[1]} cannot be used ({error.strerror}); try PORT={address[1] + 1}") from None
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(f"http://{address[0]}:{address[1]}/  (Ctrl-C ends)", flush=True)
    while True:
        time.sleep(0.1)
        if (now := stamp(ROOT)) != seen:
            seen = now
            preview.read()


def _port(text: str) -> int:
    """Return a port of this machine. Raises SystemExit on what is none."""
    if not re.fullmatch(r"\d{1,5}", text) or not 1 <= int(text) <= 65535:
        raise SystemExit(f"PORT: write a number from 1 to 65535, not {text}")
    return int(text)


if __name__ == "__main__":
    run_command(main)
