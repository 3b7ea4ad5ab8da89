"""A file of users, or of centres, is added while the Hub is killed with SIGKILL before each of its writes in turn, on both
databases: all of its rows are there afterwards, or none; what the upload's page says is so; and after none, the same file can
be added."""
import http.client
import re
import time
import unittest

from hub import Hub
from person import Person

ROWS = 3
MOST_WRITES = 300


class Uploader(Person):
    def upload(self, name):
        """The address of what was found in it."""
        status, location, page = self.post_file(self.form, f"{name}.csv", "\n".join([self.headings, *self.rows(name)]) + "\n", self.fields)
        assert status == 303, page
        assert f"Add {ROWS} " in self.get(location)[2]
        return location

    def add(self, upload):
        """Whether the Hub said that all were added; False where it was gone first."""
        try:
            self.post(f"{upload}/confirm")
            while not self.says_added(upload):
                time.sleep(0.02)
            return True
        except (OSError, http.client.HTTPException):
            return False

    def says_added(self, upload):
        return "were added" in self.get(upload)[2]

    def found(self, name):
        """How many of them its list shows."""
        return len(set(re.findall(rf"{name}-\d", self.get(f"{self.list}?q={name}-")[2])))


class OfUsers(Uploader):
    form, list, fields = "/users/upload", "/users", [("declaration", "yes")]
    headings = "First name,Last name,Email,Password,Role"

    @staticmethod
    def signs_in(hub):
        return hub.add_centre(10001)

    @staticmethod
    def rows(name):
        return [f"Uma,{name}-{n},{name}.{n}@durability.example,orchard telescope rain {n}7,INV" for n in range(ROWS)]


class OfCentres(Uploader):
    form, list, fields = "/operator/centres/upload", "/operator/centres", []
    headings = "Centre number,Centre name,First name,Last name,Email,Password"

    def __init__(self, *args):
        super().__init__(*args)
        self.numbers = {}  # the first of each file's

    @staticmethod
    def signs_in(hub):
        return hub.add_operator()

    def rows(self, name):
        first = self.numbers.setdefault(name, 20000 + ROWS * len(self.numbers))
        return [f"{first + n},{name}-{n},Ann,Other,{name}.{n}@durability.example,orchard telescope rain {n}7" for n in range(ROWS)]


class UploadsAreWholeOrNothing(unittest.TestCase):
    def kill_at_each_write(self, kind, database):
        hub = Hub(database)
        self.addCleanup(hub.close)
        uploader = kind(hub.port, kind.signs_in(hub))
        hub.start()
        uploader.sign_in()
        outcomes = {0: 0, ROWS: 0}
        for write in range(1, MOST_WRITES):
            name = f"w{write}x"
            upload = uploader.upload(name)
            hub.kill_at_write(write)
            told = uploader.add(upload)
            finished = hub.disarm()
            if not finished:
                hub.start()
            there = uploader.found(name)
            self.assertIn(there, outcomes, f"killed before write {write}")
            self.assertEqual(uploader.says_added(upload), there == ROWS, f"killed before write {write}")
            if told:
                self.assertEqual(there, ROWS, f"told, then killed before write {write}")
            outcomes[there] += 1
            if finished:
                break
            if there == 0:
                self.assertTrue(uploader.add(uploader.upload(name)), f"again after write {write}")
                self.assertEqual(uploader.found(name), ROWS)
        self.assertTrue(finished, "the last upload went through without a kill")
        self.assertGreater(outcomes[0], 2)
        print(f"{kind.__name__}, {database}: killed before each of {write - 1} writes: {outcomes[0]} times none, {outcomes[ROWS]} times all were there")

    def test_of_users_on_sqlite(self):
        self.kill_at_each_write(OfUsers, "sqlite")

    def test_of_users_on_postgresql(self):
        self.kill_at_each_write(OfUsers, "postgresql")

    def test_of_centres_on_sqlite(self):
        self.kill_at_each_write(OfCentres, "sqlite")

    def test_of_centres_on_postgresql(self):
        self.kill_at_each_write(OfCentres, "postgresql")


if __name__ == "__main__":
    unittest.main()
