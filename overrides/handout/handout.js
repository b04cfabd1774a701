(function () {
  var root = document.documentElement;
  function all(selector, from) { return Array.prototype.slice.call((from || document).querySelectorAll(selector)); }
  function text(node) { return node ? node.textContent.replace(/\s+/g, " ") : ""; }
  var now = new Date();
  var today = now.getFullYear() + "-" + ("0" + (now.getMonth() + 1)).slice(-2) + "-" + ("0" + now.getDate()).slice(-2);
  if (today >= root.getAttribute("data-review")) all("[data-old]").forEach(function (note) { note.removeAttribute("hidden"); });
  function go(id) {
    var there = document.getElementById(id), up = there;
    if (!there) return false;
    for (; up; up = up.parentElement) if (up.tagName === "DETAILS") up.setAttribute("open", "");
    there.scrollIntoView();
    there.setAttribute("tabindex", "-1");
    if (there.focus) there.focus();
    return true;
  }
  document.addEventListener("click", function (event) {
    var link = event.target;
    while (link && link.tagName !== "A") link = link.parentElement;
    var href = link && link.getAttribute("href");
    if (!href || href.charAt(0) !== "#" || !go(decodeURIComponent(href.slice(1)))) return;
    event.preventDefault();
    try { if (location.protocol !== "about:") location.hash = href; } catch (error) { return; }
  });
  function stem(word) {
    var bare = word.replace(/^(mem|men|meng|meny|me|pem|pen|peng|pe|ber|ter|di|ke|se)(?=.{4})/, "");
    return bare.replace(/(kan|an|nya|i|s)$/, function (end) { return bare.length - end.length < 3 ? end : ""; });
  }
  function words(value) { return value.toLowerCase().match(/[a-z0-9]+/g) || []; }
  all("[data-find]").forEach(function (box) {
    var part = box.parentNode, list = box.querySelector("ul"), said = box.querySelector("[role=status]"), index;
    function read() {
      return all("section", part).concat(all("details", part)).map(function (place, number) {
        var head = text(place.querySelector("h2,h3,summary"));
        if (!place.id) place.id = part.id + "-s" + number;
        return { id: place.id, head: head, first: head.toLowerCase(), all: text(place).toLowerCase() };
      });
    }
    function count(where, what) { return where.split(what).length - 1; }
    function score(place, asked) {
      var sum = 0, i, found;
      for (i = 0; i < asked.length; i += 1) {
        found = count(place.all, asked[i]);
        if (!found) return 0;
        sum += 10 * count(place.first, asked[i]) + 1000 * found / (place.all.length + 400);
      }
      return sum;
    }
    box.removeAttribute("hidden");
    box.querySelector("input").addEventListener("input", function () {
      var asked = words(this.value).map(stem).filter(function (word) { return word.length > 1; }), found;
      index = index || read();
      found = asked.length ? index.map(function (place) { return { place: place, score: score(place, asked) }; }) : [];
      found = found.filter(function (one) { return one.score; }).sort(function (a, b) { return b.score - a.score; }).slice(0, 8);
      list.innerHTML = "";
      found.forEach(function (one) {
        var item = list.appendChild(document.createElement("li")), link = item.appendChild(document.createElement("a"));
        link.href = "#" + one.place.id;
        link.textContent = one.place.head;
      });
      said.textContent = asked.length && !found.length ? said.getAttribute("data-none") : "";
    });
  });
})();
