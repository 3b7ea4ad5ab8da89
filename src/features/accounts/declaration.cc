#include "features/accounts/declaration.h"

#include <algorithm>

namespace accounts {
namespace {

// Every wording there ever was. Add the next at the end; never touch one that has been ticked.
const std::vector<Declaration>& all() {
  static const std::vector<Declaration> declarations{
      {1,
       {"I am responsible for informing each user of their login details (Email and Password).",
        "I have acquired permission from each user to create an account and use their email address.",
        "I have informed users that their information/assessment results will be kept by The Exams Office "
        "and may be "
        "shared with stakeholders including the Department for Education, Ofqual, JCQ and its awarding "
        "organisations.",
        "Wherever possible, I have used centre email addresses, including for invigilators."}},
  };
  return declarations;
}

}  // namespace

const Declaration& current_declaration() {
  return all().back();
}

const Declaration* declaration(int version) {
  const auto found = std::ranges::find(all(), version, &Declaration::version);
  return found == all().end() ? nullptr : &*found;
}

}  // namespace accounts
