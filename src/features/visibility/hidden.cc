#include "features/visibility/hidden.h"

#include <algorithm>
#include <iterator>

namespace visibility {
namespace {

std::vector<std::vector<db::Value>> rows_of(const access::Actor& actor, std::span<const Hidden> hidden) {
  std::vector<std::vector<db::Value>> rows;
  rows.reserve(hidden.size());
  for (const auto& [account, slug] : hidden) rows.push_back({actor.centre, account, slug});
  return rows;
}

}  // namespace

std::vector<assessments::Version> for_invigilators(db::Connection& c) {
  auto all = assessments::current(c);
  std::erase_if(all, [](const assessments::Version& v) { return !v.is_for(access::Role::invigilator); });
  return all;
}

Slugs slugs_of(std::span<const assessments::Version> versions) {
  Slugs slugs;
  for (const auto& version : versions) slugs.insert(version.slug);
  return slugs;
}

Slugs common(const Slugs& a, const Slugs& b) {
  Slugs both;
  std::ranges::set_intersection(a, b, std::inserter(both, both.end()));
  return both;
}

Slugs without(const Slugs& a, const Slugs& b) {
  Slugs rest;
  std::ranges::set_difference(a, b, std::inserter(rest, rest.end()));
  return rest;
}

base::Result<void> can_be_hidden(std::span<const assessments::Version> versions, const Slugs& chosen) {
  if (without(chosen, slugs_of(versions)).empty()) return {};
  return base::refuse(base::Refusal::bad_input("hidden",
                                               "One of the assessments that you ticked is not for "
                                               "invigilators any more. Choose again from this list."));
}

void hide(db::Connection& c, const access::Actor& actor, std::span<const Hidden> hidden) {
  if (hidden.empty()) return;
  c.exec_many(
      "INSERT INTO hidden_assessment (centre_id, account_id, slug) VALUES (?, ?, ?) "
      "ON CONFLICT (account_id, slug) DO NOTHING",
      rows_of(actor, hidden));
}

void unhide(db::Connection& c, const access::Actor& actor, std::span<const Hidden> hidden) {
  if (hidden.empty()) return;
  c.exec_many("DELETE FROM hidden_assessment WHERE centre_id = ? AND account_id = ? AND slug = ?",
              rows_of(actor, hidden));
}

Slugs hidden_by_default(db::Connection& c, const access::Actor& actor) {
  Slugs slugs;
  for (const auto& row : c.exec("SELECT slug FROM hidden_by_default WHERE centre_id = ?", actor.centre)) {
    slugs.insert(row.text(0));
  }
  return slugs;
}

std::vector<audit::Detail> changes(std::span<const assessments::Version> versions, const Slugs& before,
                                   const Slugs& after) {
  const auto word = [](bool hidden) { return std::string(hidden ? "Hidden" : "Visible"); };
  std::vector<audit::Detail> details;
  for (const auto& version : versions) {
    const bool was = before.contains(version.slug);
    const bool is = after.contains(version.slug);
    if (was != is) details.push_back({version.title, word(was), word(is)});
  }
  return details;
}

}  // namespace visibility
