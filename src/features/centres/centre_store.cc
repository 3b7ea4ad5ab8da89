#include "features/centres/centre_store.h"

#include <stdexcept>
#include <unordered_map>

#include "access/rules.h"
#include "base/text.h"

namespace centres {

base::Result<access::CentreId> add(db::Connection& connection, std::string_view number,
                                   std::string_view name) {
  const auto rows = connection.exec(
      "INSERT INTO centre (number, name, search_key, created_at) VALUES (?, ?, ?, ?) "
      "ON CONFLICT (number) DO NOTHING RETURNING id",
      number, name, base::search_key(name), connection.now());
  if (rows.empty()) {
    return base::refuse(
        base::Refusal::bad_input("number", "A centre with this number is already in the Hub."));
  }
  return rows.front().id<access::CentreId>(0);
}

Centre of(db::Connection& connection, const access::Actor& actor) {
  const auto rows = connection.exec("SELECT id, number, name FROM centre WHERE id = ?", actor.centre);
  if (rows.empty()) throw std::logic_error("an actor without a centre was asked for theirs");
  const auto& row = rows.front();
  return {row.id<access::CentreId>(0), row.text(1), row.text(2)};
}

std::vector<std::optional<NumberOwner>> number_owners(db::Connection& connection, const access::Actor& actor,
                                                      std::span<const std::string> numbers) {
  std::vector<std::optional<NumberOwner>> owners(numbers.size());
  if (!access::runs_hub(actor)) return owners;
  std::unordered_map<std::string, NumberOwner> taken;
  for (const auto& row :
       connection.exec("SELECT number, name, closed_at FROM centre WHERE number IN (?)", db::keys(numbers))) {
    taken.emplace(row.text(0), NumberOwner{row.text(1), !row.is_null(2)});
  }
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    if (const auto found = taken.find(numbers[i]); found != taken.end()) owners[i] = found->second;
  }
  return owners;
}

void erase_centre(db::Connection& connection, access::CentreId centre) {
  connection.exec("DELETE FROM centre WHERE id = ?", centre);
}

}  // namespace centres
