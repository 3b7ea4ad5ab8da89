#include <fmt/format.h>

#include "base/random.h"
#include "base/text.h"
#include "features/audit/audit.h"
#include "features/resources/resource_store.h"

namespace resources {
namespace {

constexpr std::size_t piece_bytes = std::size_t{256} << 10;

audit::Subject subject_of(ResourceId id, std::string_view name) {
  return {"resource", std::to_underlying(id), std::string(name)};
}

std::string search_key(const Naming& naming) {
  return base::search_key(naming.folder + " " + naming.name);
}

std::optional<Resource> found(db::Connection& connection, const access::Actor& actor, ResourceId id) {
  return may_publish(actor) ? find(connection, actor, id) : std::nullopt;
}

// The same bytes are there already: nothing is stored twice.
void store(db::Connection& connection, const File& file) {
  const auto rows = connection.exec(
      "INSERT INTO resource_content (sha256, size) VALUES (?, ?) ON CONFLICT (sha256) DO NOTHING RETURNING "
      "size",
      file.sha256, file.size);
  if (rows.empty()) return;
  for (std::size_t i = 0; i < file.pieces.size(); ++i) {
    connection.exec("INSERT INTO resource_piece (sha256, position, bytes) VALUES (?, ?, ?)", file.sha256, i,
                    db::Blob{file.pieces[i]});
  }
}

void add_version(db::Connection& connection, const access::Actor& actor, ResourceId id, int number,
                 const File& file) {
  store(connection, file);
  connection.exec(
      "INSERT INTO resource_version (resource_id, version, filename, kind, sha256, published_at, "
      "published_by) "
      "VALUES (?, ?, ?, ?, ?, ?, ?)",
      id, number, file.filename, documents::extension(file.kind), file.sha256, connection.now(), actor.name);
}

void record_publication(db::Connection& connection, const access::Actor& actor, ResourceId id,
                        std::string_view name, int number, const File& file) {
  audit::record(connection, actor,
                {audit::action::resource_published,
                 subject_of(id, name),
                 {{"Version", number > 1 ? fmt::to_string(number - 1) : "", fmt::to_string(number)},
                  {"File", "", file.filename},
                  {"SHA-256", "", file.sha256}}});
}

}  // namespace

File file_of(std::string filename, documents::DocumentKind kind, std::string_view bytes) {
  File file{std::move(filename), kind, bytes.size(), base::sha256_hex(bytes), {}};
  for (std::size_t start = 0; start < bytes.size(); start += piece_bytes) {
    file.pieces.emplace_back(bytes.substr(start, piece_bytes));
  }
  return file;
}

base::Result<ResourceId> publish(db::Connection& connection, const access::Actor& actor, const Naming& naming,
                                 const File& file) {
  if (!may_publish(actor)) return base::refuse(base::Refusal::not_found());
  const auto id = connection
                      .exec(
                          "INSERT INTO resource (name, folder, folder_sort_key, sort_key, search_key) "
                          "VALUES (?, ?, ?, ?, ?) RETURNING id",
                          naming.name, naming.folder, base::collation_key(naming.folder),
                          base::collation_key(naming.name), search_key(naming))
                      .at(0)
                      .id<ResourceId>(0);
  add_version(connection, actor, id, 1, file);
  record_publication(connection, actor, id, naming.name, 1, file);
  return id;
}

base::Result<void> publish_version(db::Connection& connection, const access::Actor& actor, ResourceId id,
                                   const File& file) {
  const auto resource = found(connection, actor, id);
  if (!resource) return base::refuse(base::Refusal::not_found());
  if (resource->newest.sha256 == file.sha256) {
    return base::refuse(base::Refusal::bad_input("file", "This very file is the newest version already."));
  }
  const int number = resource->newest.number + 1;
  add_version(connection, actor, id, number, file);
  record_publication(connection, actor, id, resource->name, number, file);
  return {};
}

base::Result<void> rename(db::Connection& connection, const access::Actor& actor, ResourceId id,
                          const Naming& naming, std::int64_t edit_version) {
  const auto resource = found(connection, actor, id);
  if (!resource) return base::refuse(base::Refusal::not_found());
  const auto changed = connection.exec(
      "UPDATE resource SET name = ?, folder = ?, folder_sort_key = ?, sort_key = ?, search_key = ?, "
      "version = version + 1 WHERE id = ? AND version = ? RETURNING id",
      naming.name, naming.folder, base::collation_key(naming.folder), base::collation_key(naming.name),
      search_key(naming), id, edit_version);
  if (changed.empty()) {
    return base::refuse(base::Refusal::conflict(
        "Somebody else changed this document meanwhile. Open its page again to see how it is now."));
  }
  std::vector<audit::Detail> details;
  if (naming.name != resource->name) details.push_back({"Name", resource->name, naming.name});
  if (naming.folder != resource->folder) details.push_back({"Folder", resource->folder, naming.folder});
  if (!details.empty()) {
    audit::record(connection, actor, {audit::action::resource_changed, subject_of(id, naming.name), details});
  }
  return {};
}

base::Result<void> withdraw(db::Connection& connection, const access::Actor& actor, ResourceId id) {
  const auto resource = found(connection, actor, id);
  if (!resource) return base::refuse(base::Refusal::not_found());
  if (resource->withdrawn_at) return {};
  connection.exec("UPDATE resource SET withdrawn_at = ? WHERE id = ?", connection.now(), id);
  audit::record(connection, actor, {audit::action::resource_withdrawn, subject_of(id, resource->name)});
  return {};
}

base::Result<void> restore(db::Connection& connection, const access::Actor& actor, ResourceId id) {
  const auto resource = found(connection, actor, id);
  if (!resource) return base::refuse(base::Refusal::not_found());
  if (!resource->withdrawn_at) return {};
  connection.exec("UPDATE resource SET withdrawn_at = NULL WHERE id = ?", id);
  audit::record(connection, actor, {audit::action::resource_restored, subject_of(id, resource->name)});
  return {};
}

}  // namespace resources
