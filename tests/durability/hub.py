"""A Hub of its own for a test: the real program, over SQLite or PostgreSQL, which can be killed."""
import os
import pathlib
import signal
import socket
import subprocess
import tempfile
import urllib.parse
import uuid

PASSWORD = "correct horse battery staple"


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def postgresql_database():
    """A new, empty database on the server of tests/with_postgresql."""
    server = os.environ["EXAMS_HUB_TEST_POSTGRESQL"]
    name = f"hub_{uuid.uuid4().hex[:16]}"
    subprocess.run(["psql", "-qd", server, "-c", f"CREATE DATABASE {name}"], check=True)
    parts = urllib.parse.urlsplit(server)
    return name, urllib.parse.urlunsplit(parts._replace(path=f"/{name}"))


class Hub:
    def __init__(self, database):
        self.binary = os.environ["EXAMS_HUB_BINARY"]
        self.folder = tempfile.TemporaryDirectory()
        self.name = None
        if database == "sqlite":
            self.url = f"sqlite:{self.folder.name}/hub.db"
        else:
            self.name, self.url = postgresql_database()
        self.port = free_port()
        self.process = None
        self.armed = pathlib.Path(self.folder.name) / "armed"
        self.run("migrate")

    def run(self, *command, given=""):
        subprocess.run([self.binary, *command, "--database", self.url], input=given, text=True, check=True, capture_output=True)

    def add_centre(self, number):
        """Its Centre Admin's email."""
        email = f"admin{number}@durability.example"
        self.run("centre", "add", "--number", str(number), "--name", f"Centre {number}", "--admin-email", email,
                 "--admin-first-name", "Ann", "--admin-last-name", "Other", given=PASSWORD + "\n")
        return email

    def add_operator(self):
        """Their email."""
        email = "operator@durability.example"
        self.run("operator", "add", "--email", email, "--first-name", "Olu", "--last-name", "Operator", given=PASSWORD + "\n")
        return email

    def publish(self, yaml):
        file = pathlib.Path(self.folder.name) / "assessment.yaml"
        file.write_text(yaml, "utf-8")
        self.run("assessment", "import", str(file))

    def start(self):
        self.log = open(f"{self.folder.name}/log", "ab")
        self.process = subprocess.Popen(
            [self.binary, "serve", "--database", self.url, "--listen", f"127.0.0.1:{self.port}", "--admin-listen",
             f"127.0.0.1:{free_port()}"], stdout=subprocess.PIPE, stderr=self.log, text=True,
            env={**os.environ, "LD_PRELOAD": os.environ["EXAMS_HUB_KILL_AT"], "KILL_AT": str(self.armed)})
        line = self.process.stdout.readline()
        if "serving" not in line:
            raise RuntimeError(f"the Hub did not start: {line}")

    def kill_at_write(self, number):
        """It kills itself before this write to the database, counted from now (kill_at.c)."""
        waiting = self.armed.with_suffix(".new")
        waiting.write_text(str(number))
        waiting.rename(self.armed)

    def disarm(self):
        """Whether it lives."""
        self.armed.unlink()
        try:
            self.process.wait(timeout=0.2)
        except subprocess.TimeoutExpired:
            return True
        self.kill()
        return False

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        self.process.stdout.close()
        self.log.close()

    def close(self):
        if self.process and self.process.poll() is None:
            self.kill()
        if self.name:
            server = os.environ["EXAMS_HUB_TEST_POSTGRESQL"]
            subprocess.run(["psql", "-qd", server, "-c", f"DROP DATABASE {self.name} WITH (FORCE)"], check=True)
        self.folder.cleanup()
