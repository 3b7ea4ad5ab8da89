// What somebody is asked for: a field of a form (form.h) or a filter of a list (list.h). Told once, as data;
// the label, the hint, what was typed and what is wrong with it are drawn and tied together from here.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "html/view.h"

namespace html {

struct Choice {
  std::string value;
  std::string label;
  std::string hint{};
};

struct Field {
  enum class Kind {
    text,
    search,   // of a list
    literal,  // names in addresses: no capitals, no spelling
    code,     // of a certificate
    email,
    digits,        // a number, on a telephone its keys
    date,          // YYYY-MM-DD
    area,          // several lines
    password,      // the one that the person has
    new_password,  // with a meter of its strength
    file,
    drop_down,   // one of `choices`
    radio,       // one of `choices`, all in sight
    ticks,       // any of `choices`: the name is repeated for each
    tick,        // "yes" or nothing; the label stands beside the box, `statements` above it
    typed_word,  // `word`, letter by letter, before something is lost; frees the button
    hidden,      // always `value`
    version,     // hidden: of what the form was made from; a form of another version answers 409
    fixed,       // only shown
    heading,     // starts a group: `label` as h2, `hint` below it
    view,        // the page's own: the template `view`, filled by `fill`, with {{>ERROR}} for its message
  };

  std::string name;
  std::string label{};
  Kind kind = Kind::text;
  std::string hint{};        // inline Markdown of ours, never what people typed
  std::string_view width{};  // "" full, "half", or "short" for numbers and codes
  bool required = false;
  bool read_only = false;
  int most = 0;         // what the browser lets in; the rules count for themselves. For a file: bytes
  int rows = 3;         // of an area
  std::string value{};  // before anything is typed, and after a conflict what is saved
  std::vector<std::string> values{};  // of ticks
  std::vector<Choice> choices{};
  std::vector<std::string> suggestions{};  // for text
  std::vector<std::string> statements{};   // above a tick
  std::string title{};                     // of the box around the statements
  std::string_view autocomplete = "off";
  std::string_view accept{};  // of a file: ".xlsx,.csv"
  std::string_view word{};    // to be typed, and what for: "to delete this account"
  std::string_view what_for{};
  std::string_view view{};
  std::function<void(View::Part)> fill{};
  std::string_view id{};  // another than the name, where another form of the page has a field of that name
};

// The last question before something is lost for good: typed_word("DELETE", "to delete this account").
Field typed_word(std::string_view word, std::string_view what_for);

// What the form changes had this version when it was shown.
Field version_field(std::int64_t version);

}  // namespace html
