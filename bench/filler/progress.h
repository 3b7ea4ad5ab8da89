// One person's attempts, answers, results, passes and certificates, as the program would have kept them had
// this person taken the assessments.
#pragma once

#include <optional>
#include <string>

#include "access/actor.h"
#include "batch.h"
#include "catalogue.h"
#include "dice.h"

namespace fill {

struct Centre {
  access::CentreId id;
  std::string number;
  std::string name;
};

struct Person {
  access::AccountId id;
  access::Role role;
  std::string first_name;
  std::string last_name;
  bool newcomer = false;   // was not here the year before
  bool exemplary = false;  // the same progress in every Hub, so that its pages can be compared
};

class Progress {
 public:
  explicit Progress(const std::vector<Version>& versions) : versions_(versions) {}

  // When this person was last seen taking anything; nothing for one who never did.
  std::optional<base::Instant> add(Batch&, const Centre&, const Person&, Dice);

 private:
  void add_pass(Batch&, const Centre&, const Person&, const Version&, base::Instant at, Dice&);

  const std::vector<Version>& versions_;
  std::int64_t attempts_ = 0;
  std::int64_t certificates_ = 0;
};

}  // namespace fill
