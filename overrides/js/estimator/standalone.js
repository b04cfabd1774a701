/*
The end of the estimator as one file (api/v1/estimator.js): what it answers to those who include it, in the shape of
`estimate.py --json`. `rules` and `words` stand before this; guide.website.standalone_estimator puts the parts together.
*/
  var warned = false;

  function step(said, one) {
    return { id: one.id, base: one.base, rate: one.rate, relief: one.relief, amount: one.amount, rounding: one.rounding,
      citation: one.citation, effective: one.effective, text: Estimator.say(said, one.sentence, one.values) };
  }

  /** The inputs as texts: numbers and lists may be given as such. */
  function asText(inputs) {
    var raw = {};
    Object.keys(inputs).forEach(function (name) {
      raw[name] = String(inputs[name]);
    });
    return raw;
  }

  /** The day on the clock of this device, such as 2026-11-22. */
  function clock() {
    var now = new Date();
    return new Date(now.getTime() - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
  }

  /** Say once that these rules were to be looked at again before that day. */
  function warn(day) {
    if (day <= about.review || warned || typeof console !== "object") return;
    warned = true;
    console.warn("paham-jamsostek: these rules were to be looked at again on " + about.review + ": get newer ones");
  }

  /**
   * Return an answer by the law as known on `today`, said in `language`. What cannot be read is thrown as one Error, a
   * line a mistake.
   */
  function estimate(inputs, language, today) {
    var said = words[language || about.languages[0]], day = today || clock(), found;
    warn(day);
    try {
      found = Estimator.answer(rules, asText(inputs), day);
    } catch (wrong) {
      if (!wrong.mistakes) throw wrong;
      throw new Error(wrong.mistakes.map(function (one) {
        return one.name + ": " + Estimator.say(said, one.sentence, one.values);
      }).join("\n"));
    }
    var answer = { inputs: found.inputs, contributions: found.contributions, monthly: found.monthly,
      grand_total: found.grand_total, benefits: found.benefits, benefit_total: found.benefit_total,
      steps: found.steps.map(function (one) { return step(said, one); }),
      assumptions: found.assumptions.map(function (one) {
        return { name: one.name, value: one.value, text: Estimator.say(said, one.sentence, one.values) };
      }) };
    if (found.range) answer.range = found.range;
    answer.notices = found.notices.map(function (one) {
      return { id: one.id, text: Estimator.say(said, one.id, one.values) };
    });
    answer.facts = about.facts;
    return answer;
  }

  return { about: about, estimate: estimate, rules: function () { return rules; } };
})();
if (typeof module === "object") module.exports = PahamJamsostek;
