/*
More of the estimator page, loaded when somebody opens it: then and now, two months, budget, payslip, and a list of
members read on the device. One classic script in ES5, after hitung.js and estimator-more.js; nothing is sent.
*/
Hitung.extend(function (page, columns) {
  "use strict";
  var el = page.el, say = page.say, rules = page.rules, words = page.words, money = page.money, rows = 5000;
  var each = Estimator.each, has = Estimator.has, copy = Estimator.copy;
  var names = {}, place, dates, kept;

  function field(name, label, hint) {
    return [el("label", { "for": "m-" + name, "class": "l" }, label), el("input", { id: "m-" + name, type: "text", placeholder: hint || "" })];
  }

  function value(name) {
    return document.getElementById("m-" + name).value.trim();
  }

  function wrong(error) {
    if (!error.mistakes) throw error;
    return [el("ul", { "class": "box err" }, error.mistakes.map(function (one) {
      return el("li", { "data-mistake": one.name }, (one.name ? page.label(one.name) + ": " : "") + say(one.sentence, one.values));
    }))];
  }

  /** A tool: a heading, fields, a button, and a place for what comes out. */
  function tool(name, title, inside, act) {
    var out = el("div", { role: "status", id: "out-" + name });
    return el("form", { "class": "form card", id: "tool-" + name, submit: function (event) {
      event.preventDefault();
      run(out, act);
    } }, [el("h3", {}, title)].concat(inside, el("button", { "class": "go" }, say("go")), out));
  }

  function run(out, act) {
    var found;
    try {
      found = act();
    } catch (error) {
      found = wrong(error);
    }
    page.fill(out, found);
  }

  function worded(list) {
    return list.length ? el("ul", {}, list.map(function (one) {
      return el("li", {}, say(one.id, one.values));
    })) : null;
  }

  // Budget

  function budget() {
    var amount = Estimator.readAmount("budget", value("budget"));
    var raw = page.inputsOf(page.state());
    if (raw.segment !== "bpu") raw = { segment: "bpu" };
    delete raw.programs;
    var found = Estimator.buy(rules, raw, amount, page.today());
    return found.length ? [el("ul", { "class": "list" }, found.map(function (one) {
      var inputs = one.estimate.inputs;
      return el("li", {}, [page.link({ segment: "bpu", income: String(inputs.income), programs: inputs.programs.join(","), sector: raw.sector || "", month: raw.month || "" },
        say("option", { programs: inputs.programs.map(function (program) { return words.programs[program]; }).join(", "), amount: one.estimate.monthly.total }), null, "solo"),
        el("span", { "class": "small" }, say("declared", { amount: one.base }))]);
    })), el("p", {}, say("true-income"))] : [el("p", {}, say("no-option", { amount: amount }))];
  }

  // Payslip

  function payslip() {
    var items = {}, raw = page.inputsOf(page.state());
    ["jht", "jp"].forEach(function (program) {
      if (value(program)) items[program] = Estimator.readAmount("payslip", value(program));
    });
    raw = { segment: "pu", income: value("wage") || raw.income || "", month: raw.month || "" };
    if (!raw.month) delete raw.month;
    return [el("ul", {}, Estimator.recognise(rules, raw, items, page.today()).map(function (one) {
      var match = one.matches[0];
      var told = { program: one.program.toUpperCase(), amount: one.amount, expected: one.expected };
      if (one.amount !== one.expected && match) told = copy(told, { month: match.month, party: match.party });
      return el("li", {}, say(one.amount === one.expected ? "slip-right" : match ? "slip-other" : "slip-wrong", told));
    }))];
  }

  // Two months

  function compare() {
    var raw = page.inputsOf(page.state());
    var now = Estimator.answer(rules, raw, page.today());
    var then = Estimator.answer(rules, copy(raw, { month: Estimator.readMonth("month", value("compare")) }), page.today());
    function row(name, one, other) {
      return el("tr", {}, [el("th", { scope: "row" }, name), el("td", { "class": "n" }, money(one)), el("td", { "class": "n", "data-amount": "compare", "data-value": other }, money(other))]);
    }
    var lines = Object.keys(copy(now.contributions, then.contributions)).map(function (key) {
      return row(key.toUpperCase(), (now.contributions[key] || { total: 0 }).total, (then.contributions[key] || { total: 0 }).total);
    });
    return [el("table", {}, [el("caption", {}, say("now-then", { now: now.inputs.month, then: then.inputs.month })), el("tbody", {}, lines.concat(
      row(say("total"), now.monthly.total, then.monthly.total), now.inputs.event ? row(say("gets"), now.benefit_total, then.benefit_total) : []))]),
      worded(Estimator.reasons(now, then))];
  }

  // Then and now

  function thenAndNow(found) {
    var made = /^(\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])):(\d{1,16})$/.exec(page.state().made || "");
    var now = found && (found.inputs.event ? found.benefit_total : found.grand_total);
    var reasons = [];
    if (!made || !found || +made[2] === now || +made[2] > Estimator.LARGEST_TOTAL) return page.fill(dates, []);
    try {
      reasons = Estimator.reasons(Estimator.answer(rules, copy({ month: made[1].slice(0, 7) }, page.inputsOf(page.state())), made[1]), found);
    } catch (error) {
      if (!error.mistakes) throw error;
    }
    page.fill(dates, [el("div", { "class": "box" }, [el("p", {}, [el("b", {}, say("then", { day: made[1], amount: +made[2], now: now }))]),
      reasons.length ? el("p", {}, say("because")) : null, worded(reasons)])]);
  }

  // A list of members

  /** Rows of a CSV text; the mark between cells is the one that its first line has most. */
  function cells(text) {
    var head = text.split("\n")[0].replace(/\x22[^\x22]*\x22/g, "");
    var mark = [",", ";", "\t"].sort(function (one, other) {
      return head.split(other).length - head.split(one).length;
    })[0];
    var made = [], row = [], cell = "", quoted = false, i, letter;
    for (i = 0; i <= text.length; i++) {
      letter = text.charAt(i);
      if (quoted) {
        if (letter === "\"" && text.charAt(i + 1) === "\"") cell += text.charAt(i++);
        else if (letter === "\"" || !letter) quoted = false;
        else cell += letter;
      } else if (letter === "\"" && !cell) quoted = true;
      else if (letter === mark || letter === "\n" || !letter) {
        row.push(cell.replace(/\r$/, ""));
        cell = "";
        if (letter !== mark) {
          if (row.join("")) made.push(row);
          row = [];
        }
      } else cell += letter;
    }
    return made;
  }

  function amountNames() {
    var made = [];
    columns.keys.concat("monthly").forEach(function (key) {
      ["worker", "employer", "government", "total"].forEach(function (party) {
        made.push(key + "." + party);
      });
    });
    return made.concat("grand_total", columns.benefits.map(function (name) { return "benefit." + name; }), "benefit_total");
  }

  function answered(text) {
    var table = cells(text.replace(/^\ufeff/, ""));
    var amounts = amountNames(), seen = {}, bad = 0, total = 0, mistakes = [];
    if (table.length < 2 || table.length > rows + 1) throw Estimator.wrong("", "too-big");
    var known = table[0].map(function (title) {
      var name = title.trim().toLowerCase().replace(/[\s-]+/g, "_");
      var good = !has(names, name) && Estimator.unknown(name, Object.keys(names)).values.good;
      if (good || seen[names[name]]) mistakes.push({ name: "", sentence: "unknown-near", values: { good: title + " → " + (good || names[name]) } });
      if (has(names, name)) seen[names[name]] = true;
      return has(names, name) ? names[name] : "";
    });
    if (mistakes.length) throw { mistakes: mistakes };
    var made = [table[0].concat(amounts, "error")];
    table.slice(1).forEach(function (row) {
      var raw = {}, found = {}, error = "";
      known.forEach(function (name, at) {
        if (name && row[at] && row[at].trim()) raw[name] = row[at].trim();
      });
      try {
        found = Estimator.answer(rules, raw, page.today());
        total += found.grand_total;
        found = Estimator.amounts(found);
        if (!raw.event) delete found.benefit_total;
      } catch (caught) {
        if (!caught.mistakes) throw caught;
        bad += 1;
        error = caught.mistakes.map(function (one) { return one.name + ": " + say(one.sentence, one.values); }).join("; ");
      }
      made.push(table[0].map(function (title, at) { return row[at] || ""; }).concat(amounts.map(function (name) {
        return has(found, name) ? found[name] : "";
      }), error));
    });
    return { rows: made, bad: bad, total: total };
  }

  function members(text) {
    var found = answered(text);
    var wide = found.rows[0].length;
    var at = found.rows[0].indexOf("grand_total");
    return [el("p", {}, [el("b", { "data-amount": "members.total", "data-value": found.total },
      say("rows", { count: found.rows.length - 1, wrong: found.bad, amount: found.total }))]),
    page.button(say("sheet"), function () { save(found.rows, "jamsostek.csv"); }),
    el("table", {}, [el("thead", {}, [el("tr", {}, [say("row"), say("name"), say("amount")].map(function (title) {
      return el("th", { scope: "col" }, title);
    }))]), el("tbody", {}, found.rows.slice(1, 201).map(function (row, number) {
      return el("tr", {}, [el("th", { scope: "row" }, String(number + 1)), el("td", {}, row[0]),
        el("td", { "class": "n" }, row[wide - 1] || money(row[at]))]);
    }))])];
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

  function picker() {
    var out = el("div", { role: "status", id: "out-members" });
    function take(file) {
      var reader = new FileReader();
      reader.onload = function () {
        run(out, function () { return members(String(reader.result)); });
      };
      reader.readAsText(file, "utf-8");
    }
    var input = el("input", { id: "m-members", type: "file", accept: ".csv,text/csv", change: function () {
      if (input.files[0]) take(input.files[0]);
    } });
    return el("div", { "class": "form card", id: "tool-members", dragover: function (event) {
      event.preventDefault();
    }, drop: function (event) {
      event.preventDefault();
      if (event.dataTransfer.files[0]) take(event.dataTransfer.files[0]);
    } }, [el("h3", {}, say("members")), el("p", {}, say("members-why")), el("label", { "class": "l", "for": "m-members" }, say("file")), input, out]);
  }

  function group(found) {
    var inputs = found && found.inputs, list = [["month", "people", "total"]];
    if (!found || inputs.people * (inputs.months || 1) === 1) return page.fill(kept, []);
    page.fill(kept, [page.button(say("sheet"), function () {
      page.runs().forEach(function (run) {
        for (var month = run.first; month <= run.then; month = Estimator.monthsAfter(month, 1)) list.push([month, inputs.people, run.amount]);
      });
      save(list, "jamsostek-" + inputs.month + ".csv");
    })]);
  }

  rules.inputs.names.forEach(function (name) {
    names[name] = name;
  });
  each(columns.names, function (name, input) {
    names[name] = input;
  });
  place = document.querySelector("#lagi > div");
  dates = el("div", { role: "status", id: "dulu" });
  kept = el("div");
  place.parentNode.parentNode.insertBefore(dates, document.getElementById("hasil"));
  page.fill(place, [kept,
    tool("budget", say("budget"), field("budget", say("have"), money(20000)), budget),
    tool("payslip", say("payslip"), field("wage", say("wage-slip")).concat(field("jht", say("cut") + " JHT"), field("jp", say("cut") + " JP")), payslip),
    tool("compare", say("compare"), field("compare", say("other-month"), page.today().slice(0, 7)), compare),
    picker()]);
  function restore(name, act) {
    var text = page.state()[name];
    if (!text) return;
    if (name === "payslip") text.split(",").forEach(function (item) {
      var pair = item.split("=");
      var holder = document.getElementById("m-" + pair[0].trim());
      if (holder && (pair[0].trim() === "jht" || pair[0].trim() === "jp")) holder.value = pair[1] || "";
    });
    else document.getElementById("m-" + name).value = text;
    run(document.getElementById("out-" + name), act);
  }
  restore("budget", budget);
  restore("payslip", payslip);
  restore("compare", compare);
  return function (found) {
    thenAndNow(found);
    group(found);
  };
});
