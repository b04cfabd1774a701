/*
The amount for what somebody said of themselves: the site's own estimator (api/v1/estimator.js), loaded when it is first
needed. ES5. Nothing is shown while something is still asked, and nothing where an amount lies between two.
*/
var SearchAmount = (function () {
  "use strict";
  var asked = null, DEATHS = /^(?:work-)?death$/;

  function inputsOf(fragment) {
    var found = {};
    fragment.slice(1).split("&").forEach(function (pair) {
      found[pair.split("=")[0]] = decodeURIComponent(pair.split("=")[1]);
    });
    return found;
  }

  /* The answer to a fragment; null where the estimator has none, or one that lies between two amounts. */
  function answer(fragment) {
    try {
      var found = PahamJamsostek.estimate(inputsOf(fragment), document.documentElement.lang);
      return found.range ? null : found;
    } catch (wrong) {
      return null;
    }
  }

  /* Who pays how much, and what the family of somebody who died gets: [{name, value, more}], `name` a sentence. */
  function sums(found) {
    var paid = found.monthly, said = found.inputs, list = [];
    if (said.segment === "pu") list.push({ name: "wage", value: paid.worker, more: paid.employer });
    else if (said.segment !== "bpu") list.push({ name: "once", value: found.grand_total });
    else list.push({ name: said.payer === "self" ? "self" : "other", value: paid.total });
    if (DEATHS.test(said.event) && found.benefit_total) list.push({ name: "family", value: found.benefit_total });
    return list;
  }

  /* What must have been paid before, as the estimator says it to somebody who paid nothing yet. */
  function waits(fragment, found) {
    var unsaid = DEATHS.test(found.inputs.event) && found.inputs.paid_months == null;
    var none = unsaid && answer(fragment + "&paid_months=0");
    return none ? none.notices.filter(function (notice) { return notice.id === "waiting"; }) : [];
  }

  /* Draws the amounts with all that they hold under, and each step folded; `tools`: {put, filled, money}. */
  function draw(box, fragment, tools) {
    var found = answer(fragment), list = box.querySelector("div"), steps = box.querySelector("details ul"), under;
    box.hidden = !found;
    if (!found) return;
    list.textContent = steps.textContent = "";
    sums(found).forEach(function (one) {
      var values = { value: tools.money(one.value), more: tools.money(one.more || 0) };
      tools.put(tools.put(list, "p"), "b", tools.filled(box.getAttribute("data-" + one.name), values));
    });
    under = tools.put(list, "ul");
    found.notices.concat(waits(fragment, found), found.assumptions).map(function (one) {
      return one.text;
    }).filter(function (text, at, all) { return all.indexOf(text) === at; }).forEach(function (text) {
      tools.put(under, "li", text);
    });
    found.steps.forEach(function (step) { tools.put(steps, "li", step.text); });
  }

  /* Shows the amount for a fragment; `again` is called once the estimator is there. */
  function show(box, fragment, tools, again) {
    box.hidden = true;
    if (typeof PahamJamsostek !== "undefined") return draw(box, fragment, tools);
    if (asked) return;
    asked = tools.put(document.body, "script");
    asked.onload = again;
    asked.onerror = function () { asked = null; };
    asked.src = box.getAttribute("data-script");
  }

  return { show: show, sums: sums };
})();
