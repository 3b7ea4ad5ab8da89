// Certificates that come to be, are replaced, are withdrawn.
#include <fmt/format.h>

#include "access/rules.h"
#include "features/assessments/assessment_store.h"
#include "features/audit/audit.h"
#include "features/certificates/certificate.h"
#include "features/certificates/certificate_row.h"
#include "features/certificates/certificate_store.h"

namespace certificates {
namespace {

audit::Subject subject(const Certificate& certificate) {
  return {"certificate", std::to_underlying(certificate.id),
          fmt::format("{}, {} {}", certificate.person_name, certificate.title, certificate.year)};
}

std::string name_now(db::Connection& c, const access::Actor& actor, access::AccountId account) {
  const auto row = c.exec("SELECT first_name, last_name FROM account WHERE id = ? AND centre_id = ?", account,
                          actor.centre)
                       .at(0);
  return row.text(0) + " " + row.text(1);
}

base::Refusal superseded_already() {
  return base::Refusal::conflict("This certificate was reissued already. Open the new one to go on.");
}

}  // namespace

bool may_reissue(const access::Actor& actor, const Certificate& certificate) {
  return access::manages_users(actor) && !certificate.superseded_at &&
         (!certificate.withdrawn_at || actor.centre_admin);
}

bool may_withdraw(const access::Actor& actor, const Certificate& certificate) {
  return actor.centre_admin && !certificate.superseded_at && !certificate.withdrawn_at;
}

void IssueAtPass::passed(db::Connection& c, const attempts::AssessmentPassed& pass) {
  const auto row = c.exec(
      "SELECT p.first_name, p.last_name, n.name, n.number, a.title, a.valid_until FROM account p"
      " JOIN centre n ON n.id = p.centre_id JOIN assessment a ON a.slug = ? AND a.year = ? AND a.version = ?"
      " WHERE p.id = ? AND p.centre_id = ?",
      pass.slug, pass.year, pass.version, pass.account, pass.centre);
  const auto held = c.exec("SELECT id FROM certificate WHERE account_id = ? AND slug = ? AND year = ?",
                           pass.account, pass.slug, pass.year);
  if (!held.empty()) return;
  Certificate certificate{.code = new_code(),
                          .centre = pass.centre,
                          .account = pass.account,
                          .slug = pass.slug,
                          .year = pass.year,
                          .version = pass.version,
                          .person_name = row.at(0).text(0) + " " + row.at(0).text(1),
                          .title = row.at(0).text(4),
                          .centre_name = row.at(0).text(2),
                          .centre_number = row.at(0).text(3),
                          .passed_at = pass.passed_at,
                          .valid_until = row.at(0).maybe_text(5).value_or(""),
                          .issued_at = c.now()};
  insert(c, certificate);
}

base::Result<Certificate> reissue(db::Connection& c, const access::Actor& actor, std::string_view typed) {
  const auto old = find(c, actor, typed);
  if (!old) return base::refuse(base::Refusal::not_found());
  if (!access::manages_users(actor)) {
    return base::refuse(base::Refusal::forbidden("Your exams officer can reissue this certificate."));
  }
  const auto now = c.now();
  const auto replaced =
      c.exec("UPDATE certificate SET superseded_at = ? WHERE id = ? AND superseded_at IS NULL RETURNING id",
             now, old->id);
  if (replaced.empty()) return base::refuse(superseded_already());
  if (!may_reissue(actor, *old)) {
    return base::refuse(
        base::Refusal::conflict("This certificate was withdrawn. A Centre Admin can reissue it."));
  }
  Certificate certificate = *old;
  certificate.code = new_code();
  certificate.person_name = name_now(c, actor, old->account);
  certificate.issued_at = now;
  certificate.superseded_at = certificate.withdrawn_at = std::nullopt;
  insert(c, certificate);
  std::vector<audit::Detail> details{{"Code", in_groups(old->code), in_groups(certificate.code)}};
  if (old->person_name != certificate.person_name) {
    details.push_back({"Name", old->person_name, certificate.person_name});
  }
  audit::record(c, actor, {audit::action::certificate_reissued, subject(certificate), details});
  return certificate;
}

base::Result<void> withdraw(db::Connection& c, const access::Actor& actor, std::string_view typed) {
  const auto certificate = find(c, actor, typed);
  if (!certificate) return base::refuse(base::Refusal::not_found());
  if (!actor.centre_admin) {
    return base::refuse(base::Refusal::forbidden("Only a Centre Admin can withdraw a certificate."));
  }
  if (certificate->superseded_at) return base::refuse(superseded_already());
  const auto changed =
      c.exec("UPDATE certificate SET withdrawn_at = ? WHERE id = ? AND withdrawn_at IS NULL RETURNING id",
             c.now(), certificate->id);
  if (changed.empty()) return {};
  audit::record(c, actor,
                {audit::action::certificate_withdrawn,
                 subject(*certificate),
                 {{"Code", in_groups(certificate->code), ""}}});
  return {};
}

}  // namespace certificates
