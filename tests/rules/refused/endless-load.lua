-- expect: stopped after
while true do end
