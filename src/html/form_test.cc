#include "html/form.h"

#include <gmock/gmock.h>

namespace html {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using Kind = Field::Kind;

web::Request shown() {
  web::Request request;
  request.path = request.route = "/things/add";
  return request;
}

// As a browser sends it: names and values, percent-encoded.
web::Request sent(std::string body) {
  auto request = shown();
  request.method = web::Method::post;
  request.set_header("content-type", "application/x-www-form-urlencoded");
  request.body = std::move(body);
  return request;
}

const std::vector<Field> fields{
    {.name = "first_name",
     .label = "First name",
     .hint = "As on a certificate.",
     .required = true,
     .value = "Ann"},
    {.name = "role",
     .label = "Role",
     .kind = Kind::radio,
     .value = "INV",
     .choices = {{"EO", "Officer"}, {"INV", "Invigilator"}}},
    {.name = "hidden",
     .label = "Hide",
     .kind = Kind::ticks,
     .values = {"b"},
     .choices = {{"a", "Fire"}, {"b", "Flood"}}},
    {.name = "agreed", .label = "I agree.", .kind = Kind::tick, .statements = {"One.", "Two."}},
    {.name = "password", .label = "Password", .kind = Kind::new_password},
    {.name = "notes", .label = "Notes", .kind = Kind::area},
    {.name = "folder",
     .label = "Folder",
     .kind = Kind::drop_down,
     .choices = {{"x", "Plans"}, {"y", "Maps"}}}};

std::string body(Form& form, const FormEnd& end = {.button = "Add"}) {
  return form.page({.title = "Add", .menu = {}}, end).body;
}

TEST(FormTest, shows_what_is_there_before_anything_is_typed) {
  const auto request = shown();
  Form form(request, fields);
  EXPECT_FALSE(form.sent());
  EXPECT_THAT(body(form), AllOf(HasSubstr("value=\"Ann\""), HasSubstr("value=\"INV\" checked"),
                                HasSubstr("value=\"b\" checked"), Not(HasSubstr("has-error"))));
}

TEST(FormTest, keeps_everything_that_was_typed_but_passwords) {
  const auto request = sent(
      "first_name=Si%C3%A2n+%22S%22&role=EO&hidden=a&agreed=yes&password=secret-words&notes=++two%0Alines&"
      "folder=y");
  Form form(request, fields);
  form.wrong("first_name", "Too long.");
  EXPECT_THAT(body(form),
              AllOf(HasSubstr("value=\"Siân &quot;S&quot;\""), HasSubstr("value=\"EO\" id=\"role\" checked"),
                    HasSubstr("value=\"a\" id=\"hidden\" checked"), Not(HasSubstr("value=\"b\" checked")),
                    HasSubstr("value=\"yes\" checked"), HasSubstr(">  two\nlines</textarea>"),
                    HasSubstr("value=\"y\" selected"), Not(HasSubstr("secret-words"))));
}

TEST(FormTest, every_kind_of_field_is_tied_to_its_message) {
  for (const auto& field : fields) {
    const auto request = sent("");
    Form form(request, fields);
    form.wrong(field.name, "Mend <this>.");
    const auto page = form.page({.title = "Add", .menu = {}}, {.button = "Add"});
    EXPECT_EQ(page.status, 422);
    EXPECT_THAT(page.body, HasSubstr("id=\"" + field.name + "-error\">Mend &lt;this&gt;.<")) << field.name;
    EXPECT_THAT(page.body, HasSubstr("<a href=\"#" + field.name + "\">Mend &lt;this&gt;.</a>")) << field.name;
    EXPECT_THAT(page.body, HasSubstr("id=\"" + field.name + "\"")) << field.name;
    EXPECT_THAT(page.body, ::testing::ContainsRegex("aria-describedby=\"[^\"]*" + field.name +
                                                    "-error\"[^>]*aria-invalid"))
        << field.name;
  }
}

TEST(FormTest, several_messages_of_one_field_stand_together_beside_it) {
  const auto request = sent("");
  Form form(request, fields);
  form.wrong("first_name", "Too long.");
  form.wrong("first_name", "No line breaks.");
  EXPECT_THAT(body(form), HasSubstr("id=\"first_name-error\">Too long. No line breaks.<"));
}

TEST(FormTest, a_message_about_the_whole_form_stands_in_the_summary_without_a_link) {
  const auto request = sent("");
  Form form(request, fields);
  EXPECT_FALSE(
      form.took(base::Result<void>(base::refuse(base::Refusal::bad_input("", "Neither is right.")))));
  EXPECT_THAT(body(form), HasSubstr("<li>Neither is right.</li>"));
}

TEST(FormTest, what_was_typed_on_one_line_is_read_without_white_space_at_its_ends) {
  const auto request = sent("first_name=+Ann+&password=+secret+");
  Form form(request, fields);
  EXPECT_EQ(form.get("first_name"), "Ann");
  EXPECT_EQ(form.get("password"), " secret ");
  EXPECT_EQ(form.get("role"), "");
  EXPECT_EQ(form.get_or_keep("role"), "INV");
  EXPECT_THROW(form.get("surname"), std::logic_error);
}

TEST(FormTest, of_an_older_version_is_a_conflict_that_shows_what_was_saved_meanwhile) {
  const auto request = sent("version=1&first_name=Bob&role=EO");
  auto with_version = fields;
  with_version.push_back(version_field(2));
  Form form(request, with_version);
  EXPECT_FALSE(form.ready());
  const auto page = form.page({.title = "Edit", .menu = {}}, {.button = "Save"});
  EXPECT_EQ(page.status, 409);
  EXPECT_THAT(page.body,
              AllOf(HasSubstr("value=\"Bob\""), HasSubstr("Saved meanwhile: <ins class=\"is\">Ann</ins>"),
                    HasSubstr("Saved meanwhile: <ins class=\"is\">Invigilator</ins>"),
                    HasSubstr("name=\"version\" value=\"2\"")));
  const auto current = sent("version=2");
  EXPECT_TRUE(Form(current, with_version).ready());
}

TEST(FormTest, a_rules_conflict_answers_409_and_too_many_tries_429_with_what_was_typed) {
  const auto request = sent("first_name=Bob");
  Form conflict(request, fields);
  EXPECT_FALSE(conflict.took(base::Result<void>(base::refuse(base::Refusal::conflict("")))));
  EXPECT_EQ(conflict.page({.title = "Edit", .menu = {}}, {.button = "Save"}).status, 409);
  Form often(request, fields);
  const base::Refusal refusal{base::Refusal::Kind::too_many, "Wait a minute.", {}, std::chrono::seconds(60)};
  EXPECT_FALSE(often.took(base::Result<void>(base::refuse(refusal))));
  const auto page = often.page({.title = "Edit", .menu = {}}, {.button = "Save"});
  EXPECT_EQ(page.status, 429);
  EXPECT_EQ(page.header_value("retry-after"), "60");
  EXPECT_THAT(page.body, AllOf(HasSubstr("Wait a minute."), HasSubstr("value=\"Bob\"")));
}

TEST(FormTest, leaves_what_is_forbidden_or_not_there_to_the_dispatcher) {
  const auto request = sent("");
  Form form(request, fields);
  EXPECT_THROW(form.took(base::Result<void>(base::refuse(base::Refusal::not_found()))), web::Refused);
  EXPECT_THROW(form.took(base::Result<void>(base::refuse(base::Refusal::forbidden("No.")))), web::Refused);
}

TEST(FormTest, is_not_ready_before_the_typed_word_is_right) {
  for (const auto& [typed, ready] :
       {std::pair("confirm=ERASE", true), {"confirm=erase", false}, {"", false}}) {
    const auto request = sent(typed);
    Form form(request, {typed_word("ERASE", "to erase this centre")});
    EXPECT_EQ(form.ready(), ready) << typed;
    if (!ready) {
      EXPECT_THAT(body(form), HasSubstr("Write ERASE, in capital letters, to erase this centre."));
    }
  }
}

TEST(FormTest, is_not_sent_where_another_form_of_the_page_was) {
  const auto request = sent("first_name=Bob");
  EXPECT_FALSE(Form(request, fields, "/things/appoint").sent());
  EXPECT_TRUE(Form(request, fields, "/things/add").sent());
}

}  // namespace
}  // namespace html
