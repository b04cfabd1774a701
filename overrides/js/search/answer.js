/*
The answer to a question: the record whose keys say most of what was asked, or that nobody here knows. ES5, one script.

A record's score has two parts that `explain` shows: how alike the question and the best key are (`alike`: shared weight
over the root of both weights), and how much of the question the whole record says (`covered`). A word weighs more the
fewer records say it. Below the thresholds the answer is "I do not know"; `make ask` measures where they have to stand.
*/
var SearchAnswer = (function () {
  "use strict";
  var W = SearchWords, T = SearchText, R = SearchRank, S = SearchSayings;
  var HELP = /tanya\/tolong\/$/, OURS = /jamsostek|bpjs/i;
  var SAME = 0.75, SLIP = 0.8, BODY = 0.75, TITLE = 0.5, COVER = 0.8, KIN = 0.95;
  var INTENT = 0.14, ASIDE = 0.3, COMMON = 8, UNSEEN = 0.85;
  var EXACT = 0.2, KEYWORD = 1.2, FUSED = 3;
  var LEAST = 0.6, SAID = 0.55, PARTLY = 0.4, BOTH = 1.05, SECTION = 0.6, WHOLE = 0.99, ALIKE = 0.9;
  var THREE = 3, KEPT = 8;

  // The index: which keys hold a word

  function indexOf(site) {
    if (site.index) return site.index;
    var index = site.index = { keys: [], met: W.map(), inside: W.map(), weights: W.map() };
    index.records = SearchRecords.of(site);
    index.records.forEach(function (record, number) {
      record.keys.forEach(function (key) { addKey(site, index, number, key, "key"); });
      addKey(site, index, number, record.told.join(" "), "body");
      if (record.inner) addKey(site, index, number, record.page.title, "title");
    });
    Object.keys(index.met).forEach(function (word) {
      T.formsOf(site, word).forEach(function (form) { (index.inside[form] = index.inside[form] || []).push(word); });
    });
    index.keys.forEach(function (key) {
      key.weight = key.kind === "key" && key.words.reduce(function (sum, word) {
        return sum + weightOf(site, word);
      }, 0);
    });
    return index;
  }

  function addKey(site, index, record, text, kind) {
    var all = W.words(text), seen = W.map(), words = all.filter(function (word) {
      return !seen[word] && (seen[word] = true) && !T.empty(site, word);
    });
    if (kind === "key" && !words.length) words = all;
    words.forEach(function (word) { (index.met[word] = index.met[word] || []).push(index.keys.length); });
    index.keys.push({ record: record, text: text.trim(), words: words, kind: kind,
      intents: kind === "key" ? intentsOf(site, all) : [] });
  }

  /* The kinds of answer that words ask for: "who", "when", "how much" (data/sayings.yml). */
  function intentsOf(site, words) {
    var typed = " " + words.join(" ") + " ";
    site.intents = site.intents || (site.data.sayings || []).filter(function (row) {
      return /^intent=/.test(row[0]);
    }).map(function (row) {
      var phrases = S.phrasesOf(site, row[0]).map(function (phrase) { return phrase.join(" "); });
      return { name: row[0], said: new RegExp(" (?:" + phrases.join("|") + ") ") };
    });
    return site.intents.filter(function (one) {
      return one.said.test(typed);
    }).map(function (one) { return one.name; });
  }

  /* Words of the index that are kin to a word, the word itself with them. */
  function kin(site, word) {
    var found = W.map();
    T.formsOf(site, word).forEach(function (form, i) {
      (site.index.inside[form] || []).forEach(function (other) {
        if (form.length >= W.SURE || i === 0 || other === form) found[other] = other === word ? 1 : KIN;
      });
    });
    return found;
  }

  /* The more records hold a word in a key, the less it weighs. */
  function rare(site, count) {
    return Math.log(1 + site.index.records.length / (count + 2));
  }

  function weightOf(site, word) {
    var index = site.index, seen = W.map(), count = 0;
    if (index.weights[word]) return index.weights[word];
    Object.keys(kin(site, word)).forEach(function (other) {
      index.met[other].forEach(function (key) {
        if (index.keys[key].kind === "key" && !seen[index.keys[key].record]) {
          seen[index.keys[key].record] = true;
          count++;
        }
      });
    });
    return index.weights[word] = rare(site, count);
  }

  // Matching

  /* How well each key holds a part: by key, 0 to 1. */
  function heldBy(site, part) {
    var found = W.map(), others = kin(site, part.word);
    if (part.begun) Object.keys(site.index.met).forEach(function (word) {
      if (!others[word] && word.lastIndexOf(part.word, 0) === 0) others[word] = 0.7;
    });
    Object.keys(others).forEach(function (word) {
      site.index.met[word].forEach(function (key) { found[key] = Math.max(found[key] || 0, others[word]); });
    });
    return found;
  }

  function held(site, unit) {
    var all = W.map();
    unit.ways.forEach(function (way, i) {
      var worth = way.worth === 1 ? 1 : way.slip ? SLIP : i === 0 ? way.worth : SAME;
      var parts = way.parts.map(function (part) { return heldBy(site, part); });
      Object.keys(parts[0]).forEach(function (key) {
        var least = parts.reduce(function (least, part) { return Math.min(least, part[key] || 0); }, 1) * worth;
        if (least > (all[key] || 0)) all[key] = least;
      });
    });
    return all;
  }

  /*
  The weight of a unit: of the rarest of its own words. A word that no key says but pages do is common speech and weighs
  little; a number or the name of a place says less than the rest; what nobody says weighs most, unless it has synonyms.
  */
  function unitWeight(site, unit) {
    var own = wayWeight(site, unit.ways[0]);
    if (!unit.known || site.index.met[unit.typed]) return own;
    return unit.ways.reduce(function (least, way) { return Math.min(least, wayWeight(site, way)); }, own);
  }

  function wayWeight(site, way) {
    return way.parts.reduce(function (most, part) { return Math.max(most, wordWeight(site, part.word)); }, 0);
  }

  function wordWeight(site, word) {
    var weight = weightOf(site, word), keyed = Object.keys(kin(site, word)).length > 0;
    if ((/^\d+$/.test(word) && !keyed) || placesOf(site)[word]) return weight * ASIDE;
    T.vocabulary(site);
    if (!keyed && !site.words[word]) return weight * UNSEEN;
    return keyed || !site.words[word] ? weight : rare(site, COMMON * site.words[word]);
  }

  /* Words in the names of places, of the pages below `wilayah/`. */
  function placesOf(site) {
    if (!site.placed) {
      site.placed = W.map();
      site.pages.forEach(function (page) {
        if (/^wilayah\/./.test(page.path)) page.called.forEach(function (word) { site.placed[word] = true; });
      });
    }
    return site.placed;
  }

  function unitsOf(site, text, done) {
    var typed = W.typed(text).filter(function (word) { return word.length > 1 || /\d/.test(word); });
    indexOf(site);
    typed = T.spaced(site, typed);
    typed = typed.filter(function (word, i) { return typed.indexOf(word) === i; });
    return R.units(site, typed, done).map(function (unit) {
      unit.held = held(site, unit);
      if (!Object.keys(unit.held).length && !unit.known) guess(site, unit);
      unit.weight = unitWeight(site, unit);
      return unit;
    });
  }

  function guess(site, unit) {
    R.slips(site, unit.typed).forEach(function (word) {
      R.units(site, [word], true)[0].ways.forEach(function (way) {
        way.slip = true;
        unit.ways.push(way);
      });
    });
    unit.held = held(site, unit);
  }

  /* Scores of all records that hold anything of it, best first. */
  function ranked(site, units, intents) {
    var index = site.index, all = W.map(), total = 0;
    units.forEach(function (unit, i) {
      total += unit.weight;
      Object.keys(unit.held).forEach(function (number) {
        var key = index.keys[number], record = all[key.record] = all[key.record] || blank(key.record);
        var worth = unit.held[number] * (key.kind === "key" ? 1 : key.kind === "body" ? BODY : TITLE);
        record.units[i] = Math.max(record.units[i] || 0, worth);
        if (key.kind === "key") record.keys[number] = (record.keys[number] || 0) + unit.held[number] * unit.weight;
      });
    });
    return Object.keys(all).map(function (number) { return scored(site, all[number], units, total, intents); });
  }

  function blank(number) {
    return { number: number, keys: W.map(), units: [] };
  }

  function best(found) {
    return found.sort(function (one, other) { return other.score - one.score || one.number - other.number; });
  }

  function scored(site, found, units, total, intents) {
    var record = site.index.records[found.number], alike = 0, key = "";
    Object.keys(found.keys).forEach(function (number) {
      var own = site.index.keys[number], like = found.keys[number] / Math.sqrt(total * Math.max(own.weight, 1));
      if (intents.some(function (one) { return own.intents.indexOf(one) >= 0; })) like += INTENT;
      if (like > alike) {
        alike = like;
        key = site.index.keys[number].text;
      }
    });
    found.covered = units.reduce(function (sum, unit, i) {
      return sum + unit.weight * (found.units[i] || 0);
    }, 0) / (total || 1);
    found.alike = alike;
    found.key = key;
    found.record = record;
    found.score = (found.alike + COVER * found.covered) * record.role * (0.7 + 0.3 * record.page.worth);
    if (units.length === 1 && !record.inner && record.role === 1 && alike >= SAME) found.score *= KEYWORD;
    return found;
  }

  /* The records of one place count once; none of those for people in need, who are answered before. */
  function once(found) {
    var seen = W.map();
    return found.filter(function (one) {
      var place = one.record.page.path + "#" + one.record.anchor;
      return !HELP.test(one.record.page.path) && !seen[place] && (seen[place] = true);
    });
  }

  /* Raises records that are asked for word by word. */
  function lift(found, text) {
    var said = W.typed(text).join(" ");
    found.forEach(function (one) {
      one.exact = Boolean(one.key) && W.words(one.key).join(" ") === said;
      if (one.exact) one.score += EXACT;
    });
    return best(found);
  }

  /* Whether the best record says enough of the question; what names something of another office is not answered. */
  function sure(site, best, units, text) {
    if (!best || best.score < LEAST) return false;
    if (best.exact && (best.record.question || !best.record.inner)) return true;
    if (S.says(site, text, "elsewhere")) return false;
    if (units.every(function (unit) { return T.empty(site, unit.typed); })) return false;
    if ((best.covered < WHOLE || best.alike < ALIKE) && !OURS.test(text) && !strong(site, best, units)) return false;
    if (best.record.inner && !best.record.question && best.alike < SECTION) return false;
    return best.covered >= SAID || (best.covered >= PARTLY && best.covered + best.alike >= BOTH);
  }

  /*
  Whether the record says a word of the question that is not `weak`: one that shows that it is about this guide. So does
  a whole phrase by which people ask for it.
  */
  function strong(site, best, units) {
    if (whole(site, best, units)) return true;
    var weak = S.phrasesOf(site, "weak").map(function (phrase) { return phrase[0]; });
    var places = units.filter(function (unit) { return placesOf(site)[unit.typed]; });
    return places.length === units.length || units.some(function (unit, i) {
      return (best.units[i] || 0) >= BODY && weak.indexOf(unit.typed) < 0 && places.indexOf(unit) < 0;
    });
  }

  /* Whether all words of a key of two words or more were typed as they stand there. */
  function whole(site, best, units) {
    return Object.keys(best.keys).some(function (number) {
      var words = site.index.keys[number].words;
      return words.length > 1 && words.every(function (word) {
        return units.some(function (unit) {
          return unit.ways[0].parts.some(function (part) { return part.word === word; });
        });
      });
    });
  }

  /* What a question finds: {known, answers, pages, units}; `answers` are records, the best of each place once. */
  function ask(site, text, done) {
    var units = unitsOf(site, text, done), pages = R.find(site, text, R.SHOWN, done);
    var found = units.length ? lift(ranked(site, units, intentsOf(site, W.words(text))), text) : [];
    var answers = once(found).slice(0, KEPT);
    return { known: sure(site, answers[0], units, text), answers: answers, units: units, pages: pages };
  }

  /* Pages by both ways of ranking: the page of the best answer, then those that either way puts high. */
  function order(asked) {
    var worth = W.map(), first = asked.answers.length ? asked.answers[0].record.page.path : "";
    function count(paths) {
      paths.filter(function (path, i) { return paths.indexOf(path) === i; }).forEach(function (path, i) {
        worth[path] = (worth[path] || 0) + 1 / (FUSED + i);
      });
    }
    count(asked.answers.map(function (one) { return one.record.page.path; }));
    count(asked.pages.results.map(function (one) { return one.path; }));
    if (first) worth[first] = Infinity;
    return Object.keys(worth).sort(function (one, other) { return worth[other] - worth[one]; });
  }

  /* Three questions of the guide that come nearest, where it does not know. */
  function nearest(asked) {
    return asked.answers.filter(function (one) { return one.record.question; }).slice(0, THREE);
  }

  /* What the first answer needs, made while somebody still types: index, vocabulary, and one answer to a heading. */
  function warm(site) {
    T.vocabulary(site);
    ask(site, indexOf(site).records[0].heading, true);
  }

  return { ask: ask, nearest: nearest, order: order, warm: warm };
})();
