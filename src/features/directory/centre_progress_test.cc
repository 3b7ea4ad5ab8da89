#include "features/directory/centre_progress.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "features/assessments/publishing.h"
#include "features/assessments/test_content.h"
#include "support/cast.h"
#include "support/test_database.h"

namespace directory {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class CentreProgress : public test::OnBothDatabases {
 public:
  CentreProgress() { publish("exam-room-essentials"); }

  void publish(const std::string& slug, const std::string& year = "2026/27") {
    auto content = test::assessment(slug);
    content.title = slug;
    content.year = year;
    content.valid_until.clear();
    database().write([&](db::Connection& c) { assessments::publish(c, content, nullptr).value(); });
  }
  void passes(const access::Actor& actor, std::string_view slug,
              std::initializer_list<const char*> sections) {
    database().write([&](db::Connection& c) {
      for (const char* section : sections) {
        c.exec(
            "INSERT INTO section_result (account_id, centre_id, slug, year, section_key, started_at, "
            "passed_version, "
            "passed_at) VALUES (?, ?, ?, '2026/27', ?, 1, 1, 1000)",
            actor.account, actor.centre, slug, section);
      }
    });
  }
  // "1 of 3" for each centre of the cast
  std::vector<std::string> progress(const access::Actor& actor) {
    const access::CentreId centres[] = {cast.here.admin.centre, cast.there.admin.centre};
    std::vector<std::string> all;
    for (const auto& one :
         database().read([&](db::Connection& c) { return progress_of(c, actor, centres); })) {
      all.push_back(progress_words(one));
    }
    return all;
  }
  std::vector<std::string> lines(const access::Actor& actor) {
    std::vector<std::string> all;
    for (const auto& [title, year, standing] : database().read(
             [&](db::Connection& c) { return progress_by_assessment(c, actor, cast.here.admin.centre); })) {
      all.push_back(fmt::format("{} {} {} {}/{}/{}", title, year, access::code(standing.role),
                                standing.passed, standing.started, standing.not_started()));
    }
    return all;
  }

  test::Cast cast = test::make_cast(database());
  const access::Actor& hub = cast.hub_operator;
};
INSTANTIATE_TEST_SUITE_P(Databases, CentreProgress, test::both_databases(), test::database_name);

TEST_P(CentreProgress, is_what_is_passed_of_what_each_persons_role_has_to_take) {
  EXPECT_THAT(progress(hub), ElementsAre("0 of 3", "0 of 3")) << "two exams officers and an invigilator each";
  passes(cast.here.invigilator, "exam-room-essentials", {"before", "during"});
  passes(cast.there.officer, "exam-room-essentials", {"before"});
  EXPECT_THAT(progress(hub), ElementsAre("1 of 3", "0 of 3"));
}

TEST_P(CentreProgress, adds_up_every_assessment_that_is_current_and_no_earlier_year) {
  passes(cast.here.invigilator, "exam-room-essentials", {"before", "during"});
  publish("access-arrangements");
  EXPECT_THAT(progress(hub), ElementsAre("1 of 6", "0 of 6"));
  publish("exam-room-essentials", "2027/28");
  EXPECT_THAT(progress(hub), ElementsAre("0 of 6", "0 of 6"));
}

TEST_P(CentreProgress, leaves_out_what_is_hidden) {
  database().write([&](db::Connection& c) {
    c.exec(
        "INSERT INTO hidden_assessment (centre_id, account_id, slug) VALUES (?, ?, 'exam-room-essentials')",
        cast.here.invigilator.centre, cast.here.invigilator.account);
  });
  EXPECT_THAT(progress(hub), ElementsAre("0 of 2", "0 of 3"));
}

TEST_P(CentreProgress, is_told_by_assessment_and_role) {
  passes(cast.here.invigilator, "exam-room-essentials", {"before", "during"});
  passes(cast.here.officer, "exam-room-essentials", {"before"});
  EXPECT_THAT(lines(hub),
              ElementsAre("exam-room-essentials 2026/27 EO 0/1/1", "exam-room-essentials 2026/27 INV 1/0/0"));
}

TEST_P(CentreProgress, of_fifty_centres_costs_as_many_queries_as_of_one) {
  progress(hub);  // the versions are read once in a process
  const auto cost = [&](std::vector<access::CentreId> centres) {
    const auto before = database().statements_executed();
    database().read([&](db::Connection& c) { progress_of(c, hub, centres); });
    return database().statements_executed() - before;
  };
  EXPECT_EQ(cost(std::vector(50, cast.here.admin.centre)), cost({cast.here.admin.centre}));
}

TEST_P(CentreProgress, is_for_Hub_operators_alone) {
  for (const auto& actor : {cast.here.admin, cast.here.officer, cast.here.invigilator}) {
    EXPECT_THAT(progress(actor), ElementsAre("0 of 0", "0 of 0")) << actor.name;
    EXPECT_THAT(lines(actor), IsEmpty()) << actor.name;
  }
}

}  // namespace
}  // namespace directory
