#include "features/assessments/yaml_tree.h"

#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <sstream>
#include <utility>

#include "base/text.h"

namespace assessments {
namespace {

struct Refused {
  YamlError error;
};

int line_of(const YAML::Mark& mark) {
  return mark.line + 1;
}

class TreeBuilder : public YAML::EventHandler {
 public:
  YamlNode root;
  int documents = 0;

  void OnDocumentStart(const YAML::Mark& mark) override {
    if (++documents > 1)
      refuse(mark,
             "A second document begins here. Keep one assessment in a file, and remove the line \"---\".");
  }
  void OnDocumentEnd() override {}

  void OnAnchor(const YAML::Mark& mark, const std::string&) override {
    refuse(mark,
           "This line has an anchor (&). Write the text out, or put quotes round it if it begins with &.");
  }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
    refuse(mark,
           "This line has an alias (*). Write the text out, or put quotes round it if it begins with *.");
  }

  void OnNull(const YAML::Mark& mark, YAML::anchor_t) override { add(leaf(YamlNode::Kind::empty, mark, "")); }
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t,
                const std::string& value) override {
    refuse_tag(mark, tag);
    if (!base::valid_utf8(value)) {
      refuse(mark, "This text has a control character that can't be shown. Remove it.");
    }
    add(leaf(YamlNode::Kind::scalar, mark, value));
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t,
                       YAML::EmitterStyle::value) override {
    open(YamlNode::Kind::list, mark, tag);
  }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t,
                  YAML::EmitterStyle::value) override {
    open(YamlNode::Kind::mapping, mark, tag);
  }
  void OnSequenceEnd() override { close(); }
  void OnMapEnd() override { close(); }

 private:
  [[noreturn]] static void refuse(const YAML::Mark& mark, std::string message) {
    throw Refused{{line_of(mark), std::move(message)}};
  }

  static void refuse_tag(const YAML::Mark& mark, const std::string& tag) {
    if (tag.empty() || tag == "?" || tag == "!") return;
    refuse(mark, "This line has a YAML tag (!). Remove it, or put quotes round a text that begins with !.");
  }

  YamlNode leaf(YamlNode::Kind kind, const YAML::Mark& mark, const std::string& value) {
    if (++nodes_ > max_yaml_nodes)
      refuse(mark, "The file has too many lines and values for one assessment. Split it.");
    return {.kind = kind, .line = line_of(mark), .value = value, .keys = {}, .items = {}};
  }

  void open(YamlNode::Kind kind, const YAML::Mark& mark, const std::string& tag) {
    refuse_tag(mark, tag);
    if (open_.size() >= max_yaml_depth)
      refuse(mark, "Lists and fields are nested too deeply here. Check the indentation.");
    open_.push_back(leaf(kind, mark, ""));
  }

  void close() {
    auto done = std::move(open_.back());
    open_.pop_back();
    add(std::move(done));
  }

  void add(YamlNode node) {
    if (open_.empty()) {
      root = std::move(node);
      return;
    }
    auto& parent = open_.back();
    const bool is_key = parent.kind == YamlNode::Kind::mapping && parent.keys.size() == parent.items.size();
    if (is_key) {
      parent.keys.push_back(std::move(node));
    } else {
      // yaml-cpp marks an empty value where the next token stands: its key's line is the one to correct.
      if (node.kind == YamlNode::Kind::empty && !parent.keys.empty()) node.line = parent.keys.back().line;
      parent.items.push_back(std::move(node));
    }
  }

  std::vector<YamlNode> open_;
  std::size_t nodes_ = 0;
};

int line_of_first_bad_byte(std::string_view bytes) {
  int line = 1;
  while (!bytes.empty()) {
    const auto end = bytes.find('\n');
    if (!base::valid_utf8(bytes.substr(0, end))) return line;
    if (end == std::string_view::npos) break;
    bytes.remove_prefix(end + 1);
    ++line;
  }
  return line;
}

}  // namespace

std::expected<YamlNode, YamlError> read_yaml(std::string_view bytes, std::size_t most_bytes) {
  const auto refuse = [](int line, std::string message) {
    return std::unexpected(YamlError{line, std::move(message)});
  };
  if (bytes.size() > most_bytes) return refuse(1, "The file is over 1 MB. Split it, or shorten its texts.");
  if (!base::valid_utf8(bytes)) {
    return refuse(line_of_first_bad_byte(bytes),
                  "This line has bytes that aren't UTF-8 text. Save the file as UTF-8.");
  }
  TreeBuilder builder;
  try {
    std::istringstream stream{std::string(bytes)};
    YAML::Parser parser(stream);
    while (parser.HandleNextDocument(builder)) {
    }
  } catch (const Refused& refused) {
    return std::unexpected(refused.error);
  } catch (const YAML::Exception& e) {
    return refuse(std::max(1, line_of(e.mark)),
                  fmt::format("The file can't be read from here on ({}). Check the indentation, colons and "
                              "quotes on this line and "
                              "the one above.",
                              e.msg));
  }
  if (builder.documents == 0) return refuse(1, "The file is empty. Write an assessment in it.");
  return std::move(builder.root);
}

}  // namespace assessments
