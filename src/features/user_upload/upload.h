// An uploaded file as the database knows it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "access/actor.h"
#include "base/instant.h"
#include "features/user_upload/upload_report.h"

namespace user_upload {

enum class UploadId : std::int64_t {};

enum class Status { checked, adding, added, failed };

// Why nothing was created.
enum class Failure {
  taken,    // emails were registered after the check: Report::taken
  stopped,  // the Hub was stopped or went down meanwhile
  lost,     // the passwords were no longer in memory
  power,    // the uploader may no longer add users
};

struct Upload {
  UploadId id;
  access::AccountId uploaded_by;
  std::string uploader;  // the name; empty when the account is gone
  std::string filename;
  Status status;
  std::optional<Failure> failure;
  std::string held_by;
  int declaration_version;
  base::Instant created_at;
  std::optional<base::Instant> finished_at;
  std::size_t ready_rows;
  std::size_t problem_rows;
  std::size_t secured_rows;
  Report report;
};

}  // namespace user_upload
