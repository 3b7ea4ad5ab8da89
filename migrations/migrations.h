// Every migration of this binary, in order; db::migrate runs them.
#pragma once

#include <span>

#include "db/migrations.h"

std::span<const db::Migration> all_migrations();
