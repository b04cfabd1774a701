/*
The estimator for the browser: the same answers as scripts/guide/estimator/engine, from the same rows
(guide/estimator/browser_data.py).

One classic script in ES5. It keeps nothing, sends nothing and needs no part of a page. Amounts are whole rupiah below
2^53, so every sum is exact; nothing is divided but by `quotient`. Errors are thrown as
{mistakes: [{name, sentence, values}]}. `asked` is the context of one estimate: rules, inputs, day; it collects steps
and notices.
*/
var Estimator = (function () {
  "use strict";
  var PARTIES = ["worker", "employer", "government"];
  var UNKNOWN = "unknown";
  var FULL = [1, 1];
  var SAME = [{ rows: [[0, 0, 1, 1]] }];
  var LARGEST = 1e12;
  var LARGEST_TOTAL = 9007199254740991;
  var BLANKS = " \t\r\n\f\v\u00a0\u202f\u2009\ufeff";
  var B = "[" + BLANKS + "]*";
  var EDGES = new RegExp("^" + B + "|" + B + "$", "g");
  var BETWEEN = new RegExp("[,+" + BLANKS + "]+");
  var TYPED = new RegExp("^(?:(?:rp|idr)\\.?" + B + ")?([0-9.,]+)" + B + "([a-z]*?)(?:" + B + "(?:rupiah|,-))?$");
  var api;
  var UNITS = { "": 1, juta: 1e6, jt: 1e6, million: 1e6, ribu: 1e3, rb: 1e3, k: 1e3, miliar: 1e9, milyar: 1e9,
    billion: 1e9 };

  // Small things

  function has(object, name) {
    return Object.prototype.hasOwnProperty.call(object, name);
  }

  function among(list, value) {
    return list.indexOf(value) >= 0;
  }

  function each(object, visit) {
    Object.keys(object).forEach(function (name) {
      visit(name, object[name]);
    });
  }

  function copy(object, more) {
    var made = {};
    each(object, function (name, value) {
      made[name] = value;
    });
    each(more || {}, function (name, value) {
      made[name] = value;
    });
    return made;
  }

  function first(list, fits) {
    return list.filter(fits)[0];
  }

  function sum(list) {
    return list.reduce(function (one, other) {
      return one + other;
    }, 0);
  }

  function mistake(name, sentence, values) {
    return { name: name, sentence: sentence, values: values || {} };
  }

  function wrong(name, sentence, values) {
    return { mistakes: [mistake(name, sentence, values)] };
  }

  // Exact arithmetic

  function quotient(whole, by) {
    return (whole - (whole % by)) / by;
  }

  /** Whole rupiah for x by rows [at least, add, times, over], rounded half up once. Same as rules.amount(). */
  function amount(rows, x, part) {
    var row = rows[0];
    var over;
    part = part || FULL;
    rows.forEach(function (candidate) {
      if (candidate[0] <= x) row = candidate;
    });
    over = row[3] * part[1];
    return quotient(2 * (row[1] + row[2] * x) * part[0] + over, 2 * over);
  }

  // Time

  function monthsAfter(month, count) {
    var number = month.slice(0, 4) * 12 + +month.slice(5) - 1 + count;
    return ("000" + quotient(number, 12)).slice(-4) + "-" + ("0" + ((number % 12) + 1)).slice(-2);
  }

  function monthOf(entry) {
    return (entry.effective || "").slice(0, 7);
  }

  function isKnown(entry, today) {
    return (entry.known || monthOf(entry) || entry.first || "") <= today;
  }

  /** The last entry in force in a month and known today. */
  function at(entries, month, today) {
    return entries.filter(function (entry) {
      return monthOf(entry) <= month && isKnown(entry, today);
    }).pop();
  }

  function inForce(entries, month, today) {
    var found = at(entries, month, today);
    var known = entries.filter(function (entry) {
      return isKnown(entry, today);
    });
    if (found) return found;
    throw known.length
      ? wrong("month", "uncovered-before", { bad: month, first: known.map(monthOf).sort()[0] })
      : wrong("month", "uncovered");
  }

  // Money as people type it: guide/estimator/inputs/money.py

  function readMoney(text) {
    var typed = TYPED.exec(text.replace(EDGES, "").toLowerCase());
    var digits = typed && typed[1];
    var unit = typed && has(UNITS, typed[2]) && UNITS[typed[2]];
    var decimal;
    if (!unit || digits.length > 30) return null;
    if (/^(\d+|[1-9]\d{0,2}((\.\d{3})+(,00)?|(,\d{3})+(\.00)?)|\d+[.,]00)$/.test(digits)) {
      return digits.replace(/[.,]00$/, "").replace(/[.,]/g, "") * unit;
    }
    decimal = typed[2] && /^(\d+)[.,](\d\d?)$/.exec(digits);
    return decimal ? quotient((decimal[1] * 100 + +(decimal[2] + "0").slice(0, 2)) * unit, 100) : null;
  }

  function readAmount(name, text) {
    var money = readMoney(text);
    if (money === null) throw wrong(name, "money", { bad: text });
    if (money > LARGEST) throw wrong(name, "most", { most: LARGEST });
    return money;
  }

  function readWhole(name, text, least, most) {
    if (!/^\d{1,9}$/.test(text) || +text < least || +text > most) {
      throw wrong(name, "whole", { least: least, most: most, bad: text });
    }
    return +text;
  }

  function readMonth(name, text) {
    if (!/^[12]\d{3}-(0[1-9]|1[0-2])$/.test(text)) throw wrong(name, "month", { bad: text });
    return text;
  }

  // Names

  function unknown(name, known) {
    var good = api.closest ? api.closest(name, known) : "";
    return mistake(name, good ? "unknown-near" : "unknown", { good: good });
  }

  // Inputs: guide/inputs.py

  function readValue(tables, name, raw) {
    var text;
    function choice(item) {
      var word = item.toLowerCase();
      if (!among(tables.choices[name], word)) throw wrong(name, "choice", { known: tables.choices[name], bad: item });
      return word;
    }
    if (among(tables.lists, name)) return (raw.map ? raw : String(raw).split(BETWEEN)).filter(Boolean).map(choice);
    text = String(raw).replace(EDGES, "");
    if (has(tables.choices, name)) return choice(text);
    if (among(tables.money, name)) return readAmount(name, text);
    if (has(tables.whole, name)) return readWhole(name, text, tables.whole[name][0], tables.whole[name][1]);
    return readMonth(name, text);
  }

  function fitting(tables, values, named) {
    var segment = values.segment;
    var misread = has(named, "event") && !values.event;
    var found = [];
    function tell(name, sentence, told) {
      found.push(mistake(name, sentence, told));
    }
    each(values, function (name, value) {
      var known = has(tables.known, name) && tables.known[name][segment];
      if (!among(tables.of_segment[segment], name)) return tell(name, "not-of-segment", { segment: segment });
      if (known) {
        [].concat(value).forEach(function (item) {
          if (!among(known, item)) tell(name, "segment-knows", { segment: segment, known: known, bad: item });
        });
      }
      if (!ofEvent(tables, name, values.event) && !misread) {
        tell(name, "event-only", { known: tables.of_event[name].filter(function (event) {
          return among(tables.known.event[segment], event);
        }) });
      }
    });
    each(tables.required, function (name, by) {
      if ((among(by, segment) || among(by, values.event)) && !has(named, name)) tell(name, "missing");
    });
    return found;
  }

  /** Whether an input may be asked beside an event, or beside none. */
  function ofEvent(tables, name, event) {
    return !has(tables.of_event, name) || among(tables.of_event[name], event);
  }

  function withDefaults(tables, values, today) {
    var full = { month: today.slice(0, 7), programs: null };
    var found = {};
    each(tables.defaults[values.segment], function (name, value) {
      if (ofEvent(tables, name, values.event)) full[name] = value;
    });
    if (values.event === "retirement") full.average_wage = values.income;
    full = copy(full, values);
    if (full.programs && !full.programs.length) full.programs = null;
    tables.names.forEach(function (name) {
      if (has(full, name)) found[name] = full[name];
    });
    return found;
  }

  /** Return what inputs may mean: first by the default of each that is unknown, then by every choice. */
  function meanings(tables, values) {
    var usual = copy(values), found = [values];
    each(values, function (name, value) {
      if (value !== UNKNOWN) return;
      usual[name] = tables.defaults[values.segment][name];
      found = [].concat.apply([], tables.choices[name].filter(function (choice) {
        return choice !== UNKNOWN;
      }).map(function (choice) {
        return found.map(function (one) {
          one = copy(one);
          one[name] = choice;
          return one;
        });
      }));
    });
    return found.length > 1 ? [usual].concat(found) : found;
  }

  /** Inputs from text by name, with defaults: {values, given}. Throws every mistake. */
  function readInputs(rules, raw, today) {
    var tables = rules.inputs;
    var mistakes = [];
    var values = {};
    each(raw, function (name, text) {
      if (!among(tables.names, name)) return mistakes.push(unknown(name, tables.names));
      try {
        values[name] = readValue(tables, name, text);
      } catch (error) {
        if (!error.mistakes) throw error;
        mistakes = mistakes.concat(error.mistakes);
      }
    });
    if (has(values, "segment")) mistakes = mistakes.concat(fitting(tables, values, raw));
    else if (!has(raw, "segment")) mistakes.push(mistake("segment", "missing"));
    if (mistakes.length) throw { mistakes: mistakes };
    return { values: withDefaults(tables, values, today), given: Object.keys(values).filter(function (name) {
      return name !== "programs" || values.programs.length;
    }) };
  }

  // What is paid: guide/estimator/engine/contributions.py

  function notice(asked, id, values) {
    var told = { id: id, values: values || {} };
    var same = JSON.stringify(told);
    var twice = asked.notices.some(function (other) {
      return JSON.stringify(other) === same;
    });
    if (!twice) asked.notices.push(told);
  }

  function covers(schedule) {
    return schedule.key.split("-");
  }

  function ofSegment(asked, list) {
    return list.filter(function (rule) {
      return rule.segment === asked.inputs.segment;
    });
  }

  function scheduleOf(asked, program) {
    return first(ofSegment(asked, asked.rules.schedules), function (schedule) {
      return among(covers(schedule), program);
    });
  }

  function programsOf(asked) {
    var inputs = asked.inputs;
    var chosen = (inputs.programs || inForce(ofSegment(asked, asked.rules.mandatory).filter(function (rule) {
      return !rule.sizes || among(rule.sizes, inputs.size);
    }), inputs.month, asked.today).programs).slice();
    ofSegment(asked, asked.rules.schedules).forEach(function (schedule) {
      var missing = covers(schedule).filter(function (program) {
        return !among(chosen, program);
      });
      if (!missing.length || missing.length === covers(schedule).length) return;
      notice(asked, "package");
      chosen = chosen.concat(missing);
    });
    var event = inputs.event && asked.rules.event_program[inputs.event];
    if (event && !among(chosen, event) && String(lacking(asked, chosen)) === "") {
      chosen.push(event);
      notice(asked, "program-added", { program: event.toUpperCase() });
    }
    return asked.rules.inputs.choices.programs.filter(function (program) {
      return among(chosen, program);
    });
  }

  /** Which programs the event's benefits still need beside these; null where the law asks for none. */
  function lacking(asked, programs) {
    var found = null;
    answering(asked).forEach(function (benefit) {
      var entry = at(benefit.entries, asked.inputs.month, asked.today);
      (entry && entry.requires || []).forEach(function (one) {
        if (among(one[0], asked.inputs.size)) {
          found = (found || []).concat(one[1].filter(function (program) {
            return !among(programs, program);
          }));
        }
      });
    });
    return found;
  }

  function reliefOf(asked, program, month) {
    var inputs = asked.inputs;
    return first(ofSegment(asked, asked.rules.reliefs), function (relief) {
      return relief.first <= month && month <= relief.last && among(relief.programs, program) &&
        among(relief.sectors, inputs.sector) && (!relief.payers || among(relief.payers, inputs.payer)) &&
        isKnown(relief, asked.today);
    });
  }

  /** What governs a program in a month: {entry, rows of the base, shares, relief, factor}. */
  function lawOf(asked, schedule, month) {
    var inputs = asked.inputs;
    var entry = inForce(schedule.entries, month, asked.today);
    var relief = reliefOf(asked, schedule.program, month);
    asked.rules.gaps.forEach(function (gap) {
      if (among(gap.segments, schedule.segment) && among(gap.programs, schedule.program) &&
          gap.first <= month && month <= gap.last) {
        throw wrong("month", "gap", { bad: month, first: monthOf(schedule.entries[0]),
          before: monthsAfter(gap.first, -1), after: monthsAfter(gap.last, 1) });
      }
    });
    return {
      entry: entry,
      rows: inForce(entry.bases || SAME, month, asked.today).rows,
      shares: entry.shares[inputs.risk || inputs.placement] || entry.shares[""],
      relief: relief,
      factor: relief ? relief.factor : FULL
    };
  }

  function baseOf(asked, program) {
    return amount(lawOf(asked, scheduleOf(asked, program), asked.inputs.month).rows, asked.inputs.income);
  }

  /** Which longer package costs less. Throws for a contract below the shortest package. */
  function contractFits(asked, rows, explain) {
    var contract = asked.inputs.contract;
    var cheapest = amount(rows, contract), months = 0;
    if (contract < rows[0][0]) {
      throw wrong("contract", "whole",
        { least: rows[0][0], most: asked.rules.inputs.whole.contract[1], bad: contract });
    }
    rows.forEach(function (row) {
      if (row[0] > contract && amount(rows, row[0]) < cheapest) cheapest = amount(rows, months = row[0]);
    });
    if (explain && months) notice(asked, "cheaper-package", { months: months, amount: cheapest });
  }

  function pastPensionAge(asked, month, explain) {
    var age = asked.inputs.age;
    var due = has(asked.inputs, "age") && inForce(asked.rules.pension_age, month, asked.today).age;
    if (due && age >= due && explain) notice(asked, "jp-not-due", { age: due });
    return due && age >= due;
  }

  function shareStep(id, schedule, law, party, share, base, value) {
    var entry = law.entry;
    var relief = law.relief;
    var rate = share.rate || "";
    var part = relief ? quotient(relief.factor[0] * 100, relief.factor[1]) + "%" : "";
    return {
      id: id, base: entry.of ? null : base, rate: rate || null, relief: part || null, amount: value,
      rounding: "half-up, " + (entry.rounding || "convention"),
      citation: relief ? entry.cite + "; " + relief.cite : entry.cite,
      effective: relief ? relief.first : entry.effective,
      sentence: "share" + (rate && "-rate") + (relief ? "-relief" : ""),
      values: { program: schedule.key.toUpperCase(), party: party, rate: rate, base: base, relief: part,
        amount: value },
      entry: entry, relieved_by: relief
    };
  }

  function shareNotices(asked, law, program) {
    var counted;
    if (law.entry.bands) {
      counted = Math.max(asked.inputs.income, law.rows[0][1]);
      notice(asked, "plain-percentage", { programs: program.toUpperCase(),
        amount: sum(Object.keys(law.shares).map(function (party) {
          return amount(law.shares[party].rows, counted, law.factor);
        })) });
    }
    (law.entry.included || []).forEach(function (part) {
      notice(asked, "included", { rate: part[1], program: part[0].toUpperCase() });
    });
  }

  function sharesOf(asked, schedule, month, explain, anyAge) {
    var inputs = asked.inputs;
    var law = lawOf(asked, schedule, month);
    var entry = law.entry;
    var found = { worker: 0, employer: 0, government: 0, total: 0 };
    var byContract = entry.of === "contract";
    var several = Object.keys(law.shares).length > 1;
    var base;
    if (entry.until_pension_age && !anyAge && pastPensionAge(asked, month, explain)) return found;
    base = amount(law.rows, byContract ? inputs.contract : inputs.income);
    each(law.shares, function (party, share) {
      if (byContract) contractFits(asked, share.rows, explain);
      var value = amount(share.rows, base, law.factor);
      var payer = party === "worker" && inputs.payer === "government" ? inputs.payer : party;
      found[payer] += value;
      found.total += value;
      if (explain) {
        asked.steps.push(shareStep(
          several ? schedule.key + "." + party : schedule.key, schedule, law, payer, share, base, value));
      }
    });
    if (explain) shareNotices(asked, law, schedule.program);
    return found;
  }

  function totalOf(contributions) {
    return sum(Object.keys(contributions).map(function (key) {
      return contributions[key].total;
    }));
  }

  function contributionsIn(asked, month, programs, explain) {
    var found = {};
    programs.forEach(function (program) {
      var schedule = scheduleOf(asked, program);
      if (!has(found, schedule.key)) found[schedule.key] = sharesOf(asked, schedule, month, explain);
    });
    if (explain) reliefNotices(asked, programs);
    return found;
  }

  function lastMonth(asked, program) {
    var relief = reliefOf(asked, program, asked.inputs.month);
    var after = relief;
    while (after && String(after.factor) === String(relief.factor)) {
      relief = after;
      after = reliefOf(asked, program, monthsAfter(relief.last, 1));
    }
    return relief.last;
  }

  function reliefNotices(asked, programs) {
    var ends = {};
    programs.forEach(function (program) {
      var last;
      if (program !== scheduleOf(asked, program).program || !reliefOf(asked, program, asked.inputs.month)) return;
      last = lastMonth(asked, program);
      ends[last] = (ends[last] || []).concat(program);
    });
    each(ends, function (last, ended) {
      notice(asked, "relief-ends", { programs: ended.join(" + ").toUpperCase(), last: last,
        amount: totalOf(contributionsIn(asked, monthsAfter(last, 1), ended)) });
    });
  }

  // What is received: guide/estimator/engine/benefits.py

  var PAYOUTS = {
    amount: function (asked, entry) {
      return [amount(entry.rows, 0)];
    },
    phases: function (asked, entry) {
      return [entry.phases[asked.inputs.phase]];
    },
    rate: function (asked, entry) {
      var base = baseOf(asked, "jkk");
      return [amount(entry.rows, base), base, entry.rate];
    },
    stages: function (asked, entry) {
      var base = amount(entry.base, baseOf(asked, "jkk"));
      var counted = has(asked.inputs, "sick_months");
      var left = asked.inputs.sick_months;
      var total = 0;
      var rates = [];
      entry.stages.forEach(function (stage) {
        var spent = counted ? Math.min(stage[0] || left, left) : stage[0];
        if (spent) {
          total += amount(stage[2], base) * spent;
          rates.push(stage[1] + " × " + spent);
        }
        left -= spent;
      });
      return [total, base, rates.join(" + ")];
    },
    table: function (asked, entry) {
      var children = asked.inputs.children.map(function (stage) {
        return entry.stages[stage];
      }).sort(function (one, other) {
        return other - one;
      });
      if (children.length > entry.children) notice(asked, "children-most", { most: entry.children });
      return [sum(children.slice(0, entry.children))];
    },
    accrual: function (asked, entry) {
      var wage = asked.inputs.average_wage;
      var months = asked.inputs.paid_months;
      if (months < entry.months) return [null];
      var least = entry.rows[0], most = entry.rows[1], over = entry.rows[3];
      return [amount([[0, least, 0, 1], [least * over, 0, 1, over], [most * over, most, 0, 1]], wage * months), wage,
        entry.rate + " × " + months + "/12"];
    },
    refund: function (asked) {
      var inputs = asked.inputs;
      var pension = first(asked.rules.benefits, function (benefit) {
        return benefit.id === "jp.pension";
      });
      var monthly;
      if (inputs.paid_months >= inForce(pension.entries, inputs.month, asked.today).months) return [null];
      monthly = sharesOf(asked, scheduleOf(asked, "jp"), inputs.month, false, true).total;
      notice(asked, "lump-sum-development");
      return [monthly * inputs.paid_months, monthly, inputs.paid_months + " ×"];
    }
  };

  function receive(asked, benefit, found) {
    var inputs = asked.inputs;
    var name = benefit.answer || benefit.id;
    var entry, payout, rate, base;
    if (benefit.id === "scholarship" && !(inputs.children || []).length) return;
    entry = inForce(benefit.entries, inputs.month, asked.today);
    var waiting = first(waitingOf(asked, entry), function (rule) {
      return inputs.paid_months < rule[2];
    });
    if (waiting) {
      notice(asked, "waiting", { benefit: name, months: waiting[2] });
      found[name] = 0;
      return;
    }
    payout = PAYOUTS[entry.kind](asked, entry);
    if (payout[0] === null) return;
    base = payout.length > 1 ? payout[1] : null;
    rate = payout[2] || "";
    found[name] = payout[0];
    asked.steps.push({
      id: name, base: base, rate: rate || null, relief: null, amount: payout[0],
      rounding: "half-up, " + (entry.rounding || "convention"), citation: entry.cite, effective: entry.effective,
      sentence: entry.kind === "accrual" ? "benefit-monthly" : rate ? "benefit-rate" : "benefit",
      values: { benefit: name, rate: rate, base: base || 0, amount: payout[0] }, entry: entry
    });
  }

  function answering(asked) {
    return asked.rules.benefits.filter(function (benefit) {
      return among(benefit.segments, asked.inputs.segment) && among(benefit.events, asked.inputs.event);
    });
  }

  function waitingOf(asked, entry) {
    return (entry.waiting || []).filter(function (rule) {
      return among(rule[0], asked.inputs.segment) && among(rule[1], asked.inputs.event);
    });
  }

  /** Whether a benefit of the event needs months that were paid before. */
  function waits(asked) {
    return answering(asked).some(function (benefit) {
      return waitingOf(asked, inForce(benefit.entries, asked.inputs.month, asked.today)).length;
    });
  }

  function benefitsOf(asked, programs) {
    var inputs = asked.inputs;
    var program = asked.rules.event_program[inputs.event];
    var found = {};
    var missing = lacking(asked, programs) || [];
    var age = inputs.event === "layoff" && at(asked.rules.limits["layoff-age"] || [], inputs.month, asked.today);
    if (age) notice(asked, "jkp-conditions", { age: age.value });
    if (missing.length) {
      notice(asked, "program-needs", { program: program.toUpperCase(), programs: missing.join(" + ").toUpperCase() });
      return found;
    }
    if (!among(programs, program)) {
      notice(asked, "program-missing", { program: program.toUpperCase() });
      return found;
    }
    if (!has(inputs, "paid_months") && waits(asked)) notice(asked, "waiting-assumed");
    answering(asked).forEach(function (benefit) {
      receive(asked, benefit, found);
    });
    return found;
  }

  /** Whether a month lies ahead, or a value renewed every year should have been renewed by then. */
  function mayChange(asked, programs, month) {
    return month > asked.today.slice(0, 7) || programs.map(function (program) {
      return scheduleOf(asked, program);
    }).concat(answering(asked)).some(function (law) {
      var entry = law.renewed && at(law.entries, month, asked.today);
      return entry && month >= +entry.effective.slice(0, 4) + 1 + "-" + ("0" + law.renewed).slice(-2);
    });
  }

  // What is taken for granted: guide/estimator/engine/assumptions.py

  /** Every input that was left out and whose default counts: [{name, value, sentence, values}]. */
  function assumptionsOf(asked, read, programs) {
    var inputs = asked.inputs, tables = asked.rules.inputs;
    var answers = among(programs, asked.rules.event_program[inputs.event]) && !String(lacking(asked, programs) || "");
    var found = tables.assumed[inputs.segment].filter(function (name) {
      return !among(read.given, name) && ofEvent(tables, name, inputs.event) &&
        (name === "paid_months" ? answers && waits(asked) : name !== "children" ||
          answers && answering(asked).some(function (benefit) { return benefit.id === "scholarship"; }));
    });
    if (inputs.months && inputs.income < tables.low_income) found.push("income");
    return found.map(function (name) {
      var value = name === "programs" ? programs : has(inputs, name) ? inputs[name] : null;
      return { name: name, value: value, sentence: name + "-assumed",
        values: { value: value && value.join ? value.join(", ").toUpperCase() : value } };
    });
  }

  /** Every amount by its dotted name. */
  function amounts(found) {
    var made = {};
    each(found.contributions, function (key, shares) {
      each(shares, function (party, value) {
        made[key + "." + party] = value;
      });
    });
    each(found.monthly, function (party, value) {
      made["monthly." + party] = value;
    });
    made.grand_total = found.grand_total;
    each(found.benefits, function (name, value) {
      made["benefit." + name] = value;
    });
    made.benefit_total = found.benefit_total;
    return made;
  }

  /** Least and most of every amount that differs between answers; one that an answer lacks is 0 there. */
  function rangeOf(answers) {
    var names = {}, range = {};
    answers = answers.map(amounts);
    answers.forEach(function (one) {
      names = copy(names, one);
    });
    each(names, function (name) {
      var values = answers.map(function (one) { return one[name] || 0; });
      var least = Math.min.apply(null, values), most = Math.max.apply(null, values);
      if (least < most) range[name] = [least, most];
    });
    return range;
  }

  /** The answer to what readInputs() gave, by the rules known on an ISO day. As guide.estimator.engine.estimate(). */
  function estimate(rules, read, today) {
    var found = meanings(rules.inputs, read.values).map(function (inputs) {
      return estimateOne(rules, inputs, read, today);
    });
    var one = found[0];
    if (found.length > 1) one.range = rangeOf(found);
    one.inputs = copy(read.values, { programs: one.inputs.programs });
    return one;
  }

  function estimateOne(rules, inputs, read, today) {
    var asked = { rules: rules, inputs: inputs, today: today, steps: [], notices: [] };
    var programs = programsOf(asked);
    var contributions = contributionsIn(asked, inputs.month, programs, true);
    var monthly = { worker: 0, employer: 0, government: 0, total: 0 };
    var grandTotal = totalOf(contributions);
    var benefits = {};
    var benefitTotal, i;
    each(contributions, function (key, shares) {
      each(shares, function (party, value) {
        monthly[party] += value;
      });
    });
    for (i = 1; i < inputs.months; i++) {
      grandTotal += totalOf(contributionsIn(asked, monthsAfter(inputs.month, i), programs));
    }
    grandTotal *= inputs.people;
    if (inputs.event) benefits = benefitsOf(asked, programs);
    benefitTotal = sum(Object.keys(benefits).map(function (name) {
      return benefits[name];
    }));
    if (grandTotal > LARGEST_TOTAL || benefitTotal > LARGEST_TOTAL) throw wrong("people", "too-large");
    generalNotices(asked, read, programs);
    return {
      inputs: copy(inputs, { programs: programs }), contributions: contributions, monthly: monthly,
      grand_total: grandTotal, benefits: benefits, benefit_total: benefitTotal, steps: asked.steps,
      assumptions: assumptionsOf(asked, read, programs), notices: asked.notices
    };
  }

  function generalNotices(asked, read, programs) {
    var inputs = asked.inputs;
    if (inputs.segment === "pu") {
      if (!among(read.given, "risk")) notice(asked, "risk-assumed");
      asked.rules.minimum_wages.forEach(function (wages) {
        var entry = at(wages.entries, inputs.month, asked.today);
        if (entry && inputs.month <= entry.last && inputs.income < entry.amount) {
          notice(asked, "below-minimum-wage", { amount: entry.amount });
        }
      });
    }
    if (among(["pmi", "jakon"], inputs.segment)) notice(asked, "paid-once");
    if (mayChange(asked, programs, monthsAfter(inputs.month, (inputs.months || 1) - 1))) {
      notice(asked, "law-may-change");
    }
  }

  function answer(rules, raw, today) {
    return estimate(rules, readInputs(rules, raw, today), today);
  }

  api = {
    answer: answer, readInputs: readInputs, estimate: estimate, amounts: amounts,
    readMoney: readMoney, readAmount: readAmount, readWhole: readWhole, readMonth: readMonth, unknown: unknown,
    // for what is added to it
    amount: amount, at: at, inForce: inForce, monthOf: monthOf, monthsAfter: monthsAfter, ofSegment: ofSegment,
    quotient: quotient, notice: notice, wrong: wrong, among: among, copy: copy, each: each, first: first, has: has,
    EDGES: EDGES, LARGEST_TOTAL: LARGEST_TOTAL, SAME: SAME
  };
  return api;
})();
if (typeof module === "object") module.exports = Estimator;
