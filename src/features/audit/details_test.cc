#include "features/audit/details.h"

#include <gtest/gtest.h>

namespace audit {
namespace {

void expect_kept(const Detail& detail) {
  const auto kept = details_from(to_json(std::span(&detail, 1)));
  ASSERT_EQ(kept.size(), 1U);
  EXPECT_EQ(kept.front().name, detail.name);
  EXPECT_EQ(kept.front().before, detail.before);
  EXPECT_EQ(kept.front().after, detail.after);
}

TEST(Details, are_a_json_object_of_old_and_new_values) {
  const Detail details[] = {{"Email", "a@x.example", "b@x.example"}, {"Role", "", "INV"}};
  EXPECT_EQ(to_json(details),
            R"({"Email":{"before":"a@x.example","after":"b@x.example"},"Role":{"after":"INV"}})");
}

TEST(Details, come_back_as_they_were_whatever_they_hold) {
  expect_kept({"Name", "O'Neil \"Łukasz\" 李", "</script><b>\\\n\t"});
  expect_kept({"Name", "gone", ""});
  expect_kept({"", "", ""});
}

TEST(Details, keep_their_order) {
  const Detail details[] = {{"Zebra", "", "1"}, {"Apple", "", "2"}, {"Mango", "", "3"}};
  const auto kept = details_from(to_json(details));
  ASSERT_EQ(kept.size(), 3U);
  EXPECT_EQ(kept[0].name, "Zebra");
  EXPECT_EQ(kept[2].name, "Mango");
}

TEST(Details, are_empty_for_json_of_another_shape) {
  for (const auto* text : {"", "{", "[]", "null", "{\"Email\": 3}"})
    EXPECT_TRUE(details_from(text).empty()) << text;
}

TEST(Details, read_as_a_line_of_a_file) {
  const Detail details[] = {{"Role", "INV", "SLT"}, {"Email", "a@x.example", ""}, {"Code", "", "7K2M"}};
  EXPECT_EQ(details_text(details), "Role: INV -> SLT; Email: a@x.example -> (nothing); Code: 7K2M");
}

}  // namespace
}  // namespace audit
