#include "base/text.h"

#include <gtest/gtest.h>

namespace base {
namespace {

using namespace std::string_view_literals;

TEST(Text, is_utf8_of_every_script_and_control_characters_but_nul) {
  for (const auto text : {""sv, "O'Neil Łukasz 李 👩‍🏫\t\n"sv, "\xF4\x8F\xBF\xBF"sv, "a\vb\x1b"sv}) {
    EXPECT_TRUE(is_text(text)) << text;
  }
  for (const auto bytes : {"\xFF"sv, "\x80"sv, "a\xC3"sv, "\xC0\xAF"sv, "\xE0\x80\xAF"sv, "\xED\xA0\x80"sv,
                           "\xF4\x90\x80\x80"sv, "\xF0\x82\x82\xAC"sv, "\xE2\x82"sv, "\xC3("sv, "a\0b"sv}) {
    EXPECT_FALSE(is_text(bytes));
  }
}

TEST(ValidUtf8, is_text_in_any_script) {
  for (const auto text :
       {""sv, "O'Neil"sv, "Łukasz"sv, "李"sv, "محمد"sv, "👩‍🏫"sv, "two\nlines\tand\r\n"sv}) {
    EXPECT_TRUE(valid_utf8(text)) << text;
  }
}

TEST(ValidUtf8, is_not_broken_bytes) {
  for (const auto text : {"\xff"sv, "\xc3"sv, "a\xe2\x82"sv, "\xc0\xaf"sv, "\xed\xa0\x80"sv,
                          "\xf5\x80\x80\x80"sv, "caf\xe9"sv}) {
    EXPECT_FALSE(valid_utf8(text));
  }
}

TEST(ValidUtf8, is_not_control_characters) {
  for (const auto text : {"\0"sv, "a\0b"sv, "\x1b[31m"sv, "\x7f"sv, "\xc2\x85"sv, "\b"sv})
    EXPECT_FALSE(valid_utf8(text));
}

TEST(Characters, are_counted_rather_than_bytes) {
  EXPECT_EQ(characters(""), 0U);
  EXPECT_EQ(characters("Łukasz"), 6U);
  EXPECT_EQ(characters("李小龙"), 3U);
  EXPECT_EQ(characters("👩‍🏫"), 3U);  // two people and a joiner
}

TEST(Trimmed, loses_every_kind_of_space_at_the_ends_only) {
  EXPECT_EQ(trimmed("  Ann Lee \t\r\n"), "Ann Lee");
  EXPECT_EQ(trimmed("\u00A0\u200B\uFEFFAnn\u00A0Lee\u3000\u2009"), "Ann\u00A0Lee");
}

TEST(Trimmed, of_nothing_but_space_is_empty) {
  EXPECT_EQ(trimmed(""), "");
  EXPECT_EQ(trimmed(" \u00A0\t"), "");
}

TEST(Folded, makes_emails_that_differ_in_letter_case_equal) {
  EXPECT_EQ(folded("Ann.LEE@School.Example"), folded("ann.lee@school.example"));
  EXPECT_EQ(folded("STRASSE"), folded("straße"));
  EXPECT_EQ(folded("ΣΊΣΥΦΟΣ"), folded("σίσυφος"));
}

TEST(Folded, makes_two_ways_of_typing_one_character_equal) {
  EXPECT_EQ(folded("Sia\u0302n"), folded("Siân"));
  EXPECT_EQ(folded("ｅｏ"), "eo");
}

TEST(Folded, keeps_different_letters_different) {
  EXPECT_NE(folded("resume"), folded("résumé"));
}

TEST(SearchKey, leaves_out_accents_case_and_apostrophes) {
  EXPECT_EQ(search_key("O'Neil Łukasz"), "oneil lukasz");
  EXPECT_EQ(search_key("O\u2019Neil"), "oneil");
  EXPECT_EQ(search_key("Siân Ørsted Müller Þór"), "sian orsted muller thor");
  EXPECT_EQ(search_key("Sia\u0302n"), search_key("Siân"));
}

TEST(SearchKey, is_the_same_by_the_short_way_of_ASCII) {
  std::string all;
  for (char c = ' '; c < 0x7F; ++c) all += c;
  EXPECT_EQ(search_key(all) + "e", search_key(all + "é"));
}

TEST(FirstCharacters, never_cut_one_in_two) {
  EXPECT_EQ(first_characters("Łukasz", 2), "Łu");
  EXPECT_EQ(first_characters("李", 5), "李");
  EXPECT_EQ(first_characters("李", 0), "");
}

TEST(Listed, names_the_first_and_counts_the_others) {
  EXPECT_EQ(listed({"a"}), "a");
  EXPECT_EQ(listed({"a", "b", "c"}), "a, b and c");
  EXPECT_EQ(listed({"a", "b", "c"}, 2), "a, b and 1 more");
}

TEST(SearchKey, keeps_other_scripts) {
  EXPECT_EQ(search_key("李"), "李");
  EXPECT_EQ(search_key("김"), "김");
  EXPECT_EQ(search_key("محمد"), "محمد");
  EXPECT_EQ(search_key("ДМИТРИЙ"), search_key("дмитрий"));
}

TEST(SearchKey, keeps_what_tells_emails_apart) {
  EXPECT_EQ(search_key("A.Lee+1@x-y.example"), "a.lee+1@x-y.example");
}

TEST(CollationKey, sorts_as_a_british_reader_expects) {
  const std::vector<std::string> sorted = {"Åberg", "Ahmed",  "ahmed, Zoe", "Baker",  "de Souza", "Łukasz",
                                           "Lyons", "O'Neil", "Ørsted",     "Öztürk", "Zhang",    "李"};
  for (std::size_t i = 1; i < sorted.size(); ++i) {
    EXPECT_LT(collation_key(sorted[i - 1]), collation_key(sorted[i]))
        << sorted[i - 1] << " before " << sorted[i];
  }
}

TEST(CollationKey, is_hex_digits_that_any_database_orders_alike) {
  EXPECT_EQ(collation_key("Łukasz 李").find_first_not_of("0123456789abcdef"), std::string::npos);
  EXPECT_EQ(collation_key(""), collation_key(""));
}

TEST(LikePattern, means_the_text_anywhere) {
  EXPECT_EQ(like_pattern("lee"), "%lee%");
}

TEST(LikePattern, takes_wildcards_literally) {
  EXPECT_EQ(like_pattern("50%_a\\"), "%50\\%\\_a\\\\%");
}

TEST(Thousands, are_separated_by_commas) {
  EXPECT_EQ(thousands(0), "0");
  EXPECT_EQ(thousands(999), "999");
  EXPECT_EQ(thousands(1'204), "1,204");
  EXPECT_EQ(thousands(1'000'000), "1,000,000");
}

TEST(Counted, chooses_the_word_for_the_number) {
  EXPECT_EQ(counted(0, "user", "users"), "0 users");
  EXPECT_EQ(counted(1, "user", "users"), "1 user");
  EXPECT_EQ(counted(1'204, "user", "users"), "1,204 users");
}

}  // namespace
}  // namespace base
