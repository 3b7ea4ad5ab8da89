#include "features/resources/resource_store.h"

#include "base/text.h"
#include "features/resources/resource_row.h"

namespace resources {
namespace {

constexpr std::size_t max_search_words = 6;

struct Condition {
  std::string sql;
  std::vector<db::Value> args;
};

std::vector<std::string> words_of(const std::string& search) {
  std::vector<std::string> words;
  const auto key = base::search_key(search);
  for (std::size_t start = 0; start < key.size() && words.size() < max_search_words;) {
    const auto end = std::min(key.find(' ', start), key.size());
    if (end > start) words.push_back(key.substr(start, end - start));
    start = end + 1;
  }
  return words;
}

Condition condition_of(const access::Actor& actor, const ListQuery& query) {
  Condition condition{may_publish(actor) ? " WHERE 1 = 1" : " WHERE r.withdrawn_at IS NULL", {}};
  for (const auto& word : words_of(query.search)) {
    condition.sql += " AND r.search_key LIKE ? ESCAPE '\\'";
    condition.args.emplace_back(base::like_pattern(word));
  }
  return condition;
}

}  // namespace

ListPage list(db::Connection& connection, const access::Actor& actor, const ListQuery& query) {
  ListPage page;
  if (!may_read(actor)) return page;
  auto condition = condition_of(actor, query);
  page.total = static_cast<std::size_t>(
      connection.exec_values("SELECT COUNT(*) FROM resource r" + condition.sql, condition.args)
          .front()
          .integer(0));
  condition.args.emplace_back(query.limit);
  condition.args.emplace_back(query.offset);
  const auto sql = EXAMS_RESOURCE_SELECT + condition.sql +
                   " ORDER BY r.folder_sort_key, r.sort_key, r.id LIMIT ? OFFSET ?";
  for (const auto& row : connection.exec_values(sql, condition.args))
    page.resources.push_back(resource_from(row));
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
