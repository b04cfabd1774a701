/*
What the search reads, opened. One classic script in ES5.

A page's text is lines (guide/pages/search_index.py): `#anchor`, `=heading`, or a sentence.
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

  /* Words with the blanks that were meant: "bea siswa" and "ahliwaris" are as good as "beasiswa" and "ahli waris". */
  function spaced(site, typed) {
    var found = [];
    vocabulary(site);
    for (var i = 0; i < typed.length; i++) {
      var one = typed[i], next = typed[i + 1] || "", known = site.words[one];
      if (next && (!known || !site.words[next]) && one.length > 2 && site.words[one + next]) {
        found.push(one + next);
        i++;
      } else found = found.concat(known ? one : parted(site, one));
    }
    return found;
  }

  /* A phrase of the synonyms that was typed as one word, in its words. */
  function parted(site, word) {
    if (!site.joined) {
      site.joined = map();
      site.groups.forEach(function (group) {
        group.forEach(function (member) { site.joined[member.join("")] = member; });
      });
    }
    return site.joined[word] || [word];
  }

  return { empty: empty, formsOf: formsOf, open: open, spaced: spaced, vocabulary: vocabulary };
})();
