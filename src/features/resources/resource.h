// A document that the Hub gives to the centres: its name, its folder, its versions. No SQL, no HTTP.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "access/actor.h"
#include "base/instant.h"
#include "base/refusal.h"
#include "documents/document_kind.h"

namespace resources {

enum class ResourceId : std::int64_t {};
enum class VersionId : std::int64_t {};

inline constexpr std::size_t max_file_bytes = std::size_t{25} << 20;
inline constexpr std::size_t max_name_characters = 150;
inline constexpr std::size_t max_folder_characters = 60;

struct Version {
  VersionId id;
  ResourceId resource;
  int number;            // from 1
  std::string filename;  // as it was uploaded
  documents::DocumentKind kind;
  std::size_t size;
  std::string sha256;
  base::Instant published_at;
  std::string published_by;
};

struct Resource {
  ResourceId id;
  std::string name;
  std::string folder;                           // empty for none
  std::optional<base::Instant> withdrawn_at{};  // centres do not see it since
  std::int64_t edit_version;                    // goes up with every change: what a form carries
  Version newest;
};

// Who may read: an exams officer, a senior leader, a Centre Admin, what is not withdrawn. A Hub operator, who
// publishes, everything. An invigilator nothing.
bool may_read(const access::Actor&);
bool may_publish(const access::Actor&);

struct Naming {
  std::string name;
  std::string folder;
};
// White space off; where there is no name, that of the file without its ending.
Naming typed(std::string_view name, std::string_view folder, std::string_view filename);
std::vector<base::FieldError> check(const Naming&);  // fields name and folder

// What a download is called: the name, with the ending of what it is.
std::string download_name(const Resource&, const Version&);
std::string size_words(std::size_t bytes);  // "340 KB", "12.4 MB"

}  // namespace resources
