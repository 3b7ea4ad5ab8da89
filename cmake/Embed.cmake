# exams_embed(TARGET WHAT ROOT FILE...)
# Compiles the files into TARGET: embedded::WHAT() (src/base/embedded.h) gives them in their order, named by their paths below ROOT.
function(exams_embed target what root)
  set(bytes ".section .rodata\n")
  set(externs "")
  set(rows "")
  foreach(file IN LISTS ARGN)
    cmake_path(RELATIVE_PATH file BASE_DIRECTORY ${CMAKE_SOURCE_DIR}/${root} OUTPUT_VARIABLE name)
    string(MAKE_C_IDENTIFIER "${target}_${what}_${name}" symbol)
    string(APPEND bytes ".global ${symbol}, ${symbol}_end\n${symbol}:\n.incbin \"${file}\"\n${symbol}_end:\n.byte 0\n")
    string(APPEND externs "extern const char ${symbol}[], ${symbol}_end[];\n")
    string(APPEND rows "    {\"${name}\", {${symbol}, ${symbol}_end}},\n")
  endforeach()
  string(APPEND bytes ".section .note.GNU-stack,\"\",@progbits\n")
  set(out ${CMAKE_BINARY_DIR}/embedded/${target}_${what})
  file(CONFIGURE OUTPUT ${out}.S CONTENT "${bytes}" @ONLY)
  file(CONFIGURE OUTPUT ${out}.cc @ONLY CONTENT "#include \"base/embedded.h\"

extern \"C\" {
${externs}}

std::span<const embedded::File> embedded::${what}() {
  static const File all[] = {
${rows}  };
  return all;
}
")
  set_property(SOURCE ${out}.S TARGET_DIRECTORY ${target} PROPERTY OBJECT_DEPENDS ${ARGN})
  target_sources(${target} PRIVATE ${out}.S ${out}.cc)
endfunction()
