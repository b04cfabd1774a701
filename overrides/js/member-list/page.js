/*
The page of a list of members: what was read and may be changed, what is to mend, the sums, the result as a file. One
classic script in ES5, loaded when a list is chosen, after the tools, whose `page` holds here as well: `extra`
(sentences, roles and choices that only this page needs: guide.pages.estimator_data), `list`
(js/member-list/answers.js), `file`, `settings` (what the reader changed), `cancel` and `focused`. Nothing is kept or
sent.
*/
var MemberPage = (function (Page) {
  "use strict";
  var each = Estimator.each, has = Estimator.has, among = Estimator.among, labelOf = MemberList.labelOf;
  var el = Page.el, fill = Page.fill, say = Page.say, upper = Page.upper, textOf = MemberRules.textOf;
  var FIRST = 200, EXAMPLES = 3, GROUPS = 8, PLACES = 30, SHOWN = 5, ASSUMED = 12;
  var PATIENCE = 500, MANY = 5000;

  /** Make a page ready for lists. */
  function open(page, extra) {
    each(extra.sentences, function (name, sentence) {
      page.words.sentences[name] = sentence;
    });
    page.extra = extra;
    page.list = MemberList.open(page.rules, extra.data, page.today, function (mistake) {
      return say(page, mistake.sentence, mistake.values);
    });
  }

  /** Read a file that was chosen. */
  function read(page, file) {
    page.file = file;
    page.settings = { chosen: {}, given: {} };
    start(page);
  }

  /** Read the file with the settings, and show how far that is where it takes long. */
  function start(page) {
    var bar = el("progress", { max: 1, "aria-label": say(page, "list-read") }), text = el("p", {}), shown = 0;
    if (page.cancel) page.cancel();
    page.focused = document.activeElement && document.activeElement.id;
    page.cancel = MemberList.read(page.list, page.file, page.settings, {
      progress: function (rows, part) {
        if (rows < MANY || performance.now() - shown < PATIENCE) return;
        if (!shown) put(page, [bar, text, button(page, "list-stop", "plain", function () {
          page.cancel();
          put(page, []);
        })]);
        shown = performance.now();
        bar.value = part;
        fill(text, say(page, "list-reading", { count: rows }));
      },
      done: function (result) { show(page, result); },
      fail: function (error) {
        put(page, [el("ul.box err", {}, error.mistakes.map(function (mistake) {
          return el("li", { "data-mistake": mistake.sentence }, say(page, mistake.sentence, mistake.values));
        }))]);
      }
    });
  }

  // Elements

  /** Put what is shown into the region of results, in place of all else. */
  function put(page, inside) {
    page.out.removeAttribute("aria-busy");
    fill(page.out, inside);
  }

  function button(page, name, kind, act) {
    return el("button", { type: "button", "class": kind, click: act }, say(page, name));
  }

  function block(page, title, inside) {
    return inside.length ? [el("h2", {}, say(page, title))].concat(inside) : [];
  }

  function lines(texts) {
    return texts.length ? [el("ul", {}, texts.map(function (text) { return el("li", {}, text); }))] : [];
  }

  /** Make a choice with its label; `act` gets what was chosen. */
  function choice(id, label, options, value, act, more) {
    var field = el("select", { id: id, change: function () { act(field.value); } }, options.map(function (option) {
      return el("option", { value: option[0], selected: option[0] === value }, option[1]);
    }));
    return el("p.f", {}, [el("label", { "for": id, "class": "l" }, label), more ? el("span.small", {}, more) : "",
      field]);
  }

  /** Return the name of an input at the start of a line. */
  function title(page, name, result) {
    return upper(labelOf(page.list, name, result.header).replace(/_/g, " "));
  }

  /** Return the values of an object, the largest `by` first. */
  function largest(object, by) {
    return Object.keys(object).map(function (key) { return object[key]; }).sort(function (first, second) {
      return second[by] - first[by];
    });
  }

  // What was read

  function examples(page, result, place) {
    var words = [];
    result.first.some(function (row) {
      var text = place < row.length && !MemberRules.isEmpty(row[place]) ?
        textOf(row[place]).replace(/[0-9]{16}/g, "…").slice(0, 24) : "";
      if (text && !among(words, text)) words.push(text);
      return words.length === EXAMPLES;
    });
    return words.length ? say(page, "list-examples", { words: words.join(" · ") }) : "";
  }

  function columns(page, result) {
    var used = result.sheet ? [el("p", {}, say(page, "list-sheet", { name: result.sheet,
      others: result.others.join(", ") }))] : [], others = [];
    result.header.columns.forEach(function (column) {
      var ticked = (result.ticked || []).filter(function (other) { return other.place === column.place; })[0];
      if (!column.title.trim()) return;
      if (ticked) {
        used.push(el("p", {}, [el("b", {}, column.title.trim()),
          " → " + say(page, "list-ticked", { program: ticked.program.toUpperCase() })]));
      } else (isUsed(page, column) ? used : others).push(columnChoice(page, result, column));
    });
    return block(page, "list-read", used.concat(others.length ?
      el("details", {}, [el("summary", {}, say(page, "list-not-used"))].concat(others)) : []));
  }

  function isUsed(page, column) {
    return has(page.extra.roles, column.role) && !among(["", "nik", "place"], column.role);
  }

  /** Make the choice of what a column means. */
  function columnChoice(page, result, column) {
    var roles = page.extra.roles;
    return choice("k-" + column.place, column.title.trim(), [["", say(page, "list-not-used")]].concat(
      Object.keys(roles).map(function (name) { return [name, roles[name]]; })),
    has(roles, column.role) ? column.role : "", function (chosen) {
      page.settings.chosen[column.place] = chosen || "other";
      start(page);
    }, isUsed(page, column) ? examples(page, result, column.place) : "");
  }

  /** Make the choice of what holds for everybody who says nothing else. */
  function everybody(page, name, text) {
    var given = page.settings.given;
    var options = [["", say(page, "list-choose")]].concat(page.extra.options[name]);
    return choice("s-" + name, text, options, given[name] || "", function (value) {
      if (value) given[name] = value;
      else delete given[name];
      start(page);
    });
  }

  /** Return what must be said before the list can be answered. */
  function unclear(page, result) {
    var missing = Object.keys(result.missing || {});
    var texts = result.header.unclear.map(function (mistake) {
      return say(page, mistake.sentence, mistake.values);
    }).concat(missing.map(function (name) { return title(page, name, result) + ": " + say(page, "list-no-column"); }));
    return texts.length ? [el("ul.box err", {}, texts.map(function (text) {
      return el("li", { "data-mistake": "list" }, text);
    }))].concat(missing.filter(function (name) { return has(page.extra.options, name); }).map(function (name) {
      return everybody(page, name, title(page, name, result) + ": " + say(page, "list-everybody"));
    })) : [];
  }

  // What is to mend, what was assumed

  function toMend(page, result) {
    return block(page, "list-to-mend", lines(largest(result.groups, "count").map(function (group) {
      var rows = group.rows.join(", ") + (group.count > group.rows.length ? " …" : "");
      return el("span", { "data-mistake": group.name },
        group.text + " (" + say(page, "list-rows", { rows: rows }) + ")");
    })));
  }

  function taken(page, result) {
    var told = result.leftOut.slice(0, SHOWN).map(function (row) { return say(page, "list-left-out", row); });
    if (result.monthAbove) told.unshift(say(page, "list-month-above", { month: result.monthAbove }));
    else if (result.monthUsual) told.unshift(say(page, "list-month-usual", { month: result.monthUsual }));
    if (result.leftOut.length > SHOWN) {
      told.push(say(page, "list-more-left-out", { count: result.leftOut.length - SHOWN }));
    }
    each(result.byOccupation, function (name, count) {
      if (count) told.push(say(page, "list-by-occupation", { input: title(page, name, result), count: count }));
    });
    if (result.sector) {
      MemberList.sectorRuns(page.list, result.sector).forEach(function (run) {
        told.push(say(page, run.first === run.last ? "list-sector-months" : "list-sector-run", run));
      });
    }
    return block(page, "list-taken", lines(told).concat(assumed(page, result)));
  }

  /** Return what was taken for granted; what can be said for everybody is a choice. */
  function assumed(page, result) {
    var asked = {}, made = [], options = page.extra.options;
    largest(result.assumed, "count").slice(0, ASSUMED).forEach(function (item) {
      var name = item.one.name, sentence = say(page, item.one.sentence, item.one.values);
      var text = say(page, "list-assumed", { text: sentence, count: item.count });
      made.push(has(options, name) && !has(asked, name) ? everybody(page, name, text) : el("p", {}, text));
      asked[name] = true;
    });
    each(page.settings.given, function (name) {
      if (has(asked, name) || !has(options, name)) return;
      made.push(everybody(page, name, title(page, name, result) + ": " + say(page, "list-everybody")));
    });
    return made;
  }

  // Sums

  /** Return sums by program and by payer, as lines; `mark` stands before their names. */
  function parts(page, amounts, mark) {
    function part(name, label) {
      return amounts[name] ? [el("span", { "data-amount": mark + name, "data-value": amounts[name] },
        say(page, "list-part", { name: label, amount: amounts[name] }))] : [];
    }
    return {
      programs: lines([].concat.apply([], page.extra.data.keys.map(function (key) {
        return part(key + ".total", key.toUpperCase().replace("-", " + "));
      }))),
      payers: lines([].concat.apply([], ["worker", "employer", "government"].map(function (party) {
        return part("monthly." + party, upper(page.words.parties[party]));
      })))
    };
  }

  function totals(page, result) {
    var now = parts(page, result.sums.amounts, "members."), then = el("div", {});
    var places = largest(result.places, "count");
    MemberList.later(page.list, result, function (later) {
      if (later) showLater(page, then, later);
    });
    return block(page, "list-groups", lines(groups(page, result.sums.groups))).concat(
      block(page, "list-programs", now.programs), block(page, "list-payers", now.payers), then,
      places.length > 1 ? block(page, "list-places", lines(places.slice(0, PLACES).map(function (place) {
        return say(page, "list-place", place);
      }))) : []);
  }

  /** Return how many pay the same; the smaller groups are counted together. */
  function groups(page, people) {
    var sizes = [], rest = 0;
    Object.keys(people).forEach(function (amount) {
      var at = sizes.length;
      while (at && people[sizes[at - 1]] < people[amount]) at -= 1;
      sizes.splice(at, 0, amount);
      if (sizes.length > GROUPS) rest += people[sizes.pop()];
    });
    return sizes.map(function (amount) {
      return say(page, "list-group", { count: people[amount], amount: +amount });
    }).concat(rest ? say(page, "list-other-groups", { count: rest }) : []);
  }

  /** Show what the same people pay when that changes. */
  function showLater(page, holder, later) {
    var shown = parts(page, later.amounts, "later.");
    fill(holder, [el("h2", {}, say(page, "list-later", { month: later.month }))].concat(
      lines([el("b", { "data-amount": "later.total", "data-value": later.total },
        say(page, "list-together", { amount: later.total }))]), shown.programs, shown.payers));
  }

  // The people, and the file

  function people(page) {
    return block(page, "list-people", [el("div", { role: "status" }), el("table", {}, [
      el("thead", {}, Page.row([say(page, "row"), say(page, "name"), say(page, "amount")], "th")),
      el("tbody", {})])]);
  }

  /** Make the line of a person in the table; `told`: where the message is shown. */
  function person(page, result, at, told) {
    var name = MemberRules.ofRole(result.header, "name"), cells = result.rows[at], answer = result.answers[at];
    var shown = name && name.place < cells.length ? textOf(cells[name.place]) : "";
    return Page.row([String(result.numbers[at]), answer && !answer.error ?
      [shown + " ", MemberHandOn.opener(page, answer, told)] : shown,
    answer ? answer.error || Page.money(page, answer.total) : ""]);
  }

  function save(page, result) {
    MemberList.fileOf(page.list, result, function (blob, ending) {
      Page.save(URL.createObjectURL(blob), page.file.name.replace(/\.\w+$/, "") + "-hasil" + ending);
    });
  }

  /** Return what a list that was answered gave in short. */
  function inShort(page, result) {
    return [el("p", {}, el("b", { "data-amount": "members.total", "data-value": result.total }, say(page, "rows",
      { count: result.people, wrong: result.wrong, amount: result.total }))),
    button(page, "list-save", "plain off", function () { save(page, result); }),
    button(page, "list-sign", "plain off", function () { sign(page, result); })];
  }

  /** Show the list to sign in place of all else, and print it. */
  function sign(page, result) {
    page.root.className = "alone";
    put(page, MemberHandOn.sheet(page, result).concat(button(page, "list-back", "plain off", function () {
      page.root.className = "";
      show(page, result);
    })));
    window.print();
  }

  /** Show a result part by part, so that no part waits long; the region is busy until all of it stands. */
  function show(page, result) {
    var open = result.header.unclear.length || Object.keys(result.missing || {}).length, form = el("div.form", {});
    var parts = open ? [unclear, columns] : [inShort, columns, toMend, taken, totals, people], at = 0;
    var most = open ? 0 : Math.min(FIRST, result.rows.length), body;
    put(page, form);
    page.out.setAttribute("aria-busy", "true");
    MemberFiles.inSlices(function () {
      if (form.parentNode !== page.out) return false;
      if (parts.length) parts.shift()(page, result).forEach(function (one) { form.appendChild(one); });
      else if (at === most) return false;
      else {
        body = body || form.querySelector("tbody");
        body.appendChild(person(page, result, at++, form.querySelector("[role=status]")));
      }
    }, function () {
      var target = page.focused && document.getElementById(page.focused);
      if (form.parentNode !== page.out) return;
      page.out.removeAttribute("aria-busy");
      if (target) target.focus();
    });
  }

  return { open: open, read: read };
})(EstimatorPage);
