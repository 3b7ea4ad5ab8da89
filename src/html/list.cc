#include "html/list.h"

#include <stdexcept>

#include "base/text.h"
#include "web/wire_text.h"

namespace html {
namespace {

using Kind = Field::Kind;

std::string_view input_type(Kind kind) {
  return kind == Kind::search ? "search" : kind == Kind::date ? "date" : "text";
}

// First, last, and the neighbours of the current one.
std::vector<std::size_t> shown_pages(std::size_t current, std::size_t last) {
  std::vector<std::size_t> shown;
  for (std::size_t page = 1; page <= last; ++page) {
    const std::size_t distance = page > current ? page - current : current - page;
    if (page == 1 || page == last || distance <= 1) shown.push_back(page);
  }
  return shown;
}

}  // namespace

std::string with_query(std::string_view path, const web::Fields& query, std::string_view name,
                       std::string_view value) {
  std::string address(path);
  char separator = '?';
  const auto append = [&](std::string_view key, std::string_view text) {
    address += separator;
    address += web::percent_encoded(key) + '=' + web::percent_encoded(text);
    separator = '&';
  };
  for (const auto& [key, text] : query.items()) {
    if (key != name && !text.empty()) append(key, text);
  }
  if (!value.empty()) append(name, value);
  return address;
}

void show_empty(View::Part part, const Empty& words) {
  auto empty = part.include("EMPTY", "html/partials/empty.html");
  empty.set("TITLE", words.title).set("TEXT", words.text);
  if (!words.href.empty()) empty.add("ACTION").set("HREF", words.href).set("LABEL", words.label);
}

List::List(const web::Request& request, std::string address, std::vector<Field> filters,
           std::vector<SortColumn> columns, std::size_t rows_a_page)
    : request_(request),
      asked_(request.method == web::Method::post ? request.form().fields : request.query),
      address_(std::move(address)),
      filters_(std::move(filters)),
      columns_(std::move(columns)),
      rows_a_page_(rows_a_page),
      page_(static_cast<std::size_t>(std::max(1L, asked_.number("page", 1)))) {
  for (const auto& filter : filters_) {
    const auto value = get(filter.name);
    if (filter.choices.empty() || value != filter.choices.front().value) kept_.add(filter.name, value);
  }
  if (!columns_.empty() && asked_.has("sort")) kept_.add("sort", std::string(asked_.get("sort")));
}

std::string List::get(std::string_view name) const {
  const auto filter = std::ranges::find(filters_, name, &Field::name);
  if (filter == filters_.end()) throw std::logic_error(fmt::format("the list has no filter {}", name));
  auto asked = base::trimmed(asked_.has(name) ? asked_.get(name) : filter->value);
  if (filter->choices.empty() ||
      std::ranges::find(filter->choices, asked, &Choice::value) != filter->choices.end()) {
    return asked;
  }
  return filter->choices.front().value;
}

bool List::is_filtered() const {
  return std::ranges::any_of(filters_, [&](const Field& filter) {
    const auto value = get(filter.name);
    return filter.choices.empty() ? !value.empty() : value != filter.choices.front().value;
  });
}

std::string_view List::sort() const {
  auto asked = asked_.get("sort");
  if (asked.starts_with('-')) asked.remove_prefix(1);
  const auto column = std::ranges::find(columns_, asked, &SortColumn::name);
  return column == columns_.end() ? columns_.front().name : column->name;
}

bool List::is_descending() const {
  return asked_.get("sort").starts_with('-');
}

bool List::took(std::size_t total) {
  total_ = total;
  if (page_ <= pages()) return false;
  page_ = pages();
  return true;
}

bool List::check(std::span<const base::FieldError> errors) {
  errors_.insert(errors_.end(), errors.begin(), errors.end());
  return errors_.empty();
}

bool List::wrong(std::string_view filter, std::string message) {
  errors_.push_back({std::string(filter), std::move(message)});
  return false;
}

void List::show_filters(View::Part part, std::string_view button) const {
  auto form = part.include("FILTERS", "html/partials/filters.html");
  form.set("ADDRESS", address_).set("BUTTON", button).show_if("MANY", filters_.size() > 4);
  if (const auto search = std::ranges::find(filters_, Kind::search, &Field::kind); search != filters_.end()) {
    form.add("SEARCH").set("ID", search->name);
  }
  for (const auto& filter : filters_) {
    if (filter.kind != Kind::search) form.add("OTHER").set("ID", filter.name);
  }
  if (const auto sort = kept_.get("sort"); !sort.empty()) form.add("SORTED").set("SORT", sort);
  for (const auto& filter : filters_) {
    auto one = form.add("FILTER");
    one.set("ID", filter.name).set("LABEL", filter.label);
    if (!filter.width.empty()) one.add("WIDTH").set("VALUE", filter.width);
    const auto error = std::ranges::find(errors_, filter.name, &base::FieldError::field);
    if (error != errors_.end()) one.add("WRONG").set("MESSAGE", error->message);
    if (filter.kind == Kind::drop_down) {
      auto drop_down = one.add("DROP_DOWN");
      for (const auto& choice : filter.choices) {
        auto option = drop_down.add("CHOICE");
        option.set("VALUE", choice.value).set("LABEL", choice.label);
        option.show_if("CHOSEN", choice.value == get(filter.name));
      }
      continue;
    }
    auto input = one.add("INPUT");
    input.set("TYPE", input_type(filter.kind)).set("VALUE", get(filter.name));
    input.show_if("DIGITS", filter.kind == Kind::digits);
    if (filter.most > 0) input.add("MOST").set("NUMBER", filter.most);
    if (!filter.hint.empty()) input.add("HINTED").set("HINT", filter.hint);
  }
}

void List::show_columns(View::Part part) const {
  auto heads = part.include("COLUMNS", "html/partials/columns.html");
  for (const auto& column : columns_) {
    const bool current = column.name == sort();
    auto head = heads.add("COLUMN");
    head.set("LABEL", column.label);
    head.set("HREF", with("sort", fmt::format("{}{}", current && !is_descending() ? "-" : "", column.name)));
    if (current) head.add("CURRENT").set("ORDER", is_descending() ? "descending" : "ascending");
  }
}

std::string List::count(const ListWords& words) const {
  const std::string total = base::counted(total_, words.one, words.many);
  if (pages() == 1) return total;
  const std::size_t last = std::min(first_row() + rows_a_page_, total_);
  return fmt::format("{}-{} of {}", base::thousands(first_row() + 1), base::thousands(last), total);
}

void List::show_paging(View::Part part, const ListWords& words) const {
  auto bar = part.include("PAGING", "html/partials/paging.html");
  bar.set("COUNT", count(words));
  if (pages() == 1) return;
  const auto link = [&](std::size_t page) { return with("page", page == 1 ? "" : fmt::to_string(page)); };
  auto links = bar.add("LINKS");
  if (page_ > 1) links.add("PREVIOUS").set("HREF", link(page_ - 1));
  if (page_ < pages()) links.add("NEXT").set("HREF", link(page_ + 1));
  std::size_t before = 0;
  for (const std::size_t page : shown_pages(page_, pages())) {
    auto item = links.add("PAGE");
    item.show_if("GAP", page > before + 1);
    auto number = item.add(page == page_ ? "CURRENT" : "OTHER");
    number.set("HREF", link(page)).set("NUMBER", base::thousands(page));
    before = page;
  }
}

void List::show(View::Part part, const ListWords& words) const {
  if (!filters_.empty()) show_filters(part, words.button);
  if (!columns_.empty()) show_columns(part);
  if (total_ > 0) {
    part.show("TABLE");
  } else if (words.empty.title.empty()) {
    show_empty(part, {fmt::format("No {} matches", words.one), "Change the filters, or take them away.",
                      address_, fmt::format("Show all {}", words.many)});
  } else {
    show_empty(part, words.empty);
  }
  show_paging(part, words);
}

web::Response List::page(PageHead head, View view) const {
  if (!errors_.empty()) head.status = 422;
  show_error_summary(view.layout(), errors_);
  return html::page(request_, head, std::move(view));
}

}  // namespace html
