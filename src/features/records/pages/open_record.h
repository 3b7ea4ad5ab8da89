// The record that an address names, as its page and its file need it.
#pragma once

#include <string>
#include <variant>

#include "db/database.h"
#include "features/records/person_record.h"
#include "web/request.h"
#include "web/response.h"

namespace records::pages {

struct OpenRecord {
  RecordRequest request;
  access::RecordScope scope;
  PersonRecord record;
};

// Throws web::Refused not_found for another operator's request, and where the person or the centre is gone.
// Once the request's day is over: the page that says so, 410.
std::variant<OpenRecord, web::Response> record_of(db::Database&, const web::Request&);

// One person's record in words, for its page and its file.
std::string declaration_words(const accounts::Origin&);           // "Version 1, by Asha Admin"
std::string extra_time_words(const visibility::RecordedAccess&);  // "25% more, given by ... on ..."
std::string hidden_words(const visibility::RecordedAccess&);      // titles, or "None"
std::string sessions_words(std::size_t open);                     // "In 2 browsers"
std::string result_words(const attempts::Attempt&);               // "Passed", "Failed, time ran out"
std::string state_words(const certificates::Certificate&, base::Instant now);  // "Valid until 31 August 2027"
std::string when_words(const std::optional<base::Instant>&,
                       std::string_view none);  // "24 November 2026, 14:05"

}  // namespace records::pages
