#include "features/accounts/declaration.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "base/random.h"

namespace accounts {
namespace {

using ::testing::HasSubstr;

std::string words(const Declaration& declaration) {
  std::string text;
  for (const auto statement : declaration.statements) text += std::string(statement) + "\n";
  return text;
}

TEST(Declaration, says_what_the_guides_important_note_says) {
  const auto text = words(current_declaration());
  for (const char* part :
       {"responsible for informing each user of their login details", "permission from each user",
        "use their email address", "kept by The Exams Office", "shared with stakeholders",
        "Department for Education, Ofqual, JCQ and its awarding organisations", "centre email addresses"}) {
    EXPECT_THAT(text, HasSubstr(part));
  }
}

TEST(Declaration, of_the_current_version_is_found_by_its_number) {
  EXPECT_EQ(declaration(current_declaration().version), &current_declaration());
}

TEST(Declaration, of_a_version_that_never_was_is_not_there) {
  EXPECT_EQ(declaration(0), nullptr);
  EXPECT_EQ(declaration(current_declaration().version + 1), nullptr);
}

TEST(Declaration, of_version_1_is_never_reworded) {
  ASSERT_NE(declaration(1), nullptr);
  EXPECT_EQ(base::sha256_hex(words(*declaration(1))),
            "132fea06dfe41c33224081ae2f2a802a506bcc48bf320a3a284b4aaf6148af5b")
      << "add version 2 instead";
}

}  // namespace
}  // namespace accounts
