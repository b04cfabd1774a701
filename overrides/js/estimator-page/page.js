/*
The estimator page: questions one by one or all in one form, and the answer. Both are the same state: the fragment of the
address. One classic script in ES5, after the engine, its rules and words, and js/estimator-page/state.js (guide/pages/estimator_page.py).
*/
function estimatorPage(rules, words, root) {
  "use strict";
  var has = Estimator.has, each = Estimator.each, copy = Estimator.copy, among = Estimator.among;
  var base = estimatorBase(rules, words, root);
  var say = base.say, money = base.money, el = base.el, fill = base.fill, upper = base.upper;
  var inWords = base.inWords, write = base.write, settle = base.settle, today = base.today;
  var tables = rules.inputs;
  var TILES = { income: [1000000, 1500000, 2500000, 4000000], jakon: [50000000, 100000000, 200000000], contract: [24, 12, 6],
    sick_months: [1, 3, 6, 12], paid_months: [12, 60, 180, 240], age: [30, 45, 60], average_wage: [2500000, 4000000] };
  var FLOW = { bpu: ["programs"], pu: ["size"], jakon: [], pmi: ["contract", "placement"] };
  var AMOUNT = ["relief-ends", "below-minimum-wage", "cheaper-package"];
  var EVENT = ["waiting", "program-needs", "program-missing", "jkp-conditions"];
  var result = id("hasil").firstChild, below = id("hasil").lastChild, question = id("tanya");
  var here, state, told, found, asking, wanted, unsure, waiting, passed = {}, page = {};

  // Small things

  /** An element of this page; in a file of several languages the ids of each carry its prefix. */
  function id(name) {
    return document.getElementById(base.before + name);
  }

  function label(name) {
    return has(words.fields, name) ? words.fields[name] : name;
  }

  function called(event) {
    return upper(words.options.event[tables.choices.event.indexOf(event)]);
  }

  function quiet(raw) {
    return settle(raw, []);
  }

  /** Once the tap or the letter itself is painted, draw the answer; then what stands below it, and the address. */
  function go(raw, typing) {
    later(function () {
      here = write(raw);
      draw(!typing);
      later(function () {
        drawBelow();
        try {
          if (typing && history.replaceState) history.replaceState(null, "", here);
          else location.hash = here;
        } catch (error) { }
      }, typing);
    });
  }

  /** After the next picture, and `pause` milliseconds: alone, so that of what is asked quickly only the last is done. */
  function later(act, pause) {
    var mine = waiting = {};
    requestAnimationFrame(function () {
      setTimeout(function () {
        if (mine === waiting) act();
      }, pause || 0);
    });
  }

  function link(raw, inside, before, kind) {
    return el("a", { "class": kind || "door", href: write(raw), click: function (event) {
      if (before) before();
      event.preventDefault();
      go(raw);
    } }, inside);
  }

  function button(name, act, text) {
    return el("button", { type: "button", "class": "plain", click: act, "data-message": text || false }, say(name));
  }

  function plus(more) {
    var raw = copy(state, more);
    delete raw.made;
    each(raw, function (name, value) {
      if (value === null) delete raw[name];
    });
    return raw;
  }

  function titled(title, inside) {
    return el("div", {}, [el("h3", {}, title)].concat(inside));
  }

  function rangeOf(name) {
    return found.range && found.range[name];
  }

  function sum(name, value, tag) {
    return base.sum(name, value, tag, rangeOf(name));
  }

  /** An amount, or the two that it lies between, large and in words. */
  function large(name, value) {
    var range = rangeOf(name);
    return [el("p.big", {}, sum(name, value)),
      el("p", {}, range ? inWords(range[0]) + " – " + inWords(range[1]) : value ? inWords(value) : say("nothing"))];
  }

  function lines(list, kind) {
    return el("ul", kind ? { "class": kind } : {}, list.map(function (line) {
      return el("li", {}, line);
    }));
  }

  // Questions, one a screen

  function list(doors) {
    return lines(doors, "cards long");
  }

  function screen(title, doors, more) {
    fill(question, [el("h2", { tabindex: "-1" }, title), doors.length && list(doors)].concat(more || [],
      el("p", {}, [button("back", function () {
        if (wanted) ask("");
        else history.back();
      })])));
  }

  /** Open the question of an input, by its name; of none, go back to the answer. */
  function ask(name) {
    wanted = name;
    draw(true);
    drawBelow();
  }

  function typed(name, act) {
    var field = el("input", { id: base.before + "typed", type: "text", inputmode: among(tables.money, name) ? "text" : "numeric", autocomplete: "off" });
    return el("form.type", { submit: function (event) {
      event.preventDefault();
      if (field.value.replace(/\s/g, "")) act(field.value);
    } }, [el("label.l", { "for": base.before + "typed" }, say("type")), field, el("button.go", {}, say("go"))]);
  }

  function having(name, value) {
    var more = {};
    more[name] = value === null ? value : String(value);
    return plus(more);
  }

  /** The door that leaves an input out; where an answer needs it, the least usual value counts, and is told. */
  function unsureOf(name, value) {
    var needed = name === "income" || among(tables.required[name] || [], state.event);
    return link(having(name, needed ? value : null), el("b", {}, say("unsure")), function () {
      next(name);
      unsure = needed && { name: name, value: value };
    });
  }

  function next(name) {
    if (name === "income" && !found) asking = true;
    passed[name] = true;
    wanted = "";
    unsure = 0;
  }

  function titleOf(name) {
    var own = name === "income" && { jakon: "value", pu: "wage" }[state.segment] || name;
    return has(words.sentences, own) ? say(own) : label(name);
  }

  function askNumber(name) {
    var amounts = among(tables.money, name);
    var usual = TILES[name === "income" && state.segment === "jakon" ? "jakon" : name];
    function kept() {
      next(name);
    }
    screen(titleOf(name), usual.map(function (value) {
      return link(having(name, value), amounts ? [el("b", {}, money(value)), " " + inWords(value)] :
        el("b", {}, say(name === "age" ? "years-are" : "months-are", { count: value })), kept);
    }).concat(unsureOf(name, usual[0])), [typed(name, function (value) {
      next(name);
      go(having(name, value));
    })]);
  }

  function knownOf(name) {
    return has(tables.known, name) ? tables.known[name][state.segment] : tables.choices[name];
  }

  function askChoice(name) {
    screen(titleOf(name), knownOf(name).map(function (value) {
      return link(having(name, value), el("b", {}, upper(words.options[name][tables.choices[name].indexOf(value)])), function () {
        next(name);
      });
    }));
  }

  function askPrograms() {
    function kept() {
      next("programs");
    }
    function door(name, programs) {
      var made = quiet(plus({ programs: programs, event: null }));
      return link(plus({ programs: programs }), [el("b", {}, say(name)), el("span", {}, " " + say(name + "-why")),
        made ? el("span.l", {}, say("per-month", { amount: made.monthly.total })) : ""], kept);
    }
    if (state.segment !== "bpu") return (page.several || askChoice)("programs");
    screen(say("which"), [door("basic", "jkk,jkm"), door("savings", "jkk,jkm,jht"), link(plus({ programs: null }), el("b", {}, say("unsure")), kept)]);
  }

  /** What is asked now, after a tap on the kind of work: whatever it needs and nobody answered. */
  function pending() {
    if (page.daily && passed.daily !== state.income && found.assumptions.some(function (one) { return one.name === "income"; })) return "income";
    return FLOW[state.segment].filter(function (name) {
      return !has(state, name) && !passed[name];
    })[0];
  }

  function screenOf(missing) {
    var own = { programs: askPrograms, children: page.several, income: page.daily };
    var name = found ? wanted || asking && pending() : missing;
    id("kerja").hidden = !!(state.segment || found);
    question.hidden = !name;
    if (!name) return asking = false;
    (found && own[name] || (tables.choices[name] ? askChoice : askNumber))(name);
    return true;
  }

  // The answer

  function group() {
    var inputs = found.inputs;
    if (found.grand_total === found.monthly.total) return null;
    return el("div.box", {}, [el("p", {}, say("all", { people: inputs.people, months: inputs.months || 1 }))].concat(
      large("grand_total", found.grand_total)));
  }

  function withEvent(event) {
    return plus({ event: event, children: null, sick_months: null, paid_months: null, average_wage: null, phase: null });
  }

  function benefits() {
    var names = Object.keys(copy(found.benefits, found.range)).map(function (name) {
      return has(found.benefits, name) ? name : name.split("benefit.")[1];
    }).filter(function (name, at, all) {
      return name && all.indexOf(name) === at;
    });
    return el("div.card", {}, [el("h2", { tabindex: "-1" }, called(found.inputs.event) + ": " + say("gets"))].concat(
      large("benefit_total", found.benefit_total), names[1] ? null : el("p", {}, spread(names[0] || "")), lines(names.map(function (name) {
        return [words.benefits[name] + ": ", sum("benefit." + name, found.benefits[name] || 0), spread(name)].concat(counted([name]));
      }), "list"), conditions(state).map(function (line) { return el("p", {}, line); }), notices("p", EVENT),
      el("p", {}, el("a.solo", { href: base.page(root.dataset[found.inputs.event.split("-")[0]]) }, say("ask-event") + " →")),
      el("p", {}, link(withEvent(null), say("no-event"), null, "solo"))));
  }

  function pay() {
    var once = !found.inputs.months;
    var total = found.monthly.total;
    var day = Estimator.quotient(2 * total + 30, 60);
    return el("div.card", {}, [el("h2", { tabindex: "-1" }, say(once ? "once" : "each-month"))].concat(
      large("monthly.total", total), notices("p", AMOUNT), [
      once || !total || rangeOf("monthly.total") ? null : el("p", {}, say("day", { amount: day })),
      unsure ? el("p", {}, say("unsure-low", { value: among(tables.money, unsure.name) ? money(unsure.value) : say("months-are", { count: unsure.value }) })) : null,
      el("p.small", {}, say("estimate", { day: today, month: found.inputs.month }))]));
  }

  /** A benefit of many months: whether it is that of one month or of all. */
  function spread(name) {
    var how = { "jp.pension": "of-month", "jkp.cash": "of-all" }[name];
    return how && " " + say(how);
  }

  /** What an amount was counted of, by the step of one of these names: `1% of Rp1,000,000`. */
  function counted(names) {
    return found.steps.filter(function (step) {
      return among(names, step.id) && (step.rate || step.relief);
    }).map(function (step) {
      var sentence = step.rate ? step.relief ? "of-base-relief" : "of-base" : "of-relief";
      return el("span.small", {}, " " + say(sentence, step.values));
    });
  }

  /** The notices of these names, or all others, as elements. */
  function notices(tag, names, others) {
    return found.notices.filter(function (one) {
      return among(names, one.id) !== !!others;
    }).map(function (one) {
      return el(tag, { "data-notice": one.id }, say(one.id, one.values));
    });
  }

  /** Which months must be paid before a benefit of an event is due, in sentences: what nobody who paid none gets. */
  function conditions(raw) {
    var none = raw.paid_months === undefined && quiet(copy(raw, { paid_months: "0" }));
    var names = {};
    (none ? none.notices : []).forEach(function (one) {
      var months = one.values.months;
      if (one.id === "waiting") names[months] = (names[months] || []).concat(one.values.benefit);
    });
    return Object.keys(names).map(function (months) {
      var each = names[months].map(function (name) { return words.benefits[name]; });
      return say("waiting", { benefit: names[months][0], months: months }).replace(each[0], each.join(", "));
    });
  }

  /** What was taken for granted, and what nobody knew: [{name, text}]. */
  function granted() {
    return found.assumptions.map(function (one) {
      return { name: one.name, text: say(one.sentence, one.values) };
    }).concat(Object.keys(found.inputs).filter(function (name) { return found.inputs[name] === "unknown"; }).map(function (name) {
      return { name: name, text: label(name).replace(/([^?])$/, "$1:") + " " + words.options[name][tables.choices[name].indexOf("unknown")] + "." };
    }));
  }

  /** The same, each as a button that opens its question. */
  function assumed() {
    var list = granted();
    return list.length && titled(say("assumed"), lines(list.map(function (one) {
      return el("button.plain ask", { type: "button", "data-assumed": one.name, click: function () {
        ask(one.name);
      } }, one.text);
    }), "row"));
  }

  function mistakes() {
    return told.length && el("div.box err", {}, [el("p", {}, el("b", {}, say("mend"))), el("ul", {}, told.map(function (one) {
      return el("li", { "data-mistake": one.name }, (one.bad || one.name ? label(one.bad ? one.bad.slice(0, 40) : one.name) + ": " : "") + say(one.sentence, one.values || {}));
    }))]);
  }

  // The page

  function answer() {
    return [found.inputs.event && benefits(), pay(), group()];
  }

  /** What a state asks, or its answer in short, which is what is read aloud. */
  function draw(moved) {
    var got = base.parse(here);
    var missing, focus, whole;
    waiting = 0;
    state = got.raw;
    told = got.told;
    found = state.segment ? settle(state, told) : null;
    told.forEach(function (one) {
      if (has(TILES, one.name) && !missing) missing = one.name;
    });
    told = told.filter(function (one) {
      return one.sentence !== "missing" || !has(TILES, one.name);
    });
    whole = !screenOf(missing) && found;
    root.parentNode.className = whole ? "answered" : state.segment ? "asking" : "";
    fill(result, [mistakes()].concat(whole ? answer() : []));
    fill(below, whole ? assumed() : []);
    if (!moved) return;
    focus = question.hidden ? result.querySelector("h2") || id("kerja").querySelector("h2") : question.querySelector("h2");
    if (focus) {
      focus.focus();
      focus.scrollIntoView();
    }
  }

  /** The rest of the answer, the form and the links. */
  function drawBelow() {
    if (page.below) page.below();
    [].forEach.call(root.querySelectorAll("#lagi a"), function (one) {
      one.href = base.page(one.getAttribute("href").replace(/(index.html)?(#.*)?$/, "")) + write(state);
    });
    if (parent !== window && !base.before) parent.postMessage({ jamsostek: document.documentElement.offsetHeight }, "*");
  }

  function tile(link) {
    link.addEventListener("click", function (event) {
      event.preventDefault();
      passed = {};
      wanted = "";
      asking = true;
      go(base.parse(link.dataset.state).raw);
    });
  }

  page = { assumed: assumed, button: button, called: called, conditions: conditions, counted: counted, drawBelow: drawBelow, go: go, granted: granted,
    having: having, id: id, knownOf: knownOf, label: label, lines: lines, link: link, list: list, next: next, notices: notices, plus: plus,
    quiet: quiet, screen: screen, spread: spread, sum: sum, titled: titled, titleOf: titleOf, typed: typed, withEvent: withEvent, told: AMOUNT.concat(EVENT, "waiting-assumed", "risk-assumed"),
    monthly: function (income) {
      passed.daily = income;
    }, now: function () { return { state: state, found: found, told: told, here: here, answered: question.hidden && found }; },
    changed: function () {
      asking = false;
      wanted = "";
      unsure = 0;
    } };
  [].forEach.call(root.querySelectorAll("[data-state]"), tile);
  if (parent !== window && !base.before) document.documentElement.className = "framed";
  addEventListener("hashchange", function () {
    var hash = location.hash;
    if (hash === here) return;
    if (hash.indexOf("=") > 0 || hash === "" || hash === write({})) {
      here = hash;
      wanted = "";
      draw(true);
      drawBelow();
    }
  });
  here = location.hash;
  draw();
  drawBelow();
  // A browser readies code when it first runs: so the first tap need not wait for that.
  later(function () { quiet({ segment: "bpu", income: "1000000" }); });
  return page;
}
/* The page, and then what stands below an answer: it is asked for when the first answer stands there. */
var estimatorHere = document.querySelector("div#hitung") && estimatorPage(estimatorRules, estimatorWords, document.getElementById("hitung"));
(function (me) {
  "use strict";
  var next = document.createElement("script");
  if (!me || !estimatorHere) return;
  next.setAttribute("data-late", next.src = me.getAttribute("data-after"));
  document.body.appendChild(next);
})(document.querySelector("[data-after]"));
