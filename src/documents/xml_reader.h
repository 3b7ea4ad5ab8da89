// XML out of a ZIP entry, event by event (expat). Refuses every document type declaration, so there are no
// entities to expand; bounded nesting and token size. Names come without their namespace prefix.
#pragma once

#include <string>
#include <string_view>

#include "documents/zip_archive.h"

namespace documents {

// The attributes of the element that just started; valid only during start().
class Attributes {
 public:
  explicit Attributes(const char** pairs) : pairs_(pairs) {}

  // By name without namespace; where `space` is given, only in a namespace whose address holds it. Empty if
  // there is none.
  std::string_view get(std::string_view name, std::string_view space = {}) const;
  bool has(std::string_view name, std::string_view space = {}) const;
  // As a whole number from 0; `otherwise` where there is none. Throws Unreadable for one that is endless.
  std::size_t number(std::string_view name, std::size_t otherwise, std::string_view space = {}) const;

 private:
  const char* find(std::string_view name, std::string_view space) const;

  const char** pairs_;
};

// "1" or "true".
bool is_true(std::string_view value);

class XmlEvents {
 public:
  virtual ~XmlEvents() = default;
  virtual void start(std::string_view name, const Attributes&) = 0;
  virtual void end(std::string_view name) = 0;
  virtual void text(std::string_view) {}
  // Asked after each piece: true stops the reading early, without fault.
  virtual bool finished() const { return false; }
};

// Throws Unreadable, or what an event throws.
void read_xml(ZipEntry&, XmlEvents&);

}  // namespace documents
