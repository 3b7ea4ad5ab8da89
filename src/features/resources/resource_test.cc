#include "features/resources/resource.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace resources {
namespace {

using ::testing::ElementsAre;
using ::testing::Field;
using ::testing::IsEmpty;

access::Actor actor(access::Role role, bool centre_admin = false) {
  return {.account = access::AccountId{1},
          .centre = access::CentreId{1},
          .role = role,
          .centre_admin = centre_admin,
          .name = "Somebody",
          .centre_name = {},
          .centre_number = {}};
}

TEST(Resources, are_read_by_everybody_but_an_invigilator_and_published_by_a_Hub_operator_alone) {
  using enum access::Role;
  for (const auto& reader : {actor(exams_officer), actor(exams_officer, true), actor(senior_leader)}) {
    EXPECT_TRUE(may_read(reader));
    EXPECT_FALSE(may_publish(reader));
  }
  EXPECT_TRUE(may_read(actor(hub_operator)));
  EXPECT_TRUE(may_publish(actor(hub_operator)));
  EXPECT_FALSE(may_read(actor(invigilator)));
  EXPECT_FALSE(may_publish(actor(invigilator)));
}

TEST(Resources, take_their_name_from_the_file_where_none_is_typed) {
  EXPECT_EQ(typed("  Seating plan ", " Exam rooms ", "x.pdf").name, "Seating plan");
  EXPECT_EQ(typed("", "", "Seating plan v2.final.pdf").name, "Seating plan v2.final");
  EXPECT_EQ(typed("", "", "plan").name, "plan");
}

TEST(Resources, need_a_name_that_can_be_shown_and_is_not_too_long) {
  EXPECT_THAT(check({"Seating plan", ""}), IsEmpty());
  EXPECT_THAT(check({"", ""}), ElementsAre(Field(&base::FieldError::field, "name")));
  EXPECT_THAT(
      check({"two\nlines", std::string(61, 'x')}),
      ElementsAre(Field(&base::FieldError::field, "name"), Field(&base::FieldError::field, "folder")));
}

TEST(Resources, say_their_size_as_people_do) {
  EXPECT_EQ(size_words(10), "1 KB");
  EXPECT_EQ(size_words(340 * 1024), "340 KB");
  EXPECT_EQ(size_words(13'000'000), "12.4 MB");
}

TEST(DownloadName, doubled_its_ending_and_kept_what_no_system_saves) {
  Version version;
  version.kind = documents::DocumentKind::pdf;
  const auto name = [&](std::string of) {
    Resource resource;
    resource.name = std::move(of);
    return download_name(resource, version);
  };
  EXPECT_EQ(name("Seating plan"), "Seating plan.pdf");
  EXPECT_EQ(name("Rooms.PDF"), "Rooms.pdf");
  EXPECT_EQ(name("con.pdf"), "con-.pdf");
  EXPECT_EQ(name("abc\u202Efdp.exe: 1/2"), "abcfdp.exe- 1-2.pdf");
}

}  // namespace
}  // namespace resources
