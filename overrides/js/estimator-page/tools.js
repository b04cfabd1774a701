/*
The pages beside the estimator, one question each: a sheet for who pays for others, a payslip, a small budget, a list of
members read on the device. One classic script in ES5, after the engine, its rules and words, and js/estimator-page/state.js; nothing
is kept or sent.
*/
function estimatorTool(rules, words, root) {
  "use strict";
  var each = Estimator.each, has = Estimator.has, copy = Estimator.copy;
  var base = estimatorBase(rules, words, root);
  var el = base.el, fill = base.fill, say = base.say, money = base.money, today = base.today;
  var state = base.parse(location.hash).raw;
  var out = el("div", { role: "status", id: "hasil" });
  var fields = {};

  // A form, and what comes out

  function list(lines) {
    return el("ul", {}, lines.map(function (line) {
      return el("li", {}, line);
    }));
  }

  function button(name, act) {
    return el("button", { type: "button", "class": "plain off", click: act }, say(name));
  }

  function row(cells, tag) {
    return el("tr", {}, cells.map(function (cell, at) {
      return el(tag || (at ? "td" : "th"), tag ? { scope: "col" } : at ? {} : { scope: "row" }, cell);
    }));
  }

  /** A field with its label: a text, or a choice of `options` by value. */
  function field(name, value, options) {
    var given = options || [];
    var made = fields[name] = options ? el("select", { id: "m-" + name }, Object.keys(given).map(function (option) {
      return el("option", { value: option, selected: option === value }, given[option]);
    })) : el("input", { id: "m-" + name, type: "text", value: value || "", autocomplete: "off" });
    return el("p.f", {}, [el("label", { "for": "m-" + name, "class": "l" }, say("ask-" + name)), made]);
  }

  function show(act) {
    try {
      fill(out, act());
    } catch (error) {
      if (!error.mistakes) throw error;
      fill(out, [el("ul.box err", {}, error.mistakes.map(function (one) {
        var title = has(words.sentences, "ask-" + one.name) ? say("ask-" + one.name) + " " : "";
        return el("li", { "data-mistake": one.name }, title + say(one.sentence, one.values));
      }))]);
    }
  }

  function form(inside, act, now) {
    fill(root, [el("form.form card off", { submit: function (event) {
      event.preventDefault();
      show(act);
      out.scrollIntoView();
    } }, inside.concat(el("button.go", {}, say("go")))), out]);
    if (now) show(act);
  }

  /** What answers took for granted, each a link to where it can be changed. */
  function assumed(answers, raw) {
    var seen = {};
    var lines = [].concat.apply([], answers.map(function (one) { return one.assumptions; })).filter(function (one) {
      return has(seen, one.name) ? false : seen[one.name] = true;
    });
    return lines.length && el("div", {}, [el("h2", {}, say("assumed")), list(lines.map(function (one) {
      return el("a.solo", { "data-assumed": one.name, href: base.page(root.dataset.estimator) + base.write(raw) }, say(one.sentence, one.values));
    }))]);
  }

  function given(more) {
    var raw = copy(base.inputsOf(state), more);
    each(raw, function (name, value) {
      if (!value) delete raw[name];
    });
    return raw;
  }

  // A small budget

  function budget() {
    var amount = Estimator.readAmount("budget", fields.budget.value);
    var raw = given({ segment: "bpu", programs: "", people: "", months: "", event: "", income: fields.income.value });
    var found = Estimator.buy(rules, raw, amount, today);
    return [found.length ? list(found.map(function (one) {
      var inputs = one.estimate.inputs;
      return [el("a.solo", { href: base.page(root.dataset.estimator) + base.write(copy(raw, { income: String(inputs.income), programs: inputs.programs.join(",") })) },
        say("option", { programs: inputs.programs.map(function (program) { return words.programs[program]; }).join(", "), amount: one.estimate.monthly.total })),
        el("p.small", { "data-amount": "monthly.total", "data-value": one.estimate.monthly.total }, say("declared", { amount: one.base }))];
    })) : el("p", {}, say("no-option", { amount: amount })), found.length && el("p", {}, say("true-income")),
      assumed(found.map(function (one) { return one.estimate; }), raw)];
  }

  // A payslip

  function payslip() {
    var items = {}, raw;
    ["jht", "jp"].forEach(function (program) {
      if (fields[program].value.trim()) items[program] = Estimator.readAmount(program, fields[program].value);
    });
    raw = given({ segment: "pu", income: fields.wage.value, month: fields.month.value.trim(), programs: "", people: "", months: "", event: "", payer: "" });
    var slips = Estimator.recognise(rules, raw, items, today);
    return slips.map(function (one) {
      var match = one.matches[0];
      var told = { program: one.program.toUpperCase(), amount: one.amount, expected: one.expected };
      var right = one.amount === one.expected;
      return el("p.box " + (right ? "right" : "wrong"), { "data-slip": right ? "right" : match ? "other" : "wrong" }, el("b", {}, (right ? "✓ " : "✗ ") + say(right ? "slip-right" : match ? "slip-other" : "slip-wrong",
        match ? copy(told, { month: match.month, party: match.party }) : told)));
    }).concat(el("p.small", {}, say("estimate", { day: today, month: raw.month || today.slice(0, 7) })), assumed(slips, raw));
  }

  // Two months, two days

  /** This month and another, side by side, and why they differ. */
  function beside(now, then, raw) {
    function line(name, one, other) {
      return el("tr", {}, [el("th", { scope: "row" }, name), el("td", { "data-label": month(now) }, money(one)),
        el("td", { "data-label": month(then), "data-amount": "compare", "data-value": other }, money(other))]);
    }
    var key, lines = [];
    for (key in copy(now.contributions, then.contributions)) {
      lines.push(line(key.toUpperCase(), (now.contributions[key] || { total: 0 }).total, (then.contributions[key] || { total: 0 }).total));
    }
    lines.push(line(say("total"), now.monthly.total, then.monthly.total));
    if (now.inputs.event) lines.push(line(say("gets"), now.benefit_total, then.benefit_total));
    return [el("table.stack", {}, [el("thead", {}, row([say("each-month"), month(now), month(then)], "th")), el("tbody", {}, lines)]),
      because(then, now), assumed([now], raw), el("p.small", {}, say("not-official", { day: today }))];
  }

  function month(found) {
    return say("run-one", { first: found.inputs.month });
  }

  function because(then, now) {
    var reasons = Estimator.reasons(then, now).map(function (one) {
      return say(one.id, one.values);
    });
    return reasons.length && el("div", {}, [el("h2", {}, say("because")), list(reasons)]);
  }

  function months() {
    var raw = given({ segment: state.segment || "bpu", income: fields.income ? fields.income.value : state.income });
    return beside(Estimator.answer(rules, raw, today), Estimator.answer(rules, copy(raw, { month: Estimator.readMonth("month", fields.month.value) }), today), raw);
  }

  /** What a link of another day said, and why it changed. */
  function thenAndNow() {
    var made = /^(\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])):(\d{1,15})$/.exec(state.made || "");
    var now = Estimator.answer(rules, base.inputsOf(state), today);
    var amount = state.event ? now.benefit_total : now.grand_total;
    return [el("p.box", {}, el("b", {}, say("then", { day: made[1], amount: +made[2], now: amount })))].concat(
      beside(now, Estimator.answer(rules, copy({ month: made[1].slice(0, 7) }, base.inputsOf(state)), made[1]), base.inputsOf(state)));
  }

  // A sheet for who pays for others

  /** What is paid in all for each run of months that cost the same: [{first, then, amount}]. */
  function runsOf(found, raw) {
    var runs = [], month, last, total, i;
    for (i = 0; i < found.inputs.months; i++) {
      month = Estimator.monthsAfter(found.inputs.month, i);
      total = Estimator.answer(rules, copy(raw, { month: month, months: "1", people: "1" }), today).grand_total * found.inputs.people;
      last = runs[runs.length - 1];
      if (last && last.amount === total) last.then = month;
      else runs.push({ first: month, then: month, amount: total });
    }
    return runs;
  }

  function signed(name) {
    return el("div.sign", {}, [el("b", {}, say(name)), el("p", {}, say("sign-name")), el("p", {}, say("sign-day"))]);
  }

  function sheet() {
    var raw = given({ segment: state.segment || "bpu", event: "", people: fields.people.value, months: fields.months.value, income: fields.income.value,
      payer: !state.segment || state.segment === "bpu" ? fields.payer.value : "" });
    var found = Estimator.answer(rules, raw, today), inputs = found.inputs;
    var runs = runsOf(found, raw);
    var last = Estimator.monthsAfter(inputs.month, (inputs.months || 1) - 1);
    return [el("div.card", {}, [el("h2", {}, say("promise")),
      el("p", {}, say("promised", { people: inputs.people, first: inputs.month, last: last })),
      list(Object.keys(found.contributions).map(base.called)),
      el("p.big", {}, base.sum("grand_total", found.grand_total)), el("p", {}, base.inWords(found.grand_total)),
      el("table.stack", {}, [el("caption", {}, say("runs")), el("tbody", {}, runs.map(function (run) {
        return row([say(run.first === run.then ? "run-one" : "run", { first: run.first, last: run.then }), el("b", {}, money(run.amount))]);
      }))]),
      list(found.notices.map(function (one) { return say(one.id, one.values); })), assumed([found], raw),
      el("h3", {}, say("why")), list(found.steps.map(function (step) {
        return say(step.sentence, step.values) + " " + say("law", { citation: step.citation, effective: step.effective, rounding: say(step.rounding) });
      })),
      el("div.signs", {}, [signed("giver"), signed("receiver")]),
      el("p.small", {}, say("not-official", { day: today }) + " " + (root.dataset.address || "").replace("https://", ""))]),
    button("print", function () { window.print(); }), button("sheet", function () {
      var table = [["month", "people", "total"]];
      runs.forEach(function (run) {
        for (var month = run.first; month <= run.then; month = Estimator.monthsAfter(month, 1)) table.push([month, inputs.people, run.amount]);
      });
      save(table, "jamsostek-" + inputs.month + ".csv");
    })];
  }

  /** Hand rows over as a CSV file; cells that a spreadsheet would run get a mark before them. */
  function save(list, name) {
    var text = "\ufeff" + list.map(function (row) {
      return row.map(function (cell) {
        cell = String(cell);
        if (/^[=+@\t\r\uff1d\uff0b\uff0d\uff20-]/.test(cell) && !/^[+-]?[0-9][0-9.,]*$/.test(cell)) cell = "\u0027" + cell;
        return /[\x22,;\t\r\n]/.test(cell) ? "\"" + cell.replace(/\x22/g, "\"\"") + "\"" : cell;
      }).join(",");
    }).join("\r\n") + "\r\n";
    var make = window.URL && URL.createObjectURL && window.Blob;
    var link = el("a", { download: name, hidden: true,
      href: make ? URL.createObjectURL(new Blob([text], { type: "text/csv" })) : "data:text/csv;charset=utf-8," + encodeURIComponent(text) });
    document.body.appendChild(link);
    link.click();
    document.body.removeChild(link);
  }

  // A list of members

  /** The form that takes a file; what reads it (js/member-list/page.js) is loaded when the first file is chosen. */
  function picker() {
    var act;
    function take(file) {
      var script;
      if (act) return act(file);
      script = el("script", { src: root.dataset.list, load: function () {
        act = memberPage(rules, words, base, root, out, memberExtra);
        act(file);
      }, error: function () {
        fill(out, [el("p.box err", {}, say("list-not-loaded"))]);
      } });
      document.body.appendChild(script);
    }
    var input = el("input", { id: "m-members", "class": "pick", type: "file", accept: ".csv,.xlsx,.ods,text/csv", change: function () {
      if (input.files[0]) take(input.files[0]);
    } });
    fill(root, [el("div.form card", { dragover: function (event) {
      event.preventDefault();
    }, drop: function (event) {
      event.preventDefault();
      if (event.dataTransfer.files[0]) take(event.dataTransfer.files[0]);
    } }, [el("p", {}, say("members-why")), el("label.l", { "for": "m-members" }, say("file")), input]), out]);
  }

  // The page

  var payers = { self: say("payer-self"), sponsor: say("payer-sponsor"), government: say("payer-government") };
  var TOOLS = {
    uang: function () {
      form([field("budget", state.budget || money(20000)), field("income", state.income)], budget, true);
    },
    slip: function () {
      var slip = {};
      (state.payslip || "").split(",").forEach(function (item) {
        slip[item.split("=")[0].trim()] = item.split("=")[1];
      });
      form([field("wage", state.segment === "bpu" ? "" : state.income), field("jht", slip.jht), field("jp", slip.jp), field("month", state.month || today.slice(0, 7))],
        payslip, state.payslip);
    },
    lembar: function () {
      form([field("people", state.people || "10"), field("months", state.months || "12"), field("income", state.income || money(1000000)),
        field("payer", state.payer || "sponsor", payers)], sheet, true);
    },
    bulan: function () {
      form((state.segment === "pmi" ? [] : [field("income", state.income || money(1000000))]).concat(
        field("month", state.compare || Estimator.monthsAfter(today.slice(0, 7), 2))), months, !state.made);
      if (/^[\d-]{10}:\d{1,15}$/.test(state.made || "")) show(thenAndNow);
    },
    anggota: picker
  };
  TOOLS[root.dataset.tool]();
}
if (document.getElementById("alat")) estimatorTool(estimatorRules, estimatorWords, document.getElementById("alat"));
