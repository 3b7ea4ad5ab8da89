#include "documents/xml_reader.h"

#include <expat.h>

#include <charconv>
#include <exception>
#include <memory>
#include <vector>

namespace documents {
namespace {

constexpr char separator = '|';  // between a namespace's address and the name
constexpr std::size_t piece = 64 << 10;
constexpr std::size_t max_token = 1 << 20;  // bytes without any event
constexpr int max_depth = 100;

std::string_view local(std::string_view name) {
  const auto at = name.rfind(separator);
  return at == std::string_view::npos ? name : name.substr(at + 1);
}

// expat is C: nothing may be thrown through it, so what an event throws waits here.
struct Reading {
  XML_Parser parser;
  XmlEvents& events;
  Budget& budget;
  std::exception_ptr thrown{};
  std::size_t since_event = 0;
  int depth = 0;

  template <class F>
  void run(F&& f) {
    since_event = 0;
    if (thrown) return;
    try {
      budget.step();
      f();
    } catch (...) {
      thrown = std::current_exception();
      XML_StopParser(parser, XML_FALSE);
    }
  }
};

void on_start(void* data, const char* name, const char** attributes) {
  auto& reading = *static_cast<Reading*>(data);
  reading.run([&] {
    if (++reading.depth > max_depth) damaged();
    reading.events.start(local(name), Attributes(attributes));
  });
}

void on_end(void* data, const char* name) {
  auto& reading = *static_cast<Reading*>(data);
  reading.run([&] {
    --reading.depth;
    reading.events.end(local(name));
  });
}

void on_text(void* data, const char* text, int length) {
  auto& reading = *static_cast<Reading*>(data);
  reading.run([&] { reading.events.text({text, static_cast<std::size_t>(length)}); });
}

void on_doctype(void* data, const char*, const char*, const char*, int) {
  static_cast<Reading*>(data)->run([] {
    throw Unreadable{
        "The file holds definitions that no spreadsheet program writes, so it was not read. Copy the rows "
        "into a new workbook and upload that."};
  });
}

void feed(Reading& reading, const char* bytes, std::size_t size, bool last) {
  reading.since_event += size;
  const XML_Status status = XML_Parse(reading.parser, bytes, static_cast<int>(size), last);
  if (reading.thrown) std::rethrow_exception(reading.thrown);
  if (status != XML_STATUS_OK || reading.since_event > max_token) damaged();
}

}  // namespace

const char* Attributes::find(std::string_view name, std::string_view space) const {
  for (const char** pair = pairs_; *pair; pair += 2) {
    const std::string_view full = pair[0];
    if (local(full) == name &&
        (space.empty() || full.substr(0, full.size() - name.size()).find(space) != std::string_view::npos)) {
      return pair[1];
    }
  }
  return nullptr;
}

std::string_view Attributes::get(std::string_view name, std::string_view space) const {
  const char* value = find(name, space);
  return value ? value : std::string_view{};
}

bool Attributes::has(std::string_view name, std::string_view space) const {
  return find(name, space) != nullptr;
}

std::size_t Attributes::number(std::string_view name, std::size_t otherwise, std::string_view space) const {
  const char* value = find(name, space);
  if (!value) return otherwise;
  const std::string_view digits = value;
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (error == std::errc::result_out_of_range) damaged();
  return error == std::errc{} && end == digits.data() + digits.size() ? number : otherwise;
}

bool is_true(std::string_view value) {
  return value == "1" || value == "true";
}

void read_xml(ZipEntry& entry, XmlEvents& events) {
  const std::unique_ptr<XML_ParserStruct, decltype(&XML_ParserFree)> parser(
      XML_ParserCreateNS(nullptr, separator), XML_ParserFree);
  if (!parser) throw std::bad_alloc();
  Reading reading{parser.get(), events, entry.budget()};
  XML_SetUserData(parser.get(), &reading);
  XML_SetElementHandler(parser.get(), on_start, on_end);
  XML_SetCharacterDataHandler(parser.get(), on_text);
  XML_SetStartDoctypeDeclHandler(parser.get(), on_doctype);
  std::vector<char> buffer(piece);
  while (const std::size_t got = entry.read(buffer.data(), buffer.size())) {
    feed(reading, buffer.data(), got, false);
    if (events.finished()) return;
  }
  feed(reading, nullptr, 0, true);
}

}  // namespace documents
