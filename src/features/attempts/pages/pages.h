// The handlers of taking a section, for the route table. centre_people only: an operator takes nothing.
#pragma once

#include "db/database.h"
#include "features/attempts/answer_queue.h"
#include "features/attempts/attempt_store.h"
#include "features/attempts/certificate_links.h"
#include "web/route.h"

namespace attempts::pages {

inline constexpr std::size_t answers_body_limit =
    256 << 10;  // of /answers and /submit: a long section's every option

// `certificates` may be null: no page links to any.
web::Handler assessments(db::Database&, AttemptStore&, CertificateLinks* certificates);  // GET /assessments
web::Handler assessment(db::Database&, AttemptStore&,
                        CertificateLinks* certificates);  // GET /assessments/{slug}

web::Handler start_section(db::Database&, AttemptStore&);  // POST /assessments/{slug}/sections/{n}/start
web::Handler take_section(db::Database&, AttemptStore&);   // GET /attempts/{id}
web::Handler save_answers(db::Database&, AttemptStore&, AnswerQueue&);  // POST /attempts/{id}/answers
web::Handler hand_in(db::Database&, AttemptStore&, AnswerQueue&);       // POST /attempts/{id}/submit
web::Handler result(db::Database&, AttemptStore&,
                    CertificateLinks* certificates);  // GET /attempts/{id}/result

}  // namespace attempts::pages
