/*
A file that is handed on, as a small site: one page at a time, search and estimator inside. Without JavaScript it is one
long page. Addresses are fragments: `#kantor` is a page, `#segment=bpu&income=…` a state of the estimator. Some viewers
know no address of their own; then pages are turned without.
*/
(function (parts) {
  "use strict";
  var root = document.documentElement, part = parts[0];

  function all(selector, from) {
    return [].slice.call((from || document).querySelectorAll(selector));
  }

  function sections(part) {
    return all("section", document.getElementById(part.id));
  }

  // Pages

  function holder(node) {
    while (node && node.tagName !== "SECTION") node = node.parentElement;
    return node;
  }

  function turn(section) {
    var name = section.parentElement.id;
    parts.forEach(function (one) {
      if (one.id === name) part = one;
    });
    all("[data-of]").forEach(function (one) { one.hidden = one.getAttribute("data-of") !== name; });
    all("section").forEach(function (one) { one.hidden = one !== section; });
    root.lang = section.parentElement.lang;
  }

  /* The page that a fragment names, else the first one of the language that is read. */
  function follow(hash, moved) {
    var id = decodeURIComponent(hash.slice(1));
    var there = document.getElementById(id.indexOf("=") > 0 ? part.prefix + "hitung" : id);
    var section = holder(there), up = there;
    if (!section) there = section = sections(part)[0];
    turn(section);
    for (; up; up = up.parentElement) if (up.tagName === "DETAILS") up.setAttribute("open", "");
    if (id.indexOf("=") > 0) return;
    if (there === section) {
      window.scrollTo(0, 0);
      there = section.querySelector("h2");
    } else there.scrollIntoView();
    if (!moved) return;
    there.setAttribute("tabindex", "-1");
    there.focus();
  }

  function go(hash) {
    var before = location.hash;
    try {
      location.hash = hash;
    } catch (error) { }
    if (location.hash === before) follow(hash, true);
  }

  function press(event) {
    var link = event.target, href;
    while (link && link.tagName !== "A") link = link.parentElement;
    href = link && link.getAttribute("href");
    if (!href || href.charAt(0) !== "#" || event.defaultPrevented) return;
    event.preventDefault();
    go(href);
  }

  // What search reads: the lines of every section, as guide/pages/search_index.py writes them of the site's pages

  function text(html) {
    var box = document.createElement("textarea");
    box.innerHTML = html.replace(/<[^>]*>/g, "");
    return box.value.replace(/\s+/g, " ").trim();
  }

  function linesOf(html) {
    var found = [];
    html.replace(/<(svg|form|nav|h2)\b[\s\S]*?<\/\1>|<p class="(?:lead|next|back)[^>]*>[\s\S]*?<\/p>/g, "\n")
      .replace(/<li[^>]*>\s*<a (?:(?!<\/?li|<\/a>)[\s\S])*<\/a>\s*<\/li>/g, "\n").replace(/\n/g, " ")
      .replace(/<(?:details|li|div|dt|h[345]|tr)[^>]*? id="([^"]*)"[^>]*>/g, "\n\u0001$1\n$&").replace(/<\/t[dh]>/g, " ")
      .replace(/<(h[345]|summary|dt|caption)\b[^>]*>/g, "\n\u0002").replace(/<\/?(?:p|li|h[345]|tr|dd|dt|summary|caption|details|ul|ol|dl|div|table)\b[^>]*>/g, "\n")
      .split("\n").forEach(function (line) {
        var sign = line.charAt(0) === "\u0002" ? "=" : "";
        if (line.charAt(0) === "\u0001") return found.push("#" + line.slice(1));
        text(line).replace(/([.?!]) (?=[A-Za-z\u00c0-\u024f])/g, "$1\n").split("\n").forEach(function (sentence) {
          if (/[A-Za-z\u00c0-\u024f]{2}/.test(sentence)) found.push(sign + sentence.replace(/^[\u0002#= ]+/, ""));
        });
      });
    return found;
  }

  function pathOf(id, ids) {
    var up = ids.filter(function (one) { return id.lastIndexOf(one + "-", 0) === 0; })[0];
    return (up ? up + "/" + id.slice(up.length + 1) : id) + "/";
  }

  function reader(part) {
    return function () {
      var found = sections(part).filter(function (one) { return one.id !== part.prefix + "contents"; });
      var ids = found.map(function (one) { return one.id; }), often = {};
      var pages = found.map(function (one) {
        var lead = one.querySelector(".lead");
        return [pathOf(one.id, ids), text(one.querySelector("h2").innerHTML), lead ? text(lead.innerHTML) : "", linesOf(one.innerHTML), one.querySelector(".back") ? 1.25 : 1];
      });
      pages.forEach(function (page) {
        page[3].forEach(function (line) { often[line] = (often[line] || 0) + 1; });
      });
      pages.forEach(function (page) {
        page[3] = page[3].filter(function (line) { return often[line] <= 8; }).join("\n");
      });
      part.search.pages = pages;
      return part.search;
    };
  }

  root.className = "paged";
  parts.forEach(function (one) {
    var counts = document.getElementById(one.prefix + "hitung--hitung");
    Search.start(document.getElementById(one.prefix + "search"), reader(one));
    if (!counts) return;
    counts.querySelector("form").innerHTML = one.form;
    estimatorAfter(estimatorPage(estimatorRules, one.words, counts), estimatorRules, one.words, counts);
  });
  document.addEventListener("click", press);
  window.addEventListener("hashchange", function () { follow(location.hash, true); });
  window.addEventListener("load", function () {
    setTimeout(function () { follow(location.hash); }, 0);
  });
  follow(location.hash);
})(file.parts);
