# exams_module(NAME [DEPENDS module...] [LIBRARIES library...] [TEST_DEPENDS module...])
# One folder is one static library. Its *_test.cc files become NAME_tests; its pages/ folder, where it has one, is a
# library of its own (exams_pages), so that rules cannot see HTTP.
add_library(exams_flags INTERFACE)
target_compile_options(exams_flags INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wnon-virtual-dtor
                       -Woverloaded-virtual -Werror -fno-omit-frame-pointer)
# At -O2 g++ 12 reports overflows inside std::string that are not there (its bugs 105329 and 105651); the asan preset looks
# for real ones.
target_compile_options(exams_flags INTERFACE
                       $<$<CONFIG:Release>:-Wno-array-bounds;-Wno-restrict;-Wno-stringop-overflow>)
target_compile_definitions(exams_flags INTERFACE _GLIBCXX_ASSERTIONS)
target_include_directories(exams_flags INTERFACE ${CMAKE_SOURCE_DIR}/src)

if(NOT EXISTS ${CMAKE_BINARY_DIR}/pch.cc)
  file(WRITE ${CMAKE_BINARY_DIR}/pch.cc "")
endif()
set(exams_common_headers <algorithm> <array> <chrono> <cstdint> <expected> <filesystem> <functional> <map> <memory>
  <mutex> <optional> <span> <stdexcept> <string> <string_view> <thread> <unordered_map> <utility> <variant> <vector>
  <fmt/format.h>)
add_library(exams_pch STATIC ${CMAKE_BINARY_DIR}/pch.cc)
target_link_libraries(exams_pch PRIVATE exams_flags Threads::Threads PkgConfig::fmt)
target_precompile_headers(exams_pch PRIVATE ${exams_common_headers})

# The tests' own code is not worth optimising: it is compiled often and runs once.
if(EXAMS_HUB_TESTS)
  add_library(exams_test_flags INTERFACE)
  target_compile_options(exams_test_flags INTERFACE $<$<CONFIG:Release>:-O0>)
  add_library(exams_test_pch STATIC ${CMAKE_BINARY_DIR}/pch.cc)
  target_link_libraries(exams_test_pch PRIVATE exams_flags exams_test_flags Threads::Threads PkgConfig::fmt GTest::gmock)
  target_precompile_headers(exams_test_pch PRIVATE ${exams_common_headers} <gmock/gmock.h> <gtest/gtest.h>)
endif()

function(exams_library target)
  cmake_parse_arguments(ARG "" "" "SOURCES;DEPENDS;LIBRARIES" ${ARGN})
  add_library(${target} STATIC ${ARG_SOURCES})
  list(TRANSFORM ARG_DEPENDS PREPEND exams_)
  target_link_libraries(${target} PUBLIC ${ARG_DEPENDS} PRIVATE exams_flags PkgConfig::fmt Threads::Threads ${ARG_LIBRARIES})
  target_precompile_headers(${target} REUSE_FROM exams_pch)
endfunction()

function(exams_test target)
  cmake_parse_arguments(ARG "" "" "SOURCES;DEPENDS;LIBRARIES" ${ARGN})
  if(NOT EXAMS_HUB_TESTS OR NOT ARG_SOURCES)
    return()
  endif()
  add_executable(${target} ${ARG_SOURCES})
  list(TRANSFORM ARG_DEPENDS PREPEND exams_)
  target_link_libraries(${target} PRIVATE ${ARG_DEPENDS} exams_flags exams_test_flags PkgConfig::fmt ${ARG_LIBRARIES}
                        GTest::gmock GTest::gtest_main)
  target_precompile_headers(${target} REUSE_FROM exams_test_pch)
  gtest_discover_tests(${target} WORKING_DIRECTORY ${CMAKE_SOURCE_DIR} DISCOVERY_TIMEOUT 60 PROPERTIES TIMEOUT 300)
endfunction()

function(exams_module name)
  cmake_parse_arguments(ARG "" "" "DEPENDS;LIBRARIES;TEST_DEPENDS;TEST_LIBRARIES" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cc ${CMAKE_CURRENT_SOURCE_DIR}/*.S)
  file(GLOB tests CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*_test.cc)
  list(REMOVE_ITEM sources ${tests} ${CMAKE_CURRENT_SOURCE_DIR}/main.cc)
  exams_library(exams_${name} SOURCES ${sources} DEPENDS ${ARG_DEPENDS} LIBRARIES ${ARG_LIBRARIES})
  exams_test(${name}_tests SOURCES ${tests} DEPENDS ${name} ${ARG_TEST_DEPENDS} LIBRARIES ${ARG_LIBRARIES} ${ARG_TEST_LIBRARIES})
endfunction()

# exams_pages(FEATURE [DEPENDS module...] [LIBRARIES library...])
# The feature's pages/ folder. Its *_test.cc files drive whole pages through the app: tests/CMakeLists.txt builds them.
function(exams_pages feature)
  cmake_parse_arguments(ARG "" "" "DEPENDS;LIBRARIES" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/pages/*.cc)
  file(GLOB tests CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/pages/*_test.cc)
  if(tests)
    list(REMOVE_ITEM sources ${tests})
  endif()
  exams_library(exams_${feature}_pages SOURCES ${sources} DEPENDS ${feature} ${ARG_DEPENDS} LIBRARIES ${ARG_LIBRARIES})
  set_property(GLOBAL APPEND PROPERTY EXAMS_PAGE_TESTS ${tests})
endfunction()
