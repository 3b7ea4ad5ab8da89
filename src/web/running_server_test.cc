#include "web/running_server.h"

namespace web {
namespace {

// "few": three pieces, one of them empty; "endless"; "breaks": a piece, then a throw; "broken": a throw at
// once.
class CountedStream : public BodyStream {
 public:
  CountedStream(std::string kind, std::atomic<int>& alive, std::atomic<int>& made)
      : kind_(std::move(kind)), alive_(alive), made_(made) {
    ++alive_;
  }
  ~CountedStream() override { --alive_; }

  std::optional<std::string> next() override {
    const int piece = next_++;
    if (kind_ == "broken" || (kind_ == "breaks" && piece == 1)) throw std::runtime_error("disk");
    if (kind_ == "few" && piece == 3) return std::nullopt;
    ++made_;
    if (kind_ == "endless") return std::string(64 * 1024, 'x');
    return piece == 1 ? std::string() : "piece" + std::to_string(piece) + ";";
  }

 private:
  std::string kind_;
  int next_ = 0;
  std::atomic<int>& alive_;
  std::atomic<int>& made_;
};

}  // namespace

RunningServer::~RunningServer() {
  open_gate();
  if (server) stop();
}

std::vector<Row> RunningServer::routes(std::vector<Row> more) {
  std::vector<Row> table = std::move(more);
  table.push_back({Takes::get, "/hello", anyone, 0, [](const Request&) { return Response::text("hello"); }});
  table.push_back(
      {Takes::get, "/peer", anyone, 0, [](const Request& request) { return Response::text(request.peer); }});
  table.push_back({Takes::get, "/break", anyone, 0, [](const Request&) {
                     Response response;
                     response.headers.emplace_back("X-Odd", "a\r\nSet-Cookie: b");
                     return response;
                   }});
  table.push_back({Takes::get, "/wait", anyone, 0, [this](const Request&) {
                     ++waiting;
                     gate_.wait();
                     return Response::text("waited");
                   }});
  table.push_back({Takes::get, "/stream/{kind}", anyone, 0, [this](const Request& request) {
                     Response response = Response::text("");
                     response.stream = std::make_unique<CountedStream>(
                         std::string(request.path_value("kind")), streams_alive, pieces_made);
                     return response;
                   }});
  table.push_back({Takes::post, "/echo", anyone, body_limit, [](const Request& request) {
                     return Response::text(std::string(request.form().get("say")));
                   }});
  return table;
}

void RunningServer::start(std::vector<Row> more) {
  page_pool_ = std::make_unique<base::WorkPool>(page_threads, page_queue);
  heavy_pool_ = std::make_unique<base::WorkPool>(1, 100);
  sign_in_pool_ = std::make_unique<base::WorkPool>(1, 100);
  dispatcher_ = std::make_unique<Dispatcher>(RouteTable(routes(std::move(more))),
                                             Dispatcher::Settings{"http://hub", false, nullptr}, people,
                                             pages, refusals);
  people.sign_in(access::Role::exams_officer);
  server = std::make_unique<Server>(settings, *dispatcher_, Pools{*page_pool_, *heavy_pool_, *sign_in_pool_});
  runner_ = std::thread([this] { server->run(); });
}

void RunningServer::stop() {
  server->stop();
  if (runner_.joinable()) runner_.join();
}

void RunningServer::open_gate() {
  if (!gate_open_.exchange(true)) gate_.count_down();
}

Answer RunningServer::ask(std::string_view request, bool head_only) const {
  auto client = connect();
  client.send(request);
  return client.answer(head_only);
}

Answer RunningServer::get(std::string_view path) const {
  return ask("GET " + std::string(path) + " HTTP/1.1\r\nHost: hub\r\n\r\n");
}

}  // namespace web
