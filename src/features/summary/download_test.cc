#include "features/summary/download.h"

#include "features/attempts/attempt_fixture.h"
#include "features/summary/test_sheet.h"

namespace summary {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

class SummaryDownloadTest : public attempts::OnAttempts {
 public:
  Board board(const Filter& filter = {}) {
    return database().read([&](db::Connection& c) { return load_board(c, cast.here.officer, filter); });
  }
  std::string csv() {
    const auto stream = documents::csv_stream(board_table(std::make_shared<const Board>(board())));
    std::string text;
    while (const auto piece = stream->next()) text += *piece;
    return text;
  }
  std::vector<AttemptLine> attempts_of(const Board& all) {
    AttemptReader reader(database(), cast.here.officer, all);
    std::vector<AttemptLine> every;
    for (auto lines = reader.next(); !lines.empty(); lines = reader.next()) {
      every.insert(every.end(), lines.begin(), lines.end());
    }
    return every;
  }
  std::string first_sheet(Board all) {
    const auto shared = std::make_shared<const Board>(std::move(all));
    documents::Workbook workbook;
    documents::add(workbook, board_table(shared));
    documents::add(workbook, attempt_table(database(), cast.here.officer, shared));
    return test::sheet_text(workbook.bytes());
  }
  void rename(const access::Actor& actor, std::string_view last_name) {
    database().write([&](db::Connection& c) {
      c.exec("UPDATE account SET last_name = ? WHERE id = ?", last_name, actor.account);
    });
  }
};
INSTANTIATE_TEST_SUITE_P(Databases, SummaryDownloadTest, test::both_databases(), test::database_name);

TEST_P(SummaryDownloadTest, has_a_row_for_each_person_and_a_column_for_each_assessment) {
  started(1);
  pass(1);
  EXPECT_THAT(csv(), AllOf(StartsWith("\xEF\xBB\xBFLast name,First name,Email,Role,Overall,Passed,Of,"),
                           HasSubstr("Exam room essentials 2026/27"),
                           HasSubstr("invigilator@here.example,INV,Started,0,1,Started 1/2"),
                           HasSubstr("leader@here.example,SLT,Not Started,0,0,\r\n")));
}

TEST_P(SummaryDownloadTest, says_when_an_assessment_was_passed) {
  pass(1);
  pass(2);
  const auto today = base::british_date(database().now());
  EXPECT_THAT(csv(), HasSubstr("INV,Passed,1,1,Passed " + today));
  EXPECT_THAT(first_sheet(board()), HasSubstr("INV|Passed|1|1|"));
}

TEST_P(SummaryDownloadTest, keeps_a_name_that_looks_like_a_formula_as_text) {
  rename(invigilator, "=1+1");
  EXPECT_THAT(csv(), HasSubstr("'=1+1,"));
  EXPECT_THAT(first_sheet(board()), HasSubstr("=1+1|"));
}

TEST_P(SummaryDownloadTest, has_every_attempt_of_the_people_that_it_shows) {
  const auto failed = started(1);
  handed_in(failed, with_wrong(failed, 2));
  pass(1);
  started(2);
  start_as(cast.here.admin, 1).value();
  start_as(cast.there.invigilator, 1).value();
  const auto all = board();
  const auto every = attempts_of(all);
  ASSERT_EQ(every.size(), 4U);
  EXPECT_EQ(every.front().person->id, invigilator.account);
  EXPECT_EQ(every.front().section, "About before");
  EXPECT_EQ(every.front().questions, 3U);
  EXPECT_FALSE(every.front().attempt.passed);
  const auto only_invigilators = board({.role = access::Role::invigilator});
  EXPECT_EQ(attempts_of(only_invigilators).size(), 3U);
}

TEST_P(SummaryDownloadTest, has_only_the_attempts_at_the_chosen_assessment) {
  publish(test::assessment("a-second-one"));
  pass(1);
  start_as(invigilator, 1, "a-second-one").value();
  EXPECT_EQ(attempts_of(board({.assessment = "a-second-one"})).size(), 1U);
  EXPECT_EQ(attempts_of(board()).size(), 2U);
}

}  // namespace
}  // namespace summary
