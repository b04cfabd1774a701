/*
Two states in one fragment, `#a=…&b=…`: each is a fragment of the estimator, its own signs escaped; and in what two
answers differ. One classic script in ES5, after js/estimator-page/state.js.
*/
(function (Page) {
  "use strict";
  var has = Estimator.has, each = Estimator.each;
  var SIDES = ["a", "b"];
  var LONGEST = 12000;

  /** Read a fragment: {a, b}, each {raw, told}. A state alone is both, so that one of them can then be changed. */
  function parsePair(page, hash) {
    var text = hash.replace(/^#/, "").slice(0, LONGEST), found = {}, told = [];
    if (!/(^|&)[ab]=/.test(text)) return { a: Page.parse(page, text), b: Page.parse(page, text) };
    text.split("&").forEach(function (piece) {
      var at = piece.indexOf("="), side = at < 0 ? piece : piece.slice(0, at);
      if (!piece) return;
      if (SIDES.indexOf(side) < 0) return told.push({ name: "", sentence: "unknown", bad: side });
      try {
        found[side] = Page.parse(page, decodeURIComponent(piece.slice(at + 1)));
      } catch (error) {
        told.push({ name: "", sentence: "broken", values: {} });
      }
    });
    SIDES.forEach(function (side, at) {
      var other = found[SIDES[1 - at]];
      found[side] = found[side] || { raw: other ? Estimator.copy(other.raw, {}) : {}, told: [] };
    });
    found.a.told = found.a.told.concat(told);
    return found;
  }

  /** Return the fragment of two states. */
  function writePair(page, one, other) {
    return "#" + [one, other].map(function (raw, at) {
      var state = Object.keys(raw).length ? Page.write(page, raw).slice(1) : "";
      return SIDES[at] + "=" + encodeURIComponent(state).replace(/%(2C|3A)/g, decodeURIComponent);
    }).join("&");
  }

  /** Return the names of inputs that two answers have in common, but with other values. */
  function differing(one, other) {
    return Object.keys(one.inputs).filter(function (name) {
      return has(other.inputs, name) && String(one.inputs[name]) !== String(other.inputs[name]);
    });
  }

  /** Return of an answer the programs whose discount the other has not: by its last month. */
  function discounted(answer, other) {
    var found = {};
    function last(one, id) {
      return one.steps.filter(function (step) { return step.id === id && step.relieved_by; }).map(function (step) {
        return step.relieved_by.last;
      })[0];
    }
    each(answer.contributions, function (program) {
      var month = last(answer, program);
      if (!month || !has(other.contributions, program) || last(other, program) === month) return;
      found[month] = (found[month] || []).concat(program.toUpperCase());
    });
    return found;
  }

  each({ parsePair: parsePair, writePair: writePair, differing: differing, discounted: discounted },
    function (name, value) {
      Page[name] = value;
    });
})(EstimatorPage);
