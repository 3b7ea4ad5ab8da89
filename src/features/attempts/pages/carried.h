// Answers that were sent after their session's end: carried through the sign-in, and saved for their owner.
#pragma once

#include "features/attempts/answer_queue.h"
#include "web/carried_forms.h"

namespace attempts::pages {

class CarriedAnswerForms : public web::CarriedForms {
 public:
  explicit CarriedAnswerForms(AnswerQueue& queue) : queue_(queue) {}

  Carried pack(const web::Request&) override;
  // An attempt of somebody else is as if it were not there: nothing is saved, and they see their own start.
  std::string unpack(const access::Actor&, std::string_view next, std::string_view form) override;

 private:
  AnswerQueue& queue_;
};

}  // namespace attempts::pages
