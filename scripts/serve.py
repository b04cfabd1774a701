"""Live preview of every language on http://127.0.0.1:8000/ (PORT): an edit of data, words or looks shows by itself.

Code is read once: restart after a change below scripts/.
"""

import multiprocessing
import os
import sys
import threading
import time
from functools import partial
from html import escape
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from guide.load import load, read

ROOT = Path(__file__).resolve().parents[1]
WORK = ROOT / ".build" / "serve"
WATCHED = ("data", "docs", "overrides")
RELOAD = """<script>(function(v){setInterval(function(){var r=new XMLHttpRequest();r.open("GET","/_version");
r.onload=function(){if(r.responseText!==v)location.reload()};r.send()},400)})("%s")</script>"""


class Preview:
    """What was built last: its version, and what was wrong with it (empty: nothing)."""

    def __init__(self, folders):
        self.folders = folders
        self.version, self.wrong = 0, ""
        self.workers = [_Worker(language, folder) for language, folder in folders.items()]

    def build(self):
        """Build all languages side by side."""
        began = time.monotonic()
        said = [worker.answer() for worker in [worker.ask() for worker in self.workers]]
        self.wrong = next((words for words in said if words), "")
        self.version += 1
        print(self.wrong or f"built in {time.monotonic() - began:.1f} s", flush=True)


class _Worker:
    """A process that keeps MkDocs warm for one language."""

    def __init__(self, language, folder):
        self.pipe, other = multiprocessing.Pipe()
        config = ROOT / (f"mkdocs.{language}.yml" if folder else "mkdocs.yml")
        multiprocessing.Process(target=_work, args=(other, config, WORK / language), daemon=True).start()

    def ask(self):
        self.pipe.send("build")
        return self

    def answer(self):
        return self.pipe.recv()


def _work(pipe, config, folder):
    import mkdocs_hooks

    while pipe.recv():
        try:
            mkdocs_hooks.build(config, folder)
            pipe.send("")
        except (Exception, SystemExit) as error:
            pipe.send(str(error).strip() or repr(error))


class Handler(SimpleHTTPRequestHandler):
    """Serves the built folders, each language under its own path; pages reload themselves."""

    def __init__(self, *arguments, preview):
        self.preview = preview
        super().__init__(*arguments, directory=str(WORK))

    def translate_path(self, path):
        path = path.partition("?")[0]
        for language, folder in self.preview.folders.items():
            if folder and path.startswith(f"/{folder}/"):
                return super().translate_path(f"/{language}{path[len(folder) + 1 :]}")
        return super().translate_path(f"/{next(iter(self.preview.folders))}{path}")

    def do_GET(self):
        if self.path == "/_version":
            return self._send(200, "text/plain", str(self.preview.version))
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if self.preview.wrong:
            page = f"<!doctype html><title>!</title><pre>{escape(self.preview.wrong)}</pre>"
            return self._send(500, "text/html", page + RELOAD % self.preview.version)
        if path.suffix == ".html" and path.exists():
            return self._send(200, "text/html", path.read_text("utf-8") + RELOAD % self.preview.version)
        return super().do_GET()

    def _send(self, status, kind, text):
        body = text.encode()
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        """Say nothing for each request."""


def stamp():
    """A value that changes when a watched file does."""
    return hash(
        tuple(
            (path, info.st_mtime_ns, info.st_size)
            for folder in WATCHED
            for path in sorted((ROOT / folder).rglob("*"))
            if path.is_file() and (info := path.stat())
        )
    )


def main():
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    languages = load(read(ROOT / "data")).site.languages
    preview = Preview({language.id: language.folder for language in languages})
    seen = stamp()
    preview.build()
    address = ("127.0.0.1", int(os.environ.get("PORT", "8000")))
    server = ThreadingHTTPServer(address, partial(Handler, preview=preview))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(f"http://{address[0]}:{address[1]}/  (Ctrl-C ends)", flush=True)
    try:
        while True:
            time.sleep(0.1)
            if (now := stamp()) != seen:
                seen = now
                preview.build()
    except KeyboardInterrupt:
        pass


if __name__ == "__main__":
    main()
