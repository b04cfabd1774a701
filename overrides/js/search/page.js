/*
The search page: what is typed, and what stands below it: help first, then what was understood, the answer, pages.

The sentences stand in the page (partials/search-form.html); nothing is put in as HTML, nothing is sent or kept. ES5.
`Search` is what the page and files (js/handout/handout.js) start. On the site the other parts come with the text, on
first use; files have no SearchSaid, and those about one record have no SearchShow: help, then pages.
*/
var Search = (function () {
  "use strict";
  var WAIT = 250, LONGEST = 400;

  var TOOLS = { put: put, link: link, filled: filled };

  /* Pages for what was typed, best first, as they are shown: {count, results}. */
  function find(site, text, limit, done) {
    var answers = answersOf();
    return answers ? answers.pagesOf(site, SearchAnswer.ask(site, text, done), limit) :
      SearchRank.find(site, text, limit, done);
  }

  function answersOf() {
    return typeof SearchShow === "undefined" ? null : SearchShow;
  }

  // Elements

  function put(parent, tag, text, name) {
    var made = document.createElement(tag);
    if (text) made.appendChild(document.createTextNode(text));
    if (name) made.className = name;
    parent.appendChild(made);
    return made;
  }

  function filled(text, values) {
    return (text || "").replace(/\{(\w+)\}/g, function (gap, key) { return values[key]; });
  }

  function link(parent, href, text) {
    var made = put(parent, "a", text);
    if (href) made.href = href;
    return made;
  }

  function drawPages(state, found, skip) {
    var list = put(state.list, "ol", "", "list");
    found.results.forEach(function (one) {
      if (one.path === skip) return;
      var made = link(put(list, "li"), state.href(one), "");
      put(made, "b", one.title);
      if (one.up) made.appendChild(document.createTextNode(" · " + one.up));
      put(made, "br");
      one.sentence.forEach(function (piece, i) {
        if (i % 2) put(made, "mark", piece);
        else made.appendChild(document.createTextNode(piece));
      });
    });
  }

  // What stands below the field

  function clear(state) {
    state.list.textContent = "";
    [state.help, state.said, state.unknown].forEach(function (one) {
      if (one) one.hidden = true;
    });
  }

  function show(state, done) {
    var text = state.field.value.slice(0, LONGEST).trim(), answers = answersOf(), shown;
    state.all.hidden = state.all.previousElementSibling.hidden = Boolean(text);
    clear(state);
    if (!text || !state.site) return say(state, "");
    if (SearchSayings.says(state.site, text, "help")) {
      state.help.hidden = false;
      return say(state, "helped");
    }
    shown = answers ? answers.show(state, text, done, TOOLS) : plain(state, text, done);
    if (shown.found.results.length) drawPages(state, shown.found, shown.skip);
    if (state.explain) SearchExplain.show(state, shown.asked, put);
    say(state, shown.name, { count: shown.found.count, words: text });
  }

  /* What a file about one record shows: pages alone. */
  function plain(state, text, done) {
    var found = SearchRank.find(state.site, text, SearchRank.SHOWN, done);
    return { found: found, skip: "", name: found.count ? "many" : "none" };
  }

  function say(state, name, values) {
    var text = name && filled(state.form.getAttribute("data-" + name), values || {});
    clearTimeout(state.timer);
    state.timer = setTimeout(function () { state.status.textContent = text || ""; }, WAIT);
  }

  // The start

  /*
  Addresses: on the site below `data-root`; in files a section, `before` its id, else the site's, or none while it has
  no address.
  */
  function places(state, form, read, before) {
    var file = location.protocol === "file:" && !read ? "index.html" : "", root = form.getAttribute("data-root");
    state.href = function (one) {
      var id = before + (one.anchor || one.path.replace(/\/$/, "").replace("/", "-") || "home");
      if (read && document.getElementById(id)) return "#" + id;
      return root === null ? "" : root + one.path + file + (one.anchor ? "#" + one.anchor : "");
    };
    state.count = function (fragment) {
      return read ? fragment : root + "hitung/" + file + fragment;
    };
  }

  function load(state) {
    if (state.asked) return;
    if (state.read) {
      state.asked = true;
      return use(state, state.read());
    }
    state.asked = put(document.body, "script");
    state.asked.onload = function () { use(state, window.searchIndex); };
    state.asked.onerror = function () {
      state.asked = null;
      say(state, "failed");
    };
    state.asked.src = state.form.getAttribute("data-pages");
  }

  function use(state, data) {
    state.site = SearchText.open(data);
    show(state, false);
    setTimeout(function () {
      (answersOf() || SearchRank).warm(state.site);
    }, 0);
  }

  function keep(state) {
    var text = state.field.value.trim();
    if (state.read || !history.replaceState) return;
    history.replaceState(null, "", text ? "#q=" + encodeURIComponent(text) : "#");
  }

  function move(state, event) {
    var links = [].slice.call(state.list.querySelectorAll("a")), at = links.indexOf(document.activeElement);
    var step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Escape") {
      state.field.value = "";
      show(state, false);
      state.field.focus();
    } else if (step && (at >= 0 || document.activeElement === state.field)) {
      (links[at + step] || (at + step < 0 ? state.field : links[at]) || state.field).focus();
    } else return;
    event.preventDefault();
  }

  function decoded(text) {
    try {
      return decodeURIComponent(text);
    } catch (error) {
      return text.replace(/\+/g, " ");
    }
  }

  /* Reads `#q=…&explain=1`; what is no code ("50%") stands for itself. */
  function follow(state) {
    var parts = /^#q=([^&]*)(&explain=1)?/.exec(location.hash);
    if (!parts) return;
    state.field.value = decoded(parts[1]).slice(0, LONGEST);
    state.explain = Boolean(parts[2]);
    load(state);
  }

  function listen(state) {
    var form = state.form;
    form.addEventListener("submit", function (event) {
      event.preventDefault();
      show(state, true);
      var first = state.list.querySelector("a");
      if (first) first.focus();
    });
    state.field.addEventListener("focus", function () { load(state); });
    state.field.addEventListener("input", function () {
      load(state);
      show(state, false);
    });
    state.list.addEventListener("click", function () { keep(state); });
    [form, state.list].forEach(function (one) {
      one.addEventListener("keydown", function (event) { move(state, event); });
    });
  }

  /* `read`: gives what a file has of its own pages, whose addresses are sections; the site loads it. */
  function start(form, read) {
    var before = form.id.replace(/search$/, ""), state = { form: form, field: form.querySelector("input"), read: read };
    ["list:found", "status:count", "all:all", "help:help", "said:said", "unknown:unknown"].forEach(function (pair) {
      state[pair.split(":")[0]] = document.getElementById(before + pair.split(":")[1]);
    });
    state.again = function () { show(state, false); };
    places(state, form, read, before);
    form.hidden = false;
    listen(state);
    if (!read) follow(state);
  }

  if (typeof document !== "undefined" && document.querySelector("#search[data-pages]")) {
    start(document.getElementById("search"));
  }
  return { start: start, open: function (data) { return SearchText.open(data); }, find: find };
})();
if (typeof module !== "undefined") module.exports = Search;
