// How many files, sockets and database connections the process may have open.
#pragma once

#include <cstddef>

namespace web {

// Raises the soft limit to the hard one, which the soft one of 1,024 is there to spare select() from; what is
// allowed now.
std::size_t raise_descriptor_limit();

// How many of them connections may have: the rest is kept back for the database, files being read and the
// admin address.
std::size_t descriptors_for_connections(std::size_t allowed, std::size_t kept_back);

}  // namespace web
