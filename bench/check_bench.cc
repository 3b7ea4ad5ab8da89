// The check of a file of 10,000 users, from its bytes to the page that tells what is wrong in it, against
// bare inflating and parsing of the same file by libzip and expat; how much of it is reading the file; and
// the memory at its peak above what stood before.
#include <expat.h>
#include <fmt/format.h>
#include <malloc.h>
#include <zip.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <fstream>
#include <optional>
#include <stdexcept>

#include "documents/spreadsheet.h"
#include "documents/workbook.h"
#include "features/uploads/uploads.h"
#include "features/user_upload/user_kind.h"
#include "support/cast.h"
#include "support/test_database.h"

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t users = 10'000;
constexpr int rounds = 5;

std::string file_of_users() {
  documents::Workbook workbook;
  const documents::Column columns[] = {{"First name*"}, {"Last name*"}, {"Email*"}, {"Password*"}, {"Role*"}};
  workbook.sheet("Users", columns);
  for (std::size_t i = 0; i < users; ++i) {
    const std::string cells[] = {"Siân", fmt::format("User {}", i), fmt::format("user{}@bench.example", i),
                                 fmt::format("violet-kettle-{}-orbit", i), "INV"};
    workbook.row(cells);
  }
  return workbook.bytes();
}

struct Archive {
  zip_t* zip;
  explicit Archive(const std::string& bytes) {
    zip_error_t error;
    auto* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    zip = zip_open_from_source(source, ZIP_RDONLY, &error);
    if (zip == nullptr) throw std::runtime_error("not a ZIP file");
  }
  ~Archive() { zip_discard(zip); }
};

std::size_t inflate_and_parse(const std::string& bytes) {
  const Archive archive(bytes);
  std::size_t inflated = 0;
  for (zip_int64_t i = 0; i < zip_get_num_entries(archive.zip, 0); ++i) {
    auto* entry = zip_fopen_index(archive.zip, static_cast<zip_uint64_t>(i), 0);
    auto* parser = XML_ParserCreate(nullptr);
    std::array<char, 64 << 10> piece{};
    for (zip_int64_t size = 1; size > 0; inflated += static_cast<std::size_t>(size)) {
      size = zip_fread(entry, piece.data(), piece.size());
      if (size < 0 || XML_Parse(parser, piece.data(), static_cast<int>(size), size == 0) == XML_STATUS_ERROR)
        throw std::runtime_error("not XML");
    }
    XML_ParserFree(parser);
    zip_fclose(entry);
  }
  return inflated;
}

template <class F>
double milliseconds(F f) {
  const auto start = Clock::now();
  f();
  return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

double mebibytes(std::string_view field) {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with(field)) return std::stod(line.substr(field.size() + 1)) / 1024;
  }
  return 0;
}

}  // namespace

int main() {
  test::TestDatabase database(db::Dialect::sqlite);
  const auto cast = test::make_cast(*database);
  base::WorkPool heavy(1, 100);
  const auto file = file_of_users();
  malloc_trim(0);
  std::ofstream("/proc/self/clear_refs") << "5";  // the peak counts from here
  const auto before = mebibytes("VmRSS");
  std::array<double, rounds> bare{}, reading{}, whole{};
  uploads::Uploads uploads(*database, heavy, user_upload::users());
  for (int i = 0; i < rounds; ++i) {
    const auto at = static_cast<std::size_t>(i);
    whole[at] = milliseconds([&] { uploads.take(cast.here.officer, "users.xlsx", file).value(); });
    bare[at] = milliseconds([&] { inflate_and_parse(file); });
    reading[at] = milliseconds(
        [&] { documents::read_spreadsheet(file, {}, [](const auto&) { return true; }).value(); });
  }
  for (auto* times : {&bare, &reading, &whole}) std::ranges::sort(*times);
  const auto middle = rounds / 2;
  fmt::print(
      "check: {} rows, bare inflate and expat {:.0f} ms, read {:.0f} ms, checked {:.0f} ms, ratio {:.2f} of "
      "reading, "
      "{:.2f} of the check, {:.0f} MiB above idle\n",
      users, bare[middle], reading[middle], whole[middle], reading[middle] / bare[middle],
      whole[middle] / bare[middle], mebibytes("VmHWM") - before);
}
