/*
The estimator page: questions one by one or all in one form, and the answer. Both are the same state: the fragment of the
address. One classic script in ES5, after the engine, its rules and words, and js/estimator-page/state.js (guide/pages/estimator_page.py).
*/
function estimatorPage(rules, words, root) {
  "use strict";
  var has = Estimator.has, each = Estimator.each, copy = Estimator.copy, among = Estimator.among;
  var base = estimatorBase(rules, words, root);
  var say = base.say, money = base.money, el = base.el, fill = base.fill, sum = base.sum, upper = base.upper;
  var inWords = base.inWords, write = base.write, inputsOf = base.inputsOf, settle = base.settle, today = base.today;
  var tables = rules.inputs;
  var PARTIES = Object.keys(words.parties);
  var TILES = { income: [1000000, 1500000, 2500000, 4000000], jakon: [50000000, 100000000, 200000000],
    sick_months: [1, 3, 6, 12], paid_months: [12, 60, 180, 240] };
  var MESSAGE = 900;
  var TYPED = 300;
  var form = id("semua"), result = id("hasil").firstChild, below = id("hasil").lastChild, question = id("tanya");
  var here, state, told, found, asking, unsure, waiting;

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

  /** An amount, large, and in words. */
  function large(name, value) {
    return [el("p.big", {}, sum(name, value)), el("p", {}, value ? inWords(value) : say("nothing"))];
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
    question.hidden = false;
    fill(question, [el("h2", { tabindex: "-1" }, title), list(doors)].concat(more || [],
      el("p", {}, [button("back", function () {
        asking = false;
        history.back();
      })])));
  }

  function typed(name, act) {
    var field = el("input", { id: base.before + "typed", type: "text", inputmode: name === "income" ? "text" : "numeric", autocomplete: "off" });
    return el("form.type", { submit: function (event) {
      event.preventDefault();
      if (field.value.replace(/\s/g, "")) act(field.value);
    } }, [el("label.l", { "for": base.before + "typed" }, say("type")), field, el("button.go", {}, say("go"))]);
  }

  function askNumber(name) {
    var segment = state.segment;
    var income = name === "income";
    var usual = TILES[income && segment === "jakon" ? segment : name];
    function next() {
      unsure = 0;
      asking = income && segment === "bpu" && !state.programs;
    }
    function having(value) {
      var more = {};
      more[name] = String(value);
      return plus(more);
    }
    screen(say(income && { jakon: "value", pu: "wage" }[segment] || name), usual.map(function (value) {
      return link(having(value), income ? [el("b", {}, money(value)), " " + inWords(value)] : el("b", {}, say("months-are", { count: value })), next);
    }).concat(link(having(usual[0]), el("b", {}, say("unsure")), function () {
      next();
      unsure = income && usual[0];
    })), [typed(name, function (value) {
      next();
      go(having(value));
    })]);
  }

  function askPrograms() {
    function next() {
      asking = false;
    }
    function door(name, programs) {
      var made = quiet(plus({ programs: programs, event: null }));
      return link(plus({ programs: programs }), [el("b", {}, say(name)), el("span", {}, " " + say(name + "-why")),
        made ? el("span.l", {}, say("per-month", { amount: made.monthly.total })) : ""], next);
    }
    screen(say("which"), [door("basic", "jkk,jkm"), door("savings", "jkk,jkm,jht"), link(state, el("b", {}, say("unsure")), next)]);
  }

  function ask(missing) {
    id("kerja").hidden = !!(state.segment || found);
    question.hidden = true;
    if (found && asking) askPrograms();
    else if (!found && missing) askNumber(missing);
  }

  // The answer

  function svg(tag, values) {
    var made = document.createElementNS("http://www.w3.org/2000/svg", tag);
    each(values, function (name, value) {
      made.setAttribute(name, value);
    });
    return made;
  }

  function bars() {
    var total = found.monthly.total;
    var left = 0;
    var made = svg("svg", { "class": "shares", viewBox: "0 0 100 8", preserveAspectRatio: "none", "aria-hidden": "true" });
    if (!total) return null;
    return titled(say("who"), [made, el("ul.list key", {}, PARTIES.map(function (party) {
      var wide = found.monthly[party] * 100 / total;
      if (!wide) return null;
      made.appendChild(svg("rect", { "class": party, x: left, width: wide, height: 8 }));
      left += wide;
      return el("li", { "class": party }, [upper(words.parties[party]) + ": ", sum("monthly." + party, found.monthly[party])]);
    }))]);
  }

  function parts() {
    return titled(say("parts"), lines(Object.keys(found.contributions).map(function (key) {
      var shares = found.contributions[key];
      return [base.called(key) + ": ", sum(key + ".total", shares.total)].concat(PARTIES.map(function (party) {
        return shares[party] && el("span.small", {}, [" " + words.parties[party] + " ", sum(key + "." + party, shares[party], "span")]);
      }));
    }).concat(found.grand_total === found.monthly.total ? [[say("total") + ": ", sum("grand_total", found.grand_total)]] : []), "list"));
  }

  function group() {
    var inputs = found.inputs;
    if (found.grand_total === found.monthly.total) return null;
    return el("div.box", {}, [el("p", {}, say("all", { people: inputs.people, months: inputs.months || 1 }))].concat(
      large("grand_total", found.grand_total)));
  }

  function withEvent(event) {
    return plus({ event: event, children: null, sick_months: null, paid_months: null, average_wage: null, phase: null });
  }

  function gives() {
    var known = tables.known.event[found.inputs.segment];
    return known[0] && titled(say("buys"), list(tables.choices.event.map(function (event) {
      var raw = withEvent(event);
      var made = among(known, event) && quiet(raw);
      return among(known, event) && link(raw, [el("b", {}, called(event)),
        made && el("span.l", {}, sum("if." + event, made.benefit_total, "span"))]);
    }).filter(Boolean)));
  }

  function benefits() {
    var names = Object.keys(found.benefits);
    return el("div.card", {}, [el("h2", { tabindex: "-1" }, called(found.inputs.event) + ": " + say("gets"))].concat(
      large("benefit_total", found.benefit_total), lines(names.map(function (name) {
        return [words.benefits[name] + ": ", sum("benefit." + name, found.benefits[name])];
      }), "list"),
      el("p", {}, el("a.solo", { href: base.page(root.dataset[found.inputs.event.split("-")[0]]) }, say("ask-event") + " →")),
      el("p", {}, link(withEvent(null), say("no-event"), null, "solo"))));
  }

  function pay() {
    var once = !found.inputs.months;
    var total = found.monthly.total;
    var day = Estimator.quotient(2 * total + 30, 60);
    return el("div.card", {}, [el("h2", { tabindex: "-1" }, say(once ? "once" : "each-month"))].concat(
      large("monthly.total", total), notices("p", true), [
      once || !total ? null : el("p", {}, say("day", { amount: day })),
      unsure ? el("p", {}, say("unsure-low", { amount: unsure })) : null,
      el("p.small", {}, say("estimate", { day: today, month: found.inputs.month }))]));
  }

  /** The notices, as elements: those that a relief ends, which stand beside the amount, or the others. */
  function notices(tag, ends) {
    return found.notices.filter(function (one) {
      return ends === (one.id === "relief-ends");
    }).map(function (one) {
      return el(tag, { "data-notice": one.id }, say(one.id, one.values));
    });
  }

  function why() {
    return el("details", {}, [el("summary", {}, say("why")), lines(found.steps.map(function (step) {
      return [say(step.sentence, step.values) + " ", el("span.small", {},
        say("law", { citation: step.citation, effective: step.effective, rounding: say(step.rounding) }))];
    }))]);
  }

  function whatIf() {
    var inputs = found.inputs, month = inputs.month, doors = [];
    function door(name, more, values) {
      var made = quiet(plus(more));
      if (made) doors.push(link(plus(more), [el("b", {}, say(name, copy(made.inputs, values))), el("span.l", {}, money(made.monthly.total))]));
    }
    if (inputs.segment === "bpu" && !among(inputs.programs, "jht")) door("add", { programs: "jkk,jkm,jht" });
    if (inputs.income) door("more-income", { income: String(2 * inputs.income) }, { amount: 2 * inputs.income });
    found.notices.forEach(function (one) {
      if (one.id === "relief-ends") month = Estimator.monthsAfter(one.values.last, 1);
    });
    door("other-month", { month: month === inputs.month ? Estimator.monthsAfter(month, 12) : month });
    return titled(say("if"), list(doors));
  }

  function amount() {
    return found.inputs.event ? found.benefit_total : found.grand_total;
  }

  /** What a link of another day said; why it changed stands on a page of its own. */
  function thenAndNow() {
    var made = /^(\d{4}-(?:0[1-9]|1[0-2])-[0-3]\d):(\d{1,15})$/.exec(state.made || "");
    var why = root.dataset.months;
    return made && +made[2] !== amount() && el("div.box", {}, [el("b", {}, say("then", { day: made[1], amount: +made[2], now: amount() })),
      why && el("p", {}, el("a.solo", { href: base.page(why) + write(state) }, say("because")))]);
  }

  // Hand on

  function address() {
    var site = /^https?:/.test(location.protocol) ? location.href.split("#")[0] : root.dataset.address;
    return site && site + write(copy(inputsOf(state), { made: today + ":" + amount() }));
  }

  function message() {
    var lines = [say("message", { amount: found.monthly.total })];
    var end = [say("not-official", { day: today }), address()].filter(Boolean).join("\n");
    function add(line) {
      if ((lines.concat(line, end).join("\n")).length <= MESSAGE) lines.push(line);
    }
    each(found.contributions, function (key, shares) {
      add(key.toUpperCase() + ": " + money(shares.total));
    });
    if (found.inputs.event) add(called(found.inputs.event) + ": " + money(found.benefit_total));
    if (found.grand_total !== found.monthly.total) add(say("all", { people: found.inputs.people, months: found.inputs.months || 1 }) + ": " + money(found.grand_total));
    notices("p", true).forEach(function (one) {
      add(one.textContent);
    });
    return lines.concat(end).join("\n").slice(0, MESSAGE);
  }

  function clip(text, told) {
    var area = el("textarea", { readonly: true, "class": "far" });
    area.value = text;
    document.body.appendChild(area);
    area.select();
    try {
      document.execCommand("copy");
    } catch (error) { }
    document.body.removeChild(area);
    told.textContent = say("copied");
  }

  function hand() {
    var text = message();
    var site = address();
    var told = el("span", { "aria-live": "polite" });
    function copying(name, text) {
      return button(name, function () { clip(text, told); }, text);
    }
    return titled(say("hand"), [lines([
      el("a", { href: "https://wa.me/?text=" + encodeURIComponent(text) }, "WhatsApp"),
      el("a", { href: "sms:?body=" + encodeURIComponent(text) }, "SMS"),
      copying("text", text), site && copying("link", site), button("print", function () { print(); })
    ].filter(Boolean), "row"), told]);
  }

  function mistakes() {
    return told.length && el("div.box err", {}, [el("p", {}, el("b", {}, say("mend"))), el("ul", {}, told.map(function (one) {
      return el("li", { "data-mistake": one.name }, (one.bad || one.name ? label(one.bad ? one.bad.slice(0, 40) : one.name) + ": " : "") + say(one.sentence, one.values || {}));
    }))]);
  }

  // The form

  function choices(name, number) {
    return el("select", { name: name, id: base.before + "i-" + name + (number || ""), "aria-label": number ? label(name) + " " + number : false },
      [""].concat(tables.choices[name]).map(function (value, at) {
        return el("option", { value: value }, at ? words.options[name][at - 1] : "–");
      }));
  }

  function field(name) {
    var several = among(tables.lists, name);
    return el(several ? "fieldset.f" : "label.f", { "data-name": name }, [el(several ? "legend.l" : "b.l", {}, label(name))].concat(
      name === "programs" ? tables.choices[name].map(function (program) {
        return el("label.c", {}, [el("input", { type: "checkbox", name: name, value: program }), " " + base.called(program)]);
      }) : several ? [choices(name, 1), choices(name, 2)] : tables.choices[name] ? choices(name) :
        el("input", { name: name, id: base.before + "i-" + name, type: "text" }), el("b.l e", {})));
  }

  function shows(name, segment, event) {
    var events = has(tables.of_event, name) && tables.of_event[name];
    if (!has(tables.of_segment, segment)) return name === "segment";
    if (!among(tables.of_segment[segment], name)) return false;
    if (has(tables.known, name) && !tables.known[name][segment].length) return false;
    if (name === "paid_months") return !!event;
    return !events || among(events, event);
  }

  function fields(name) {
    return [].slice.call(form.querySelectorAll("[name=" + name + "]"));
  }

  function fit() {
    tables.names.forEach(function (name) {
      var holder = form.querySelector("[data-name=" + name + "]");
      var known = has(tables.known, name) && has(tables.of_segment, state.segment) && tables.known[name][state.segment];
      var mine = told.filter(function (one) { return one.name === name; });
      holder.hidden = !shows(name, state.segment, state.event) && !mine.length;
      holder.querySelector(".e").textContent = mine.map(function (one) { return say(one.sentence, one.values); }).join("; ");
      if (known) [].forEach.call(holder.querySelectorAll("[value]"), function (one) {
        var value = one.getAttribute("value");
        one.disabled = !!value && !among(known, value);
        (one.type === "checkbox" ? one.parentNode : one).hidden = one.disabled;
      });
    });
  }

  function show() {
    var typing = document.activeElement;
    tables.names.forEach(function (name) {
      var value = has(state, name) ? state[name] : "";
      var values = value.split(",");
      fields(name).forEach(function (field, at) {
        if (field === typing && field.type === "text") return;
        if (field.type === "checkbox") field.checked = among(values, field.value);
        else field.value = name === "children" ? values[at] || "" : value;
      });
    });
  }

  function read() {
    var raw = {};
    var segment = form.elements.segment.value;
    base.EXTRA.forEach(function (name) {
      if (has(state, name) && name !== "made") raw[name] = state[name];
    });
    tables.names.forEach(function (name) {
      var value = fields(name).filter(function (field) {
        return field.value && (field.type !== "checkbox" || field.checked && !field.disabled);
      }).map(function (field) { return field.value.trim(); }).join(",");
      if (value && (shows(name, segment, form.elements.event.value) || !segment)) raw[name] = value;
    });
    return raw;
  }

  // The page

  function answer() {
    return [thenAndNow(), found.inputs.event && benefits(), pay(), group()];
  }

  function more() {
    var partner = /^[a-z][a-z-]{0,40}$/.test(state.partner || "") && el("a.solo", {
      href: base.page(root.dataset.partners, state.partner) }, say("partner"));
    var notes = notices("li", false);
    return [bars(), parts(), notes[0] && titled(say("notes"), el("ul", {}, notes)), !found.inputs.event && gives(), why(), el("div.off", {}, [whatIf(), hand(),
      partner && el("p", {}, partner), el("p", {}, [button("change", function () {
        id("isian").setAttribute("open", "");
        form.elements.segment.focus();
      })])])];
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
    ask(missing);
    whole = found && !asking;
    root.parentNode.className = whole ? "answered" : state.segment || asking ? "asking" : "";
    fill(result, [mistakes()].concat(whole ? answer() : []));
    if (!whole) fill(below, []);
    if (!moved) return;
    focus = question.hidden ? result.querySelector("h2") || id("kerja").querySelector("h2") : question.querySelector("h2");
    if (focus) {
      focus.focus();
      focus.scrollIntoView();
    }
  }

  /** The rest of the answer, the form and the links. */
  function drawBelow() {
    fit();
    show();
    if (found && !asking) fill(below, more());
    [].forEach.call(root.querySelectorAll("#lagi a"), function (one) {
      one.href = base.page(one.getAttribute("href").replace(/(index.html)?(#.*)?$/, "")) + write(state);
    });
    if (parent !== window && !base.before) parent.postMessage({ jamsostek: document.documentElement.offsetHeight }, "*");
  }

  function tile(link) {
    link.addEventListener("click", function (event) {
      event.preventDefault();
      asking = false;
      go(base.parse(link.dataset.state).raw);
    });
  }

  fill(form, tables.names.map(field));
  [].forEach.call(root.querySelectorAll("[data-state]"), tile);
  if (parent !== window && !base.before) document.documentElement.className = "framed";
  id("isian").hidden = false;
  form.addEventListener("submit", function (event) {
    event.preventDefault();
  });
  ["input", "change"].forEach(function (kind) {
    form.addEventListener(kind, function (event) {
      var raw = read();
      if (write(raw) === here) return;
      unsure = 0;
      asking = false;
      go(raw, event.target.type === "text" && TYPED);
    });
  });
  addEventListener("hashchange", function () {
    var hash = location.hash;
    if (hash === here) return;
    if (hash.indexOf("=") > 0 || hash === "" || hash === write({})) {
      here = hash;
      draw(true);
      drawBelow();
    }
  });
  here = location.hash;
  draw();
  drawBelow();
  // A browser readies code when it first runs: so the first tap need not wait for that.
  later(function () { quiet({ segment: "bpu", income: "1000000" }); });
}
if (document.querySelector("div#hitung")) estimatorPage(estimatorRules, estimatorWords, document.getElementById("hitung"));
