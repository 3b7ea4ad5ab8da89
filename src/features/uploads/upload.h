// An uploaded file as the database knows it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "access/actor.h"
#include "base/instant.h"
#include "features/uploads/upload_report.h"

namespace uploads {

enum class UploadId : std::int64_t {};

enum class Status { checked, adding, added, failed };

// Why nothing was created.
enum class Failure {
  taken,    // something was free at the check and is not now: Report::taken
  stopped,  // the Hub was stopped or went down meanwhile
  lost,     // the passwords were no longer in memory
  power,    // the uploader may no longer add
};

struct Upload {
  UploadId id;
  access::AccountId uploaded_by;
  std::string uploader;  // the name; empty when the account is gone
  std::string filename;
  Status status;
  std::optional<Failure> failure;
  std::string held_by;
  std::optional<int> declaration_version;  // that the uploader ticked, where the kind asks for one
  base::Instant created_at;
  std::optional<base::Instant> finished_at;
  std::size_t ready_rows;
  std::size_t problem_rows;
  std::size_t secured_rows;
  Report report;
};

}  // namespace uploads
