// The handlers of the operator's assessments, all for Hub operators alone.
#pragma once

#include <cstddef>

#include "db/database.h"
#include "web/route.h"

namespace hub_operator::pages {

// Over the 1 MB that a file may have, so that one a little larger is told so by the form.
inline constexpr std::size_t assessment_body_limit = 2 << 20;

web::Handler assessments(db::Database&);      // GET /operator/assessments
web::Handler versions(db::Database&);         // GET /operator/assessments/{slug}
web::Handler version(db::Database&);          // GET /operator/assessments/{slug}/versions/{id}: the preview
web::Handler version_changes(db::Database&);  // GET /operator/assessments/{slug}/versions/{id}/differences
web::Handler version_file(db::Database&);  // GET /operator/assessments/{slug}/versions/{id}/assessment.yaml

web::Handler withdraw_assessment_form(
    db::Database&);  // GET /operator/assessments/{slug}/withdraw: heavy, counts people
web::Handler withdraw_assessment(db::Database&);  // POST the same
web::Handler restore_assessment(db::Database&);   // POST /operator/assessments/{slug}/restore

web::Handler years(db::Database&);  // GET /operator/years: heavy, counts people

web::Handler upload_assessment_form();          // GET /operator/drafts/upload
web::Handler upload_assessment(db::Database&);  // POST the same: assessment_body_limit
web::Handler draft(db::Database&);              // GET /operator/drafts/{id}
web::Handler draft_preview(db::Database&);      // GET /operator/drafts/{id}/preview
web::Handler draft_file(db::Database&);         // GET /operator/drafts/{id}/assessment.yaml

// Over what 100 questions of 10 options can hold.
inline constexpr std::size_t section_body_limit = 4 << 20;

web::Handler new_draft_form(db::Database&);      // GET /operator/drafts/new
web::Handler new_draft(db::Database&);           // POST the same
web::Handler draft_from_version(db::Database&);  // POST /operator/assessments/{slug}/versions/{id}/draft
web::Handler edit_draft_form(db::Database&);     // GET /operator/drafts/{id}/edit
web::Handler edit_draft(db::Database&);          // POST the same
web::Handler edit_section_form(db::Database&);   // GET /operator/drafts/{id}/sections/{n}
web::Handler edit_section(db::Database&);        // POST the same: section_body_limit

web::Handler publish_draft(db::Database&);  // POST /operator/drafts/{id}/publish
web::Handler discard_draft(db::Database&);  // POST /operator/drafts/{id}/discard

}  // namespace hub_operator::pages
