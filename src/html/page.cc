#include "html/page.h"

#include <chrono>

#include "html/assets.h"
#include "html/menu.h"

namespace html {
namespace {

constexpr std::string_view signed_in_layout = "html/layout.html";
constexpr std::string_view signed_out_layout = "html/signed_out.html";

void share_common(View& view, const web::Request& request) {
  view.share("CSRF", request.csrf);
  view.share("ICONS", icons_address());
}

// At least 0: for a clock that differs from the database's.
std::int64_t seconds_until(base::Instant moment) {
  const auto left =
      moment - std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now());
  return std::max<std::int64_t>(0, std::chrono::duration_cast<std::chrono::seconds>(left).count());
}

void fill_head(View::Part layout, const PageHead& head) {
  // Screen readers say the window's title first: a refused form must be heard to be one.
  const bool refused_form = head.status == 422;
  auto inside = layout.include("HEAD", "html/partials/head.html");
  inside.set("TITLE", head.title).show_if("REFUSED", refused_form);
  inside.set("APP_CSS", stylesheet_address())
      .set("APP_JS", script_address())
      .set("FAVICON", favicon_address());
  if (head.refresh_seconds > 0) inside.add("REFRESH").set("SECONDS", head.refresh_seconds);
  layout.set("TITLE", head.title);
  layout.set("WIDTH", head.width);
  if (!head.back_href.empty()) layout.add("BACK").set("HREF", head.back_href).set("LABEL", head.back_label);
}

void fill_actions(View::Part layout, const std::vector<PageAction>& actions) {
  if (actions.empty()) return;
  auto group = layout.add("ACTIONS");
  for (const auto& action : actions) {
    auto button = group.add("ACTION");
    button.set("HREF", action.href)
        .set("LABEL", action.label)
        .set("KIND", action.primary ? "btn-primary" : "");
    if (!action.icon.empty()) button.add("HAS_ICON").set("ICON", action.icon);
  }
}

void fill_menu(View::Part layout, const access::Actor& actor, std::string_view current) {
  for (const auto& entry : places_for(actor)) {
    if (!entry.in_menu) continue;
    auto item = layout.add("MENU_ENTRY");
    item.set("HREF", entry.href)
        .set("LABEL", entry.label)
        .set("ICON", entry.icon)
        .show_if("CURRENT", entry.href == current);
  }
}

void fill_person(View::Part layout, const web::Session& session, std::string_view current) {
  const auto& actor = session.actor;
  layout.set("PERSON", actor.name);
  layout.set("ROLE", access::title(actor.role, actor.centre_admin));
  layout.set("IDLE_SECONDS", seconds_until(session.idle_until));
  layout.set("ABSOLUTE_SECONDS", seconds_until(session.absolute_until));
  layout.show_if("AT_PASSWORD", current == "/account/password");
  layout.show_if("AT_SESSIONS", current == "/account/sessions");
  if (!actor.centre_name.empty()) {
    layout.add("CENTRE").set("CENTRE_NAME", actor.centre_name).set("CENTRE_NUMBER", actor.centre_number);
  }
}

}  // namespace

void show_error_summary(View::Part layout, std::span<const base::FieldError> errors) {
  if (errors.empty()) return;
  auto summary = layout.include("ERROR_SUMMARY", "html/partials/error_summary.html");
  for (const auto& [field, message] : errors) {
    auto line = summary.add("ERROR");
    if (field.empty()) {
      line.add("PLAIN").set("MESSAGE", message);
    } else {
      line.add("LINKED").set("FIELD", field).set("MESSAGE", message);
    }
  }
}

web::Response page(const web::Request& request, const PageHead& head, View view) {
  share_common(view, request);
  auto layout = view.layout();
  fill_head(layout, head);
  const bool shell = request.session && !request.session->must_change_password;
  if (shell) {
    fill_actions(layout, head.actions);
    fill_menu(layout, request.session->actor, head.menu);
    fill_person(layout, *request.session, head.menu);
  } else {
    layout.show_if("SIGN_OUT", request.session.has_value());
  }
  return web::Response::html(view.render_in(shell ? signed_in_layout : signed_out_layout), head.status);
}

web::Response fragment(const web::Request& request, View view) {
  share_common(view, request);
  return web::Response::html(view.render());
}

}  // namespace html
