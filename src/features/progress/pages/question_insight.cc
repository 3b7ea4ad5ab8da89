#include "features/progress/question_insight.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "features/progress/pages/pages.h"
#include "html/markdown.h"
#include "html/page.h"
#include "web/dispatcher.h"

namespace progress::pages {
namespace {

constexpr std::size_t to_cover_first = 5;

struct Loaded {
  std::vector<assessments::Version> choices;
  std::optional<AssessmentInsight> insight;
};

Loaded load(db::Connection& c, const web::Request& request) {
  Loaded loaded{.choices = assessments::current(c), .insight = {}};
  const auto asked = request.query.get("assessment");
  const bool known =
      std::ranges::find(loaded.choices, asked, &assessments::Version::slug) != loaded.choices.end();
  if (loaded.choices.empty()) return loaded;
  loaded.insight = progress::question_insight(c, request.actor(),
                                              known ? std::string(asked) : loaded.choices.front().slug);
  return loaded;
}

void show_choices(html::View& view, const Loaded& loaded) {
  for (const auto& choice : loaded.choices) {
    view.add("CHOICE")
        .set("SLUG", choice.slug)
        .set("TITLE", choice.title)
        .show_if("SELECTED", loaded.insight && choice.slug == loaded.insight->assessment.slug);
  }
}

void show_share(html::View::Part part, const QuestionInsight& question) {
  if (question.people == 0) {
    part.show("NOBODY");
    return;
  }
  auto share = part.add("SHARE");
  share.set("PERCENT", static_cast<std::int64_t>(question.percent_right()));
  share.set("OF",
            fmt::format("{} of {}", base::thousands(question.right_first), base::thousands(question.people)));
  if (question.most_chosen_wrong) {
    auto wrong = part.add("WRONG");
    wrong.set("PEOPLE", base::counted(question.most_chosen_wrong->people, "person", "people"));
    html::include_safe_html(wrong, "OPTION_TEXT", html::inline_markdown(question.most_chosen_wrong->text));
  }
}

void show_sections(html::View& view, const AssessmentInsight& insight) {
  for (const auto& section : insight.sections) {
    auto part = view.add("SECTION");
    part.set("TITLE", fmt::format("{}. {}", section.position, section.title));
    for (const auto& question : section.questions) {
      auto row = part.add("QUESTION");
      row.set("NUMBER", static_cast<std::int64_t>(question.number));
      html::include_safe_html(row, "QUESTION_TEXT", html::inline_markdown(question.text));
      show_share(row, question);
    }
  }
}

struct Hard {
  std::size_t section;
  const QuestionInsight* question;
};

// Those answered wrong most often.
void show_to_cover(html::View& view, const AssessmentInsight& insight) {
  std::vector<Hard> hard;
  for (const auto& section : insight.sections) {
    for (const auto& question : section.questions) {
      if (question.right_first < question.people) hard.push_back({section.position, &question});
    }
  }
  if (hard.empty()) return;
  std::ranges::stable_sort(hard, {}, [](const Hard& each) { return each.question->percent_right(); });
  hard.resize(std::min(hard.size(), to_cover_first));
  auto box = view.add("COVER");
  for (const auto& each : hard) {
    auto line = box.add("HARD");
    line.set("SECTION_NUMBER", static_cast<std::int64_t>(each.section));
    line.set("PERCENT", static_cast<std::int64_t>(each.question->percent_right()));
    html::include_safe_html(line, "QUESTION_TEXT", html::inline_markdown(each.question->text));
  }
}

}  // namespace

web::Response ProgressPages::questions(const web::Request& request) {
  const auto loaded = database_.read(load, request);
  html::View view("features/progress/pages/question_insight.html");
  show_choices(view, loaded);
  if (loaded.insight) {
    view.show("RESULTS");
    show_to_cover(view, *loaded.insight);
    show_sections(view, *loaded.insight);
  } else {
    view.include("EMPTY", "html/partials/empty.html")
        .set("TITLE", "No assessments yet")
        .set("TEXT",
             "Once assessments are published and people take them, you see here which questions they find "
             "hard.");
  }
  return html::page(request,
                    {.title = "Question insight",
                     .menu = "/summary",
                     .back_href = "/summary",
                     .back_label = "User Summary"},
                    std::move(view));
}

}  // namespace progress::pages
