"""What check_docs.py lets pass and what it refuses."""
import unittest

from check_docs import dead_links, dead_paths, missing_modules, variables, wrong_commands

HELP = {(): "--database\nserve  Serve", ("serve",): "--listen"}


def help_of(words):
    return HELP.get(tuple(words))


class Docs(unittest.TestCase):
    def count(self, problems, expected):
        self.assertEqual(len(list(problems)), expected)

    def test_a_link_leads_somewhere(self):
        there = {"b.md": {"part-one"}, "": {"here"}}
        self.count(dead_links("a.md", "[x](b.md#part-one) [y](#here) [z](https://example.org)", there.__contains__, there.get), 0)
        self.count(dead_links("a.md", "[x](c.md) [y](b.md#part-two) [z](#nowhere)", there.__contains__, there.get), 3)

    def test_a_path_in_quotes_is_there(self):
        self.count(dead_paths("a.md", "`src/db/a.h` and `src/features/X/pages` and `a/b`", {"src/db/a.h"}.__contains__), 0)
        self.count(dead_paths("a.md", "`src/db/gone.h`", set().__contains__), 1)

    def test_a_command_and_its_options_exist(self):
        good = "```sh\nexams-hub serve --listen 1 \\\n  --database x\n```"
        self.count(wrong_commands("a.md", good, help_of), 0)
        self.count(wrong_commands("a.md", "`exams-hub sing`", help_of), 1)
        self.count(wrong_commands("a.md", good.replace("--listen", "--loudly"), help_of), 1)

    def test_the_word_exams_hub_in_prose_is_no_command(self):
        self.count(wrong_commands("a.md", "The exams-hub is good.", help_of), 0)

    def test_environment_variables_are_those_of_the_program(self):
        self.count(variables("a.md", "EXAMS_HUB_LISTEN", {"EXAMS_HUB_LISTEN"}, True), 0)
        self.count(variables("a.md", "EXAMS_HUB_LOUD", {"EXAMS_HUB_LISTEN"}, True), 2)

    def test_every_folder_is_in_the_table(self):
        self.count(missing_modules("a.md", "| `base` |", ["base", "features/audit"]), 1)


if __name__ == "__main__":
    unittest.main()
