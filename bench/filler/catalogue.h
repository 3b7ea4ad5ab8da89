// The assessments of content/ as two years' published versions: the year before, made over from the current
// one as an operator does it, and the current one.
#pragma once

#include <cstdint>
#include <vector>

#include "base/instant.h"
#include "batch.h"
#include "features/assessments/assessment.h"

namespace fill {

struct Version {
  assessments::AssessmentId id;
  std::size_t place;                // of its slug in content/, from 0
  assessments::Assessment content;  // with the ids of its sections, questions and options
  bool current;
  base::Instant published_at;
};

std::vector<Version> catalogue();
void add(Batch&, const std::vector<Version>&);

}  // namespace fill
