#!/usr/bin/env python3
"""Reads every template of src/ for what ctemplate and the security policy would let pass in silence.

check_templates.py [ROOT]: says what is wrong, one line each; 1 if there is any. The rules stand in src/html/README.md.
"""
import pathlib
import re
import sys

from template_names import NameChecker
from template_text import attributes_of, markers_of

FIRST_LINE = '{{%AUTOESCAPE context="HTML"}}'
# The one template that writes a value as it is: html::include_safe_html gives it only what cmark made safe.
UNESCAPED = "html/partials/safe_html.html"
# :pre_escape escapes like the rest, and keeps the lines apart: for a textarea.
MODIFIERS = {"url_query_escape", "pre_escape"}
TEXTAREA = re.compile(r"<textarea[^>]*>\{\{(?![A-Z_]+:pre_escape\}\})")


def text_problems(text):
    """What is wrong with one template by itself."""
    if not text.startswith(FIRST_LINE):
        yield f"the first line is not {FIRST_LINE}"
    body = text.removeprefix(FIRST_LINE)
    for marker in markers_of(body):
        for modifier in marker.modifiers:
            if modifier not in MODIFIERS:
                yield f"{marker.text} has the modifier :{modifier}; only :url_query_escape and :pre_escape are allowed"
    if TEXTAREA.search(body):
        yield "a textarea without :pre_escape loses its line breaks"
    for attribute in attributes_of(body):
        yield from attribute_problems(attribute)
    yield from form_problems(body)


def attribute_problems(attribute):
    where = f"<{attribute.tag} {attribute.name}>"
    if attribute.name == "":  # something in a tag, or in a script or style, that is no attribute
        yield f"a variable stands in <{attribute.tag}> outside any attribute's value: {attribute.value}"
    elif attribute.name == "style" or attribute.name.startswith("on"):
        yield f"{where} is refused by the security policy: use a class, or a script in frontend/src"
    elif attribute.tag in ("script", "style") and attribute.name == "inline":
        yield f"<{attribute.tag}> with something inside is refused by the security policy"
    elif attribute.variables and attribute.name in ("srcdoc", "formaction"):
        yield f"{where} holds a variable, which is not escaped as code or address there"
    elif attribute.variables and not attribute.quoted:
        yield f"{where} holds a variable without quotes"
    elif attribute.variables and attribute.name in ("href", "src", "action", "hx-get", "hx-post"):
        for marker in attribute.variables:
            query = attribute.value[: attribute.value.index(marker.text)]
            if "?" in re.sub(r"\{\{.*?\}\}", "", query) and "url_query_escape" not in marker.modifiers:
                yield f"{where}: {marker.text} stands in a query string without :url_query_escape"


def form_problems(body):
    for form in re.findall(r"<form\b.*?</form>", body, re.S):
        if re.search(r'method="post"', form) and not re.search(r'name="csrf" value="\{\{CSRF\}\}"', form):
            yield "a form posts without the hidden field csrf"


def problems(root):
    source = root / "src"
    templates = {path.relative_to(source).as_posix(): path.read_text("utf-8") for path in sorted(source.rglob("*.html"))}
    code = {path.relative_to(source).as_posix(): path.read_text("utf-8") for path in sorted(source.rglob("*")) if path.suffix in (".cc", ".h")}
    for name, text in templates.items():
        if name == UNESCAPED:
            if text.strip() != FIRST_LINE + "{{SAFE_HTML:none}}":
                yield f"src/{name}: holds more than the one value that it is for"
            continue
        yield from (f"src/{name}: {problem}" for problem in text_problems(text))
    yield from (f"src/{problem}" for problem in NameChecker(templates, code).problems())


def main(root):
    found = list(problems(root))
    for problem in found:
        print(problem)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parents[2])))
