// A form: its fields are told once, and the page shown, what was typed read, and what is wrong with it told
// from that one list. A handler answers both the GET that shows the form and the POST that sends it:
//
//   html::Form form(request, {{.name = "name", .label = "Name", .required = true, .value = centre.name}});
//
//   if (form.ready() && form.took(database.write(rename))) return web::Response::see_other("/centres");
//
//   return form.page({.title = "Edit centre"}, {.button = "Save", .cancel = "/centres"});
//
// Every refused field has its message beside it, tied to it for the ear, and a line in the summary on top of
// the page that takes the focus and links to it. What was typed is kept, at 409 and 422 alike; passwords and
// files are not.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/refusal.h"
#include "html/field.h"
#include "html/page.h"
#include "html/view.h"
#include "web/dispatcher.h"
#include "web/request.h"

namespace html {

// A second button; the first is the form's own.
struct FormButton {
  std::string_view label;
  std::string_view name;
  std::string_view value;
};

struct FormEnd {
  std::string button;    // what happens: "Add user"
  std::string cancel{};  // where the link beside it leads; empty for none
  std::string_view cancel_label = "Cancel";
  std::string action{};     // empty: the page's own address
  bool get = false;         // a question that changes nothing: sent in the address
  std::string_view name{};  // of the first button, where there are several
  std::string_view value{};
  std::vector<FormButton> others{};
  bool guard = true;                             // asks before leaving with something typed and not sent
  bool danger = false;                           // a red button
  bool download = false;                         // it answers with a file, and may be sent again
  bool quiet = false;                            // a plain button: another form of the page is the main one
  std::string_view required_words = "required";  // what the star means
};

class Form {
 public:
  // `route` is where it is sent to, as the route table writes it, where a page has several forms; empty: any
  // POST.
  Form(const web::Request&, std::vector<Field>, std::string_view route = {});

  // It was sent, and nothing is wrong with it so far: the typed word is right, the version that it was made
  // from is the current one. Else the page shows beside each field what was saved meanwhile.
  bool ready() const { return sent_ && status_ == 200; }
  bool sent() const { return sent_; }

  // What was typed; before that the field's own value. Of one line without white space at its ends, passwords
  // apart. Empty where the browser sent none, unless the field is fixed. Throws std::logic_error for a field
  // that was not told.
  std::string get(std::string_view name) const;
  std::string get_or_keep(std::string_view name) const;  // the field's own value where the browser sent none
  std::vector<std::string> all(std::string_view name) const;  // of ticks
  bool ticked(std::string_view name) const { return get(name) == "yes"; }
  const web::UploadedFile* file(std::string_view name) const;

  // Whether there are none; else they are shown and the page answers 422.
  bool check(std::span<const base::FieldError>);
  bool wrong(std::string_view field, std::string message);  // false

  // Whether a rule did it. bad_input stands beside its fields, conflict answers 409 and too_many 429 with the
  // form; anything else is thrown for the dispatcher.
  template <class T>
  bool took(const base::Result<T>& result) {
    return result || refused(result.error());
  }

  // Above the form after a conflict, instead of "Someone else changed this while you had the page open."
  void changed_by_others(std::string title) { conflict_title_ = std::move(title); }

  // Includes the form as {{>FORM}} (or another name), for a page that shows it among other things.
  void show(View::Part, const FormEnd&, std::string_view name = "FORM");

  // The page around it: nothing but the form, or `view` with {{>FORM}} in it.
  web::Response page(PageHead, const FormEnd&);
  web::Response page(PageHead, const FormEnd&, View view);
  // For a view in which show() has put the form already: the summary, the status and the layout.
  web::Response page(PageHead, View view);

 private:
  bool refused(const base::Refusal&);
  const Field& field(std::string_view name) const;
  bool is_right(std::string_view name, std::string_view value) const;
  void show_field(View::Part form, const Field&) const;
  void show_summary(View::Part layout) const;

  const web::Request& request_;
  std::vector<Field> fields_;
  bool sent_;
  int status_ = 200;
  std::vector<base::FieldError> errors_;
  std::string conflict_title_ = "Someone else changed this while you had the page open.";
  std::chrono::seconds retry_after_{0};
};

}  // namespace html
