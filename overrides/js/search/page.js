/*
The search page: what is typed, and what stands below it: help first, then what was understood, the answer, pages.

The sentences stand in the page (partials/search-answers.html); nothing is put in as HTML, nothing is sent or kept.
One classic script in ES5; `Search` is what the page and files (js/handout/handout.js) start.
*/
var Search = (function () {
  "use strict";
  var W = SearchWords, T = SearchText, R = SearchRank, A = SearchAnswer, D = SearchDescribe;
  var WAIT = 250, SENTENCES = 6, LETTERS = 400, MARK = /[.?!:)]$/;

  /* Pages for what was typed, best first, as they are shown: {count, results}. */
  function find(site, text, limit, done) {
    return pagesOf(site, A.ask(site, text, done), limit);
  }

  function pagesOf(site, asked, limit) {
    var paths = A.order(asked), shown = W.map();
    asked.pages.results.forEach(function (one) { shown[one.path] = one; });
    asked.answers.forEach(function (one) {
      var page = one.record.page;
      shown[page.path] = shown[page.path] || { path: page.path, title: page.title, up: R.above(site, page),
        anchor: one.record.anchor, sentence: [one.record.told[0] || one.record.heading] };
    });
    return { count: Math.max(asked.pages.count, paths.length),
      results: paths.slice(0, limit).map(function (path) { return shown[path]; }) };
  }

  /* The sentences of a record that answer, without links that stand alone and a question at the end. */
  function told(record) {
    var lines = (record.told.length ? record.told : [record.page.lines.split("\n")[2]]).filter(function (line) {
      return MARK.test(line);
    });
    for (var i = 0, sum = 0; i < lines.length && i < SENTENCES && sum < LETTERS; i++) sum += lines[i].length;
    if (i > 1 && /\?$/.test(lines[i - 1])) i--;
    return lines.slice(0, i);
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
    made.href = href;
    return made;
  }

  function drawAnswer(state, best) {
    var record = best.record, box = put(state.list, "div", "", "box"), source = sourceOf(state, record);
    var head = link(put(box, "p"), state.href({ path: record.page.path, anchor: record.anchor }), "");
    put(head, "b", record.heading);
    head.className = "solo";
    put(box, "p", told(record).join(" "));
    if (source) put(box, "p", source, "small");
  }

  function sourceOf(state, record) {
    var source = (record.question || !record.inner) && (state.site.data.told || {})[T.nameOf(state.site, record)];
    return source && filled(state.form.getAttribute("data-source"), { source: source });
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

  // What was understood of oneself

  function labelOf(state, name, value) {
    var words = (state.site.data.labels || {})[name], text = state.said.getAttribute("data-" + name.replace("_", "-"));
    if (name === "children") value = value.split(",").map(function (one) { return words[one]; }).join(", ");
    else if (words) value = words[value] || value;
    else if (name === "income" && value > 0) value = "Rp" + grouped(value, state.said.getAttribute("data-mark"));
    return text ? filled(text, { value: value }) : value;
  }

  function grouped(value, mark) {
    return String(value).replace(/\B(?=(\d{3})+$)/g, mark);
  }

  /* Each input that was understood, as a link to the estimator, where it can be changed. */
  function drawSaid(state, read) {
    var chips = state.said.querySelector(".row"), asks = state.said.querySelector(".list"), known = D.fragment(read);
    chips.textContent = asks.textContent = "";
    Object.keys(read.inputs).forEach(function (name) {
      var value = read.inputs[name], special = state.said.getAttribute("data-" + value);
      if (name === "segment" && read.inputs.occupation || name === "sector") return;
      link(put(chips, "li"), state.count(known), special || labelOf(state, name, value));
    });
    asksOf(read).forEach(function (one) {
      link(put(asks, "li"), state.count(known + one.more), state.said.getAttribute("data-ask-" + one.name));
    });
    var button = state.said.querySelector(".next a");
    button.href = state.count(known);
    button.parentNode.hidden = read.asks.indexOf("event") >= 0 || !read.inputs.segment;
  }

  /* What is still missing, each a question with one tap: {name, more}, `more` for the estimator's fragment. */
  function asksOf(read) {
    var asks = [], said = read.inputs;
    if (!said.segment) asks.push({ name: "work", more: "" });
    if (said.segment && said.segment !== "pmi" && !(said.income > 0)) asks.push({ name: "income", more: "" });
    if (said.event === "died") {
      asks.push({ name: "work-death", more: "&event=work-death" });
      asks.push({ name: "death", more: "&event=death" });
    }
    if (said.event === "work-sick" && !said.sick_months) asks.push({ name: "sick", more: "" });
    if (said.kids) asks.push({ name: "children", more: "" });
    return asks;
  }

  // What stands below the field

  function clear(state) {
    state.list.textContent = "";
    state.help.hidden = state.said.hidden = state.unknown.hidden = true;
  }

  function show(state, done) {
    var text = state.field.value.trim(), asked, found, read;
    state.all.hidden = Boolean(text);
    clear(state);
    if (!text || !state.site) return say(state, "");
    if (A.says(state.site, text, "help")) {
      state.help.hidden = false;
      return say(state, "helped");
    }
    asked = A.ask(state.site, text, done);
    found = pagesOf(state.site, asked, R.SHOWN);
    read = D.read(state.site, text);
    drawAll(state, asked, found, read);
    if (state.explain) drawReasons(state, asked);
    say(state, asked.known ? "answered" : read.described ? "understood" : found.count ? "unknown" : "none",
      { count: found.count, words: text });
  }

  function drawAll(state, asked, found, read) {
    var best = asked.known && asked.answers[0];
    if (read.described) {
      state.said.hidden = false;
      drawSaid(state, read);
    }
    if (best) drawAnswer(state, best);
    else if (!read.described) drawUnknown(state, asked);
    if (found.results.length) drawPages(state, found, best ? best.record.page.path : "");
  }

  function drawUnknown(state, asked) {
    var list = state.unknown.querySelector("ul"), near = A.nearest(asked);
    state.unknown.hidden = false;
    list.textContent = "";
    near.forEach(function (one) {
      link(put(list, "li"), state.href({ path: one.record.page.path, anchor: one.record.anchor }), one.record.heading);
    });
    list.hidden = list.previousElementSibling.hidden = !near.length;
  }

  /* Why the first answers stand there: for whoever tunes the search (`#q=…&explain=1`). */
  function drawReasons(state, asked) {
    var lines = asked.units.map(function (unit) { return unit.typed + " " + unit.weight.toFixed(2); });
    asked.answers.forEach(function (one) {
      var numbers = [one.score, one.alike, one.covered].map(function (number) { return number.toFixed(2); });
      lines.push(numbers.concat(one.record.page.path + "#" + one.record.anchor, one.key).join("  "));
    });
    put(state.list, "pre", lines.join("\n")).style.whiteSpace = "pre-wrap";
  }

  function say(state, name, values) {
    var text = name && filled(state.form.getAttribute("data-" + name), values || {});
    clearTimeout(state.timer);
    state.timer = setTimeout(function () { state.status.textContent = text || ""; }, WAIT);
  }

  // The start

  /* Addresses: on the site below `data-root`, in files a section. */
  function places(state, form, read) {
    var file = location.protocol === "file:" ? "index.html" : "", root = form.getAttribute("data-root");
    state.href = function (one) {
      if (read) return "#" + (one.anchor || one.path.replace(/\/$/, "").replace("/", "-"));
      return root + one.path + file + (one.anchor ? "#" + one.anchor : "");
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
    state.site = T.open(data);
    show(state, false);
    setTimeout(function () {
      A.indexOf(state.site);
      R.warm(state.site);
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

  /* Reads `#q=…&explain=1`; what cannot be read is left out. */
  function follow(state) {
    var parts = /^#q=([^&]*)(&explain=1)?/.exec(location.hash);
    if (!parts) return;
    try {
      state.field.value = decodeURIComponent(parts[1]);
    } catch (error) {
      return;
    }
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
    places(state, form, read);
    form.hidden = false;
    listen(state);
    if (!read) follow(state);
  }

  if (typeof document !== "undefined" && document.querySelector("#search[data-pages]")) {
    start(document.getElementById("search"));
  }
  return { start: start, open: T.open, find: find, forms: W.forms, near: W.near, words: W.words, rulesOf: W.rulesOf };
})();
if (typeof module !== "undefined") {
  module.exports = { Search: Search, SearchAnswer: SearchAnswer, SearchDescribe: SearchDescribe };
}
