"""People answer and hand in while the Hub is killed with SIGKILL, again and again, on both databases. Their ledgers hold what
the Hub acknowledged: no answer of those may be lost or changed, and no hand-in may count twice or get another mark."""
import http.client
import random
import re
import threading
import time
import unittest

from hub import Hub
from person import Person

ROUNDS = 8
PEOPLE = 4
QUESTIONS = 20


def assessment():
    lines = ["slug: durability", "title: Durability", "year: 2026/27", "audience: [EO]", "sections:", "  - key: only",
             "    title: The only section", "    questions:"]
    for number in range(QUESTIONS):
        lines += [f"      - key: q{number}", f"        text: Question {number}?", "        options:",
                  "          - text: Right", "            correct: true", "          - text: Wrong", "          - text: Wrong as well"]
    return "\n".join(lines) + "\n"


class Taker(Person):
    """Answers at random until the Hub is gone. `acknowledged` and `maybe` are by question, of the attempt at `attempt`."""

    def __init__(self, port, email, seed):
        super().__init__(port, email)
        self.random = random.Random(seed)
        self.attempt = None
        self.options, self.acknowledged, self.maybe = {}, {}, {}
        self.handing_in = self.told_handed_in = False
        self.marks = {}  # of attempts whose result was seen
        self.saves = self.hand_ins = 0
        self.wrong = []

    def begin(self):
        status, location, _ = self.post("/assessments/durability/sections/1/start")
        assert status == 303, status
        self.attempt, self.acknowledged, self.maybe = location, {}, {}
        self.handing_in = self.told_handed_in = False
        _, _, page = self.get(location)
        self.options = {}
        for question, option in re.findall(r'name="q(\d+)" value="(\d+)"', page):
            self.options.setdefault(question, []).append(option)

    def work(self):
        try:
            while True:
                if self.attempt is None:
                    self.begin()
                if self.acknowledged and self.random.random() < 0.05:
                    self.hand_in()
                else:
                    self.answer()
        except (OSError, http.client.HTTPException):
            pass  # the Hub is gone: what was on its way may be there or not
        except AssertionError as failure:
            self.wrong.append(f"beginning answered {failure}")

    def answer(self):
        question = self.random.choice(list(self.options))
        option = self.random.choice(self.options[question])
        self.maybe[question] = option
        status, _, _ = self.post(f"{self.attempt}/answers", [(f"q{question}", option)], accept="text/plain")
        if status == 200:
            self.acknowledged[question] = option
            self.saves += 1
        elif status != 503:
            self.wrong.append(f"saving answered {status}")
        if status != 503:
            del self.maybe[question]

    def hand_in(self):
        self.handing_in = True
        status, location, _ = self.post(f"{self.attempt}/submit", [("confirm", "yes")])
        if status != 303 or location != f"{self.attempt}/result":
            self.wrong.append(f"handing in answered {status} {location}")
        self.hand_ins += 1
        self.told_handed_in = True
        self.note_result()
        self.attempt = None

    def note_result(self):
        _, _, page = self.get(f"{self.attempt}/result")
        mark = re.search(rf"(\d+) / {QUESTIONS}", page)[1]
        if self.marks.setdefault(self.attempt, mark) != mark:
            self.wrong.append(f"{self.attempt} had {self.marks[self.attempt]} and now has {mark}")

    def check(self):
        """After the Hub came back."""
        for attempt, mark in self.marks.items():
            _, _, page = self.get(f"{attempt}/result")
            if f"{mark} / {QUESTIONS}" not in page:
                self.wrong.append(f"{attempt} does not have its {mark} any more")
        if self.attempt is None:
            return
        status, location, page = self.get(self.attempt)
        if status == 303 and self.handing_in:  # it was on its way, and has arrived
            self.note_result()
            self.attempt = None
            return
        if status != 200 or self.told_handed_in:
            self.wrong.append(f"{self.attempt} answered {status} {location}")
            return
        self.handing_in = False
        there = dict(re.findall(r'name="q(\d+)" value="(\d+)" checked', page))
        for question in self.options:
            allowed = {self.acknowledged.get(question), self.maybe.get(question, self.acknowledged.get(question))}
            if there.get(question) not in allowed:
                self.wrong.append(f"question {question} has {there.get(question)}, told was {allowed}")
        self.acknowledged, self.maybe = there, {}


class AnswersSurviveKilling(unittest.TestCase):
    def survive(self, database):
        hub = Hub(database)
        self.addCleanup(hub.close)
        hub.publish(assessment())
        takers = [Taker(hub.port, hub.add_centre(10001 + n), n) for n in range(PEOPLE)]
        hub.start()
        for taker in takers:
            taker.sign_in()
        for round_number in range(ROUNDS):
            threads = [threading.Thread(target=taker.work) for taker in takers]
            for thread in threads:
                thread.start()
            time.sleep(0.4 + 0.13 * round_number)
            hub.kill()
            for thread in threads:
                thread.join()
            hub.start()
            for taker in takers:
                taker.check()
        self.assertEqual([fault for taker in takers for fault in taker.wrong], [])
        self.assertGreater(sum(taker.saves for taker in takers), ROUNDS * PEOPLE)
        self.assertGreater(sum(taker.hand_ins for taker in takers), 0)
        print(f"{database}: {sum(t.saves for t in takers)} answers and {sum(t.hand_ins for t in takers)} hand-ins acknowledged, {ROUNDS} kills")

    def test_on_sqlite_nothing_acknowledged_is_lost(self):
        self.survive("sqlite")

    def test_on_postgresql_nothing_acknowledged_is_lost(self):
        self.survive("postgresql")


if __name__ == "__main__":
    unittest.main()
