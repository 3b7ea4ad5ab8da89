"""Measures everything of the Reach table and writes bench/results.md: what was reached, and every page's figures.

all.py [--quick]: in a Hub a fifteenth as large, with two short rounds and no clean build; to build/bench/quick.md.
"""
import datetime
import json
import os
import pathlib
import platform
import re
import subprocess
import sys

import actions
import load
import pages
from hub import BUILD, TOP

RESULTS = TOP / "bench/results.md"
BEGUN_AT = {"bytes": "83,101 / 5,300", "build_cpu": 630}  # where this table began


def at_least(value, wanted):
    return f"{value:.2f}", value >= wanted


def at_most(value, wanted, unit=""):
    return f"{value:,.1f}{unit}", value <= wanted


def pages_at_least(found, keys, wanted):
    ratios = {key: found[key]["ratio"] for key in keys}
    text = ", ".join(f"{found[key]['name']} {ratio:.2f}" for key, ratio in ratios.items())
    return text, min(ratios.values()) >= wanted


def pages_at_most(found, keys, wanted):
    text = ", ".join(f"{found[key]['name']} {found[key]['cpu_ms']:.1f}" for key in keys)
    return text + " ms", max(found[key]["cpu_ms"] for key in keys) <= wanted


def reach(m):
    """What is to be reached: what, against what, the reach, what came out, and whether that is it. The rows of the issue."""
    p = m["pages"]
    yield "User Management of 50, 64 connections", "nginx, same bytes", "0.35", *at_least(p["users_50"]["ratio"], 0.35)
    yield ("the same, 50 of 5,000; and in the filled Hub", "ours, 50 of 50", "0.9",
           *pages_at_least(p, ["users_5000", "users_50_full"], 0.9))
    yield "progress, sections, assessments, taking, home", "nginx, same bytes", "0.35", *pages_at_least(
        p, ["progress", "sections", "assessments", "taking", "home"], 0.35)
    yield "User Summary page 1 of 40", "nginx, same bytes", "0.25", *at_least(p["summary_40"]["ratio"], 0.25)
    yield "User Summary page 1 of 5,000", "ours of 40", "0.8", *at_least(p["summary_5000"]["ratio"], 0.8)
    yield "search \"officer olivia\" among 5,000", "ours, no search", "0.5", *at_least(p["search"]["ratio"], 0.5)
    yield ("Question insight and reminders at 5,000; operator's centres, centre, years, report in the filled Hub", "-",
           "20 ms of CPU", *pages_at_most(p, ["insight", "reminders", "centres", "centre", "years", "report"], 20))
    yield ("answer saved and committed, 64 people through HTTP", "single bare FULL commits by 64 writers", "2",
           *at_least(m["answers"]["ratio"], 2))
    yield "sign-in POST", "bare Argon2id on all cores", "0.95", *at_least(m["sign_ins"]["ratio"], 0.95)
    yield "another page's p99 during a storm of sign-ins", "idle", "at most 3 times", *at_most(m["sign_ins"]["p99_ratio"], 3)
    yield ("check of a 10,000-row file", "bare inflate and expat of the same file", "at most 2.0",
           *at_most(m["check"]["ratio"], 2.0))
    yield "its memory", "idle", "at most 64 MiB above", *at_most(m["check"]["memory_mb"], 64, " MiB")
    users = p["users_50"]
    yield ("bytes of User Management, 50 rows; gzipped", BEGUN_AT["bytes"], "30,000; 4,000",
           f"{users['bytes']:,}; {users['gzipped']:,}", users["bytes"] <= 30_000 and users["gzipped"] <= 4_000)
    yield "idle memory", "-", "30 MB", *at_most(m["memory"]["idle_mb"], 30, " MB")
    yield "memory with 1,000 people signed in", "-", "60 MB", *at_most(m["memory"]["thousand_mb"], 60, " MB")
    if "build" in m:
        yield "clean build, CPU", f"{BEGUN_AT['build_cpu']} s", "420 s", *at_most(m["build"]["cpu_s"], 420, " s")
        yield "one page changed to a running binary", "-", "6 s", *at_most(m["build"]["page_s"], 6, " s")
    else:
        yield "clean build, CPU", f"{BEGUN_AT['build_cpu']} s", "420 s", "not measured", False
        yield "one page changed to a running binary", "-", "6 s", "not measured", False


