#include <fmt/format.h>

#include <algorithm>

#include "features/attempts/pages/pages.h"
#include "features/attempts/pages/paper_page.h"
#include "features/attempts/pages/section_words.h"
#include "features/attempts/standing.h"
#include "html/markdown.h"

namespace attempts::pages {
namespace {

// What the page says about the assessment as a whole.
struct Around {
  std::optional<AssessmentStanding> assessment;
  std::string certificate{};  // its code; empty where there is none, or it is withdrawn
};

Around load_around(db::Connection& c, const access::Actor& actor, const Paper& paper,
                   CertificateLinks* certificates) {
  Around around;
  const auto all = standings(c, actor, std::span(&actor.account, 1));
  for (const auto& standing : all.front()) {
    if (standing.slug == paper.attempt.slug && standing.year == paper.attempt.year)
      around.assessment = standing;
  }
  if (certificates != nullptr) {
    around.certificate =
        certificates->codes(c, actor, actor.account)[{paper.attempt.slug, paper.attempt.year}];
  }
  return around;
}

std::string chosen_words(const Question& question, const Answers& answers) {
  const auto found = answers.find(question.id);
  std::string words;
  for (const auto& option : question.options) {
    if (found == answers.end() || std::ranges::find(found->second, option.id) == found->second.end())
      continue;
    words += (words.empty() ? "" : "; ") + html::plain_markdown(option.text);
  }
  return words.empty() ? "You gave no answer." : "You answered: " + words;
}

void show_mark(html::View& view, const Paper& paper) {
  const auto& attempt = paper.attempt;
  view.set("KEEP", keep_name(attempt));
  view.set("MARK", fmt::format("{} / {}", attempt.mark, paper.section.questions.size()));
  view.set("NEEDED", pass_mark_words(paper.section));
  view.set("HANDED_IN", base::british_date_time(attempt.handed_in_at.value()));
  view.show(attempt.passed ? "PASS" : "FAIL");
  if (attempt.timed_out) view.add("TIMED_OUT").set("ENDED", base::british_time(*attempt.handed_in_at));
}

// After a fail: which questions, never which answers.
void show_to_read_again(html::View& view, const Paper& paper) {
  auto list = view.add("READ_AGAIN");
  for (const auto number : not_right(paper.section, paper.answers)) {
    const auto& question = paper.section.questions[number - 1];
    auto part = list.add("WRONG");
    part.set("NUMBER", static_cast<std::int64_t>(number)).set("YOURS", chosen_words(question, paper.answers));
    html::include_safe_html(part, "QUESTION_TEXT", html::inline_markdown(question.text));
  }
  if (paper.section.reading.empty()) return;
  html::include_safe_html(list.add("READING"), "READING_TEXT", html::markdown(paper.section.reading, 3));
}

void show_explained(html::View::Part part, const Question& question, const Answers& answers) {
  const auto found = answers.find(question.id);
  const Chosen chosen = found == answers.end() ? Chosen{} : found->second;
  html::include_safe_html(part, "QUESTION_TEXT", html::inline_markdown(question.text));
  for (const auto& option : question.options) {
    const bool yours = std::ranges::find(chosen, option.id) != chosen.end();
    auto line = part.add("OPTIONS");
    line.show_if("RIGHT", option.correct).show_if("NOT_RIGHT", !option.correct).show_if("YOURS", yours);
    html::include_safe_html(line, "OPTION_TEXT", html::inline_markdown(option.text));
  }
  if (question.explanation.empty()) return;
  html::include_safe_html(part.add("EXPLAINED"), "EXPLANATION", html::markdown(question.explanation, 4));
}

void show_explanations(html::View& view, const Paper& paper) {
  auto list = view.add("EXPLANATIONS");
  for (std::size_t i = 0; i < paper.section.questions.size(); ++i) {
    auto part = list.add("QUESTIONS");
    part.set("NUMBER", static_cast<std::int64_t>(i + 1));
    show_explained(part, paper.section.questions[i], paper.answers);
  }
  if (paper.section.reading.empty()) return;
  html::include_safe_html(list.add("READING"), "READING_TEXT", html::markdown(paper.section.reading, 3));
}

// One thing to do next: the certificate, this section once more, or the next one that is not passed.
void show_next(html::View& view, const Paper& paper, const Around& around) {
  const auto& slug = paper.attempt.slug;
  if (around.assessment && around.assessment->status == Status::passed) {
    auto part = view.add("ALL_PASSED");
    part.set("TITLE", around.assessment->title);
    if (!around.certificate.empty()) part.add("CERTIFICATE").set("CODE", around.certificate);
    return;
  }
  if (paper.reach != Reach::within || !around.assessment) return;
  const bool counts = paper.pass_counts();
  if (paper.attempt.passed && !counts) view.show("PASS_REPLACED");
  for (const auto& standing : around.assessment->sections) {
    const auto& section = *standing.section;
    const bool this_one = section.key == paper.attempt.section_key;
    if (counts ? standing.status == Status::passed : !this_one) continue;
    auto part = view.add(this_one ? "TRY_AGAIN" : "NEXT_SECTION");
    part.set("SLUG", slug)
        .set("POSITION", static_cast<std::int64_t>(section.position))
        .set("TITLE", section.title);
    return;
  }
}

}  // namespace

web::Response AttemptPages::result(const web::Request& request) {
  const auto paper = load_paper(database_, store_, request);
  if (auto away = out_of_reach(request, paper)) return std::move(*away);
  if (!paper.handed_in()) return web::Response::see_other(address(paper.attempt.id));
  const auto around = database_.read(load_around, request.actor(), paper, certificates_);

  html::View view("features/attempts/pages/result.html");
  show_mark(view, paper);
  view.show_if("LATE", request.query.has("late"));
  if (paper.reach == Reach::earlier_year) view.add("EARLIER_YEAR").set("YEAR", paper.attempt.year);
  show_next(view, paper, around);
  if (paper.attempt.passed) {
    show_explanations(view, paper);
  } else {
    show_to_read_again(view, paper);
  }
  view.set("ASSESSMENT", "/assessments/" + paper.attempt.slug);
  auto page_head = head(paper, paper.section.title);
  page_head.width = "narrow";
  return html::page(request, page_head, std::move(view));
}

}  // namespace attempts::pages
