"""What check_templates.py lets pass and what it refuses."""
import pathlib
import tempfile
import unittest

from check_templates import FIRST_LINE, UNESCAPED, problems, text_problems
from template_names import NameChecker


class OneTemplate(unittest.TestCase):
    def allowed(self, body):
        self.assertEqual(list(text_problems(f"{FIRST_LINE}\n{body}")), [])

    def refused(self, body, reason):
        found = list(text_problems(f"{FIRST_LINE}\n{body}"))
        self.assertTrue(any(reason in problem for problem in found), f"{body}: {found}")

    def test_must_begin_with_autoescape(self):
        for text in ("<p>x</p>", f"\n{FIRST_LINE}\n<p>x</p>", '{{%AUTOESCAPE context="JAVASCRIPT"}}\n<p>'):
            self.assertTrue(any("first line" in problem for problem in text_problems(text)), text)

    def test_may_hold_values_in_text_and_in_quoted_attributes(self):
        self.allowed('<p class="a {{KIND}}" title=\'{{TITLE}}\'>{{NAME}}</p>')

    def test_may_hold_sections_between_attributes(self):
        self.allowed('<a href="{{HREF}}"{{#CURRENT}} aria-current="page"{{/CURRENT}}>x</a>')

    def test_may_have_greater_than_in_a_quoted_value(self):
        self.allowed('<p title="a > b {{X}}">x</p>')

    def test_does_not_switch_escaping_off(self):
        self.refused("<p>{{NAME:none}}</p>", ":none")
        self.refused("<p>{{NAME:h:none}}</p>", ":none")

    def test_has_no_other_modifier(self):
        self.refused("<p>{{NAME:j}}</p>", ":j")

    def test_quotes_each_attribute_with_a_value(self):
        self.refused("<p class={{KIND}}>x</p>", "without quotes")
        self.refused("<p class=a-{{KIND}}>x</p>", "without quotes")

    def test_has_no_value_as_a_tag_part(self):
        self.refused("<p {{ATTRIBUTES}}>x</p>", "outside any attribute")

    def test_has_no_inline_script(self):
        self.refused("<script>let name = '{{NAME}}';</script>", "<script>")
        self.refused("<script>start()</script>", "<script>")
        self.allowed('<script type="module" src="{{APP_JS}}"></script>')

    def test_has_no_inline_style(self):
        self.refused("<style>p { color: red }</style>", "<style>")
        self.refused('<p style="width: {{PERCENT}}%">x</p>', "style")
        self.refused('<p style="color: red">x</p>', "style")

    def test_has_no_event_attribute(self):
        self.refused('<p onclick="go()">x</p>', "onclick")
        self.refused('<P ONCLICK="go({{ID}})">x</P>', "onclick")

    def test_has_no_value_where_it_would_be_code(self):
        self.refused('<iframe srcdoc="{{TEXT}}"></iframe>', "srcdoc")
        self.refused('<button formaction="{{HREF}}">x</button>', "formaction")
        self.allowed('<button formaction="/sign-out">x</button>')

    def test_encodes_values_in_a_query_string(self):
        self.refused('<a href="/users?q={{Q}}">x</a>', "query string")
        self.allowed('<a href="/users?q={{Q:url_query_escape}}">x</a>')
        self.allowed('<a href="{{HREF}}">x</a>')

    def test_keeps_the_line_breaks_of_a_textarea(self):
        self.refused("<textarea rows=\"3\">{{TEXT}}</textarea>", "line breaks")
        self.allowed("<textarea rows=\"3\">{{TEXT:pre_escape}}</textarea>")

    def test_posts_with_the_csrf_field(self):
        self.refused('<form method="post" action="/x"><button>Go</button></form>', "csrf")
        self.allowed('<form method="post" action="/x"><input type="hidden" name="csrf" value="{{CSRF}}"></form>')
        self.allowed('<form method="get" action="/x"><button>Go</button></form>')


