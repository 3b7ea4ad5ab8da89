#include "features/assessments/content_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "features/assessments/yaml_fields.h"

namespace assessments {
namespace {

Option read_option(const YamlNode& node, const Place& place, Problems& problems) {
  Fields fields(node, place, "an option", {"text", "correct"}, problems);
  Option option;
  option.text = fields.text("text");
  option.correct = fields.flag("correct");
  return option;
}

Question read_question(const YamlNode& node, const Place& place, Problems& problems) {
  Fields fields(node, place, "a question", {"key", "text", "choose", "options", "explanation"}, problems);
  Question question;
  question.key = fields.text("key");
  question.text = fields.text("text");
  question.explanation = fields.optional_text("explanation");
  const auto choose = fields.optional_text("choose");
  question.choose_many = choose == "many";
  if (!choose.empty() && choose != "one" && choose != "many")
    fields.tell("choose", "\"choose\" should be one or many.");
  if (const auto* options = fields.list("options")) {
    auto option = place;
    for (const auto& item : options->items) {
      ++option.option;
      question.options.push_back(read_option(item, option, problems));
    }
  }
  return question;
}

void read_time_limit(Fields& fields, Section& section) {
  const auto text = fields.optional_text("time_limit");
  if (text.empty()) return;
  section.time_limit = time_limit_from(text);
  if (!section.time_limit) {
    fields.tell("time_limit",
                "The time limit can't be read. Write it as 20m, 1h or 1h30m, or leave it out if the section "
                "is untimed.");
  }
}

void read_pass_mark(Fields& fields, Section& section) {
  const auto text = fields.optional_text("pass_mark");
  if (text.empty()) return;
  if (const auto mark = pass_mark_from(text)) {
    section.pass_mark = *mark;
  } else {
    fields.tell(
        "pass_mark",
        "The pass mark can't be read. Write a share such as 80%, or a number of questions such as 15.");
  }
}

Section read_section(const YamlNode& node, const Place& place, Problems& problems) {
  Fields fields(node, place, "a section",
                {"key", "title", "time_limit", "pass_mark", "retake", "reading", "questions"}, problems);
  Section section;
  section.key = fields.text("key");
  section.title = fields.text("title");
  section.retake = fields.flag("retake");
  section.reading = fields.optional_text("reading");
  read_time_limit(fields, section);
  read_pass_mark(fields, section);
  if (const auto* questions = fields.list("questions")) {
    auto question = place;
    for (const auto& item : questions->items) {
      ++question.question;
      section.questions.push_back(read_question(item, question, problems));
    }
  }
  return section;
}

std::vector<access::Role> read_audience(Fields& fields) {
  std::vector<access::Role> audience;
  const auto* list = fields.list("audience");
  if (list == nullptr) return audience;
  for (const auto& item : list->items) {
    const auto role =
        item.kind == YamlNode::Kind::scalar ? access::centre_role_from(item.value) : std::nullopt;
    if (!role) {
      fields.tell(
          "audience",
          fmt::format("\"{}\" is nobody that an assessment can be for. Use EO, SLT and INV.", item.value));
    } else if (std::ranges::find(audience, *role) != audience.end()) {
      fields.tell("audience", fmt::format("{} is in the audience twice. Keep it once.", access::code(*role)));
    } else {
      audience.push_back(*role);
    }
  }
  std::ranges::sort(audience);
  return audience;
}

}  // namespace

ReadContent read_content(const YamlNode& root) {
  Problems problems;
  ReadContent read;
  auto& assessment = read.assessment;
  Fields fields(root, {}, "an assessment",
                {"slug", "title", "year", "audience", "summary", "valid_until", "sections"}, problems);
  assessment.slug = fields.text("slug");
  assessment.title = fields.text("title");
  assessment.year = fields.text("year");
  assessment.summary = fields.optional_text("summary");
  assessment.valid_until = fields.optional_text("valid_until");
  assessment.audience = read_audience(fields);
  if (const auto* sections = fields.list("sections")) {
    Place section;
    for (const auto& item : sections->items) {
      ++section.section;
      assessment.sections.push_back(read_section(item, section, problems));
    }
  }
  problems.tell_all(check(assessment));
  read.slug_line = problems.line_of({.field = "slug"});
  read.errors = problems.take();
  return read;
}

}  // namespace assessments
