/*
Pages by what was typed, and their best sentences. One classic script in ES5.

There is no index of pages: one pass over the text of all pages finds what was asked. Words that are kin count, then
synonyms (data/synonyms.yml), longer words that begin so, and slips of one letter.
*/
var SearchRank = (function () {
  "use strict";
  var W = SearchWords, T = SearchText;
  var PIECES = /([0-9a-z\u00c0-\u1fff\u2c00-\ud7ff]+(?:[.,]\d{3}(?!\d))*)/i;
  var TITLE = 8, PATH = 5, LEAD = 3, HEADING = 2.5, PLAIN = 1;
  var KIN = 0.85, SAME = 0.55, PHRASE = 0.25, BEGUN = 0.7, SLIP = 0.6, MARKED = 0.4;
  var LEAST = 0.15, SHOWN = 10, GUESSES = 4;

  // What was asked

  /* One typed word, or one of its synonyms: what it is worth in all and in a sentence. `begun`: it may not be whole. */
  function part(site, word, begun) {
    return { word: word, forms: T.formsOf(site, word), begun: begun && word.length > 1 };
  }

  function fit(site, part, word) {
    if (word === part.word) return 1;
    if (W.akin(part.forms, T.formsOf(site, word))) return KIN;
    return part.begun && word.lastIndexOf(part.word, 0) === 0 ? BEGUN : 0;
  }

  /* Ways to say one unit of what was typed, from the word at a place on: itself, and all that means the same. */
  function unitAt(site, typed, at, begun, worth) {
    var own = phrase(site, typed, at), length = own ? own.words.length : 1;
    var unit = { length: length, typed: typed[at], ways: [], begun: begun, known: Boolean(own) };
    unit.ways.push(way(site, typed.slice(at, at + length), worth, worth, begun));
    (own ? own.group : []).forEach(function (other) {
      var shown = worth * (other.length > 1 ? PHRASE : SAME);
      if (other !== own.words) unit.ways.push(way(site, other, worth * SAME, shown));
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
          return typed[at + i] !== undefined && W.akin(T.formsOf(site, word), T.formsOf(site, typed[at + i]));
        });
        if (fits && (!best || member.length > best.words.length)) best = { group: group, words: member };
      });
    });
    return best;
  }

  function units(site, typed, done) {
    var found = [], kept = typed.filter(function (word) { return !T.empty(site, word); });
    kept = kept.length ? kept : typed;
    for (var i = 0; i < kept.length; i += found[found.length - 1].length) {
      found.push(unitAt(site, kept, i, !done && i === kept.length - 1, 1));
    }
    return found;
  }

  /* Words of the site that are one letter away, the most frequent first; else those that are so from a form inside.
     People drop a first letter or change it with the second; with another one ("cold", "old") it is another word. */
  function slips(site, word) {
    if (word.length < W.SURE || /^\d+$/.test(word)) return [];
    var inside = T.formsOf(site, word).filter(function (form) { return form.length >= W.SURE; });
    var found, all = T.vocabulary(site).filter(function (other) {
      return other.charAt(0) === word.charAt(0) || other.charAt(1) === word.charAt(0);
    });
    found = all.filter(function (other) { return W.meant(word, other); });
    if (!found.length) found = all.filter(function (other) {
      return inside.some(function (form) { return W.meant(form, other); });
    });
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
    var found = W.map(), swaps = site.rules.beginnings.puts;
    var ends = site.rules.endings.map(function (one) { return one.puts; }).join("");
    eachPart(asked, function (one) {
      one.forms.forEach(function (form, i) {
        if (form.length < W.SURE && i > 0) return;
        if (form.length >= W.SURE && swaps.indexOf(form.charAt(0)) >= 0) form = form.slice(1);
        if (form.length >= W.SURE && ends.indexOf(form.slice(-1)) >= 0) form = form.slice(0, -1);
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
      var weight = line === 0 ? PATH : line === page.named ? TITLE : line === page.lead ? LEAD : PLAIN;
      if (sign === "=") weight = HEADING;
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
    var all = [], known = W.map(), search = cores(site, asked);
    eachPart(asked, function (one, way, unit) {
      all.push({ part: one, shown: way.shown, unit: unit, number: one.number = all.length });
    });
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
          var least = way.parts.reduce(function (least, one) {
            return Math.min(least, found[one.number] || 0);
          }, Infinity);
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
    var asked = units(site, W.typed(text).filter(function (word) { return word.length > 1 || /\d/.test(word); }), done);
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
      var lines = W.map();
      scan(one.page, looked.search, looked.verdict, lines);
      return result(site, one.page, lines, asked, looked.verdict);
    }) };
  }

  function best(verdict, word) {
    return verdict(word).reduce(function (most, one) { return Math.max(most, one.shown); }, 0);
  }

  /* The part of a title's words, 0 to 1, that was asked for. */
  function titled(page, verdict) {
    var sum = page.called.reduce(function (sum, word) { return sum + best(verdict, word); }, 0);
    return sum / (page.called.length || 1);
  }

  /* A page as it is shown: its title, and the sentence that says most of what was asked, with where it stands. */
  function result(site, page, lines, asked, verdict) {
    var chosen = page.lead, most = 0;
    Object.keys(lines).forEach(function (line) {
      var score = lines[line].reduce(function (sum, shown, unit) {
        return sum + shown * asked[unit].worth;
      }, +line === page.lead ? 0.1 : 0);
      if (+line > page.named && score > most) {
        most = score;
        chosen = +line;
      }
    });
    var all = page.lines.split("\n"), at = page.text.slice(0, chosen).split("\n").length - 1, anchor = "";
    for (var i = at; i > 2 && !anchor; i--) if (all[i].charAt(0) === "#") anchor = all[i].slice(1);
    return { path: page.path, title: page.title, up: above(site, page), anchor: anchor,
      sentence: marked(all[at].replace(/^=/, ""), verdict) };
  }

  /* The title of the page above, if there is one. */
  function above(site, page) {
    var up = page.path.split("/").length > 2 ? page.path.split("/")[0] + "/" : "";
    return up && site.titles[up] || "";
  }

  /* A sentence in pieces: every other one, from the second on, was asked for. */
  function marked(text, verdict) {
    var pieces = [""];
    text.split(PIECES).forEach(function (piece, i) {
      if (i % 2 && best(verdict, W.words(piece)[0] || "") >= MARKED) pieces.push(piece, "");
      else pieces[pieces.length - 1] += piece;
    });
    return pieces;
  }

  /* What the first answer needs, made while somebody still types. */
  function warm(site) {
    site.groups.forEach(function (group) {
      group.forEach(function (member) { member.forEach(function (word) { T.formsOf(site, word); }); });
    });
    if (site.groups.length) find(site, site.groups[0][0].join(" "), SHOWN, true);
  }

  return { above: above, SHOWN: SHOWN, find: find, slips: slips, units: units, warm: warm };
})();