def output(*command, **environment):
    return subprocess.run(command, cwd=TOP, stdout=subprocess.PIPE, text=True, check=True, env={**os.environ, **environment}).stdout


def check():
    numbers = re.search(r"ratio ([\d.]+) of reading, ([\d.]+) of the check, (\d+) MiB", output("tests/with_postgresql", BUILD / "check_bench"))
    return {"reading_ratio": float(numbers[1]), "ratio": float(numbers[2]), "memory_mb": float(numbers[3])}


def build():
    cpu, page = map(float, output("bench/build_seconds").split())
    return {"cpu_s": cpu, "page_s": page}


SIZES = {"few": ["--centres", "4", "--people", "540", "--largest", "50"], "full": [],
         "quick": ["--centres", "400", "--people", "20000"]}


def filled(name):
    """The database, which is filled where it is not there yet."""
    file = BUILD / f"hub/{name}.db"
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        part = file.with_suffix(".part")
        part.unlink(missing_ok=True)
        print(output(BUILD / "fill", "--database", f"sqlite:{part}", *SIZES[name]), flush=True)
        part.rename(file)
    return file


def table(m):
    yield "# What the benchmarks reached\n"
    yield (f"`bench/run {m['run']}`, {m['day']}, commit {m['commit']}, {os.cpu_count()} cores, {platform.machine()}; "
           f"load of the machine before: {m['load']:.1f}.\n")
    yield "| what | reference | reach | reached | |\n|---|---|---|---|---|"
    for what, reference, wanted, reached, good in reach(m):
        yield f"| {what} | {reference} | {wanted} | {reached} | {'yes' if good else '**no**'} |"
    yield "\n## Pages\n\n64 connections (2 where there is no reference), medians of the rounds; statements and steps are SQLite's.\n"
    yield pages.HEADER
    for page in m["pages"].values():
        yield pages.line(page)
    yield "\n## Beside the table\n"
    yield "answers: {people} people, {rate:,.0f}/s, bare {bare:,.0f}/s, p99 {p99_ms:.0f} ms  ".format(**m["answers"])
    yield ("sign-ins: {rate:.1f}/s, bare {bare:.1f}/s; another page's p99 {idle_p99_ms:.1f} ms idle, {storm_p99_ms:.1f} ms in the "
           "storm  ").format(**m["sign_ins"])
    yield "check of a file: reading alone {reading_ratio:.2f} times the bare".format(**m["check"])


def main():
    quick = "--quick" in sys.argv
    rounds, seconds = (2, 1) if quick else (load.ROUNDS, load.SECONDS)
    databases = {"few": filled("few"), "full": filled("quick" if quick else "full")}
    m = {"day": datetime.date.today().isoformat(), "commit": output("git", "rev-parse", "--short", "HEAD").strip(),
         "load": os.getloadavg()[0], "run": "quick" if quick else "all"}
    m["pages"] = pages.measured(databases, pages.PAGES, rounds, seconds, lambda line: print(line, flush=True))
    for name, measure in {"answers": actions.answers, "sign_ins": actions.sign_ins, "memory": actions.memory}.items():
        m[name] = measure(databases["few"], rounds)
        print(name, m[name], flush=True)
    m["check"] = check()
    if not quick:
        m["build"] = build()
    (BUILD / "results.json").write_text(json.dumps(m, indent=1))
    (BUILD / "quick.md" if quick else RESULTS).write_text("\n".join(table(m)) + "\n")


if __name__ == "__main__":
    main()
