// The pages of taking a section, for the route table. centre_people only: an operator takes nothing.
#pragma once

#include <cstddef>

#include "db/database.h"
#include "features/attempts/answer_queue.h"
#include "features/attempts/attempt_store.h"
#include "features/attempts/certificate_links.h"
#include "web/request.h"
#include "web/response.h"

namespace attempts::pages {

class AttemptPages {
 public:
  static constexpr std::size_t answers_limit = 256 << 10;  // bytes of a long section's every option

  // `certificates` may be null: no page links to any.
  AttemptPages(db::Database& database, AttemptStore& store, AnswerQueue& queue,
               CertificateLinks* certificates)
      : database_(database), store_(store), queue_(queue), certificates_(certificates) {}

  web::Response assessments(const web::Request&);  // /assessments
  web::Response assessment(const web::Request&);   // /assessments/{slug}
  web::Response start(const web::Request&);        // POST /assessments/{slug}/sections/{n}/start
  web::Response take(const web::Request&);         // /attempts/{id}
  web::Response save(const web::Request&);         // POST /attempts/{id}/answers: answers_limit
  web::Response hand_in(const web::Request&);      // POST /attempts/{id}/submit: answers_limit
  web::Response time(const web::Request&);         // /attempts/{id}/time: for the page's own script
  web::Response result(const web::Request&);       // /attempts/{id}/result

 private:
  db::Database& database_;
  AttemptStore& store_;
  AnswerQueue& queue_;
  CertificateLinks* certificates_;
};

}  // namespace attempts::pages
