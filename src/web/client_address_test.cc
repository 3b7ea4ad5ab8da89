#include "web/client_address.h"

#include <gtest/gtest.h>

namespace web {
namespace {

std::string normal(std::string_view text) {
  const auto address = Address::from(text);
  return address ? address->text() : "none";
}

bool holds(std::string_view network, std::string_view address) {
  return Network::from(network).value().holds(Address::from(address).value());
}

std::string client(std::vector<std::string> lines, std::vector<std::string> trusted,
                   std::string_view peer = "127.0.0.1") {
  Headers headers{{"host", "hub"}};
  for (auto& line : lines) headers.emplace_back("x-forwarded-for", std::move(line));
  std::vector<Network> networks;
  for (const auto& text : trusted) networks.push_back(Network::from(text).value());
  return client_address(Address::from(peer).value(), networks, headers).text();
}

TEST(ClientAddress, IsReadHoweverProxiesWriteIt) {
  EXPECT_EQ(normal("192.0.2.1"), "192.0.2.1");
  EXPECT_EQ(normal("192.0.2.1:5678"), "192.0.2.1");
  EXPECT_EQ(normal("2001:DB8:0::1"), "2001:db8::1");
  EXPECT_EQ(normal("[2001:db8::1]"), "2001:db8::1");
  EXPECT_EQ(normal("[::1]:99"), "::1");
  EXPECT_EQ(normal("::ffff:192.0.2.1"), "192.0.2.1");
  EXPECT_EQ(normal("fe80::1%eth0"), "fe80::1");
  for (const auto* text :
       {"", "unknown", "192.0.2", "192.0.2.256", "[::1", "[::1]x", "::g", "1:2", "_hidden"}) {
    EXPECT_EQ(normal(text), "none") << text;
  }
}

TEST(ClientAddress, OfANetworkIsToldBitByBit) {
  EXPECT_TRUE(holds("10.0.0.0/8", "10.255.1.2"));
  EXPECT_FALSE(holds("10.0.0.0/8", "11.0.0.1"));
  EXPECT_TRUE(holds("192.0.2.8/29", "192.0.2.15"));
  EXPECT_FALSE(holds("192.0.2.8/29", "192.0.2.16"));
  EXPECT_TRUE(holds("10.1.2.3/8", "10.9.9.9"));
  EXPECT_TRUE(holds("0.0.0.0/0", "203.0.113.9"));
  EXPECT_FALSE(holds("0.0.0.0/0", "2001:db8::1"));
  EXPECT_TRUE(holds("2001:db8::/33", "2001:db8:7fff::1"));
  EXPECT_FALSE(holds("2001:db8::/33", "2001:db8:8000::1"));
  EXPECT_TRUE(holds("::1", "::1"));
  EXPECT_FALSE(holds("127.0.0.1", "127.0.0.2"));
  EXPECT_TRUE(holds("127.0.0.1", "::ffff:127.0.0.1"));
  for (const auto* text :
       {"", "/8", "10.0.0.0/", "10.0.0.0/33", "10.0.0.0/x", "::/129", "10.0.0.0/-1", "hub"}) {
    EXPECT_FALSE(Network::from(text)) << text;
  }
}

TEST(ClientAddress, IsTheNearestThatIsNoProxy) {
  EXPECT_EQ(client({"6.6.6.6, 192.0.2.7"}, {"127.0.0.1"}), "192.0.2.7");
  EXPECT_EQ(client({"6.6.6.6, 192.0.2.7, 10.0.0.4"}, {"127.0.0.1", "10.0.0.0/8"}), "192.0.2.7");
  EXPECT_EQ(client({"192.0.2.7:5678"}, {"127.0.0.0/8"}), "192.0.2.7");
  EXPECT_EQ(client({"[2001:db8::7]:99"}, {"::1"}, "::1"), "2001:db8::7");
  EXPECT_EQ(client({"10.0.0.5, 10.0.0.4"}, {"127.0.0.1", "10.0.0.0/8"}), "10.0.0.5");
  EXPECT_EQ(client({}, {"127.0.0.1"}), "127.0.0.1");
  EXPECT_EQ(client({"192.0.2.7"}, {}), "127.0.0.1");
}

TEST(ClientAddress, WasTakenFromTheLineThatTheClientHadSentItself) {
  EXPECT_EQ(client({"6.6.6.6", "192.0.2.7"}, {"127.0.0.1"}), "192.0.2.7");
}

TEST(ClientAddress, IsNotBelievedBeyondWhatCannotBeRead) {
  EXPECT_EQ(client({"nonsense"}, {"127.0.0.1"}), "127.0.0.1");
  EXPECT_EQ(client({"192.0.2.7, unknown, 10.0.0.4"}, {"127.0.0.1", "10.0.0.0/8"}), "10.0.0.4");
  EXPECT_EQ(client({"192.0.2.7,"}, {"127.0.0.1"}), "127.0.0.1");
}

TEST(ClientAddress, CountsAllOfAnIpv6Networks64AsOne) {
  EXPECT_EQ(counted_address("2001:db8:1:2:3:4:5:6"), "2001:db8:1:2::/64");
  EXPECT_EQ(counted_address("2001:db8:1:2::9"), "2001:db8:1:2::/64");
  EXPECT_EQ(counted_address("192.0.2.7"), "192.0.2.7");
  EXPECT_EQ(counted_address("::ffff:192.0.2.7"), "192.0.2.7");
  EXPECT_EQ(counted_address(""), "");
}

}  // namespace
}  // namespace web
