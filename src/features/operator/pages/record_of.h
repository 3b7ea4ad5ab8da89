// The record that an address names, as its page and its file need it.
#pragma once

#include <variant>

#include "db/database.h"
#include "features/operator/person_record.h"
#include "web/request.h"
#include "web/response.h"

namespace hub_operator::pages {

struct OpenRecord {
  RecordRequest request;
  access::RecordScope scope;
  PersonRecord record;
};

// Throws web::Refused not_found for another operator's request, and where the person or the centre is gone.
// Once the request's day is over: the page that says so, 410.
std::variant<OpenRecord, web::Response> record_of(db::Database&, const web::Request&);

}  // namespace hub_operator::pages
