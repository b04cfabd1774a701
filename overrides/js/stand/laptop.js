/* The page of the laptop: the code of its own address where it is served, what to open first where it is not. */
(function () {
  "use strict";
  var served = /^https?:$/.test(location.protocol) && !/^(localhost|127)/.test(location.host);
  var address = location.protocol + "//" + location.host + "/";
  if (!served || address.length > 78) {
    document.getElementById("start").hidden = false;
    return;
  }
  var side = LaptopCode.size(address) + 8;
  document.getElementById("qr").innerHTML = "<svg viewBox='-4 -4 " + side + " " + side +
    "' shape-rendering='crispEdges'><path d='" + LaptopCode.path(address) + "'/></svg>";
  document.getElementById("address").textContent = address;
  document.getElementById("code").hidden = false;
})();
