/*
The page of a list of members: what was read and may be changed, what is to mend, the sums, the result as a file. One
classic script in ES5, loaded when a list is chosen, after the tools; nothing is kept or sent. `extra`: sentences, roles
and choices that only this page needs (guide.pages.estimator_data).
*/
function memberPage(rules, words, base, root, out, extra) {
  "use strict";
  var each = Estimator.each, has = Estimator.has, among = Estimator.among;
  var el = base.el, fill = base.fill, say = base.say, money = base.money;
  var FIRST = 200, EXAMPLES = 3, GROUPS = 8, PLACES = 30, SHOWN = 5;
  each(extra.sentences, function (name, sentence) {
    words.sentences[name] = sentence;
  });
  var list = memberList(rules, extra.data, base.today, function (mistake) {
    return say(mistake.sentence, mistake.values);
  });
  var file, settings, cancel, focused;

  function start() {
    var bar = el("progress", { max: 1, "aria-label": say("list-read") }), text = el("p", {}), shown = 0;
    if (cancel) cancel();
    focused = document.activeElement && document.activeElement.id;
    cancel = list.run(file, settings, {
      progress: function (rows, part) {
        if (rows < 5000 || performance.now() - shown < 500) return;
        if (!shown) fill(out, [bar, text, el("button", { type: "button", "class": "plain", click: stop }, say("list-stop"))]);
        shown = performance.now();
        bar.value = part;
        fill(text, say("list-reading", { count: rows }));
      },
      done: show,
      fail: function (error) {
        fill(out, [el("ul.box err", {}, error.mistakes.map(function (one) {
          return el("li", { "data-mistake": one.sentence }, say(one.sentence, one.values));
        }))]);
      }
    });
  }

  function stop() {
    cancel();
    fill(out, []);
  }

  function block(title, inside) {
    return inside.length ? [el("h2", {}, say(title))].concat(inside) : [];
  }

  function lines(texts) {
    return texts.length ? [el("ul", {}, texts.map(function (text) { return el("li", {}, text); }))] : [];
  }

  /** A choice with its label; `act` gets what was chosen. */
  function choice(id, label, options, value, act, more) {
    var made = el("select", { id: id, change: function () { act(made.value); } }, options.map(function (option) {
      return el("option", { value: option[0], selected: option[0] === value }, option[1]);
    }));
    return el("p.f", {}, [el("label", { "for": id, "class": "l" }, label), more ? el("span.small", {}, more) : "", made]);
  }

  // What was read

  function examples(result, place) {
    var found = [];
    result.first.some(function (row) {
      var text = place < row.length && !list.rules.isEmpty(row[place]) ? list.rules.textOf(row[place]).replace(/[0-9]{16}/g, "…").slice(0, 24) : "";
      if (text && !among(found, text)) found.push(text);
      return found.length === EXAMPLES;
    });
    return found.length ? say("list-examples", { words: found.join(" · ") }) : "";
  }

  function columns(result) {
    var used = [], others = [];
    result.header.columns.forEach(function (column) {
      var ticked = (result.ticked || []).filter(function (one) { return one.place === column.place; })[0];
      var role = has(extra.roles, column.role) ? column.role : "", isUsed = role && role !== "nik" && role !== "place";
      if (!column.title.trim()) return;
      if (ticked) return used.push(el("p", {}, [el("b", {}, column.title.trim()), " → " + say("list-ticked", { program: ticked.program.toUpperCase() })]));
      (isUsed ? used : others).push(choice("k-" + column.place, column.title.trim(), [["", say("list-not-used")]].concat(Object.keys(extra.roles).map(function (name) {
        return [name, extra.roles[name]];
      })), role, function (chosen) {
        settings.chosen[column.place] = chosen || "other";
        start();
      }, isUsed ? examples(result, column.place) : ""));
    });
    return block("list-read", (result.sheet ? [el("p", {}, say("list-sheet", { name: result.sheet }))] : []).concat(used,
      others.length ? el("details", {}, [el("summary", {}, say("list-not-used"))].concat(others)) : []));
  }

  /** What holds for everybody who says nothing else. */
  function everybody(name, text) {
    return choice("s-" + name, text, [["", say("list-choose")]].concat(extra.options[name]), settings.given[name] || "", function (value) {
      if (value) settings.given[name] = value;
      else delete settings.given[name];
      start();
    });
  }

  function unclear(result) {
    var missing = Object.keys(result.missing || {}), texts = result.header.unclear.map(function (one) { return say(one.sentence, one.values); });
    missing.forEach(function (name) { texts.push(upper(list.labelOf(name, result.header)) + ": " + say("list-no-column")); });
    return texts.length ? [el("ul.box err", {}, texts.map(function (text) { return el("li", { "data-mistake": "list" }, text); }))].concat(
      missing.filter(function (name) { return has(extra.options, name); }).map(function (name) {
        return everybody(name, upper(list.labelOf(name, result.header)) + ": " + say("list-everybody"));
      })) : [];
  }

  function upper(text) {
    return base.upper(text.replace(/_/g, " "));
  }

  // What is to mend, what was assumed

  function toMend(result) {
    return block("list-to-mend", lines(Object.keys(result.groups).map(function (key) { return result.groups[key]; }).sort(function (one, other) {
      return other.count - one.count;
    }).map(function (group) {
      return el("span", { "data-mistake": group.name }, group.text + " (" + say("list-rows", { rows: group.rows.join(", ") + (group.count > group.rows.length ? " …" : "") }) + ")");
    })));
  }

  function taken(result) {
    var told = (result.monthAbove ? [say("list-month-above", { month: result.monthAbove })] : result.monthUsual ? [say("list-month-usual", { month: result.monthUsual })] : [])
      .concat(result.leftOut.slice(0, SHOWN).map(function (one) { return say("list-left-out", one); }));
    if (result.leftOut.length > SHOWN) told.push(say("list-more-left-out", { count: result.leftOut.length - SHOWN }));
    each(result.byOccupation, function (name, count) {
      if (count) told.push(say("list-by-occupation", { input: upper(list.labelOf(name, result.header)), count: count }));
    });
    if (result.sector) {
      list.sectorRuns(result.sector).forEach(function (run) {
        told.push(say(run.first === run.last ? "list-sector-months" : "list-sector-run", run));
      });
    }
    return block("list-taken", lines(told).concat(assumed(result)));
  }

  function assumed(result) {
    var all = Object.keys(result.assumed).map(function (key) { return result.assumed[key]; }).sort(function (one, other) { return other.count - one.count; });
    var asked = {}, made = [];
    all.slice(0, 12).forEach(function (item) {
      var name = item.one.name, text = say("list-assumed", { text: say(item.one.sentence, item.one.values), count: item.count });
      made.push(has(extra.options, name) && !has(asked, name) ? everybody(name, text) : el("p", {}, text));
      asked[name] = true;
    });
    each(settings.given, function (name) {
      if (!has(asked, name) && has(extra.options, name)) made.push(everybody(name, upper(list.labelOf(name, result.header)) + ": " + say("list-everybody")));
    });
    return made;
  }

  // Sums

  /** Sums of a month over all people: by amount, by program, by payer, by place. */
  function sums(result) {
    var groups = {}, amounts = {};
    result.different.forEach(function (answer) {
      var people = answer.people * answer.count;
      groups[answer.monthly] = (groups[answer.monthly] || 0) + people;
      list.amountNames.forEach(function (name, at) {
        if (answer.amounts[at]) amounts[name] = (amounts[name] || 0) + answer.amounts[at] * people;
      });
    });
    return { groups: groups, amounts: amounts, places: Object.keys(result.places).map(function (name) { return result.places[name]; }) };
  }

  /** Sums by program and by payer, as lines; `mark` stands before their names. */
  function parts(amounts, mark) {
    function part(name, label) {
      return amounts[name] ? [el("span", { "data-amount": mark + name, "data-value": amounts[name] }, say("list-part", { name: label, amount: amounts[name] }))] : [];
    }
    return {
      programs: lines([].concat.apply([], extra.data.keys.map(function (key) { return part(key + ".total", key.toUpperCase().replace("-", " + ")); }))),
      payers: lines([].concat.apply([], ["worker", "employer", "government"].map(function (party) { return part("monthly." + party, base.upper(words.parties[party])); })))
    };
  }

  function totals(result) {
    var found = sums(result), sizes = Object.keys(found.groups).sort(function (one, other) { return found.groups[other] - found.groups[one]; });
    var rest = sizes.slice(GROUPS).reduce(function (sum, amount) { return sum + found.groups[amount]; }, 0);
    var groups = sizes.slice(0, GROUPS).map(function (amount) { return say("list-group", { count: found.groups[amount], amount: +amount }); });
    var now = parts(found.amounts, "members."), then = el("div", {});
    if (rest) groups.push(say("list-other-groups", { count: rest }));
    list.later(result, function (one) {
      var shown = one && parts(one.amounts, "later.");
      if (one) fill(then, [el("h2", {}, say("list-later", { month: one.month }))].concat(lines([el("b", { "data-amount": "later.total", "data-value": one.total },
        say("list-together", { amount: one.total }))]), shown.programs, shown.payers));
    });
    return block("list-groups", lines(groups)).concat(block("list-programs", now.programs), block("list-payers", now.payers), then,
      found.places.length > 1 ? block("list-places", lines(found.places.sort(function (one, other) { return other.count - one.count; }).slice(0, PLACES).map(function (one) {
        return say("list-place", one);
      }))) : []);
  }

  // The people, and the file

  function people(result) {
    var name = list.rules.ofRole(result.header, "name");
    function row(cells, tag) {
      return el("tr", {}, cells.map(function (cell, at) {
        return el(tag || (at ? "td" : "th"), tag ? { scope: "col" } : at ? {} : { scope: "row" }, cell);
      }));
    }
    return [el("table", {}, [el("thead", {}, row([say("row"), say("name"), say("amount")], "th")),
      el("tbody", {}, result.rows.slice(0, FIRST).map(function (cells, at) {
        var answer = result.answers[at];
        return row([String(result.numbers[at]), name && name.place < cells.length ? list.rules.textOf(cells[name.place]) : "", answer ? answer.error || money(answer.total) : ""]);
      }))])];
  }

  function save(result) {
    list.fileOf(result, function (blob, ending) {
      var link = el("a", { download: file.name.replace(/\.\w+$/, "") + "-hasil" + ending, hidden: true, href: URL.createObjectURL(blob) });
      document.body.appendChild(link);
      link.click();
      document.body.removeChild(link);
    });
  }

  function show(result) {
    var open = result.header.unclear.length || Object.keys(result.missing || {}).length, target;
    fill(out, el("div.form", {}, (open ? unclear(result) : [
      el("p", {}, el("b", { "data-amount": "members.total", "data-value": result.total }, say("rows", { count: result.people, wrong: result.wrong, amount: result.total }))),
      el("button", { type: "button", "class": "plain off", click: function () { save(result); } }, say("list-save"))
    ]).concat(columns(result), open ? [] : toMend(result).concat(taken(result), totals(result), block("list-people", people(result))))));
    target = focused && document.getElementById(focused);
    if (target) target.focus();
  }

  return function (chosen) {
    file = chosen;
    settings = { chosen: {}, given: {} };
    start();
  };
}
