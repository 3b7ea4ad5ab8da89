"""What people do besides reading pages: answering, signing in, being there."""
import contextlib
import pathlib
import re
import shutil
import sqlite3
import subprocess
import tempfile
import time

import load
from hub import BUILD, PASSWORD, Hub, Person
from pages import OF_400, SLUG

POSTS = pathlib.Path(__file__).with_name("posts.lua")
PEOPLE = 64


def bare(what):
    """A second's commits of one row, or checks of a password, by as many writers or cores (bare_bench.cc)."""
    return float(subprocess.run([BUILD / "bare_bench", what], stdout=subprocess.PIPE, text=True, check=True).stdout)


def bare_load(what):
    return load.Load(bare(what), 0, 0)


@contextlib.contextmanager
def copy_of(database):
    """So that what is written leaves the filled Hub as it is."""
    with tempfile.TemporaryDirectory(dir=BUILD) as folder:
        yield shutil.copy(database, folder)


def emails(database, condition, most):
    with contextlib.closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as db:
        rows = db.execute("SELECT a.email FROM account a JOIN centre c ON c.id = a.centre_id WHERE c.number = ? AND "
                          f"{condition} ORDER BY a.id LIMIT ?", [str(OF_400), most])
        return [email for email, in rows]


def posts(lines):
    file = tempfile.NamedTemporaryFile("w", suffix=".tsv")
    file.writelines("\t".join(line) + "\n" for line in lines)
    file.flush()
    return file


def answers(database, rounds):
    """People saving answers in a section that they have just begun, two of its options in turn."""
    new_here = ("a.role = 'INV' AND NOT EXISTS (SELECT 1 FROM section_result r WHERE r.account_id = a.id) AND NOT EXISTS "
                "(SELECT 1 FROM hidden_assessment h WHERE h.account_id = a.id)")
    with copy_of(database) as file, Hub(file) as hub:
        lines = []
        for email in emails(file, new_here, PEOPLE):
            person = Person(hub, email)
            _, attempt, _ = person.post(f"/assessments/{SLUG}/sections/1/start")
            options = re.findall(rb'name="(q\d+)" value="(\d+)"', person.get(attempt)[2])
            for name, option in (options[0], options[1]):
                body = f"csrf={person.csrf}&{name.decode()}={option.decode()}"
                lines.append((f"{attempt}/answers", person.cookie, body))
        lines = lines[0::2] + lines[1::2]  # everybody once, then everybody again
        with posts(lines) as requests:
            target = load.Target(f"http://127.0.0.1:{hub.port}/", hub=hub, script=(POSTS, requests.name))
            ours, theirs, ratio = load.compare(target, lambda: bare_load("commits"), rounds)
    return {"people": len(lines) // 2, "rate": ours.rate, "bare": theirs.rate, "ratio": ratio, "p99_ms": ours.p99_ms}


def sign_ins(database, rounds):
    """64 at once, each right; and what a page costs others meanwhile."""
    with copy_of(database) as file, Hub(file) as hub:
        reader = Person(hub, f"olivia.officer@c{OF_400}.example")
        visitor = Person(hub, f"sam.leader@c{OF_400}.example").cookies["visitor"]
        lines = [("/sign-in", f"visitor={visitor}", f"csrf={visitor}&email={email}&password={PASSWORD}")
                 for email in emails(file, "a.role = 'INV'", 300)]
        with posts(lines) as requests:
            url = f"http://127.0.0.1:{hub.port}"
            storm = load.Target(url + "/", hub=hub, script=(POSTS, requests.name))
            ours, theirs, ratio = load.compare(storm, lambda: bare_load("argon2id"), rounds, seconds=4)
            page = load.Target(url + "/users", reader.cookie, hub)
            idle = load.medians([load.run(page, 4, 4) for _ in range(rounds)])
            during = []
            for _ in range(rounds):
                running = load.start(storm, 7)
                time.sleep(1)
                during.append(load.run(page, 4, 4))
                running.communicate()
    during = load.medians(during)
    return {"rate": ours.rate, "bare": theirs.rate, "ratio": ratio, "idle_p99_ms": idle.p99_ms,
            "storm_p99_ms": during.p99_ms, "p99_ratio": during.p99_ms / idle.p99_ms}


def memory(database, _):
    """Megabytes: when nobody has come yet, and with a thousand people signed in, each with a page read."""
    with copy_of(database) as file, Hub(file) as hub:
        Person(hub, f"olivia.officer@c{OF_400}.example")
        idle = hub.memory_mb()
        everybody = emails(file, "1 = 1", 400)
        for i in range(1000):
            Person(hub, everybody[i % len(everybody)]).get("/")
        return {"idle_mb": idle, "thousand_mb": hub.memory_mb()}