class Names(unittest.TestCase):
    page = "features/audit/pages/list.html"
    code = "features/audit/pages/list.cc"

    def found(self, template, code, more_templates=(), more_code=()):
        templates = {self.page: template, **dict(more_templates)}
        return list(NameChecker(templates, {self.code: f'View view("{self.page}");{code}', **dict(more_code)}).problems())

    def test_agree(self):
        self.assertEqual(self.found("{{#ROW}}{{WHO}}{{/ROW}}", 'view.add("ROW").set("WHO", who);'), [])

    def test_a_name_that_nothing_sets_is_refused(self):
        self.assertEqual(self.found("{{WHO}}", ""), [f"{self.page}: nothing sets WHO"])

    def test_a_name_set_by_another_feature_does_not_count(self):
        other = {"features/accounts/pages/x.cc": 'view.set("WHO", who);'}
        self.assertIn(f"{self.page}: nothing sets WHO", self.found("{{WHO}}", "", more_code=other))

    def test_a_name_that_no_template_has_is_refused(self):
        self.assertEqual(self.found("<p>", 'view.set("WHO", who);'), [f"{self.code}: no template here has WHO"])

    def test_the_names_of_a_partial_may_be_set_by_whoever_includes_it(self):
        partial = {"html/partials/empty.html": "{{TITLE}}"}
        code = 'view.include("EMPTY", "html/partials/empty.html").set("TITLE", "x");'
        self.assertEqual(self.found("{{>EMPTY}}", code, partial), [])

    def test_a_template_that_is_not_there_is_refused(self):
        code = 'view.include("EMPTY", "html/partials/none.html");'
        self.assertIn(f"{self.code}: there is no template html/partials/none.html", self.found("{{>EMPTY}}", code))

    def test_an_include_that_no_code_fills_is_refused(self):
        self.assertEqual(self.found("{{>EMPTY}}", ""), [f"{self.page}: nothing sets EMPTY"])

    def test_a_template_that_no_code_names_is_refused(self):
        other = {"features/audit/pages/old.html": "<p>"}
        self.assertEqual(self.found("<p>", "", other), ["features/audit/pages/old.html: no code names it"])

    def test_field_names_stand_for_what_the_form_functions_set(self):
        template = "{{>ERROR_SUMMARY}}{{EMAIL}}{{EMAIL_CLASS}}{{#EMAIL_ERROR}}{{MESSAGE}}{{/EMAIL_ERROR}}"
        self.assertEqual(self.found(template, 'show_errors(view.root(), errors); keep_value(view.root(), "email", typed);'), [])

    def test_a_template_may_be_named_in_a_header(self):
        other = {"features/audit/pages/form.html": "<p>"}
        header = {"features/audit/pages/form.h": 'constexpr auto form_template = "features/audit/pages/form.html";'}
        self.assertEqual(self.found("<p>", "", other, header), [])

    def test_a_comment_sets_nothing(self):
        self.assertEqual(self.found("{{WHO}}", '\n  // view.set("WHO", who);'), [f"{self.page}: nothing sets WHO"])

    def test_shared_names_need_nothing(self):
        self.assertEqual(self.found("{{CSRF}}{{ICONS}}", ""), [])


class Project(unittest.TestCase):
    def found(self, files):
        with tempfile.TemporaryDirectory() as folder:
            for name, text in files.items():
                path = pathlib.Path(folder, "src", name)
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text)
            return list(problems(pathlib.Path(folder)))

    def test_one_partial_alone_may_leave_a_value_as_it_is(self):
        code = {"html/markdown.cc": f'include(name, "{UNESCAPED}").set("SAFE_HTML", text);'}
        self.assertEqual(self.found({UNESCAPED: FIRST_LINE + "{{SAFE_HTML:none}}", **code}), [])
        self.assertEqual(len(self.found({UNESCAPED: FIRST_LINE + "<b>{{SAFE_HTML:none}}</b>", **code})), 1)

    def test_each_problem_names_its_file(self):
        files = {"html/a.html": "<p>", "html/a.cc": 'View view("html/a.html");'}
        self.assertEqual(self.found(files), [f"src/html/a.html: the first line is not {FIRST_LINE}"])


if __name__ == "__main__":
    unittest.main()
