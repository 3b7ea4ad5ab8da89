#include <fmt/format.h>

#include "base/text.h"
#include "features/assessments/assessment_file.h"
#include "features/assessments/yaml_tree.h"
#include "features/authoring/pages/assessment_words.h"
#include "features/authoring/pages/pages.h"
#include "html/form.h"

namespace authoring::pages {
namespace {

constexpr std::size_t most_shown_of_a_line = 160;

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

// What is wrong with the file, line by line, above its form.
void show_problems(html::View& view, const web::UploadedFile& file,
                   std::span<const assessments::FileProblem> problems) {
  auto part = view.add("PROBLEMS");
  part.set("FILE_NAME", file.filename);
  for (const auto& problem : problems) {
    auto row = part.add("PROBLEM");
    row.set("LINE", problem.line).set("WHAT_TO_DO", problem.message);
    row.set("TEXT", base::valid_utf8(file.bytes) ? line_of(file.bytes, problem.line) : "");
  }
}

}  // namespace

web::Response AssessmentPages::upload(const web::Request& request) {
  html::Form form(
      request,
      {{.name = "file",
        .label = "The assessment's file",
        .kind = html::Field::Kind::file,
        .hint = ".yaml, at most 1 MB. With the slug of a published assessment it becomes that one's next "
                "version.",
        .required = true,
        .most = static_cast<int>(assessments::max_file_bytes),
        .accept = ".yaml,.yml"}});
  html::View view("features/authoring/pages/upload_assessment.html");
  const auto* file = form.sent() ? form.file("file") : nullptr;
  if (form.sent() && file == nullptr) form.wrong("file", "Choose the file of the assessment.");
  if (file != nullptr && file->bytes.size() > assessments::max_file_bytes) {
    form.wrong("file", "The file is larger than 1 MB. Make it smaller, or split the assessment into two.");
  }
  if (form.ready()) {
    const auto read = assessments::read_file({file->filename, file->bytes});
    if (read) {
      const auto id = database_.write(add_draft, request.actor(), read->assessment);
      if (form.took(id)) return web::Response::see_other(address(*id));
    } else {
      form.wrong("file", fmt::format("Correct the {} below in the file, then upload it again.",
                                     base::counted(read.error().size(), "problem", "problems")));
      show_problems(view, *file, read.error());
    }
  }
  return form.page({.title = "Upload an assessment",
                    .menu = "/operator/assessments",
                    .back_href = "/operator/assessments",
                    .back_label = "Assessments"},
                   {.button = "Upload and check", .cancel = "/operator/assessments", .guard = false},
                   std::move(view));
}

}  // namespace authoring::pages
