#include "features/audit/actions.h"

#include <algorithm>
#include <array>

namespace audit {

std::span<const Action> all_actions() {
  using namespace action;
  static constexpr std::array all = {
      signed_in,
      signed_out,
      sign_in_failed,
      sign_in_throttled,
      password_changed,
      session_ended,
      account_added,
      account_edited,
      account_password_set,
      account_deleted,
      upload_checked,
      upload_added,
      upload_failed,
      audit_exported,
      power_refused,
      centre_added,
      operator_added,
      assessment_published,
      access_changed,
      access_default_changed,
      extra_time_changed,
      answers_viewed,
      summary_downloaded,
      certificate_reissued,
      certificate_withdrawn,
      certificates_downloaded,
      reminders_downloaded,
      centre_renamed,
      centre_closed,
      centre_kept,
      centre_reopened,
      centre_erased,
      centre_upload_checked,
      centre_upload_added,
      centre_upload_failed,
      centre_admin_appointed,
      centre_admin_changed,
      centre_admin_withdrawn,
      draft_discarded,
      assessment_withdrawn,
      assessment_restored,
      resource_published,
      resource_changed,
      resource_withdrawn,
      resource_restored,
      report_made,
      report_named,
      record_requested,
      record_downloaded,
  };
  return all;
}

std::vector<Action> actions_in(Whose whose) {
  const auto elsewhere = whose == Whose::hub ? StandsIn::centres : StandsIn::hub;
  std::vector<Action> actions;
  std::ranges::copy_if(all_actions(), std::back_inserter(actions),
                       [&](const Action& action) { return action.stands_in != elsewhere; });
  return actions;
}

std::string_view words(std::string_view code) {
  const auto found = std::ranges::find(all_actions(), code, &Action::code);
  return found == all_actions().end() ? code : found->words;
}

}  // namespace audit
