// Refuses read() and write() from within a lambda of the same database: it would wait for itself.
#pragma once

namespace db {

class NotNested {
 public:
  explicit NotNested(const void* database);  // throws std::logic_error
  ~NotNested();
  NotNested(const NotNested&) = delete;
  NotNested& operator=(const NotNested&) = delete;

 private:
  const void* database_;
  const NotNested* outer_;
};

}  // namespace db
