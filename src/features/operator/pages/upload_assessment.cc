#include <fmt/format.h>

#include "base/text.h"
#include "features/assessments/assessment_file.h"
#include "features/assessments/yaml_tree.h"
#include "features/operator/pages/assessment_pages.h"
#include "features/operator/pages/assessment_words.h"
#include "html/form_view.h"
#include "html/page.h"

namespace hub_operator::pages {
namespace {

constexpr std::size_t most_shown_of_a_line = 160;

struct Shown {
  std::vector<base::FieldError> errors{};
  std::vector<assessments::FileProblem> problems{};
  std::string_view file_name{};
  std::string_view bytes{};
};

// The line as it stands in the file, shortened at a whole character.
std::string line_of(std::string_view bytes, int line) {
  for (int i = 1; i < line && !bytes.empty(); ++i) {
    const auto end = bytes.find('\n');
    bytes = end == bytes.npos ? std::string_view{} : bytes.substr(end + 1);
  }
  auto text = bytes.substr(0, bytes.find('\n'));
  if (text.ends_with('\r')) text.remove_suffix(1);
  if (text.size() <= most_shown_of_a_line) return std::string(text);
  auto end = most_shown_of_a_line;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return std::string(text.substr(0, end)) + "…";
}

void show_problems(html::View& view, const Shown& shown) {
  if (shown.problems.empty()) return;
  auto part = view.add("PROBLEMS");
  part.set("FILE_NAME", shown.file_name);
  for (const auto& problem : shown.problems) {
    auto row = part.add("PROBLEM");
    row.set("LINE", problem.line).set("WHAT_TO_DO", problem.message);
    row.set("TEXT", base::valid_utf8(shown.bytes) ? line_of(shown.bytes, problem.line) : "");
  }
}

web::Response show(const web::Request& request, const Shown& shown) {
  html::View view("features/operator/pages/upload_assessment.html");
  show_problems(view, shown);
  html::show_errors(view.root(), shown.errors);
  return html::page(request,
                    {.title = "Upload an assessment",
                     .menu = "/operator/assessments",
                     .status = shown.errors.empty() ? 200 : 422,
                     .back_href = "/operator/assessments",
                     .back_label = "Assessments"},
                    std::move(view));
}

Shown refused(std::string message) {
  return {.errors = {{"file", std::move(message)}}};
}

}  // namespace

web::Handler upload_assessment_form() {
  return [](const web::Request& request) { return show(request, {}); };
}

web::Handler upload_assessment(db::Database& database) {
  return [&database](const web::Request& request) {
    const auto* file = request.form().file("file");
    if (file == nullptr) return show(request, refused("Choose the file of the assessment."));
    if (file->bytes.size() > assessments::max_file_bytes) {
      return show(
          request,
          refused("The file is larger than 1 MB. Make it smaller, or split the assessment into two."));
    }
    auto read = assessments::read_file({file->filename, file->bytes});
    if (!read) {
      auto shown = refused(fmt::format("Correct the {} below in the file, then upload it again.",
                                       base::counted(read.error().size(), "problem", "problems")));
      shown.problems = std::move(read.error());
      shown.file_name = file->filename;
      shown.bytes = file->bytes;
      return show(request, shown);
    }
    const auto id =
        database.write([&](db::Connection& c) { return add_draft(c, request.actor(), read->assessment); });
    return web::Response::see_other(address(id));
  };
}

}  // namespace hub_operator::pages
