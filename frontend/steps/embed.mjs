// The sources that put the files into the binary: the bytes as assembly, the table as C++ (html/assets.h).

const encodings = ['identity', 'gzip', 'br'];
const symbol = (asset, encoding) => `exams_asset_${asset.key}_${encoding}`;

export function assembly(assets) {
  const parts = assets.flatMap((asset) =>
    encodings.map((encoding) => {
      const name = symbol(asset, encoding);
      return `.global ${name}\n${name}:\n.incbin "${asset.paths[encoding]}"\n.global ${name}_end\n${name}_end:\n.byte 0\n`;
    }),
  );
  return `.section .rodata\n${parts.join('')}.section .note.GNU-stack,"",@progbits\n`;
}

export function table(assets) {
  const externs = assets.flatMap((asset) =>
    encodings.map((encoding) => `extern const char ${symbol(asset, encoding)}[], ${symbol(asset, encoding)}_end[];\n`),
  );
  const bytes = (asset, encoding) => `{${symbol(asset, encoding)}, ${symbol(asset, encoding)}_end}`;
  const rows = assets.map(
    (asset) =>
      `      {.path = "${asset.name}",\n       .type = "${asset.type}",\n       .identity = ${bytes(asset, 'identity')},\n` +
      `       .gzip = ${bytes(asset, 'gzip')},\n       .br = ${bytes(asset, 'br')}},\n`,
  );
  const addresses = assets.map((asset) => `std::string_view ${asset.key}_address() { return "/static/${asset.name}"; }\n`);
  return `#include "html/assets.h"

extern "C" {
${externs.join('')}}

namespace html {

std::span<const web::Asset> assets() {
  static const web::Asset all[] = {
${rows.join('')}  };
  return all;
}

${addresses.join('')}
}  // namespace html
`;
}
