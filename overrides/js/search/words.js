/*
Words for the search: folding, the forms inside a word, slips of the keyboard. One classic script in ES5.

Two words are kin when one form is inside both; data/word-forms.yml has the rows of what may be taken off a word.
*/
var SearchWords = (function () {
  "use strict";
  var WORD = /[0-9a-z\u00c0-\u1fff\u2c00-\ud7ff]+/gi;
  var SHORTEST = 3, SURE = 4, SHORT = 5, LONGEST = 400, LETTERS = 40;

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

  /* What was typed, as words: no longer than somebody types, "2x24" and "gpp" alike; a doubled word counts once. */
  function typed(text) {
    return words(String(text).slice(0, LONGEST)).map(function (word) {
      return word.slice(0, LETTERS);
    });
  }

  /* Rows of affixes by what they take off, and how long the rest must be; `puts` are the letters put instead. */
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
    return one.slice(i + 1) === other.slice(i + 1) || (one.charAt(i) === other.charAt(i + 1) &&
      one.charAt(i + 1) === other.charAt(i) && one.slice(i + 2) === other.slice(i + 2));
  }

  /* Whether a word was probably meant; one letter changed in a short word ("hamil", "hasil") makes another word. */
  function meant(word, other) {
    return near(word, other) && (word.length > SHORT || word.length !== other.length ||
      word.split("").sort().join("") === other.split("").sort().join(""));
  }

  return { akin: akin, fold: fold, forms: forms, map: map, meant: meant, near: near, rulesOf: rulesOf, typed: typed,
    words: words, SURE: SURE, SHORTEST: SHORTEST, WORD: WORD };
})();
