/*
The data of a file (guide/handouts/compressed_json.py): `~` with a distance and a length stands for what was said
before.
*/
function unpack(text) {
  "use strict";
  var said = "", i;
  function number(at) {
    var code = text.charCodeAt(at);
    return code - 35 - (code > 60) - (code > 92);
  }
  for (i = 0; i < text.length; i++) {
    if (text.charAt(i) === "~") {
      said += said.substr(said.length - 89 * number(i + 1) - number(i + 2), number(i + 3) + 5);
      i += 3;
    } else said += text.charAt(i);
  }
  return JSON.parse(said);
}
