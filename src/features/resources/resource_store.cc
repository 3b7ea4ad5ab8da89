#include "features/resources/resource_store.h"

#include "base/text.h"
#include "features/resources/resource_row.h"

namespace resources {
namespace {

db::Query matching(std::string_view select, const access::Actor& actor, const ListQuery& asked) {
  db::Query query(select);
  query.also(may_publish(actor) ? " WHERE 1 = 1" : " WHERE r.withdrawn_at IS NULL");
  return query.search("r.search_key", asked.search);
}

}  // namespace

ListPage list(db::Connection& connection, const access::Actor& actor, const ListQuery& query) {
  ListPage page;
  if (!may_read(actor)) return page;
  const auto count = connection.exec(matching("SELECT COUNT(*) FROM resource r", actor, query));
  page.total = static_cast<std::size_t>(count.front().integer(0));
  for (const auto& row :
       connection.exec(matching(EXAMS_RESOURCE_SELECT, actor, query)
                           .also(" ORDER BY r.folder_sort_key, r.sort_key, r.id LIMIT ? OFFSET ?",
                                 query.limit, query.offset))) {
    page.resources.push_back(resource_from(row));
  }
  return page;
}

std::optional<Resource> find(db::Connection& connection, const access::Actor& actor, ResourceId id) {
  if (!may_read(actor)) return std::nullopt;
  const auto rows = connection.exec(EXAMS_RESOURCE_SELECT " WHERE r.id = ?", id);
  if (rows.empty()) return std::nullopt;
  auto found = resource_from(rows.front());
  if (found.withdrawn_at && !may_publish(actor)) return std::nullopt;
  return found;
}

std::vector<Version> versions(db::Connection& connection, const access::Actor& actor, ResourceId id) {
  std::vector<Version> all;
  if (!may_publish(actor)) return all;
  for (const auto& row :
       connection.exec("SELECT " EXAMS_VERSION_COLUMNS
                       " FROM resource_version v JOIN resource_content c ON c.sha256 = v.sha256 "
                       "WHERE v.resource_id = ? ORDER BY v.version DESC",
                       id)) {
    all.push_back(version_from(row, 0));
  }
  return all;
}

std::vector<std::string> folders(db::Connection& connection, const access::Actor& actor) {
  std::vector<std::string> all;
  if (!may_publish(actor)) return all;
  for (const auto& row : connection.exec("SELECT DISTINCT folder, folder_sort_key FROM resource WHERE folder "
                                         "<> '' ORDER BY folder_sort_key")) {
    all.push_back(row.text(0));
  }
  return all;
}

std::optional<std::string> piece(db::Connection& connection, const Version& version, std::size_t position) {
  const auto rows = connection.exec("SELECT bytes FROM resource_piece WHERE sha256 = ? AND position = ?",
                                    version.sha256, position);
  return rows.empty() ? std::nullopt : std::optional(rows.front().blob(0));
}

}  // namespace resources
