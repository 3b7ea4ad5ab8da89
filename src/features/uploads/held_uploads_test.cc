#include "features/uploads/held_uploads.h"

#include <gmock/gmock.h>

namespace uploads {
namespace {

using ::testing::SizeIs;

CheckedFile file_of(std::size_t ready, std::size_t with_problems = 0) {
  CheckedFile file;
  for (std::size_t i = 0; i < ready; ++i)
    file.ready.push_back(
        {{i + 2, {"Ann", "Lee", "a" + std::to_string(i) + "@b.example", ""}}, Secret(std::string("secret"))});
  file.problem_rows.resize(with_problems);
  return file;
}

constexpr access::CentreId here{1};
constexpr HeldUploads::Uploader ann{access::AccountId{1}, here};
constexpr HeldUploads::Uploader bob{access::AccountId{2}, here};
constexpr HeldUploads::Uploader elsewhere{access::AccountId{3}, access::CentreId{2}};

TEST(HeldUploads, gives_the_ready_rows_once) {
  HeldUploads held;
  held.put(UploadId{1}, ann, file_of(2));
  EXPECT_TRUE(held.holds_ready_rows(UploadId{1}));
  EXPECT_THAT(held.take_ready_rows(UploadId{1}).value(), SizeIs(2));
  EXPECT_FALSE(held.take_ready_rows(UploadId{1}));
  EXPECT_FALSE(held.holds_ready_rows(UploadId{1}));
}

TEST(HeldUploads, keeps_the_problem_rows_when_the_ready_ones_are_taken) {
  HeldUploads held;
  held.put(UploadId{1}, ann, file_of(1, 3));
  held.take_ready_rows(UploadId{1});
  ASSERT_TRUE(held.problems(UploadId{1}));
  EXPECT_THAT(held.problems(UploadId{1})->problem_rows, SizeIs(3));
}

TEST(HeldUploads, shows_the_values_of_the_ready_rows_without_passwords) {
  HeldUploads held;
  held.put(UploadId{1}, ann, file_of(5));
  EXPECT_THAT(held.ready_values(UploadId{1}, 3), SizeIs(3));
  EXPECT_THAT(held.ready_values(UploadId{2}, 3), SizeIs(0));
}

TEST(HeldUploads, forgets_what_is_older_than_an_hour) {
  HeldUploads held;
  const auto now = HeldUploads::Clock::now();
  held.put(UploadId{1}, ann, file_of(1), now - std::chrono::minutes{61});
  held.put(UploadId{2}, ann, file_of(1), now - std::chrono::minutes{59});
  held.forget_old(now);
  EXPECT_FALSE(held.problems(UploadId{1}));
  EXPECT_TRUE(held.holds_ready_rows(UploadId{2}));
}

TEST(HeldUploads, keeps_only_the_newest_of_one_person) {
  HeldUploads held;
  held.put(UploadId{1}, bob, file_of(1));
  for (int i = 2; i <= 5; ++i) held.put(UploadId{i}, ann, file_of(1));
  EXPECT_TRUE(held.problems(UploadId{1}));
  EXPECT_FALSE(held.problems(UploadId{2}));
  EXPECT_TRUE(held.problems(UploadId{3}));
}

TEST(HeldUploads, of_a_centre_were_pushed_out_by_another_centres) {
  HeldUploads held({.rows = 10});
  held.put(UploadId{1}, elsewhere, file_of(3));
  held.put(UploadId{2}, ann, file_of(5));
  held.put(UploadId{3}, bob, file_of(5));
  EXPECT_TRUE(held.problems(UploadId{1}));
  EXPECT_FALSE(held.problems(UploadId{2}));
  EXPECT_TRUE(held.problems(UploadId{3}));
}

TEST(HeldUploads, lets_the_oldest_go_when_there_are_too_many_rows) {
  HeldUploads held({.rows = 10});
  held.put(UploadId{1}, ann, file_of(4, 2));
  held.put(UploadId{2}, bob, file_of(4));
  EXPECT_TRUE(held.problems(UploadId{1}));
  held.put(UploadId{3}, bob, file_of(1));
  EXPECT_FALSE(held.problems(UploadId{1}));
  held.put(UploadId{4}, ann, file_of(20));
  EXPECT_TRUE(held.problems(UploadId{4}));
}

}  // namespace
}  // namespace uploads
