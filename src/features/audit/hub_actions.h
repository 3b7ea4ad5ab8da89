// The actions of the Hub's operator, beside those of a centre's people in actions.h. What concerns one centre stands in
// that centre's audit.
#pragma once

#include "features/audit/actions.h"

namespace audit::action {

inline constexpr Action centre_renamed{"centre.renamed", "Centre renamed"};
inline constexpr Action centre_closed{"centre.closed", "Centre closed"};
inline constexpr Action centre_reopened{"centre.reopened", "Centre reopened"};
inline constexpr Action centre_admin_appointed{"centre_admin.appointed", "Made somebody Centre Admin"};
inline constexpr Action centre_admin_changed{"centre_admin.changed", "Changed a Centre Admin's sign-in"};
inline constexpr Action centre_admin_withdrawn{"centre_admin.withdrawn", "Made a Centre Admin an exams officer"};
inline constexpr Action draft_discarded{"assessment.draft_discarded", "Discarded a draft of an assessment"};
inline constexpr Action report_made{"report.made", "Made a stakeholder report"};
inline constexpr Action report_named{"report.named", "Named people of the centre in a stakeholder report"};
inline constexpr Action resource_published{"resource.published", "Published a resource"};
inline constexpr Action resource_changed{"resource.changed", "Changed a resource's name or folder"};
inline constexpr Action resource_withdrawn{"resource.withdrawn", "Withdrew a resource"};
inline constexpr Action resource_restored{"resource.restored", "Published a withdrawn resource again"};

}  // namespace audit::action
