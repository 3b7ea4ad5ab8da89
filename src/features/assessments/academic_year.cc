#include "features/assessments/academic_year.h"

#include <fmt/format.h>

#include <stdexcept>

#include "features/assessments/assessment_rules.h"

namespace assessments {
namespace {

int first_calendar_year(std::string_view academic_year) {
  if (!is_academic_year(academic_year)) throw std::logic_error("not an academic year");
  return std::stoi(std::string(academic_year.substr(0, 4)));
}

// The 29th of February becomes the 28th where there is none.
std::string years_later(const std::string& date, int years) {
  if (!is_date(date)) return date;
  const auto year = fmt::format("{:04}", std::stoi(date.substr(0, 4)) + years);
  const auto moved = year + date.substr(4);
  return is_date(moved) ? moved : year + "-02-28";
}

}  // namespace

std::string next_year(std::string_view academic_year) {
  const int year = first_calendar_year(academic_year) + 1;
  return fmt::format("{}/{:02}", year, (year + 1) % 100);
}

Assessment for_year(Assessment published, const std::string& academic_year) {
  const int years = first_calendar_year(academic_year) - first_calendar_year(published.year);
  published.valid_until = years_later(published.valid_until, years);
  published.year = academic_year;
  for (auto& section : published.sections) section.retake = false;
  return published;
}

}  // namespace assessments
