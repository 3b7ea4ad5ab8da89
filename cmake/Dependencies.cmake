# Every library from outside, all Debian 12 packages (scripts/install lists them).
find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
find_package(Boost 1.81 REQUIRED COMPONENTS url json)
find_package(CLI11 REQUIRED)
foreach(package IN ITEMS fmt spdlog sqlite3 libpq libsodium libctemplate libzip expat xlsxwriter
                         icu-i18n icu-uc yaml-cpp libcmark libarchive libqrencode
                         pangocairo)
  string(MAKE_C_IDENTIFIER ${package} id)
  pkg_check_modules(${id} REQUIRED IMPORTED_TARGET ${package})
endforeach()
# -pthread defines _REENTRANT, which the precompiled header was made without; Threads::Threads is linked anyway.
set_property(TARGET PkgConfig::pangocairo PROPERTY INTERFACE_COMPILE_OPTIONS "")
