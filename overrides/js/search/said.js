/*
What somebody said of themselves, as chips that lead to the estimator; the amount; what is still missing. ES5. Single
files have none of it.
*/
var SearchSaid = (function () {
  "use strict";
  var D = SearchDescribe, put, link, filled;

  function labelOf(state, name, value) {
    var words = (state.site.data.labels || {})[name], text = state.said.getAttribute("data-" + name.replace("_", "-"));
    if (name === "children") value = value.split(",").map(function (one) { return words[one]; }).join(", ");
    else if (words) value = words[value] || value;
    else if (name === "income" && value > 0) value = "Rp" + grouped(value, state.said.getAttribute("data-mark"));
    return text ? filled(text, { value: value }) : value;
  }

  function grouped(value, mark) {
    return String(value).replace(/\B(?=(\d{3})+$)/g, mark);
  }

  /* Each input that was understood, as a link to the estimator, where it can be changed. */
  function drawSaid(state, read) {
    var chips = state.said.querySelector(".row"), asks = state.said.querySelector(".list"), known = D.fragment(read);
    chips.textContent = asks.textContent = "";
    Object.keys(read.inputs).forEach(function (name) {
      var value = read.inputs[name], special = state.said.getAttribute("data-" + value);
      if (name === "segment" && read.inputs.occupation || name === "sector") return;
      link(put(chips, "li"), state.count(known), special || labelOf(state, name, value));
    });
    asksOf(read).forEach(function (one) {
      link(put(asks, "li"), state.count(known + one.more), state.said.getAttribute("data-ask-" + one.name));
    });
    var button = state.said.querySelector(".next a");
    button.href = state.count(known);
    button.parentNode.hidden = read.asks.indexOf("event") >= 0 || !read.inputs.segment;
    drawSum(state, read, known);
  }

  /* The amount, where all was said that it needs. */
  function drawSum(state, read, known) {
    var box = state.said.querySelector(".sum"), mark = state.said.getAttribute("data-mark");
    box.hidden = true;
    if (missing(read).some(function (name) { return name !== "children"; })) return;
    SearchAmount.show(box, known, { put: put, filled: filled, money: function (value) {
      return "Rp" + grouped(value, mark);
    } }, function () { state.again(); });
  }

  /* What is still missing, each a question with one tap: {name, more}, `more` for the estimator's fragment. */
  function asksOf(read) {
    var asks = [], said = read.inputs;
    if (!said.segment) asks.push({ name: "work", more: "" });
    if (said.segment && said.segment !== "pmi" && !(said.income > 0)) asks.push({ name: "income", more: "" });
    if (said.event === "died") {
      asks.push({ name: "work-death", more: "&event=work-death" });
      asks.push({ name: "death", more: "&event=death" });
    }
    if (said.event === "work-sick" && !said.sick_months) asks.push({ name: "sick", more: "" });
    if (said.kids) asks.push({ name: "children", more: "" });
    return asks;
  }

  /* Names of what is still missing. */
  function missing(read) {
    return asksOf(read).map(function (one) { return one.name; });
  }

  /* Draws what was understood; whether anything was. */
  function show(state, text, tools) {
    var read = D.read(state.site, text);
    put = tools.put;
    link = tools.link;
    filled = tools.filled;
    state.said.hidden = !read.described;
    if (read.described) drawSaid(state, read);
    return read.described;
  }

  return { missing: missing, show: show };
})();
