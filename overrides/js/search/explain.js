/*
How a hit came about, on the site, for whoever tunes the search (`#q=…&explain=1`). ES5.
*/
var SearchExplain = (function () {
  "use strict";

  /* Writes the words with their weights, and of each answer score, likeness, what is covered, place and key. */
  function show(state, asked, put) {
    var lines = asked.units.map(function (unit) { return unit.typed + " " + unit.weight.toFixed(2); });
    asked.answers.forEach(function (one) {
      var numbers = [one.score, one.alike, one.covered].map(function (number) { return number.toFixed(2); });
      lines.push(numbers.concat(one.record.page.path + "#" + one.record.anchor, one.key).join("  "));
    });
    put(state.list, "pre", lines.join("\n")).style.whiteSpace = "pre-wrap";
  }

  return { show: show };
})();
