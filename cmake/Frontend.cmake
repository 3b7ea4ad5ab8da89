# exams_embed_frontend(TARGET)
# Builds frontend/ (stylesheet, script, icons: hashed names, compressed) and compiles the files into TARGET
# (html/assets.h).
find_program(NODE node REQUIRED)

function(exams_embed_frontend target)
  set(frontend ${CMAKE_SOURCE_DIR}/frontend)
  set(out ${CMAKE_BINARY_DIR}/frontend)
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${frontend}/src/*.js ${frontend}/src/*.css ${frontend}/src/*.svg)
  file(GLOB builders CONFIGURE_DEPENDS ${frontend}/*.mjs ${frontend}/steps/*.mjs)
  # What the stylesheet and the icons are chosen by.
  file(GLOB_RECURSE users CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/*.html ${CMAKE_SOURCE_DIR}/src/html/*.cc ${CMAKE_SOURCE_DIR}/src/features/*/pages/*.cc)
  list(FILTER users EXCLUDE REGEX "_test\\.cc$")

  add_custom_command(OUTPUT ${out}/installed
    COMMAND ${frontend}/install
    COMMAND ${CMAKE_COMMAND} -E make_directory ${out}
    COMMAND ${CMAKE_COMMAND} -E touch ${out}/installed
    DEPENDS ${frontend}/install ${frontend}/package.json ${frontend}/package-lock.json
    COMMENT "Fetching the parts of the pages")
  add_custom_command(OUTPUT ${out}/assets.S ${out}/embedded_assets.cc
    COMMAND ${NODE} ${frontend}/build.mjs ${out}
    DEPENDS ${out}/installed ${sources} ${builders} ${users}
    COMMENT "Building the stylesheet, the script and the icons")
  target_sources(${target} PRIVATE ${out}/assets.S ${out}/embedded_assets.cc)
endfunction()
