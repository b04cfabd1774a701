/*
Records that can answer: pages, and the sections below their headings. One classic script in ES5.

`keys` are the words by which people ask for a record: its heading, and phrases of data/asked.yml.
*/
var SearchRecords = (function () {
  "use strict";
  /* Pages of questions: each is but the shelf of what answers, so one of its questions comes first. */
  var SHELF = /^tanya\/./, SHELVED = 0.85;

  /* Every record of the site, made once: pages, sections, headings. */
  function of(site) {
    if (site.records) return site.records;
    site.records = [];
    site.pages.forEach(function (page) { sectionsOf(site, page); });
    site.records.forEach(function (record) {
      var phrases = (site.data.asked || {})[nameOf(record)];
      record.keys = [record.heading];
      if (phrases && (record.question || !record.inner)) record.keys = record.keys.concat(phrases.split(","));
    });
    return site.records;
  }

  /* What data calls a record: the id of a question, else the path of its page. */
  function nameOf(record) {
    return record.question ? record.anchor : record.page.path;
  }

  function sectionsOf(site, page) {
    var lines = page.lines.split("\n"), anchor = "", now = null;
    var first = { page: page, anchor: "", heading: page.title, told: [lines[2]],
      role: SHELF.test(page.path) ? SHELVED : 1 };
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
    var question = Boolean(anchor) && SHELF.test(page.path);
    return { page: page, anchor: anchor, heading: heading, told: [], question: question, inner: true,
      role: question ? 1 : 0.8 };
  }

  return { nameOf: nameOf, of: of };
})();
