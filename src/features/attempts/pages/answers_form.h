// The form of the page that takes a section has two buttons: Save, which Enter presses too, and Hand in.
#pragma once

#include "db/database.h"
#include "features/attempts/answer_queue.h"
#include "features/attempts/attempt_store.h"
#include "web/request.h"
#include "web/response.h"

namespace attempts::pages {

// Saves what the form holds; 303 back to the questions, or the word that a script waits for.
web::Response answer_save(db::Database&, AttemptStore&, AnswerQueue&, const web::Request&);

}  // namespace attempts::pages
