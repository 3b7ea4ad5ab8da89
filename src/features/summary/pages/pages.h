// The handlers of the User Summary, for the route table. User managers only.
#pragma once

#include "db/database.h"
#include "web/route.h"

namespace summary::pages {

web::Handler summary(db::Database&);       // GET /summary
web::Handler summary_xlsx(db::Database&);  // GET /summary.xlsx: heavy
web::Handler summary_csv(db::Database&);   // GET /summary.csv: heavy

}  // namespace summary::pages
