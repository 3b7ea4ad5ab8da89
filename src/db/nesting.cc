#include "db/nesting.h"

#include <stdexcept>

namespace db {

namespace {
thread_local const NotNested* innermost = nullptr;
}

NotNested::NotNested(const void* database) : database_(database), outer_(innermost) {
  for (const NotNested* scope = outer_; scope; scope = scope->outer_)
    if (scope->database_ == database)
      throw std::logic_error("read() or write() called within a lambda of theirs");
  innermost = this;
}

NotNested::~NotNested() {
  innermost = outer_;
}

}  // namespace db
