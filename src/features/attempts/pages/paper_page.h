// What the pages of one attempt share.
#pragma once

#include <optional>
#include <string>

#include "db/database.h"
#include "features/attempts/attempt_store.h"
#include "html/page.h"
#include "web/request.h"
#include "web/response.h"

namespace attempts::pages {

// The attempt of the address, for its owner; handed in first if its time ran out. Throws Refused not_found.
Paper load_paper(db::Database&, AttemptStore&, const web::Request&);

std::string address(AttemptId, std::string_view below = {});  // /attempts/12/result

// What the browser keeps under: of this attempt of this person alone, even where a database was begun anew.
std::string keep_name(const Attempt&);

// The h1 and the link back to the section's assessment.
html::PageHead head(const Paper&, std::string title, int status = 200);

// Why an attempt cannot be gone on with or read any more, or nothing. What was saved is kept, and the page
// says so.
std::optional<web::Response> out_of_reach(const web::Request&, const Paper&);
web::Response closed(const web::Request&, const Paper&, Reach);

// Nothing of a withdrawn assessment can be started: `message` says so.
web::Response withdrawn(const web::Request&, std::string message);

// The milliseconds that are left, as scripts read them; empty for an untimed section.
std::string left_text(const Paper&);

// A page handed itself in before the deadline, by a clock that is wrong. Refused, with the time left.
web::Response not_over_yet(const web::Request&, const Paper&);

// What was sent came too late: `outcome` is already or too_late.
web::Response not_counted(const web::Request&, const Paper&, const Outcome&);

// A script asks for a word and not a page: text/plain.
bool from_script(const web::Request&);

}  // namespace attempts::pages
