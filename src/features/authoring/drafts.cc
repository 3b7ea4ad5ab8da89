#include "features/authoring/drafts.h"

#include <stdexcept>

#include "access/rules.h"
#include "features/assessments/assessment_yaml.h"
#include "features/assessments/content_reader.h"
#include "features/audit/audit.h"

namespace authoring {
namespace {

constexpr auto too_long =
    "An assessment may hold 1 MB of text, as the Hub writes it. Shorten its texts, or split it into two.";

// Gaps are no error here: Draft::problems tells them. Whatever was taken once can be shown, and so discarded.
assessments::Assessment content_from(const std::string& yaml) {
  const auto tree = assessments::read_yaml(yaml, yaml.size());
  if (!tree) throw std::logic_error("a draft cannot be read: " + tree.error().message);
  return assessments::read_content(*tree).assessment;
}

std::optional<assessments::AssessmentId> id_of(const std::optional<assessments::Version>& version) {
  return version ? std::optional(version->id) : std::nullopt;
}

}  // namespace

std::vector<DraftSummary> drafts(db::Connection& connection, const access::Actor& actor) {
  std::vector<DraftSummary> all;
  if (!access::runs_hub(actor)) return all;
  for (const auto& row :
       connection.exec("SELECT id, title, slug, year, changed_at, changed_by FROM assessment_draft "
                       "ORDER BY changed_at DESC, id DESC")) {
    all.push_back({row.id<DraftId>(0), row.text(1), row.text(2), row.text(3), row.instant(4), row.text(5)});
  }
  return all;
}

std::optional<Draft> find_draft(db::Connection& connection, const access::Actor& actor, DraftId id) {
  if (!access::runs_hub(actor)) return std::nullopt;
  const auto rows = connection.exec(
      "SELECT content, changed_at, changed_by, version FROM assessment_draft WHERE id = ?", id);
  if (rows.empty()) return std::nullopt;
  const auto& row = rows.front();
  return Draft{id, content_from(row.text(0)), row.instant(1), row.text(2), row.integer(3)};
}

base::Result<DraftId> add_draft(db::Connection& connection, const access::Actor& actor,
                                const assessments::Assessment& content) {
  if (!access::runs_hub(actor)) throw std::logic_error("only a Hub operator keeps drafts");
  const auto yaml = assessments::to_yaml(content);
  if (yaml.size() > assessments::max_file_bytes)
    return base::refuse(base::Refusal::bad_input("file", too_long));
  const auto now = connection.now();
  return connection
      .exec(
          "INSERT INTO assessment_draft (title, slug, year, content, created_at, changed_at, changed_by) "
          "VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING id",
          content.title, content.slug, content.year, yaml, now, now, actor.name)
      .at(0)
      .id<DraftId>(0);
}

base::Result<void> save_draft(db::Connection& connection, const access::Actor& actor, DraftId id,
                              const assessments::Assessment& content, std::int64_t version) {
  if (!access::runs_hub(actor)) return base::refuse(base::Refusal::not_found());
  const auto yaml = assessments::to_yaml(content);
  if (yaml.size() > assessments::max_file_bytes) {
    return base::refuse(base::Refusal::bad_input("", too_long));
  }
  if (connection.exec("SELECT id FROM assessment_draft WHERE id = ?", id).empty()) {
    return base::refuse(base::Refusal::not_found());
  }
  const auto saved = connection.exec(
      "UPDATE assessment_draft SET title = ?, slug = ?, year = ?, content = ?, changed_at = ?, changed_by = "
      "?, "
      "version = version + 1 WHERE id = ? AND version = ? RETURNING id",
      content.title, content.slug, content.year, yaml, connection.now(), actor.name, id, version);
  if (saved.empty())
    return base::refuse(base::Refusal::conflict("Somebody else changed this draft meanwhile."));
  return {};
}

Standing standing(db::Connection& connection, const assessments::Assessment& content) {
  Standing found;
  found.before = assessments::find_current(connection, content.slug, content.year);
  found.same_year = found.before.has_value();
  const auto newest = assessments::find_current(connection, content.slug);
  if (!found.before) found.before = newest;
  found.unchanged = found.same_year &&
                    assessments::content_hash(*found.before->content) == assessments::content_hash(content);
  found.restores = newest && newest->withdrawn_at && content.year >= newest->year && !found.unchanged;
  return found;
}

base::Result<assessments::Publication> publish_draft(db::Connection& connection, const access::Actor& actor,
                                                     DraftId id, const Reviewed& reviewed) {
  const auto draft = find_draft(connection, actor, id);
  if (!draft) return base::refuse(base::Refusal::not_found());
  if (draft->version != reviewed.draft_version) {
    return base::refuse(base::Refusal::conflict(
        "Somebody else changed this draft after you looked at it. Look at it again, then publish it."));
  }
  if (id_of(standing(connection, draft->content).before) != reviewed.before) {
    return base::refuse(
        base::Refusal::conflict("Another version was published after you looked at this draft. Look at what "
                                "differs now, then publish it."));
  }
  if (!draft->problems().empty()) {
    return base::refuse(
        base::Refusal::bad_input("", "Fill the gaps of this draft first: they are listed below."));
  }
  auto published = assessments::publish(connection, draft->content, &actor);
  if (published) connection.exec("DELETE FROM assessment_draft WHERE id = ?", id);
  return published;
}

base::Result<void> discard_draft(db::Connection& connection, const access::Actor& actor, DraftId id) {
  const auto draft = find_draft(connection, actor, id);
  if (!draft) return base::refuse(base::Refusal::not_found());
  connection.exec("DELETE FROM assessment_draft WHERE id = ?", id);
  audit::record(connection, actor,
                {audit::action::draft_discarded,
                 {"assessment", std::nullopt, draft->content.title},
                 {{"Slug", draft->content.slug, ""}, {"Year", draft->content.year, ""}}});
  return {};
}

}  // namespace authoring
