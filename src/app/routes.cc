#include "app/routes.h"

#include "app/well_known.h"
#include "features/accounts/pages/pages.h"
#include "features/attempts/pages/pages.h"
#include "features/attempts/standing.h"
#include "features/audit/pages/pages.h"
#include "features/authoring/pages/pages.h"
#include "features/centre_upload/pages/pages.h"
#include "features/certificates/pages/pages.h"
#include "features/directory/pages/pages.h"
#include "features/progress/pages/pages.h"
#include "features/records/pages/pages.h"
#include "features/reminders/pages/pages.h"
#include "features/report/pages/pages.h"
#include "features/resources/pages/pages.h"
#include "features/sign_in/pages/pages.h"
#include "features/summary/pages/pages.h"
#include "features/user_upload/pages/pages.h"
#include "features/visibility/pages/pages.h"
#include "html/assets.h"
#include "web/static_files.h"

namespace app {

using accounts::pages::UserPages;
using attempts::pages::AttemptPages;
using audit::pages::AuditPages;
using authoring::pages::AssessmentPages;
using certificates::pages::BundlePages;
using certificates::pages::CertificatePages;
using directory::pages::CentrePages;
using progress::pages::ProgressPages;
using records::pages::RecordPages;
using reminders::pages::ReminderPages;
using report::pages::ReportPages;
using resources::pages::ResourcePages;
using sign_in::pages::SignInPages;
using summary::pages::SummaryPages;
using uploads::pages::UploadPages;
using visibility::pages::AccessPages;
using web::on;
using enum web::Takes;
using enum web::Who;
using enum web::Work;

namespace {

constexpr std::size_t small_form = 16 << 10;
constexpr std::size_t answers = AttemptPages::answers_limit;
constexpr std::size_t document = ResourcePages::file_limit;
constexpr std::size_t sheet = UploadPages::file_limit;

}  // namespace

// clang-format off
web::RouteTable routes(RouteParts& p) {
  const auto users = std::make_shared<UserPages>(p.database, UserPages::Settings{p.public_url, p.support_email},
                                                 p.session_ender, &p.account_listener, &p.deletion_listener,
                                                 attempts::have_started);
  const auto sign_in = std::make_shared<SignInPages>(p.database, p.secure, p.support_email, p.carried_answers);
  const auto sign_in_again = on(sign_in, &SignInPages::sign_in_again);
  const auto centres = std::make_shared<CentrePages>(p.database, p.public_url, p.session_ender, p.closing_listener);
  const auto authoring = std::make_shared<AssessmentPages>(p.database);
  const auto records = std::make_shared<RecordPages>(p.database);
  const auto report = std::make_shared<ReportPages>(p.database);
  const auto taking = std::make_shared<AttemptPages>(p.database, p.attempts, p.answers, p.certificate_links);
  const auto progress = std::make_shared<ProgressPages>(p.database, p.certificate_links);
  const auto certificates = std::make_shared<CertificatePages>(p.database, p.public_url, p.check_throttle);
  const auto reminders = std::make_shared<ReminderPages>(p.database);
  const auto bundles = std::make_shared<BundlePages>(p.bundles);
  const auto summary = std::make_shared<SummaryPages>(p.database);
  const auto audit = std::make_shared<AuditPages>(p.database, audit::Whose::centre);
  const auto hub_audit = std::make_shared<AuditPages>(p.database, audit::Whose::hub);
  const auto resources = std::make_shared<ResourcePages>(p.database);
  const auto access = std::make_shared<AccessPages>(p.database);
  const auto upload = std::make_shared<UploadPages>(p.user_uploads, user_upload::pages::site());
  const auto hub_upload = std::make_shared<UploadPages>(p.centre_uploads,
                                                        centre_upload::pages::site(p.database, p.public_url));
  return web::RouteTable({
      // Signing in and one's own account
      {get,  "/",                              signed_in,     0,          on(sign_in, &SignInPages::home)},
      {form, "/sign-in", anyone, small_form, on(sign_in, &SignInPages::sign_in), signing_in},
      {post, "/sign-out",                      signed_in,     small_form, on(sign_in, &SignInPages::sign_out)},
      {form, "/account/password", signed_in, small_form, on(sign_in, &SignInPages::change_password), signing_in},
      {post, "/account/password/strength",     signed_in,     small_form, on(users, &UserPages::strength)},
      {get,  "/account/sessions",              signed_in,     0,          on(sign_in, &SignInPages::sessions)},
      {post, "/account/sessions/{id}/end",     signed_in,     small_form, on(sign_in, &SignInPages::end_session)},
      {post, "/account/sessions/end-others", signed_in, small_form, on(sign_in, &SignInPages::end_other_sessions)},
      {post, "/account/sessions/extend",       signed_in,     small_form, on(sign_in, &SignInPages::extend_session)},
      {get,  "/help",                          signed_in,     0,          on(sign_in, &SignInPages::help)},

      // User Management
      {get,  "/users",                         user_managers, 0,          on(users, &UserPages::list)},
      {form, "/users/add",                     user_managers, small_form, on(users, &UserPages::add), heavy},
      {form, "/users/{id}/edit",               user_managers, small_form, on(users, &UserPages::edit), heavy},
      {form, "/users/{id}/delete",             centre_admins, small_form, on(users, &UserPages::remove)},

      // Who sees which assessments, and with how much time
      {form, "/users/{id}/access",             centre_admins, small_form, on(access, &AccessPages::edit)},
      {form, "/users/access",                  centre_admins, AccessPages::bulk_limit, on(access, &AccessPages::many)},
      {post, "/users/access/default",          centre_admins, small_form, on(access, &AccessPages::many)},
      {post, "/users/access/apply", centre_admins, AccessPages::bulk_limit, on(access, &AccessPages::apply_many)},
      {form, "/users/{id}/extra-time",         user_managers, small_form, on(access, &AccessPages::extra_time)},

      // + Upload Users
      {form, "/users/upload",                  user_managers, sheet,      on(upload, &UploadPages::form), heavy},
      {get, "/users/upload/template", user_managers, 0, on(upload, &UploadPages::template_file), heavy},
      {get,  "/users/uploads/{id}",            user_managers, 0,          on(upload, &UploadPages::upload)},
      {post, "/users/uploads/{id}/confirm",    user_managers, small_form, on(upload, &UploadPages::confirm)},
      {get,  "/users/uploads/{id}/problems.xlsx", user_managers, 0,       on(upload, &UploadPages::problems), heavy},

      // Taking assessments
      {get,  "/assessments",                   centre_people, 0,          on(taking, &AttemptPages::assessments)},
      {get,  "/assessments/{slug}",            centre_people, 0,          on(taking, &AttemptPages::assessment)},
      {post, "/assessments/{slug}/sections/{n}/start", centre_people, small_form, on(taking, &AttemptPages::start)},
      {get,  "/attempts/{id}",                 centre_people, 0,          on(taking, &AttemptPages::take)},
      {post, "/attempts/{id}/answers", centre_people, answers, on(taking, &AttemptPages::save), page, sign_in_again},
      {post, "/attempts/{id}/submit", centre_people, answers, on(taking, &AttemptPages::hand_in), page, sign_in_again},
      {get,  "/attempts/{id}/time",            centre_people, 0,          on(taking, &AttemptPages::time)},
      {get,  "/attempts/{id}/result",          centre_people, 0,          on(taking, &AttemptPages::result)},

      // How everybody is doing
      {get,  "/users/{id}/progress",           user_managers, 0,          on(progress, &ProgressPages::person)},
      {get,  "/users/{id}/progress/{slug}",    user_managers, 0,          on(progress, &ProgressPages::sections)},
      {get,  "/users/{id}/attempts/{attempt}", user_managers, 0,          on(progress, &ProgressPages::answers)},
      {get,  "/summary",                       user_managers, 0,          on(summary, &SummaryPages::list)},
      {get,  "/summary.xlsx",                  user_managers, 0,          on(summary, &SummaryPages::download), heavy},
      {get,  "/summary.csv",                   user_managers, 0,          on(summary, &SummaryPages::download), heavy},
      {get,  "/summary/questions",             user_managers, 0,          on(progress, &ProgressPages::questions)},

      // Certificates
      {get,  "/certificates/{code}",           centre_people, 0,          on(certificates, &CertificatePages::show)},
      {get, "/certificates/{code}.pdf", centre_people, 0, on(certificates, &CertificatePages::pdf), heavy},
      {get, "/certificates/{code}.png", centre_people, 0, on(certificates, &CertificatePages::png), heavy},
      {post, "/certificates/{code}/reissue",   user_managers, small_form, on(certificates, &CertificatePages::reissue)},
      {form, "/certificates/{code}/withdraw", centre_admins, small_form, on(certificates, &CertificatePages::withdraw)},
      {get, "/verify", anyone, 0, on(certificates, &CertificatePages::verify_form)},
      {get,  "/verify/{code}",                 anyone,        0,          on(certificates, &CertificatePages::verify)},
      {get,  "/summary/reminders",             user_managers, 0,          on(reminders, &ReminderPages::list)},
      {get, "/summary/reminders.xlsx", user_managers, 0, on(reminders, &ReminderPages::download), heavy},
      {get, "/summary/reminders.csv", user_managers, 0, on(reminders, &ReminderPages::download), heavy},
      {get, "/operator/reminders", hub_operators, 0, on(reminders, &ReminderPages::centres), heavy},
      {get,  "/summary/certificates",          user_managers, 0,          on(bundles, &BundlePages::choose)},
      {get,  "/summary/certificates.zip",      user_managers, 0,          on(bundles, &BundlePages::zip), heavy},
      {get,  "/summary/certificates.pdf",      user_managers, 0,          on(bundles, &BundlePages::pdf), heavy},
      {get,  "/summary/certificates/progress", user_managers, 0,          on(bundles, &BundlePages::progress)},
      {post, "/summary/certificates/stop",     user_managers, small_form, on(bundles, &BundlePages::stop)},

      // The audit
      {get,  "/audit",                         centre_admins, 0,          on(audit, &AuditPages::list)},
      {get,  "/audit.csv",                     centre_admins, 0,          on(audit, &AuditPages::download)},
      {get,  "/audit.xlsx",                    centre_admins, 0,          on(audit, &AuditPages::download), heavy},
      {get,  "/operator/audit",                hub_operators, 0,          on(hub_audit, &AuditPages::list)},
      {get,  "/operator/audit.csv",            hub_operators, 0,          on(hub_audit, &AuditPages::download)},
      {get,  "/operator/audit.xlsx",           hub_operators, 0,          on(hub_audit, &AuditPages::download), heavy},

      // The Hub's operator: centres and their Centre Admins
      {get,  "/operator/centres",              hub_operators, 0,          on(centres, &CentrePages::list)},
      {form, "/operator/centres/add", hub_operators, small_form, on(centres, &CentrePages::add), heavy},
      {form, "/operator/centres/upload",       hub_operators, sheet,      on(hub_upload, &UploadPages::form), heavy},
      {get, "/operator/centres/upload/template", hub_operators, 0, on(hub_upload, &UploadPages::template_file), heavy},
      {get,  "/operator/centres/uploads/{id}", hub_operators, 0,          on(hub_upload, &UploadPages::upload)},
      {post, "/operator/centres/uploads/{id}/confirm", hub_operators, small_form,
        on(hub_upload, &UploadPages::confirm)},
      {get, "/operator/centres/uploads/{id}/problems.xlsx", hub_operators, 0,
        on(hub_upload, &UploadPages::problems), heavy},
      {get,  "/operator/centres/{id}",         hub_operators, 0,          on(centres, &CentrePages::show)},
      {form, "/operator/centres/{id}/edit", hub_operators, small_form, on(centres, &CentrePages::edit)},
      {form, "/operator/centres/{id}/close", hub_operators, small_form, on(centres, &CentrePages::close)},
      {post, "/operator/centres/{id}/reopen",  hub_operators, small_form, on(centres, &CentrePages::reopen)},
      {form, "/operator/centres/{id}/keep", hub_operators, small_form, on(centres, &CentrePages::keep)},
      {get,  "/operator/centres/{id}/erase",   hub_operators, 0,          on(centres, &CentrePages::erase), heavy},
      {post, "/operator/centres/{id}/erase",   hub_operators, small_form, on(centres, &CentrePages::erase), heavy},
      {get,  "/operator/centres/{id}/admins/add", hub_operators, 0,       on(centres, &CentrePages::appoint_admin)},
      {post, "/operator/centres/{id}/admins/add", hub_operators, small_form,
        on(centres, &CentrePages::appoint_admin), heavy},
      {post, "/operator/centres/{id}/admins/appoint", hub_operators, small_form,
        on(centres, &CentrePages::appoint_admin)},
      {form, "/operator/centres/{id}/admins/{account}", hub_operators, small_form,
        on(centres, &CentrePages::edit_admin), heavy},
      {form, "/operator/centres/{id}/admins/{account}/withdraw", hub_operators, small_form,
        on(centres, &CentrePages::withdraw_admin)},

      // The Hub's operator: one person's record, on a named request
      {form, "/operator/centres/{id}/records/request", hub_operators, small_form,
        on(records, &RecordPages::ask)},
      {get,  "/operator/records/{id}",         hub_operators, 0,          on(records, &RecordPages::show)},
      {get, "/operator/records/{id}.xlsx", hub_operators, 0, on(records, &RecordPages::file), heavy},

      // The Hub's operator: assessments
      {get,  "/operator/assessments",          hub_operators, 0,          on(authoring, &AssessmentPages::list)},
      {get,  "/operator/assessments/{slug}",   hub_operators, 0,          on(authoring, &AssessmentPages::versions)},
      {get,  "/operator/assessments/{slug}/versions/{id}", hub_operators, 0, on(authoring, &AssessmentPages::version)},
      {get, "/operator/assessments/{slug}/versions/{id}/differences", hub_operators, 0,
        on(authoring, &AssessmentPages::version_changes)},
      {get, "/operator/assessments/{slug}/versions/{id}/assessment.yaml", hub_operators, 0,
        on(authoring, &AssessmentPages::version_file)},
      {get, "/operator/assessments/{slug}/withdraw", hub_operators, 0,
        on(authoring, &AssessmentPages::withdraw_form), heavy},
      {post, "/operator/assessments/{slug}/withdraw", hub_operators, small_form,
        on(authoring, &AssessmentPages::withdraw)},
      {post, "/operator/assessments/{slug}/restore", hub_operators, small_form,
        on(authoring, &AssessmentPages::restore)},
      {get, "/operator/years", hub_operators, 0, on(authoring, &AssessmentPages::years), heavy},
      {form, "/operator/drafts/upload", hub_operators, AssessmentPages::file_limit,
        on(authoring, &AssessmentPages::upload), heavy},
      {post, "/operator/assessments/{slug}/versions/{id}/draft", hub_operators, small_form,
        on(authoring, &AssessmentPages::draft_from_version)},
      {form, "/operator/drafts/new", hub_operators, small_form, on(authoring, &AssessmentPages::new_draft)},
      {form, "/operator/drafts/{id}/edit", hub_operators, small_form, on(authoring, &AssessmentPages::edit_draft)},
      {form, "/operator/drafts/{id}/sections/{n}", hub_operators, AssessmentPages::section_limit,
        on(authoring, &AssessmentPages::edit_section)},
      {get,  "/operator/drafts/{id}",          hub_operators, 0,          on(authoring, &AssessmentPages::show_draft)},
      {get, "/operator/drafts/{id}/preview", hub_operators, 0, on(authoring, &AssessmentPages::preview_draft)},
      {get,  "/operator/drafts/{id}/assessment.yaml", hub_operators, 0,   on(authoring, &AssessmentPages::draft_file)},
      {post, "/operator/drafts/{id}/publish", hub_operators, small_form,
        on(authoring, &AssessmentPages::publish_draft)},
      {post, "/operator/drafts/{id}/discard", hub_operators, small_form,
        on(authoring, &AssessmentPages::discard_draft)},

      // The Hub's operator: the report for stakeholders
      {get,  "/operator/report",               hub_operators, 0,          on(report, &ReportPages::report), heavy},
      {post, "/operator/report",               hub_operators, small_form, on(report, &ReportPages::report), heavy},

      // Resources, and those who publish them
      {get,  "/resources",                     resource_readers, 0,       on(resources, &ResourcePages::list)},
      {get,  "/resources/{id}",                resource_readers, 0,       on(resources, &ResourcePages::file)},
      {get,  "/operator/resources",            hub_operators, 0,          on(resources, &ResourcePages::kept_list)},
      {form, "/operator/resources/add", hub_operators, document, on(resources, &ResourcePages::publish), heavy},
      {get,  "/operator/resources/{id}",       hub_operators, 0,          on(resources, &ResourcePages::kept)},
      {post, "/operator/resources/{id}/edit",  hub_operators, small_form, on(resources, &ResourcePages::kept)},
      {post, "/operator/resources/{id}/versions", hub_operators, document, on(resources, &ResourcePages::kept), heavy},
      {get,  "/operator/resources/{id}/versions/{n}", hub_operators, 0,   on(resources, &ResourcePages::version_file)},
      {post, "/operator/resources/{id}/withdraw", hub_operators, small_form, on(resources, &ResourcePages::withdraw)},
      {post, "/operator/resources/{id}/restore", hub_operators, small_form, on(resources, &ResourcePages::restore)},

      // For browsers and other programs
      {get,  "/static/{file}", anyone, 0, web::static_files(html::assets()), at_once},
      {get,  "/.well-known/security.txt", anyone, 0, security_txt(p.support_email, p.public_url), at_once},
      {get,  "/.well-known/change-password", anyone, 0, change_password_page(), at_once},
  });
}
// clang-format on

}  // namespace app
