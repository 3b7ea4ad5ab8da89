#include "documents/workbook.h"

#include <fmt/format.h>
#include <stdlib.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <array>
#include <chrono>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include "base/text.h"
#include "base/unavailable.h"
#include "documents/cell_text.h"
#include "documents/secrets.h"

namespace documents {
namespace {

constexpr lxw_row_t last_choice_row = 10'000;  // how far down a drop-down reaches
constexpr std::size_t longest_note = 255;      // Excel's bounds
constexpr double paragraph_width = 100;
constexpr std::size_t tones = 4;

void require(lxw_error error) {
  if (error != LXW_NO_ERROR)
    throw base::Unavailable(fmt::format("a workbook could not be written: {}", lxw_strerror(error)));
}

lxw_col_t column_number(std::size_t i) {
  return static_cast<lxw_col_t>(i);
}

// How the cells of one column look, by their tone; made when first needed.
struct Look {
  std::string date_format;
  std::array<lxw_format*, tones> texts{};
  std::array<lxw_format*, tones> dates{};
};

// Days since 1899-12-30 on the clock of London, the time of day as a fraction, to the minute.
double days(base::Instant at) {
  constexpr std::chrono::local_days first{std::chrono::December / 30 / 1899};
  const auto minutes = std::chrono::floor<std::chrono::minutes>(base::london_time(at)) - first;
  return std::chrono::duration<double, std::chrono::days::period>(minutes).count();
}

void colour(lxw_format* format, Tone tone) {
  const auto paint = [&](lxw_color_t words, lxw_color_t ground) {
    format_set_font_color(format, words);
    if (ground != LXW_COLOR_UNSET) format_set_bg_color(format, ground);
  };
  if (tone == Tone::good) paint(0x17693a, 0xe4f4ea);
  if (tone == Tone::under_way) paint(0x1a5aa3, 0xe5f0fb);
  if (tone == Tone::quiet) paint(0x4c5865, LXW_COLOR_UNSET);
}

}  // namespace

struct Workbook::Impl {
  std::unique_ptr<TemporaryFile> file = std::make_unique<TemporaryFile>();
  Secrets secrets;
  lxw_workbook* workbook = nullptr;
  lxw_worksheet* sheet = nullptr;
  lxw_format* heading = nullptr;
  lxw_format* text = nullptr;
  lxw_format* date_time = nullptr;
  lxw_format* wrapped = nullptr;
  lxw_row_t next_row = 0;
  std::vector<Look> columns;
  bool filter = false;

