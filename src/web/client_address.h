// Who asks, by address: through the proxies that are believed, and as what they are counted.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace web {

// IPv4 is kept as ::ffff:0:0/96, so that an address is one thing however it was written.
class Address {
 public:
  // 192.0.2.1, 2001:db8::1, and with what proxies add: 192.0.2.1:5678, [2001:db8::1]:99, fe80::1%eth0.
  static std::optional<Address> from(std::string_view);

  std::string text() const;
  // Whoever has one IPv6 address has all of its /64: these count as one, 2001:db8::/64.
  std::string counted_as() const;

 private:
  friend class Network;
  bool is_v4() const;

  std::array<std::uint8_t, 16> bytes_{};
};

class Network {
 public:
  // 10.0.0.0/8, 2001:db8::/32, or a single address. Bits beyond the prefix do not matter.
  static std::optional<Network> from(std::string_view);
  bool holds(const Address&) const;

 private:
  Address address_;
  unsigned prefix_ = 128;
};

bool is_one_of(std::span<const Network>, const Address&);

using Headers = std::vector<std::pair<std::string, std::string>>;

// `peer`; where that is a trusted proxy, the nearest address of its X-Forwarded-For that is none. What
// stands there beyond something unreadable is not believed.
Address client_address(const Address& peer, std::span<const Network> trusted, const Headers&);

// The same for what is kept as text; text that is no address counts as itself.
std::string counted_address(std::string_view address);

}  // namespace web
