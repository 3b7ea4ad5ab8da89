#!/usr/bin/env python3
"""Looks through every file of the project for what does not belong in it.

check_files.py [ROOT [LONG_FILES]]: paths of one machine, hosts of package registries, work left open, files that have grown
too long; 1 if there is any.
"""
import pathlib
import re
import sys

SKIPPED_FOLDERS = {".git", "build", "data", "node_modules", "test-results", "playwright-report"}
BINARY = {".png", ".ico", ".woff2", ".xlsx", ".ods", ".pdf", ".zip", ".gz", ".br"}
SOURCE = {".cc", ".h", ".js", ".mjs", ".py", ".html", ".css"}
MOST_LINES = 350

REGISTRY = re.compile(r"registry\.(?:npmjs|yarnpkg)|\b(?:deb|security)\.debian\.org|pypi\.org|pythonhosted\.org")
MACHINE_PATH = re.compile(r"(?<![\w.$/{}-])/(?:work|Users|home/(?!officer\b)\w+)/")
# Compiled anew at each use, and slow to build: a date by std::regex cost more than the page around it.
REGEX = re.compile(r"#include <regex>|\bstd::regex\b")
LEFT_OPEN = re.compile(r"\b(?:TO" r"DO|FIX" r"ME|XX" r"X)\b|GTEST_" r"SKIP|\bDISABLED_\w|\btest\.(?:skip|fixme|only)\b|\bdescribe\.(?:skip|only)\b")


def problems_in(path, text, root):
    """`path` from the project's root. One sentence for each thing found."""
    for number, line in enumerate(text.splitlines(), 1):
        if REGISTRY.search(line):
            yield f"{path}:{number}: names a package registry's host"
        if MACHINE_PATH.search(line) or f"{root}/" in line:
            yield f"{path}:{number}: names a path of one machine"
        if path.startswith("src/") and REGEX.search(line):
            yield f"{path}:{number}: std::regex; read it by hand or with ICU"
        if pathlib.PurePosixPath(path).suffix in SOURCE and LEFT_OPEN.search(line):
            yield f"{path}:{number}: work left open, or a test switched off"


def too_long(lengths, allowed):
    """`lengths`: lines by path. `allowed`: the paths in long_files.txt. A path there that is short again is a problem too."""
    for path, lines in lengths.items():
        if lines > MOST_LINES and path not in allowed:
            yield f"{path}: {lines} lines; split it, or say in long_files.txt why it is one thing"
    for path in allowed:
        if lengths.get(path, 0) <= MOST_LINES:
            yield f"long_files.txt: {path} need not be there any more"


def project_files(root):
    for file in sorted(root.rglob("*")):
        parts = file.relative_to(root).parts
        if not SKIPPED_FOLDERS.intersection(parts) and file.is_file() and not file.is_symlink() and file.suffix not in BINARY:
            yield file


def main(root, long_files):
    allowed = [line.split()[0] for line in long_files.read_text().splitlines() if line.strip() and line[0] != "#"]
    lengths, problems = {}, []
    for file in project_files(root):
        path = file.relative_to(root).as_posix()
        text = file.read_bytes().decode("utf-8", errors="replace")
        if "/corpus/" not in path:
            problems += problems_in(path, text, root)
        if file.suffix in SOURCE:
            lengths[path] = text.count("\n")
    problems += too_long(lengths, allowed)
    for problem in problems:
        print(problem)
    return 1 if problems else 0


if __name__ == "__main__":
    here = pathlib.Path(__file__).resolve().parent
    root = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else here.parents[1]
    sys.exit(main(root, pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else here / "long_files.txt"))
