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

// Of the Hub's operator.
inline constexpr Action centre_renamed{"centre.renamed", "Centre renamed"};
inline constexpr Action centre_closed{"centre.closed", "Centre closed"};
inline constexpr Action centre_kept{"centre.kept", "Changed until when a closed centre's data are kept"};
inline constexpr Action centre_reopened{"centre.reopened", "Centre reopened"};
inline constexpr Action centre_erased{"centre.erased", "Centre erased", StandsIn::hub};
inline constexpr Action centre_upload_checked{"centre_upload.checked", "Uploaded a file of centres",
                                              StandsIn::hub};
inline constexpr Action centre_upload_added{"centre_upload.added", "Added the centres of a file",
                                            StandsIn::hub};
inline constexpr Action centre_upload_failed{"centre_upload.failed", "Adding the centres of a file failed",
                                             StandsIn::hub};
inline constexpr Action centre_admin_appointed{"centre_admin.appointed", "Made somebody Centre Admin"};
inline constexpr Action centre_admin_changed{"centre_admin.changed", "Changed a Centre Admin's sign-in"};
inline constexpr Action centre_admin_withdrawn{"centre_admin.withdrawn",
                                               "Made a Centre Admin an exams officer"};
inline constexpr Action draft_discarded{"assessment.draft_discarded", "Discarded a draft of an assessment",
                                        StandsIn::hub};
inline constexpr Action assessment_withdrawn{"assessment.withdrawn", "Withdrew an assessment", StandsIn::hub};
inline constexpr Action assessment_restored{"assessment.restored",
                                            "Made a withdrawn assessment available again", StandsIn::hub};
inline constexpr Action report_made{"report.made", "Made a stakeholder report", StandsIn::hub};
inline constexpr Action report_named{"report.named", "Named people of the centre in a stakeholder report"};
inline constexpr Action record_requested{"record.requested", "Asked for a person's record"};
inline constexpr Action record_downloaded{"record.downloaded", "Downloaded a person's record"};
inline constexpr Action resource_published{"resource.published", "Published a resource", StandsIn::hub};
inline constexpr Action resource_changed{"resource.changed", "Changed a resource's name or folder",
                                         StandsIn::hub};
inline constexpr Action resource_withdrawn{"resource.withdrawn", "Withdrew a resource", StandsIn::hub};
inline constexpr Action resource_restored{"resource.restored", "Published a withdrawn resource again",
                                          StandsIn::hub};
}  // namespace action

std::span<const Action> all_actions();
std::vector<Action> actions_in(Whose);
std::string_view words(std::string_view code);  // the code itself for one of an older or newer binary

}  // namespace audit
