/*
The estimator's page: questions one by one or all in one form, and the answer. Both are the same state, the fragment of
the address. One classic script in ES5, after the engine, its rules and words, and js/estimator-page/state.js, whose
`page` holds here as well: `hash`, the fragment, what it says (`raw`; `told`: mistakes) and its `answer`; of questions
`asking`, `wanted` (the one that was opened), `passed` and `unsure` (guide/pages/estimator_page.py).
*/
(function (Page) {
  "use strict";
  var has = Estimator.has, each = Estimator.each, copy = Estimator.copy, among = Estimator.among;
  var say = Page.say, money = Page.money, el = Page.el, fill = Page.fill, upper = Page.upper, inWords = Page.inWords;
  var lines = Page.lines, write = Page.write, settle = Page.settle, quiet = Page.quiet, conditions = Page.conditions;
  var TILES = { income: [1000000, 1500000, 2500000, 4000000], jakon: [50000000, 100000000, 200000000],
    contract: [24, 12, 6], sick_months: [1, 3, 6, 12], paid_months: [12, 60, 180, 240], age: [30, 45, 60],
    average_wage: [2500000, 4000000] };
  var FLOW = { bpu: ["programs"], pu: ["size"], jakon: [], pmi: ["contract", "placement"] };
  var AMOUNT = ["relief-ends", "below-minimum-wage", "cheaper-package"];
  var EVENT = ["waiting", "program-needs", "program-missing", "jkp-conditions"];
  var here = document.querySelector("div#hitung");

  // Words and states

  /** Return an element of this page; in a file of several languages the ids of each carry its prefix. */
  function id(page, name) {
    return document.getElementById(page.prefix + name);
  }

  function label(page, name) {
    return has(page.words.fields, name) ? page.words.fields[name] : name;
  }

  /** Return the word for the value of an input. */
  function option(page, name, value) {
    return page.words.options[name][page.tables.choices[name].indexOf(value)];
  }

  /** Return the state with more inputs; null takes one away. */
  function plus(page, more) {
    var raw = copy(page.raw, more);
    delete raw.made;
    each(raw, function (name, value) {
      if (value === null) delete raw[name];
    });
    return raw;
  }

  function having(page, name, value) {
    var more = {};
    more[name] = value === null ? value : String(value);
    return plus(page, more);
  }

  function withEvent(page, event) {
    return plus(page, { event: event, children: null, sick_months: null, paid_months: null, average_wage: null,
      phase: null });
  }

  // From state to state

  /** Draw the answer once the tap or the letter itself is painted; then what stands below it, and the address. */
  function go(page, raw, typing) {
    later(page, function () {
      page.hash = write(page, raw);
      draw(page, !typing);
      later(page, function () {
        drawBelow(page);
        try {
          if (typing && history.replaceState) history.replaceState(null, "", page.hash);
          else location.hash = page.hash;
        } catch (error) { }
      }, typing);
    });
  }

  /** Act after the next picture and `pause` milliseconds; of what is asked quickly only the last is done. */
  function later(page, act, pause) {
    var mine = page.waiting = {};
    requestAnimationFrame(function () {
      setTimeout(function () {
        if (mine === page.waiting) act();
      }, pause || 0);
    });
  }

  function link(page, raw, inside, before, kind) {
    return el("a", { "class": kind || "door", href: write(page, raw), click: function (event) {
      if (before) before();
      event.preventDefault();
      go(page, raw);
    } }, inside);
  }

  // Elements

  function button(page, name, act, text) {
    return el("button", { type: "button", "class": "plain", click: act, "data-message": text || false },
      say(page, name));
  }

  function titled(title, inside) {
    return el("div", {}, [el("h3", {}, title)].concat(inside));
  }

  function rangeOf(page, name) {
    return page.answer.range && page.answer.range[name];
  }

  /** Make an amount of the answer. */
  function sumOf(page, name, value, tag) {
    return Page.sum(page, name, value, tag, rangeOf(page, name));
  }

  /** Return an amount, or the two that it lies between, large and in words. */
  function large(page, name, value) {
    var range = rangeOf(page, name);
    return [el("p.big", {}, sumOf(page, name, value)),
      el("p", {}, range ? inWords(page, range[0]) + " – " + inWords(page, range[1]) :
        value ? inWords(page, value) : say(page, "nothing"))];
  }

  // Questions, one a screen

  function titleOf(page, name, values) {
    var own = name === "income" && { jakon: "value", pu: "wage" }[page.raw.segment] || name;
    return has(page.words.sentences, own) ? say(page, own, values) : label(page, name);
  }

  /** Show a question with its doors and what stands below them; `values` fill its title. */
  function screen(page, name, doors, more, values) {
    fill(page.question, [
      el("h2", { tabindex: "-1" }, titleOf(page, name, values)), doors && lines(doors, "leads"), more,
      el("p", {}, button(page, "back", function () {
        if (page.wanted) ask(page, "");
        else history.back();
      }))]);
  }

  /** Open the question of an input, by its name; of none, go back to the answer. */
  function ask(page, name) {
    page.wanted = name;
    draw(page, true);
    drawBelow(page);
  }

  /** Note that a question was answered. */
  function pass(page, name) {
    if (name === "income" && !page.answer) page.asking = true;
    page.passed[name] = true;
    page.wanted = "";
    page.unsure = 0;
  }

  /** Answer a question. */
  function reply(page, name, value) {
    pass(page, name);
    go(page, having(page, name, value));
  }

  /** Make the field for an answer that no door offers. */
  function typed(page, name) {
    var field = el("input", { id: page.prefix + "typed", type: "text",
      inputmode: among(page.tables.money, name) ? "text" : "numeric", autocomplete: "off" });
    return el("form.type", { submit: function (event) {
      event.preventDefault();
      if (field.value.replace(/\s/g, "")) reply(page, name, field.value);
    } }, [el("label.l", { "for": page.prefix + "typed" }, say(page, "type")), field,
      el("button.go", {}, say(page, "go"))]);
  }

  /** Make the door that answers a question; of null, the one that leaves it open. `unsure`: what is then told. */
  function door(page, name, value, inside, unsure) {
    return link(page, having(page, name, value), inside || el("b", {}, say(page, "unsure")), function () {
      pass(page, name);
      page.unsure = unsure;
    });
  }

  /** Make the door of who does not know; where an answer needs the input, the least usual value counts, and is told. */
  function unsureOf(page, name, value) {
    var needed = name === "income" || among(page.tables.required[name] || [], page.raw.event);
    return door(page, name, needed ? value : null, null, needed && { name: name, value: value });
  }

  function askNumber(page, name) {
    var amounts = among(page.tables.money, name);
    var usual = TILES[name === "income" && page.raw.segment === "jakon" ? "jakon" : name];
    screen(page, name, usual && usual.map(function (value) {
      return door(page, name, value, amounts ? [el("b", {}, money(page, value)), " " + inWords(page, value)] :
        el("b", {}, say(page, name === "age" ? "years-are" : "months-are", { count: value })));
    }).concat(unsureOf(page, name, usual[0])), typed(page, name));
  }

  function knownOf(page, name) {
    return has(page.tables.known, name) ? page.tables.known[name][page.raw.segment] : page.tables.choices[name];
  }

  function askChoice(page, name) {
    screen(page, name, knownOf(page, name).map(function (value) {
      return door(page, name, value, el("b", {}, upper(option(page, name, value))));
    }));
  }

  function askPrograms(page) {
    function offer(name, programs) {
      var answer = quiet(page, plus(page, { programs: programs, event: null }));
      return door(page, "programs", programs, [el("b", {}, say(page, name)),
        el("span", {}, " " + say(page, name + "-why")),
        answer ? el("span.l", {}, say(page, "per-month", { amount: answer.monthly.total })) : ""]);
    }
    if (page.raw.segment !== "bpu") return (Page.several || askChoice)(page, "programs");
    screen(page, "which", [offer("basic", "jkk,jkm"), offer("savings", "jkk,jkm,jht"),
      door(page, "programs", null)]);
  }

  /** Return whether the income is so low that it may be that of a day. */
  function low(page) {
    return page.answer.assumptions.some(function (input) { return input.name === "income"; });
  }

  /** Return what is asked now, after a tap on the kind of work: whatever it needs and nobody answered. */
  function pending(page) {
    if (Page.daily && page.passed.daily !== page.raw.income && low(page)) return "income";
    return FLOW[page.raw.segment].filter(function (name) {
      return !has(page.raw, name) && !page.passed[name];
    })[0];
  }

  /** Show the question that is open, if there is one, and return whether there is. */
  function screenOf(page, missing) {
    var name = page.answer ? page.wanted || page.asking && pending(page) : missing;
    var own = { programs: askPrograms, children: Page.several, month: Page.monthly };
    id(page, "kerja").hidden = !!(page.raw.segment || page.answer);
    page.question.hidden = !name;
    if (!name) return page.asking = false;
    if (page.answer && low(page)) own.income = Page.daily;
    (page.answer && own[name] || (page.tables.choices[name] ? askChoice : askNumber))(page, name);
    return true;
  }

  // The answer

  /** Return what all people pay in all months, where that is another amount. */
  function group(page) {
    var answer = page.answer, inputs = answer.inputs;
    if (answer.grand_total === answer.monthly.total) return null;
    return el("div.box", {}, [
      el("p", {}, say(page, "all", { people: inputs.people, months: inputs.months || 1 }))].concat(
      large(page, "grand_total", answer.grand_total)));
  }

  function benefits(page) {
    var answer = page.answer, event = answer.inputs.event;
    var names = Object.keys(copy(answer.benefits, answer.range)).map(function (name) {
      return has(answer.benefits, name) ? name : name.split("benefit.")[1];
    }).filter(function (name, at, all) {
      return name && all.indexOf(name) === at;
    });
    return el("div.card", {}, [
      el("h2", { tabindex: "-1" }, upper(option(page, "event", event)) + ": " + say(page, "gets"))].concat(
      large(page, "benefit_total", answer.benefit_total), names[1] ? null : el("p", {}, spread(page, names[0] || "")),
      lines(names.map(function (name) {
        return [page.words.benefits[name] + ": ", sumOf(page, "benefit." + name, answer.benefits[name] || 0),
          spread(page, name)].concat(counted(page, [name]));
      }), "list"), conditions(page, page.raw).map(function (line) { return el("p", {}, line); }),
      notices(page, "p", EVENT),
      el("p", {}, el("a.solo", { href: Page.address(page.root.dataset[event.split("-")[0]]) },
        say(page, "ask-event") + " →")),
      el("p", {}, link(page, withEvent(page, null), say(page, "no-event"), null, "solo"))));
  }

  function pay(page) {
    var inputs = page.answer.inputs, once = !inputs.months, unsure = page.unsure;
    var total = page.answer.monthly.total;
    var day = Estimator.quotient(2 * total + 30, 60);
    return el("div.card", {}, [el("h2", { tabindex: "-1" }, say(page, once ? "once" : "each-month"))].concat(
      large(page, "monthly.total", total), notices(page, "p", AMOUNT), [
      once || !total || rangeOf(page, "monthly.total") ? null : el("p", {}, say(page, "day", { amount: day })),
      unsure ? el("p", {}, say(page, "unsure-low", { value: among(page.tables.money, unsure.name) ?
        money(page, unsure.value) : say(page, "months-are", { count: unsure.value }) })) : null,
      el("p.small", {}, say(page, "estimate", { day: page.today, month: inputs.month }))]));
  }

  /** Return of a benefit of many months whether it is that of one month or of all. */
  function spread(page, name) {
    var how = { "jp.pension": "of-month", "jkp.cash": "of-all" }[name];
    return how && " " + say(page, how);
  }

  /** Return what an amount was counted of, by the step of one of these names: `1% of Rp1,000,000`. */
  function counted(page, names) {
    return page.answer.steps.filter(function (step) {
      return among(names, step.id) && (step.rate || step.relief);
    }).map(function (step) {
      var sentence = step.rate ? step.relief ? "of-base-relief" : "of-base" : "of-relief";
      return el("span.small", {}, " " + say(page, sentence, step.values));
    });
  }

  /** Return the notices of these names, or all others, as elements. */
  function notices(page, tag, names, others) {
    return page.answer.notices.filter(function (notice) {
      return among(names, notice.id) !== !!others;
    }).map(function (notice) {
      return el(tag, { "data-notice": notice.id }, say(page, notice.id, notice.values));
    });
  }

  /** Return what was taken for granted, and what nobody knew: [{name, text}]. */
  function granted(page) {
    var inputs = page.answer.inputs;
    return page.answer.assumptions.map(function (input) {
      return { name: input.name, text: say(page, input.sentence, input.values) };
    }).concat(Object.keys(inputs).filter(function (name) { return inputs[name] === "unknown"; }).map(function (name) {
      return { name: name,
        text: label(page, name).replace(/([^?])$/, "$1:") + " " + option(page, name, "unknown") + "." };
    }));
  }

  /** Return the same, each as a button that opens its question. */
  function assumed(page) {
    var list = granted(page);
    return list.length && titled(say(page, "assumed"), lines(list.map(function (input) {
      return el("button.plain ask", { type: "button", "data-assumed": input.name, click: function () {
        ask(page, input.name);
      } }, input.text);
    }), "row"));
  }

  /** Return what has to be mended; `of`: whose mistake it is, where the page has several answers. */
  function mistakes(page) {
    return page.told.length && el("div.box err", {}, [el("p", {}, el("b", {}, say(page, "mend"))),
      el("ul", {}, page.told.map(function (mistake) {
        var name = mistake.bad ? mistake.bad.slice(0, 40) : mistake.name;
        return el("li", { "data-mistake": mistake.name }, (mistake.of || "") +
          (name ? label(page, name) + ": " : "") + say(page, mistake.sentence, mistake.values));
      }))]);
  }

  // The page

  /** Read the state; return the input that must be asked before there is an answer, if there is one. */
  function read(page) {
    var state = Page.parse(page, page.hash), missing;
    page.raw = state.raw;
    page.answer = state.raw.segment ? settle(page, state.raw, state.told) : null;
    state.told.forEach(function (mistake) {
      if (has(TILES, mistake.name) && !missing) missing = mistake.name;
    });
    page.told = state.told.filter(function (mistake) {
      return mistake.sentence !== "missing" || !has(TILES, mistake.name);
    });
    return missing;
  }

  /** Draw what a state asks, or its answer in short, which is what is read aloud. */
  function draw(page, moved) {
    var whole, focus;
    page.waiting = 0;
    whole = !screenOf(page, read(page)) && page.answer;
    page.root.parentNode.className = whole ? "answered" : page.raw.segment ? "asking" : "";
    fill(page.result, [mistakes(page)].concat(
      whole ? [whole.inputs.event && benefits(page), group(page), pay(page)] : []));
    fill(page.result.nextSibling, whole ? assumed(page) : []);
    if (!moved) return;
    focus = page.question.hidden ? page.result.querySelector("h2") || id(page, "kerja").querySelector("h2") :
      page.question.querySelector("h2");
    if (focus) {
      focus.focus();
      focus.scrollIntoView();
    }
  }

  /** Draw the rest of the answer, the form and the links. */
  function drawBelow(page) {
    if (Page.below) Page.below(page);
    [].forEach.call(page.root.querySelectorAll("#lagi a"), function (door) {
      door.href = Page.address(door.getAttribute("href").replace(/(index.html)?(#.*)?$/, "")) + write(page, page.raw);
    });
    if (parent !== window && !page.prefix) {
      parent.postMessage({ jamsostek: document.documentElement.offsetHeight }, "*");
    }
  }

  function tile(page, link) {
    link.addEventListener("click", function (event) {
      event.preventDefault();
      page.passed = {};
      page.wanted = "";
      page.asking = true;
      go(page, Page.parse(page, link.dataset.state).raw);
    });
  }

  /** Follow an address that somebody else changed: a link, or the way back. */
  function follow(page) {
    var hash = location.hash;
    if (hash !== page.hash && (hash.indexOf("=") > 0 || hash === "" || hash === write(page, {}))) {
      page.hash = hash;
      ask(page, "");
    }
  }

  /** Begin a page in the element `root`, and return it. */
  function start(rules, words, root) {
    var page = Page.open(rules, words, root);
    page.result = id(page, "hasil").firstChild;
    page.question = id(page, "tanya");
    page.passed = {};
    page.hash = location.hash;
    [].forEach.call(root.querySelectorAll("[data-state]"), function (link) { tile(page, link); });
    if (parent !== window && !page.prefix) document.documentElement.className = "framed";
    addEventListener("hashchange", function () { follow(page); });
    draw(page);
    drawBelow(page);
    // A browser readies code when it first runs: so the first tap need not wait for that.
    later(page, function () { quiet(page, { segment: "bpu", income: "1000000" }); });
    return page;
  }

  /** Ask for what stands below an answer when the first answer stands there. */
  function load(script) {
    var next = document.createElement("script");
    next.setAttribute("data-late", next.src = script.getAttribute("data-after"));
    document.body.appendChild(next);
  }

  each({ start: start, id: id, label: label, option: option, plus: plus, withEvent: withEvent, go: go, link: link,
    ask: ask, button: button, titled: titled, sumOf: sumOf, screen: screen, pass: pass, reply: reply,
    typed: typed, door: door, knownOf: knownOf, spread: spread, counted: counted, notices: notices,
    granted: granted, assumed: assumed, mistakes: mistakes, drawBelow: drawBelow, AMOUNT: AMOUNT, EVENT: EVENT,
    here: here && start(estimatorRules, estimatorWords, here) }, function (name, value) {
    Page[name] = value;
  });
  if (here && document.querySelector("[data-after]")) load(document.querySelector("[data-after]"));
})(EstimatorPage);
