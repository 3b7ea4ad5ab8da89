"""The parts of a template's text: its markers, and the attributes of its tags with the markers in them."""
import re
from typing import NamedTuple

MARKER = re.compile(r"\{\{([%!#/>]?)([A-Za-z_][A-Za-z0-9_]*)?((?::[^}]*)?)[^}]*\}\}")
TAG = re.compile(r"<([A-Za-z][A-Za-z0-9]*)")
RAW = ("script", "style")


class Marker(NamedTuple):
    kind: str  # "" a variable, "#" and "/" a section, ">" an include, "%" a pragma, "!" a comment
    name: str
    modifiers: tuple
    text: str


class Attribute(NamedTuple):
    tag: str
    name: str  # "" for a variable outside any value; "inline" for what stands in a script or style
    value: str
    quoted: bool
    variables: tuple


def markers_of(text):
    for match in MARKER.finditer(text):
        modifiers = tuple(part.split("=")[0] for part in match[3].split(":")[1:])
        yield Marker(match[1], match[2] or "", modifiers, match[0])


def variables_of(text):
    return tuple(marker for marker in markers_of(text) if marker.kind == "")


def attributes_of(text):
    """Every attribute of every tag; a section's marker between attributes is passed over."""
    at = 0
    while match := TAG.search(text, at):
        tag = match[1].lower()
        at = match.end()
        while at < len(text) and text[at] != ">":
            attribute, at = next_attribute(text, at, tag)
            if attribute:
                yield attribute
        at += 1
        if tag in RAW:
            end = text.find(f"</{tag}", at)
            inside = text[at : end if end >= 0 else len(text)]
            if inside.strip():
                yield Attribute(tag, "inline", inside, True, variables_of(inside))
            at = end if end >= 0 else len(text)


def next_attribute(text, at, tag):
    if text[at].isspace() or text[at] == "/":
        return None, at + 1
    if marker := MARKER.match(text, at):
        outside = Attribute(tag, "", marker[0], False, variables_of(marker[0]))
        return (outside if outside.variables else None), marker.end()
    name = re.compile(r"[^\s=>{/]+").match(text, at)
    if not name:
        return None, at + 1
    equals = re.compile(r"\s*=\s*").match(text, name.end())
    if not equals:
        return Attribute(tag, name[0].lower(), "", True, ()), name.end()
    return value_of(text, equals.end(), tag, name[0].lower())


def value_of(text, at, tag, name):
    quote = text[at : at + 1]
    if quote in ('"', "'"):
        end = text.find(quote, at + 1)
        end = end if end >= 0 else len(text)
        value = text[at + 1 : end]
        return Attribute(tag, name, value, True, variables_of(value)), end + 1
    bare = re.compile(r"(?:\{\{[^}]*\}\}|[^\s>])*").match(text, at)
    return Attribute(tag, name, bare[0], False, variables_of(bare[0])), max(bare.end(), at + 1)
