# exams_embed_templates(TARGET [TESTING])
# Compiles every src/**/*.html into TARGET, named by its path below src/ (html/templates.h). Those in testing/ folders are for
# tests alone.
function(exams_embed_templates target)
  cmake_parse_arguments(ARG "TESTING" "" "" ${ARGN})
  set(root ${CMAKE_SOURCE_DIR}/src)
  file(GLOB_RECURSE paths CONFIGURE_DEPENDS RELATIVE ${root} ${root}/*.html)
  if(NOT ARG_TESTING)
    list(FILTER paths EXCLUDE REGEX "/testing/")
  endif()
  set(bytes ".section .rodata\n")
  set(rows "")
  set(externs "")
  set(index 0)
  foreach(path IN LISTS paths)
    set(symbol ${target}_template_${index})
    string(APPEND bytes ".global ${symbol}\n${symbol}:\n.incbin \"${root}/${path}\"\n.global ${symbol}_end\n${symbol}_end:\n.byte 0\n")
    string(APPEND externs "extern const char ${symbol}[], ${symbol}_end[];\n")
    string(APPEND rows "      {\"${path}\", {${symbol}, ${symbol}_end}},\n")
    math(EXPR index "${index} + 1")
  endforeach()
  string(APPEND bytes ".section .note.GNU-stack,\"\",@progbits\n")
  set(generated ${CMAKE_CURRENT_BINARY_DIR}/${target}_templates)
  file(CONFIGURE OUTPUT ${generated}/templates.S CONTENT "${bytes}" @ONLY)
  file(CONFIGURE OUTPUT ${generated}/embedded_templates.cc @ONLY CONTENT "#include \"html/templates.h\"

extern \"C\" {
${externs}}

namespace html {

std::span<const EmbeddedTemplate> embedded_templates() {
  static const EmbeddedTemplate all[] = {
${rows}  };
  return all;
}

}  // namespace html
")
  list(TRANSFORM paths PREPEND ${root}/)
  set_source_files_properties(${generated}/templates.S PROPERTIES OBJECT_DEPENDS "${paths}")
  target_sources(${target} PRIVATE ${generated}/templates.S ${generated}/embedded_templates.cc)
endfunction()
