"""What ./test adds up."""
import pathlib
import subprocess
import unittest

COUNT = pathlib.Path(__file__).resolve().parents[2] / "scripts/count-results"


def counted(log):
    return subprocess.run([COUNT], input=log, capture_output=True, text=True, check=True).stdout.split()


class CountResults(unittest.TestCase):
    def test_ctest(self):
        self.assertEqual(counted("100% tests passed, 0 tests failed out of 123\n"), ["123", "0"])
        self.assertEqual(counted("99% tests passed, 1 tests failed out of 10\n"), ["9", "1"])

    def test_node(self):
        self.assertEqual(counted("# pass 4\n# fail 1\n# cancelled 0\n# skipped 0\n# todo 0\n"), ["4", "1"])
        self.assertEqual(counted("ℹ pass 4\nℹ fail 0\n"), ["4", "0"])

    def test_playwright(self):
        self.assertEqual(counted("  2 failed\n    [sqlite] › a.spec.js:1:1 › passed once\n  12 passed (30.1s)\n"), ["12", "2"])

    def test_what_was_not_run_has_failed(self):
        self.assertEqual(counted("  3 skipped\n  1 did not run\n# skipped 1\n"), ["0", "5"])

    def test_colours_do_not_hide_a_line(self):
        self.assertEqual(counted("\x1b[32m  12 passed\x1b[0m (30.1s)\n"), ["12", "0"])

    def test_nothing_run_is_nothing_passed(self):
        self.assertEqual(counted("Segmentation fault\n"), ["0", "0"])


if __name__ == "__main__":
    unittest.main()
