// What each command does, its options already read. They throw std::exception with a sentence for whoever
// typed the command; run() in command_line.cc prints it.
#pragma once

#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "app/settings.h"
#include "db/database.h"

namespace app {

// The command could not be done: a sentence.
class CommandFailed : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

std::unique_ptr<db::Database> open_migrated(const Common&);

void serve(const Common&, const ServeSettings&);
void migrate(const Common&);
void add_operator(const Common&, const PersonSettings&);
void add_centre(const Common&, const CentreSettings&);
void import_assessments(const Common&, const std::vector<std::string>& files);
void withdraw_assessment(const Common&, const std::string& slug);
void restore_assessment(const Common&, const std::string& slug);
void fill_demo(const Common&);
void back_up(const Common&, const std::string& file);
void restore(const Common&, const std::string& file);

}  // namespace app
