#include "features/accounts/password.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <ctime>
#include <vector>

namespace accounts {
namespace {

using ::testing::HasSubstr;
using ::testing::MatchesRegex;
using ::testing::StartsWith;

const std::vector<std::string> sian{"Siân", "O'Neil", "sian.oneil@demohill.example", "Demo Hill School"};

std::string repeated(std::string_view text, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) all += text;
  return all;
}

// Characters that nothing guesses: a small linear congruential generator, the same at every run.
std::string scrambled(std::size_t length) {
  std::string text;
  for (unsigned state = 1; text.size() < length;) {
    state = state * 1103515245U + 12345U;
    text += static_cast<char>('!' + (state >> 16U) % 94U);
  }
  return text;
}

// Of the processor, so that a busy machine does not count.
double milliseconds(auto&& f) {
  double best = 1e9;
  for (int i = 0; i < 3; ++i) {
    const auto start = std::clock();
    f();
    best = std::min(best, 1000.0 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
  }
  return best;
}

TEST(PasswordProblem, is_none_for_a_passphrase_or_a_long_random_password) {
  EXPECT_EQ(password_problem("correct horse battery staple", sian), std::nullopt);
  EXPECT_EQ(password_problem("xT9#kQ2$vLp8", sian), std::nullopt);
  EXPECT_EQ(password_problem("高山流水知音難尋千古傳唱", sian), std::nullopt);
  EXPECT_EQ(password_problem("parrot 🦜 lagoon 🏝 tuba", sian), std::nullopt);
}

TEST(PasswordProblem, tells_the_length_that_is_needed_and_the_length_there_is) {
  EXPECT_EQ(password_problem("", sian), "Enter a password.");
  EXPECT_EQ(password_problem("xT9#kQ2$vLp", sian), "Use at least 12 characters; this password has 11.");
  EXPECT_EQ(password_problem(scrambled(257), sian), "Use at most 256 characters; this password has 257.");
  EXPECT_EQ(password_problem(scrambled(256), sian), std::nullopt);
}

TEST(PasswordProblem, counts_characters_not_bytes) {
  EXPECT_EQ(password_problem("高山流水知音難尋", sian), "Use at least 12 characters; this password has 8.");
}

TEST(PasswordProblem, is_the_control_character_that_nobody_could_type_again) {
  EXPECT_THAT(password_problem(std::string("xT9#kQ2$\0vLp8zz", 15), sian).value(),
              HasSubstr("control character"));
  EXPECT_THAT(password_problem("xT9#kQ2$\xFFvLp8zz", sian).value(), HasSubstr("control character"));
}

TEST(PasswordProblem, an_invisible_character_made_a_password_that_nobody_could_type) {
  for (const auto* invisible :
       {"\u00AD", "\u200B", "\u200D", "\u2060", "\uFEFF", "\u3164", "\u2800", "\u180E"}) {
    EXPECT_THAT(
        password_problem("tulip har" + std::string(invisible) + "bour velvet cactus", sian).value_or("none"),
        HasSubstr("The password holds the invisible character U+"))
        << invisible;
  }
}

TEST(PasswordProblem, typographic_characters_made_a_password_that_nobody_could_type) {
  for (const auto* sign : {"’", "‘", "“", "”", "–", "—", "‐", "‹", "•", "″"}) {
    EXPECT_THAT(
        password_problem("tulip" + std::string(sign) + "s harbour velvet cactus", sian).value_or("none"),
        HasSubstr("which no keyboard types"))
        << sign;
  }
  EXPECT_THAT(password_problem("tulip harbo\uFFFDr velvet cactus", sian).value_or("none"),
              HasSubstr("“\uFFFD” (U+FFFD)"));
}

TEST(PasswordProblem, is_none_for_what_is_typed_and_signs_in_as_it_looks) {
  // NFKC makes a plain space of a no-break one, and three dots of an ellipsis, here and at the door.
  for (const auto* password :
       {"tulip\u00A0harbour velvet cactus", "tulip harbour… velvet cactus", "tulip's harbour-velvet cactus",
        "tülip härbour £ § velvet", "高山流水知音難尋千古傳唱"}) {
    EXPECT_EQ(password_problem(password, sian), std::nullopt) << password;
  }
  EXPECT_TRUE(password_matches(hash_password("tulip\u00A0harbour… velvet"), "tulip harbour... velvet"));
}

TEST(PasswordProblem, is_the_guessable_pattern_with_advice) {
  EXPECT_THAT(password_problem("password1234", sian).value(),
              StartsWith("This password is too easy to guess. It is built on words that are guessed first."));
  EXPECT_THAT(password_problem("abcdefghijklm", sian).value(), HasSubstr("the alphabet"));
  EXPECT_THAT(password_problem("aaaaaaaaaaaaaa", sian).value(), HasSubstr("again and again"));
  EXPECT_THAT(password_problem("letmeinletmein", sian).value(), HasSubstr("again and again"));
  EXPECT_THAT(password_problem("21/12/201999", sian).value(), HasSubstr("a date or a year"));
}

TEST(PasswordProblem, passwords_of_the_lists_that_are_tried_first_were_taken) {
  for (const auto* password : {"1qaz2wsx3edc4rfv", "1QAZ2wsx3edc4rfv!", "correcthorsebatterystaple",
                               "2026CorrectHorseBatteryStaple!", "qazwsxedcrfv99"}) {
    EXPECT_THAT(password_problem(password, sian).value_or("taken"), HasSubstr("too easy to guess"))
        << password;
  }
}

TEST(PasswordProblem, passwords_made_of_the_products_own_words_were_taken) {
  const std::string hill[] = {"Siân", "Jones", "sian.jones@school.example", "Hill School"};
  for (const auto* password :
       {"ExamsHub12345", "Exams Hub 12345", "HillSchool2026exams", "invigilator2026", "ExamsOfficer2027!"}) {
    EXPECT_THAT(password_problem(password, hill).value_or("taken"), HasSubstr("too easy to guess"))
        << password;
  }
}

TEST(PasswordProblem, is_a_password_made_of_the_persons_own_names_email_or_centre) {
  for (const char* password : {"SianONeil2024!", "siân o'neil 1", "oneil.sian.2025", "DemoHillSchool1",
                               "demohill demohill9", "S1an0ne1l2024"}) {
    EXPECT_THAT(password_problem(password, sian).value_or("none"),
                HasSubstr("built on a name, the email or the centre"))
        << password;
  }
}

TEST(PasswordProblem, is_not_cured_by_signs_between_the_own_words) {
  const std::string own[] = {"Ann", "O'Neil", "ann@new.example", "Demo Hill School"};
  for (const char* password :
       {"Demo Hill School", "demo-hill-school", "Demo_Hill_School", "AnnO'Neil-ann@new.example"}) {
    EXPECT_TRUE(password_problem(password, own)) << password;
  }
  EXPECT_FALSE(password_problem("violet kettle hill orbit", own));
}

TEST(PasswordProblem, with_own_words_in_any_script) {
  const std::vector<std::string> li{"明", "李"};
  EXPECT_NE(password_problem("李明李明李明李明李明李明", li), std::nullopt);
}

TEST(PasswordStrength, is_not_raised_by_accents_on_a_common_password) {
  EXPECT_LT(strength("pässwörd1234", {}).score, enough_score);
}

TEST(PasswordStrength, is_not_raised_by_a_character_that_takes_several_bytes) {
  EXPECT_LT(strength(repeated("李", 12), {}).score, enough_score);
  EXPECT_LT(strength(repeated("🦜", 12), {}).score, enough_score);
}

TEST(PasswordStrength, has_advice_exactly_when_it_is_not_enough) {
  EXPECT_EQ(strength("correct horse battery staple", {}).advice, "");
  EXPECT_EQ(strength("correct horse battery staple", {}).score, 4);
  EXPECT_EQ(strength("password1234", {}).score, 0);
  EXPECT_THAT(strength("password1234", {}).advice, HasSubstr("Use four or more words"));
}

TEST(PasswordStrength, takes_no_more_than_a_few_milliseconds_however_long_the_password_and_the_own_words) {
  const std::vector<std::string> long_words(4, repeated("ab cde ", 200));
  for (const auto& password : {repeated("a", 256), repeated("p4$$w0rd1e5z", 21), scrambled(256),
                               repeated("李", 256), repeated("password", 32), repeated("a", 100'000)}) {
    EXPECT_LT(milliseconds([&] { strength(password, long_words); }), 15) << password.substr(0, 12);
  }
}

TEST(PasswordStrength, of_what_repeats_itself_took_seconds) {
  for (const auto* piece : {"12", "98/98", "5t", "a", "1212121", "0101", "2112201921", "1@17@p52@f@"}) {
    EXPECT_LT(milliseconds([&] { strength(repeated(piece, 100), sian); }), 2) << piece;
  }
}

TEST(PasswordStrength, is_not_lowered_by_a_weak_beginning_or_many_digits) {
  EXPECT_EQ(strength("Siân O'Neil tulip harbour velvet", sian).score, 4);
  EXPECT_GE(strength("1234567890 tulip harbour velvet", sian).score, enough_score);
  EXPECT_GE(strength("734912850617", sian).score, enough_score);
  EXPECT_LT(strength("1212121212121212121212", sian).score, enough_score);
}

TEST(PasswordHash, is_Argon2id_with_19_MiB_and_2_passes) {
  EXPECT_THAT(hash_password("correct horse battery staple"),
              MatchesRegex("\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$.*"));
}

TEST(PasswordHash, matches_its_password_and_no_other) {
  const auto hash = hash_password("correct horse battery staple");
  EXPECT_TRUE(password_matches(hash, "correct horse battery staple"));
  EXPECT_FALSE(password_matches(hash, "correct horse battery stapl"));
  EXPECT_FALSE(password_matches(hash, "Correct horse battery staple"));
  EXPECT_FALSE(password_matches(hash, ""));
}

TEST(PasswordHash, is_never_of_a_truncated_password) {
  const auto hash = hash_password(repeated("x", 255) + "y");
  EXPECT_FALSE(password_matches(hash, repeated("x", 255) + "z"));
  EXPECT_FALSE(password_matches(hash, repeated("x", 255)));
  EXPECT_TRUE(password_matches(hash, repeated("x", 255) + "y"));
}

TEST(PasswordHash, is_salted_afresh_each_time) {
  EXPECT_NE(hash_password("the same"), hash_password("the same"));
}

TEST(PasswordHash, agrees_between_devices_that_compose_accents_differently) {
  EXPECT_TRUE(password_matches(hash_password("caf\u00E9 in the corner"), "cafe\u0301 in the corner"));
}

TEST(PasswordHash, that_is_no_hash_matches_nothing) {
  EXPECT_FALSE(password_matches("", "anything"));
  EXPECT_FALSE(password_matches("plain text", "plain text"));
}

TEST(MatchesNobody, is_false_at_the_price_of_a_real_check) {
  const auto hash = hash_password("correct horse battery staple");
  EXPECT_FALSE(matches_nobody("correct horse battery staple"));
  const double real = milliseconds([&] { password_matches(hash, "wrong horse battery staple"); });
  const double nobody = milliseconds([&] { matches_nobody("wrong horse battery staple"); });
  EXPECT_GT(nobody, real * 0.7);
  EXPECT_LT(nobody, real * 1.4);
}

}  // namespace
}  // namespace accounts
