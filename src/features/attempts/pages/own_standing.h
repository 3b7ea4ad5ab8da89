// How the person who asks stands, as far as they may see it: for the Assessments pages.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "features/attempts/certificate_links.h"
#include "features/attempts/standing.h"
#include "html/view.h"

namespace attempts::pages {

struct OwnStanding {
  AssessmentStanding standing;
  std::string certificate;  // its code; empty: none
};

struct OwnStandings {
  std::vector<OwnStanding> now;      // to take, or taken, this year
  std::vector<OwnStanding> earlier;  // of earlier years
  std::vector<OwnStanding> closed;   // of this year, but withdrawn or no longer for their role
  std::vector<OwnStanding> hidden;   // begun, then closed to this invigilator: never by name
};

// `certificates` may be null: nobody has one.
OwnStandings own_standings(db::Connection&, const access::Actor&, CertificateLinks* certificates);

// Icon and word: sets STATUS_CLASS, STATUS_ICON, STATUS.
void show_status(html::View::Part, Status);

// Why it is in `closed`: "Withdrawn on 3 May 2027: you can't take it any more."
std::string closed_words(const AssessmentStanding&);

// With CERTIFICATE shown once where there is one: HREF the PDF, PAGE where it is downloaded and exported,
// TITLE.
void show_certificate(html::View::Part, const OwnStanding&);

}  // namespace attempts::pages
