#include "hub.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "catalogue.h"
#include "features/accounts/account.h"
#include "features/accounts/declaration.h"
#include "features/accounts/password.h"
#include "features/audit/actions.h"
#include "features/audit/details.h"
#include "names.h"
#include "progress.h"

namespace fill {
namespace {

using namespace std::chrono;

constexpr std::size_t rows_at_once = 100'000;
constexpr int first_number = 10'001;
constexpr std::int64_t operator_id = 1;
constexpr base::Instant founded = sys_days{2025y / June / 2} + 9h;
constexpr base::Instant this_year = sys_days{2026y / June / 1} + 9h;
constexpr base::Instant adjusted = sys_days{2026y / November / 20} + 9h;  // after every attempt

struct Named {
  const char* first_name;
  const char* last_name;
  const char* email;
};
constexpr Named named_people[] = {{"Alex", "Admin", "admin"},
                                  {"Olivia", "Officer", "olivia.officer"},
                                  {"Sam", "Leader", "sam.leader"},
                                  {"Ivy", "Invigilator", "ivy.invigilator"}};

// How many people each centre has.
std::vector<std::size_t> centre_sizes(const Size& size) {
  std::vector<std::size_t> sizes{40, 50, 400, size.largest};
  std::size_t left = size.people;
  for (const auto of_named : sizes) left -= std::min(left, of_named);
  const auto others = size.centres > sizes.size() ? size.centres - sizes.size() : 0;
  constexpr std::size_t usual = 45;
  constexpr std::size_t large = 400;
  const auto larger = left > usual * others ? (left - usual * others) / (large - usual) : 0;
  for (std::size_t i = 0; i < others; ++i) {
    const bool is_large = larger > 0 && i % (others / larger) == 0 && i / (others / larger) < larger;
    const auto wanted = is_large ? large : usual + (i % 11) - 5;
    sizes.push_back(i + 1 == others ? left : std::min(left, wanted));
    left -= sizes.back();
  }
  return sizes;
}

access::Role role_of(std::size_t place) {
  if (place < 2 || place % 40 == 1) return access::Role::exams_officer;
  return place % 25 == 2 ? access::Role::senior_leader : access::Role::invigilator;
}

// Letters and digits alone, whatever the script of the name.
std::string email_of(const PersonName& name, std::int64_t number, const Centre& centre) {
  std::string local;
  for (const char c : base::search_key(name.first + "." + name.last)) {
    if ((c >= 'a' && c <= 'z') || c == '.') local += c;
  }
  return fmt::format("{}{}@c{}.example", local == "." ? "person." : local + ".", number, centre.number);
}

class Filler {
 public:
  Filler(Sink& sink, const Size& size) : sink_(sink), size_(size) {}

  void run() {
    add(batch_, versions_);
    add_operator();
    const auto sizes = centre_sizes(size_);
    for (std::size_t i = 0; i < sizes.size(); ++i) add_centre(i, sizes[i], i < 4);
    sink_.put(batch_);
  }

 private:
  void add_operator() {
    batch_.account.add({operator_id, nullptr, access::code(access::Role::hub_operator), false, "Oliver",
                        "Operator", "operator@hub.example", accounts::email_key("operator@hub.example"),
                        accounts::sort_key("Oliver", "Operator"),
                        accounts::search_key("Oliver", "Operator", "operator@hub.example"), hash_, false,
                        nullptr, nullptr, nullptr, founded, nullptr});
  }

  void add_centre(std::size_t place, std::size_t people, bool named) {
    Dice dice(size_.seed, place);
    const Centre centre{access::CentreId{static_cast<std::int64_t>(place + 1)},
                        std::to_string(first_number + static_cast<int>(place)), centre_name(dice)};
    const auto since = founded + minutes{place};
    batch_.centre.add({centre.id, centre.number, centre.name, since, base::search_key(centre.name)});
    add_event(since, centre, operator_id, "Oliver Operator",
              {audit::action::centre_added, {"centre", std::to_underlying(centre.id), centre.name}});
    batch_.hub_event.add({events_, centre.number, centre.name});
    if (dice.chance(5)) batch_.hidden_by_default.add({centre.id, versions_.back().content.slug});
    for (std::size_t i = 0; i < people; ++i) add_person(centre, i, named, since);
  }

