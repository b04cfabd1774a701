/*
Two answers side by side: what each pays and gets, the difference, and why. One classic script in ES5, after
js/estimator-page/page.js and pair-state.js. `page.sides` holds the two of them, each a context of state.js with its
`raw`, `told`, `answer`, `name` ("Choice A") and `fields`; a `pair` is those two (guide/pages/estimator_page.py).
*/
(function (Page) {
  "use strict";
  var has = Estimator.has, each = Estimator.each, copy = Estimator.copy, among = Estimator.among;
  var say = Page.say, el = Page.el, fill = Page.fill, upper = Page.upper, option = Page.option, lines = Page.lines;
  var ASKED = { bpu: ["income", "programs", "payer", "sector"], pu: ["income", "size", "risk"], jakon: ["income"],
    pmi: ["placement", "contract"] };
  var EVENTS = ["work-death", "death", "work-disability", "layoff"];
  var BASIC = ["jkk,jkm", "jkk,jkm,jht"];
  var EARNED = ["bpu", "pu"];
  var holder = document.querySelector("div#alat[data-pair]");

  /** Return an input as people say it. */
  function told(side, name, value) {
    if (name === "payer" && value === "self") return say(side, "payer-self");
    if (name === "programs") return value.map(function (program) { return program.toUpperCase(); }).join(" + ");
    if (name === "month") return say(side, "run-one", { first: value });
    if (name === "children") return value.map(function (stage) { return option(side, name, stage); }).join(", ");
    if (side.tables.choices[name]) return option(side, name, value).replace(/^[A-Z](?=[a-z])/, function (letter) {
      return letter.toLowerCase();
    });
    return among(side.tables.money, name) ? Page.money(side, value) : String(value);
  }

  function headed(page, title, inside) {
    return el("div", {}, [el("h2", {}, say(page, title)), inside]);
  }

  // What each pays

  function once(side) {
    return !side.answer.inputs.months;
  }

  /** Return who pays: alone by name, several each with an amount. */
  function payers(side) {
    var monthly = side.answer.monthly, inputs = side.answer.inputs;
    var paying = Object.keys(side.words.parties).filter(function (party) { return monthly[party]; });
    if (inputs.payer && paying[0]) return say(side, "payer-is", { who: told(side, "payer", inputs.payer) });
    return paying.map(function (party) {
      return upper(side.words.parties[party]) + ": " + Page.sumOf(side, "monthly." + party, monthly[party]).textContent;
    }).join(". ") + (paying[0] ? "." : "");
  }

  /** Return the cell of one side: an amount, what stands beside it, and notes that go below both. */
  function cell(side, name, value, beside, notes) {
    return { name: side.name, notes: notes.filter(Boolean), inside: [el("p.big", {},
      Page.sum(side, side.key + "." + name, value, "span", (side.answer.range || {})[name])), small(beside)] };
  }

  function small(inside) {
    return inside && el("p.small", {}, inside);
  }

  /** Make a row of two amounts and their difference, with notes below; those that hold for both stand there once. */
  function row(name, cells, difference) {
    var same = String(cells[0].notes) === String(cells[1].notes), notes = [];
    cells.forEach(function (cell, at) {
      cell.notes.forEach(function (note) {
        if (!same || !at) notes.push(small([!same && el("b", {}, cell.name + " "), note]));
      });
    });
    return el("tr", {}, [el("th", { scope: "row" }, name)].concat(cells.map(function (cell) {
      return el("td", {}, [el("b.l", {}, cell.name)].concat(cell.inside));
    }), el("td.more", {}, [].concat(difference, notes))));
  }

  /** Return the notices of these names, in words. */
  function noticed(side, names) {
    return Page.notices(side, "p", names).map(function (notice) { return notice.textContent; });
  }

  /** Return how two amounts differ: `more` is said of the side with the larger one, `same` of both. */
  function difference(pair, name, values, more, same) {
    var most = values[0] > values[1] ? 0 : 1, apart = values[most] - values[1 - most];
    var unsure = pair.some(function (side) { return has(side.answer.range || {}, name); });
    return el("p", unsure ? {} : { "data-amount": "difference." + name, "data-value": apart }, say(pair[0],
      unsure ? "pair-unsure" : apart ? more : same, { side: pair[most].name, amount: apart }));
  }

  function apartOf(pair) {
    var monthly = pair.map(function (side) { return side.answer.monthly.total; });
    if (once(pair[0]) !== once(pair[1])) return el("p", {}, say(pair[0], "pair-rhythm"));
    return difference(pair, "monthly.total", monthly, once(pair[0]) ? "pair-once" : "pair-dearer", "pair-same");
  }

  /** Return how the two differ once the first of their discounts has ended; null where neither has one. */
  function later(pair) {
    var last = [].concat.apply([], pair.map(function (side) {
      return side.answer.notices.filter(function (notice) { return notice.id === "relief-ends"; });
    })).map(function (notice) { return notice.values.last; }).sort()[0];
    var month = last && Estimator.monthsAfter(last, 1), ends = pair.map(function (side) {
      var answer = month && Page.quiet(side, copy(side.raw, { month: month }));
      return answer && copy(side, { answer: answer });
    });
    return ends[0] && ends[1] && el("p.small", {}, say(pair[0], "pair-then", { first: month }) + " " +
      apartOf(ends).textContent);
  }

  /** Return how much more comes from the worker's own pocket, where others pay a part as well. */
  function pocket(pair) {
    var values = pair.map(function (side) { return side.answer.monthly.worker; });
    var others = pair.some(function (side) { return side.answer.monthly.employer; });
    return others && once(pair[0]) === once(pair[1]) && pair.every(function (side) {
      return side.answer.inputs.payer !== "sponsor";
    }) && values[0] !== values[1] && difference(pair, "monthly.worker", values, "pair-pocket", "pair-same");
  }

  function paid(pair) {
    return row(say(pair[0], once(pair[0]) && once(pair[1]) ? "once" : "pair-pays"), pair.map(function (side) {
      var total = side.answer.monthly.total;
      var often = once(pair[0]) !== once(pair[1]) && say(side, once(side) ? "once" : "each-month") + ". ";
      return cell(side, "monthly.total", total, (often || "") + payers(side), noticed(side, Page.AMOUNT));
    }), [apartOf(pair), pocket(pair), later(pair)]);
  }

  /** Return what all people pay in all months, where one of the two asks for more than one of them. */
  function group(pair) {
    var values = pair.map(function (side) { return side.answer.grand_total; });
    return pair.some(function (side) { return side.answer.grand_total !== side.answer.monthly.total; }) &&
      row(say(pair[0], "total"), pair.map(function (side) {
        var inputs = side.answer.inputs;
        return cell(side, "grand_total", side.answer.grand_total,
          say(side, "all", { people: inputs.people, months: inputs.months || 1 }), []);
      }), difference(pair, "grand_total", values, "pair-once", "pair-same"));
  }

  // What the family gets

  /** Return a side as it is after an event, or null where its segment does not know the event. */
  function after(side, event) {
    var raw = side.raw.event === event ? side.raw : Page.withEvent(side, event);
    var answer = among(side.tables.known.event[side.raw.segment], event) && Page.quiet(side, raw);
    return answer && copy(side, { raw: raw, answer: answer });
  }

  function received(pair, event) {
    var ends = pair.map(function (side) { return after(side, event); });
    var values = ends.map(function (end) { return end ? end.answer.benefit_total : 0; });
    if (!values[0] && !values[1]) return null;
    return row(upper(option(pair[0], "event", event)), ends.map(function (end, at) {
      return end ? cell(end, event, values[at], Page.spread(end, Object.keys(end.answer.benefits)[0] || ""),
        (values[at] ? Page.conditions(end, end.raw) : []).concat(noticed(end, Page.EVENT))) :
        { name: pair[at].name, notes: [], inside: small(say(pair[0], "pair-none")) };
    }), difference(ends.map(function (end, at) { return end || pair[at]; }), "benefit_total", values,
      values[0] && values[1] ? "pair-gets" : "pair-alone", "pair-same"));
  }

  function events(pair) {
    var asked = pair.map(function (side) { return side.raw.event; }).filter(Boolean);
    return asked[0] ? asked.filter(function (event, at) { return asked.indexOf(event) === at; }) : EVENTS;
  }

  // Why

  /** Return why two answers differ, in sentences: what was asked, then what the law makes of it. */
  function reasons(pair) {
    var page = pair[0], answers = [page.answer, pair[1].answer], found = [];
    var names = Page.differing(answers[0], answers[1]);
    var kinds = answers.map(function (answer) { return answer.inputs.segment; });
    names.filter(function (name) { return name !== "programs"; }).forEach(function (name) {
      var values = { field: Page.label(page, name).replace(/([^?])$/, "$1:"),
        one: told(page, name, answers[0].inputs[name]), other: told(page, name, answers[1].inputs[name]) };
      var own = "pair-why-" + name, earned = among(EARNED, kinds[0]) && among(EARNED, kinds[1]);
      found.push(say(page, has(page.words.sentences, own) && (name !== "income" || earned) ? own : "pair-why", values));
    });
    if (among(names, "income") && kinds[0] === "bpu" && kinds[1] === "bpu" &&
      bases(answers[0]) === bases(answers[1])) found.push(say(page, "pair-band"));
    return found.concat(programsOf(pair, 0), programsOf(pair, 1), discounts(pair), employers(pair));
  }

  function bases(answer) {
    return answer.steps.map(function (step) { return step.base; }).join();
  }

  /** Return the programs that only one side has, each in a sentence. */
  function programsOf(pair, at) {
    return Object.keys(pair[at].answer.contributions).filter(function (key) {
      return !has(pair[1 - at].answer.contributions, key);
    }).map(function (key) {
      return say(pair[at], "pair-only", { program: Page.programNames(pair[at], key), side: pair[at].name }) +
        (key === "jht" ? " " + say(pair[at], "savings-why") : "");
    });
  }

  function discounts(pair) {
    var found = [];
    pair.forEach(function (side, at) {
      each(Page.discounted(side.answer, pair[1 - at].answer), function (last, programs) {
        found.push(say(side, "pair-discount", { programs: programs.join(" + "), side: side.name, last: last }));
      });
    });
    return found;
  }

  function employers(pair) {
    return pair.filter(function (side, at) {
      return side.answer.monthly.employer && !pair[1 - at].answer.monthly.employer;
    }).map(function (side) {
      return say(side, "pair-employer", { side: side.name, amount: side.answer.monthly.employer });
    });
  }

  // The answer

  /** Return what a side was asked, in one line. */
  function asked(side) {
    var inputs = side.answer.inputs;
    return ["segment", "income", "programs"].filter(function (name) { return has(inputs, name); }).map(function (name) {
      return name === "segment" ? upper(told(side, name, inputs[name])) : told(side, name, inputs[name]);
    }).join(" · ");
  }

  function beside(pair) {
    var page = pair[0];
    return el("table.versus", {}, [el("thead", {}, el("tr", {}, [el("td", {})].concat(pair.map(function (side) {
      return el("th", { scope: "col" }, [el("b.l", {}, side.name), asked(side)]);
    }), el("th", { scope: "col" }, say(page, "pair-apart"))))),
    el("tbody", {}, [paid(pair), group(pair)].concat(events(pair).map(function (event) {
      return received(pair, event);
    })))]);
  }

  function estimatorAt(side) {
    return Page.address(side.root.dataset.estimator) + Page.write(side, side.raw);
  }

  /** Return what an answer took for granted, and where the whole of it stands. */
  function whole(side) {
    var granted = Page.granted(side);
    return el("details", {}, [el("summary", {}, say(side, "pair-whole", { side: side.name })),
      granted[0] && el("p", {}, say(side, "assumed")), granted[0] && lines(granted.map(function (input) {
        return el("a", { "data-assumed": input.name, href: estimatorAt(side) }, input.text);
      }), "list"), el("p", {}, el("a.solo", { href: estimatorAt(side) }, say(side, "pair-all")))]);
  }

  /** Return what a side pays, as a message says it: of what, how often, until when. */
  function message(side) {
    var total = Page.sumOf(side, "monthly.total", side.answer.monthly.total).textContent;
    return side.name + ": " + asked(side) + ". " + say(side, once(side) ? "once" : "each-month") + ": " + total + ". " +
      noticed(side, Page.AMOUNT).join(" ");
  }

  function hand(page, pair, why) {
    var site = /^https?:/.test(location.protocol) ? location.href.split("#")[0] : page.root.dataset.address;
    var text = encodeURIComponent([apartOf(pair).textContent].concat(pair.map(message), why,
      say(page, "not-official", { day: page.today }), site ? site + page.hash : []).join("\n"));
    return headed(page, "hand", lines([el("a", { href: "https://wa.me/?text=" + text }, "WhatsApp"),
      el("a", { href: "sms:?body=" + text }, "SMS")], "row"));
  }

  /** Draw both answers, or what stands in their way; the first part is read aloud. */
  function answer(page) {
    var pair = page.sides, ready = pair[0].answer && pair[1].answer, why = ready ? reasons(pair) : [];
    page.root.parentNode.className = ready ? "answered" : "";
    fill(page.result, [Page.mistakes(page), ready && el("div", {}, [
      el("h2", { tabindex: "-1" }, say(page, "pair-apart")),
      el("p.box", {}, el("b", {}, why[0] ? apartOf(pair).textContent : say(page, "pair-equal")))])]);
    fill(page.result.nextSibling, why[0] ? [beside(pair), headed(page, "pair-because", lines(why)), whole(pair[0]),
      whole(pair[1]), el("p.small", {}, say(page, "not-official", { day: page.today })),
      el("div.off", {}, hand(page, pair, why))] : []);
  }

  // The form

  function choicesOf(side, name) {
    var found = {}, own = side.raw.programs;
    if (name === "programs") {
      BASIC.concat(own && !among(BASIC, own) ? own : []).forEach(function (value, at) {
        found[value] = at > 1 ? value.toUpperCase() : say(side, ["basic", "savings"][at]);
      });
    } else Page.knownOf(side, name).forEach(function (value) { found[value] = upper(option(side, name, value)); });
    return found;
  }

  /** Make a field with its label; where nothing was said, a choice shows what counts. */
  function field(page, side, name) {
    var many = name === "programs" || side.tables.choices[name], id = side.key + "-" + name, known;
    var counts = side.answer ? side.answer.inputs : side.tables.defaults[side.raw.segment];
    var value = side.raw[name] || String(counts && counts[name] || "");
    if (among(side.tables.money, name) && /^\d{1,15}$/.test(value)) value = Page.money(side, +value);
    known = many ? choicesOf(side, name) : {};
    side.fields[name] = many ? el("select", { id: id }, Object.keys(known).map(function (choice) {
      return el("option", { value: choice, selected: choice === value }, known[choice]);
    })) : el("input", { id: id, type: "text", autocomplete: "off", value: value });
    side.shown[name] = side.fields[name].value;
    return el("p.f", {}, [el("label.l", { "for": id }, Page.label(side, name)), side.fields[name]]);
  }

  /** Read from the fields of a side what was changed in them; of another segment nothing else holds. */
  function read(side) {
    var segment = side.fields.segment.value, raw = side.raw.segment === segment ? copy(side.raw, {}) :
      { segment: segment, income: side.raw.income || "" };
    each(side.fields, function (name, field) {
      if (name in raw || segment === side.raw.segment) {
        if (field.value !== side.shown[name]) raw[name] = field.value.trim();
      }
    });
    each(raw, function (name, value) {
      if (!value || !among(side.tables.of_segment[segment].concat("segment"), name)) delete raw[name];
    });
    return raw;
  }

  /** Make the form of both sides, each of which opens; at once where it has to be mended or still is as the other. */
  function form(page, open) {
    return el("form.form off", { submit: function (event) {
      event.preventDefault();
      go(page, page.sides.map(read), true);
    }, change: function (event) {
      page.sides.forEach(function (side) {
        side.changing = side.fields.segment === event.target;
      });
      if (/-segment$/.test(event.target.id)) go(page, page.sides.map(read));
    } }, [el("h2", {}, say(page, "pair-change"))].concat(page.sides.map(function (side, at) {
      side.fields = {};
      side.shown = {};
      return el("details.fold", { open: !!(side.told[0] || side.changing || open && at) }, [el("summary", {},
        side.name + (side.answer ? ": " + asked(side) : ""))].concat(["segment"].concat(has(ASKED, side.raw.segment) ?
        ASKED[side.raw.segment] : []).map(function (name) { return field(page, side, name); }),
      el("p", {}, el("button.go", {}, say(page, "pair-go")))));
    })));
  }

  // The page

  /** Return the usual pairs as doors; their names and states stand in the tables of the page. */
  function doors(page) {
    return headed(page, page.hash ? "pair-others" : "pair-which", lines([].map.call(
      document.querySelectorAll("[data-state]"), function (table) {
        var href = "#" + table.getAttribute("data-state");
        return el("a", { href: href, click: function (event) {
          event.preventDefault();
          location.hash = href;
        } }, el("b", {}, table.querySelector("caption").textContent));
      }), "leads"));
  }

  function draw(page, moved) {
    var state = Page.parsePair(page, page.hash);
    var same = Page.write(page, state.a.raw) === Page.write(page, state.b.raw);
    page.sides.forEach(function (side) {
      side.raw = copy(Page.inputsOf(page, state[side.key].raw), {});
      side.told = state[side.key].told;
      side.answer = side.raw.segment ? Page.settle(page, side.raw, side.told) : null;
      if (!side.raw.segment) side.raw = { segment: "bpu" };
    });
    page.told = [].concat.apply([], page.sides.map(function (side) {
      return side.told.map(function (mistake) { return copy(mistake, { of: side.name + ": " }); });
    }));
    answer(page);
    fill(page.asking, [page.hash.indexOf("=") > 0 && form(page, same), doors(page)]);
    page.sides.forEach(function (side) {
      if (side.changing) side.fields.segment.focus();
      side.changing = false;
    });
    if (!moved) return;
    moved = page.result.querySelector("h2, .err") || page.asking;
    moved.focus();
    moved.scrollIntoView();
  }

  function go(page, raws, moved) {
    page.hash = Page.writePair(page, raws[0], raws[1]);
    draw(page, moved);
    location.hash = page.hash;
  }

  function start(page) {
    page.hash = location.hash;
    page.result = el("div", {});
    page.asking = el("div", {});
    page.sides = ["a", "b"].map(function (key, at) {
      return copy(page, { key: key, prefix: key + "-", name: say(page, "pair-" + (at + 1)) });
    });
    fill(page.root, [el("div", { id: "hasil", role: "status", "aria-atomic": "false" }, [page.result,
      el("div", { "aria-live": "off" })]), page.asking]);
    addEventListener("hashchange", function () {
      if (location.hash === page.hash) return;
      page.hash = location.hash;
      draw(page, true);
    });
    draw(page);
  }

  if (holder) start(Page.open(estimatorRules, estimatorWords, holder));
})(EstimatorPage);