  Impl() {
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    workbook = workbook_new_opt(file->path().c_str(), &options);
    if (!workbook) throw base::Unavailable("a workbook could not be started");
    heading = workbook_add_format(workbook);
    format_set_bold(heading);
    format_set_num_format_index(heading, 49);
    format_set_bottom(heading, LXW_BORDER_THIN);
    text = workbook_add_format(workbook);
    format_set_num_format_index(text, 49);  // Text: leading zeros survive
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

  lxw_format* text_format(std::size_t column, Tone tone = Tone::plain) {
    if (column >= columns.size()) return text;
    auto& format = columns[column].texts.at(static_cast<std::size_t>(tone));
    if (!format) {
      format = workbook_add_format(workbook);
      format_set_num_format_index(format, 49);
      colour(format, tone);
    }
    return format;
  }

  lxw_format* date_format(std::size_t column, Tone tone) {
    if (column >= columns.size()) columns.resize(column + 1);
    auto& look = columns[column];
    auto& format = look.dates.at(static_cast<std::size_t>(tone));
    if (!format) {
      format = workbook_add_format(workbook);
      format_set_num_format(format, look.date_format.empty() ? "d mmmm yyyy" : look.date_format.c_str());
      format_set_align(format, LXW_ALIGN_LEFT);
      colour(format, tone);
    }
    return format;
  }

  void write_number(std::size_t column, double value, lxw_format* format) {
    require(worksheet_write_number(sheet, next_row, column_number(column), value, format));
  }

  void start(std::string_view name) {
    finish_sheet();
    columns.clear();
    sheet = workbook_add_worksheet(workbook, std::string(name).c_str());
    if (!sheet) throw std::invalid_argument("a sheet's name is not one that Excel takes");
    next_row = 0;
  }

  void finish_sheet() {
    if (sheet && filter && !columns.empty())
      require(worksheet_autofilter(sheet, 0, 0, std::max<lxw_row_t>(next_row, 2) - 1,
                                   column_number(columns.size() - 1)));
    filter = false;
  }

  void close() {
    finish_sheet();
    require(workbook_close(std::exchange(workbook, nullptr)));
  }

  void write_text(std::size_t column, std::string_view value, lxw_format* format) {
    if (!base::valid_utf8(value)) throw std::invalid_argument("text for a workbook is not valid UTF-8");
    if (!value.empty())
      require(worksheet_write_string(sheet, next_row, column_number(column), with_escapes(value).c_str(),
                                     format));
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
    require(worksheet_data_validation_range(sheet, 1, column_number(column), last_choice_row,
                                            column_number(column), &validation));
  }
};

Workbook::Workbook(bool read_only_recommended) : impl_(std::make_unique<Impl>()) {
  if (read_only_recommended) workbook_read_only_recommended(impl_->workbook);
}

Workbook::~Workbook() = default;
Workbook::Workbook(Workbook&&) noexcept = default;

void Workbook::sheet(std::string_view name, std::span<const Column> columns, bool filter,
                     std::size_t frozen_columns) {
  impl_->start(name);
  worksheet_set_landscape(impl_->sheet);
  worksheet_fit_to_pages(impl_->sheet, 1, 0);
  impl_->filter = filter;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const Column& column = columns[i];
    auto& look = impl_->columns.emplace_back();
    look.date_format = column.date_format;
    look.texts[0] = column.wrap ? impl_->wrapped : impl_->text;
    require(
        worksheet_set_column(impl_->sheet, column_number(i), column_number(i), column.width, look.texts[0]));
    impl_->validate(i, column);
  }
  worksheet_freeze_panes(impl_->sheet, 1, column_number(frozen_columns));
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
    switch (figure.kind) {
      case Figure::Kind::text:
        impl_->write_text(i, figure.text, impl_->text_format(i, figure.tone));
        break;
      case Figure::Kind::secret:
        impl_->write_text(i, impl_->secrets.placeholder(figure.text), impl_->text_format(i));
        break;
      case Figure::Kind::number:
        impl_->write_number(i, static_cast<double>(figure.number), nullptr);
        break;
      case Figure::Kind::date:
        impl_->write_number(i, std::floor(days(figure.at)), impl_->date_format(i, figure.tone));
        break;
      case Figure::Kind::date_time:
        impl_->write_number(i, days(figure.at), impl_->date_time);
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
  impl_->close();
  return impl_->secrets.put_into(impl_->file->read());
}

std::unique_ptr<TemporaryFile> Workbook::file() {
  if (!impl_->secrets.empty()) throw std::logic_error("a workbook with secrets is never sent from its file");
  impl_->close();
  return std::move(impl_->file);
}

TemporaryFile::TemporaryFile() : path_(std::filesystem::temp_directory_path() / "exams-hub-XXXXXX") {
  const int file = mkstemp(path_.data());
  if (file < 0) throw base::Unavailable("a temporary file could not be made");
  close(file);
}

TemporaryFile::~TemporaryFile() {
  unlink(path_.c_str());
}

std::string TemporaryFile::read() const {
  std::ifstream in(path_, std::ios::binary);
  std::ostringstream bytes;
  bytes << in.rdbuf();
  if (!in || !bytes) throw base::Unavailable("a temporary file could not be read back");
  return std::move(bytes).str();
}

}  // namespace documents
