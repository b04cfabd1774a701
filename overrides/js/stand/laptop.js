/* The page of the laptop: the code of its own address where it is served, what to open first where it is not. */
(function () {
  "use strict";
  var served = /^https?:$/.test(location.protocol) && !/^(localhost|127)/.test(location.host);
  var address = location.protocol + "//" + location.host + "/";

  /** Draw the code of the address, `side` modules wide with its quiet zone. */
  function draw(holder, side) {
    var svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    var path = document.createElementNS("http://www.w3.org/2000/svg", "path");
    svg.setAttribute("viewBox", [-4, -4, side, side].join(" "));
    svg.setAttribute("shape-rendering", "crispEdges");
    path.setAttribute("d", LaptopCode.path(address));
    svg.appendChild(path);
    holder.appendChild(svg);
  }

  if (!served || address.length > 78) {
    document.getElementById("start").hidden = false;
    return;
  }
  draw(document.getElementById("qr"), LaptopCode.size(address) + 8);
  document.getElementById("address").textContent = address;
  document.getElementById("code").hidden = false;
})();
