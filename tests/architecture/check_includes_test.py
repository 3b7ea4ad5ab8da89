"""What check_includes.py lets pass and what it refuses."""
import unittest

from check_includes import Checker, Rules

RULES = """
[folders]
base:
db: base
features/audit: base db
features/audit/pages: web
features/accounts: features/audit
web: base
app: *
[tests]
features/audit: web
[libraries]
fmt/: *
sqlite3.h: src/db/sqlite_*.cc
"""


def problems(path, line):
    checker = Checker(Rules(RULES))
    checker.file(path, line)
    return checker.problems


class Includes(unittest.TestCase):
    def allowed(self, path, line):
        self.assertEqual(problems(path, line), [])

    def refused(self, path, line):
        self.assertEqual(len(problems(path, line)), 1, f"{path}: {line}")

    def test_a_folder_includes_itself_and_what_its_row_names(self):
        self.allowed("src/db/a.cc", '#include "db/b.h"\n#include "base/c.h"')

    def test_a_folder_does_not_include_what_its_row_does_not_name(self):
        self.refused("src/base/a.cc", '#include "db/b.h"')
        self.refused("src/features/audit/a.h", '#include "features/accounts/b.h"')

    def test_nothing_includes_app(self):
        self.refused("src/web/a.cc", '#include "app/settings.h"')

    def test_app_includes_everything(self):
        self.allowed("src/app/a.cc", '#include "features/audit/pages/b.h"\n#include "db/c.h"')

    def test_rules_do_not_see_http_and_their_pages_do(self):
        self.refused("src/features/audit/a.cc", '#include "web/request.h"')
        self.allowed("src/features/audit/pages/a.cc", '#include "web/request.h"')

    def test_rules_do_not_see_their_pages(self):
        self.refused("src/features/audit/a.cc", '#include "features/audit/pages/b.h"')

    def test_pages_see_their_feature_and_what_it_may_include(self):
        self.allowed("src/features/audit/pages/a.cc", '#include "features/audit/b.h"\n#include "db/c.h"')

    def test_a_folder_without_a_row_is_refused(self):
        self.refused("src/mail/a.cc", '#include "base/b.h"')

    def test_an_include_of_a_folder_without_a_row_is_refused(self):
        self.refused("src/db/a.cc", '#include "mail/b.h"')
        self.refused("src/db/a.cc", '#include "b.h"')

    def test_a_library_is_for_the_files_that_its_row_names(self):
        self.allowed("src/db/sqlite_connection.cc", "#include <sqlite3.h>")
        self.refused("src/db/database.h", "#include <sqlite3.h>")
        self.refused("src/web/a.cc", "#include <sqlite3.h>")
        self.allowed("src/web/a.cc", "#include <fmt/format.h>")

    def test_a_library_without_a_row_is_refused(self):
        self.refused("src/web/a.cc", "#include <boost/beast.hpp>")

    def test_the_standard_library_needs_no_row(self):
        self.allowed("src/web/a.cc", "#include <vector>\n# include <cstdint>")

    def test_a_test_may_use_every_library_that_the_project_knows(self):
        self.allowed("src/web/a_test.cc", "#include <sqlite3.h>")
        self.refused("src/web/a_test.cc", "#include <unheard/of.h>")

    def test_what_tests_share_counts_as_a_test(self):
        for name in ("a_fixture.h", "test_a.h", "a_examples.h", "fuzz/a.cc"):
            self.allowed(f"src/db/{name}", '#include "support/cast.h"')

    def test_one_row_may_name_several_headers(self):
        checker = Checker(Rules("[folders]\nbase:\n[tests]\n[libraries]\nfcntl.h sys/: src/base/a.cc"))
        checker.file("src/base/a.cc", "#include <fcntl.h>\n#include <sys/stat.h>")
        self.assertEqual(checker.problems, [])

    def test_tests_include_gtest_and_support(self):
        self.allowed("src/db/a_test.cc", '#include <gtest/gtest.h>\n#include "support/cast.h"')
        self.refused("src/db/a.cc", "#include <gtest/gtest.h>")
        self.refused("src/db/a.cc", '#include "support/cast.h"')

    def test_tests_include_what_their_own_row_adds(self):
        self.allowed("src/features/audit/a_test.cc", '#include "web/b.h"')
        self.refused("src/features/accounts/a_test.cc", '#include "web/b.h"')

    def test_a_row_that_nothing_needs_is_named(self):
        checker = Checker(Rules("[folders]\nbase:\ndb: base\n[tests]\n[libraries]\nfmt/: src/db/*"))
        self.assertEqual(len(list(checker.unused_rows())), 2)
        checker.file("src/db/a.cc", '#include "base/b.h"\n#include <fmt/format.h>')
        self.assertEqual(list(checker.unused_rows()), [])

    def test_a_test_does_not_keep_a_row_of_its_folder_alive(self):
        checker = Checker(Rules("[folders]\nbase:\ndb: base\n[tests]\n[libraries]\n"))
        checker.file("src/db/a_test.cc", '#include "base/b.h"')
        self.assertEqual(len(list(checker.unused_rows())), 1)

    def test_a_row_there_twice_is_refused(self):
        with self.assertRaises(SystemExit):
            Rules("[folders]\ndb:\ndb: base")


if __name__ == "__main__":
    unittest.main()
