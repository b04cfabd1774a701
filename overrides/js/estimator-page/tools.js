/*
The pages beside the estimator, one question each: a sheet for who pays for others, a payslip, a small budget, savings
through the years, two months side by side, a list of members read on the device. One classic script in ES5, after the
engine, its rules and words, and js/estimator-page/state.js, whose `page` holds here as well: `raw`, what the address
says, `fields` by their names, `out`, the place of the result. Nothing is kept or sent.
*/
(function (Page) {
  "use strict";
  var each = Estimator.each, has = Estimator.has, copy = Estimator.copy;
  var el = Page.el, fill = Page.fill, say = Page.say, money = Page.money;
  var FORMULA = /^[=+@\t\r\uff1d\uff0b\uff0d\uff20-]/;
  var holder = document.getElementById("alat");
  var TOOLS = { uang: budgetPage, tabungan: savingsPage, slip: payslipPage, lembar: sheetPage, bulan: monthsPage,
    anggota: listPage };

  // A form, and what comes out

  function button(page, name, act) {
    return el("button", { type: "button", "class": "plain off", click: act }, say(page, name));
  }

  function row(cells, tag) {
    return el("tr", {}, cells.map(function (cell, at) {
      return el(tag || (at ? "td" : "th"), tag ? { scope: "col" } : at ? {} : { scope: "row" }, cell);
    }));
  }

  /** Make a cell that says the name of its column where a narrow screen shows no head. */
  function under(page, name, cell) {
    return el("td", { "data-label": say(page, name) }, cell);
  }

  /** Make a field with its label: a text, or a choice of `options` by value. */
  function field(page, name, value, options) {
    var id = "m-" + name;
    page.fields[name] = options ? el("select", { id: id }, Object.keys(options).map(function (option) {
      return el("option", { value: option, selected: option === value }, options[option]);
    })) : el("input", { id: id, type: "text", value: value || "", autocomplete: "off" });
    return el("p.f", {}, [el("label", { "for": id, "class": "l" }, say(page, "ask-" + name)), page.fields[name]]);
  }

  /** Show what `act` makes of the page, or the mistakes that it throws. */
  function show(page, act) {
    try {
      fill(page.out, act(page));
    } catch (error) {
      if (!error.mistakes) throw error;
      fill(page.out, [el("ul.box err", {}, error.mistakes.map(function (mistake) {
        var ask = "ask-" + mistake.name, title = has(page.words.sentences, ask) ? say(page, ask) + " " : "";
        return el("li", { "data-mistake": mistake.name }, title + say(page, mistake.sentence, mistake.values));
      }))]);
    }
  }

  function form(page, inside, act, now) {
    fill(page.root, [el("form.form card off", { submit: function (event) {
      event.preventDefault();
      show(page, act);
      page.out.scrollIntoView();
    } }, inside.concat(el("button.go", {}, say(page, "go")))), page.out]);
    if (now) show(page, act);
  }

  /** Return the address of the estimator in a state. */
  function estimatorAt(page, raw) {
    return Page.address(page.root.dataset.estimator) + Page.write(page, raw);
  }

  /** Return what answers took for granted, each a link to where it can be changed. */
  function assumed(page, answers, raw) {
    var seen = {};
    var inputs = [].concat.apply([], answers.map(function (answer) { return answer.assumptions; }));
    inputs = inputs.filter(function (input) {
      return has(seen, input.name) ? false : seen[input.name] = true;
    });
    return inputs.length && el("div", {}, [el("h2", {}, say(page, "assumed")), Page.lines(inputs.map(function (input) {
      return el("a", { "data-assumed": input.name, href: estimatorAt(page, raw) },
        say(page, input.sentence, input.values));
    }), "list")]);
  }

  /** Return the inputs of the address with more; an empty one is left out. */
  function given(page, more) {
    var raw = copy(Page.inputsOf(page, page.raw), more);
    each(raw, function (name, value) {
      if (!value) delete raw[name];
    });
    return raw;
  }

  // A small budget

  function budget(page) {
    var amount = Estimator.readAmount("budget", page.fields.budget.value);
    var raw = given(page, { segment: "bpu", programs: "", people: "", months: "", event: "",
      income: page.fields.income.value });
    var options = Estimator.buy(page.rules, raw, amount, page.today).reverse();
    var most = copy(raw, { programs: "jkk,jkm,jht" });
    return options.map(function (option) { return bought(page, raw, option); }).concat(
      options.length ? null : el("p.box", {}, say(page, "no-option", { amount: amount })),
      options[1] ? null : missing(page, amount, options[0] ? most : copy(raw, { programs: "jkk,jkm" })),
      options.length ? el("p", {}, say(page, "true-income")) : null,
      options[0] && manyOf(page, amount, options[0].estimate.inputs),
      assumed(page, options.map(function (option) { return option.estimate; }), raw));
  }

  /** Return an answer's programs as people say them, with its amount. */
  function named(page, answer) {
    return { programs: answer.inputs.programs.map(function (program) { return page.words.programs[program]; })
      .join(" + "), amount: answer.monthly.total };
  }

  /** Return what one choice costs and gives: each event with its condition. */
  function bought(page, raw, option) {
    var inputs = option.estimate.inputs, total = option.estimate.monthly.total;
    raw = copy(raw, { income: String(inputs.income), programs: inputs.programs.join(",") });
    return el("div.card", {}, [el("h2", {}, el("a.solo", { href: estimatorAt(page, raw) },
      say(page, "option", named(page, option.estimate)))),
    el("p.small", { "data-amount": "monthly.total", "data-value": total },
      say(page, "declared", { amount: option.base })),
    Page.lines(Object.keys(option.gives).filter(function (event) { return option.gives[event]; }).map(function (event) {
      var asked = copy(raw, event === "work-sick" ? { event: event, sick_months: "1" } : { event: event });
      return [eventOf(page, event) + ": ", el("b", {}, money(page, option.gives[event]))].concat(
        Page.conditions(page, asked).map(function (line) { return el("span.small", {}, " " + line); }));
    }))].concat(option.estimate.notices.map(function (notice) {
      return el("p", {}, say(page, notice.id, notice.values));
    })));
  }

  function eventOf(page, event) {
    return Page.upper(page.words.events[page.rules.inputs.choices.event.indexOf(event)]);
  }

  /** Return how much is missing for a choice that costs more than there is. */
  function missing(page, amount, raw) {
    var answer = Estimator.answer(page.rules, raw, page.today);
    return el("p.box", {}, say(page, "option", named(page, answer)) + ". " +
      say(page, "missing-money", { amount: answer.monthly.total - amount }));
  }

  /** Return for how many people the money is enough, each month and once for a year; null where it is for few. */
  function manyOf(page, amount, inputs) {
    var raw = { segment: "bpu", income: String(inputs.income), programs: inputs.programs.join(","), payer: "sponsor" };
    var answer = Estimator.answer(page.rules, raw, page.today), lines;
    var year = Estimator.answer(page.rules, copy(raw, { months: "12" }), page.today).grand_total;
    function people(price) { return Estimator.quotient(amount, price); }
    if (people(answer.monthly.total) < 4) return null;
    lines = [say(page, "people-month", { count: people(answer.monthly.total), first: answer.inputs.month })];
    answer.notices.forEach(function (notice) {
      if (notice.id === "relief-ends") lines.push(say(page, "people-then", { count: people(notice.values.amount),
        first: Estimator.monthsAfter(notice.values.last, 1) }));
    });
    if (people(year)) lines.push(say(page, "people-once", { count: people(year) }));
    return el("div.card", {}, [el("h2", {}, say(page, "for-others")), Page.lines(lines),
      people(year) && el("p", {}, el("a.go", { href: Page.address(page.root.dataset.sheet) +
        Page.write(page, copy(raw, { people: String(people(year)), months: "12" })) }, say(page, "promise")))]);
  }

  function budgetPage(page) {
    form(page, [field(page, "budget", page.raw.budget || money(page, 20000)),
      field(page, "income", page.raw.income || money(page, 1000000))], budget, true);
  }

  // Old-age savings, and the tax on what is paid out at once

  function savings(page) {
    var fields = page.fields, years = Estimator.readWhole("years", fields.years.value, 1, page.rules.savings.longest);
    var raw = given(page, { segment: "bpu", programs: "jht", event: "", people: "", months: "",
      income: fields.income.value });
    var answer = Estimator.answer(page.rules, raw, page.today), monthly = answer.monthly.total;
    var rate = Estimator.readReturn(fields["return"].value);
    var rows = Estimator.savings(monthly, years, rate).filter(function (one) {
      return one.year === years || one.year === 1 || one.year % 5 === 0;
    });
    return [el("h2", {}, say(page, "each-month")), el("p.big", {}, Page.sum(page, "jht.total", monthly)),
      el("table.stack", {}, [
        el("thead", {}, row([say(page, "years"), say(page, "paid-in"), say(page, "balance")], "th")),
        el("tbody", {}, rows.map(function (one) {
          return el("tr", {}, [el("th", { scope: "row" }, say(page, "year", { count: one.year })),
            under(page, "paid-in", money(page, one.paid)),
            under(page, "balance", el("b", { "data-amount": "projection." + one.year,
              "data-value": one.balance }, money(page, one.balance)))]);
        }))]), el("p", {}, say(page, "illustration", { rate: fields["return"].value.trim() })),
    tax(page, rows[rows.length - 1].balance), assumed(page, [answer], raw)];
  }

  /** Return the tax on savings that are paid out at once. */
  function tax(page, sum) {
    var made = Estimator.lumpSumTax(page.rules, sum, "", page.today);
    return el("div.card", {}, [el("h2", {}, say(page, "tax", { base: sum, amount: made.amount })),
      el("p", { "data-amount": "tax", "data-value": made.amount }, say(page, "final-tax") + " " +
        say(page, "law", { citation: made.entry.cite, effective: made.entry.effective,
          rounding: say(page, "half-up, convention") }))]);
  }

  function savingsPage(page) {
    form(page, [field(page, "income", page.raw.income || money(page, 1000000)), field(page, "years", "10"),
      field(page, "return", page.rules.savings.usual)], savings, true);
  }

  // A payslip

  function payslip(page) {
    var items = {}, fields = page.fields, raw, slips;
    ["jht", "jp"].forEach(function (program) {
      if (fields[program].value.trim()) items[program] = Estimator.readAmount(program, fields[program].value);
    });
    raw = given(page, { segment: "pu", income: fields.wage.value, month: fields.month.value.trim(), programs: "",
      people: "", months: "", event: "", payer: "" });
    slips = Estimator.recognise(page.rules, raw, items, page.today);
    return slips.map(function (slip) {
      return recognised(page, slip);
    }).concat(el("p.small", {}, say(page, "estimate", { day: page.today, month: raw.month || page.today.slice(0, 7) })),
      assumed(page, slips, raw));
  }

  function recognised(page, slip) {
    var match = slip.matches[0], right = slip.amount === slip.expected;
    var values = { program: slip.program.toUpperCase(), amount: slip.amount, expected: slip.expected };
    var sentence = right ? "slip-right" : match ? "slip-other" : "slip-wrong";
    if (match) values = copy(values, { month: match.month, party: match.party });
    return el("p.box " + (right ? "right" : "wrong"), { "data-slip": right ? "right" : match ? "other" : "wrong" },
      el("b", {}, (right ? "✓ " : "✗ ") + say(page, sentence, values)));
  }

  function payslipPage(page) {
    var raw = page.raw, slip = {};
    (raw.payslip || "").split(",").forEach(function (item) {
      slip[item.split("=")[0].trim()] = item.split("=")[1];
    });
    form(page, [field(page, "wage", raw.segment === "bpu" ? "" : raw.income), field(page, "jht", slip.jht),
      field(page, "jp", slip.jp), field(page, "month", raw.month || page.today.slice(0, 7))], payslip, raw.payslip);
  }

  // Two months, two days

  function monthOf(page, answer) {
    return say(page, "run-one", { first: answer.inputs.month });
  }

  /** Return this month and another, side by side, and why they differ. */
  function beside(page, now, then, raw) {
    var rows = [];
    function add(name, amount, other) {
      rows.push(el("tr", {}, [el("th", { scope: "row" }, name),
        el("td", { "data-label": monthOf(page, now) }, money(page, amount)),
        el("td", { "data-label": monthOf(page, then), "data-amount": "compare", "data-value": other },
          money(page, other))]));
    }
    function totalOf(answer, key) {
      return (answer.contributions[key] || { total: 0 }).total;
    }
    each(copy(now.contributions, then.contributions), function (key) {
      add(key.toUpperCase(), totalOf(now, key), totalOf(then, key));
    });
    add(say(page, "total"), now.monthly.total, then.monthly.total);
    if (now.inputs.event) add(say(page, "gets"), now.benefit_total, then.benefit_total);
    return [el("table.stack", {}, [
      el("thead", {}, row([say(page, "each-month"), monthOf(page, now), monthOf(page, then)], "th")),
      el("tbody", {}, rows)]), because(page, then, now), assumed(page, [now], raw),
      el("p.small", {}, say(page, "not-official", { day: page.today }))];
  }

  function because(page, then, now) {
    var reasons = Estimator.reasons(then, now).map(function (reason) {
      return say(page, reason.id, reason.values);
    });
    return reasons.length && el("div", {}, [el("h2", {}, say(page, "because")), Page.lines(reasons)]);
  }

  function months(page) {
    var raw = given(page, { segment: page.raw.segment || "bpu",
      income: page.fields.income ? page.fields.income.value : page.raw.income });
    var now = Estimator.answer(page.rules, raw, page.today);
    var other = { month: Estimator.readMonth("month", page.fields.month.value) };
    return beside(page, now, Estimator.answer(page.rules, copy(raw, other), page.today), raw);
  }

  /** Return day and amount of a link of another day; null where it names none, or no day of the calendar. */
  function madeOf(page) {
    var made = /^(\d{4}-\d\d-\d\d):(\d{1,15})$/.exec(page.raw.made || ""), day = new Date(made ? made[1] : NaN);
    return !isNaN(day) && day.toISOString().slice(0, 10) === made[1] ? made : null;
  }

  /** Return what a link of another day said, and why it changed. */
  function thenAndNow(page) {
    var made = madeOf(page);
    var raw = Page.inputsOf(page, page.raw), now = Estimator.answer(page.rules, raw, page.today);
    var amount = page.raw.event ? now.benefit_total : now.grand_total;
    var then = Estimator.answer(page.rules, copy({ month: made[1].slice(0, 7) }, raw), made[1]);
    return [el("p.box", {}, el("b", {}, say(page, "then", { day: made[1], amount: +made[2], now: amount })))].concat(
      beside(page, now, then, raw));
  }

  function monthsPage(page) {
    var raw = page.raw, usual = Estimator.monthsAfter(page.today.slice(0, 7), 2), made = madeOf(page);
    form(page, (raw.segment === "pmi" ? [] : [field(page, "income", raw.income || money(page, 1000000))]).concat(
      field(page, "month", raw.compare || usual)), months, !made);
    if (made) show(page, thenAndNow);
  }

  // A sheet for who pays for others

  /** Return what is paid in all for each run of months that cost the same: [{first, then, amount}]. */
  function runsOf(page, answer, raw) {
    var inputs = answer.inputs, runs = [], month, last, total, i;
    for (i = 0; i < inputs.months; i++) {
      month = Estimator.monthsAfter(inputs.month, i);
      total = inputs.people *
        Estimator.answer(page.rules, copy(raw, { month: month, months: "1", people: "1" }), page.today).grand_total;
      last = runs[runs.length - 1];
      if (last && last.amount === total) last.then = month;
      else runs.push({ first: month, then: month, amount: total });
    }
    return runs;
  }

  function signed(page, name) {
    return el("div.sign", {}, [el("b", {}, say(page, name)), el("p", {}, say(page, "sign-name")),
      el("p", {}, say(page, "sign-day"))]);
  }

  function sheet(page) {
    var fields = page.fields, segment = page.raw.segment || "bpu";
    var raw = given(page, { segment: segment, event: "", people: fields.people.value, months: fields.months.value,
      income: fields.income.value, payer: segment === "bpu" ? fields.payer.value : "" });
    var answer = Estimator.answer(page.rules, raw, page.today), inputs = answer.inputs;
    var runs = runsOf(page, answer, raw);
    return [promise(page, answer, runs, raw), button(page, "print", function () { window.print(); }),
      button(page, "sheet", function () {
        var table = [["month", "people", "total"]], month;
        runs.forEach(function (run) {
          for (month = run.first; month <= run.then; month = Estimator.monthsAfter(month, 1)) {
            table.push([month, inputs.people, run.amount]);
          }
        });
        save(fileOf(csvOf(table)), "jamsostek-" + inputs.month + ".csv");
      })];
  }

  /** Return the sheet to print and to sign. */
  function promise(page, answer, runs, raw) {
    var inputs = answer.inputs, last = Estimator.monthsAfter(inputs.month, (inputs.months || 1) - 1);
    return el("div.card", {}, [el("h2", {}, say(page, "promise")),
      el("p", {}, say(page, "promised", { people: inputs.people, first: inputs.month, last: last })),
      Page.lines(Object.keys(answer.contributions).map(function (key) { return Page.programNames(page, key); })),
      el("p.big", {}, Page.sum(page, "grand_total", answer.grand_total)),
      el("p", {}, Page.inWords(page, answer.grand_total)),
      el("table.stack", {}, [el("caption", {}, say(page, "runs")), el("tbody", {}, runs.map(function (run) {
        return row([say(page, run.first === run.then ? "run-one" : "run", { first: run.first, last: run.then }),
          el("b", {}, money(page, run.amount))]);
      }))]),
      Page.lines(answer.notices.map(function (notice) { return say(page, notice.id, notice.values); })),
      assumed(page, [answer], raw), el("h3", {}, say(page, "why")), Page.lines(answer.steps.map(function (step) {
        return say(page, step.sentence, step.values) + " " + say(page, "law",
          { citation: step.citation, effective: step.effective, rounding: say(page, step.rounding) });
      })),
      el("div.signs", {}, [signed(page, "giver"), signed(page, "receiver")]),
      el("p.small", {}, say(page, "not-official", { day: page.today }) + " " +
        (page.root.dataset.address || "").replace("https://", ""))]);
  }

  function sheetPage(page) {
    var raw = page.raw, payers = {};
    ["self", "sponsor", "government"].forEach(function (payer) { payers[payer] = say(page, "payer-" + payer); });
    form(page, [field(page, "people", raw.people || "10"), field(page, "months", raw.months || "12"),
      field(page, "income", raw.income || money(page, 1000000)), field(page, "payer", raw.payer || "sponsor", payers)],
      sheet, true);
  }

  /** Return rows as CSV; cells that a spreadsheet would run get a mark before them. */
  function csvOf(rows) {
    return "\ufeff" + rows.map(function (cells) {
      return cells.map(function (cell) {
        cell = String(cell);
        if (FORMULA.test(cell) && !/^[+-]?[0-9][0-9.,]*$/.test(cell)) cell = "\u0027" + cell;
        return /[\x22,;\t\r\n]/.test(cell) ? "\"" + cell.replace(/\x22/g, "\"\"") + "\"" : cell;
      }).join(",");
    }).join("\r\n") + "\r\n";
  }

  /** Return the address of a text as a file. */
  function fileOf(text) {
    var make = window.URL && URL.createObjectURL && window.Blob;
    return make ? URL.createObjectURL(new Blob([text], { type: "text/csv" })) :
      "data:text/csv;charset=utf-8," + encodeURIComponent(text);
  }

  /** Hand a file over by its address. */
  function save(href, name) {
    var link = el("a", { download: name, hidden: true, href: href });
    document.body.appendChild(link);
    link.click();
    document.body.removeChild(link);
  }

  // A list of members

  /** Read a list; what does so (js/member-list/page.js) is loaded when the first file is chosen. */
  function take(page, file) {
    if (page.list) return MemberPage.read(page, file);
    document.body.appendChild(el("script", { src: page.root.dataset.list, load: function () {
      MemberPage.open(page, memberExtra);
      MemberPage.read(page, file);
    }, error: function () {
      fill(page.out, [el("p.box err", {}, say(page, "list-not-loaded"))]);
    } }));
  }

  function listPage(page) {
    var input = el("input", { id: "m-members", "class": "pick", type: "file", accept: ".csv,.xlsx,.ods,text/csv",
      change: function () {
        if (input.files[0]) take(page, input.files[0]);
      } });
    fill(page.root, [el("div.form card", { dragover: function (event) {
      event.preventDefault();
    }, drop: function (event) {
      event.preventDefault();
      if (event.dataTransfer.files[0]) take(page, event.dataTransfer.files[0]);
    } }, [el("p", {}, say(page, "members-why")), el("label.l", { "for": "m-members" }, say(page, "file")), input]),
    page.out]);
  }

  // The page

  function start(page) {
    page.raw = Page.parse(page, location.hash).raw;
    page.fields = {};
    page.out = el("div", { role: "status", id: "hasil" });
    TOOLS[page.root.dataset.tool](page);
  }

  Page.row = row;
  Page.save = save;
  if (holder) start(Page.open(estimatorRules, estimatorWords, holder));
})(EstimatorPage);
