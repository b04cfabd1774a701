/*
The search: reads the text of every page (guide/pages/search_index.py) and answers from it. One classic script in ES5.

There is no index: one pass over the text of all pages finds what was asked. Two words are kin when one form is inside
both; data/word-forms.yml has the rows of what may be taken off a word. Then come synonyms (data/synonyms.yml), longer
words that begin so, and slips of one letter. Nothing is sent and nothing is kept.
*/
var Search = (function () {
  "use strict";
  var WORD = /[0-9a-z\u00c0-\u1fff\u2c00-\ud7ff]+/gi;
  var PIECES = /([0-9a-z\u00c0-\u1fff\u2c00-\ud7ff]+(?:[.,]\d{3}(?!\d))*)/i;
  var TITLE = 8, PATH = 5, LEAD = 3, HEADING = 2.5, PLAIN = 1;
  var KIN = 0.85, SAME = 0.55, PHRASE = 0.25, BEGUN = 0.7, SLIP = 0.6, MARKED = 0.4;
  var SHORTEST = 3, SURE = 4, SHORT = 5, LEAST = 0.15, SHOWN = 10, GUESSES = 4;

  // Words

  function map() {
    return Object.create(null);
  }

  /* Small letters without accents; `Rp16.800` and `16,800` become one word. Lines stay lines. */
  function fold(text) {
    text = text.toLowerCase();
    if (/[\u00c0-\uffff]/.test(text) && text.normalize) text = text.normalize("NFD").replace(/[\u0300-\u036f]/g, "");
    return text.replace(/(\d)[.,](?=\d{3}(?!\d))/g, "$1").replace(/\brp\.?\s?(?=\d)/g, "");
  }

  function words(text) {
    return fold(text).match(WORD) || [];
  }

  /* Rows of affixes by what they take off, and how long the rest must be; `puts` are the letters that they put instead. */
  function table(rows) {
    var made = { longest: 0, rows: map(), least: map(), puts: "" };
    rows.forEach(function (row) {
      var least = row.split(":"), parts = least[0].split("="), take = parts[0];
      made.least[take] = +least[1] || SHORTEST;
      (made.rows[take] = made.rows[take] || []).push(parts[1] || "");
      made.longest = Math.max(made.longest, take.length);
      made.puts += parts[1] || "";
    });
    return made;
  }

  function rulesOf(data) {
    return { endings: data.endings.map(table), beginnings: table(data.beginnings) };
  }

  /* Every form that may be inside a word, the word itself first. */
  function forms(word, rules) {
    var found = [word], once;
    if (word.length <= SHORTEST || /\d/.test(word)) return found;
    rules.endings.forEach(function (table) { takeOff(found, 0, table, true); });
    once = takeOff(found, 0, rules.beginnings, false);
    takeOff(found, once, rules.beginnings, false);
    return found;
  }

  /* Adds what is left of the forms from a place on, by one row each; answers how many there were. */
  function takeOff(found, from, table, atEnd) {
    var before = found.length;
    for (var i = from; i < before; i++) {
      var form = found[i];
      for (var size = 1; size <= table.longest && size < form.length; size++) {
        var take = atEnd ? form.slice(-size) : form.slice(0, size), puts = table.rows[take];
        for (var j = 0; puts && j < puts.length; j++) {
          var left = atEnd ? form.slice(0, -size) + puts[j] : puts[j] + form.slice(size);
          if (left.length >= table.least[take] && found.indexOf(left) < 0) found.push(left);
        }
      }
    }
    return before;
  }

  /* Whether a form is inside both; short forms count only where they are one of the words. */
  function akin(one, other) {
    return one.some(function (form, i) {
      var at = other.indexOf(form);
      return at >= 0 && (form.length >= SURE || at === 0 || i === 0);
    });
  }

  /* Whether two words differ by one letter: another, one more, one less, or two that changed places. */
  function near(one, other) {
    var more = one.length - other.length, i = 0;
    if (more > 1 || more < -1) return false;
    while (i < one.length && one.charAt(i) === other.charAt(i)) i++;
    if (more > 0) return one.slice(i + 1) === other.slice(i);
    if (more < 0) return one.slice(i) === other.slice(i + 1);
    return one.slice(i + 1) === other.slice(i + 1) ||
      (one.charAt(i) === other.charAt(i + 1) && one.charAt(i + 1) === other.charAt(i) && one.slice(i + 2) === other.slice(i + 2));
  }

  // The text

  function open(data) {
    var site = { rules: rulesOf(data), skip: map(), titles: map(), forms: map() };
    words(data.skip).forEach(function (word) { site.skip[word] = true; });
    site.groups = data.same.map(function (group) { return group.split(",").map(words); });
    site.pages = data.pages.map(function (page) {
      var text = page[0] + "\n" + page[1] + "\n" + page[2] + "\n" + page[3];
      site.titles[page[0]] = page[1];
      var called = words(page[1]).filter(function (word) { return !site.skip[word]; });
      return { path: page[0], title: page[1], called: called, worth: page[4], lines: text, text: fold(text) };
    });
    var all = site.pages.reduce(function (sum, page) { return sum + page.text.length; }, 0);
    site.pages.forEach(function (page) {
      page.norm = 0.4 + 0.6 * page.text.length * site.pages.length / all;
      page.named = page.text.indexOf("\n") + 1;
      page.lead = page.text.indexOf("\n", page.named) + 1;
    });
    return site;
  }

  /* What the first answer needs, made while somebody still types. */
  function warm(site) {
    site.groups.forEach(function (group) {
      group.forEach(function (member) { member.forEach(function (word) { formsOf(site, word); }); });
    });
    if (site.groups.length) find(site, site.groups[0][0].join(" "), SHOWN, true);
  }

  function formsOf(site, word) {
    return site.forms[word] = site.forms[word] || forms(word, site.rules);
  }

  /* Every word of the site with how often it stands there; made when the first slip needs it. */
  function vocabulary(site) {
    if (!site.words) {
      site.words = map();
      site.pages.forEach(function (page) {
        page.text.match(WORD).forEach(function (word) { site.words[word] = (site.words[word] || 0) + 1; });
      });
      site.list = Object.keys(site.words).filter(function (word) { return word.length >= SHORTEST && !site.skip[word]; });
    }
    return site.list;
  }

  // What was asked

  /* One typed word, or one of its synonyms: what it is worth in all and in a sentence. `begun`: it may not be whole. */
  function part(site, word, begun) {
    return { word: word, forms: formsOf(site, word), begun: begun && word.length > 1 };
  }

  function fit(site, part, word) {
    if (word === part.word) return 1;
    if (akin(part.forms, formsOf(site, word))) return KIN;
    return part.begun && word.lastIndexOf(part.word, 0) === 0 ? BEGUN : 0;
  }

  /* Ways to say one unit of what was typed, from the word at a place on: itself, and all that means the same. */
  function unitAt(site, typed, at, begun, worth) {
    var own = phrase(site, typed, at), length = own ? own.words.length : 1;
    var unit = { length: length, typed: typed[at], ways: [], begun: begun, known: Boolean(own) };
    unit.ways.push(way(site, typed.slice(at, at + length), worth, worth, begun));
    (own ? own.group : []).forEach(function (other) {
      if (other !== own.words) unit.ways.push(way(site, other, worth * SAME, worth * (other.length > 1 ? PHRASE : SAME)));
    });
    return unit;
  }

  function way(site, list, worth, shown, begun) {
    return { worth: worth, shown: shown, parts: list.map(function (word) { return part(site, word, begun); }) };
  }

  /* The longest phrase of a group of synonyms that stands at a place of what was typed. */
  function phrase(site, typed, at) {
    var best = null;
    site.groups.forEach(function (group) {
      group.forEach(function (member) {
        var fits = member.every(function (word, i) {
          return typed[at + i] !== undefined && akin(formsOf(site, word), formsOf(site, typed[at + i]));
        });
        if (fits && (!best || member.length > best.words.length)) best = { group: group, words: member };
      });
    });
    return best;
  }

  function empty(site, word) {
    return formsOf(site, word).some(function (form, i) { return site.skip[form] && (i === 0 || form.length >= SURE); });
  }

  function units(site, typed, done) {
    var found = [], kept = typed.filter(function (word) { return !empty(site, word); });
    kept = kept.length ? kept : typed;
    for (var i = 0; i < kept.length; i += found[found.length - 1].length) {
      found.push(unitAt(site, kept, i, !done && i === kept.length - 1, 1));
    }
    return found;
  }

  /* Whether a word was probably meant; one letter changed in a short word ("hamil", "hasil") makes another word. */
  function meant(word, other) {
    return near(word, other) && (word.length > SHORT || word.length !== other.length ||
      word.split("").sort().join("") === other.split("").sort().join(""));
  }

  /* Words of the site that are one letter away, the most frequent first; else those that are so from a form inside. */
  function slips(site, word) {
    if (word.length < SURE || /^\d+$/.test(word)) return [];
    var inside = formsOf(site, word).filter(function (form) { return form.length >= SURE; });
    var all = vocabulary(site), found = all.filter(function (other) { return meant(word, other); });
    if (!found.length) found = all.filter(function (other) { return inside.some(function (form) { return meant(form, other); }); });
    return found.sort(function (one, other) { return site.words[other] - site.words[one]; }).slice(0, GUESSES);
  }

  /* The unit for a word that nobody knows: what was probably meant. */
  function guessed(site, unit) {
    slips(site, unit.typed).forEach(function (word) {
      unit.ways = unit.ways.concat(unitAt(site, [word], 0, false, SLIP).ways);
    });
    return unit;
  }

  // Finding

  /* What stands in every form of the words that were asked for, whatever was put before or behind them. */
  function cores(site, asked) {
    var found = map(), swaps = site.rules.beginnings.puts, ends = site.rules.endings.map(function (one) { return one.puts; }).join("");
    eachPart(asked, function (one) {
      one.forms.forEach(function (form, i) {
        if (form.length < SURE && i > 0) return;
        if (form.length >= SURE && swaps.indexOf(form.charAt(0)) >= 0) form = form.slice(1);
        if (form.length >= SURE && ends.indexOf(form.slice(-1)) >= 0) form = form.slice(0, -1);
        found[form] = true;
      });
    });
    var list = Object.keys(found).sort(function (one, other) { return one.length - other.length; }), kept = [];
    list.forEach(function (core) {
      if (!kept.some(function (shorter) { return core.indexOf(shorter) >= 0; })) kept.push(core);
    });
    return new RegExp(kept.join("|"), "g");
  }

  function eachPart(asked, visit) {
    asked.forEach(function (unit, number) {
      unit.ways.forEach(function (way) { way.parts.forEach(function (one) { visit(one, way, number); }); });
    });
  }

  function inWord(code) {
    return code > 191 || (code > 96 && code < 123) || (code > 47 && code < 58);
  }

  /* Everything asked for on one page: words by their number; with `lines`, what stands in each line is put there. */
  function scan(page, search, verdict, lines) {
    var met = [], text = page.text;
    search.lastIndex = 0;
    while (search.test(text)) {
      var to = search.lastIndex, from = to - 1;
      while (from && inWord(text.charCodeAt(from - 1))) from--;
      while (inWord(text.charCodeAt(to))) to++;
      search.lastIndex = to;
      var said = verdict(text.slice(from, to));
      if (!said.length) continue;
      var line = text.lastIndexOf("\n", from) + 1, sign = text.charAt(line);
      if (sign === "#") continue;
      var weight = line === 0 ? PATH : line === page.named ? TITLE : line === page.lead ? LEAD : sign === "=" ? HEADING : PLAIN;
      var here = lines && (lines[line] = lines[line] || []);
      for (var i = 0; i < said.length; i++) {
        var one = said[i];
        met[one.number] = (met[one.number] || 0) + weight * one.fit;
        if (here) here[one.unit] = Math.max(here[one.unit] || 0, one.shown);
      }
    }
    return met;
  }

  /* Looks through all pages; tells every unit on how many it was met. */
  function look(site, asked) {
    var all = [], known = map(), search = cores(site, asked);
    eachPart(asked, function (one, way, unit) { all.push({ part: one, shown: way.shown, unit: unit, number: one.number = all.length }); });
    function verdict(word) {
      if (!known[word]) {
        known[word] = [];
        all.forEach(function (one) {
          var fits = fit(site, one.part, word);
          if (fits) known[word].push({ number: one.number, unit: one.unit, fit: fits, shown: fits * one.shown });
        });
      }
      return known[word];
    }
    var seen = site.pages.map(function (page) { return scan(page, search, verdict, null); });
    asked.forEach(function (unit) {
      unit.pages = seen.map(function (found) {
        return unit.ways.reduce(function (most, way) {
          var least = way.parts.reduce(function (least, one) { return Math.min(least, found[one.number] || 0); }, Infinity);
          return Math.max(most, least * way.worth);
        }, 0);
      });
      unit.count = unit.pages.filter(Boolean).length;
      unit.worth = unit.count && Math.log(1 + site.pages.length / (unit.count + 3));
    });
    return { search: search, verdict: verdict };
  }

  /* The pages that answer what was typed, best first. `done`: the last word is whole. */
  function find(site, text, limit, done) {
    var asked = units(site, words(text).filter(function (word) { return word.length > 1 || /\d/.test(word); }), done);
    if (!asked.length) return { count: 0, results: [] };
    var looked = look(site, asked);
    if (asked.some(function (unit) { return !unit.count && !unit.known; })) {
      asked = asked.map(function (unit) { return unit.count || unit.known ? unit : guessed(site, unit); });
      looked = look(site, asked);
    }
    var ranked = [];
    site.pages.forEach(function (page, number) {
      var sum = 0, met = 0;
      asked.forEach(function (unit) {
        var said = unit.pages[number];
        sum += unit.worth * said * 2.2 / (said + 1.2 * page.norm);
        met += said ? 1 : 0;
      });
      if (!met) return;
      var whole = (0.3 + 0.7 * met / asked.length) * (1 + 0.6 * titled(page, looked.verdict));
      ranked.push({ page: page, number: number, score: page.worth * sum * whole });
    });
    ranked.sort(function (one, other) { return other.score - one.score || one.number - other.number; });
    ranked = ranked.filter(function (one) { return one.score > LEAST * ranked[0].score; });
    return { count: ranked.length, results: ranked.slice(0, limit).map(function (one) {
      var lines = map();
      scan(one.page, looked.search, looked.verdict, lines);
      return result(site, one.page, lines, asked, looked.verdict);
    }) };
  }

  function best(verdict, word) {
    return verdict(word).reduce(function (most, one) { return Math.max(most, one.shown); }, 0);
  }

  /* The part of a title's words, 0 to 1, that was asked for. */
  function titled(page, verdict) {
    return page.called.reduce(function (sum, word) { return sum + best(verdict, word); }, 0) / (page.called.length || 1);
  }

  /* A page as it is shown: its title, and the sentence that says most of what was asked, with where it stands. */
  function result(site, page, lines, asked, verdict) {
    var chosen = page.lead, most = 0;
    Object.keys(lines).forEach(function (line) {
      var score = lines[line].reduce(function (sum, shown, unit) { return sum + shown * asked[unit].worth; }, +line === page.lead ? 0.1 : 0);
      if (+line > page.named && score > most) {
        most = score;
        chosen = +line;
      }
    });
    var all = page.lines.split("\n"), at = page.text.slice(0, chosen).split("\n").length - 1, anchor = "";
    for (var i = at; i > 2 && !anchor; i--) if (all[i].charAt(0) === "#") anchor = all[i].slice(1);
    var up = page.path.split("/").length > 2 ? page.path.split("/")[0] + "/" : "";
    return { path: page.path, title: page.title, up: up && site.titles[up] || "", anchor: anchor,
      sentence: marked(all[at].replace(/^=/, ""), verdict) };
  }

  /* A sentence in pieces: every other one, from the second on, was asked for. */
  function marked(text, verdict) {
    var pieces = [""];
    text.split(PIECES).forEach(function (piece, i) {
      if (i % 2 && best(verdict, words(piece)[0] || "") >= MARKED) pieces.push(piece, "");
      else pieces[pieces.length - 1] += piece;
    });
    return pieces;
  }

  // The page

  function put(parent, tag, text) {
    var made = document.createElement(tag);
    if (text) made.appendChild(document.createTextNode(text));
    parent.appendChild(made);
    return made;
  }

  function draw(box, found, href) {
    box.textContent = "";
    var list = put(box, "ol");
    list.className = "list";
    found.results.forEach(function (one) {
      var link = put(put(list, "li"), "a");
      link.href = href(one);
      put(link, "b", one.title);
      if (one.up) link.appendChild(document.createTextNode(" · " + one.up));
      put(link, "br");
      one.sentence.forEach(function (piece, i) {
        if (i % 2) put(link, "mark", piece);
        else link.appendChild(document.createTextNode(piece));
      });
    });
  }

  /* `read`: gives what a file has of its own pages, whose addresses are sections; the site loads it. */
  function start(form, read) {
    var before = form.id.replace(/search$/, "");
    var field = form.querySelector("input"), list = document.getElementById(before + "found");
    var status = document.getElementById(before + "count"), all = document.getElementById(before + "all"), made, asked, timer;

    function say(name, values) {
      var text = name && form.getAttribute("data-" + name).replace(/\{(\w+)\}/g, function (gap, key) { return values[key]; });
      clearTimeout(timer);
      timer = setTimeout(function () { status.textContent = text || ""; }, 250);
    }

    function href(one) {
      if (read) return "#" + (one.anchor || one.path.replace(/\/$/, "").replace("/", "-"));
      var file = location.protocol === "file:" ? "index.html" : "";
      return form.getAttribute("data-root") + one.path + file + (one.anchor ? "#" + one.anchor : "");
    }

    function load() {
      if (asked) return;
      if (read) {
        asked = true;
        return use(read());
      }
      asked = put(document.body, "script");
      asked.onload = function () { use(window.searchIndex); };
      asked.onerror = function () {
        asked = null;
        say("failed");
      };
      asked.src = form.getAttribute("data-pages");
    }

    function use(data) {
      made = open(data);
      show();
      setTimeout(function () { warm(made); }, 0);
    }

    function show() {
      var text = field.value.trim();
      all.hidden = !!text;
      if (!text) list.textContent = "";
      if (!text || !made) return say("");
      var found = find(made, text, SHOWN);
      draw(list, found, href);
      say(found.count === 0 ? "none" : found.count === 1 ? "one" : "many", { count: found.count, words: text });
    }

    function keep() {
      var text = field.value.trim();
      if (!read && history.replaceState) history.replaceState(null, "", text ? "#q=" + encodeURIComponent(text) : "#");
    }

    function move(event) {
      var links = [].slice.call(list.querySelectorAll("a")), at = links.indexOf(document.activeElement);
      var step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (event.key === "Escape") {
        field.value = "";
        show();
        field.focus();
      } else if (step && (at >= 0 || document.activeElement === field)) {
        (links[at + step] || (at + step < 0 ? field : links[at]) || field).focus();
      } else return;
      event.preventDefault();
    }

    form.hidden = false;
    form.addEventListener("submit", function (event) {
      event.preventDefault();
      var first = list.querySelector("a");
      if (first) first.focus();
    });
    field.addEventListener("focus", load);
    field.addEventListener("input", function () {
      load();
      show();
    });
    list.addEventListener("click", keep);
    form.addEventListener("keydown", move);
    list.addEventListener("keydown", move);
    if (/^#q=/.test(location.hash)) {
      field.value = decodeURIComponent(location.hash.slice(3));
      load();
    }
  }

  if (typeof document !== "undefined" && document.querySelector("#search[data-pages]")) start(document.getElementById("search"));
  return { start: start, open: open, find: find, forms: forms, near: near, words: words, rulesOf: rulesOf };
})();
if (typeof module !== "undefined") module.exports = Search;
