#include "features/sign_in/session.h"

#include <gtest/gtest.h>

namespace sign_in {
namespace {

const base::Instant start = base::from_millis(1'795'442'700'000);
const Span fresh{start, start};

TEST(SessionSpan, is_open_until_half_an_hour_after_it_was_last_seen) {
  EXPECT_TRUE(fresh.open(start));
  EXPECT_TRUE(fresh.open(start + 30min - 1ms));
  EXPECT_FALSE(fresh.open(start + 30min));
}

TEST(SessionSpan, is_over_after_eight_hours_however_busy) {
  const Span busy{start, start + 8h - 1min};
  EXPECT_TRUE(busy.open(start + 8h - 1ms));
  EXPECT_FALSE(busy.open(start + 8h));
  EXPECT_EQ(busy.absolute_until(), start + 8h);
}

TEST(SessionSpan, is_worth_noting_as_seen_at_most_once_a_minute) {
  EXPECT_FALSE(fresh.worth_noting(start + 59s));
  EXPECT_TRUE(fresh.worth_noting(start + 1min));
}

struct Agent {
  const char* header;
  const char* name;
};

TEST(BrowserName, says_which_browser_on_what) {
  for (const auto& [header, name] : {
           Agent{"Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:132.0) Gecko/20100101 Firefox/132.0",
                 "Firefox on Windows"},
           Agent{"Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
                 "Chrome/130.0.0.0 "
                 "Safari/537.36 Edg/130.0.0.0",
                 "Edge on Windows"},
           Agent{"Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) "
                 "Chrome/130.0.0.0 "
                 "Safari/537.36",
                 "Chrome on ChromeOS"},
           Agent{"Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) "
                 "Version/18.0 "
                 "Safari/605.1.15",
                 "Safari on a Mac"},
           Agent{"Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like "
                 "Gecko) "
                 "CriOS/130.0.0.0 Mobile/15E148 Safari/604.1",
                 "Chrome on iPhone"},
           Agent{"Mozilla/5.0 (Linux; Android 14; SM-S911B) AppleWebKit/537.36 (KHTML, like Gecko) "
                 "SamsungBrowser/26.0 Chrome/122.0.0.0 Mobile Safari/537.36",
                 "Samsung Internet on Android"},
           Agent{"Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0",
                 "Firefox on Linux"},
       }) {
    EXPECT_EQ(browser_name(header), name);
  }
}

TEST(BrowserName, says_so_where_it_cannot_tell) {
  EXPECT_EQ(browser_name(""), "An unknown browser");
  EXPECT_EQ(browser_name("<script>alert(1)</script>"), "An unknown browser");
  EXPECT_EQ(browser_name("curl/7.88 (Linux)"), "An unknown browser on Linux");
}

}  // namespace
}  // namespace sign_in
