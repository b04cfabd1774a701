/*
The search for the risk class of a business: of the kinds that stand on the page, those that fit what somebody types.
One classic script in ES5. Nothing is sent and nothing is kept. `finder` holds the kinds ({element, risk, name, text}),
where results are shown, and the words for it.
*/
var RiskFinder = (function () {
  "use strict";
  var MOST = 8;

  function fold(text) {
    return text.toLowerCase().replace(/[^a-z0-9]+/g, " ").trim();
  }

  /** Return how well a kind fits: 2 where one of its names is what was typed, 1 where all words begin one, else 0. */
  function fits(kind, typed) {
    var words = kind.text.split(" ");
    if ((" " + kind.text + " ").indexOf(" " + typed + " ") >= 0) return 2;
    return typed.split(" ").every(function (part) {
      return words.some(function (word) { return word.indexOf(part) === 0; });
    }) ? 1 : 0;
  }

  /** Return the kinds that fit, the best first. */
  function find(kinds, text) {
    var typed = fold(text), best;
    if (typed.length < 2) return [];
    best = kinds.map(function (kind) { return { kind: kind, rank: fits(kind, typed) }; }).filter(function (one) {
      return one.rank;
    });
    best.sort(function (first, second) { return second.rank - first.rank; });
    return best.map(function (one) { return one.kind; });
  }

  function add(parent, name, text) {
    var element = document.createElement(name);
    if (text) element.textContent = text;
    parent.appendChild(element);
    return element;
  }

  /** Show what fits, each with its class and the way to the amounts. */
  function show(finder, text) {
    var found = find(finder.kinds, text), classes = {}, list;
    finder.out.textContent = "";
    if (fold(text).length < 2) return;
    found.slice(0, MOST).forEach(function (kind) { classes[kind.risk] = true; });
    if (!found.length) add(finder.out, "p", finder.words.none);
    if (Object.keys(classes).length > 1) add(finder.out, "p", finder.words.many);
    list = add(finder.out, "ul");
    list.className = "list";
    found.slice(0, MOST).forEach(function (kind) {
      var item = add(list, "li"), link;
      add(item, "b", kind.label);
      item.appendChild(document.createTextNode(" " + kind.name + ". "));
      link = add(item, "a", finder.words.count);
      link.href = finder.count + kind.risk;
    });
  }

  /** Return the kinds of the lists on the page. */
  function kindsOf(lists) {
    var kinds = [];
    [].forEach.call(lists, function (list) {
      [].forEach.call(list.children, function (item) {
        kinds.push({ risk: list.getAttribute("data-risk"), name: list.getAttribute("data-name"),
          label: item.textContent, text: fold(item.textContent + " " + item.getAttribute("data-words")) });
      });
    });
    return kinds;
  }

  function start() {
    var form = document.getElementById("usaha"), field = document.getElementById("usaha-apa");
    var out = document.getElementById("usaha-cocok"), finder;
    if (!form) return;
    finder = { out: out, count: out.getAttribute("data-count"), words: JSON.parse(out.getAttribute("data-words")),
      kinds: kindsOf(document.querySelectorAll("#usaha-semua ul[data-risk]")) };
    form.hidden = false;
    form.addEventListener("submit", function (event) { event.preventDefault(); });
    field.addEventListener("input", function () { show(finder, field.value); });
  }

  if (typeof document !== "undefined") start();
  return { find: find, fold: fold };
})();
if (typeof module === "object") module.exports = RiskFinder;
