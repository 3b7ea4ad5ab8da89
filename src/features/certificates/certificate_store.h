// The certificate table: nobody else writes it. A certificate is there for its owner, and for those who
// manage the users of its centre; for anybody else only what verify() tells to whoever has the code.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "access/actor.h"
#include "base/refusal.h"
#include "db/connection.h"
#include "features/attempts/certificate_links.h"
#include "features/attempts/pass_listener.h"
#include "features/certificates/certificate.h"

namespace certificates {

// `typed` as code_from() takes it.
std::optional<Certificate> find(db::Connection&, const access::Actor&, std::string_view typed);

// The one that replaced it, or itself.
std::optional<Certificate> latest(db::Connection&, const access::Actor&, const Certificate&);

// Of these accounts of the actor's centre, in their order, then by title: what is neither superseded nor
// withdrawn, of one assessment (`slug`) or of all, of `year` or of each assessment's newest year. Nothing
// unless the actor manages users. A round trip for every 250 accounts.
std::vector<Certificate> list(db::Connection&, const access::Actor&, std::span<const access::AccountId>,
                              std::string_view slug, std::string_view year = "");

// For anyone at all.
std::optional<Certificate> verify(db::Connection&, std::string_view typed);

// The certificate with the person's name as it is now and a new code; the old one is superseded from then on.
// Refuses not_found, and conflict for one that is superseded already or, unless a Centre Admin asks,
// withdrawn.
base::Result<Certificate> reissue(db::Connection&, const access::Actor&, std::string_view typed);

// Refuses not_found, forbidden to all but Centre Admins, conflict for one that is superseded. Twice is once.
base::Result<void> withdraw(db::Connection&, const access::Actor&, std::string_view typed);

bool may_reissue(const access::Actor&, const Certificate&);
bool may_withdraw(const access::Actor&, const Certificate&);

// Freezes the certificate in the transaction of the pass.
class IssueAtPass : public attempts::PassListener {
 public:
  void passed(db::Connection&, const attempts::AssessmentPassed&) override;
};

class CodesOfCertificates : public attempts::CertificateLinks {
 public:
  attempts::CertificateCodes codes(db::Connection&, const access::Actor&, access::AccountId) override;
};

// How many certificates a centre has, those withdrawn or replaced included, for the Hub's operator; 0 for
// anybody else.
std::size_t count_of_centre(db::Connection&, const access::Actor&, access::CentreId);

}  // namespace certificates
