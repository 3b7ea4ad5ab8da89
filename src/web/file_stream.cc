#include "web/file_stream.h"

#include "base/unavailable.h"

namespace web {
namespace {

constexpr std::size_t piece_bytes = 64 << 10;

}  // namespace

std::optional<std::string> FileStream::next() {
  std::string piece(piece_bytes, '\0');
  in_.read(piece.data(), static_cast<std::streamsize>(piece.size()));
  piece.resize(static_cast<std::size_t>(in_.gcount()));
  if (in_.bad() || !in_.is_open()) throw base::Unavailable("a temporary file could not be read back");
  if (piece.empty()) return std::nullopt;
  return piece;
}

}  // namespace web
