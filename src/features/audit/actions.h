// Every action that the audits know, with the words people read; each audit's filter lists those that can
// stand in it.
#pragma once

#include <span>
#include <string_view>
#include <vector>

namespace audit {

// A centre's audit has what happened in that centre, whoever did it; its Centre Admins read it. The Hub's has
// what belongs to no centre, and what Hub operators and commands did in one; Hub operators read it.
enum class Whose { centre, hub };

enum class StandsIn { both, centres, hub };

struct Action {
  std::string_view code;   // kept in the database, never changed
  std::string_view words;  // "Added a user"
  StandsIn stands_in = StandsIn::both;
};

namespace action {
inline constexpr Action account_added{"account.added", "Added a user"};
inline constexpr Action account_edited{"account.edited", "Changed a user's details", StandsIn::centres};
inline constexpr Action account_password_set{"account.password_set", "Set a user's password",
                                             StandsIn::centres};
inline constexpr Action account_deleted{"account.deleted", "Deleted a user", StandsIn::centres};
inline constexpr Action password_changed{"password.changed", "Changed their own password"};
inline constexpr Action signed_in{"sign_in.succeeded", "Signed in"};
inline constexpr Action sign_in_failed{"sign_in.failed", "Failed to sign in"};
inline constexpr Action sign_in_throttled{"sign_in.throttled",
                                          "Locked out for a while after wrong passwords"};
inline constexpr Action signed_out{"sign_out", "Signed out"};
inline constexpr Action session_ended{"session.ended", "Ended a session"};
inline constexpr Action upload_checked{"upload.checked", "Uploaded a file of users", StandsIn::centres};
inline constexpr Action upload_added{"upload.added", "Added the users of a file", StandsIn::centres};
inline constexpr Action upload_failed{"upload.failed", "Adding the users of a file failed",
                                      StandsIn::centres};
inline constexpr Action audit_exported{"audit.exported", "Downloaded the audit"};
inline constexpr Action power_refused{"power.refused", "Was refused a page or an action"};
inline constexpr Action centre_added{"centre.added", "Centre added"};
inline constexpr Action operator_added{"operator.added", "Hub operator added", StandsIn::hub};
inline constexpr Action assessment_published{"assessment.published", "Published an assessment",
                                             StandsIn::hub};
inline constexpr Action access_changed{"access.changed", "Changed which assessments an invigilator sees",
                                       StandsIn::centres};
inline constexpr Action access_default_changed{
    "access.default_changed", "Changed which assessments new invigilators see", StandsIn::centres};
inline constexpr Action extra_time_changed{"extra_time.changed", "Changed a user's extra time",
                                           StandsIn::centres};
inline constexpr Action answers_viewed{"answers.viewed", "Looked at a user's answers", StandsIn::centres};
inline constexpr Action summary_downloaded{"summary.downloaded", "Downloaded the User Summary",
                                           StandsIn::centres};
inline constexpr Action certificate_reissued{"certificate.reissued", "Reissued a certificate",
                                             StandsIn::centres};
inline constexpr Action certificate_withdrawn{"certificate.withdrawn", "Withdrew a certificate",
                                              StandsIn::centres};
inline constexpr Action certificates_downloaded{
    "certificates.downloaded", "Downloaded certificates of several people", StandsIn::centres};
inline constexpr Action reminders_downloaded{"reminders.downloaded",
                                             "Downloaded the certificates that end soon", StandsIn::centres};
}  // namespace action

std::span<const Action> all_actions();
std::vector<Action> actions_in(Whose);
std::string_view words(std::string_view code);  // the code itself for one of an older or newer binary

}  // namespace audit
