/*
What the search reads, opened: pages, and the records inside them that can answer. One classic script in ES5.

A page's text is lines (guide/pages/search_index.py): `#anchor`, `=heading`, or a sentence. A record is a page, or a
section below a heading; `keys` are the words by which people ask for it: its heading, and phrases of data/asked.yml.
*/
var SearchText = (function () {
  "use strict";
  var W = SearchWords, map = W.map;

  function open(data) {
    var site = { rules: W.rulesOf(data), skip: map(), titles: map(), forms: map(), data: data };
    W.words(data.skip).forEach(function (word) { site.skip[word] = true; });
    site.groups = data.same.map(function (group) { return group.split(",").map(W.words); });
    site.pages = data.pages.map(function (page) { return pageOf(site, page); });
    var all = site.pages.reduce(function (sum, page) { return sum + page.text.length; }, 0);
    site.pages.forEach(function (page) {
      page.norm = 0.4 + 0.6 * page.text.length * site.pages.length / all;
      page.named = page.text.indexOf("\n") + 1;
      page.lead = page.text.indexOf("\n", page.named) + 1;
    });
    return site;
  }

  function pageOf(site, page) {
    var text = page[0] + "\n" + page[1] + "\n" + page[2] + "\n" + page[3];
    var called = W.words(page[1]).filter(function (word) { return !site.skip[word]; });
    site.titles[page[0]] = page[1];
    return { path: page[0], title: page[1], called: called, worth: page[4], lines: text, text: W.fold(text) };
  }

  function formsOf(site, word) {
    return site.forms[word] = site.forms[word] || W.forms(word, site.rules);
  }

  /* Whether a word says nothing of what is looked for, however it is bent. */
  function empty(site, word) {
    return formsOf(site, word).some(function (form, i) {
      return site.skip[form] && (i === 0 || form.length >= W.SURE);
    });
  }

  /* Every word of the site with how often it stands there; made when the first slip needs it. */
  function vocabulary(site) {
    if (!site.words) {
      site.words = map();
      site.pages.forEach(function (page) {
        page.text.match(W.WORD).forEach(function (word) { site.words[word] = (site.words[word] || 0) + 1; });
      });
      site.list = Object.keys(site.words).filter(function (word) {
        return word.length >= W.SHORTEST && !site.skip[word];
      });
    }
    return site.list;
  }

  // Records

  /* Every record of the site, made once: pages, sections, headings. */
  function records(site) {
    if (site.records) return site.records;
    site.records = [];
    site.pages.forEach(function (page) { sectionsOf(site, page); });
    site.records.forEach(function (record) {
      var phrases = (site.data.asked || {})[nameOf(site, record)];
      record.keys = [record.heading];
      if (phrases && (record.question || !record.inner)) record.keys = record.keys.concat(phrases.split(","));
    });
    return site.records;
  }

  /* What data calls a record: the id of a question, else the path of its page; files put the section before an id. */
  function nameOf(site, record) {
    var before = site.data.prefix || "", path = record.page.path;
    return record.question ? record.anchor.replace(/^.*--/, "") : path.slice(path.indexOf(before) ? 0 : before.length);
  }

  function sectionsOf(site, page) {
    var lines = page.lines.split("\n"), anchor = "", now = null;
    var first = { page: page, anchor: "", heading: page.title, told: [page.lines.split("\n")[2]], role: 1 };
    site.records.push(first);
    lines.slice(3).forEach(function (line) {
      var sign = line.charAt(0);
      if (sign === "#") {
        anchor = line.slice(1);
        now = null;
      } else if (sign === "=") {
        if (now && now.anchor === anchor && !now.told.length) now.heading += " " + line.slice(1);
        else site.records.push(now = section(page, anchor, line.slice(1)));
      } else if (now) now.told.push(line);
    });
  }

  function section(page, anchor, heading) {
    var question = Boolean(anchor) && /^(\w+-)?tanya\/./.test(page.path);
    return { page: page, anchor: anchor, heading: heading, told: [], question: question, inner: true,
      role: question ? 1 : 0.8 };
  }

  return { empty: empty, formsOf: formsOf, nameOf: nameOf, open: open, records: records, vocabulary: vocabulary };
})();
