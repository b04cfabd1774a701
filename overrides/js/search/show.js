/*
Answers below the field: what was understood of oneself (said.js, on the site), the answer with its source, or that
nobody here knows. ES5.
*/
var SearchShow = (function () {
  "use strict";
  var W = SearchWords, R = SearchRank, A = SearchAnswer;
  var SENTENCES = 6, LETTERS = 400, MARK = /[.?!:)]$/;

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

  function drawAnswer(state, best, tools) {
    var record = best.record, put = tools.put, box = put(state.list, "div", "", "box");
    var source = sourceOf(state, record, tools);
    var head = tools.link(put(box, "p"), state.href({ path: record.page.path, anchor: record.anchor }), "");
    put(head, "b", record.heading);
    head.className = "solo";
    put(box, "p", told(record).join(" "));
    if (source) put(box, "p", source, "small");
  }

  function sourceOf(state, record, tools) {
    var source = (record.question || !record.inner) && (state.site.data.told || {})[SearchRecords.nameOf(record)];
    return source && tools.filled(state.form.getAttribute("data-source"), { source: source });
  }

  function drawUnknown(state, asked, tools) {
    var list = state.unknown.querySelector("ul"), near = A.nearest(asked);
    state.unknown.hidden = false;
    list.textContent = "";
    near.forEach(function (one) {
      var place = state.href({ path: one.record.page.path, anchor: one.record.anchor });
      tools.link(tools.put(list, "li"), place, one.record.heading);
    });
    list.hidden = list.previousElementSibling.hidden = !near.length;
  }

  /* Draws all that comes before the pages; gives the pages and what is said of them: {found, skip, name, asked}. */
  function show(state, text, done, tools) {
    var asked = A.ask(state.site, text, done), found = pagesOf(state.site, asked, R.SHOWN);
    var described = state.said && SearchSaid.show(state, text, tools);
    if (asked.known) drawAnswer(state, asked.answers[0], tools);
    else if (!described) drawUnknown(state, asked, tools);
    return { found: found, skip: asked.known ? asked.answers[0].record.page.path : "", asked: asked,
      name: asked.known ? "answered" : described ? "understood" : found.count ? "unknown" : "none" };
  }

  /* What the first answer needs, and the first description of oneself. */
  function warm(site) {
    A.warm(site);
    if (typeof SearchDescribe !== "undefined") SearchDescribe.read(site, site.records[0].heading);
  }

  return { pagesOf: pagesOf, show: show, warm: warm };
})();
