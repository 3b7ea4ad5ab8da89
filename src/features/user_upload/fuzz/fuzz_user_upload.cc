// A whole upload of users, from its bytes to what is wrong with each row. Start it with tests/cases for a
// corpus.
#include "documents/fuzz/properties.h"
#include "features/uploads/upload_check.h"
#include "features/user_upload/user_kind.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const access::Actor officer{.account = access::AccountId{7},
                              .centre = access::CentreId{1},
                              .role = access::Role::exams_officer,
                              .name = "Olive Officer",
                              .centre_name = "Demo Hill School",
                              .centre_number = "10001"};
  documents::check_cost(size, [&] {
    auto file = uploads::read_upload(user_upload::format(), bytes);
    if (!file) return documents::must(base::valid_utf8(file.error().fields.at(0).message));
    const auto kind = user_upload::users();
    const auto checked = uploads::check_upload(*kind, std::move(*file), officer,
                                               [](auto) { return std::vector<uploads::Taken>{}; });
    for (const auto& problem : checked.problems)
      documents::must(base::valid_utf8(problem.value) && base::valid_utf8(problem.what_to_do));
    for (const auto& row : checked.ready) {
      for (const auto& value : row.row.values) documents::must(base::valid_utf8(value));
    }
  });
  return 0;
}
