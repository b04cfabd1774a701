"""Web servers on loopback that serve a built site as hosting/ says."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from conftest import ROOT

MODULE = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")
NGINX = """load_module {module};
worker_processes 1;
daemon off;
pid {work}/nginx.pid;
error_log {work}/error.log;
events {{}}
http {{
    include /etc/nginx/mime.types;
    access_log off;
    client_body_temp_path {work}/body; proxy_temp_path {work}/proxy; fastcgi_temp_path {work}/fastcgi;
    uwsgi_temp_path {work}/uwsgi; scgi_temp_path {work}/scgi;
{site}
}}
"""


def free_port() -> int:
    """A port of loopback that nobody listens on."""
    with closing(socket.socket()) as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


def certificate(work: Path) -> tuple[Path, Path]:
    """A certificate that the server signed itself, and its key."""
    names = work / "fullchain.pem", work / "privkey.pem"
    asked = "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=localhost"
    asked += " -addext subjectAltName=IP:127.0.0.1"
    command = [*asked.split(), "-out", str(names[0]), "-keyout", str(names[1])]
    subprocess.run(command, check=True, capture_output=True)
    return names


@contextmanager
def nginx(site: Path, work: Path, secure: bool = False, port: int = 0):
    """nginx with hosting/nginx.conf, at `port` or a free one; yields its address. Its plain port: `work/plain`."""
    port, plain = port or free_port(), free_port()
    (work / "plain").write_text(str(plain))
    own = (ROOT / "hosting" / "nginx.conf").read_text("utf-8")
    own = own.replace("/srv/jamsostek/site", str(site)).replace("listen 80;", f"listen 127.0.0.1:{plain};")
    own = own.replace("listen 443 ssl;", f"listen 127.0.0.1:{port}{' ssl' * secure};")
    if secure:
        certificate(work)
        own = own.replace("/etc/letsencrypt/live/jamsostek.example", str(work))
    else:
        own = "".join(line for line in own.splitlines(keepends=True) if "ssl_certificate" not in line)
    config = work / "nginx.conf"
    config.write_text(NGINX.format(module=MODULE, work=work, site=own), "utf-8")
    user = ["-g", "user root;"] if os.geteuid() == 0 else []
    with _running(["/usr/sbin/nginx", "-c", str(config), "-e", f"{work}/error.log", *user], port) as address:
        yield address.replace("http:", "https:") if secure else address


@contextmanager
def caddy(site: Path, work: Path, secure: bool = False):
    """Caddy with hosting/Caddyfile; yields its address."""
    port = free_port()
    own = (ROOT / "hosting" / "Caddyfile").read_text("utf-8").replace("/srv/jamsostek/site", str(site))
    if secure:
        public, key = certificate(work)
        own = own.replace("jamsostek.example {", f"https://127.0.0.1:{port} {{\n\ttls {public} {key}")
    else:
        own = own.replace("jamsostek.example", f"http://127.0.0.1:{port}")
    config = work / "Caddyfile"
    redirects = "disable_redirects" if secure else "off"
    config.write_text(own.replace("{\n", f"{{\n\tadmin off\n\tauto_https {redirects}\n", 1), "utf-8")
    command = [shutil.which("caddy"), "run", "--config", str(config), "--adapter", "caddyfile"]
    with _running(command, port, XDG_DATA_HOME=str(work), XDG_CONFIG_HOME=str(work)) as address:
        yield address.replace("http:", "https:") if secure else address


@contextmanager
def plain(site: Path, work: Path):
    """A server that sends no header of ours; yields its address."""
    port = free_port()
    command = [sys.executable, "-m", "http.server", str(port), "--bind", "127.0.0.1", "--directory", str(site)]
    with _running(command, port) as address:
        yield address


@contextmanager
def _running(command: list[str], port: int, **environment: str):
    process = subprocess.Popen(
        command, env={**os.environ, **environment}, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    )
    try:
        for _ in range(600):
            with closing(socket.socket()) as found:
                if found.connect_ex(("127.0.0.1", port)) == 0:
                    break
            assert process.poll() is None, process.stderr.read()
            time.sleep(0.05)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        with suppress(subprocess.TimeoutExpired):  # Caddy may wait for readers who keep their connection
            process.wait(3)
        process.kill()
        process.wait()
