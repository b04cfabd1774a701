/*
The estimator page: questions one by one or all in one form, and the answer. The state is the fragment of the address,
with the names of the contract; nothing is kept, sent or put into the page as HTML. One classic script in ES5, after the
engine, its rules and its words (guide/estimator_page.py).
*/
function estimatorPage(rules, words, root) {
  "use strict";
  var has = Estimator.has, each = Estimator.each, copy = Estimator.copy, among = Estimator.among;
  var tables = rules.inputs;
  var EXTRA = ["compare", "budget", "payslip", "made", "partner"];
  var STOP = ["segment", "month", "income"];
  var EVENTS = ["work-death", "death", "work-disability", "work-sick", "layoff", "retirement"];
  var TILES = { income: [1000000, 1500000, 2500000, 4000000], jakon: [50000000, 100000000, 200000000],
    sick_months: [1, 3, 6, 12], paid_months: [12, 60, 180, 240] };
  var LONGEST = 4000, MESSAGE = 900;
  var before = root.id.replace(/hitung$/, "");
  var here, form, result, question, today;
  var state, told, found, job, asking, unsure, asked, later;

  // Small things

  function say(name, values) {
    return Estimator.say(words, has(words.sentences, "p-" + name) ? "p-" + name : name, values || {});
  }

  function money(value) {
    return say("benefit", { benefit: "", amount: value }).replace(/^.*?(?=-?Rp)|\.$/g, "");
  }

  function el(tag, values, inside) {
    var made = document.createElement(tag);
    each(values || {}, function (name, value) {
      if (typeof value === "function") made.addEventListener(name, value);
      else if (value !== false) made.setAttribute(name, value === true ? "" : value);
    });
    [].concat(inside === undefined ? [] : inside).forEach(function (one) {
      if (one !== null && one !== "") made.appendChild(one.nodeType ? one : document.createTextNode(one));
    });
    return made;
  }

  function fill(holder, inside) {
    holder.textContent = "";
    inside.forEach(function (one) {
      if (one) holder.appendChild(one);
    });
  }

  /** An element of this page; in a file of several languages the ids of each carry its prefix. */
  function id(name) {
    return document.getElementById(before + name);
  }

  function sum(name, value, tag) {
    return el(tag || "b", { "data-amount": name, "data-value": value }, money(value));
  }

  function upper(text) {
    return text.charAt(0).toUpperCase() + text.slice(1);
  }

  function inField(name, part) {
    return among(tables.names, name) ? form.querySelector("[data-name=" + name + "]" + (part && " " + part)) : null;
  }

  function label(name) {
    var found = inField(name, ".l");
    return found ? found.textContent : name;
  }

  function option(name, value) {
    var found = inField(name, "[value=\"" + value + "\"]");
    return found ? (found.getAttribute("data-short") || found.textContent || found.parentNode.textContent).trim() : value;
  }

  // The state

  /** What a fragment says: {raw, told}. Whatever cannot be read is told and left out. */
  function parse(hash) {
    var read = { raw: {}, told: [] };
    var text = hash.replace(/^#/, "");
    if (text.indexOf("=") < 0) return read;
    text.slice(0, LONGEST).split("&").forEach(function (piece) {
      var at = piece.indexOf("="), name, value;
      if (!piece) return;
      try {
        name = decodeURIComponent(at < 0 ? piece : piece.slice(0, at));
        value = at < 0 ? "" : decodeURIComponent(piece.slice(at + 1).replace(/\+/g, " "));
      } catch (error) {
        return read.told.push({ name: "", sentence: "broken", values: {} });
      }
      if (!among(tables.names, name) && !among(EXTRA, name)) read.told.push(copy(Estimator.unknown(name.slice(0, 40), tables.names), { bad: name }));
      else if (value.replace(/\s/g, "")) read.raw[name] = value.slice(0, 200);
    });
    return read;
  }

  /** The fragment of a state; of none, in a file, that of the section. */
  function write(raw) {
    return "#" + (tables.names.concat(EXTRA).filter(function (name) {
      return has(raw, name) && raw[name] !== "";
    }).map(function (name) {
      return name + "=" + encodeURIComponent(raw[name]).replace(/%2C/g, ",").replace(/%3D/g, "=").replace(/%3A/g, ":");
    }).join("&") || before.replace(/--$/, ""));
  }

  function inputsOf(raw) {
    var kept = {};
    tables.names.forEach(function (name) {
      if (has(raw, name)) kept[name] = raw[name];
    });
    return kept;
  }

  /** The answer, or null; mistakes go to `mistakes`, and what need not stop the answer is left out. */
  function settle(raw, mistakes) {
    var left = inputsOf(raw), dropped, stop;
    do {
      dropped = stop = false;
      try {
        return Estimator.answer(rules, left, today);
      } catch (error) {
        (error.mistakes || [{ name: "", sentence: "too-large" }]).forEach(function (one) {
          if (!mistakes.some(function (other) { return other.name + other.sentence === one.name + one.sentence; })) mistakes.push(one);
          if (has(left, one.name) && !among(STOP, one.name)) {
            delete left[one.name];
            dropped = true;
          } else stop = true;
        });
      }
    } while (dropped && !stop);
    return null;
  }

  function quiet(raw) {
    return settle(raw, []);
  }

  function go(raw, keep) {
    var to = write(raw);
    here = to;
    draw(!keep);
    try {
      if (keep && history.replaceState) history.replaceState(null, "", to);
      else location.hash = to;
    } catch (error) { }
  }

  function link(raw, inside, before, kind) {
    return el("a", { "class": kind || "door", href: write(raw), click: function (event) {
      if (before) before();
      event.preventDefault();
      go(raw);
    } }, inside);
  }

  function button(words, act, kind) {
    return el("button", { type: "button", "class": kind || "plain", click: act }, words);
  }

  function plus(more) {
    var raw = copy(state, more);
    delete raw.made;
    each(raw, function (name, value) {
      if (value === null) delete raw[name];
    });
    return raw;
  }

  // Questions, one a screen

  function list(doors, kind) {
    return el("ul", { "class": "cards " + (kind || "long") }, doors.map(function (door) {
      return el("li", {}, [door]);
    }));
  }

  function screen(title, doors, more) {
    question.hidden = false;
    fill(question, [el("h2", { tabindex: "-1" }, title), list(doors)].concat(more || [],
      el("p", {}, [button("← " + say("back"), function () {
        asking = "";
        if (job) {
          job = null;
          go({});
        } else history.back();
      })])));
  }

  function typed(name, act) {
    var field = el("input", { id: before + "typed", type: "text", inputmode: name === "income" ? "text" : "numeric", autocomplete: "off" });
    return el("form", { "class": "type", submit: function (event) {
      event.preventDefault();
      if (field.value.replace(/\s/g, "")) act(field.value);
    } }, [el("label", { "for": before + "typed" }, say("type")), field, el("button", { "class": "go" }, say("go"))]);
  }

  function inWords(value) {
    return say("words", { words: Estimator.numberWords(value, words.numbers) });
  }

  function askNumber(name) {
    var segment = state.segment;
    var income = name === "income";
    var given = income ? (segment === "jakon" ? TILES.jakon : job && job.incomes || TILES.income) : TILES[name];
    function next() {
      unsure = 0;
      asking = income && segment === "bpu" && !state.programs ? "programs" : "";
    }
    var doors = given.map(function (value) {
      var more = {};
      more[name] = String(value);
      return link(plus(more), income ? [el("b", {}, money(value)), " " + inWords(value)] : [el("b", {}, say("months-are", { count: value }))], next);
    });
    var low = {};
    low[name] = String(given[0]);
    doors.push(link(plus(low), [el("b", {}, say("unsure"))], function () {
      next();
      unsure = income && given[0];
    }));
    screen(income ? say({ jakon: "value", pu: "wage" }[segment] || "income") : say(name), doors, [typed(name, function (value) {
      var more = {};
      next();
      more[name] = value;
      go(plus(more));
    })]);
  }

  function askPrograms() {
    function next() {
      asking = "";
    }
    function door(name, programs) {
      var made = quiet(plus({ programs: programs, event: null }));
      return link(plus({ programs: programs }), [el("b", {}, say(name)), el("span", {}, " " + say(name + "-why")),
        made ? el("span", { "class": "price" }, say("per-month", { amount: made.monthly.total })) : ""], next);
    }
    screen(say("which"), [door("basic", "jkk,jkm"), door("savings", "jkk,jkm,jht"), link(state, [el("b", {}, say("unsure"))], next)]);
  }

  function askWays(ways, title) {
    screen(title, ways.map(function (way) {
      return link(parse(way[1]).raw, [el("b", {}, way[0])]);
    }));
  }

  function ask(missing) {
    id("kerja").hidden = !!(state.segment || found) || asking === "ways";
    question.hidden = true;
    if (asking === "ways") askWays(job.ways, job.title);
    else if (found && asking === "programs") askPrograms();
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
    var parties = ["worker", "employer", "government"].filter(function (party) {
      return found.monthly[party];
    });
    var total = found.monthly.total;
    var left = 0;
    if (!total) return null;
    var made = svg("svg", { "class": "shares", viewBox: "0 0 100 8", preserveAspectRatio: "none", "aria-hidden": "true" });
    parties.forEach(function (party) {
      var wide = found.monthly[party] * 100 / total;
      made.appendChild(svg("rect", { "class": party, x: left, width: wide, height: 8 }));
      left += wide;
    });
    return el("div", {}, [el("h3", {}, say("who")), made, el("ul", { "class": "list key" }, parties.map(function (party) {
      return el("li", { "class": party }, [upper(words.parties[party]) + ": ", sum("monthly." + party, found.monthly[party])]);
    }))]);
  }

  function called(key) {
    return key.split("-").map(function (program) {
      return words.programs[program] + " (" + program.toUpperCase() + ")";
    }).join(" + ");
  }

  function parts() {
    return el("div", {}, [el("h3", {}, say("parts")), el("ul", { "class": "list" }, Object.keys(found.contributions).map(function (key) {
      var shares = found.contributions[key];
      var paying = ["worker", "employer", "government"].filter(function (party) {
        return shares[party];
      });
      return el("li", {}, [called(key) + ": ", sum(key + ".total", shares.total)].concat(paying.map(function (party) {
        return el("span", { "class": "small" }, [" " + words.parties[party] + " ", sum(key + "." + party, shares[party], "span")]);
      })));
    }).concat(found.inputs.people * (found.inputs.months || 1) > 1 ? [] :
      el("li", {}, [say("total") + ": ", sum("grand_total", found.grand_total)])))]);
  }

  function laterMonths() {
    var runs = [], month, made, total, i;
    for (i = 0; i < found.inputs.months; i++) {
      month = Estimator.monthsAfter(found.inputs.month, i);
      made = quiet(copy(inputsOf(state), { month: month, months: "1", event: "" , people: "1" }));
      total = made ? made.monthly.total * found.inputs.people : 0;
      if (runs.length && runs[runs.length - 1].amount === total) runs[runs.length - 1].then = month;
      else runs.push({ first: month, then: month, amount: total });
    }
    return runs;
  }

  function group() {
    var inputs = found.inputs;
    var months = inputs.months || 1;
    var runs;
    if (inputs.people * months === 1) return null;
    runs = laterMonths();
    return el("div", { "class": "box" }, [el("p", {}, say("all", { people: inputs.people, months: months })),
      el("p", { "class": "big" }, [sum("grand_total", found.grand_total)]), el("p", {}, inWords(found.grand_total)),
      el("p", {}, say("runs")), el("ul", {}, runs.map(function (run) {
        return el("li", {}, say(run.first === run.then ? "run-one" : "run", { first: run.first, last: run.then, amount: run.amount }));
      }))]);
  }

  /** Where a page is, or one below it: on the site, in an unpacked archive, or in a file, where it is a section. */
  function page(href, name) {
    if (href.charAt(0) === "#") return href + (name ? "-" + name : "");
    return href + (name ? name + "/" : "") + (location.protocol === "file:" ? "index.html" : "");
  }

  function knownEvents() {
    var known = tables.known.event[found.inputs.segment];
    return EVENTS.filter(function (event) {
      return among(known, event);
    });
  }

  function withEvent(event) {
    return plus({ event: event, children: null, sick_months: null, paid_months: null, average_wage: null, phase: null });
  }

  function gives() {
    var events = knownEvents();
    if (!events.length) return null;
    return el("div", {}, [el("h3", {}, say("buys")), list(events.map(function (event) {
      var raw = withEvent(event);
      var made = quiet(raw);
      return link(raw, [el("b", {}, upper(option("event", event))),
        made ? el("span", { "class": "price" }, [sum("if." + event, made.benefit_total, "span")]) : ""]);
    }))]);
  }

  function benefits() {
    var names = Object.keys(found.benefits);
    var monthly = names.length === 1 && names[0] === "jp.pension";
    return el("div", { "class": "card" }, [el("h2", { tabindex: "-1" }, upper(option("event", found.inputs.event)) + ": " + say("gets")),
      el("p", { "class": "big" }, [sum("benefit_total", found.benefit_total)]),
      el("p", {}, found.benefit_total ? inWords(found.benefit_total) + (monthly ? " / " + say("month") : "") : say("nothing")),
      names.length ? el("ul", { "class": "list" }, names.map(function (name) {
        return el("li", {}, [words.benefits[name] + ": ", sum("benefit." + name, found.benefits[name])]);
      })) : null,
      el("p", {}, [el("a", { "class": "solo", href: page(root.getAttribute("data-" + found.inputs.event)) }, say("ask-event") + " →")]),
      el("p", {}, [link(withEvent(null), say("no-event"), null, "solo")])]);
  }

  function pay() {
    var once = !found.inputs.months;
    var total = found.monthly.total;
    var day = Estimator.quotient(2 * total + 30, 60);
    return el("div", { "class": "card" }, [el("h2", { tabindex: "-1" }, say(once ? "once" : "month")),
      el("p", { "class": "big" }, [sum("monthly.total", total)]), el("p", {}, total ? inWords(total) : say("nothing")),
      once || !total ? null : el("p", {}, say("day", { amount: day })),
      unsure ? el("p", {}, say("unsure-low", { amount: unsure })) : null,
      el("p", { "class": "small" }, say("estimate", { day: today, month: found.inputs.month }))]);
  }

  function notices() {
    return found.notices.length && el("div", {}, [el("h3", {}, say("notes")), el("ul", {}, found.notices.map(function (one) {
      return el("li", { "data-notice": one.id }, say(one.id, one.values));
    }))]);
  }

  function why() {
    return el("details", {}, [el("summary", {}, say("why")), el("ul", {}, found.steps.map(function (step) {
      return el("li", {}, [say(step.sentence, step.values), " ", el("span", { "class": "small" },
        say("law", { citation: step.citation, effective: step.effective, rounding: step.rounding }))]);
    }))]);
  }

  function whatIf() {
    var inputs = found.inputs;
    var doors = [];
    function door(name, more, values) {
      var made = quiet(plus(more));
      if (made) doors.push(link(plus(more), [el("b", {}, say(name, values)), el("span", { "class": "price" }, money(made.monthly.total))]));
    }
    if (inputs.segment === "bpu") {
      if (among(inputs.programs, "jht")) door("drop", { programs: "jkk,jkm" });
      else door("add", { programs: "jkk,jkm,jht" });
    }
    if (inputs.income) door("more-income", { income: String(2 * inputs.income) }, { amount: 2 * inputs.income });
    return doors.length && el("div", { "class": "off" }, [el("h3", {}, say("if")), list(doors)]);
  }

  // Hand on

  function address() {
    var here = /^https?:/.test(location.protocol) ? location.href.split("#")[0] : root.getAttribute("data-address");
    var now = found.inputs.event ? found.benefit_total : found.grand_total;
    return here && here + write(copy(inputsOf(state), { made: today + ":" + now }));
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
    if (found.inputs.event) add(upper(option("event", found.inputs.event)) + ": " + money(found.benefit_total));
    if (found.grand_total !== found.monthly.total) add(say("all", { people: found.inputs.people, months: found.inputs.months || 1 }) + ": " + money(found.grand_total));
    found.notices.forEach(function (one) {
      if (one.id === "relief-ends") add(say(one.id, one.values));
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
    var here = address();
    var told = el("span", { "class": "small" });
    return el("div", { "class": "off" }, [el("h3", {}, say("hand")), el("ul", { "class": "row" }, [
      ["a", { href: "https://wa.me/?text=" + encodeURIComponent(text) }, "WhatsApp"],
      ["a", { href: "sms:?body=" + encodeURIComponent(text) }, "SMS"],
      here && ["button", { type: "button", "class": "plain", click: function () { clip(here, told); } }, say("link")],
      ["button", { type: "button", "class": "plain", "data-message": text, click: function () { clip(text, told); } }, say("text")],
      ["button", { type: "button", "class": "plain", click: function () { window.print(); } }, say("print")]
    ].filter(Boolean).map(function (one) {
      return el("li", {}, [el(one[0], one[1], one[2])]);
    })), told]);
  }

  function mistakes() {
    var shown = told.filter(function (one) {
      return one.sentence !== "missing" || !has(TILES, one.name);
    });
    [].forEach.call(form.querySelectorAll("[data-name]"), function (holder) {
      var mine = shown.filter(function (one) {
        return one.name === holder.getAttribute("data-name");
      });
      holder.querySelector(".e").textContent = mine.map(function (one) { return say(one.sentence, one.values); }).join("; ");
    });
    return shown.length && el("div", { "class": "box err" }, [el("p", {}, [el("b", {}, say("mend"))]), el("ul", {}, shown.map(function (one) {
      return el("li", { "data-mistake": one.name }, (one.bad || one.name ? label(one.bad ? one.bad.slice(0, 40) : one.name) + ": " : "") + say(one.sentence, one.values || {}));
    }))]);
  }

  // The form

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
      var holder = inField(name, "");
      var known = has(tables.known, name) && has(tables.of_segment, state.segment) && tables.known[name][state.segment];
      holder.hidden = !shows(name, state.segment, state.event) && !told.some(function (one) { return one.name === name; });
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
    EXTRA.forEach(function (name) {
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

  function draw(moved) {
    var got = parse(here);
    var missing, focus;
    state = got.raw;
    told = got.told;
    found = state.segment ? settle(state, told) : null;
    told.forEach(function (one) {
      if (has(TILES, one.name) && !missing) missing = one.name;
    });
    fit();
    show();
    ask(missing);
    root.parentNode.className = found && asking !== "programs" ? "answered" : state.segment || asking ? "asking" : "";
    fill(result, [mistakes()].concat(found && !(asking === "programs") ? [
      found.inputs.event ? benefits() : null, pay(), group(), bars(), parts(), notices(),
      found.inputs.event ? null : gives(), why(), whatIf(), hand(),
      /^[a-z][a-z-]{0,40}$/.test(state.partner || "") ? el("p", {}, el("a", { "class": "solo", target: "_top", href: page(root.getAttribute("data-partners"), state.partner) }, say("partner"))) : null,
      el("p", { "class": "off" }, [button(say("change"), function () {
        id("isian").open = true;
        id("isian").setAttribute("open", "");
        form.elements.segment.focus();
      }), " ", button(say("again"), function () {
        job = null;
        asking = "";
        go({});
      })])] : []));
    if (later) later(found);
    else if (EXTRA.some(function (name) { return has(state, name); })) load();
    if (state.budget || state.payslip || state.compare) id("lagi").setAttribute("open", "");
    if (window.parent !== window && !before) window.parent.postMessage({ jamsostek: document.documentElement.offsetHeight }, "*");
    if (!moved) return;
    focus = question.hidden ? result.querySelector("h2") || id("kerja").querySelector("h2") : question.querySelector("h2");
    if (focus) {
      focus.focus();
      focus.scrollIntoView();
    }
  }

  // More, when it is asked for

  function load() {
    var place = id("lagi").querySelector("div");
    var src = root.getAttribute("data-more");
    if (asked || !src) return;
    place.textContent = say("loading");
    asked = el("script", { src: src, error: function () {
      asked = null;
      place.textContent = say("failed");
    } });
    document.body.appendChild(asked);
  }

  /** Called by hitung-more.js when it has come. */
  function extend(start, columns, sentences) {
    each(sentences, function (name, sentence) {
      words.sentences[name] = sentence;
    });
    later = start({ say: say, el: el, fill: fill, money: money, link: link, button: button, label: label, runs: laterMonths,
      inputsOf: inputsOf, words: words, rules: rules, today: function () { return today; }, state: function () { return state; } }, columns);
    later(found);
  }

  function tile(link) {
    var state = link.getAttribute("data-state");
    link.addEventListener("click", function (event) {
      var ways = link.getAttribute("data-ways");
      event.preventDefault();
      job = { incomes: (link.getAttribute("data-incomes") || "").split(",").filter(Number).map(Number), ways: ways && JSON.parse(ways),
        title: link.getAttribute("data-title") };
      if (!job.incomes.length) job.incomes = null;
      asking = "";
      if (job.ways) {
        asking = "ways";
        draw(true);
      } else go(parse(state).raw);
    });
  }

  function start() {
    var device = new Date();
    var day = device.getFullYear() + "-" + ("0" + (device.getMonth() + 1)).slice(-2) + "-" + ("0" + device.getDate()).slice(-2);
    form = id("semua");
    result = id("hasil");
    question = id("tanya");
    today = root.getAttribute("data-today");
    if (day > today) today = day;
    [].forEach.call(root.querySelectorAll("[data-state]"), tile);
    if (window.parent !== window && !before) document.documentElement.className = "framed";
    id("isian").hidden = false;
    id("lagi").hidden = !root.getAttribute("data-more");
    id("lagi").addEventListener("toggle", load);
    id("lagi").querySelector("summary").addEventListener("click", load);
    form.addEventListener("submit", function (event) {
      event.preventDefault();
    });
    ["input", "change"].forEach(function (kind) {
      form.addEventListener(kind, function () {
        unsure = 0;
        asking = "";
        go(read(), true);
      });
    });
    window.addEventListener("hashchange", function () {
      var hash = location.hash;
      if (hash === here) return;
      if (asking === "ways") asking = "";
      if (hash.indexOf("=") > 0 || hash === "" || hash === write({})) {
        here = hash;
        draw(true);
      }
    });
    here = location.hash;
    draw();
  }

  start();
  return { extend: extend };
}
if (document.querySelector("div#hitung")) var Hitung = estimatorPage(estimatorRules, estimatorWords, document.getElementById("hitung"));
