/*
Two months side by side, after js/estimator/engine.js: why the answers differ. One classic script in ES5; adds to
Estimator.
*/
(function (Estimator) {
  "use strict";
  var monthsAfter = Estimator.monthsAfter, notice = Estimator.notice, each = Estimator.each;

  // guide/estimator/compare.py

  /** What changed in the law between two answers, each once: [{id, values}]. */
  function reasons(one, other) {
    var swap = other.inputs.month < one.inputs.month;
    var asked = { notices: [] };
    var after = {};
    function nameOf(step) {
      return step.id.split(".")[0].toUpperCase();
    }
    function alone(step) {
      notice(asked, "one-month-only", { program: nameOf(step) });
    }
    (swap ? one : other).steps.forEach(function (step) {
      after[step.id] = step;
    });
    (swap ? other : one).steps.forEach(function (before) {
      var then = after[before.id];
      var name = nameOf(before);
      var old = before.relieved_by;
      var now = then && then.relieved_by;
      var changed = !old || !now || String(old.factor) !== String(now.factor);
      if (!then) return alone(before);
      delete after[before.id];
      if (old && changed) {
        notice(asked, "relief-ended", { program: name, month: monthsAfter(old.last, 1), citation: old.cite });
      }
      if (now && changed) notice(asked, "relief-began", { program: name, month: now.first, citation: now.cite });
      if (before.entry.effective !== then.entry.effective) {
        notice(asked, "law-changed", { program: name, effective: then.entry.effective, citation: then.entry.cite });
      }
    });
    each(after, function (id, step) {
      alone(step);
    });
    return asked.notices;
  }

  Estimator.reasons = reasons;
})(typeof module === "object" ? require("./engine.js") : Estimator);
