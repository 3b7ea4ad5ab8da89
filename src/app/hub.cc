#include "app/hub.h"

#include "app/routes.h"
#include "features/attempts/hand_in_due.h"
#include "features/attempts/pages/carried.h"
#include "features/audit/pages/pages.h"
#include "features/centre_upload/centre_kind.h"
#include "features/certificates/certificate_store.h"
#include "features/sign_in/forgetting.h"
#include "features/sign_in/pages/authenticator.h"
#include "features/sign_in/session_store.h"
#include "features/summary/pages/filter_form.h"
#include "features/summary/summary_query.h"
#include "features/uploads/uploads.h"
#include "features/user_upload/forget_deleted.h"
#include "features/user_upload/user_kind.h"
#include "features/visibility/access_default.h"
#include "html/error_pages.h"
#include "html/view.h"

namespace app {

namespace {

// Whose certificates a download is to hold: the same people as on the summary's page.
certificates::pages::ChosenPeople people_of_summary(db::Connection& c, const access::Actor& actor,
                                                    const web::Fields& query) {
  const auto filter = summary::pages::filter_of(query);
  return {summary::matching(c, actor, filter), filter.assessment, filter.year};
}

}  // namespace

struct Hub::Parts {
  Parts(db::Database& database, base::WorkPool& heavy, const HubSettings& settings)
      : secure(settings.public_url.starts_with("https://")),
        authenticator(database, secure),
        refusals(database),
        user_uploads(database, heavy, user_upload::users(&new_invigilators)),
        centre_uploads(database, heavy, centre_upload::centres_with_admins()),
        attempts(pass_listener),
        attempts_upkeep(database, attempts),
        forgetting(database),
        answers(database, attempts),
        carried_answers(answers),
        route_parts{.database = database,
                    .session_ender = session_ender,
                    .account_listener = new_invigilators,
                    .deletion_listener = forget_deleted,
                    .closing_listener = closed_centres,
                    .user_uploads = user_uploads,
                    .centre_uploads = centre_uploads,
                    .attempts = attempts,
                    .answers = answers,
                    .carried_answers = carried_answers,
                    .certificate_links = &certificate_links,
                    .bundles = {database, heavy, downloads, settings.public_url, people_of_summary},
                    .check_throttle = check_throttle,
                    .public_url = settings.public_url,
                    .support_email = settings.support_email,
                    .secure = secure},
        dispatcher(
            routes(route_parts),
            {.public_origin = settings.public_url, .secure_cookies = secure, .metrics = settings.metrics},
            authenticator, error_pages, refusals) {}

  bool secure;
  sign_in::pages::SessionAuthenticator authenticator;
  sign_in::AccountSessionEnder session_ender;
  user_upload::ForgetDeleted forget_deleted;
  sign_in::ClosedCentres closed_centres;
  audit::pages::AuditedRefusals refusals;
  visibility::NewInvigilators new_invigilators;
  uploads::Uploads user_uploads;
  uploads::Uploads centre_uploads;
  certificates::IssueAtPass pass_listener;
  certificates::CodesOfCertificates certificate_links;
  certificates::Downloads downloads;
  certificates::CheckThrottle check_throttle;
  attempts::AttemptStore attempts;
  attempts::Upkeep attempts_upkeep;
  sign_in::Forgetting forgetting;
  attempts::AnswerQueue answers;
  attempts::pages::CarriedAnswerForms carried_answers;
  html::HtmlErrorPages error_pages;
  RouteParts route_parts;
  web::Dispatcher dispatcher;
};

Hub::Hub(db::Database& database, base::WorkPool& heavy, HubSettings settings)
    : parts_(std::make_unique<Parts>(database, heavy, settings)) {
  html::load_templates();
}
Hub::~Hub() = default;

web::Dispatcher& Hub::dispatcher() {
  return parts_->dispatcher;
}

void Hub::upkeep(const std::stop_token& stop) {
  parts_->attempts_upkeep.run(stop);
  parts_->forgetting.run();
}

std::chrono::milliseconds Hub::clock_jump() const {
  return parts_->attempts.clock().jump();
}

}  // namespace app
