"""Whether the names in the templates and the names in the code that fills them are the same: ctemplate shows nothing for
a name that it does not know, and says nothing."""
import posixpath
import re

from template_text import markers_of

SHARED = {"CSRF", "ICONS"}
# What html's own functions set in a template of somebody else, for a field or at all.
FIELD_ENDINGS = ("_ERROR", "_CLASS", "")
BY_HTML = {
    "ERROR_SUMMARY": ("show_errors(",),
    "MESSAGE": ("show_errors(",),
    "FORM": ("html::Form ",),
    "FILTERS": ("html::List ",),
    "COLUMNS": ("html::List ",),
    "TABLE": ("html::List ",),
    "PAGING": ("html::List ",),
    "EMPTY": ("html::List ", "show_empty("),
    "ERROR": (".view =",),
    "WRONG": (".view =",),
}

CALL = re.compile(r'(?:\.|->|\b)(?:set|add|show|show_if|include)\(\s*"([A-Z][A-Z0-9_]*)"')
INCLUDE = re.compile(r'\binclude\w*\([^;"]*"([A-Z][A-Z0-9_]*)"')
COMMENT = re.compile(r"^\s*//.*$", re.M)
TEMPLATE = re.compile(r'"((?:html|features)/[a-z0-9_/]+\.html)"')


def is_test(path):
    return path.endswith("_test.cc") or "/fuzz/" in path or "/testing/" in path


class NameChecker:
    def __init__(self, templates, code):
        self.templates = {name: text for name, text in templates.items() if not is_test(name)}
        self.code = {name: COMMENT.sub("", text) for name, text in code.items() if not is_test(name)}
        self.all_code = "\n".join(self.code.values())

    def problems(self):
        for name, text in self.templates.items():
            yield from self.template(name, text)
        for name, text in self.code.items():
            yield from self.source(name, text)

    def template(self, name, text):
        if f'"{name}"' not in self.all_code:
            yield f"{name}: no code names it"
        code = self.code_for(name)
        for each in sorted({marker.name for marker in markers_of(text) if marker.kind not in ("%", "!")}):
            if each not in SHARED and not self.is_set(each, code):
                yield f"{name}: nothing sets {each}"

    def code_for(self, name):
        """The code beside a template; for a partial all code, for anybody may include it. A feature's rules name fields."""
        folder = posixpath.dirname(name)
        if folder == "html/partials":
            return self.all_code
        feature = folder.removesuffix("/pages")
        return "\n".join(text for path, text in self.code.items() if posixpath.dirname(path) in (folder, feature))

    def is_set(self, each, code):
        if f'"{each}"' in code or any(call in code for call in BY_HTML.get(each, ())):
            return True
        fields = [each.removesuffix(ending).lower() for ending in FIELD_ENDINGS if each.endswith(ending)]
        return ("show_errors(" in code or "keep_value(" in code) and any(f'"{field}"' in code for field in fields)

    def source(self, name, text):
        for template in sorted(set(TEMPLATE.findall(text))):
            if template not in self.templates:
                yield f"{name}: there is no template {template}"
        names = self.names_near(name)
        for each in sorted(set(CALL.findall(text)) | set(INCLUDE.findall(text))):
            if each not in names and each not in SHARED:
                yield f"{name}: no template here has {each}"

    def names_near(self, name):
        """The names in the templates beside the code, and in the partials that it may include."""
        folder = posixpath.dirname(name)
        near = [text for path, text in self.templates.items() if posixpath.dirname(path) in (folder, "html/partials")]
        if folder == "html":
            near = self.templates.values()
        return {marker.name for text in near for marker in markers_of(text)}
