#include "base/characters.h"

#include <gtest/gtest.h>

namespace base {
namespace {

using namespace std::string_view_literals;

TEST(Character, is_shown_in_quotation_marks_and_by_its_code_where_no_keyboard_has_it) {
  EXPECT_EQ(shown('?'), "“?”");
  EXPECT_EQ(shown(U'’'), "“’” (U+2019)");
  EXPECT_EQ(shown(U'а'), "“а” (U+0430)");
}

TEST(Character, is_shown_by_its_name_where_there_is_nothing_to_see) {
  EXPECT_EQ(shown(0x200E), "the invisible character U+200E (left-to-right mark)");
  EXPECT_EQ(shown(0x00A0), "the invisible character U+00A0 (no-break space)");
  EXPECT_EQ(shown(0x3164), "the invisible character U+3164 (hangul filler)");
  EXPECT_EQ(shown(0x0B), "the invisible character U+000B (vertical tab)");
  EXPECT_EQ(shown(0x92), "the invisible character U+0092 (“’” of an old program)");
  EXPECT_EQ(shown(0x90), "the invisible character U+0090 (control character)");
  EXPECT_EQ(shown(0xFFFF), "the invisible character U+FFFF (control character)");
  EXPECT_EQ(shown('\n'), "a line break");
  EXPECT_EQ(shown('\t'), "a tab");
}

TEST(Character, leaves_a_mark_where_there_is_something_to_see) {
  for (const char32_t c : U"aß李م़👩½’-?"sv) EXPECT_TRUE(leaves_a_mark(c)) << shown(c);
  for (const char32_t c :
       {0x20, 0xA0, 0xAD, 0x34F, 0x200B, 0x200D, 0x202E, 0x2060, 0x2800, 0x3164, 0xFE0F, 0xFEFF, 0xE0041})
    EXPECT_FALSE(leaves_a_mark(c)) << shown(c);
}

TEST(Character, is_a_letter_in_any_script_with_digits_and_accents) {
  for (const char32_t c : U"aß李م़9٣"sv) EXPECT_TRUE(is_letter(c)) << shown(c);
  for (const char32_t c : U"’-?½👩 .\u3164"sv) EXPECT_FALSE(is_letter(c)) << shown(c);
}

TEST(Decoded, has_a_lost_character_for_each_malformed_byte) {
  EXPECT_EQ(decoded("Siân 👩"), U"Siân 👩");
  EXPECT_EQ(decoded("Si\xE2n"), U"Si\uFFFDn");
  EXPECT_EQ(encoded(0x1F469), "👩");
}

}  // namespace
}  // namespace base
