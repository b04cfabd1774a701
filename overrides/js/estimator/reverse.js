/*
More of the estimator for the browser, after js/estimator/engine.js: near names, what a budget buys, a payslip's rules,
savings and tax. One classic script in ES5; adds to Estimator.
*/
(function (Estimator) {
  "use strict";
  var LARGEST_TOTAL = Estimator.LARGEST_TOTAL, SAME = Estimator.SAME, EDGES = Estimator.EDGES;
  var amount = Estimator.amount, at = Estimator.at, inForce = Estimator.inForce, monthOf = Estimator.monthOf;
  var monthsAfter = Estimator.monthsAfter, ofSegment = Estimator.ofSegment, quotient = Estimator.quotient;
  var wrong = Estimator.wrong, among = Estimator.among, copy = Estimator.copy;
  var each = Estimator.each, first = Estimator.first, has = Estimator.has, amounts = Estimator.amounts;
  var readInputs = Estimator.readInputs, estimate = Estimator.estimate, answer = Estimator.answer;

  // Names: guide/estimator/inputs/suggestions.py

  function distance(one, other) {
    var rows = [[]];
    var i, j, cost;
    for (j = 0; j <= other.length; j++) rows[0][j] = j;
    for (i = 1; i <= one.length; i++) {
      rows[i] = [i];
      for (j = 1; j <= other.length; j++) {
        cost = Math.min(
          rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + (one[i - 1] !== other[j - 1] ? 1 : 0));
        if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
          cost = Math.min(cost, rows[i - 2][j - 2] + 1);
        }
        rows[i][j] = cost;
      }
    }
    return rows[one.length][other.length];
  }

  function closest(word, known) {
    var least = word.length < 8 ? 2 : 3;
    var good = "";
    known.forEach(function (name) {
      var slips = Math.abs(word.length - name.length) < least ? distance(word, name) : least;
      if (slips < least) {
        least = slips;
        good = name;
      }
    });
    return good;
  }

  // Back from amounts: guide/estimator/budget.py

  function choices(rules, raw, today) {
    var rule;
    if (raw.programs) {
      return [readInputs(rules, { segment: "bpu", income: "0", programs: raw.programs }, today).values.programs];
    }
    rule = at(ofSegment({ inputs: raw }, rules.mandatory), raw.month || today.slice(0, 7), today);
    return rule ? [rule.programs.concat(rule.voluntary || []), rule.programs] : [[]];
  }

  function incomes(rules, raw, today) {
    var month = raw.month || today.slice(0, 7);
    var schedule = first(ofSegment({ inputs: raw }, rules.schedules), function (candidate) {
      return candidate.program === "jkk";
    });
    var entry = at(schedule.entries, month, today);
    var bases = entry && at(entry.bases || SAME, month, today);
    var rows = bases ? bases.rows : [];
    var income;
    if (raw.income) {
      income = readInputs(rules, { segment: "bpu", income: raw.income }, today).values.income;
      return [[income, rows.length ? amount(rows, income) : 0]];
    }
    return rows.length ? rows.map(function (row) {
      return [row[0] || row[1], row[1]];
    }).reverse() : [[0, 0]];
  }

  function gives(rules, question, today) {
    var found = {};
    (question.event ? [question.event] : rules.inputs.choices.event.slice(0, 4)).forEach(function (event) {
      var asked = copy(question, { event: event });
      if (event === "work-sick" && !has(asked, "sick_months")) asked.sick_months = "1";
      found[event] = answer(rules, asked, today);
    });
    return found;
  }

  function option(made, base, events) {
    var totals = {}, seen = {};
    var assumed = made.assumptions;
    each(events, function (event, found) {
      totals[event] = found.benefit_total;
      assumed = assumed.concat(found.assumptions);
    });
    return { estimate: made, base: base, gives: totals, assumptions: assumed.filter(function (one) {
      return has(seen, one.name) ? false : seen[one.name] = true;
    }) };
  }

  /** What a budget buys, more programs first: [{estimate, base, gives, assumptions}]. */
  function buy(rules, raw, budget, today) {
    var plain = {};
    var found = [];
    raw = copy({ segment: "bpu" }, raw);
    if (raw.segment !== "bpu") throw wrong("budget", "segment-only", { known: ["bpu"], bad: raw.segment });
    each(raw, function (name, value) {
      if (name !== "event" && !has(rules.inputs.of_event, name)) plain[name] = value;
    });
    choices(rules, raw, today).forEach(function (programs) {
      incomes(rules, raw, today).some(function (pair) {
        var question = { income: String(pair[0]), programs: programs };
        var made = answer(rules, copy(plain, question), today);
        var fits = made.grand_total <= budget;
        if (fits) found.push(option(made, pair[1], gives(rules, copy(raw, question), today)));
        return fits;
      });
    });
    return found;
  }

  function turns(rules, inputs, program) {
    var months = {};
    var asked = { inputs: inputs };
    ofSegment(asked, rules.schedules).forEach(function (schedule) {
      if (schedule.program !== program) return;
      schedule.entries.forEach(function (entry) {
        months[monthOf(entry)] = 1;
      });
    });
    ofSegment(asked, rules.reliefs).forEach(function (relief) {
      if (among(relief.programs, program)) months[relief.first] = months[monthsAfter(relief.last, 1)] = 1;
    });
    return Object.keys(months).filter(function (month) {
      return month < inputs.month;
    }).sort().reverse();
  }

  function recogniseOne(rules, raw, program, value, today) {
    var read = readInputs(rules, copy(raw, { programs: program }), today);
    var now = estimate(rules, read, today);
    var party = read.values.payer === "government" ? "government" : "worker";
    var seen = {};
    var matches = [];
    [read.values.month].concat(turns(rules, read.values, program)).forEach(function (month) {
      var then;
      try {
        then = answer(rules, copy(raw, { programs: program, month: month }), today);
      } catch (error) {
        if (error.mistakes) return;
        throw error;
      }
      each(then.contributions[program], function (whose, share) {
        var rule = whose + then.steps.map(function (step) {
          return step.entry.effective + (step.relieved_by ? step.relieved_by.id : "");
        });
        if (share !== value || !share || seen[rule]) return;
        seen[rule] = 1;
        matches.push({ party: whose, month: month, steps: then.steps });
      });
    });
    return {
      program: program, amount: value, assumptions: now.assumptions, expected: now.contributions[program][party],
      matches: matches,
      step: first(now.steps, function (step) {
        return step.values.party === party;
      }) || null
    };
  }

  /** Which rule each program's amount follows. `items`: rupiah by program. */
  function recognise(rules, raw, items, today) {
    raw = copy({ segment: "pu" }, raw);
    if (!among(["pu", "bpu"], raw.segment)) {
      throw wrong("payslip", "segment-only", { known: ["pu", "bpu"], bad: raw.segment });
    }
    return Object.keys(items).map(function (program) {
      return recogniseOne(rules, raw, program, items[program], today);
    });
  }

  // Two months: guide/estimator/compare.py

  function differences(now, then) {
    var before = amounts(now);
    var after = amounts(then);
    var found = {};
    each(copy(before, after), function (name) {
      var difference = (after[name] || 0) - (before[name] || 0);
      if (difference) found[name] = difference;
    });
    return found;
  }

  // Savings and tax: guide/estimator/savings.py

  /** A yearly return such as 5% or 5,51 in hundredths of a percent. */
  function readReturn(text) {
    var found = /^(\d{1,3})(?:[.,](\d\d?))?%?$/.exec(text.replace(EDGES, ""));
    var hundredths = found ? found[1] * 100 + +((found[2] || "") + "00").slice(0, 2) : 10001;
    if (hundredths > 10000) throw wrong("return", "percent", { bad: text });
    return hundredths;
  }

  /** The balance by year of equal monthly payments: [{year, paid, earned, balance}]. */
  function savings(monthly, years, hundredths) {
    var found = [];
    var balance = 0;
    var divisor = 10000;
    var year, product, earned;
    while (divisor > 1 && hundredths % 2 === 0 && divisor % 2 === 0) {
      hundredths /= 2;
      divisor /= 2;
    }
    while (divisor > 1 && hundredths % 5 === 0 && divisor % 5 === 0) {
      hundredths /= 5;
      divisor /= 5;
    }
    for (year = 1; year <= years; year++) {
      product = 2 * hundredths * (12 * balance + 66 * monthly) + 12 * divisor;
      if (product > LARGEST_TOTAL) throw wrong("income", "too-large");
      earned = quotient(product, 24 * divisor);
      balance += 12 * monthly + earned;
      found.push({ year: year, paid: 12 * monthly * year, earned: earned, balance: balance });
    }
    return found;
  }

  /** Tax on a lump sum of JHT in a month: {amount, entry}. */
  function lumpSumTax(rules, lumpSum, month, today) {
    var entry = inForce(first(rules.taxes, function (tax) {
      return tax.id === "jht-lump-sum";
    }).entries, month || today.slice(0, 7), today);
    return { amount: amount(entry.rows, lumpSum), entry: entry };
  }

  Estimator.closest = closest;
  Estimator.differences = differences;
  Estimator.buy = buy;
  Estimator.recognise = recognise;
  Estimator.readReturn = readReturn;
  Estimator.savings = savings;
  Estimator.lumpSumTax = lumpSumTax;
})(typeof module === "object" ? require("./engine.js") : Estimator);
