"""A file of users is added while the Hub is killed with SIGKILL before each of its writes in turn, on both databases: all of its
users are there afterwards, or none; what the upload's page says is so; and after none, the same file can be added."""
import http.client
import re
import time
import unittest

from hub import Hub
from person import Person

USERS = 3
MOST_WRITES = 300


class Uploader(Person):
    def file(self, name):
        rows = [f"Uma,{name}{number},{name}.{number}@durability.example,orchard telescope rain {number}7,INV" for number in range(USERS)]
        return "\n".join(["First name,Last name,Email,Password,Role", *rows]) + "\n"

    def upload(self, name):
        """The address of what was found in it."""
        status, location, page = self.post_file("/users/upload", f"{name}.csv", self.file(name), [("declaration", "yes")])
        assert status == 303, page
        assert f"Add {USERS} users" in self.get(location)[2]
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
        """How many users with this name User Management shows."""
        return len(set(re.findall(rf"{name}\.\d@durability\.example", self.get(f"/users?q={name}")[2])))


class UploadsAreWholeOrNothing(unittest.TestCase):
    def kill_at_each_write(self, database):
        hub = Hub(database)
        self.addCleanup(hub.close)
        uploader = Uploader(hub.port, hub.add_centre(10001))
        hub.start()
        uploader.sign_in()
        outcomes = {0: 0, USERS: 0}
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
            self.assertEqual(uploader.says_added(upload), there == USERS, f"killed before write {write}")
            if told:
                self.assertEqual(there, USERS, f"told, then killed before write {write}")
            outcomes[there] += 1
            if finished:
                break
            if there == 0:
                self.assertTrue(uploader.add(uploader.upload(name)), f"again after write {write}")
                self.assertEqual(uploader.found(name), USERS)
        self.assertTrue(finished, "the last upload went through without a kill")
        self.assertGreater(outcomes[0], 2)
        print(f"{database}: killed before each of {write - 1} writes: {outcomes[0]} times nobody, {outcomes[USERS]} times all were there")

    def test_on_sqlite(self):
        self.kill_at_each_write("sqlite")

    def test_on_postgresql(self):
        self.kill_at_each_write("postgresql")


if __name__ == "__main__":
    unittest.main()
