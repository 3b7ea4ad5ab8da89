#include <gtest/gtest.h>

#include "documents/table.h"

namespace documents {
namespace {

std::string line(std::vector<std::string> cells) {
  return csv_line(cells);
}

TEST(CsvLine, separates_cells_with_commas_and_ends_with_a_line_end) {
  EXPECT_EQ(line({"Ann", "Łukasz 李", ""}), "Ann,Łukasz 李,\r\n");
}

TEST(CsvLine, quotes_what_would_be_read_as_something_else) {
  EXPECT_EQ(line({"Lee, Ann", "the \"new\" one", "two\nlines", "a;b"}),
            "\"Lee, Ann\",\"the \"\"new\"\" one\",\"two\nlines\",\"a;b\"\r\n");
}

TEST(CsvLine, held_a_formula_that_began_with_a_full_width_sign) {
  for (const auto* cell : {"＝1+1", "＋1", "－1", "＠SUM"}) {
    EXPECT_EQ(csv_line(std::vector<std::string>{cell}), std::string("'") + cell + "\r\n") << cell;
  }
}

TEST(CsvLine, never_holds_a_formula) {
  EXPECT_EQ(line({"=1+1", "+44", "-5", "@x"}), "'=1+1,'+44,'-5,'@x\r\n");
  EXPECT_EQ(line({"=HYPERLINK(\"x\",\"y\")"}), "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"\r\n");
  EXPECT_EQ(line({"\t=1"}), "\"'\t=1\"\r\n");
}

}  // namespace
}  // namespace documents
