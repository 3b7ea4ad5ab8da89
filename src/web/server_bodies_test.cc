// The memory for bodies: who holds it, and that nobody waits for a stranger's.
#include <gmock/gmock.h>

#include "web/running_server.h"

namespace web {
namespace {

class ServerBodiesTest : public RunningServer {
 protected:
  static constexpr std::size_t file_limit = 27 << 20;

  void start_with_files() {
    start({{Takes::post, "/file", signed_in, file_limit,
            [](const Request& request) { return Response::text(std::to_string(request.body.size())); }}});
  }

  static std::string file(std::string_view headers, std::string_view body = "") {
    return "POST /file HTTP/1.1\r\nHost: hub\r\nContent-Type: application/x-www-form-urlencoded\r\n" +
           std::string(headers) + "\r\n" + std::string(body);
  }
  static std::string of_length(std::size_t bytes) {
    return "Content-Length: " + std::to_string(bytes) + "\r\n";
  }

  std::vector<RawClient> send_each(int clients, const std::string& request) const {
    std::vector<RawClient> all;
    for (int i = 0; i < clients; ++i) {
      all.push_back(connect());
      all.back().send(request);
    }
    return all;
  }

  // Somebody's small form meanwhile.
  int form() const {
    return ask("POST /echo HTTP/1.1\r\nHost: hub\r\nContent-Type: application/x-www-form-urlencoded\r\n"
               "Content-Length: 24\r\n\r\ncsrf=session-csrf&say=hi")
        .status;
  }
};

TEST_F(ServerBodiesTest, StrangersWhoAnnouncedFilesKeptEverybodyFromSigningIn) {
  start_with_files();
  people.session.reset();
  auto strangers = send_each(10, file(of_length(27'000'000)));
  for (auto& stranger : strangers) EXPECT_EQ(stranger.answer().status, 403);
  people.sign_in(access::Role::exams_officer);
  EXPECT_EQ(form(), 200);
}

TEST_F(ServerBodiesTest, AFormAfterItsSessionsEndWasNotReadUnlessAPageCarriesItOnAndItIsSmall) {
  start({{Takes::post, "/file", signed_in, file_limit, [](const Request&) { return Response::text("taken"); },
          Work::page,
          [](const Request& request) {
            return Response::text("kept " + std::string(request.form().get("say")), 403);
          }}});
  people.session.reset();
  const auto answer = [&](std::size_t length, std::string_view site) {
    auto client = connect();
    client.send(
        file(of_length(length) + "Sec-Fetch-Site: " + std::string(site) + "\r\nExpect: 100-continue\r\n"));
    const auto told = client.answer();
    if (told.status != 100) return std::to_string(told.status);
    client.send("say=hi");
    return client.answer().body;
  };
  EXPECT_EQ(answer(6, "same-origin"), "kept hi");
  EXPECT_EQ(answer(27'000'000, "same-origin"), "403");
  EXPECT_EQ(answer(6, "cross-site"), "403");
}

TEST_F(ServerBodiesTest, AStrangersBodyWasAskedForBeforeItWasRefused) {
  start_with_files();
  people.session.reset();
  EXPECT_EQ(ask(file("Expect: 100-continue\r\n" + of_length(27'000'000))).status, 403);
  EXPECT_EQ(ask(file("Expect: 100-continue\r\nTransfer-Encoding: chunked\r\n")).status, 403);
  people.sign_in(access::Role::exams_officer);
  EXPECT_EQ(ask(file("Expect: 100-continue\r\n" + of_length(27'000'000))).status, 100);
}

TEST_F(ServerBodiesTest, SlowBodiesOfPeopleSignedInKeptEverybodyFromSavingAnswers) {
  page_queue = 1'000;
  start_with_files();
  const auto slow = send_each(500, file(of_length(27'000'000), "x"));
  EXPECT_TRUE(eventually([&] { return people.asked == 500; }));
  EXPECT_EQ(form(), 200);
  EXPECT_EQ(ask(file(of_length(17), "csrf=session-csrf")).body, "17");
}

TEST_F(ServerBodiesTest, SignInsThatNeverEndKeptEverybodyFromSavingAnswers) {
  settings.max_form_bytes = 4'000;  // 1,000 for an address
  start({{Takes::post, "/answers", signed_in, body_limit,
          [](const Request&) { return Response::text("saved"); }}});
  const std::string door =
      "POST /echo HTTP/1.1\r\nHost: hub\r\n" + of_length(950) + "\r\n" + std::string(900, 'x');
  const auto slow = send_each(5, door);
  EXPECT_TRUE(eventually([&] { return server->connections() == 5; }));
  const auto answers = "csrf=session-csrf&" + std::string(200, 'x');
  EXPECT_EQ(ask("POST /answers HTTP/1.1\r\nHost: hub\r\nContent-Type: application/x-www-form-urlencoded\r\n" +
                of_length(answers.size()) + "\r\n" + answers)
                .body,
            "saved");
}

TEST_F(ServerBodiesTest, WhoWasRefusedHeldTheMemoryWhileStillSending) {
  start_with_files();
  auto refused = send_each(12, file("Transfer-Encoding: chunked\r\n", "4\r\ncsrf\r\nnonsense\r\n"));
  for (auto& client : refused) EXPECT_EQ(client.answer().status, 400);
  EXPECT_EQ(form(), 200);
}

TEST_F(ServerBodiesTest, HoldsWhatArrivesUntilItIsAnswered) {
  settings.max_file_bytes = 8'000;  // 1,000 for a person
  start_with_files();
  auto first = connect();
  first.send(file(of_length(900), "csrf=session-csrf&" + std::string(800, 'x')));
  // Where the first has not arrived yet, this one is waited for instead, and nothing is said.
  const auto is_refused = [&] {
    try {
      return ask(file(of_length(900))).status == 503;
    } catch (const std::runtime_error&) {
      return false;
    }
  };
  EXPECT_TRUE(eventually(is_refused));
  const auto refused = ask(file(of_length(900)));
  EXPECT_EQ(refused.header("retry-after"), "5");
  EXPECT_EQ(form(), 200);
  first.send(std::string(82, 'x'));
  EXPECT_EQ(first.answer().body, "900");
  EXPECT_EQ(ask(file(of_length(900), "csrf=session-csrf&" + std::string(882, 'x'))).body, "900");
}

TEST_F(ServerBodiesTest, RefusesChunksThatNoLongerFit) {
  settings.max_file_bytes = 8'000;
  start_with_files();
  const std::string chunk = "1f4\r\n" + std::string(500, 'x') + "\r\n";
  EXPECT_EQ(ask(file("Transfer-Encoding: chunked\r\n", chunk + chunk + chunk)).status, 503);
  EXPECT_EQ(ask(file(of_length(17), "csrf=session-csrf")).status, 200);
}

TEST_F(ServerBodiesTest, AsksOnceWhoSentAFormThatIsThereAlready) {
  start_with_files();
  const auto body = "csrf=session-csrf&" + std::string(10'000, 'x');
  EXPECT_EQ(ask(file(of_length(body.size()), body)).body, "10018");
  EXPECT_EQ(people.asked, 1);
}

TEST_F(ServerBodiesTest, AsksAgainWhoSentItWhenTheBodyIsThere) {
  start_with_files();
  auto client = connect();
  client.send(file(of_length(17), "csrf="));
  EXPECT_TRUE(eventually([&] { return people.asked == 1; }));
  std::this_thread::sleep_for(std::chrono::milliseconds(50));
  people.ended = true;
  client.send("session-csrf");
  EXPECT_EQ(client.answer().status, 403);
}

}  // namespace
}  // namespace web
