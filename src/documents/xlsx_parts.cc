#include "documents/xlsx_parts.h"

#include <algorithm>
#include <map>

#include "base/text.h"
#include "documents/xml_reader.h"

namespace documents {
namespace {

// One .rels part: targets by id and by the last word of their type.
struct Relations : XmlEvents {
  std::string folder;
  std::map<std::string, std::string, std::less<>> by_id;
  std::map<std::string, std::string, std::less<>> by_type;

  void start(std::string_view name, const Attributes& attributes) override {
    if (name != "Relationship" || attributes.get("TargetMode") == "External") return;
    const std::string_view type = attributes.get("Type");
    const std::string target = absolute(attributes.get("Target"));
    by_id.emplace(attributes.get("Id"), target);
    by_type.emplace(type.substr(type.rfind('/') + 1), target);
  }
  void end(std::string_view) override {}

  // Targets are relative to the part's folder, or absolute with a leading /.
  std::string absolute(std::string_view target) const {
    if (target.starts_with('/')) return std::string(target.substr(1));
    std::string_view base = folder;
    while (target.starts_with("../")) {
      target.remove_prefix(3);
      base = base.substr(0, base.substr(0, base.empty() ? 0 : base.size() - 1).rfind('/') + 1);
    }
    if (target.starts_with("./")) target.remove_prefix(2);
    return std::string(base) + std::string(target);
  }
};

Relations read_relations(ZipArchive& archive, std::string_view part) {
  const std::size_t slash = part.rfind('/') + 1;
  Relations relations;
  relations.folder = part.substr(0, slash);
  const std::string name = relations.folder + "_rels/" + std::string(part.substr(slash)) + ".rels";
  if (archive.has(name)) read_xml(*archive.open(name), relations);
  return relations;
}

struct WorkbookPart : XmlEvents {
  const ZipArchive& archive;
  const Relations& relations;
  std::vector<XlsxSheet> sheets{};
  bool lacks_a_part = false;

  WorkbookPart(const ZipArchive& a, const Relations& r) : archive(a), relations(r) {}
  void start(std::string_view name, const Attributes& attributes) override {
    const std::string_view state = attributes.get("state");
    if (name != "sheet" || state == "hidden" || state == "veryHidden") return;
    const auto target = relations.by_id.find(attributes.get("id", "elationships"));
    if (target == relations.by_id.end() || !archive.has(target->second)) {
      lacks_a_part = true;
    } else if (std::ranges::find(sheets, target->second, &XlsxSheet::part) ==
               sheets.end()) {  // each part is read once
      sheets.push_back({std::string(attributes.get("name")), target->second});
    }
  }
  void end(std::string_view) override {}
};

struct SharedStringsPart : XmlEvents {
  SharedStrings strings{};
  std::string text_so_far{};
  bool in_text = false;
  int in_phonetic = 0;  // how a name is read aloud stands beside it, and is not part of it

  void start(std::string_view name, const Attributes&) override {
    if (name == "si") text_so_far.clear();
    if (name == "rPh") ++in_phonetic;
    in_text = name == "t" && in_phonetic == 0;
  }
  void text(std::string_view piece) override {
    if (in_text) text_so_far += piece;
  }
  void end(std::string_view name) override {
    if (name == "t") in_text = false;
    if (name == "rPh") --in_phonetic;
    if (name == "si")
      strings.add(base::trimmed(text_so_far).empty() ? "" : text_so_far);  // a blank is never kept
  }
};

// Whether a format code such as "dd/mm/yyyy" is of a date or time: letters outside quotes, brackets and
// escapes.
bool is_date_format(std::string_view code) {
  char closing = 0;
  for (std::size_t i = 0; i < code.size(); ++i) {
    const char c = code[i];
    if (closing) {
      if (c == closing) closing = 0;
    } else if (c == '"') {
      closing = '"';
    } else if (c == '[') {
      closing = ']';
    } else if (c == '\\' || c == '_' || c == '*') {
      ++i;
    } else if (std::string_view("dmyhsDMYHS").find(c) != std::string_view::npos &&
               !code.substr(i).starts_with("General")) {
      return true;
    }
  }
  return false;
}

bool is_built_in_date(std::size_t format) {
  return (format >= 14 && format <= 22) || (format >= 27 && format <= 36) || (format >= 45 && format <= 47) ||
         (format >= 50 && format <= 58);
}

struct StylesPart : XmlEvents {
  std::map<std::size_t, bool> custom{};
  std::vector<bool> dates{};
  bool in_cell_styles = false;

  void start(std::string_view name, const Attributes& attributes) override {
    if (name == "numFmt")
      custom[attributes.number("numFmtId", 0)] = is_date_format(attributes.get("formatCode"));
    if (name == "cellXfs") in_cell_styles = true;
    if (name != "xf" || !in_cell_styles) return;
    const std::size_t format = attributes.number("numFmtId", 0);
    const auto own = custom.find(format);
    dates.push_back(own != custom.end() ? own->second : is_built_in_date(format));
  }
  void end(std::string_view name) override {
    if (name == "cellXfs") in_cell_styles = false;
  }
};

std::string or_default(const std::map<std::string, std::string, std::less<>>& by_type, std::string_view type,
                       ZipArchive& archive, std::string_view usual) {
  const auto at = by_type.find(type);
  if (at != by_type.end() && archive.has(at->second)) return at->second;
  return archive.has(usual) ? std::string(usual) : std::string();
}

}  // namespace

XlsxParts find_xlsx_parts(ZipArchive& archive) {
  const std::string workbook =
      or_default(read_relations(archive, "").by_type, "officeDocument", archive, "xl/workbook.xml");
  const Relations relations = read_relations(archive, workbook);
  WorkbookPart part(archive, relations);
  read_xml(*archive.open(workbook), part);
  if (part.sheets.empty() && part.lacks_a_part) damaged();
  return {std::move(part.sheets),
          or_default(relations.by_type, "sharedStrings", archive, "xl/sharedStrings.xml"),
          or_default(relations.by_type, "styles", archive, "xl/styles.xml")};
}

void SharedStrings::add(std::string_view text) {
  constexpr std::size_t most = 1'000'000;
  constexpr std::size_t most_bytes = 24 << 20;
  if (ends_.size() >= most || text_.size() + text.size() > most_bytes) {
    throw Unreadable{"The workbook holds too much text. Copy the rows into a new workbook and upload that."};
  }
  text_ += text;
  ends_.push_back(static_cast<std::uint32_t>(text_.size()));
}

std::string_view SharedStrings::at(std::size_t index) const {
  if (index >= ends_.size()) damaged();
  const std::size_t begin = index == 0 ? 0 : ends_[index - 1];
  return std::string_view(text_).substr(begin, ends_[index] - begin);
}

SharedStrings read_shared_strings(ZipArchive& archive, std::string_view part) {
  SharedStringsPart events;
  if (!part.empty()) read_xml(*archive.open(part), events);
  return std::move(events.strings);
}

std::vector<bool> read_date_styles(ZipArchive& archive, std::string_view part) {
  StylesPart events;
  if (!part.empty()) read_xml(*archive.open(part), events);
  return std::move(events.dates);
}

}  // namespace documents
