// One person's record in words, for its page and its file.
#pragma once

#include <string>

#include "features/operator/person_record.h"

namespace hub_operator::pages {

std::string role_words(const accounts::Account&);                 // "Invigilator", "Centre Admin"
std::string declaration_words(const accounts::Origin&);           // "Version 1, by Asha Admin"
std::string extra_time_words(const visibility::RecordedAccess&);  // "25% more, given by ... on ..."
std::string hidden_words(const visibility::RecordedAccess&);      // titles, or "None"
std::string sessions_words(std::size_t open);                     // "In 2 browsers"
std::string result_words(const attempts::Attempt&);               // "Passed", "Failed, time ran out"
std::string state_words(const certificates::Certificate&, base::Instant now);  // "Valid until 31 August 2027"
std::string when_words(const std::optional<base::Instant>&,
                       std::string_view none);  // "24 November 2026, 14:05"

}  // namespace hub_operator::pages
