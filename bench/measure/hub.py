"""The program under measurement, and people who are signed in to it."""
import http.client
import os
import pathlib
import re
import socket
import subprocess
import time
import urllib.parse

TOP = pathlib.Path(__file__).resolve().parents[2]
BUILD = TOP / "build/bench"
PASSWORD = "violet-kettle-orbit-17"  # filler/hub.h
TICKS = os.sysconf("SC_CLK_TCK")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Hub:
    """Serves `database`, a file of SQLite, until it is left. `counting`: a file that names each statement (count_statements.cc).
    `under`: a command that runs it."""

    def __init__(self, database, counting=None, under=()):
        self.port = free_port()
        environment = dict(os.environ)
        if counting:
            environment |= {"LD_PRELOAD": str(BUILD / "libcount_statements.so"), "COUNT_STATEMENTS": str(counting)}
        self.process = subprocess.Popen(
            [*under, BUILD / "exams-hub", "serve", "--database", f"sqlite:{database}", "--listen", f"127.0.0.1:{self.port}",
             "--admin-listen", "127.0.0.1:0"],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=environment)
        if "serving" not in self.process.stdout.readline():
            raise RuntimeError("the Hub did not start")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()
        self.process.stdout.close()

    def cpu_seconds(self):
        fields = pathlib.Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / TICKS

    def wait_until_idle(self):
        busy = None
        while busy != (busy := self.cpu_seconds()):
            time.sleep(0.1)

    def memory_mb(self):
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"VmRSS:\s+(\d+)", status)[1]) / 1024


class Person:
    """Somebody with a browser."""

    def __init__(self, hub, email):
        self.hub = hub
        self.cookies = {}
        self.csrf = ""
        self.get("/sign-in")
        status, _, _ = self.post("/sign-in", [("email", email), ("password", PASSWORD)])
        if status != 303:
            raise RuntimeError(f"{email} cannot sign in")
        self.get("/account/password")  # any page: it brings the session's token

    @property
    def cookie(self):
        return "; ".join(f"{name}={value}" for name, value in self.cookies.items())

    def get(self, path):
        return self.send("GET", path, None, {})

    def post(self, path, fields=()):
        body = urllib.parse.urlencode([("csrf", self.csrf), *fields])
        return self.send("POST", path, body, {"Content-Type": "application/x-www-form-urlencoded"})

    def send(self, method, path, body, headers):
        """Status, Location and the body."""
        connection = http.client.HTTPConnection("127.0.0.1", self.hub.port, timeout=120)
        try:
            connection.request(method, path, body, {"Cookie": self.cookie, **headers})
            answer = connection.getresponse()
            data = answer.read()
            for cookie in answer.headers.get_all("Set-Cookie") or []:
                name, value = cookie.split(";")[0].split("=", 1)
                self.cookies[name] = value
            if token := re.search(rb'name="csrf" value="([^"]+)"', data):
                self.csrf = token[1].decode()
            return answer.status, answer.headers.get("Location"), data
        finally:
            connection.close()
