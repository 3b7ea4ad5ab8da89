"""scripts/install, on machines made up of a few small programs on its PATH."""
import os
import pathlib
import re
import subprocess
import tempfile
import unittest

INSTALL = pathlib.Path(__file__).resolve().parents[2] / "scripts/install"
PACKAGES = set(re.findall(r"[\w+.-]+", " ".join(re.findall(r"^  ([a-z][\w+. -]*?)(?:  #.*)?$", INSTALL.read_text(), re.M))))


class Machine:
    """A folder that is the whole PATH. Has the packages `installed`, the programs `programs`, and writes down what apt-get is asked for."""

    def __init__(self, test, installed, programs=("node", "npm", "apt-get"), user=0):
        self.folder = tempfile.TemporaryDirectory()
        test.addCleanup(self.folder.cleanup)
        self.calls = pathlib.Path(self.folder.name, "calls")
        for name in ("env", "bash", "sed", "grep", "dirname"):
            os.symlink(f"/usr/bin/{name}", pathlib.Path(self.folder.name, name))
        self.program("id", f"echo {user}")
        listed = "\n".join(f"installed {name}" for name in installed)
        self.program("dpkg-query", f'case "$*" in *libboost1.74-dev*) {"echo installed" if "libboost1.74-dev" in installed else "exit 1"};; *) echo "{listed}";; esac')
        for name in programs:
            self.program(name, f'echo "$0 $*" >>{self.calls}' + ('; "$@"' if name == "sudo" else ""))

    def program(self, name, body):
        file = pathlib.Path(self.folder.name, name)
        file.write_text(f"#!/usr/bin/bash\n{body}\n")
        file.chmod(0o755)

    def install(self, *words):
        run = subprocess.run([INSTALL, *words], env={"PATH": self.folder.name}, capture_output=True, text=True, check=False)
        self.said = run.stdout + run.stderr
        self.asked = self.calls.read_text() if self.calls.exists() else ""
        return run.returncode


class Install(unittest.TestCase):
    def test_does_nothing_where_nothing_is_missing(self):
        machine = Machine(self, PACKAGES)
        self.assertEqual(machine.install("test"), 0)
        self.assertEqual(machine.asked, "")

    def test_asks_for_what_is_missing_only_and_never_removes(self):
        machine = Machine(self, PACKAGES - {"libzip-dev"})
        self.assertEqual(machine.install("test"), 0, machine.said)
        self.assertRegex(machine.asked, r"install --no-install-recommends --no-remove libzip-dev\n")

    def test_what_only_the_tests_need_is_not_asked_for_to_run(self):
        machine = Machine(self, PACKAGES - {"chromium", "postgresql-15"})
        self.assertEqual(machine.install(), 0)
        self.assertEqual(machine.asked, "")
        machine.install("test")
        self.assertIn("chromium", machine.asked)

    def test_a_node_that_is_there_is_used(self):
        self.assertNotIn("nodejs", self.asked_on(programs=("node", "npm", "apt-get")))

    def test_where_there_is_no_node_debians_is_installed(self):
        self.assertIn("nodejs npm", self.asked_on(programs=("apt-get",)))

    def asked_on(self, programs):
        machine = Machine(self, PACKAGES - {"ccache"}, programs)
        self.assertEqual(machine.install(), 0, machine.said)
        return machine.asked

    def test_the_other_boost_is_named_and_left_alone(self):
        machine = Machine(self, (PACKAGES - {"libboost1.81-dev"}) | {"libboost1.74-dev"})
        self.assertEqual(machine.install(), 1)
        self.assertIn("libboost1.74-dev", machine.said)
        self.assertEqual(machine.asked, "")

    def test_a_user_installs_through_sudo(self):
        machine = Machine(self, PACKAGES - {"ccache"}, ("node", "npm", "apt-get", "sudo"), user=1000)
        self.assertEqual(machine.install(), 0, machine.said)
        self.assertRegex(machine.asked, r"sudo env .*apt-get .*ccache")

    def test_without_sudo_it_says_what_is_missing(self):
        machine = Machine(self, PACKAGES - {"ccache"}, user=1000)
        self.assertEqual(machine.install(), 1)
        self.assertIn("ccache", machine.said)

    def test_another_system_is_told_what_is_needed(self):
        machine = Machine(self, PACKAGES - {"ccache"}, ("node", "npm"))
        self.assertEqual(machine.install(), 1)
        self.assertIn("Debian 12", machine.said)


if __name__ == "__main__":
    unittest.main()