  void add_person(const Centre& centre, std::size_t place, bool named, base::Instant centre_since) {
    Dice dice(size_.seed ^ 0x5bd1e995, static_cast<std::uint64_t>(++accounts_));
    const bool with_name = named && place < std::size(named_people);
    const auto name = with_name ? PersonName{named_people[place].first_name, named_people[place].last_name}
                                : person_name(dice);
    const auto email = with_name ? fmt::format("{}@c{}.example", named_people[place].email, centre.number)
                                 : email_of(name, accounts_, centre);
    if (place == 0) admin_ = {accounts_, name};
    const Person person{.id = access::AccountId{accounts_},
                        .role = role_of(place),
                        .first_name = name.first,
                        .last_name = name.last,
                        .newcomer = !with_name && place != 0 && dice.chance(35),
                        .exemplary = with_name};
    const auto since =
        person.newcomer ? this_year + minutes{dice.below(90 * 24 * 60)} : centre_since + hours{1};
    auto seen = progress_.add(batch_, centre, person, dice);
    if (!seen && dice.chance(60)) seen = this_year + minutes{dice.below(170 * 24 * 60)};
    add_account(centre, person, email, since, seen);
    if (person.role == access::Role::invigilator && !person.exemplary) add_adjustments(centre, person, dice);
  }

  void add_account(const Centre& centre, const Person& person, const std::string& email, base::Instant since,
                   std::optional<base::Instant> seen) {
    const bool admin = std::to_underlying(person.id) == admin_.id;
    std::vector<db::Value> row{person.id,
                               centre.id,
                               access::code(person.role),
                               admin,
                               person.first_name,
                               person.last_name,
                               email,
                               accounts::email_key(email),
                               accounts::sort_key(person.first_name, person.last_name),
                               accounts::search_key(person.first_name, person.last_name, email),
                               hash_,
                               false};
    if (admin) {
      row.insert(row.end(), 3, nullptr);
    } else {
      row.insert(row.end(), {accounts::current_declaration().version, admin_.id, since});
    }
    row.insert(row.end(), {since, seen});
    batch_.account.add(std::move(row));
    if (admin) return;
    add_event(since, centre, admin_.id, admin_.name.first + " " + admin_.name.last,
              {audit::action::account_added,
               {"account", std::to_underlying(person.id), person.first_name + " " + person.last_name},
               {{"Email", "", email},
                {"Role", "", std::string(access::code(person.role))},
                {"Declaration", "", fmt::format("version {}", accounts::current_declaration().version)}}});
    if (batch_.answer.rows.size() + batch_.attempt.rows.size() > rows_at_once) sink_.put(batch_);
  }

  void add_adjustments(const Centre& centre, const Person& person, Dice& dice) {
    if (dice.chance(5))
      batch_.hidden_assessment.add(
          {centre.id, person.id, versions_[dice.below(versions_.size())].content.slug});
    if (dice.chance(2)) batch_.extra_time.add({person.id, centre.id, 25, admin_.id, adjusted});
  }

  void add_event(base::Instant at, const Centre& centre, std::int64_t actor, const std::string& actor_name,
                 const audit::Event& event) {
    batch_.audit_event.add({++events_, at, centre.id, actor, actor_name, event.action.code,
                            event.subject.kind, event.subject.id, event.subject.name,
                            audit::to_json(event.details),
                            base::search_key(actor_name + " " + event.subject.name)});
  }

  struct Admin {
    std::int64_t id = 0;
    PersonName name{};
  };

  Sink& sink_;
  const Size& size_;
  const std::vector<Version> versions_ = catalogue();
  const std::string hash_ = accounts::hash_password(password);
  Progress progress_{versions_};
  Batch batch_;
  Admin admin_;  // of the centre that is being filled
  std::int64_t accounts_ = operator_id;
  std::int64_t events_ = 0;
};

}  // namespace

void fill_hub(Sink& sink, const Size& size) {
  Filler(sink, size).run();
}

}  // namespace fill
