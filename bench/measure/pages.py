"""The pages that are measured, each as the person who opens it."""
import contextlib
import dataclasses
import gzip
import sqlite3
import tempfile

import load
from hub import Hub, Person

SLUG = "exam-room-essentials"


@dataclasses.dataclass
class Page:
    key: str
    name: str
    hub: str  # few or full: which database
    who: str  # before the @
    centre: int  # its number; 0: the Hub's operator
    path: str  # with {ivy}, {attempt} and {centre}
    against: str  # nginx, the key of another page, or empty: its CPU alone counts, with two connections


# The centres of filler/hub.h with 40, 50, 400 and 5,000 people; in the few's Hub there are 540 people in all.
OF_40, OF_50, OF_400, LARGEST = 10001, 10002, 10003, 10004
OFFICER, IVY, OPERATOR = "olivia.officer", "ivy.invigilator", "operator"
PAGES = [
    Page("users_50", "User Management, 50 of 50", "few", OFFICER, OF_50, "/users", "nginx"),
    Page("users_50_full", "the same in the filled Hub", "full", OFFICER, OF_50, "/users", "users_50"),
    Page("users_5000", "User Management, 50 of 5,000", "full", OFFICER, LARGEST, "/users", "users_50"),
    Page("search", "search \"officer olivia\" among 5,000", "full", OFFICER, LARGEST, "/users?q=officer+olivia", "users_5000"),
    Page("home", "Home", "full", IVY, LARGEST, "/", "nginx"),
    Page("assessments", "assessments", "full", IVY, LARGEST, "/assessments", "nginx"),
    Page("taking", "taking a section", "full", IVY, LARGEST, "/attempts/{attempt}", "nginx"),
    Page("progress", "progress of one person", "full", OFFICER, LARGEST, "/users/{ivy}/progress", "nginx"),
    Page("sections", "sections of one person", "full", OFFICER, LARGEST, f"/users/{{ivy}}/progress/{SLUG}", "nginx"),
    Page("summary_40", "User Summary of 40", "full", OFFICER, OF_40, "/summary", "nginx"),
    Page("summary_400", "User Summary of 400", "full", OFFICER, OF_400, "/summary", "summary_40"),
    Page("summary_5000", "User Summary of 5,000", "full", OFFICER, LARGEST, "/summary", "summary_40"),
    Page("insight", "Question insight at 5,000", "full", OFFICER, LARGEST, f"/summary/questions?assessment={SLUG}", ""),
    Page("reminders", "reminders at 5,000", "full", OFFICER, LARGEST, "/summary/reminders?ends=ended", ""),
    Page("centres", "operator: centres", "full", OPERATOR, 0, "/operator/centres", ""),
    Page("centre", "operator: centre of 5,000", "full", OPERATOR, 0, "/operator/centres/{centre}", ""),
    Page("years", "operator: years", "full", OPERATOR, 0, "/operator/years", ""),
    Page("report", "operator: report", "full", OPERATOR, 0, "/operator/report", ""),
]


def names_in(database):
    """What the paths of PAGES need, from the database itself."""
    with contextlib.closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as db:
        ivy, centre = db.execute("SELECT id, centre_id FROM account WHERE email_key = ?", [f"{IVY}@c{LARGEST}.example"]).fetchone()
        attempt, = db.execute("SELECT id FROM attempt WHERE account_id = ? AND handed_in_at IS NULL", [ivy]).fetchone()
    return {"ivy": ivy, "attempt": attempt, "centre": centre}


class Visits:
    """The Hubs of both databases, and everybody signed in who is needed."""

    def __init__(self, databases, counting=None, under=()):
        self.stack = contextlib.ExitStack()
        self.names = names_in(databases["full"])
        self.hubs = {name: self.stack.enter_context(Hub(file, counting, under)) for name, file in databases.items()}
        self.people = {}

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stack.close()

    def person(self, page):
        email = f"{page.who}@c{page.centre}.example" if page.centre else f"{page.who}@hub.example"
        if (page.hub, email) not in self.people:
            self.people[page.hub, email] = Person(self.hubs[page.hub], email)
        return self.people[page.hub, email]

    def get(self, page):
        status, _, data = self.person(page).get(page.path.format(**self.names))
        if status != 200:
            raise RuntimeError(f"{page.path}: {status}")
        return data

    def target(self, page):
        hub = self.hubs[page.hub]
        return load.Target(f"http://127.0.0.1:{hub.port}{page.path.format(**self.names)}", self.person(page).cookie, hub)


def counted(databases, pages):
    """For each page its statements, what SQLite's machine does for them, and those that do most of it."""
    with tempfile.NamedTemporaryFile("r", suffix=".tsv") as file, Visits(databases, file.name) as visits:
        found = {}
        for page in pages:
            visits.get(page)
            file.seek(0, 2)
            visits.get(page)
            rows = [line.rstrip("\n").split("\t") for line in file.readlines()]
            worker = next(row[4] for row in rows if "FROM session" in row[5])
            rows = [row for row in rows if row[4] == worker]  # without what upkeep did at the same moment
            rows.sort(key=lambda row: -int(row[0]))
            found[page.key] = {"statements": len(rows), "steps": sum(int(row[0]) for row in rows),
                               "scanned": sum(int(row[1]) for row in rows), "rows": sum(int(row[2]) for row in rows),
                               "sql_ms": sum(float(row[3]) for row in rows) / 1000,
                               "most": [{"steps": int(row[0]), "ms": float(row[3]) / 1000, "sql": row[5]} for row in rows[:3]]}
    return found


def measured(databases, pages, rounds=load.ROUNDS, seconds=load.SECONDS, tell=print):
    """By the page's key; see `one`."""
    by_key = {page.key: page for page in PAGES}
    found = counted(databases, pages)
    with Visits(databases) as visits, load.Nginx() as nginx:
        for page in pages:
            data = visits.get(page)
            target = visits.target(page)
            if page.against:
                reference = nginx.serve(page.key, data) if page.against == "nginx" else visits.target(by_key[page.against])
                ours, theirs, ratio = load.compare(target, reference, rounds, seconds)
            else:
                ours, theirs, ratio = load.run(target, rounds * seconds, connections=2), None, None
            found[page.key] |= {"name": page.name, "against": page.against, "rate": ours.rate,
                                "reference": theirs and theirs.rate, "ratio": ratio, "cpu_ms": ours.cpu_ms,
                                "p99_ms": ours.p99_ms, "bytes": len(data), "gzipped": len(gzip.compress(data, 6))}
            tell(line(found[page.key]))
    return found


HEADER = ("| page | of | requests/s | reference | ratio | CPU ms | p99 ms | bytes | gzipped | statements | VM steps | SQL ms |\n"
          "|---|---|---|---|---|---|---|---|---|---|---|---|")


def line(page):
    beside = "{against} | {rate:,.0f} | {reference:,.0f} | {ratio:.3f}" if page["against"] else "- | {rate:,.0f} | - | -"
    return ("| {name} | " + beside + " | {cpu_ms:.2f} | {p99_ms:.1f} | {bytes:,} | {gzipped:,} | {statements} | {steps:,} | "
            "{sql_ms:.2f} |").format(**page)
