#include "app/command_line.h"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <exception>
#include <functional>
#include <string>
#include <vector>

#include "app/commands.h"
#include "base/log.h"

namespace app {
namespace {

base::LogLevel log_level_from(const std::string& name) {
  if (name == "debug") return base::LogLevel::debug;
  if (name == "warning") return base::LogLevel::warning;
  if (name == "error") return base::LogLevel::error;
  return base::LogLevel::info;
}

// --public-url is also EXAMS_HUB_PUBLIC_URL.
std::string environment_name(std::string option) {
  std::string name = "EXAMS_HUB_";
  for (const char c : option.substr(2)) name += c == '-' ? '_' : static_cast<char>(std::toupper(c));
  return name;
}

CLI::Option* option(CLI::App& command, const std::string& name, std::string& value, const std::string& help) {
  return command.add_option(name, value, help)->envname(environment_name(name))->capture_default_str();
}

void person_options(CLI::App& command, const std::string& prefix, PersonSettings& person) {
  option(command, "--" + prefix + "email", person.email, "The email they sign in with")->required();
  option(command, "--" + prefix + "first-name", person.first_name, "First name")->required();
  option(command, "--" + prefix + "last-name", person.last_name, "Last name")->required();
  command.add_flag("--must-change", person.must_change,
                   "They choose a password of their own when they first sign in");
}

// The options of every command, the commands and what each runs.
class CommandLine {
 public:
  CommandLine() {
    app_.require_subcommand(1);
    app_.fallthrough();
    app_.set_version_flag("--version", EXAMS_HUB_VERSION);
    app_.set_config("--config", "", "Read options from this file (lines of name=value)")
        ->envname("EXAMS_HUB_CONFIG");
    option(app_, "--database", common_.database, "sqlite:PATH or postgresql://USER@HOST/NAME")->required();
    option(app_, "--log-level", common_.log_level, "How much is logged to standard error")
        ->check(CLI::IsMember({"debug", "info", "warning", "error"}));
    app_.add_flag("--quiet", common_.quiet, "Print only what was asked for");
    add_serve();
    add_founding();
    add_upkeep();
  }

  int run(int argc, char** argv) {
    try {
      app_.parse(argc, argv);
      base::set_log_level(log_level_from(common_.log_level));
      chosen_();
      return 0;
    } catch (const CLI::CallForHelp& call) {
      return app_.exit(call);
    } catch (const CLI::CallForVersion& call) {
      return app_.exit(call);
    } catch (const CLI::ParseError& error) {
      app_.exit(error);
      return 2;
    } catch (const std::exception& error) {
      std::fprintf(stderr, "exams-hub: %s\n", error.what());
      return 1;
    }
  }

 private:
  CLI::App& command(CLI::App& parent, const std::string& name, const std::string& help,
                    std::function<void()> action) {
    auto* added = parent.add_subcommand(name, help);
    added->fallthrough();
    if (action) added->callback([this, action = std::move(action)] { chosen_ = action; });
    return *added;
  }

  void add_serve() {
    auto& serve_command = command(app_, "serve", "Serve the Hub", [this] { serve(common_, serve_); });
    option(serve_command, "--listen", serve_.listen, "Address and port that browsers or the proxy reach");
    option(serve_command, "--admin-listen", serve_.admin_listen,
           "Address and port of /healthz, /readyz and /metrics");
    option(serve_command, "--public-url", serve_.public_url,
           "The address people type, https://hub.example.org")
        ->default_str("http:// and the listening address");
    option(serve_command, "--support-email", serve_.support_email,
           "Shown where only the Hub's operator can help");
    serve_command
        .add_option("--trusted-proxy", serve_.trusted_proxies,
                    "Addresses and networks of the reverse proxies whose X-Forwarded-For is believed, "
                    "separated by commas: 127.0.0.1,10.0.0.0/8,fd00::/8")
        ->envname(environment_name("--trusted-proxy"))
        ->delimiter(',')
        ->allow_extra_args(false);
  }

  void add_founding() {
    auto& operators = command(app_, "operator", "The Hub's operators", {});
    operators.require_subcommand(1);
    auto& operator_add =
        command(operators, "add", "Add an operator; the password is read from standard input",
                [this] { add_operator(common_, operator_); });
    person_options(operator_add, "", operator_);

    auto& centres = command(app_, "centre", "Exam centres", {});
    centres.require_subcommand(1);
    auto& centre_add =
        command(centres, "add", "Add a centre and its Centre Admin; the password is read from standard input",
                [this] { add_centre(common_, centre_); });
    option(centre_add, "--number", centre_.number, "Centre number, five digits")->required();
    option(centre_add, "--name", centre_.name, "The centre's name")->required();
    person_options(centre_add, "admin-", centre_.admin);
  }

  void add_upkeep() {
    command(app_, "migrate", "Bring the database's tables up to date", [this] { migrate(common_); });
    auto& assessment = command(app_, "assessment", "Assessments", {});
    assessment.require_subcommand(1);
    auto& import = command(assessment, "import", "Publish assessments from YAML files: all of them, or none",
                           [this] { import_assessments(common_, files_); });
    import.add_option("files", files_, "One file for each assessment")->required();
    auto& withdraw =
        command(assessment, "withdraw", "Let nobody take an assessment any more; nothing of it is lost",
                [this] { withdraw_assessment(common_, slug_); });
    withdraw.add_option("slug", slug_, "The assessment's slug")->required();
    auto& again = command(assessment, "restore", "Let people take a withdrawn assessment again",
                          [this] { restore_assessment(common_, slug_); });
    again.add_option("slug", slug_, "The assessment's slug")->required();
    command(app_, "demo", "Fill an empty database with a centre to look at, and print its sign-ins",
            [this] { fill_demo(common_); });
    auto& backup = command(app_, "backup", "Copy an SQLite database to a file, while it serves",
                           [this] { back_up(common_, file_); });
    backup.add_option("file", file_, "The file to write")->required();
    auto& restoring =
        command(app_, "restore", "Put such a copy in the database's place, also while it serves",
                [this] { restore(common_, file_); });
    restoring.add_option("file", file_, "The file to read")->required();
  }

  CLI::App app_{"Exams Hub: training and assessment of the people who run a centre's exams", "exams-hub"};
  Common common_;
  ServeSettings serve_;
  PersonSettings operator_;
  CentreSettings centre_;
  std::string file_;
  std::vector<std::string> files_;
  std::string slug_;
  std::function<void()> chosen_;
};

}  // namespace

int run(int argc, char** argv) {
  return CommandLine().run(argc, argv);
}

}  // namespace app
