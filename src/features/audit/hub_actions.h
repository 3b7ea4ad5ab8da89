// The actions of the Hub's operator, beside those of a centre's people in actions.h. What concerns one centre
// stands in that centre's audit and in the Hub's; the others say StandsIn::hub.
#pragma once

#include "features/audit/actions.h"

namespace audit::action {

inline constexpr Action centre_renamed{"centre.renamed", "Centre renamed"};
inline constexpr Action centre_closed{"centre.closed", "Centre closed"};
inline constexpr Action centre_kept{"centre.kept", "Changed until when a closed centre's data are kept"};
inline constexpr Action centre_reopened{"centre.reopened", "Centre reopened"};
inline constexpr Action centre_erased{"centre.erased", "Centre erased", StandsIn::hub};
inline constexpr Action centre_upload_checked{"centre_upload.checked", "Uploaded a file of centres",
                                              StandsIn::hub};
inline constexpr Action centre_upload_added{"centre_upload.added", "Added the centres of a file",
                                            StandsIn::hub};
inline constexpr Action centre_upload_failed{"centre_upload.failed", "Adding the centres of a file failed",
                                             StandsIn::hub};
inline constexpr Action centre_admin_appointed{"centre_admin.appointed", "Made somebody Centre Admin"};
inline constexpr Action centre_admin_changed{"centre_admin.changed", "Changed a Centre Admin's sign-in"};
inline constexpr Action centre_admin_withdrawn{"centre_admin.withdrawn",
                                               "Made a Centre Admin an exams officer"};
inline constexpr Action draft_discarded{"assessment.draft_discarded", "Discarded a draft of an assessment",
                                        StandsIn::hub};
inline constexpr Action assessment_withdrawn{"assessment.withdrawn", "Withdrew an assessment", StandsIn::hub};
inline constexpr Action assessment_restored{"assessment.restored",
                                            "Made a withdrawn assessment available again", StandsIn::hub};
inline constexpr Action report_made{"report.made", "Made a stakeholder report", StandsIn::hub};
inline constexpr Action report_named{"report.named", "Named people of the centre in a stakeholder report"};
inline constexpr Action record_requested{"record.requested", "Asked for a person's record"};
inline constexpr Action record_downloaded{"record.downloaded", "Downloaded a person's record"};
inline constexpr Action resource_published{"resource.published", "Published a resource", StandsIn::hub};
inline constexpr Action resource_changed{"resource.changed", "Changed a resource's name or folder",
                                         StandsIn::hub};
inline constexpr Action resource_withdrawn{"resource.withdrawn", "Withdrew a resource", StandsIn::hub};
inline constexpr Action resource_restored{"resource.restored", "Published a withdrawn resource again",
                                          StandsIn::hub};

}  // namespace audit::action
