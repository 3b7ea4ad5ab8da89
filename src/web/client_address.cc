#include "web/client_address.h"

#include <arpa/inet.h>

#include <algorithm>

#include "base/number.h"
#include "web/wire_text.h"

namespace web {
namespace {

constexpr std::array<std::uint8_t, 12> v4_prefix{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF};

// Without brackets, port and zone.
std::string_view bare(std::string_view text) {
  if (text.starts_with('[')) {
    const auto end = text.find(']');
    if (end == std::string_view::npos) return {};
    const auto after = text.substr(end + 1);
    if (!after.empty() && after.front() != ':') return {};
    text = text.substr(1, end - 1);
  } else if (std::ranges::count(text, ':') == 1) {
    text = text.substr(0, text.find(':'));
  }
  return text.substr(0, text.find('%'));
}

// Of all its lines, in their order: HAProxy adds one of its own below what the client sent.
std::vector<std::string_view> forwarded_for(const Headers& headers) {
  std::vector<std::string_view> entries;
  for (const auto& [name, value] : headers) {
    if (name != "x-forwarded-for") continue;
    for (std::string_view rest = value;;) {
      const auto comma = rest.find(',');
      entries.push_back(stripped(rest.substr(0, comma)));
      if (comma == std::string_view::npos) break;
      rest.remove_prefix(comma + 1);
    }
  }
  return entries;
}

}  // namespace

std::optional<Address> Address::from(std::string_view text) {
  const std::string plain(bare(text));
  Address address;
  auto* bytes = address.bytes_.data();
  if (::inet_pton(AF_INET6, plain.c_str(), bytes) == 1) return address;
  std::ranges::copy(v4_prefix, bytes);
  if (::inet_pton(AF_INET, plain.c_str(), bytes + v4_prefix.size()) == 1) return address;
  return std::nullopt;
}

bool Address::is_v4() const {
  return std::ranges::equal(v4_prefix, std::span(bytes_).first(v4_prefix.size()));
}

std::string Address::text() const {
  std::array<char, INET6_ADDRSTRLEN> text{};
  if (is_v4()) {
    ::inet_ntop(AF_INET, bytes_.data() + v4_prefix.size(), text.data(), text.size());
  } else {
    ::inet_ntop(AF_INET6, bytes_.data(), text.data(), text.size());
  }
  return text.data();
}

std::string Address::counted_as() const {
  if (is_v4()) return text();
  Address network = *this;
  std::fill(network.bytes_.begin() + 8, network.bytes_.end(), std::uint8_t{0});
  return network.text() + "/64";
}

std::optional<Network> Network::from(std::string_view text) {
  Network network;
  const auto slash = text.find('/');
  const auto address = Address::from(text.substr(0, slash));
  if (!address) return std::nullopt;
  network.address_ = *address;
  if (slash == std::string_view::npos) return network;
  const auto digits = text.substr(slash + 1);
  const unsigned most = address->is_v4() ? 32 : 128;
  const auto prefix = base::number_from<unsigned>(digits);
  if (!prefix || *prefix > most) return std::nullopt;
  network.prefix_ = 128 - most + *prefix;
  return network;
}

bool Network::holds(const Address& other) const {
  for (unsigned bit = 0; bit < prefix_; bit += 8) {
    const auto differing = address_.bytes_[bit / 8] ^ other.bytes_[bit / 8];
    const unsigned count = std::min(8U, prefix_ - bit);
    if ((differing >> (8 - count)) != 0) return false;
  }
  return true;
}

bool is_one_of(std::span<const Network> networks, const Address& address) {
  return std::ranges::any_of(networks, [&](const Network& network) { return network.holds(address); });
}

Address client_address(const Address& peer, std::span<const Network> trusted, const Headers& headers) {
  Address nearest = peer;
  auto entries = forwarded_for(headers);
  while (is_one_of(trusted, nearest) && !entries.empty()) {
    const auto before = Address::from(entries.back());
    if (!before) break;
    nearest = *before;
    entries.pop_back();
  }
  return nearest;
}

std::string counted_address(std::string_view address) {
  const auto known = Address::from(address);
  return known ? known->counted_as() : std::string(address);
}

}  // namespace web
