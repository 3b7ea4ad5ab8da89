#include "html/form.h"

#include <fmt/format.h>

#include <stdexcept>

#include "base/text.h"
#include "html/markdown.h"

namespace html {
namespace {

using Kind = Field::Kind;

bool is_secret(Kind kind) {
  return kind == Kind::password || kind == Kind::new_password;
}

std::string without_ends(Kind kind, std::string_view typed) {
  return is_secret(kind) || kind == Kind::typed_word || kind == Kind::area || kind == Kind::hidden
             ? std::string(typed)
             : base::trimmed(typed);
}

std::string_view input_type(Kind kind) {
  switch (kind) {
    case Kind::email:
      return "email";
    case Kind::date:
      return "date";
    case Kind::password:
    case Kind::new_password:
      return "password";
    case Kind::file:
      return "file";
    default:
      return "text";
  }
}

// Every message of one field, in order, as one text.
std::string messages(std::span<const base::FieldError> errors, std::string_view field) {
  std::string all;
  for (const auto& error : errors) {
    if (error.field != field) continue;
    if (!all.empty()) all += ' ';
    all += error.message;
  }
  return all;
}

std::string id_of(const Field& field) {
  return field.id.empty() ? field.name : std::string(field.id);
}

std::string_view label_of(const Field& field, std::string_view value) {
  const auto choice = std::ranges::find(field.choices, value, &Choice::value);
  return choice == field.choices.end() ? value : std::string_view(choice->label);
}

void show_choices(View::Part part, const Field& field, std::span<const std::string> chosen, bool wrong) {
  for (const auto& choice : field.choices) {
    auto one = part.add("CHOICE");
    const bool first = &choice == &field.choices.front();
    one.set("NAME", field.name).set("ID", id_of(field)).set("VALUE", choice.value).set("LABEL", choice.label);
    one.set("TYPE", field.kind == Kind::ticks ? "checkbox" : "radio");
    one.show_if("MUST", field.required && field.kind == Kind::radio);
    one.show_if("FIRST", first).show_if("CHOSEN", std::ranges::find(chosen, choice.value) != chosen.end());
    one.show_if("FIRST_WRONG", first && wrong && field.kind == Kind::ticks);
    if (!choice.hint.empty()) one.add("HINTED").set("HINT", choice.hint);
  }
}

void show_input(View::Part box, const Field& field, const std::string& value) {
  auto input = box.add("INPUT");
  input.set("TYPE", input_type(field.kind)).set("AUTOCOMPLETE", field.autocomplete);
  input.show_if("READ_ONLY", field.read_only).show_if("DIGITS", field.kind == Kind::digits);
  input.show_if("CODE", field.kind == Kind::code);
  if (field.kind == Kind::email || field.kind == Kind::literal) input.add("LITERAL").set("CAPITALS", "none");
  if (field.kind == Kind::code) input.add("LITERAL").set("CAPITALS", "characters");
  if (field.kind == Kind::file) {
    input.add("FILE").set("ACCEPT", field.accept).set("BYTES", field.most);
  } else if (field.most > 0) {
    input.add("MOST").set("VALUE", field.most);
  }
  input.show_if("REVEAL", is_secret(field.kind)).show_if("METER", field.kind == Kind::new_password);
  if (!is_secret(field.kind) && field.kind != Kind::file) input.add("VALUED").set("VALUE", value);
  if (field.suggestions.empty()) return;
  auto known = input.add("SUGGESTED");
  for (const auto& suggestion : field.suggestions) known.add("SUGGESTION").set("VALUE", suggestion);
}

void show_tick(View::Part part, const Field& field, bool ticked) {
  auto tick = part.add("TICK");
  tick.show_if("CHOSEN", ticked);
  if (field.statements.empty()) return;
  auto box = tick.add("BOXED");
  box.set("TITLE", field.title);
  for (const auto& statement : field.statements) box.add("STATEMENT").set("TEXT", statement);
}

std::string described_by(const Field& field, bool wrong, bool saved) {
  std::string ids;
  const auto add = [&](bool there, std::string_view what) {
    if (there) ids += fmt::format("{}{}-{}", ids.empty() ? "" : " ", id_of(field), what);
  };
  add(!field.statements.empty(), "statements");
  add(!field.hint.empty(), "hint");
  add(wrong, "error");
  add(saved, "saved");
  return ids;
}

}  // namespace

Field typed_word(std::string_view word, std::string_view what_for) {
  return {.name = "confirm",
          .label = fmt::format("Write {} {}", word, what_for),
          .kind = Kind::typed_word,
          .width = "short",
          .word = word,
          .what_for = what_for};
}

Field version_field(std::int64_t version) {
  return {.name = "version", .kind = Kind::version, .value = fmt::to_string(version)};
}

Form::Form(const web::Request& request, std::vector<Field> fields, std::string_view route)
    : request_(request),
      fields_(std::move(fields)),
      sent_(request.method == web::Method::post && (route.empty() || route == request.route)) {
  if (!sent_) return;
  for (const auto& field : fields_) {
    if (field.kind == Kind::version && get(field.name) != field.value) status_ = 409;
    if (field.kind != Kind::typed_word || get(field.name) == field.word) continue;
    wrong(field.name, fmt::format("Write {}, in capital letters, {}.", field.word, field.what_for));
  }
}

const Field& Form::field(std::string_view name) const {
  const auto found = std::ranges::find(fields_, name, &Field::name);
  if (found == fields_.end()) throw std::logic_error(fmt::format("the form has no field {}", name));
  return *found;
}

std::string Form::get(std::string_view name) const {
  const auto& told = field(name);
  if (!sent_ || told.kind == Kind::fixed) return told.value;
  return without_ends(told.kind, request_.form().get(name));
}

std::string Form::get_or_keep(std::string_view name) const {
  return request_.form().fields.has(name) ? get(name) : field(name).value;
}

std::vector<std::string> Form::all(std::string_view name) const {
  const auto& told = field(name);
  if (!sent_) return told.values;
  const auto typed = request_.form().fields.all(name);
  return {typed.begin(), typed.end()};
}

const web::UploadedFile* Form::file(std::string_view name) const {
  return request_.form().file(field(name).name);
}

bool Form::check(std::span<const base::FieldError> errors) {
  if (errors.empty()) return true;
  errors_.insert(errors_.end(), errors.begin(), errors.end());
  status_ = 422;
  return false;
}

bool Form::wrong(std::string_view name, std::string message) {
  const base::FieldError error{std::string(name), std::move(message)};
  return check({&error, 1});
}

bool Form::refused(const base::Refusal& refusal) {
  using enum base::Refusal::Kind;
  switch (refusal.kind) {
    case bad_input:
      return check(refusal.fields);
    case too_many:
      wrong("", refusal.message);
      status_ = 429;
      retry_after_ = refusal.retry_after;
      return false;
    case conflict:
      status_ = 409;
      return false;
    default:
      throw web::Refused{refusal};
  }
}

void Form::show_field(View::Part form, const Field& told) const {
  if (told.kind == Kind::hidden || told.kind == Kind::version) {
    form.add("HIDDEN").set("NAME", told.name).set("VALUE", told.value);
    return;
  }
  auto part = form.include("FIELD", told.kind == Kind::view ? told.view : "html/partials/field.html");
  const auto typed = get(told.name);
  const auto message = messages(errors_, told.name);
  const bool wrong = !message.empty();
  const bool saved = status_ == 409 && !is_secret(told.kind) && !told.value.empty() && typed != told.value;
  const auto id = id_of(told);
  part.set("NAME", told.name).set("ID", id).set("LABEL", told.label).set("VALUE", typed);
  part.show_if("REQUIRED", told.required).show_if("WRONG", wrong);
  if (!told.hint.empty()) {
    include_safe_html(part.include("HINT", "html/partials/hint.html").set("ID", id), "TEXT",
                      inline_markdown(told.hint));
  }
  if (wrong) part.include("ERROR", "html/partials/field_error.html").set("ID", id).set("MESSAGE", message);
  if (saved) {
    part.include("SAVED", "html/partials/saved.html").set("ID", id).set("VALUE", label_of(told, told.value));
  }
  if (const auto ids = described_by(told, wrong, saved); !ids.empty()) part.add("DESCRIBED").set("BY", ids);

  switch (told.kind) {
    case Kind::view:
      if (told.fill) told.fill(part);
      return;
    case Kind::radio:
    case Kind::ticks: {
      auto group = part.add("GROUP");
      group.show_if("ONE", told.kind == Kind::radio).show_if("ONE_WRONG", wrong && told.kind == Kind::radio);
      show_choices(group, told, told.kind == Kind::ticks ? all(told.name) : std::vector{typed}, wrong);
      return;
    }
    case Kind::tick:
      show_tick(part, told, typed == "yes");
      return;
    case Kind::heading:
      part.add("HEADING");
      return;
    default:
      break;
  }
  auto box = part.add("BOX");
  if (!told.width.empty()) box.add("WIDTH").set("VALUE", told.width);
  box.show(told.kind == Kind::fixed ? "FIXED" : "LABELLED");
  switch (told.kind) {
    case Kind::fixed:
      return;
    case Kind::area:
      if (told.most > 0) box.add("MOST").set("VALUE", told.most);
      box.add("AREA").set("ROWS", told.rows);
      return;
    case Kind::drop_down:
      show_choices(box.add("DROP_DOWN"), told, std::vector{typed}, wrong);
      return;
    case Kind::typed_word:
      box.add("WORD").set("VALUE", told.word);
      return;
    default:
      show_input(box, told, typed);
  }
}

void Form::show(View::Part page, const FormEnd& end, std::string_view name) {
  auto form = page.include(name, "html/form.html");
  form.set("METHOD", end.get ? "get" : "post").show_if("POST", !end.get);
  if (!end.action.empty()) form.add("TO").set("ACTION", end.action);
  const auto has = [&](Kind kind) { return std::ranges::find(fields_, kind, &Field::kind) != fields_.end(); };
  form.show_if("WITH_FILE", has(Kind::file)).show_if("DOWNLOAD", end.download);
  form.show_if("GUARD", end.guard && !end.get && !end.download && !has(Kind::typed_word));
  if (std::ranges::any_of(fields_, &Field::required)) form.add("LEGEND").set("STAR", end.required_words);
  for (const auto& field : fields_) show_field(form, field);
  form.set("BUTTON", end.button).show_if("ONLY_WITH_WORD", has(Kind::typed_word));
  form.set("KIND", end.danger || has(Kind::typed_word) ? "btn-danger" : end.quiet ? "" : "btn-primary");
  if (!end.name.empty()) form.add("NAMED").set("NAME", end.name).set("VALUE", end.value);
  for (const auto& button : end.others) {
    form.add("OTHER").set("NAME", button.name).set("VALUE", button.value).set("LABEL", button.label);
  }
  if (!end.cancel.empty()) form.add("CANCEL").set("HREF", end.cancel).set("LABEL", end.cancel_label);
}

void Form::show_summary(View::Part layout) const {
  if (status_ == 409) {
    auto notice = layout.include("ERROR_SUMMARY", "html/partials/conflict.html");
    notice.set("TITLE", conflict_title_);
    notice.show_if("PASSWORD", std::ranges::any_of(fields_, is_secret, &Field::kind));
  }
  auto errors = errors_;
  for (auto& error : errors) {
    const auto told = std::ranges::find(fields_, error.field, &Field::name);
    if (told != fields_.end()) error.field = id_of(*told);
  }
  show_error_summary(layout, errors);
}

web::Response Form::page(PageHead head, View view) {
  show_summary(view.layout());
  if (sent_ || status_ != 200) head.status = status_;
  auto response = html::page(request_, head, std::move(view));
  if (retry_after_.count() > 0) response.header("Retry-After", std::to_string(retry_after_.count()));
  return response;
}

web::Response Form::page(PageHead head, const FormEnd& end, View view) {
  show(view.root(), end);
  return page(std::move(head), std::move(view));
}

web::Response Form::page(PageHead head, const FormEnd& end) {
  return page(std::move(head), end, View("html/form_page.html"));
}

}  // namespace html
