#include "features/attempts/answer_queue.h"

#include <atomic>
#include <thread>

#include "db/errors.h"
#include "features/attempts/attempt_fixture.h"

namespace attempts {
namespace {

using enum Outcome::Kind;

class AnswerQueueTest : public OnAttempts {
 public:
  AnswerQueue queue{database(), store};
};
INSTANTIATE_TEST_SUITE_P(Databases, AnswerQueueTest, test::both_databases(), test::database_name);

TEST_P(AnswerQueueTest, saves_for_one_as_for_many) {
  const auto id = started(1);
  EXPECT_EQ(queue.save(invigilator, id, right(id)).value().kind, done);
  EXPECT_EQ(paper(id).answers.size(), 3U);
}

TEST_P(AnswerQueueTest, answers_each_of_many_in_their_own_place) {
  const auto mine = started(1);
  const auto theirs = start_as(cast.there.invigilator, 1).value();
  const auto officers = start_as(cast.here.officer, 2).value();
  const auto closed_one = start_as(cast.here.officer, 1).value();
  hand_in_as(cast.here.officer, closed_one, {});
  const auto form = answers(paper(mine).section);
  const auto form_2 = answers(loaded(cast.here.officer, officers)->section);

  std::atomic<int> wrong = 0;
  {
    std::vector<std::jthread> people;
    const auto expect = [&](const access::Actor& actor, AttemptId id, const FormItems& sent,
                            auto right_answer) {
      people.emplace_back([&, id, right_answer] {
        for (int i = 0; i < 10; ++i) wrong += right_answer(queue.save(actor, id, sent)) ? 0 : 1;
      });
    };
    const auto saved = [](const base::Result<Outcome>& outcome) { return outcome && outcome->kind == done; };
    for (int tab = 0; tab < 4; ++tab) {
      expect(invigilator, mine, form, saved);
      expect(cast.there.invigilator, theirs, form, saved);
      expect(cast.here.officer, officers, form_2, saved);
      expect(cast.here.officer, closed_one, form,
             [](const base::Result<Outcome>& outcome) { return outcome && outcome->kind == already; });
      expect(cast.there.invigilator, mine, form, [](const base::Result<Outcome>& outcome) {
        return !outcome && outcome.error().kind == base::Refusal::Kind::not_found;
      });
      expect(invigilator, mine, form_2, [](const base::Result<Outcome>& outcome) {
        return !outcome && outcome.error().kind == base::Refusal::Kind::conflict;
      });
    }
  }
  EXPECT_EQ(wrong, 0);
  EXPECT_EQ(mark(paper(mine).section, paper(mine).answers).mark, 3U);
  EXPECT_EQ(loaded(cast.there.invigilator, theirs)->answers.size(), 3U);
  EXPECT_EQ(loaded(cast.here.officer, officers)->answers.size(), 3U);
}

TEST_P(AnswerQueueTest, costs_hardly_more_for_many_than_for_one) {
  const auto id = started(1);
  const auto form = right(id);
  const auto statements = [&](std::size_t people) {
    const std::vector<Saving> savings(people, Saving{&invigilator, id, &form});
    const auto before = database().statements_executed();
    database().write([&](db::Connection& c) { return store.save_all(c, savings).size(); });
    return database().statements_executed() - before;
  };
  const auto answers_of_one = 3U;
  EXPECT_LE(statements(60), statements(1) + 60U * answers_of_one) << "only the rows themselves";
}

TEST_P(AnswerQueueTest, one_whose_saving_fails_does_not_take_the_others_along) {
  const auto mine = started(1);
  const auto theirs = start_as(cast.there.invigilator, 1).value();
  const auto form = right(mine);
  const std::string_view trigger =
      GetParam() == db::Dialect::sqlite
          ? "CREATE TRIGGER poison BEFORE INSERT ON answer WHEN NEW.attempt_id = {} BEGIN SELECT "
            "RAISE(ABORT, "
            "'poison'); END"
          : "CREATE FUNCTION poison() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.attempt_id = {} "
            "THEN RAISE "
            "EXCEPTION 'poison' USING ERRCODE = 'check_violation'; END IF; RETURN NEW; END $$;"
            "CREATE TRIGGER poison BEFORE INSERT ON answer FOR EACH ROW EXECUTE FUNCTION poison()";
  const auto poisoned = fmt::format(fmt::runtime(trigger), std::to_underlying(theirs));
  database().write([&](db::Connection& c) { c.run_script(poisoned); });
  std::atomic<int> failures = 0;
  std::atomic<int> successes = 0;
  {
    std::vector<std::jthread> people;
    for (int i = 0; i < 8; ++i) {
      people.emplace_back(
          [&] { successes += queue.save(invigilator, mine, form).value().kind == done ? 1 : 0; });
      people.emplace_back([&] {
        try {
          queue.save(cast.there.invigilator, theirs, form).value();
        } catch (const db::CheckViolation&) {
          ++failures;
        }
      });
    }
  }
  EXPECT_EQ(successes, 8);
  EXPECT_EQ(failures, 8);
}

}  // namespace
}  // namespace attempts
