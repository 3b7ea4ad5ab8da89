#include "html/error_pages.h"

#include "html/page.h"

namespace html {
namespace {

struct Words {
  int status;
  std::string_view title;
  std::string_view message;  // what happened
  std::string_view next;     // what to do
};

constexpr Words all_words[] = {
    {400, "The Hub could not read that", "What your browser sent was incomplete or garbled.",
     "Go back, reload the page and try again."},
    {403, "You cannot do that",
     "Your account does not have access to this, or the page had been open for too long.",
     "Go back, reload the page and try again. If you need access, ask your centre's Centre Admin."},
    {404, "There is nothing here", "The address may be mistyped, or what was here may have been deleted.",
     "Check the address, or start again from the menu."},
    {405, "This address does not work that way",
     "A form was sent to a page that does not take one, or opened without being sent.",
     "Go back and use the buttons on the page."},
    {409, "Somebody else was faster",
     "What you were changing has been changed by somebody else in the meantime.",
     "Go back, reload the page to see how it is now, and make your change again."},
    {413, "That is too large", "What you sent is larger than the Hub accepts here.",
     "If it was a file, split it into smaller ones and send them one after the other."},
    {422, "Something needs correcting", "The Hub could not use what was entered.",
     "Go back, check what you entered and send it again."},
    {429, "Too many tries", "There have been too many tries in a short time.",
     "Wait a few minutes, then try again."},
    {431, "Your browser sent too much",
     "The cookies or the address that your browser sent are too long for the Hub.",
     "Delete this site's cookies in your browser's settings, then sign in again."},
    {500, "The Hub could not do that",
     "Something went wrong on our side. Nothing that the Hub had confirmed is lost.",
     "Try again in a minute. If it keeps happening, tell support the reference below."},
    {503, "The Hub is busy", "The Hub cannot answer just now. Nothing that the Hub had confirmed is lost.",
     "Wait a few seconds and reload the page."},
};

const Words& words_for(int status) {
  const auto found = std::ranges::find(all_words, status, &Words::status);
  return found != std::end(all_words) ? *found : words_for(status < 500 ? 400 : 500);
}

}  // namespace

web::Response HtmlErrorPages::page(const web::Request& request, int status, std::string_view message) {
  const auto& words = words_for(status);
  View view("html/error.html");
  view.set("MESSAGE", message.empty() ? words.message : message);
  view.set("NEXT", words.next);
  if (status >= 500) view.add("REFERENCE").set("REQUEST_ID", request.id);
  view.show(request.session ? "TO_HOME" : "TO_SIGN_IN");
  return html::page(request,
                    {.title = std::string(words.title), .menu = {}, .status = status, .width = "narrow"},
                    std::move(view));
}

}  // namespace html
