# Builds frontend/ (stylesheet, script, icons: hashed names, compressed) and compiles the files in (src/html/assets.h).
find_program(NODE node REQUIRED)
set(frontend ${CMAKE_SOURCE_DIR}/frontend)
set(out ${CMAKE_BINARY_DIR}/frontend)
file(GLOB_RECURSE frontend_sources CONFIGURE_DEPENDS ${frontend}/src/*.js ${frontend}/src/*.css ${frontend}/src/*.svg)
file(GLOB frontend_builders CONFIGURE_DEPENDS ${frontend}/*.mjs ${frontend}/steps/*.mjs)
# What the stylesheet and the icons are chosen by.
set(frontend_users ${sources} ${templates})
list(FILTER frontend_users INCLUDE REGEX "\\.html$|/src/html/|/pages/")

add_custom_command(OUTPUT ${out}/installed
  COMMAND ${frontend}/install
  COMMAND ${CMAKE_COMMAND} -E make_directory ${out}
  COMMAND ${CMAKE_COMMAND} -E touch ${out}/installed
  DEPENDS ${frontend}/install ${frontend}/package.json ${frontend}/package-lock.json
  COMMENT "Fetching the parts of the pages")
add_custom_command(OUTPUT ${out}/assets.S ${out}/embedded_assets.cc ${out}/known_passwords.txt
  COMMAND ${NODE} ${frontend}/build.mjs ${out}
  DEPENDS ${out}/installed ${frontend_sources} ${frontend_builders} ${frontend_users}
  COMMENT "Building the stylesheet, the script and the icons")
target_sources(exams_hub PRIVATE ${out}/assets.S ${out}/embedded_assets.cc)
exams_embed(exams_hub known_passwords frontend ${out}/known_passwords.txt)
