"""What ./run and ./test refuse before they do anything."""
import pathlib
import socket
import subprocess
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]


def said_by(*command):
    run = subprocess.run([ROOT / command[0], *command[1:]], capture_output=True, text=True, check=False, timeout=20)
    return run.returncode, run.stdout + run.stderr


class Commands(unittest.TestCase):
    def test_help_is_given(self):
        for command in ("run", "test"):
            code, said = said_by(command, "--help")
            self.assertEqual(code, 0)
            self.assertIn("Usage", said)

    def test_an_unknown_word_is_refused(self):
        for command in ("run", "test"):
            code, said = said_by(command, "--bulid")
            self.assertEqual(code, 2)
            self.assertIn("--bulid", said)

    def test_a_port_that_is_none_is_refused(self):
        for port in ("x", "0", "65536", "80 80"):
            self.assertEqual(said_by("run", "--port", port)[0], 2, port)
        self.assertEqual(said_by("run", "--port")[0], 2)

    def test_a_busy_port_is_named_before_anything_is_built(self):
        with socket.create_server(("127.0.0.1", 0)) as busy:
            port = str(busy.getsockname()[1])
            code, said = said_by("run", "--port", port)
        self.assertEqual(code, 1)
        self.assertIn(f"port {port}", said)


if __name__ == "__main__":
    unittest.main()
