// What the lists of readers and of operators share: search, paging, one row a document.
#pragma once

#include <string_view>

#include "db/database.h"
#include "features/resources/resource_store.h"
#include "html/page.h"
#include "html/paging.h"
#include "web/request.h"

namespace resources::pages {

struct Found {
  ListPage page;
  html::Paging paging;
};
Found load_list(db::Database&, const web::Request&);

// Filters, rows (their addresses below `path`), paging; the empty state where nothing is there.
void show_list(html::View&, const web::Request&, const Found&, std::string_view path);

std::string kind_words(documents::DocumentKind);  // "PDF", "Word", "Excel"

}  // namespace resources::pages
