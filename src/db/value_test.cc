#include "db/value.h"

#include <gtest/gtest.h>

#include <stdexcept>

namespace db {
namespace {

enum class PersonId : std::int64_t {};

Row row_of(std::initializer_list<Value> values) {
  return Row(std::vector<Value>(values));
}

TEST(ValueTest, holds_a_boolean_as_0_and_1) {
  EXPECT_EQ(row_of({Value(true)}).integer(0), 1);
  EXPECT_EQ(row_of({Value(false)}).integer(0), 0);
}

TEST(ValueTest, holds_an_instant_in_milliseconds) {
  const base::Instant at = base::from_millis(1'700'000'000'123);
  EXPECT_EQ(row_of({Value(at)}).integer(0), 1'700'000'000'123);
  EXPECT_EQ(row_of({Value(at)}).instant(0), at);
}

TEST(ValueTest, holds_an_id_as_its_number) {
  EXPECT_EQ(row_of({Value(PersonId{7})}).id<PersonId>(0), PersonId{7});
}

TEST(ValueTest, holds_an_empty_optional_as_null) {
  EXPECT_TRUE(Value(std::optional<std::string>()).is_null());
  EXPECT_EQ(row_of({Value(std::optional<std::int64_t>(5))}).integer(0), 5);
}

TEST(RowTest, gives_nothing_for_null_where_it_may_be) {
  const Row row = row_of({nullptr, nullptr, nullptr});
  EXPECT_EQ(row.maybe_integer(0), std::nullopt);
  EXPECT_EQ(row.maybe_text(1), std::nullopt);
  EXPECT_EQ(row.maybe_instant(2), std::nullopt);
}

TEST(RowTest, refuses_null_where_it_may_not_be) {
  const Row row = row_of({nullptr});
  EXPECT_THROW(row.integer(0), std::logic_error);
  EXPECT_THROW(row.text(0), std::logic_error);
  EXPECT_THROW(row.blob(0), std::logic_error);
}

TEST(RowTest, refuses_another_type_than_the_columns) {
  const Row row = row_of({Value("seven"), Value(7), Value(Blob{"7"})});
  EXPECT_THROW(row.integer(0), std::logic_error);
  EXPECT_THROW(row.text(1), std::logic_error);
  EXPECT_THROW(row.text(2), std::logic_error);
  EXPECT_THROW(row.maybe_integer(0), std::logic_error);
}

TEST(RowTest, refuses_a_column_beyond_the_last) {
  EXPECT_THROW(row_of({Value(1)}).integer(1), std::logic_error);
  EXPECT_THROW(row_of({}).is_null(0), std::logic_error);
}

}  // namespace
}  // namespace db
