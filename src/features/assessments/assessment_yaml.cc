#include "features/assessments/assessment_yaml.h"

#include <yaml-cpp/emitter.h>

#include <algorithm>
#include <string_view>
#include <vector>

namespace assessments {
namespace {

// A block of lines reads best, but only plain lines come back from one as they were.
bool fits_a_block(std::string_view text) {
  if (text.find('\n') == std::string_view::npos || text.find('\t') != std::string_view::npos) return false;
  return text.find(" \n") == std::string_view::npos;
}

bool is_plain(std::string_view text) {
  return std::ranges::all_of(text,
                             [](char c) {
                               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                                      (c >= '0' && c <= '9') || c == '-' || c == '/' || c == '%';
                             }) &&
         !text.starts_with('-') && !text.starts_with('%');
}

class Writer {
 public:
  void field(std::string_view name, std::string_view text) {
    out_ << YAML::Key << std::string(name) << YAML::Value;
    if (fits_a_block(text)) {
      out_ << YAML::Literal;
    } else if (!is_plain(text)) {
      out_ << YAML::DoubleQuoted;
    }
    out_ << std::string(text);
  }

  void field_if(bool present, std::string_view name, std::string_view text) {
    if (present) field(name, text);
  }

  template <class Items, class F>
  void list(std::string_view name, const Items& items, F&& write) {
    out_ << YAML::Key << std::string(name) << YAML::Value << YAML::BeginSeq;
    for (const auto& item : items) {
      out_ << YAML::BeginMap;
      write(item);
      out_ << YAML::EndMap;
    }
    out_ << YAML::EndSeq;
  }

  void audience(const std::vector<access::Role>& roles) {
    out_ << YAML::Key << "audience" << YAML::Value << YAML::Flow << YAML::BeginSeq;
    for (const auto role : roles) out_ << std::string(access::code(role));
    out_ << YAML::EndSeq;
  }

  void begin() { out_ << YAML::BeginMap; }
  std::string end() {
    out_ << YAML::EndMap;
    return std::string(out_.c_str()) + "\n";
  }

 private:
  YAML::Emitter out_;
};

void write(Writer& out, const Question& question) {
  out.field("key", question.key);
  out.field("text", question.text);
  out.field_if(question.choose_many, "choose", "many");
  out.list("options", question.options, [&](const Option& option) {
    out.field("text", option.text);
    out.field_if(option.correct, "correct", "true");
  });
  out.field_if(!question.explanation.empty(), "explanation", question.explanation);
}

void write(Writer& out, const Section& section) {
  out.field("key", section.key);
  out.field("title", section.title);
  if (section.time_limit) out.field("time_limit", time_limit_text(*section.time_limit));
  out.field("pass_mark", pass_mark_text(section.pass_mark));
  out.field_if(section.retake, "retake", "true");
  out.field_if(!section.reading.empty(), "reading", section.reading);
  out.list("questions", section.questions, [&](const Question& question) { write(out, question); });
}

}  // namespace

std::string to_yaml(const Assessment& assessment) {
  Writer out;
  out.begin();
  out.field("slug", assessment.slug);
  out.field("title", assessment.title);
  out.field("year", assessment.year);
  out.audience(assessment.audience);
  out.field_if(!assessment.summary.empty(), "summary", assessment.summary);
  out.field_if(!assessment.valid_until.empty(), "valid_until", assessment.valid_until);
  out.list("sections", assessment.sections, [&](const Section& section) { write(out, section); });
  return out.end();
}

}  // namespace assessments
