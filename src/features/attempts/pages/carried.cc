#include "features/attempts/pages/carried.h"

#include "base/number.h"
#include "features/attempts/carried_answers.h"
#include "features/attempts/pages/paper_page.h"

namespace attempts::pages {
namespace {

constexpr std::string_view folder = "/attempts/";

std::optional<AttemptId> attempt_at(std::string_view address) {
  if (!address.starts_with(folder)) return std::nullopt;
  const auto id = base::number_from<std::int64_t>(address.substr(folder.size()));
  return id ? std::optional(AttemptId{*id}) : std::nullopt;
}

}  // namespace

web::CarriedForms::Carried CarriedAnswerForms::pack(const web::Request& request) {
  const auto form = packed(request.form().fields.items());
  return {.next = address(AttemptId{request.path_id("id")}),
          .form = form.value_or(""),
          .too_long = !form.has_value()};
}

std::string CarriedAnswerForms::unpack(const access::Actor& actor, std::string_view next,
                                       std::string_view form) {
  const auto id = attempt_at(next);
  if (!id) return "/";
  const auto saved = queue_.save(actor, *id, unpacked(form));
  if (!saved) return saved.error().kind == base::Refusal::Kind::not_found ? "/" : address(*id);
  switch (saved->kind) {
    case Outcome::Kind::done:
      return address(*id, "?saved=1#hand-in");
    case Outcome::Kind::closed:
      return address(*id);
    case Outcome::Kind::already:
    case Outcome::Kind::too_late:
      break;
  }
  return address(*id, "/result?late=1");
}

}  // namespace attempts::pages
