// A ZIP file in memory, read with suspicion: bounded entries, no name twice, nothing encrypted, only stored
// or deflated entries, and every inflated byte counted against the Budget. Names are matched in any ASCII
// letter case.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "documents/reading.h"

struct zip;

namespace documents {

class ZipEntry;

class ZipArchive {
 public:
  // `bytes` must outlive it. Throws Unreadable.
  ZipArchive(std::string_view bytes, Budget&);
  ZipArchive(const ZipArchive&) = delete;
  ZipArchive& operator=(const ZipArchive&) = delete;

  bool has(std::string_view name) const;
  bool has_any_in(std::string_view folder) const;         // folder ends in /
  std::unique_ptr<ZipEntry> open(std::string_view name);  // throws Unreadable where there is none
  Budget& budget() { return budget_; }

 private:
  struct Discard {
    void operator()(zip*) const;
  };
  std::unique_ptr<zip, Discard> archive_;
  std::map<std::string, std::uint64_t, std::less<>> index_;  // by name in lower case
  Budget& budget_;
};

// One entry being inflated; only while its archive lives.
class ZipEntry {
 public:
  ZipEntry(void* file, Budget& budget) : file_(file), budget_(budget) {}
  ~ZipEntry();
  ZipEntry(const ZipEntry&) = delete;
  ZipEntry& operator=(const ZipEntry&) = delete;

  Budget& budget() { return budget_; }
  std::size_t read(char* into, std::size_t size);  // 0 at the end; throws Unreadable (damaged, over a limit)

 private:
  void* file_;
  Budget& budget_;
};

}  // namespace documents
