// The handlers of + Upload Users, for the route table, all for user managers.
#pragma once

#include "features/uploads/pages/pages.h"

namespace user_upload::pages {

uploads::pages::Site site();  // below /users

}  // namespace user_upload::pages
