#include "features/attempts/pages/paper_page.h"

#include <fmt/format.h>

#include "html/list.h"
#include "web/dispatcher.h"

namespace attempts::pages {
namespace {

constexpr std::string_view withdrawn_title = "This assessment was withdrawn";

struct ClosedWords {
  int status;
  std::string title;
  std::string message;
};

ClosedWords words(const Paper& paper, Reach reach) {
  switch (reach) {
    case Reach::hidden:
      return {403, "This assessment is not open to you",
              "Your centre has closed this assessment to you, or your role has changed. What you did is "
              "kept, but you "
              "cannot continue it or read it. Ask your exams officer if you think that this is a mistake."};
    case Reach::withdrawn:
      return {
          409, std::string(withdrawn_title),
          fmt::format(
              "It was withdrawn on {}, so nobody can take it any more. Your answers are kept, and what you "
              "have passed stays passed, but you cannot continue.",
              base::british_date(paper.assessment.withdrawn_at.value_or(paper.now)))};
    case Reach::earlier_year:
      return {
          409, "This is last year's assessment",
          fmt::format(
              "You began this for {}, and a new year's assessment has replaced it since. Your answers are "
              "kept, but you cannot continue them. Start the section afresh.",
              paper.attempt.year)};
    case Reach::replaced:
      return {409, "This section has changed",
              "The section was changed after you began it, so this attempt would not count. Start it afresh; "
              "this does "
              "not count as a failed attempt."};
    case Reach::within:
      break;
  }
  return {409, "This section is closed", "You cannot continue it."};
}

web::Response page_of(const web::Request& request, const ClosedWords& words, html::View view) {
  view.set("MESSAGE", words.message);
  return html::page(request,
                    {.title = words.title, .menu = "/assessments", .status = words.status, .width = "narrow"},
                    std::move(view));
}

web::Response show(const web::Request& request, const Paper& paper, const ClosedWords& words, bool to_result,
                   bool to_assessment) {
  if (from_script(request)) return web::Response::text(words.message, words.status);
  html::View view("features/attempts/pages/closed.html");
  if (to_result) view.add("TO_RESULT").set("HREF", address(paper.attempt.id, "/result"));
  if (to_assessment) view.add("TO_ASSESSMENT").set("HREF", "/assessments/" + paper.attempt.slug);
  view.show_if("TO_ALL", !to_result && !to_assessment);
  return page_of(request, words, std::move(view));
}

}  // namespace

Paper load_paper(db::Database& database, AttemptStore& store, const web::Request& request) {
  const AttemptId id{request.path_id("id")};
  const auto read = [&] {
    return database.read([&](db::Connection& c) {
      auto found = load(c, request.actor(), id);
      if (found) found->now = store.believed(found->now);
      return found;
    });
  };
  auto paper = read();
  if (paper && paper->overdue()) {
    database.write([&](db::Connection& c) { return store.hand_in_overdue(c, id); });
    paper = read();
  }
  return web::found(std::move(paper));
}

std::string address(AttemptId id, std::string_view below) {
  return fmt::format("/attempts/{}{}", std::to_underlying(id), below);
}

std::string keep_name(const Attempt& attempt) {
  return fmt::format("{} of {} begun {}", std::to_underlying(attempt.id), std::to_underlying(attempt.account),
                     base::to_millis(attempt.started_at));
}

html::PageHead head(const Paper& paper, std::string title, int status) {
  return {.title = std::move(title),
          .menu = "/assessments",
          .status = status,
          .back_href = html::with_query("/assessments/" + paper.attempt.slug, {}, "year",
                                        paper.reach == Reach::earlier_year ? paper.attempt.year : ""),
          .back_label = paper.assessment.title};
}

std::optional<web::Response> out_of_reach(const web::Request& request, const Paper& paper) {
  if (paper.reach == Reach::within) return std::nullopt;
  if (paper.handed_in() && paper.reach != Reach::hidden) return std::nullopt;
  return closed(request, paper, paper.reach);
}

web::Response closed(const web::Request& request, const Paper& paper, Reach reach) {
  return show(request, paper, words(paper, reach), false, reach != Reach::hidden);
}

web::Response withdrawn(const web::Request& request, std::string message) {
  html::View view("features/attempts/pages/closed.html");
  view.show("TO_ALL");
  return page_of(request, {409, std::string(withdrawn_title), std::move(message)}, std::move(view));
}

web::Response not_counted(const web::Request& request, const Paper& paper, const Outcome& outcome) {
  const auto at = base::british_time(outcome.at);
  if (paper.attempt.timed_out) {
    return show(
        request, paper,
        {409, "The time was up",
         fmt::format("Your time ended at {}. What you had saved by then was handed in for you; what you sent "
                     "just now came after it and does not count.",
                     at)},
        true, false);
  }
  return show(request, paper,
              {409, "You have handed this in already",
               fmt::format("This attempt was handed in at {}. What you sent just now does not count.", at)},
              true, false);
}

std::string left_text(const Paper& paper) {
  if (!paper.attempt.deadline_at) return {};
  return fmt::to_string((*paper.attempt.deadline_at - paper.now).count());
}

web::Response not_over_yet(const web::Request& request, const Paper& paper) {
  if (from_script(request)) return web::Response::text(left_text(paper) + "\n", 409);
  const auto until = paper.attempt.deadline_at;
  const auto left =
      until ? fmt::format(
                  "You have {} left, until {}.",
                  assessments::duration_words(std::chrono::ceil<std::chrono::seconds>(*until - paper.now)),
                  base::british_time(*until))
            : "This section has no time limit.";
  html::View view("features/attempts/pages/closed.html");
  view.add("TO_SECTION").set("HREF", address(paper.attempt.id));
  return page_of(
      request,
      {409, "Your time is not over",
       left + " Nothing was handed in, and your answers are saved. Your computer's clock may be wrong."},
      std::move(view));
}

bool from_script(const web::Request& request) {
  return request.header("accept") == "text/plain";
}

}  // namespace attempts::pages
