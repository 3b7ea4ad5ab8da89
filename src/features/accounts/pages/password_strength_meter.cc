#include <array>
#include <vector>

#include "base/text.h"
#include "features/accounts/pages/pages.h"
#include "features/accounts/password.h"
#include "html/page.h"

namespace accounts::pages {
namespace {

struct Reading {
  int score;
  std::string_view word;
  std::string advice;
};

Reading read_strength(std::string_view password, std::span<const std::string> own_words) {
  constexpr std::array words{"Very weak.", "Weak.", "Not strong enough yet.", "Strong.", "Very strong."};
  auto [score, advice] = strength(password, own_words);
  if (score < enough_score) return {score, words.at(static_cast<std::size_t>(score)), std::move(advice)};
  if (auto problem = password_problem(password, own_words))
    return {2, "The length is not right.", std::move(*problem)};
  return {score, words.at(static_cast<std::size_t>(score)), {}};
}

// The names and email of the form, and where it has none, the actor's own.
std::vector<std::string> own_words(const web::Request& request) {
  std::vector<std::string> words{request.actor().centre_name};
  for (const char* name : {"first_name", "last_name", "email"}) words.emplace_back(request.form().get(name));
  if (!request.form().fields.has("first_name")) words.push_back(request.actor().name);
  return words;
}

}  // namespace

web::Response UserPages::strength(const web::Request& request) {
  const auto& fields = request.form().fields;
  const auto password = fields.get(fields.has("new_password") ? "new_password" : "password");
  if (password.empty()) return web::Response::html("");
  const auto reading = read_strength(password, own_words(request));
  html::View view("html/partials/strength.html");
  view.set("SCORE", reading.score).set("WORD", reading.word).set("ADVICE", reading.advice);
  return html::fragment(request, std::move(view));
}

}  // namespace accounts::pages
