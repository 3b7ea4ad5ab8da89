-- Posts what the lines of a file say, one after the other and again from the first: path, cookie and body, with tabs between.
local requests, at = {}, 0

function init(arguments)
  for line in io.lines(arguments[1]) do
    local path, cookie, body = line:match("^([^\t]*)\t([^\t]*)\t(.*)$")
    local headers = {Cookie = cookie, ["Content-Type"] = "application/x-www-form-urlencoded"}
    table.insert(requests, wrk.format("POST", path, headers, body))
  end
end

function request()
  at = at % #requests + 1
  return requests[at]
end
