// bench/fill: a Hub as large as all the centres' together, the same at every run.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <chrono>
#include <cstdio>

#include "check.h"
#include "db/migrations.h"
#include "hub.h"

namespace {

struct Options {
  std::string database;
  fill::Size size;
  std::size_t scale = 1;
  std::size_t sample = 500;
};

class Stopwatch {
 public:
  void tell(std::string_view what) {
    const auto now = std::chrono::steady_clock::now();
    fmt::print("{:>7.1f} s  {}\n", std::chrono::duration<double>(now - start_).count(), what);
    std::fflush(stdout);
  }

 private:
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

bool is_empty(db::Database& database) {
  return database.read([](db::Connection& c) { return c.exec("SELECT id FROM account LIMIT 1").empty(); });
}

int run(Options options) {
  options.size.centres /= options.scale;
  options.size.people /= options.scale;
  options.size.largest = std::max<std::size_t>(50, options.size.largest / options.scale);
  Stopwatch watch;
  const auto database = db::Database::open({.url = options.database});
  db::migrate(*database, db::all_migrations().first(fill::schema));
  if (!is_empty(*database)) {
    fmt::print(stderr, "This database has people already. Nothing was changed.\n");
    return 1;
  }
  const auto sink = fill::Sink::open(*database, options.database);
  fill::fill_hub(*sink, options.size);
  watch.tell(fmt::format("{} rows", sink->rows_put()));
  sink->finish();
  watch.tell("indexes");
  db::migrate(*database, db::all_migrations());
  watch.tell("migrated to the binary's own tables");
  const auto problems = fill::disagreements(*database, options.sample);
  for (const auto& problem : problems) fmt::print(stderr, "{}\n", problem);
  watch.tell(problems.empty() ? "everything is as the program keeps it"
                              : "this is not as the program keeps it");
  return problems.empty() ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  Options options;
  CLI::App app("Fills an empty database with the large Hub: the same data every time.");
  app.add_option("--database", options.database, "sqlite:PATH or postgresql://...")->required();
  app.add_option("--centres", options.size.centres, "of the Hub")->capture_default_str();
  app.add_option("--people", options.size.people, "of all centres together")->capture_default_str();
  app.add_option("--largest", options.size.largest, "people in the largest centre")->capture_default_str();
  app.add_option("--scale", options.scale, "all three divided by this")->check(CLI::PositiveNumber);
  app.add_option("--seed", options.size.seed, "of everything that is drawn")->capture_default_str();
  app.add_option("--check", options.sample, "how many people are looked through at the end")
      ->capture_default_str();
  CLI11_PARSE(app, argc, argv);
  return run(options);
}
