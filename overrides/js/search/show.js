/*
Answers on the search page: what was understood of oneself, the answer with its source, or that nobody here knows. ES5.
*/
var SearchShow = (function () {
  "use strict";
  var W = SearchWords, R = SearchRank, A = SearchAnswer, D = SearchDescribe;
  var SENTENCES = 6, LETTERS = 400, MARK = /[.?!:)]$/, put, link, filled;

  /* Pages by both ways of ranking, best first, as they are shown: {count, results}. */
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

  function drawAnswer(state, best) {
    var record = best.record, box = put(state.list, "div", "", "box"), source = sourceOf(state, record);
    var head = link(put(box, "p"), state.href({ path: record.page.path, anchor: record.anchor }), "");
    put(head, "b", record.heading);
    head.className = "solo";
    put(box, "p", told(record).join(" "));
    if (source) put(box, "p", source, "small");
  }

  function sourceOf(state, record) {
    var source = (record.question || !record.inner) && (state.site.data.told || {})[SearchRecords.nameOf(record)];
    return source && filled(state.form.getAttribute("data-source"), { source: source });
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
    drawSum(state, read, known);
  }

  /* The amount, where all was said that it needs. */
  function drawSum(state, read, known) {
    var box = state.said.querySelector(".sum"), mark = state.said.getAttribute("data-mark");
    box.hidden = true;
    if (missing(read).some(function (name) { return name !== "children"; })) return;
    SearchAmount.show(box, known, { put: put, filled: filled, money: function (value) {
      return "Rp" + grouped(value, mark);
    } }, function () { state.again(); });
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

  /* Names of what is still missing. */
  function missing(read) {
    return asksOf(read).map(function (one) { return one.name; });
  }

  function drawAll(state, asked, read) {
    var best = asked.known && asked.answers[0];
    if (read.described) {
      state.said.hidden = false;
      drawSaid(state, read);
    }
    if (best) drawAnswer(state, best);
    else if (!read.described) drawUnknown(state, asked);
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

  /* Draws all that comes before the pages; gives the pages and what is said of them: {found, skip, name, asked}. */
  function show(state, text, done, tools) {
    var asked = A.ask(state.site, text, done), found = pagesOf(state.site, asked, R.SHOWN);
    var read = D.read(state.site, text);
    put = tools.put;
    link = tools.link;
    filled = tools.filled;
    drawAll(state, asked, read);
    return { found: found, skip: asked.known ? asked.answers[0].record.page.path : "", asked: asked,
      name: asked.known ? "answered" : read.described ? "understood" : found.count ? "unknown" : "none" };
  }

  return { drawReasons: drawReasons, missing: missing, pagesOf: pagesOf, show: show };
})();
