#!/usr/bin/env python3
"""Reads every include line of the source against includes.txt.

check_includes.py [ROOT [RULES]]: says what is not allowed, and which rows nothing needs any more; 1 if there is any.
"""
import fnmatch
import pathlib
import re
import sys

INCLUDE = re.compile(r'^\s*#\s*include\s*(?:"([^"]+)"|<([^>]+)>)', re.M)
TEST_FILE = re.compile(r"_test\.cc$|_(?:fixture|examples)\.(?:h|cc)$")
TEST_LIBRARIES = ("gtest/", "gmock/")


class Rules:
    def __init__(self, text):
        self.folders, self.tests, self.libraries = {}, {}, {}
        section = None
        for number, line in enumerate(text.splitlines(), 1):
            line = line.split("#")[0].strip()
            if not line:
                continue
            if line.startswith("["):
                section = getattr(self, line.strip("[]"))
                continue
            name, colon, rest = line.partition(":")
            if not colon or section is None or name in section:
                raise SystemExit(f"line {number} of the rules: {line!r} is no row, or is there twice")
            section[name.strip()] = rest.split()


def folder_of(path, rules):
    """The rule's folder that a path below src/ belongs to: the longest that it starts with."""
    fitting = [folder for folder in rules.folders if path.startswith(folder + "/")]
    return max(fitting, key=len, default=None)


def may_include(folder, rules):
    """What the folder's row allows, with what a pages/ folder takes from its feature."""
    own = list(rules.folders[folder])
    feature = folder.removesuffix("/pages")
    if feature != folder:
        own += [feature, *rules.folders.get(feature, [])]
    return own


def is_test(path):
    """A test, what tests share (*_fixture.h, test_*.h, *_examples.h), or anything below tests/ and bench/."""
    name = path.rsplit("/", 1)[-1]
    return path.startswith(("tests/", "bench/")) or "/fuzz/" in path or name.startswith("test_") or bool(TEST_FILE.search(name))


class Checker:
    def __init__(self, rules):
        self.rules, self.problems = rules, []
        self.used = set()  # rows in use: ("folders", folder, target), ("libraries", header, glob) ...

    def file(self, path, text):
        """`path` from the project's root, with / between."""
        for quoted, angled in INCLUDE.findall(text):
            if angled:
                self.library(path, angled)
            else:
                self.folder(path, quoted)

    def folder(self, path, target):
        if path.startswith(("tests/", "bench/")):
            return
        source, test = folder_of(path.removeprefix("src/"), self.rules), is_test(path)
        if source is None:
            return self.problems.append(f"{path}: its folder has no row under [folders]")
        if test and target.startswith("support/"):
            return
        wanted = folder_of(target, self.rules)
        if wanted is None:
            self.problems.append(f'{path}: "{target}" is in no folder of the rules')
        elif wanted == source or (wanted in may_include(source, self.rules) and test):
            return
        elif self.rules.folders[source] == ["*"]:
            self.used.add(("folders", source, "*"))
        elif wanted in may_include(source, self.rules):
            self.used.add(("folders", source, wanted))
        elif test and wanted in self.rules.tests.get(source, []):
            self.used.add(("tests", source, wanted))
        else:
            self.problems.append(f'{path}: {source} may not include "{target}"')

    def library(self, path, header):
        if "." not in header and "/" not in header:
            return  # the standard library
        rows = [name for name in self.rules.libraries if header.startswith(tuple(name.split()))]
        if is_test(path) and (rows or header.startswith(TEST_LIBRARIES)):
            return
        for name in rows:
            for pattern in self.rules.libraries[name]:
                if fnmatch.fnmatch(path, pattern):
                    return self.used.add(("libraries", name, pattern))
        self.problems.append(f"{path}: may not include <{header}>")

    def unused_rows(self):
        for kind in ("folders", "tests", "libraries"):
            for name, targets in getattr(self.rules, kind).items():
                for target in targets:
                    if (kind, name, target) not in self.used:
                        yield f"includes.txt: nothing needs '{name}: {target}' under [{kind}] any more"


def source_files(root):
    for top in ("src", "tests", "bench"):
        for suffix in ("*.cc", "*.h"):
            for file in sorted((root / top).rglob(suffix)):
                if "node_modules" not in file.parts:
                    yield file


def main(root, rules_file):
    checker = Checker(Rules(rules_file.read_text()))
    for file in source_files(root):
        checker.file(file.relative_to(root).as_posix(), file.read_text())
    problems = list(dict.fromkeys(checker.problems)) + list(checker.unused_rows())
    for problem in problems:
        print(problem)
    return 1 if problems else 0


if __name__ == "__main__":
    here = pathlib.Path(__file__).resolve().parent
    root = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else here.parents[1]
    sys.exit(main(root, pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else here / "includes.txt"))
