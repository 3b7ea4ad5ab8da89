// One JSON object a line on standard error: time (UTC), level, event, then the fields given. Never put a
// name, an email, a password, a token or a query string in a field; ids are fine. Any thread.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <variant>

namespace base {

enum class LogLevel { debug, info, warning, error };

struct LogField {
  std::string_view name;
  std::variant<std::int64_t, std::string> value;
};

void set_log_level(LogLevel);
void log(LogLevel, std::string_view event, std::initializer_list<LogField> fields = {});

}  // namespace base
