// The resources' queries. Whoever may not read a resource does not find it. Bytes are kept once, under their
// SHA-256, and read piece by piece.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "db/connection.h"
#include "features/resources/resource.h"

namespace resources {

struct ListQuery {
  std::string search{};  // each word of it in the name or the folder, however accented; empty: all
  std::size_t offset = 0;
  std::size_t limit = 50;
};

struct ListPage {
  std::vector<Resource> resources;  // by folder, then by name
  std::size_t total = 0;
};

ListPage list(db::Connection&, const access::Actor&, const ListQuery&);
std::optional<Resource> find(db::Connection&, const access::Actor&, ResourceId);
std::vector<Version> versions(db::Connection&, const access::Actor&,
                              ResourceId);                                // newest first; operators alone
std::vector<std::string> folders(db::Connection&, const access::Actor&);  // in use, by name

// A file ready to be stored: cut up and hashed before any transaction.
struct File {
  std::string filename;
  documents::DocumentKind kind;
  std::size_t size;
  std::string sha256;
  std::vector<std::string> pieces;
};
File file_of(std::string filename, documents::DocumentKind, std::string_view bytes);

// All for Hub operators; not_found for anybody else. Kept in the audit.
base::Result<ResourceId> publish(db::Connection&, const access::Actor&, const Naming&,
                                 const File&);  // checked naming
// Refuses bad_input "file" for the very bytes that are the newest version already.
base::Result<void> publish_version(db::Connection&, const access::Actor&, ResourceId, const File&);
// conflict for a stale version
base::Result<void> rename(db::Connection&, const access::Actor&, ResourceId, const Naming&,
                          std::int64_t edit_version);
base::Result<void> withdraw(db::Connection&, const access::Actor&, ResourceId);
base::Result<void> restore(db::Connection&, const access::Actor&, ResourceId);

// From 0 on; nothing after the last one.
std::optional<std::string> piece(db::Connection&, const Version&, std::size_t position);

}  // namespace resources
