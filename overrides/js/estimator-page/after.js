/*
What stands below an answer, for which nobody waits: who pays what, why, what if, what to hand on, and the form with all
questions. One classic script in ES5, after js/estimator-page/page.js, which calls what this adds to it (`below`,
`daily`, `several`) with its `page`; `page.form` is the form, once it is made (guide/pages/estimator_page.py).
*/
(function (Page) {
  "use strict";
  var has = Estimator.has, each = Estimator.each, copy = Estimator.copy, among = Estimator.among;
  var say = Page.say, money = Page.money, el = Page.el, fill = Page.fill, upper = Page.upper, write = Page.write;
  var id = Page.id, label = Page.label, option = Page.option, lines = Page.lines, link = Page.link, plus = Page.plus;
  var quiet = Page.quiet, sumOf = Page.sumOf, titled = Page.titled, button = Page.button, notices = Page.notices;
  var TOLD = Page.AMOUNT.concat(Page.EVENT, "waiting-assumed", "risk-assumed", "jp-not-due");
  var MESSAGE = 900;
  var TYPED = 300;
  var DAYS = [20, 25];

  // Who pays, and what each part is counted of

  function svg(tag, values, inside) {
    var element = document.createElementNS("http://www.w3.org/2000/svg", tag);
    each(values, function (name, value) {
      element.setAttribute(name, value);
    });
    if (inside) element.appendChild(inside);
    return element;
  }

  /** Return the names of the parties; of those only that pay, if their `shares` are given. */
  function parties(page, shares) {
    return Object.keys(page.words.parties).filter(function (party) { return !shares || shares[party]; });
  }

  /** Return who pays a share: for the self-employed whoever was chosen, abroad the company or the worker. */
  function payer(page, party) {
    var inputs = page.answer.inputs;
    if (inputs.payer) return inputs.payer === "self" ? say(page, "payer-self") : option(page, "payer", inputs.payer);
    if (inputs.placement) return say(page, inputs.placement === "individual" ? "payer-self" : "payer-abroad");
    return page.words.parties[party];
  }

  function bars(page) {
    var shares = page.answer.monthly, left = 0, paying = parties(page, shares);
    var bar = svg("svg",
      { "class": "shares", viewBox: "0 0 100 8", preserveAspectRatio: "none", "aria-hidden": "true" });
    if (!shares.total) return null;
    return titled(say(page, "who"), [paying[1] && bar, el("ul.list key", {}, paying.map(function (party) {
      var wide = shares[party] * 100 / shares.total;
      bar.appendChild(svg("rect", { "class": party, x: left, width: wide, height: 8 }));
      left += wide;
      return el("li", {}, [paying[1] && svg("svg", { "class": party, width: 18, height: 18, "aria-hidden": "true" },
        svg("rect", { width: 18, height: 18 })), upper(payer(page, party)) + ": ",
      sumOf(page, "monthly." + party, shares[party])]);
    }))]);
  }

  /** Return why a program that was asked for costs nothing. */
  function reason(page, key) {
    return key === "jp" ? notices(page, "span", ["jp-not-due"]) : [];
  }

  function countedOf(page, key, party) {
    return Page.counted(page, [key, key + "." + party]);
  }

  function parts(page) {
    var answer = page.answer;
    return titled(say(page, "parts"), lines(Object.keys(answer.contributions).map(function (key) {
      var shares = answer.contributions[key];
      return [Page.programNames(page, key) + ": ", sumOf(page, key + ".total", shares.total)].concat(
        shares.total ? parties(page, shares).map(function (party) {
          return el("span.small", {}, [" " + upper(payer(page, party)) + " ",
            sumOf(page, key + "." + party, shares[party], "span")].concat(countedOf(page, key, party)));
        }) : [" "].concat(reason(page, key)));
    }).concat(answer.grand_total === answer.monthly.total ?
      [[say(page, "total") + ": ", sumOf(page, "grand_total", answer.grand_total)]] : []), "list"));
  }

  /** Return the amount that a link remembers. */
  function amount(page) {
    return page.answer.inputs.event ? page.answer.benefit_total : page.answer.grand_total;
  }

  /** Return what a link of another day said; why it changed stands on a page of its own. */
  function thenAndNow(page) {
    var made = /^(\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])):(\d{1,15})$/.exec(page.raw.made || "");
    var why = page.root.dataset.months, now = amount(page);
    return made && +made[2] !== now && el("div.box then", {}, [
      el("b", {}, say(page, "then", { day: made[1], amount: +made[2], now: now })),
      why && el("p", {}, el("a.solo", { href: Page.address(why) + write(page, page.raw) }, say(page, "because")))]);
  }

  // What a family gets, and what would be different

  function between(page, answer, name, value, tag) {
    return Page.sum(page, name, value, tag, answer.range && answer.range[/^if/.test(name) ? "benefit_total" : name]);
  }

  function gives(page) {
    var known = page.tables.known.event[page.answer.inputs.segment];
    return known[0] && titled(say(page, "buys"), [woven(page, "death")].concat(lines(known.map(function (event) {
      var raw = Page.withEvent(page, event);
      var answer = quiet(page, raw);
      return link(page, raw, [el("b", {}, upper(option(page, "event", event))), answer && el("span.l", {},
        between(page, answer, "if." + event, answer.benefit_total, "span"))].concat(
        answer && answer.benefit_total ? Page.conditions(page, raw).map(function (line) {
          return el("span", {}, line + " ");
        }) : []));
    }), "leads")));
  }

  /** Return an event's benefits as a cloth of monthly contributions, where there is one. */
  function woven(page, event) {
    return Page.cloth && among(page.tables.known.event[page.answer.inputs.segment], event) ?
      Page.cloth(page, page.answer.inputs.event ? page.answer : quiet(page, Page.withEvent(page, event))) : null;
  }

  function why(page) {
    return el("details", {}, [el("summary", {}, say(page, "why")), lines(page.answer.steps.map(function (step) {
      return [say(page, step.sentence, step.values) + " ", el("span.small", {}, say(page, "law",
        { citation: step.citation, effective: step.effective, rounding: say(page, step.rounding) }))];
    }))]);
  }

  function whatIf(page) {
    var answer = page.answer, inputs = answer.inputs, month = inputs.month, doors = [];
    function offer(name, more, values) {
      var other = quiet(page, plus(page, more));
      if (!other || other.monthly.total === answer.monthly.total) return;
      doors.push(link(page, plus(page, more), [el("b", {}, say(page, name, copy(other.inputs, values))),
        el("span.l", {}, between(page, other, "monthly.total", other.monthly.total).textContent)]));
    }
    if (inputs.segment === "bpu" && !among(inputs.programs, "jht")) offer("add", { programs: "jkk,jkm,jht" });
    if (inputs.income) offer("more-income", { income: String(2 * inputs.income) }, { amount: 2 * inputs.income });
    answer.notices.forEach(function (notice) {
      if (notice.id === "relief-ends") month = Estimator.monthsAfter(notice.values.last, 1);
    });
    offer("other-month", { month: month === inputs.month ? Estimator.monthsAfter(month, 12) : month });
    return doors.length && titled(say(page, "if"), lines(doors, "leads"));
  }

  // What was answered

  /** Return an input that was given, as people say it: `Rp1,500,000`, `JKK, JKM`, `people: 50`. */
  function told(page, name, value) {
    if (name === "month") return say(page, "other-month", { month: value });
    if (name === "programs") return value.map(function (program) { return program.toUpperCase(); }).join(" + ");
    if (name === "children") return value.map(function (stage) { return option(page, name, stage); }).join(", ");
    if (page.tables.choices[name]) return option(page, name, value);
    if (among(page.tables.money, name)) return money(page, value);
    return label(page, name) + " " + value;
  }

  /** Return what somebody answered, each as a button that asks it again. */
  function answered(page) {
    var inputs = page.answer.inputs, names = page.tables.names.filter(function (name) {
      return has(page.raw, name) && has(inputs, name) && inputs[name] !== "unknown";
    });
    return titled(say(page, "answered"), lines(names.map(function (name) {
      return el("button.plain", { type: "button", "data-answered": name, click: function () {
        Page.ask(page, name);
      } }, upper(told(page, name, inputs[name])));
    }), "row"));
  }

  /** Ask for the month: this one, or one of those that follow it. */
  function monthly(page) {
    Page.screen(page, "month", [0, 1, 2, 3, 4, 5].map(function (later) {
      var month = Estimator.monthsAfter(page.today.slice(0, 7), later);
      return Page.door(page, "month", month, el("b", {}, say(page, "other-month", { month: month })));
    }), Page.typed(page, "month"));
  }

  // Hand on

  function address(page) {
    var site = /^https?:/.test(location.protocol) ? location.href.split("#")[0] : page.root.dataset.address;
    return site && site + write(page, copy(Page.inputsOf(page, page.raw), { made: page.today + ":" + amount(page) }));
  }

  /** Return an amount in words of a message: between what it lies, where that is not known. */
  function spoken(page, name, value) {
    return sumOf(page, name, value).textContent;
  }

  function texts(elements) {
    return elements.map(function (element) { return element.textContent; });
  }

  /** Return what is paid: for which month, how often, counted on what, by whom, until when and what then. */
  function paid(page) {
    var answer = page.answer, inputs = answer.inputs, paying = parties(page, answer.monthly);
    var month = { month: inputs.month, amount: spoken(page, "monthly.total", answer.monthly.total) };
    var message = [say(page, inputs.months ? "message-month" : "message-once", month) + " " +
      say(page, "on-" + inputs.segment, inputs)];
    if (inputs.segment !== "pu" && paying.length) {
      message.push(say(page, "payer-is", { who: payer(page, paying[0]).replace(/^./, function (letter) {
        return letter.toLowerCase();
      }) }));
    } else paying.forEach(function (party) {
      message.push(upper(page.words.parties[party]) + ": " + spoken(page, "monthly." + party, answer.monthly[party]));
    });
    if (answer.grand_total !== answer.monthly.total) {
      message.push(say(page, "all", { people: inputs.people, months: inputs.months || 1 }) + ": " +
        spoken(page, "grand_total", answer.grand_total));
    }
    return message.concat(texts(notices(page, "p", Page.AMOUNT)));
  }

  /** Return what is received, and on which conditions; a pension says that it comes every month. */
  function received(page) {
    var names = Object.keys(page.answer.benefits), event = page.answer.inputs.event;
    if (!event) return [];
    return [upper(option(page, "event", event)) + ": " + spoken(page, "benefit_total", page.answer.benefit_total) +
      (names.length === 1 && Page.spread(page, names[0]) || "")].concat(
      Page.conditions(page, page.raw), texts(notices(page, "p", Page.EVENT)));
  }

  /** Return each program with what it is counted of. */
  function programs(page) {
    return Object.keys(page.answer.contributions).map(function (key) {
      var shares = page.answer.contributions[key], paying = parties(page, shares);
      return key.toUpperCase() + ": " + (paying.map(function (party) {
        return (paying[1] ? page.words.parties[party] + " " : "") + spoken(page, key + "." + party, shares[party]) +
          texts(countedOf(page, key, party)).join("").replace(/^ (.*)$/, " ($1)");
      }).join(", ") || [money(page, 0)].concat(texts(reason(page, key))).join(". "));
    });
  }

  /** Return the answer as a message; programs one by one as far as there is room. */
  function message(page) {
    var first = paid(page).concat(received(page), Page.granted(page).map(function (input) { return input.text; }));
    var end = [say(page, "not-official", { day: page.today }), address(page)].filter(Boolean);
    function whole() {
      return first.concat(end).join("\n");
    }
    if (page.answer.steps.length > 1) programs(page).forEach(function (line) {
      first.push(line);
      if (whole().length > MESSAGE) first.pop();
    });
    return whole().slice(0, MESSAGE);
  }

  /** Return each step with its law, as it stands below the answer: for an assistant. */
  function reasons(page) {
    return texts([].slice.call(page.result.nextSibling.querySelectorAll("details li"))).map(function (step) {
      return "- " + step;
    });
  }

  function clip(page, text, place) {
    var area = el("textarea", { readonly: true, "class": "far" });
    area.value = text;
    document.body.appendChild(area);
    area.select();
    try {
      document.execCommand("copy");
    } catch (error) { }
    document.body.removeChild(area);
    place.textContent = say(page, "copied") + " ✓";
  }

  function hand(page) {
    var text = message(page), site = address(page);
    function copying(name, text) {
      return button(page, name, function (event) { clip(page, text, event.currentTarget); }, text);
    }
    return titled(say(page, "hand"), el("div", { "aria-live": "polite" }, lines([
      el("a", { href: "https://wa.me/?text=" + encodeURIComponent(text) }, "WhatsApp"),
      el("a", { href: "sms:?body=" + encodeURIComponent(text) }, "SMS"),
      copying("text", text), site && copying("link", site), button(page, "ai", function (event) {
        clip(page, reasons(page).concat(text).join("\n"), event.currentTarget);
      }), button(page, "print", function () { print(); })
    ].filter(Boolean), "row")));
  }

  // Fields, for a question and for the form

  function choices(page, name, number) {
    return el("select", { name: name, id: number ? false : page.prefix + "i-" + name,
      "aria-label": number ? label(page, name) + " " + number : false },
      [""].concat(page.tables.choices[name]).map(function (value, at) {
        return el("option", { value: value }, at ? page.words.options[name][at - 1] : "–");
      }));
  }

  /** Return programs to tick, those of `known`; or two children to choose. */
  function several(page, name, known) {
    return name === "programs" ? known.map(function (program) {
      return el("label.c", {}, [el("input", { type: "checkbox", name: name, value: program }),
        " " + Page.programNames(page, program)]);
    }) : [choices(page, name, 1), choices(page, name, 2)];
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

  /** Ask whether a low income is that of a day, and then how much a month brings. */
  function daily(page) {
    var day = page.answer.inputs.income;
    Page.screen(page, "daily", [link(page, page.raw, el("b", {}, say(page, "daily-month")), function () {
      Page.pass(page, "income");
      page.passed.daily = page.raw.income;
    }), el("a.door", { href: write(page, page.raw), click: function (event) {
      event.preventDefault();
      byDay(page, day);
    } }, el("b", {}, say(page, "daily-day")))], null, { amount: day });
  }

  function byDay(page, day) {
    Page.screen(page, "income", DAYS.map(function (days) {
      return Page.door(page, "income", days * day, [el("b", {}, money(page, days * day)),
        " " + say(page, "days-are", { count: days, amount: day })]);
    }), Page.typed(page, "income"));
    page.question.firstChild.focus();
  }

  /** Ask for programs or children, in a form of their own. */
  function askSeveral(page, name) {
    var form = el("form.form", { submit: function (event) {
      event.preventDefault();
      Page.reply(page, name, valueOf(form, name) || null);
    } }, several(page, name, Page.knownOf(page, name)).concat(el("button.go", {}, say(page, "go"))));
    Page.screen(page, name, null, form);
    fieldsOf(form, name).forEach(function (field) {
      field.checked = among(page.answer.inputs.programs, field.value);
    });
  }

  // The form

  function field(page, name) {
    var many = among(page.tables.lists, name), known = page.tables.choices[name];
    return el(many ? "fieldset.f" : "label.f", { "data-name": name }, [
      el(many ? "legend.l" : "b.l", {}, label(page, name))].concat(
      many ? several(page, name, known) : known ? choices(page, name) :
        el("input", { name: name, id: page.prefix + "i-" + name, type: "text" }), el("b.l e", {})));
  }

  /** Return whether the form asks for an input beside this segment and event. */
  function asks(tables, name, segment, event) {
    var events = has(tables.of_event, name) && tables.of_event[name];
    if (!has(tables.of_segment, segment)) return name === "segment";
    if (!among(tables.of_segment[segment], name)) return false;
    if (has(tables.known, name) && !tables.known[name][segment].length) return false;
    return !events || among(events, event);
  }

  /** Fit the form to the state: fields that are asked, values that are known, mistakes beside their fields. */
  function fit(page) {
    var tables = page.tables, raw = page.raw;
    tables.names.forEach(function (name) {
      var holder = page.form.querySelector("[data-name=" + name + "]");
      var known = has(tables.known, name) && has(tables.of_segment, raw.segment) && tables.known[name][raw.segment];
      var mistakes = page.told.filter(function (mistake) { return mistake.name === name; });
      holder.hidden = !asks(tables, name, raw.segment, raw.event) && !mistakes.length;
      holder.querySelector(".e").textContent = mistakes.map(function (mistake) {
        return say(page, mistake.sentence, mistake.values);
      }).join("; ");
      if (known) [].forEach.call(holder.querySelectorAll("[value]"), function (choice) {
        var value = choice.getAttribute("value");
        choice.disabled = !!value && !among(known, value);
        (choice.type === "checkbox" ? choice.parentNode : choice).hidden = choice.disabled;
      });
    });
  }

  /** Write the state into the form, but not where somebody types. */
  function show(page) {
    var typing = document.activeElement;
    page.tables.names.forEach(function (name) {
      var value = has(page.raw, name) ? page.raw[name] : "";
      var values = value.split(",");
      fieldsOf(page.form, name).forEach(function (field, at) {
        if (field === typing && field.type === "text") return;
        if (field.type === "checkbox") field.checked = among(values, field.value);
        else field.value = name === "children" ? values[at] || "" : value;
      });
    });
  }

  /** Read the state from the form. */
  function read(page) {
    var raw = {}, elements = page.form.elements, segment = elements.segment.value;
    Page.EXTRA.forEach(function (name) {
      if (has(page.raw, name) && name !== "made") raw[name] = page.raw[name];
    });
    page.tables.names.forEach(function (name) {
      var value = valueOf(page.form, name);
      if (value && (asks(page.tables, name, segment, elements.event.value) || !segment)) raw[name] = value;
    });
    return raw;
  }

  /** Make the form, and follow what is changed in it. */
  function makeForm(page) {
    page.form = fill(id(page, "semua"), page.tables.names.map(function (name) { return field(page, name); }));
    id(page, "isian").hidden = false;
    page.form.addEventListener("submit", function (event) {
      event.preventDefault();
    });
    ["input", "change"].forEach(function (kind) {
      page.form.addEventListener(kind, function (event) {
        var raw = read(page);
        if (write(page, raw) === page.hash) return;
        page.asking = false;
        page.wanted = "";
        page.unsure = 0;
        Page.go(page, raw, event.target.type === "text" && TYPED);
      });
    });
  }

  // The page

  function more(page) {
    var partner = /^[a-z0-9]([a-z0-9.-]{0,78}[a-z0-9])?$/.test(page.raw.partner || "") && el("a.solo", {
      href: Page.address(page.root.dataset.partners, page.raw.partner) }, say(page, "partner"));
    var notes = notices(page, "li", TOLD, true);
    return [answered(page), Page.assumed(page), bars(page), parts(page),
      notes[0] && titled(say(page, "notes"), el("ul", {}, notes)),
      !page.answer.inputs.event && gives(page), why(page), el("div.off", {}, [whatIf(page), hand(page),
      partner && el("p", {}, partner)])];
  }

  /** Draw the form, and what stands below an answer where there is one. */
  function below(page) {
    var result = page.result, then, figure;
    if (!page.form) makeForm(page);
    fit(page);
    show(page);
    if (!page.question.hidden || !page.answer) return;
    fill(result.nextSibling, more(page));
    figure = page.answer.inputs.event && !result.querySelector("figure") && woven(page, page.answer.inputs.event);
    if (figure) result.firstChild.appendChild(figure);
    then = !result.parentNode.querySelector(".then") && thenAndNow(page);
    if (then) result.insertBefore(then, result.firstChild);
  }

  Page.svg = svg;
  Page.daily = daily;
  Page.monthly = monthly;
  Page.several = askSeveral;
  Page.below = below;
  if (Page.here) {
    each(estimatorMore.sentences, function (name, sentence) {
      estimatorWords.sentences[name] = sentence;
    });
    estimatorWords.options.segment = estimatorMore.segments;
    estimatorWords.motif = estimatorMore.motif;
    Page.drawBelow(Page.here);
  }
})(EstimatorPage);
