// Small files that people uploaded to other systems, each with what must come of it (tests/cases; those below
// tests/cases/centres are the same with a centre in each row). Named by the fault that each was a case of,
// F..., or P... for what held already. How they are read is the same for every kind of upload; a test for
// each holds it.
#pragma once

#include <fstream>
#include <ostream>
#include <sstream>
#include <string>
#include <vector>

namespace test {

struct UploadCase {
  std::string file;
  std::size_t ready;
  std::vector<std::string> said;  // all of these: of people that are ready, problems, notes, or the refusal

  std::string bytes(const std::string& folder) const {
    std::ostringstream bytes;
    bytes << std::ifstream("tests/cases/" + folder + file, std::ios::binary).rdbuf();
    return std::move(bytes).str();
  }
  std::string name() const {
    std::string name = file;
    for (char& c : name) {
      if (c == '-' || c == '.') c = '_';
    }
    return name;
  }
};
inline void PrintTo(const UploadCase& of, std::ostream* out) {
  *out << of.file;
}

inline const std::vector<UploadCase>& upload_cases() {
  const std::vector<std::string> three = {"Siân Llŷr", "Zoë O'Neil", "Ann Lee"};
  const std::string never = "row 2 Email: This cell is a formula that was never calculated";
  static const std::vector<UploadCase> all = {
      {"F01-repeated-columns.ods", 0, {"refused: "}},
      {"F02-utf8-with-u0092.csv",
       2,
       {"Siân Llŷr", "Ann Lee", "row 3 Last name: ", "U+0092 (“’” of an old program)"}},
      {"F03-email-left-to-right-mark.csv", 0, {"row 2 Email: ", "U+200E (left-to-right mark)"}},
      {"F03c-email-word-joiner.csv", 0, {"row 2 Email: ", "U+2060 (word joiner)"}},
      {"F04-email-in-single-quotes.csv", 0, {"row 2 Email: ", "'ann.q@field.example' is in quotation marks"}},
      {"F07-email-typographic-apostrophe.csv", 0, {"row 2 Email: ", "“’” (U+2019)"}},
      {"F08-vertical-tab-in-one-cell.csv",
       2,
       {"Siân Llŷr", "Ann Lee", "row 3 Last name: ", "U+000B (vertical tab)"}},
      {"F08b-nul-in-one-cell.csv", 2, {"Ann Lee", "Cy Day", "row 3 Last name: ", "U+0000 (NUL)"}},
      {"F09-letters-lost-question-marks.csv",
       1,
       {"Ann Lee", "row 2 Last name: “Ll?r” lost letters", "row 3 First name: ", "a letter that was lost"}},
      {"F10-rows-hidden-by-a-filter.xlsx", 4, {"Filtered Away", "Row 5 is hidden in your file"}},
      {"F11-second-sheet-of-users.xlsx", 3, {"The sheet “More users” has"}},
      {"F12-macintosh-csv.csv",
       3,
       {"Zoë Müller", "José Nuñez", "Anne-Françoise Lefèvre", "Western European (Macintosh)"}},
      {"F13-fraction-as-password.xlsx", 1, {"password 734912.850617"}},
      {"F14-one-row-element-for-each-cell.xlsx", 3, three},
      {"F15-empty-style-attribute.xlsx", 1, {"Siân Llŷr"}},
      {"F18-ods-string-value-attribute.ods", 1, {"Ann Lee"}},
      {"F20-equals-quoted-text.csv", 1, {"Ann Lee", "password 734912850617"}},
      {"F21-impossible-domains.csv",
       0,
       {"row 2 Email: “ann@-field-.example”", "row 3 Email: “ann@field.123”", "row 4 Email: ", "“?”",
        "row 5 Email: ", "“#”"}},
      {"F21c-slash-behind-the-domain.csv", 0, {"row 2 Email: ", "“/”"}},
      {"F22-invisible-name.csv", 0, {"row 2 First name: ", "row 2 Last name: ", "nothing that can be seen"}},
      {"F23-typographic-password.csv",
       0,
       {"row 2 Password: ", "“’” (U+2019)", "row 3 Password: ", "U+00AD (soft hyphen)",
        "row 4 Password: ", "“–” (U+2013)"}},
      {"P-C02-utf16-tabs.csv", 3, three},
      {"P-C04-bom-and-sep.csv", 3, three},
      {"P-C05-cr-only.csv", 3, three},
      {"P-C14-quotes-inside-fields.csv", 2, {"Ann \"Annie\" Lee", "Bob O\"Dea"}},
      {"P-C17-line-break-in-quotes.csv",
       0,
       {"row 2 First name: The first name holds a line break", "row 3 Email: “bad” is not"}},
      {"P-C18-blank-rows-of-delimiters.csv", 3, three},
      {"P-C19-comma-in-password.csv", 0, {"row 2 : This row has more cells than there are headings"}},
      {"P-C22-headings-in-other-words.csv", 3, three},
      {"P-C25-same-email-other-case.csv",
       0,
       {"row 2 Email: The same email is in rows 2 and 3", "row 3 Email: The same email"}},
      {"P-C30-unclosed-quote.csv", 0, {"refused: A quotation mark that opens in row 2 is never closed"}},
      {"P-E12-straight-apostrophe-email.csv", 1, {"zoe.o'neil@field.example"}},
      {"P-E20-nfc-and-nfd-email.csv", 0, {"row 2 Email: The same email", "row 3 Email: The same email"}},
      {"P-N03-right-to-left-override-name.csv", 0, {"row 2 First name: ", "U+202E (right-to-left override)"}},
      {"P-N08-formula-names.csv", 1, {"=1+1 @SUM(A1)"}},
      {"P-O01-million-blank-rows.ods", 3, three},
      {"P-O02-repeated-rows-with-content.ods",
       1,
       {"row 2 Email: The same email", "row 3 Email: The same email", "Zoë O'Neil"}},
      {"P-O05-link-and-spans.ods", 1, {"Ann-Marie  Jo Lee"}},
      {"P-O07-hidden-table-first.ods", 3, three},
      {"P-O10-two-equal-cells-as-one.ods", 1, {"Lee Lee"}},
      {"P-X01-hyperlinked-emails.xlsx", 3, three},
      {"P-X04-phonetic-runs.xlsx", 1, {"太郎 山田"}},
      {"P-X05-strict-ooxml.xlsx", 3, three},
      {"P-X06-no-cell-references.xlsx", 3, three},
      {"P-X08-prefixed-namespaces.xlsx", 3, three},
      {"P-X09-other-part-names.xlsx", 3, three},
      {"P-X12-backslashes-in-part-names.xlsx", 3, three},
      {"P-X14-x000d.xlsx", 1, {"Ann Lee"}},
      {"P-X15-numbers-dates-errors.xlsx",
       3,
       {"row 2 Password: This cell is a longer number", "row 5 Password: This cell is a longer number",
        "row 6 First name: This cell is a date", "row 7 Last name: This cell shows the error #N/A",
        "row 9 Last name: This cell is a formula", "row 10 Last name: This cell is a date", "Ann TRUE",
        "password 734912850617"}},
      {"P-X16-formula-never-calculated.xlsx", 0, {never}},
      {"P-X17-trailing-formula-rows.xlsx", 3, three},
      {"P-X18-hidden-sheets-first.xlsx", 3, three},
      {"P-X23-table-list-comment-protected.xlsx", 3, three},
      {"P-X29-note-far-right.xlsx", 0, {"refused: Column ZZ has something in it in row 2"}},
      {"P-X45-cdata.xlsx", 3, three},
      {"P-X48-same-part-twice.xlsx", 0, {"refused: The file is damaged"}},
  };
  return all;
}

}  // namespace test
