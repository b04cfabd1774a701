/*
A file that is handed on, as a small site: one page at a time, search and estimator inside. Without JavaScript it is one
long page. Addresses are fragments: `#kantor` is a page, `#segment=bpu&income=…` a state of the estimator. Some viewers
know no address of their own; then pages are turned without. `site`: {parts: one for each language, part: the one
that is read, left: how far a page was scrolled when a link left it, pressed: whether a link turns the page, not Back}.
*/
(function (parts) {
  "use strict";
  var root = document.documentElement;

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

  /** Hide a node, or show it, by an attribute of our own: browsers that save a page leave out what is `hidden`. */
  function shut(node, off) {
    if (off) node.setAttribute("data-shut", "");
    else node.removeAttribute("data-shut");
  }

  /** Show a page, and none but it. */
  function turn(site, section) {
    var name = section.parentElement.id;
    site.part = site.parts.filter(function (part) { return part.id === name; })[0] || site.part;
    all(".tools").forEach(function (one) { one.hidden = one.getAttribute("data-of") !== name; });
    all("main [data-of]").forEach(function (one) { shut(one, one.getAttribute("data-of") !== name); });
    all("section").forEach(function (one) { shut(one, one !== section); });
    root.lang = section.parentElement.lang;
  }

  /** Return what a fragment says; what is no code stands for itself. */
  function decoded(text) {
    try {
      return decodeURIComponent(text);
    } catch (error) {
      return text;
    }
  }

  /** Show the page that a fragment names, else the first one of the language that is read. */
  function follow(site, hash, moved) {
    var id = decoded(hash.slice(1));
    var there = document.getElementById(id.indexOf("=") > 0 ? site.part.prefix + "hitung" : id);
    var section = holder(there), up = there;
    if (!section) there = section = sections(site.part)[0];
    turn(site, section);
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

  function go(site, hash) {
    var before = location.hash;
    try {
      location.hash = hash;
    } catch (error) { }
    if (location.hash === before) follow(site, hash, true);
  }

  function press(site, event) {
    var link = event.target, href;
    while (link && link.tagName !== "A") link = link.parentElement;
    href = link && link.getAttribute("href");
    if (!href || href.charAt(0) !== "#" || event.defaultPrevented) return;
    event.preventDefault();
    site.left[location.hash] = window.pageYOffset;
    site.pressed = true;
    go(site, href);
    if (location.hash !== href) site.pressed = false;
  }

  // What search reads: the lines of every section, as guide/pages/search_index.py writes them of the site's pages

  function text(html) {
    var said = html.replace(/<[^>]*>/g, ""), box;
    if (said.indexOf("&") >= 0) {
      box = document.createElement("textarea");
      box.innerHTML = said;
      said = box.value;
    }
    return said.replace(/\s+/g, " ").trim();
  }

  function linesOf(html, prefix) {
    var found = [];
    html.replace(/<(svg|form|nav|h2)\b[\s\S]*?<\/\1>|<p class="(?:lead|next|back)[^>]*>[\s\S]*?<\/p>/g, "\n")
      .replace(/<li[^>]*>\s*<a (?:(?!<\/?li|<\/a>)[\s\S])*<\/a>\s*<\/li>/g, "\n").replace(/\n/g, " ")
      .replace(/<(?:details|li|div|dt|h[345]|tr)[^>]*? id="([^"]*)"[^>]*>/g, "\n\u0001$1\n$&")
      .replace(/<\/t[dh]>/g, " ").replace(/<(h[345]|summary|dt|caption)\b[^>]*>/g, "\n\u0002")
      .replace(/<\/?(?:p|li|h[345]|tr|dd|dt|summary|caption|details|ul|ol|dl|div|table)\b[^>]*>/g, "\n")
      .split("\n").forEach(function (line) {
        var sign = line.charAt(0) === "\u0002" ? "=" : "";
        if (line.charAt(0) === "\u0001") return found.push("#" + line.slice(1 + prefix.length));
        text(line).replace(/([.?!]) (?=[A-Za-z\u00c0-\u024f])/g, "$1\n").split("\n").forEach(function (sentence) {
          if (/[A-Za-z\u00c0-\u024f]{2}/.test(sentence)) found.push(sign + sentence.replace(/^[\u0002#= ]+/, ""));
        });
      });
    return found;
  }

  /* The path on the site of a section; `above`: ids of sections whose pages have others below them. */
  function pathOf(id, above) {
    var up = above.filter(function (one) { return id.lastIndexOf(one + "-", 0) === 0; })[0];
    return id === "home" ? "" : (up ? up + "/" + id.slice(up.length + 1) : id) + "/";
  }

  /* The part that a hit on a page keeps; of a main page more, as Page.usual_weight says. */
  function worthOf(site, path) {
    return (site.worth[path] || (path.split("/").length === 2 ? 125 : 100)) / 100;
  }

  /* What gives all that is searched, on first use: the sections as pages, and the words that are packed. */
  function reader(part, words) {
    return function () {
      var site = unpack(words), often = {};
      var pages = sections(part).filter(function (one) {
        return !/(?:contents|sources)$/.test(one.id);
      }).map(function (one) {
        var lead = one.querySelector(".lead"), path = pathOf(one.id.slice(part.prefix.length), site.above);
        return [path, text(one.querySelector("h2").innerHTML), lead ? text(lead.innerHTML) : "",
          linesOf(one.innerHTML, part.prefix), worthOf(site, path)];
      });
      pages.forEach(function (page) {
        page[3].forEach(function (line) { often[line] = (often[line] || 0) + 1; });
      });
      pages.forEach(function (page) {
        page[3] = page[3].filter(function (line) { return often[line] <= 8; }).join("\n");
      });
      site.pages = pages.concat(site.away.map(function (page) { return page.concat("", worthOf(site, page[0])); }));
      return site;
    };
  }

  function start(site) {
    root.className = "paged";
    site.parts.forEach(function (part, i) {
      var counts = document.getElementById(part.prefix + "hitung--hitung");
      part.read = reader(part, searches[i]);
      Search.start(document.getElementById(part.prefix + "search"), part.read);
      if (!counts) return;
      counts.querySelector("form").innerHTML = part.form;
      EstimatorPage.start(estimatorRules, part.words, counts);
    });
    document.addEventListener("click", function (event) { press(site, event); });
    window.addEventListener("hashchange", function () {
      follow(site, location.hash, true);
      if (!site.pressed && site.left[location.hash]) window.scrollTo(0, site.left[location.hash]);
      site.pressed = false;
    });
    window.addEventListener("load", function () {
      setTimeout(function () { follow(site, location.hash); }, 0);
    });
    follow(site, location.hash);
  }

  start({ parts: parts, part: parts[0], left: {}, pressed: false });
})(file.parts);
