#include "features/user_upload/forget_deleted.h"

#include <set>

#include "base/text.h"
#include "features/uploads/upload_store.h"
#include "features/user_upload/user_kind.h"

namespace user_upload {
namespace {

using uploads::Problem;

constexpr std::string_view nothing_left = "This row was about somebody whose account has been deleted since.";

// How an account may be named in a report: in any letter case, with or without accents.
class Names {
 public:
  explicit Names(const accounts::Account& account)
      : email_(base::search_key(account.email)), name_(base::search_key(account.full_name())) {}

  bool in(const Problem& problem) const { return in(problem.value) || in(problem.what_to_do); }

 private:
  bool in(std::string_view text) const {
    const auto key = base::search_key(text);
    return key.find(email_) != key.npos || key.find(name_) != key.npos;
  }

  std::string email_;
  std::string name_;
};

bool forget(std::vector<Problem>& problems, const Names& names) {
  std::set<std::size_t> rows;
  for (const auto& problem : problems) {
    if (names.in(problem)) rows.insert(problem.row);
  }
  for (auto& problem : problems) {
    if (!rows.contains(problem.row)) continue;
    problem.value.clear();
    problem.what_to_do = nothing_left;
  }
  return !rows.empty();
}

}  // namespace

bool forget(uploads::Report& report, const accounts::Account& account) {
  const Names names(account);
  const bool problems = forget(report.problems, names);
  const bool taken = forget(report.taken, names);
  return problems || taken;
}

void ForgetDeleted::deleted(db::Connection& connection, const access::Actor& actor,
                            const accounts::Account& account) {
  uploads::UploadStore(format()).change_reports(
      connection, actor, [&](uploads::Report& report) { return forget(report, account); });
}

}  // namespace user_upload
