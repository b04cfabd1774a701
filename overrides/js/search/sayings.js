/*
Phrases with a meaning of their own (data/sayings.yml): words of people in need, of other offices, of oneself. ES5.
*/
var SearchSayings = (function () {
  "use strict";
  var W = SearchWords;

  /* Whether one of the phrases of a meaning (data/sayings.yml) stands in a text, as it is typed or with one slip. */
  function says(site, text, meaning) {
    var typed = W.typed(text);
    return phrasesOf(site, meaning).some(function (phrase) {
      return typed.some(function (_, at) {
        return phrase.every(function (word, i) {
          var other = typed[at + i] || "";
          return word === other || (meaning === "help" && same(word, other, phrase.length > 1));
        });
      });
    });
  }

  function same(word, typed, many) {
    var long = word.length > W.SURE + 1, short = many && word.length >= W.SURE;
    if (typed === word + "nya" || ((long || short) && W.meant(word, typed))) return true;
    return short && !long && typed.length + 1 === word.length && W.near(word, typed);
  }

  function phrasesOf(site, meaning) {
    var kept = site.phrases = site.phrases || W.map();
    return kept[meaning] = kept[meaning] || [].concat.apply([], (site.data.sayings || []).filter(function (row) {
      return row[0] === meaning;
    }).map(function (row) { return row[1].split(",").map(W.words); }));
  }

  return { phrasesOf: phrasesOf, says: says };
})();
