# exams_fuzzer(NAME SOURCE [DEPENDS module...])
# A libFuzzer program, built with the preset `fuzz` only. Its corpus is replayed by an ordinary test of the module.
if(EXAMS_HUB_FUZZ)
  # libstdc++'s own stable_sort is deprecated in clang's eyes.
  add_compile_options(-fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=undefined -Wno-deprecated-declarations)
  add_link_options(-fsanitize=address,undefined)
endif()

function(exams_fuzzer name source)
  cmake_parse_arguments(ARG "" "" "DEPENDS" ${ARGN})
  if(NOT EXAMS_HUB_FUZZ)
    return()
  endif()
  add_executable(${name} ${source})
  list(TRANSFORM ARG_DEPENDS PREPEND exams_)
  target_link_libraries(${name} PRIVATE ${ARG_DEPENDS} exams_flags PkgConfig::fmt)
  target_link_options(${name} PRIVATE -fsanitize=fuzzer)
endfunction()
