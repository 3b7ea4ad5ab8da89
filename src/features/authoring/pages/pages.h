// The pages of the operator's assessments, all for Hub operators alone.
#pragma once

#include <cstddef>

#include "db/database.h"
#include "web/request.h"
#include "web/response.h"

namespace authoring::pages {

class AssessmentPages {
 public:
  // Bytes. Over the 1 MB that a file may have, so that one a little larger is told so by the form.
  static constexpr std::size_t file_limit = 2 << 20;
  // Over what 100 questions of 10 options can hold.
  static constexpr std::size_t section_limit = 4 << 20;

  explicit AssessmentPages(db::Database& database) : database_(database) {}

  web::Response list(const web::Request&);      // /operator/assessments
  web::Response versions(const web::Request&);  // /operator/assessments/{slug}
  web::Response version(const web::Request&);   // /operator/assessments/{slug}/versions/{id}: the preview
  web::Response version_changes(
      const web::Request&);  // /operator/assessments/{slug}/versions/{id}/differences
  web::Response version_file(
      const web::Request&);  // /operator/assessments/{slug}/versions/{id}/assessment.yaml
  web::Response withdraw_form(
      const web::Request&);                     // /operator/assessments/{slug}/withdraw: heavy, counts people
  web::Response withdraw(const web::Request&);  // POST the same
  web::Response restore(const web::Request&);   // POST /operator/assessments/{slug}/restore
  web::Response years(const web::Request&);     // /operator/years: heavy, counts people

  web::Response upload(const web::Request&);         // /operator/drafts/upload, a form, heavy: file_limit
  web::Response show_draft(const web::Request&);     // /operator/drafts/{id}
  web::Response preview_draft(const web::Request&);  // /operator/drafts/{id}/preview
  web::Response draft_file(const web::Request&);     // /operator/drafts/{id}/assessment.yaml

  web::Response new_draft(const web::Request&);  // /operator/drafts/new, a form
  web::Response draft_from_version(
      const web::Request&);                       // POST /operator/assessments/{slug}/versions/{id}/draft
  web::Response edit_draft(const web::Request&);  // /operator/drafts/{id}/edit, a form
  web::Response edit_section(
      const web::Request&);  // /operator/drafts/{id}/sections/{n}, a form: section_limit
  web::Response publish_draft(const web::Request&);  // POST /operator/drafts/{id}/publish
  web::Response discard_draft(const web::Request&);  // POST /operator/drafts/{id}/discard

 private:
  db::Database& database_;
};

}  // namespace authoring::pages
