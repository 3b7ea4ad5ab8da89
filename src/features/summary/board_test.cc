#include "features/summary/board.h"

#include "features/assessments/assessment_store.h"
#include "features/attempts/attempt_fixture.h"
#include "features/summary/download.h"

namespace summary {
namespace {

using attempts::Status;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class BoardTest : public attempts::OnAttempts {
 public:
  Board board(const Filter& filter = {}) { return board_of(cast.here.officer, filter); }
  Board board_of(const access::Actor& actor, const Filter& filter = {}) {
    return database().read([&](db::Connection& c) { return load_board(c, actor, filter); });
  }
  Person person(const access::Actor& actor) {
    const auto all = board();
    return *std::ranges::find(all.people, actor.account,
                              [](const Person& person) { return person.account.id; });
  }
  std::vector<access::AccountId> who(const Filter& filter) {
    return database().read([&](db::Connection& c) { return matching(c, cast.here.officer, filter); });
  }
  void pass_all(const access::Actor& actor, std::string_view slug = "exam-room-essentials") {
    for (const int position : {1, 2}) {
      const auto id = start_as(actor, position, slug).value();
      hand_in_as(actor, id, answers(loaded(actor, id).value().section)).value();
    }
  }
  void add_people(std::size_t count) {
    database().write([&](db::Connection& c) {
      for (std::size_t i = 0; i < count; ++i) {
        const auto email = fmt::format("more{}@here.example", i);
        c.exec(
            "INSERT INTO account (centre_id, role, first_name, last_name, email, email_key, sort_key, "
            "search_key,"
            " password_hash, must_change_password, created_at) VALUES (?, 'INV', 'More', 'People', ?, ?, '', "
            "'', '-',"
            " 0, 0)",
            cast.here.officer.centre, email, email);
      }
    });
  }
};
INSTANTIATE_TEST_SUITE_P(Databases, BoardTest, test::both_databases(), test::database_name);

TEST_P(BoardTest, has_everybody_of_the_centre_by_every_current_assessment) {
  publish(test::assessment("a-second-one"));
  const auto all = board();
  EXPECT_THAT(all.people, SizeIs(4));
  ASSERT_THAT(all.assessments, SizeIs(2));
  for (const auto& each : all.people) EXPECT_THAT(each.cells, SizeIs(2));
}

TEST_P(BoardTest, of_an_earlier_year_counts_what_people_began_and_nothing_that_they_may_take_now) {
  pass_all(cast.here.invigilator);
  start_as(cast.here.officer, 1).value();
  auto next = content;
  next.year = "2027/28";
  next.valid_until = {};
  publish(next);
  EXPECT_EQ(board().assessments.at(0).year, "2027/28");
  EXPECT_EQ(board().totals, (Totals{.people = 4, .passed = 0, .started = 0, .not_started = 4}));
  const auto last = board({.year = "2026/27"});
  EXPECT_THAT(last.years, ElementsAre("2027/28", "2026/27"));
  ASSERT_THAT(last.assessments, SizeIs(1));
  EXPECT_EQ(last.assessments.front().year, "2026/27");
  EXPECT_EQ(last.totals, (Totals{.people = 4, .passed = 1, .started = 1, .not_started = 2}));
  EXPECT_THAT(who({.assessment = content.slug, .year = "2026/27"}), SizeIs(2));
}

TEST_P(BoardTest, takes_a_year_without_assessments_as_not_said) {
  EXPECT_EQ(board({.year = "2031/32"}).year, "");
  EXPECT_THAT(board({.year = "2031/32"}).assessments, SizeIs(1));
}

TEST_P(BoardTest, has_what_is_withdrawn_only_where_its_year_is_chosen) {
  pass_all(cast.here.invigilator);
  database().write(
      [&](db::Connection& c) { assessments::withdraw(c, &cast.hub_operator, content.slug).value(); });
  EXPECT_THAT(board().assessments, IsEmpty());
  EXPECT_EQ(board({.year = "2026/27"}).totals,
            (Totals{.people = 4, .passed = 1, .started = 0, .not_started = 3}));
}

TEST_P(BoardTest, is_empty_for_all_but_those_who_manage_users) {
  for (const auto& actor : {cast.here.leader, cast.here.invigilator, cast.hub_operator}) {
    EXPECT_THAT(board_of(actor).people, IsEmpty());
    EXPECT_THAT(board_of(actor).choices, IsEmpty());
  }
}

TEST_P(BoardTest, has_nobody_of_another_centre) {
  pass_all(cast.there.invigilator);
  for (const auto& each : board().people) {
    EXPECT_NE(each.account.id, cast.there.invigilator.account);
    EXPECT_EQ(each.overall, Status::not_started);
  }
}

TEST_P(BoardTest, says_how_each_person_stands_in_each_assessment) {
  started(1);
  EXPECT_EQ(person(invigilator).cells[0].status, Status::started);
  pass(1);
  EXPECT_EQ(person(invigilator).cells[0].sections_passed, 1U);
  pass(2);
  EXPECT_EQ(person(invigilator).cells[0].status, Status::passed);
  EXPECT_TRUE(person(invigilator).cells[0].passed_at);
  EXPECT_FALSE(person(cast.here.leader).cells[0].shown) << "it is not for senior leaders";
}

TEST_P(BoardTest, has_passed_everything_who_passed_all_that_they_may_take) {
  publish(test::assessment("a-second-one"));
  pass_all(invigilator);
  EXPECT_EQ(person(invigilator).overall, Status::started);
  EXPECT_EQ(person(invigilator).passed, 1U);
  EXPECT_EQ(person(invigilator).takeable, 2U);
  pass_all(invigilator, "a-second-one");
  EXPECT_EQ(person(invigilator).overall, Status::passed);
}

TEST_P(BoardTest, keeps_what_was_started_before_it_was_hidden_but_asks_for_it_no_more) {
  started(1);
  hide(invigilator);
  EXPECT_TRUE(person(invigilator).cells[0].shown);
  EXPECT_EQ(person(invigilator).takeable, 0U);
  EXPECT_EQ(person(invigilator).overall, Status::not_started);
}

TEST_P(BoardTest, counts_who_has_everything_and_who_has_not_started) {
  pass_all(invigilator);
  start_as(cast.here.admin, 1).value();
  EXPECT_EQ(board().totals, (Totals{.people = 4, .passed = 1, .started = 1, .not_started = 2}));
  EXPECT_EQ(board({.status = Status::passed}).totals.people, 4U)
      << "the totals stay when one of them is chosen";
}

TEST_P(BoardTest, can_be_filtered_by_name_role_and_status) {
  pass_all(invigilator);
  EXPECT_THAT(who({.status = Status::passed}), ElementsAre(invigilator.account));
  EXPECT_THAT(who({.role = access::Role::senior_leader}), ElementsAre(cast.here.leader.account));
  EXPECT_THAT(who({.search = "invigilator@here"}), ElementsAre(invigilator.account));
  EXPECT_THAT(who({.search = "invigilator@here", .status = Status::not_started}), IsEmpty());
}

TEST_P(BoardTest, shows_for_one_assessment_only_whom_it_is_for) {
  publish(test::assessment("a-second-one"));
  pass_all(invigilator);
  const auto one = board({.assessment = content.slug});
  EXPECT_TRUE(one.chosen);
  EXPECT_THAT(one.assessments, SizeIs(1));
  EXPECT_THAT(one.choices, SizeIs(2));
  EXPECT_THAT(one.people, SizeIs(3));
  EXPECT_THAT(who({.status = Status::passed, .assessment = content.slug}), ElementsAre(invigilator.account));
  EXPECT_THAT(who({.status = Status::passed, .assessment = "a-second-one"}), IsEmpty());
}

TEST_P(BoardTest, asks_the_database_no_more_often_for_more_people_or_attempts) {
  const auto statements = [&] {
    const auto before = database().statements_executed();
    board();
    return database().statements_executed() - before;
  };
  started(1);
  const auto for_few = statements();
  add_people(200);
  pass(1);
  pass(2);
  EXPECT_EQ(statements(), for_few);
}

TEST(SummaryFilter, takes_what_is_not_known_as_not_said) {
  EXPECT_EQ(filter_from(
                {.q = " ann ", .role = "inv", .status = "passed", .assessment = "a-slug", .year = "2026/27"}),
            (Filter{.search = "ann",
                    .role = access::Role::invigilator,
                    .status = Status::passed,
                    .assessment = "a-slug",
                    .year = "2026/27"}));
  EXPECT_EQ(filter_from({.role = "KING", .status = "perhaps", .year = "last year"}), Filter{});
}

TEST(SummaryFilter, has_a_code_for_each_status_that_reads_back) {
  for (const auto status : statuses) EXPECT_EQ(filter_from({.status = status_code(status)}).status, status);
}

}  // namespace
}  // namespace summary
