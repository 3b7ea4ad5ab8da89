"""Load from wrk on two servers in turn, so that what else the machine does falls on both."""
import dataclasses
import os
import pathlib
import re
import statistics
import subprocess
import tempfile

from hub import Hub, free_port

ROUNDS = 5
SECONDS = 2
CONNECTIONS = 64
UNITS = {"us": 1e-3, "ms": 1, "s": 1e3, "m": 6e4}


@dataclasses.dataclass
class Target:
    """What wrk asks for. `script` is one in Lua, with its arguments."""
    url: str
    cookie: str = ""
    hub: Hub | None = None  # whose CPU is counted
    script: tuple = ()


@dataclasses.dataclass
class Load:
    """What came of it: a second's requests, milliseconds of the Hub's CPU for each, and the 99th percentile in milliseconds."""
    rate: float
    cpu_ms: float
    p99_ms: float


def start(target, seconds=SECONDS, connections=CONNECTIONS):
    command = ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--latency", "--timeout", "30s"]
    if target.cookie:
        command += ["-H", f"Cookie: {target.cookie}"]
    if target.script:
        command += ["-s", str(target.script[0])]
    command += [target.url]
    if target.script:
        command += ["--", *map(str, target.script[1:])]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def finish(target, running, cpu_before):
    text = running.communicate()[0]
    if running.returncode or "Non-2xx" in text:
        raise RuntimeError(f"{target.url}: {text}")
    cpu = target.hub.cpu_seconds() - cpu_before if target.hub else 0
    requests = int(re.search(r"(\d+) requests in", text)[1])
    number, unit = re.search(r"99%\s+([\d.]+)(\w+)", text).groups()
    rate = float(re.search(r"Requests/sec:\s+([\d.]+)", text)[1])
    return Load(rate, 1000 * cpu / max(requests, 1), float(number) * UNITS[unit])


def run(target, seconds=SECONDS, connections=CONNECTIONS):
    before = target.hub.cpu_seconds() if target.hub else 0
    load = finish(target, start(target, seconds, connections), before)
    if target.hub:
        target.hub.wait_until_idle()  # wrk leaves behind what it had asked for
    return load


def medians(loads):
    return Load(*(statistics.median(getattr(load, field.name) for load in loads) for field in dataclasses.fields(Load)))


def compare(ours, reference, rounds=ROUNDS, seconds=SECONDS):
    """Medians of both, and of the rounds' ratios of rates."""
    run(ours, 1)
    pairs = []
    for _ in range(rounds):
        other = reference() if callable(reference) else run(reference, seconds)
        pairs.append((run(ours, seconds), other))
    ratio = statistics.median(a.rate / b.rate for a, b in pairs)
    return medians([a for a, _ in pairs]), medians([b for _, b in pairs]), ratio


class Nginx:
    """Serves files, the very bytes of the Hub's pages, with the settings that Debian gives it."""

    def __init__(self):
        self.folder = tempfile.TemporaryDirectory()
        path = pathlib.Path(self.folder.name)
        path.chmod(0o755)
        self.port = free_port()
        (path / "pages").mkdir()
        user = "user root;" if os.getuid() == 0 else ""
        (path / "nginx.conf").write_text(f"""
            {user} worker_processes auto; daemon off; pid {path}/pid; error_log {path}/error;
            events {{ worker_connections 768; }}
            http {{
              access_log {path}/log; sendfile on; tcp_nopush on; keepalive_requests 1000000000;
              default_type text/html; client_body_temp_path {path}/b; proxy_temp_path {path}/p; fastcgi_temp_path {path}/f;
              uwsgi_temp_path {path}/u; scgi_temp_path {path}/s;
              server {{ listen 127.0.0.1:{self.port}; root {path}/pages; }}
            }}""")
        self.process = subprocess.Popen(["/usr/sbin/nginx", "-c", path / "nginx.conf", "-e", path / "error"])

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()
        self.folder.cleanup()

    def serve(self, name, data):
        (pathlib.Path(self.folder.name) / "pages" / name).write_bytes(data)
        return Target(f"http://127.0.0.1:{self.port}/{name}")
