// The commands of exams-hub and their options. Every option is also an EXAMS_HUB_... environment variable and
// a line in
// --config FILE.
#pragma once

namespace app {

// Returns the exit code: 0 done, 1 it could not be done (a sentence on standard error says why), 2 wrong
// options.
int run(int argc, char** argv);

}  // namespace app
