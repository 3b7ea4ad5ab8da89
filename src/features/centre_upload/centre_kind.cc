#include "features/centre_upload/centre_kind.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "features/accounts/account_store.h"
#include "features/centres/centre_store.h"

namespace centre_upload {
namespace {

using uploads::Row;
using uploads::Taken;
using uploads::Values;

constexpr std::size_t number_digits = 5;

accounts::PersonFields admin_of(const Values& values) {
  return accounts::typed(values[first_name], values[last_name], values[email],
                         access::code(access::Role::exams_officer));
}

// A spreadsheet drops the zeros at the front of what it takes for a number.
bool lost_zeros(std::string_view typed_number) {
  return !typed_number.empty() && typed_number.size() < number_digits &&
         std::ranges::all_of(typed_number, [](char c) { return c >= '0' && c <= '9'; });
}

Taken taken_number(std::size_t at, const Row& row, const centres::NumberOwner& owner) {
  const auto delete_row = fmt::format("delete row {}", base::thousands(row.number));
  return {at, number,
          owner.closed
              ? fmt::format("{} has this number and is closed. Reopen it on its page, and {}.", owner.name,
                            delete_row)
              : fmt::format("{} already has this number. Correct the number, or {}: you appoint further "
                            "Centre Admins on the centre's page.",
                            owner.name, delete_row),
          fmt::format("{} now has this number.", owner.name)};
}

Taken taken_email(std::size_t at) {
  return {at, email,
          "Somebody in the Hub already signs in with this email. Use another email for this Centre Admin.",
          "Somebody in the Hub now signs in with this email."};
}

class Centres : public uploads::Kind {
 public:
  const uploads::Format& format() const override { return centre_upload::format(); }

  std::vector<base::FieldError> judge(const access::Actor&, const Values& values,
                                      const std::string& typed_password) const override {
    auto errors = accounts::check_centre(values[number], values[name],
                                         {.email = values[email],
                                          .first_name = values[first_name],
                                          .last_name = values[last_name],
                                          .password = typed_password});
    if (lost_zeros(values[number])) {
      for (auto& error : errors) {
        if (error.field == "number")
          error.message +=
              " If your spreadsheet dropped zeros at the front, make the column text and type them again.";
      }
    }
    return errors;
  }

  std::vector<Taken> taken(db::Connection& connection, const access::Actor& actor,
                           std::span<const Row> rows) const override {
    std::vector<std::string> numbers;
    std::vector<std::string> keys;
    for (const Row& row : rows) {
      numbers.push_back(row.values[number]);
      keys.push_back(accounts::email_key(row.values[email]));
    }
    const auto number_owners = centres::number_owners(connection, actor, numbers);
    const auto email_owners = accounts::email_owners(connection, actor, keys);
    std::vector<Taken> all;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (number_owners[i]) all.push_back(taken_number(i, rows[i], *number_owners[i]));
      if (email_owners[i].where != accounts::EmailOwner::Where::nobody) all.push_back(taken_email(i));
    }
    return all;
  }

  bool may_add(db::Connection& connection, const access::Actor& actor) const override {
    return accounts::is_still_operator(connection, actor);
  }

  base::Result<std::vector<std::int64_t>> add(db::Connection& connection, const access::Actor& actor,
                                              const uploads::Confirmed& confirmed) const override {
    std::vector<accounts::NewCentre> new_ones;
    new_ones.reserve(confirmed.rows.size());
    for (std::size_t i = 0; i < confirmed.rows.size(); ++i) {
      const Values& values = confirmed.rows[i].row.values;
      new_ones.push_back({values[number], values[name], admin_of(values), confirmed.hashes[i]});
    }
    const auto added = accounts::add_centres(connection, actor, new_ones);
    if (!added) return base::refuse(added.error());
    std::vector<std::int64_t> ids;
    for (const auto id : *added) ids.push_back(std::to_underlying(id));
    return ids;
  }
};

}  // namespace

std::unique_ptr<const uploads::Kind> centres_with_admins() {
  return std::make_unique<Centres>();
}

}  // namespace centre_upload
