#!/usr/bin/env python3
"""Holds the documents to the project: links, paths, commands, options, environment variables and the module table.

check_docs.py ROOT EXAMS_HUB: says what is not so; 1 if there is anything.
"""
import pathlib
import re
import subprocess
import sys

SKIPPED = {".git", "build", "data", "node_modules"}
LINK = re.compile(r"\]\(([^)\s]+)\)")
QUOTED = re.compile(r"`([^`\n]+)`")
PATH = re.compile(r"(?:src|tests|scripts|docs|frontend|cmake|migrations|bench|content|\.ci)/[\w./-]*")
VARIABLE = re.compile(r"EXAMS_HUB_[A-Z_]+")
OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]+")


def anchor(heading):
    return re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")


def dead_links(document, text, exists, anchors_of):
    """`exists(path)` and `anchors_of(path)` take a path from the document's folder; "" is the document itself."""
    for target in LINK.findall(text):
        if "://" in target or target.startswith("mailto:"):
            continue
        path, _, fragment = target.partition("#")
        if path and not exists(path):
            yield f"{document}: links to {path}, which is not there"
        elif fragment and fragment not in anchors_of(path):
            yield f"{document}: links to {target}, which has no such heading"


def dead_paths(document, text, exists):
    """Paths in `quotes`, from the project's root. One with a placeholder (capitals, *, {}) is not looked for."""
    for quoted in QUOTED.findall(text):
        if PATH.fullmatch(quoted) and not re.search(r"/[A-Z]+\b(?!\.)", quoted) and not exists(quoted):
            yield f"{document}: names {quoted}, which is not there"


def commands_in(text):
    """The lines of code blocks and quotes that call exams-hub, continued lines joined."""
    blocks = re.findall(r"^```[a-z]*\n(.*?)^```", text, re.M | re.S)
    lines = [line for block in blocks for line in block.replace("\\\n", " ").splitlines()]
    lines += QUOTED.findall(text)
    calls = [re.search(r"(?:^|[\s/])(exams-hub (?!exams-hub)[a-z].*)", line) for line in lines]
    return [call[1] for call in calls if call]


def wrong_commands(document, text, help_of):
    """`help_of(words)` is the help text of `exams-hub words...`, or nothing when there is no such command."""
    for line in commands_in(text):
        words = line.split("|")[0].split()[1:]
        command = []
        for word in words:
            if not re.fullmatch(r"[a-z]+", word):
                break
            if help_of([*command, word]) is None:
                break
            command.append(word)
        if not command:
            yield f"{document}: `{line}` is no command of exams-hub"
            continue
        known = help_of([]) + help_of(command)
        for option in OPTION.findall(line):
            if option not in known:
                yield f"{document}: exams-hub {' '.join(command)} has no {option}"


def variables(document, text, known, all_of_them):
    """`all_of_them`: the document is the one that has to name every variable."""
    named = set(VARIABLE.findall(text))
    for name in sorted(named - known):
        yield f"{document}: no option is also called {name}"
    if all_of_them:
        for name in sorted(known - named):
            yield f"{document}: does not name {name}"


def missing_modules(document, text, folders):
    for folder in folders:
        if f"`{folder}`" not in text:
            yield f"{document}: its table does not name the folder `{folder}`"


class Binary:
    def __init__(self, path):
        self.path, self.known = path, {}

    def help_of(self, words):
        key = tuple(words)
        if key not in self.known:
            # CLI11 answers --help of an unknown word with the parent's help: a command is what its parent's help lists.
            listed = not words or re.search(rf"^\s+{re.escape(words[-1])}\s", self.help_of(words[:-1]), re.M)
            run = subprocess.run([self.path, *words, "--help"], capture_output=True, text=True, check=False)
            self.known[key] = run.stdout if listed and run.returncode == 0 else None
        return self.known[key]

    def variables(self):
        commands = [[], ["serve"], ["operator", "add"], ["centre", "add"]]
        return set(VARIABLE.findall(" ".join(self.help_of(words) or "" for words in commands)))


def documents(root):
    for file in sorted(root.rglob("*.md")):
        if not SKIPPED.intersection(file.relative_to(root).parts):
            yield file


def main(root, binary):
    problems = []
    for file in documents(root):
        name, text = file.relative_to(root).as_posix(), file.read_text()

        def anchors_of(path, file=file):
            target = (file.parent / path) if path else file
            return {anchor(line.lstrip("#")) for line in target.read_text().splitlines() if line.startswith("#")}

        problems += dead_links(name, text, lambda path, file=file: (file.parent / path).exists(), anchors_of)
        problems += dead_paths(name, text, lambda path: (root / path).exists())
        problems += wrong_commands(name, text, binary.help_of)
        if name == "docs/operators.md":
            problems += variables(name, text, binary.variables(), all_of_them=True)
    rules = (root / "tests/architecture/includes.txt").read_text().split("[tests]")[0]
    folders = [folder for folder in re.findall(r"^([\w/]+):", rules, re.M) if not folder.endswith("/pages")]
    problems += missing_modules("ARCHITECTURE.md", (root / "ARCHITECTURE.md").read_text(), folders)
    for problem in problems:
        print(problem)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1]), Binary(sys.argv[2])))
