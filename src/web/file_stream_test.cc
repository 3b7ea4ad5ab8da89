#include "web/file_stream.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>

#include "base/unavailable.h"

namespace web {
namespace {

class FileStreams : public ::testing::Test {
 public:
  ~FileStreams() override { std::filesystem::remove(path); }
  void write(const std::string& bytes) const { std::ofstream(path, std::ios::binary) << bytes; }

  const std::string path = ::testing::TempDir() + "file_stream_" + std::to_string(::getpid());
};

TEST_F(FileStreams, gives_a_files_bytes_piece_by_piece) {
  const std::string bytes(200'000, 'x');
  write(bytes);
  FileStream stream(path, nullptr);
  std::string all;
  std::size_t pieces = 0;
  for (auto piece = stream.next(); piece; piece = stream.next(), ++pieces) all += *piece;
  EXPECT_EQ(all, bytes);
  EXPECT_GT(pieces, 1U);
}

TEST_F(FileStreams, keeps_the_file_for_as_long_as_it_is_read) {
  auto owner = std::make_shared<int>(1);
  const std::weak_ptr<int> watched = owner;
  {
    write("x");
    FileStream stream(path, std::move(owner));
    EXPECT_FALSE(watched.expired());
  }
  EXPECT_TRUE(watched.expired());
}

TEST_F(FileStreams, throws_where_the_file_is_not_there) {
  FileStream stream(path, nullptr);
  EXPECT_THROW(stream.next(), base::Unavailable);
}

}  // namespace
}  // namespace web
