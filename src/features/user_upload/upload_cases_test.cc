#include "support/upload_cases.h"

#include <gmock/gmock.h>

#include "features/uploads/upload_check.h"
#include "features/user_upload/user_kind.h"

namespace user_upload {
namespace {

using ::testing::HasSubstr;

const access::Actor officer{.account = access::AccountId{7},
                            .centre = access::CentreId{1},
                            .role = access::Role::exams_officer,
                            .name = "Olive Officer",
                            .centre_name = "Demo Hill School",
                            .centre_number = "10001"};

struct Outcome {
  std::size_t ready = 0;
  std::string told{};
};

Outcome check(std::string_view bytes) {
  auto file = uploads::read_upload(format(), bytes);
  if (!file) return {0, "refused: " + file.error().fields.at(0).message};
  const auto kind = users();
  const auto checked = uploads::check_upload(*kind, std::move(*file), officer,
                                             [](auto) { return std::vector<uploads::Taken>{}; });
  Outcome outcome{checked.ready.size()};
  for (const auto& [row, password] : checked.ready) {
    outcome.told += fmt::format("{} {} {} password {}\n", row.values[first_name], row.values[last_name],
                                row.values[email], password.plain());
  }
  for (const auto& problem : checked.problems)
    outcome.told += fmt::format("row {} {}: {}\n", problem.row, problem.column, problem.what_to_do);
  for (const auto& note : checked.notes) outcome.told += note + "\n";
  return outcome;
}

class UserUploadCase : public ::testing::TestWithParam<test::UploadCase> {};

TEST_P(UserUploadCase, comes_out_right) {
  const auto outcome = check(GetParam().bytes(""));
  EXPECT_EQ(outcome.ready, GetParam().ready) << outcome.told;
  for (const auto& words : GetParam().said) EXPECT_THAT(outcome.told, HasSubstr(words));
}

INSTANTIATE_TEST_SUITE_P(Users, UserUploadCase, ::testing::ValuesIn(test::upload_cases()),
                         [](const auto& of) { return of.param.name(); });

}  // namespace
}  // namespace user_upload
