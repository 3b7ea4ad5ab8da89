// An answer that is a file to keep: the right type and name, sent piece by piece.
#pragma once

#include <string>
#include <string_view>

#include "documents/table.h"
#include "documents/workbook.h"
#include "web/request.h"
#include "web/response.h"

namespace html {

enum class Format { csv, xlsx };

// By the address that was asked for: /audit.csv, or else Excel.
Format format_of(const web::Request&);
std::string_view words(Format);  // "CSV" or "Excel", for the audit

// `name` without its ending: "Audit 2026-11-23".
web::Response download(std::string_view name, Format, documents::Table);
web::Response download(std::string_view name, documents::Workbook);
web::Response download_workbook(std::string_view name, std::string bytes);  // in memory alone

// Any other kind of file.
web::Response download(std::string_view filename, std::string_view content_type,
                       std::unique_ptr<web::BodyStream>);

}  // namespace html
