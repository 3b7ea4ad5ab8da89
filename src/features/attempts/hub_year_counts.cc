#include "features/attempts/hub_year_counts.h"

namespace attempts {

YearCounts year_counts(db::Connection& c, const access::Actor& actor) {
  YearCounts counts;
  if (actor.role != access::Role::hub_operator) return counts;
  for (const auto& row :
       c.exec("WITH newest AS MATERIALIZED (SELECT a.slug, a.year, a.section_count, s.section_key, "
              "s.passes_since"
              " FROM assessment a JOIN section s ON s.assessment_id = a.id WHERE NOT EXISTS (SELECT 1 FROM "
              "assessment n"
              " WHERE n.slug = a.slug AND n.year = a.year AND n.version > a.version))"
              " SELECT t.slug, t.year, COUNT(*), CAST(SUM(CASE WHEN t.passed = t.sections THEN 1 ELSE 0 END) "
              "AS BIGINT)"
              " FROM (SELECT r.slug AS slug, r.year AS year, MAX(newest.section_count) AS sections,"
              " SUM(CASE WHEN r.passed_version >= newest.passes_since THEN 1 ELSE 0 END) AS passed"
              " FROM section_result r LEFT JOIN newest ON newest.slug = r.slug AND newest.year = r.year"
              " AND newest.section_key = r.section_key GROUP BY r.account_id, r.slug, r.year) t"
              " GROUP BY t.slug, t.year")) {
    const auto passed = static_cast<std::size_t>(row.integer(3));
    counts[{row.text(0), row.text(1)}] = {.passed = passed,
                                          .under_way = static_cast<std::size_t>(row.integer(2)) - passed};
  }
  return counts;
}

}  // namespace attempts
