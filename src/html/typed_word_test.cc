#include "html/typed_word.h"

#include <gmock/gmock.h>

namespace html {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr TypedWord word{.word = "DELETE", .what_for = "to delete it", .button = "Delete", .keep = "Keep it"};

std::string page_with(std::span<const base::FieldError> errors) {
  View view("html/testing/typed_word.html");
  show_typed_word(view.root(), word, "/back", errors);
  return view.render();
}

TEST(TypedWordTest, is_asked_for_with_the_button_that_it_frees_and_a_way_back) {
  EXPECT_THAT(page_with({}), AllOf(HasSubstr("Write DELETE to delete it"), HasSubstr("data-word=\"DELETE\""),
                                   HasSubstr(">Delete</button>"),
                                   HasSubstr("<a class=\"btn btn-link\" href=\"/back\">Keep it</a>"),
                                   Not(HasSubstr("field-error"))));
}

TEST(TypedWordTest, is_that_word_letter_by_letter) {
  EXPECT_FALSE(problem_with(word, "DELETE"));
  for (const auto* typed : {"", "delete", "Delete", "DELETE ", "ERASE"})
    EXPECT_TRUE(problem_with(word, typed)) << typed;
}

TEST(TypedWordTest, another_word_has_its_message_beside_the_field) {
  const auto problem = problem_with(word, "delete");
  ASSERT_TRUE(problem);
  EXPECT_EQ(problem->field, "confirm");
  EXPECT_THAT(page_with({&*problem, 1}),
              AllOf(HasSubstr("id=\"confirm-error\">Write DELETE, in capital letters, to delete it.<"),
                    HasSubstr("aria-invalid=\"true\"")));
}

}  // namespace
}  // namespace html
