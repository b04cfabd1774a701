/*
What stands below an answer, which nobody waits for: who pays what, why, what if, what to hand on, and the form with all
questions. One classic script in ES5, after js/estimator-page/page.js, whose `page` it is given (guide/pages/estimator_page.py).
*/
function estimatorAfter(page, rules, words, root) {
  "use strict";
  var has = Estimator.has, each = Estimator.each, copy = Estimator.copy, among = Estimator.among;
  var base = estimatorBase(rules, words, root);
  var say = base.say, money = base.money, el = base.el, fill = base.fill, upper = base.upper, write = base.write, today = base.today;
  var id = page.id, label = page.label, lines = page.lines, link = page.link, list = page.list, plus = page.plus;
  var quiet = page.quiet, sum = page.sum, titled = page.titled, button = page.button, called = page.called;
  var tables = rules.inputs;
  var PARTIES = Object.keys(words.parties);
  var MESSAGE = 900;
  var TYPED = 300;
  var DAYS = [20, 25];
  var form = id("semua"), below = id("hasil").lastChild;
  var state, told, found, here;

  // Who pays, and what each part is counted of

  function svg(tag, values) {
    var made = document.createElementNS("http://www.w3.org/2000/svg", tag);
    each(values, function (name, value) {
      made.setAttribute(name, value);
    });
    return made;
  }

  function option(name) {
    return words.options[name][tables.choices[name].indexOf(found.inputs[name])];
  }

  /** Who pays a share: for the self-employed whoever was chosen, abroad the company or the worker. */
  function payer(party) {
    if (found.inputs.payer) return found.inputs.payer === "self" ? say("payer-self") : option("payer");
    if (found.inputs.placement) return say(found.inputs.placement === "individual" ? "payer-self" : "payer-abroad");
    return words.parties[party];
  }

  function bars() {
    var total = found.monthly.total;
    var left = 0, many = PARTIES.filter(function (party) { return found.monthly[party]; })[1];
    var made = svg("svg", { "class": "shares", viewBox: "0 0 100 8", preserveAspectRatio: "none", "aria-hidden": "true" });
    if (!total) return null;
    return titled(say("who"), [many && made, el("ul.list key", {}, PARTIES.map(function (party) {
      var wide = found.monthly[party] * 100 / total;
      if (!wide) return null;
      made.appendChild(svg("rect", { "class": party, x: left, width: wide, height: 8 }));
      left += wide;
      return el("li", { "class": party }, [upper(payer(party)) + ": ", sum("monthly." + party, found.monthly[party])]);
    }))]);
  }

  /** Why a program that was asked for costs nothing. */
  function reason(key) {
    return key === "jp" ? page.notices("span", ["jp-not-due"]) : [];
  }

  function countedOf(key, party) {
    return page.counted([key, key + "." + party]);
  }

  function parts() {
    return titled(say("parts"), lines(Object.keys(found.contributions).map(function (key) {
      var shares = found.contributions[key];
      return [base.called(key) + ": ", sum(key + ".total", shares.total)].concat(shares.total ? PARTIES.map(function (party) {
        return shares[party] && el("span.small", {}, [" " + upper(payer(party)) + " ", sum(key + "." + party, shares[party], "span")].concat(countedOf(key, party)));
      }) : [" "].concat(reason(key)));
    }).concat(found.grand_total === found.monthly.total ? [[say("total") + ": ", sum("grand_total", found.grand_total)]] : []), "list"));
  }

  function amount() {
    return found.inputs.event ? found.benefit_total : found.grand_total;
  }

  /** What a link of another day said; why it changed stands on a page of its own. */
  function thenAndNow() {
    var made = /^(\d{4}-(?:0[1-9]|1[0-2])-[0-3]\d):(\d{1,15})$/.exec(state.made || "");
    var why = root.dataset.months;
    return made && +made[2] !== amount() && el("div.box then", {}, [el("b", {}, say("then", { day: made[1], amount: +made[2], now: amount() })),
      why && el("p", {}, el("a.solo", { href: base.page(why) + write(state) }, say("because")))]);
  }

  // What a family gets

  function between(made, name, value, tag) {
    return base.sum(name, value, tag, made.range && made.range[/^if/.test(name) ? "benefit_total" : name]);
  }

  function gives() {
    var known = tables.known.event[found.inputs.segment];
    return known[0] && titled(say("buys"), list(known.map(function (event) {
      var raw = page.withEvent(event);
      var made = quiet(raw);
      return link(raw, [el("b", {}, called(event)), made && el("span.l", {}, between(made, "if." + event, made.benefit_total, "span"))].concat(
        made && made.benefit_total ? page.conditions(raw).map(function (line) { return el("span", {}, line + " "); }) : []));
    })));
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
      if (made && made.monthly.total !== found.monthly.total) doors.push(link(plus(more), [el("b", {}, say(name, copy(made.inputs, values))), el("span.l", {}, between(made, "monthly.total", made.monthly.total).textContent)]));
    }
    if (inputs.segment === "bpu" && !among(inputs.programs, "jht")) door("add", { programs: "jkk,jkm,jht" });
    if (inputs.income) door("more-income", { income: String(2 * inputs.income) }, { amount: 2 * inputs.income });
    found.notices.forEach(function (one) {
      if (one.id === "relief-ends") month = Estimator.monthsAfter(one.values.last, 1);
    });
    door("other-month", { month: month === inputs.month ? Estimator.monthsAfter(month, 12) : month });
    return doors.length && titled(say("if"), list(doors));
  }

  // Hand on

  function address() {
    var site = /^https?:/.test(location.protocol) ? location.href.split("#")[0] : root.dataset.address;
    return site && site + write(copy(base.inputsOf(state), { made: today + ":" + amount() }));
  }

  /** An amount in words of a message: between what it lies, where that is not known. */
  function spoken(name, value) {
    return sum(name, value).textContent;
  }

  /** What is paid: for which month, how often, counted on what, by whom, until when and what then. */
  function paid() {
    var inputs = found.inputs;
    var lines = [say(inputs.months ? "message-month" : "message-once", { month: inputs.month, amount: spoken("monthly.total", found.monthly.total) }) + " " +
      say("on-" + inputs.segment, inputs)];
    var who = inputs.segment === "pu" ? [] : PARTIES.filter(function (party) { return found.monthly[party]; });
    if (who.length) lines.push(say("payer-is", { who: payer(who[0]).replace(/^./, function (letter) { return letter.toLowerCase(); }) }));
    else PARTIES.forEach(function (party) {
      if (found.monthly[party]) lines.push(upper(words.parties[party]) + ": " + spoken("monthly." + party, found.monthly[party]));
    });
    if (found.grand_total !== found.monthly.total) {
      lines.push(say("all", { people: inputs.people, months: inputs.months || 1 }) + ": " + spoken("grand_total", found.grand_total));
    }
    return lines.concat(texts(page.notices("p", ["relief-ends", "below-minimum-wage", "cheaper-package"])));
  }

  function texts(elements) {
    return elements.map(function (one) { return one.textContent; });
  }

  /** What is received, and on which conditions; a pension says that it comes every month. */
  function received() {
    var names = Object.keys(found.benefits), event = found.inputs.event;
    if (!event) return [];
    return [called(event) + ": " + spoken("benefit_total", found.benefit_total) + (names.length === 1 && page.spread(names[0]) || "")].concat(
      page.conditions(state), texts(page.notices("p", ["waiting", "program-needs", "program-missing", "jkp-conditions"])));
  }

  /** Each program with what it is counted of. */
  function programs() {
    return Object.keys(found.contributions).map(function (key) {
      var shares = found.contributions[key];
      var due = PARTIES.filter(function (party) { return shares[party]; });
      return key.toUpperCase() + ": " + (due.map(function (party) {
        return (due.length > 1 ? words.parties[party] + " " : "") + spoken(key + "." + party, shares[party]) + texts(countedOf(key, party)).join("").replace(/^ (.*)$/, " ($1)");
      }).join(", ") || [money(0)].concat(texts(reason(key))).join(". "));
    });
  }

  function message() {
    var first = paid().concat(received(), page.granted().map(function (one) { return one.text; }));
    var end = [say("not-official", { day: today }), address()].filter(Boolean);
    function whole() {
      return first.concat(end).join("\n");
    }
    if (found.steps.length > 1) programs().forEach(function (line) {
      first.push(line);
      if (whole().length > MESSAGE) first.pop();
    });
    return whole().slice(0, MESSAGE);
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

  // Fields, for a question and for the form

  function choices(name, number) {
    return el("select", { name: name, id: number ? false : base.before + "i-" + name, "aria-label": number ? label(name) + " " + number : false },
      [""].concat(tables.choices[name]).map(function (value, at) {
        return el("option", { value: value }, at ? words.options[name][at - 1] : "–");
      }));
  }

  /** Programs to tick, those of `known`; or two children to choose. */
  function several(name, known) {
    return name === "programs" ? known.map(function (program) {
      return el("label.c", {}, [el("input", { type: "checkbox", name: name, value: program }), " " + base.called(program)]);
    }) : [choices(name, 1), choices(name, 2)];
  }

  function fieldsOf(holder, name) {
    return [].slice.call(holder.querySelectorAll("[name=" + name + "]"));
  }

  function valueOf(holder, name) {
    return fieldsOf(holder, name).filter(function (field) {
      return field.value && (field.type !== "checkbox" || field.checked && !field.disabled);
    }).map(function (field) { return field.value.trim(); }).join(",");
  }

  // Questions that few are asked

  /** A low income may be that of a day: which it is, and then how much a month brings. */
  page.daily = function () {
    var now = page.now(), day = now.found.inputs.income;
    page.screen(say("daily", { amount: day }), [link(now.state, el("b", {}, say("daily-month")), function () {
      page.next("income");
      page.monthly(now.state.income);
    }), el("a.door", { href: write(now.state), click: function (event) {
      event.preventDefault();
      byDay(day);
    } }, el("b", {}, say("daily-day")))]);
  };

  function byDay(day) {
    page.screen(page.titleOf("income"), DAYS.map(function (days) {
      return link(page.having("income", days * day), [el("b", {}, money(days * day)), " " + say("days-are", { count: days, amount: day })], function () {
        page.next("income");
      });
    }), [page.typed("income", function (value) {
      page.next("income");
      page.go(page.having("income", value));
    })]);
    id("tanya").firstChild.focus();
  }

  /** Programs or children, in a form of their own. */
  page.several = function (name) {
    var own = el("form.form", { submit: function (event) {
      event.preventDefault();
      page.next(name);
      page.go(page.having(name, valueOf(own, name) || null));
    } }, several(name, page.knownOf(name)).concat(el("button.go", {}, say("go"))));
    page.screen(page.titleOf(name), [], [own]);
    fieldsOf(own, name).forEach(function (field) {
      field.checked = among(page.now().found.inputs.programs, field.value);
    });
  };

  // The form

  function field(name) {
    var many = among(tables.lists, name);
    return el(many ? "fieldset.f" : "label.f", { "data-name": name }, [el(many ? "legend.l" : "b.l", {}, label(name))].concat(
      many ? several(name, tables.choices[name]) : tables.choices[name] ? choices(name) :
        el("input", { name: name, id: base.before + "i-" + name, type: "text" }), el("b.l e", {})));
  }

  function shows(name, segment, event) {
    var events = has(tables.of_event, name) && tables.of_event[name];
    if (!has(tables.of_segment, segment)) return name === "segment";
    if (!among(tables.of_segment[segment], name)) return false;
    if (has(tables.known, name) && !tables.known[name][segment].length) return false;
    return !events || among(events, event);
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
      fieldsOf(form, name).forEach(function (field, at) {
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
      var value = valueOf(form, name);
      if (value && (shows(name, segment, form.elements.event.value) || !segment)) raw[name] = value;
    });
    return raw;
  }

  // The page

  function more() {
    var partner = /^[a-z][a-z-]{0,40}$/.test(state.partner || "") && el("a.solo", {
      href: base.page(root.dataset.partners, state.partner) }, say("partner"));
    var notes = page.notices("li", page.told.concat("jp-not-due"), true);
    return [bars(), parts(), notes[0] && titled(say("notes"), el("ul", {}, notes)), !found.inputs.event && gives(), why(), el("div.off", {}, [whatIf(), hand(),
      partner && el("p", {}, partner), el("p", {}, [button("change", function () {
        id("isian").setAttribute("open", "");
        form.elements.segment.focus();
      })])])];
  }

  /** Before the answer, if there is something. */
  function put(box) {
    if (box) below.previousSibling.insertBefore(box, below.previousSibling.firstChild);
  }

  page.below = function () {
    var now = page.now();
    state = now.state;
    told = now.told;
    found = now.found;
    here = now.here;
    fit();
    show();
    if (!now.answered) return;
    fill(below, [page.assumed()].concat(more()));
    if (!below.parentNode.querySelector(".then")) put(thenAndNow());
  };
  fill(form, tables.names.map(field));
  id("isian").hidden = false;
  form.addEventListener("submit", function (event) {
    event.preventDefault();
  });
  ["input", "change"].forEach(function (kind) {
    form.addEventListener(kind, function (event) {
      var raw = read();
      if (write(raw) === here) return;
      page.changed();
      page.go(raw, event.target.type === "text" && TYPED);
    });
  });
  page.drawBelow();
}
if (window.estimatorHere) {
  Object.keys(estimatorMore.sentences).forEach(function (name) {
    estimatorWords.sentences[name] = estimatorMore.sentences[name];
  });
  estimatorWords.options.segment = estimatorMore.segments;
  estimatorAfter(estimatorHere, estimatorRules, estimatorWords, document.getElementById("hitung"));
}
