#include <gtest/gtest.h>

#include "app/admin_routes.h"
#include "support/test_database.h"

namespace app {
namespace {

using namespace std::chrono_literals;

int readiness(std::chrono::steady_clock::duration stood_still) {
  test::TestDatabase database(db::Dialect::sqlite);
  const web::Metrics metrics;
  AdminRoutes admin(*database, metrics, [&] { return stood_still; });
  web::Request request;
  request.path = "/readyz";
  return admin.dispatcher().respond(request).status;
}

TEST(Readiness, was_told_while_no_file_could_be_read_any_more) {
  EXPECT_EQ(readiness(0s), 200);
  EXPECT_EQ(readiness(9s), 200);
  EXPECT_EQ(readiness(10s), 503);
}

}  // namespace
}  // namespace app
