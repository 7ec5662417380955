-- wrk asks for the addresses of a file in turn, and tells what it counted.
local paths = {}
local place = 0

function init(arguments)
  for line in io.lines(arguments[1]) do
    paths[#paths + 1] = line
  end
end

function request()
  place = place % #paths + 1
  return wrk.format("GET", paths[place])
end

function done(summary)
  local errors = summary.errors
  io.write(string.format(
    "counted %d %d %d\n", summary.requests, summary.duration,
    errors.status + errors.connect + errors.timeout
  ))
end
