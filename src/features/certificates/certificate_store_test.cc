#include "features/certificates/certificate_fixture.h"

namespace certificates {
namespace {

using ::testing::ElementsAre;
using ::testing::Field;
using ::testing::IsEmpty;

class CertificateStoreTest : public OnCertificates {};
INSTANTIATE_TEST_SUITE_P(Databases, CertificateStoreTest, test::both_databases(), test::database_name);

TEST_P(CertificateStoreTest, freezes_at_the_pass_what_the_certificate_states) {
  const auto& person = cast.here.invigilator;
  pass(person);
  rename(person, "Renamed");
  database().write(
      [&](db::Connection& c) { c.exec("UPDATE centre SET name = 'Renamed' WHERE id = ?", person.centre); });
  auto changed = test::assessment();
  changed.title = "Another title";
  changed.valid_until = "2030-01-01";
  publish(changed);

  const auto certificate = found(person, code_of(person));
  ASSERT_TRUE(certificate);
  EXPECT_EQ(certificate->person_name, "Ivan Invigilator");
  EXPECT_EQ(certificate->title, "Exam room essentials");
  EXPECT_EQ(certificate->year, "2026/27");
  EXPECT_EQ(certificate->centre_name, "Demo Hill School");
  EXPECT_EQ(certificate->centre_number, "10001");
  EXPECT_EQ(certificate->valid_until, "2027-08-31");
  EXPECT_EQ(base::british_date(certificate->passed_at), "23 November 2026");
}

TEST_P(CertificateStoreTest, issues_one_for_a_pass_even_if_told_twice) {
  pass(cast.here.invigilator);
  const auto code = code_of(cast.here.invigilator);
  pass(cast.here.invigilator);
  EXPECT_EQ(code_of(cast.here.invigilator), code);
}

TEST_P(CertificateStoreTest, is_there_for_its_owner_and_the_officers_of_the_centre_alone) {
  const auto& here = cast.here;
  pass(here.invigilator);
  const auto code = code_of(here.invigilator);
  EXPECT_TRUE(found(here.invigilator, code));
  EXPECT_TRUE(found(here.officer, code));
  EXPECT_TRUE(found(here.admin, code));
  EXPECT_FALSE(found(here.leader, code));
  for (const auto& stranger :
       {cast.there.invigilator, cast.there.officer, cast.there.admin, cast.hub_operator}) {
    EXPECT_FALSE(found(stranger, code)) << stranger.name;
  }
}

TEST_P(CertificateStoreTest, finds_it_by_its_code_however_typed) {
  pass(cast.here.invigilator);
  const auto code = code_of(cast.here.invigilator);
  std::string typed;
  for (const char c : code) typed += std::string(1, static_cast<char>(std::tolower(c))) + " ";
  EXPECT_TRUE(verified(typed));
  EXPECT_FALSE(verified("not a code"));
  EXPECT_FALSE(verified(""));
}

TEST_P(CertificateStoreTest, reissues_with_the_name_of_now_and_a_new_code) {
  const auto& person = cast.here.invigilator;
  pass(person);
  const auto old_code = code_of(person);
  rename(person, "Iwan");
  const auto reissued = reissued_by(cast.here.officer, old_code);
  ASSERT_TRUE(reissued);
  EXPECT_EQ(reissued->person_name, "Iwan Invigilator");
  EXPECT_NE(reissued->code, old_code);

  const auto now = database().now();
  EXPECT_EQ(standing(*verified(old_code), now), Standing::superseded);
  EXPECT_EQ(verified(old_code)->person_name, "Ivan Invigilator");
  const auto replacement = verified(reissued->code);
  ASSERT_TRUE(replacement);
  EXPECT_EQ(standing(*replacement, now), Standing::current);
  EXPECT_EQ(replacement->passed_at, verified(old_code)->passed_at);
  EXPECT_EQ(replacement->valid_until, "2027-08-31");
  EXPECT_EQ(code_of(person), reissued->code);
  EXPECT_EQ(audited("certificate.reissued"), 1);
}

TEST_P(CertificateStoreTest, leads_from_a_superseded_one_to_the_latest) {
  pass(cast.here.invigilator);
  const auto old_code = code_of(cast.here.invigilator);
  const auto reissued = reissued_by(cast.here.admin, old_code);
  const auto newest = database().read(
      [&](db::Connection& c) { return latest(c, cast.here.officer, *find(c, cast.here.officer, old_code)); });
  ASSERT_TRUE(newest && reissued);
  EXPECT_EQ(newest->code, reissued->code);
}

TEST_P(CertificateStoreTest, reissues_only_the_latest_and_only_for_officers_of_the_centre) {
  pass(cast.here.invigilator);
  const auto code = code_of(cast.here.invigilator);
  EXPECT_EQ(reissued_by(cast.here.invigilator, code).error().kind, base::Refusal::Kind::forbidden);
  EXPECT_EQ(reissued_by(cast.there.admin, code).error().kind, base::Refusal::Kind::not_found);
  ASSERT_TRUE(reissued_by(cast.here.officer, code));
  EXPECT_EQ(reissued_by(cast.here.officer, code).error().kind, base::Refusal::Kind::conflict);
  EXPECT_EQ(audited("certificate.reissued"), 1);
}

TEST_P(CertificateStoreTest, withdraws_for_a_centre_admin_alone) {
  pass(cast.here.invigilator);
  const auto code = code_of(cast.here.invigilator);
  EXPECT_EQ(withdrawn_by(cast.here.officer, code).error().kind, base::Refusal::Kind::forbidden);
  EXPECT_EQ(withdrawn_by(cast.there.admin, code).error().kind, base::Refusal::Kind::not_found);
  EXPECT_EQ(standing(*verified(code), database().now()), Standing::current);
  ASSERT_TRUE(withdrawn_by(cast.here.admin, code));
  ASSERT_TRUE(withdrawn_by(cast.here.admin, code));
  EXPECT_EQ(standing(*verified(code), database().now()), Standing::withdrawn);
  EXPECT_EQ(audited("certificate.withdrawn"), 1);
}

TEST_P(CertificateStoreTest, reissues_a_withdrawn_one_for_a_centre_admin_alone) {
  pass(cast.here.invigilator);
  const auto code = code_of(cast.here.invigilator);
  ASSERT_TRUE(withdrawn_by(cast.here.admin, code));
  EXPECT_EQ(reissued_by(cast.here.officer, code).error().kind, base::Refusal::Kind::conflict);
  EXPECT_EQ(code_of(cast.here.invigilator), code) << "a refusal changes nothing";
  const auto reissued = reissued_by(cast.here.admin, code);
  ASSERT_TRUE(reissued);
  EXPECT_EQ(standing(*verified(code), database().now()), Standing::withdrawn);
  EXPECT_EQ(standing(*verified(reissued->code), database().now()), Standing::current);
}

TEST_P(CertificateStoreTest, lists_in_the_order_of_the_accounts_what_is_in_force) {
  const auto& here = cast.here;
  publish(test::assessment("another"));
  for (const auto* person : {&here.invigilator, &here.officer, &here.admin}) pass(*person);
  pass(here.invigilator, "another");
  withdrawn_by(here.admin, code_of(here.admin)).value();
  reissued_by(here.admin, code_of(here.officer)).value();

  const auto all = listed(here.officer, {here.officer.account, here.leader.account, here.invigilator.account,
                                         here.admin.account});
  EXPECT_THAT(all, ElementsAre(Field(&Certificate::code, code_of(here.officer)),
                               Field(&Certificate::slug, "exam-room-essentials"),
                               Field(&Certificate::slug, "another")));
  EXPECT_THAT(listed(here.officer, {here.invigilator.account}, "another"),
              ElementsAre(Field(&Certificate::slug, "another")));
}

TEST_P(CertificateStoreTest, lists_nothing_of_another_centre_and_nothing_for_those_who_manage_no_users) {
  pass(cast.here.invigilator);
  EXPECT_THAT(listed(cast.there.admin, {cast.here.invigilator.account}), IsEmpty());
  EXPECT_THAT(listed(cast.here.leader, {cast.here.invigilator.account}), IsEmpty());
}

TEST_P(CertificateStoreTest, leaves_last_years_out_of_the_list_once_a_new_year_has_begun) {
  pass(cast.here.invigilator);
  auto next = test::assessment();
  next.year = "2027/28";
  next.valid_until = "2028-08-31";
  publish(next);
  EXPECT_THAT(listed(cast.here.officer, {cast.here.invigilator.account}), IsEmpty());
  EXPECT_TRUE(found(cast.here.invigilator, code_of(cast.here.invigilator))) << "but it is kept";
}

TEST_P(CertificateStoreTest, lists_five_hundred_people_in_two_statements) {
  std::vector<access::AccountId> accounts(500, cast.here.invigilator.account);
  const auto before = database().statements_executed();
  listed(cast.here.officer, accounts);
  EXPECT_LE(database().statements_executed() - before, 4u);
}

TEST_P(CertificateStoreTest, tells_each_page_the_codes_that_its_reader_may_know) {
  pass(cast.here.invigilator);
  CodesOfCertificates links;
  const auto codes = [&](const access::Actor& actor) {
    return database().read(
        [&](db::Connection& c) { return links.codes(c, actor, cast.here.invigilator.account); });
  };
  const attempts::CertificateCodes expected{
      {{"exam-room-essentials", "2026/27"}, code_of(cast.here.invigilator)}};
  EXPECT_EQ(codes(cast.here.invigilator), expected);
  EXPECT_EQ(codes(cast.here.officer), expected);
  EXPECT_THAT(codes(cast.here.leader), IsEmpty());
  EXPECT_THAT(codes(cast.there.admin), IsEmpty());
}

TEST_P(CertificateStoreTest, goes_with_its_owners_account_reissued_or_not) {
  pass(cast.here.invigilator);
  const auto code = code_of(cast.here.invigilator);
  reissued_by(cast.here.officer, code).value();
  database().write(
      [&](db::Connection& c) { c.exec("DELETE FROM account WHERE id = ?", cast.here.invigilator.account); });
  EXPECT_FALSE(verified(code));
}

}  // namespace
}  // namespace certificates
