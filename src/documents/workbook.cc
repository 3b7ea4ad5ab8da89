#include "documents/workbook.h"

#include <fmt/format.h>
#include <xlsxwriter.h>

#include <charconv>
#include <stdexcept>

#include "base/text.h"
#include "base/unavailable.h"
#include "documents/cell_text.h"
#include "documents/secrets.h"
#include "documents/temporary_file.h"

namespace documents {
namespace {

constexpr lxw_row_t last_choice_row = 10'000;  // how far down a drop-down reaches
constexpr std::size_t longest_note = 255;      // Excel's bounds
constexpr double paragraph_width = 100;

void require(lxw_error error) {
  if (error != LXW_NO_ERROR)
    throw base::Unavailable(fmt::format("a workbook could not be written: {}", lxw_strerror(error)));
}

lxw_col_t column_number(std::size_t i) {
  return static_cast<lxw_col_t>(i);
}

lxw_datetime london(base::Instant at) {
  const std::string date = base::iso_date(at);
  const std::string time = base::british_time(at);
  const auto number = [](std::string_view digits) {
    int value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
  };
  const std::string_view d = date;
  const std::string_view t = time;
  return {number(d.substr(0, 4)), number(d.substr(5, 2)), number(d.substr(8, 2)),
          number(t.substr(0, 2)), number(t.substr(3, 2)), 0};
}

}  // namespace

struct Workbook::Impl {
  TemporaryFile file;
  Secrets secrets;
  lxw_workbook* workbook = nullptr;
  lxw_worksheet* sheet = nullptr;
  lxw_format* heading = nullptr;
  lxw_format* text = nullptr;
  lxw_format* date = nullptr;
  lxw_format* date_time = nullptr;
  lxw_format* wrapped = nullptr;
  lxw_row_t next_row = 0;
  std::vector<lxw_format*> columns;  // the format of each column's text
  bool filter = false;

  Impl() {
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    workbook = workbook_new_opt(file.path().c_str(), &options);
    if (!workbook) throw base::Unavailable("a workbook could not be started");
    heading = workbook_add_format(workbook);
    format_set_bold(heading);
    format_set_num_format_index(heading, 49);
    format_set_bottom(heading, LXW_BORDER_THIN);
    text = workbook_add_format(workbook);
    format_set_num_format_index(text, 49);  // Text: leading zeros survive
    date = workbook_add_format(workbook);
    format_set_num_format(date, "d mmmm yyyy");
    date_time = workbook_add_format(workbook);
    format_set_num_format(date_time, "d mmmm yyyy, hh:mm");
    wrapped = workbook_add_format(workbook);
    format_set_num_format_index(wrapped, 49);
    format_set_text_wrap(wrapped);
    format_set_align(wrapped, LXW_ALIGN_VERTICAL_TOP);
  }
  ~Impl() {
    if (workbook) lxw_workbook_free(workbook);
  }

  lxw_format* text_format(std::size_t column) const { return column < columns.size() ? columns[column] : text; }

  void start(std::string_view name) {
    finish_sheet();
    columns.clear();
    sheet = workbook_add_worksheet(workbook, std::string(name).c_str());
    if (!sheet) throw std::invalid_argument("a sheet's name is not one that Excel takes");
    next_row = 0;
  }

  void finish_sheet() {
    if (sheet && filter && !columns.empty())
      require(
          worksheet_autofilter(sheet, 0, 0, std::max<lxw_row_t>(next_row, 2) - 1, column_number(columns.size() - 1)));
    filter = false;
  }

  void write_text(std::size_t column, std::string_view value, lxw_format* format) {
    if (!base::valid_utf8(value)) throw std::invalid_argument("text for a workbook is not valid UTF-8");
    if (!value.empty())
      require(worksheet_write_string(sheet, next_row, column_number(column), with_escapes(value).c_str(), format));
  }

  void validate(std::size_t column, const Column& of) {
    if (of.choices.empty() && of.note.empty()) return;
    std::vector<std::string> choices = of.choices;
    std::vector<char*> list;
    for (std::string& choice : choices) list.push_back(choice.data());
    list.push_back(nullptr);
    std::string title = "Not one of the choices";
    std::string message = fmt::format("Choose one of {}.", fmt::join(choices, ", "));
    std::string note = of.note.substr(0, longest_note);
    lxw_data_validation validation{};
    validation.validate = choices.empty() ? LXW_VALIDATION_TYPE_ANY : LXW_VALIDATION_TYPE_LIST;
    validation.value_list = list.data();
    validation.error_title = title.data();
    validation.error_message = message.data();
    validation.input_message = note.empty() ? nullptr : note.data();
    require(worksheet_data_validation_range(sheet, 1, column_number(column), last_choice_row, column_number(column),
                                            &validation));
  }
};

Workbook::Workbook(bool read_only_recommended) : impl_(std::make_unique<Impl>()) {
  if (read_only_recommended) workbook_read_only_recommended(impl_->workbook);
}

Workbook::~Workbook() = default;

void Workbook::sheet(std::string_view name, std::span<const Column> columns, bool filter) {
  impl_->start(name);
  worksheet_set_landscape(impl_->sheet);
  worksheet_fit_to_pages(impl_->sheet, 1, 0);
  impl_->filter = filter;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const Column& column = columns[i];
    require(worksheet_set_column(impl_->sheet, column_number(i), column_number(i), column.width,
                                 impl_->columns.emplace_back(column.wrap ? impl_->wrapped : impl_->text)));
    impl_->validate(i, column);
  }
  worksheet_freeze_panes(impl_->sheet, 1, 0);
  for (std::size_t i = 0; i < columns.size(); ++i) impl_->write_text(i, columns[i].heading, impl_->heading);
  ++impl_->next_row;
}

void Workbook::row(std::span<const std::string> cells) {
  for (std::size_t i = 0; i < cells.size(); ++i) impl_->write_text(i, cells[i], impl_->text_format(i));
  ++impl_->next_row;
}

void Workbook::row(std::span<const Figure> cells) {
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const Figure& figure = cells[i];
    lxw_datetime at{};
    switch (figure.kind) {
      case Figure::Kind::text:
        impl_->write_text(i, figure.text, impl_->text_format(i));
        break;
      case Figure::Kind::secret:
        impl_->write_text(i, impl_->secrets.placeholder(figure.text), impl_->text_format(i));
        break;
      case Figure::Kind::number:
        require(worksheet_write_number(impl_->sheet, impl_->next_row, column_number(i),
                                       static_cast<double>(figure.number), nullptr));
        break;
      case Figure::Kind::date:
      case Figure::Kind::date_time:
        at = london(figure.at);
        if (figure.kind == Figure::Kind::date) at.hour = at.min = 0;
        require(worksheet_write_datetime(impl_->sheet, impl_->next_row, column_number(i), &at,
                                         figure.kind == Figure::Kind::date ? impl_->date : impl_->date_time));
        break;
    }
  }
  ++impl_->next_row;
}

void Workbook::text_sheet(std::string_view name, std::span<const std::string> paragraphs) {
  impl_->start(name);
  require(worksheet_set_column(impl_->sheet, 0, 0, paragraph_width, impl_->wrapped));
  for (const std::string& paragraph : paragraphs) {
    impl_->write_text(0, paragraph, impl_->next_row == 0 ? impl_->heading : impl_->wrapped);
    ++impl_->next_row;
  }
}

std::string Workbook::bytes() {
  impl_->finish_sheet();
  require(workbook_close(std::exchange(impl_->workbook, nullptr)));
  return impl_->secrets.put_into(impl_->file.read());
}

}  // namespace documents
