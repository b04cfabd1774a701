/*
The answer as a woven cloth: a benefit in squares, each of them one monthly contribution, as partials/cloth.html draws
it at build (guide/figures/cloth.py; `estimatorMore.motif`: a quarter of its motif, as paths by colour). One classic
script in ES5, before js/estimator-page/after.js.
*/
(function (Page) {
  "use strict";
  var COLUMNS = 125;

  /** Put a drawn element into another, with its attributes; return it. */
  function draw(holder, tag, values) {
    return holder.appendChild(Page.svg(tag, values));
  }

  function thread(holder, colour, path) {
    draw(holder, "path", { "class": colour, d: path });
  }

  /** Draw whole rows with their motif, the unfinished last one, the loom below it, and a year of payments in white. */
  function weave(motif, squares, year) {
    var rows = Math.floor(squares / COLUMNS), last = squares % COLUMNS, height = rows + (last ? 1 : 0);
    var svg = draw(document.createDocumentFragment(), "svg", { viewBox: "0 0 125 " + (height + 1),
      "aria-hidden": "true", "shape-rendering": "crispEdges" });
    var pattern = draw(svg, "pattern", { id: "kain", width: 25, height: rows / Math.ceil(rows / 40),
      viewBox: "0 0 25 24", patternUnits: "userSpaceOnUse", preserveAspectRatio: "none" });
    ["0 12) scale(1 1", "0 12) scale(1 -1", "25 12) scale(-1 1", "25 12) scale(-1 -1"].forEach(function (side) {
      var quarter = draw(pattern, "g", { transform: "translate(" + side + ")" });
      Estimator.each(motif, function (colour, path) { thread(quarter, colour, path); });
    });
    ["#1d2b5c", "url(#kain)"].forEach(function (fill) {
      draw(svg, "path", { fill: fill, d: "M0 0h125v" + rows + "H0z" });
    });
    thread(svg, "red", "M0 .5h125M0 " + (rows - 0.5) + "h125M0 " + (rows + 0.5) + "h" + last);
    thread(svg, "gold", "M0 1.5h125M0 " + (rows - 1.5) + "h125");
    thread(svg, "gold", "M0 " + (height + 0.5) + "h125");
    thread(svg, "white", "M0 " + (rows - 0.5) + "h" + Math.min(year, COLUMNS));
    return svg;
  }

  /** Return which of JKK and JKM an answer holds; none where it is paid once. */
  function basic(answer) {
    return answer && answer.inputs.months ? ["jkk", "jkm"].filter(function (program) {
      return Estimator.has(answer.contributions, program);
    }) : [];
  }

  /** Return what the answer to an event comes to as a cloth with its legend, or null where it would have no row. */
  function cloth(page, answer) {
    var programs = basic(answer), gets = answer && answer.benefit_total;
    var pays = programs.reduce(function (sum, program) {
      return sum + answer.contributions[program].worker + answer.contributions[program].employer;
    }, 0);
    var squares = Math.floor(gets / pays);
    var year = pays && page.words.motif && Page.quiet(page, Page.plus(page, { event: null, people: null,
      programs: programs.join(","), months: "12" }));
    if (!year || answer.range || squares < 4 * COLUMNS) return null;
    return Page.el("figure.cloth", {}, [weave(page.words.motif, squares, Math.ceil(year.grand_total / pays)),
      Page.el("figcaption.small", {}, Page.say(page, "cloth", { pays: pays, gets: gets }))]);
  }

  Page.cloth = cloth;
})(EstimatorPage);
