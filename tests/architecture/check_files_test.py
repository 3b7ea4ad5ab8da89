"""What check_files.py lets pass and what it refuses."""
import unittest

from check_files import problems_in, too_long

SLASH = "/"  # so that this file does not hold what it looks for


def found(line, path="src/a.cc"):
    return list(problems_in(path, line, "/srv/checkout"))


class Files(unittest.TestCase):
    def test_a_path_of_one_machine_is_refused(self):
        self.assertTrue(found(f"open {SLASH}home/anna/hub/a"))
        self.assertTrue(found(f'"{SLASH}work/a"'))
        self.assertTrue(found("cd /srv/checkout/src"))

    def test_a_path_that_every_machine_has_is_fine(self):
        self.assertFalse(found("/usr/bin/chromium /tmp/x /dev/null src/work/a.cc"))

    def test_the_host_of_a_package_registry_is_refused(self):
        self.assertTrue(found("https://registry." + "npmjs.org/esbuild", "package-lock.json"))

    def test_work_left_open_is_refused_in_source(self):
        for word in ("TO" + "DO", "GTEST_" + "SKIP()", "test." + "only('a')", "TEST(A, DISABLED" + "_b)"):
            self.assertTrue(found(word), word)
            self.assertFalse(found(word, "README.md"), word)

    def test_a_regular_expression_in_the_product_is_refused(self):
        self.assertTrue(found("#include <regex>", "src/features/audit/audit.cc"))
        self.assertFalse(found("#include <regex>", "tests/support/page.cc"))

    def test_a_long_file_needs_a_reason(self):
        self.assertEqual(len(list(too_long({"src/a.cc": 351}, []))), 1)
        self.assertEqual(list(too_long({"src/a.cc": 351, "src/b.cc": 350}, ["src/a.cc"])), [])

    def test_a_reason_for_a_file_that_is_short_again_is_refused(self):
        self.assertEqual(len(list(too_long({"src/a.cc": 100}, ["src/a.cc"]))), 1)


if __name__ == "__main__":
    unittest.main()
