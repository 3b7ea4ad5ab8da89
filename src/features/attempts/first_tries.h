// What a centre's people chose the first time they handed a section in: what question insight is made of.
#pragma once

#include <cstddef>
#include <map>
#include <string_view>
#include <vector>

#include "features/attempts/attempt_store.h"

namespace attempts {

struct FirstTries {
  struct Choice {
    QuestionId question;
    Chosen chosen;  // empty: left unanswered, where that was saved
    std::size_t people;
  };
  std::map<assessments::SectionId, std::size_t>
      people;                   // whose first try at a section was at this version of it
  std::vector<Choice> choices;  // those missing left the question unanswered
};

// Over all versions of that year. Nothing unless the actor manages users. Two queries.
FirstTries first_tries(db::Connection&, const access::Actor&, std::string_view slug, std::string_view year);

}  // namespace attempts
