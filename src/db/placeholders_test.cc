#include <gtest/gtest.h>

#include "db/arguments.h"

namespace db {
namespace {

std::string numbered(std::string_view sql) {
  return number_placeholders(sql).sql;
}

TEST(PlaceholdersTest, are_numbered_from_1) {
  const NumberedSql result = number_placeholders("SELECT ? WHERE a = ? AND b = ?");
  EXPECT_EQ(result.sql, "SELECT $1 WHERE a = $2 AND b = $3");
  EXPECT_EQ(result.count, 3u);
}

TEST(PlaceholdersTest, are_counted_past_nine) {
  EXPECT_EQ(numbered("?,?,?,?,?,?,?,?,?,?,?"), "$1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11");
}

TEST(PlaceholdersTest, are_not_found_in_strings) {
  EXPECT_EQ(numbered("SELECT '?', ?, 'it''s ?', ?"), "SELECT '?', $1, 'it''s ?', $2");
  EXPECT_EQ(numbered("LIKE ? ESCAPE '\\' AND ?"), "LIKE $1 ESCAPE '\\' AND $2");
}

TEST(PlaceholdersTest, are_not_found_in_quoted_names) {
  EXPECT_EQ(numbered("SELECT \"a?\"\"?\", ?"), "SELECT \"a?\"\"?\", $1");
}

TEST(PlaceholdersTest, are_not_found_in_comments) {
  EXPECT_EQ(numbered("-- what?\n? /* a /* nested? */ ? */ ?"), "-- what?\n$1 /* a /* nested? */ ? */ $2");
}

TEST(PlaceholdersTest, are_not_found_in_dollar_quotes) {
  EXPECT_EQ(numbered("$$ ? $$ ? $tag$ ? $$ ? $tag$ ?"), "$$ ? $$ $1 $tag$ ? $$ ? $tag$ $2");
}

TEST(PlaceholdersTest, survive_what_is_not_closed) {
  EXPECT_EQ(numbered("? '?"), "$1 '?");
  EXPECT_EQ(numbered("? /* ?"), "$1 /* ?");
  EXPECT_EQ(numbered("? $x$ ?"), "$1 $x$ ?");
  EXPECT_EQ(numbered("? - ? / ? $"), "$1 - $2 / $3 $");
  EXPECT_EQ(numbered(""), "");
}

}  // namespace
}  // namespace db
