/*
A description of oneself, read as inputs of the estimator: {inputs, seen, asks, described}. ES5, one classic script.

Phrases and what they mean are data (data/sayings.yml). Nothing is guessed: what was not said is not in `inputs`, and
where words leave two readings (a death whose cause is not said, the income of a day, a range) `asks` names the input.
*/
var SearchDescribe = (function () {
  "use strict";
  var W = SearchWords, T = SearchText, S = SearchSayings;
  var DIGITS = { satu: 1, dua: 2, tiga: 3, empat: 4, lima: 5, enam: 6, tujuh: 7, delapan: 8, sembilan: 9, sepuluh: 10,
    sebelas: 11, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, a: 0 };
  var UNITS = { ribu: 1e3, rb: 1e3, k: 1e3, thousand: 1e3, juta: 1e6, jt: 1e6, million: 1e6, miliar: 1e9, milyar: 1e9,
    billion: 1e9 };
  var GROUPED = /^(\d+|\d{1,3}((\.\d{3})+(,00)?|(,\d{3})+(\.00)?))$/;
  var WHOLE = { sejuta: 1e6, seribu: 1e3, semiliar: 1e9 };
  var RANGE = /\d\s*(?:jt|juta|rb|ribu|million|k)?\s*(?:-|–|sampai|hingga|s\/d|to)\s*(?:rp\s*)?\d/;
  var BETWEEN = /\b(?:antara|between)\b/;
  var A_MONTH = /^(?:(?:per|satu|setiap|tiap|a|1|each|every) (?:bulan|bln|month)|sebulan|perbulan|monthly)\b/;
  var LIMIT = /^(?:dari|atas|bawah|than|above|below|under|over|maksimal|minimal)$/;
  var FILLER = /^(?:in|at|di|masih|anak|child|children|kids?)$/;
  var NOT = /^(?:bukan|tidak|sonde|not)$/, LINK = /^(?:karena|sebab|oleh|because|of|an?|the)$/;
  var YOUNGEST = 15, OLDEST = 99, NEAR = 4, PLAIN = 1e5, STAGES = ["tk", "sd", "smp", "sma", "university"];

  function tokensOf(text) {
    return String(text).slice(0, 400).toLowerCase().replace(/\band a half\b|\bhalf an? /g, " setengah ")
      .replace(/\/(?=[a-z]{2})/g, " per ").match(/p3mi|\d[\d.,]*\d|\d|[a-z\u00c0-\u024f]+/g) || [];
  }

  /* What a written number is: `1.500.000`, `1,5`, `2.5`; NaN for what is none. */
  function numeric(token) {
    if (!/^\d/.test(token)) return NaN;
    if (GROUPED.test(token)) return +token.replace(/[.,]00$/, "").replace(/[.,]/g, "");
    var decimal = /^(\d+)[.,](\d\d?)$/.exec(token);
    return decimal ? +(decimal[1] + "." + decimal[2]) : NaN;
  }

  // Money

  /* One word of an amount ("jutaan" as "juta"), added to what was read so far; false where the amount ends. */
  function add(sum, token) {
    var own = numeric(token);
    token = token.replace(/(juta|jt|ribu|rb)an$/, "$1");
    if (own === own) {
      if (sum.low) return false;
      sum.low = own;
    } else if (WHOLE[token]) {
      sum.total += sum.unit = WHOLE[token];
    } else if (UNITS[token] && sum.words) {
      sum.unit = UNITS[token];
      sum.total += (sum.part + sum.low) * sum.unit;
      sum.part = sum.low = 0;
    } else if (token === "setengah") {
      if (sum.low || !sum.unit) sum.low += 0.5;
      else sum.total += sum.unit / 2;
    } else return addWord(sum, token);
    return sum.words += 1;
  }

  function addWord(sum, token) {
    if (token === "belas") sum.low += 10;
    else if (token === "puluh") sum.low *= 10;
    else if (token === "seratus") sum.part += 100;
    else if (token === "ratus" || token === "hundred") {
      sum.part += sum.low * 100;
      sum.low = 0;
    } else if (DIGITS[token]) {
      sum.part += sum.low;
      sum.low = DIGITS[token];
    } else return false;
    return sum.words += 1;
  }

  function sumAt(tokens, at) {
    var sum = { total: 0, part: 0, low: 0, unit: 0, words: 0 };
    while (at < tokens.length && add(sum, tokens[at])) at++;
    return sum;
  }

  /* The amount that begins at a place: {value, at, to}, or null; "dua juta lima ratus" means five hundred thousand. */
  function moneyAt(tokens, at) {
    var sum = sumAt(tokens, at), to = at + sum.words, rest = sum.part + sum.low;
    if (sum.unit === 1e6 && rest >= 100 && rest < 1000) rest *= 1000;
    if (!sum.unit && !(rest >= PLAIN || tokens[at - 1] === "rp" || /^\d{2,3}[.,]\d{3}$/.test(tokens[at]))) return null;
    var value = Math.round(sum.total + (sum.unit && rest < 1000 ? 0 : rest));
    return value > 0 ? { value: value, at: at, to: to } : null;
  }

  function moneys(tokens) {
    var found = [];
    for (var i = 0; i < tokens.length; i++) {
      var one = moneyAt(tokens, i);
      if (!one) continue;
      found.push(one);
      i = one.to - 1;
    }
    return found;
  }

  // Phrases

  /* Where phrases of a meaning stand: [{at, to}], longer ones first. */
  function places(state, meaning) {
    var found = [];
    S.phrasesOf(state.site, meaning).forEach(function (phrase) {
      state.words.forEach(function (_, at) {
        if (phrase.every(function (word, i) { return like(state.site, word, state.words[at + i] || ""); })) {
          found.push({ at: at, to: at + phrase.length });
        }
      });
    });
    return found.sort(function (one, other) { return (other.to - other.at) - (one.to - one.at) || one.at - other.at; });
  }

  /* Whether a word was typed, or something that is no word and one letter away. */
  function like(site, word, typed) {
    if (word === typed || word + "nya" === typed || word + "s" === typed) return true;
    if (word.length <= W.SURE || !W.meant(word, typed)) return false;
    T.vocabulary(site);
    return !site.words[typed];
  }

  /* All that a kind of meanings may be here, the longest phrase first, none inside another: [{value, at, to}]. */
  function choices(state, kind) {
    var found = [];
    (state.site.data.sayings || []).forEach(function (row) {
      if (row[0].lastIndexOf(kind + "=", 0) !== 0) return;
      places(state, row[0]).forEach(function (place) {
        found.push({ value: row[0].slice(kind.length + 1), at: place.at, to: place.to });
      });
    });
    found.sort(function (one, other) { return (other.to - other.at) - (one.to - one.at) || one.at - other.at; });
    return found.filter(function (one, i) {
      return found.slice(0, i).every(function (other) { return one.to <= other.at || one.at >= other.to; });
    });
  }

  function set(state, name, value) {
    if (state.inputs[name] === undefined) state.inputs[name] = value;
  }

  function count(token) {
    var value = DIGITS[token] || numeric(token);
    return value === Math.floor(value) ? value : 0;
  }

  /* The nearest place of a word to a token: how many tokens lie between; Infinity without one. */
  function away(list, at) {
    return list.reduce(function (least, one) {
      return Math.min(least, one.to <= at ? at - one.to : one.at > at ? one.at - at - 1 : 0);
    }, Infinity);
  }

  // What is read

  function readWork(state) {
    var work = choices(state, "occupation")[0], group = choices(state, "segment")[0];
    var known = work && (state.site.data.works || {})[work.value];
    if (work) set(state, "occupation", work.value);
    if (known && known[0]) {
      set(state, "segment", known[0]);
      if (known[1] && known[1] !== "other") set(state, "sector", known[1]);
    } else if (group) set(state, "segment", group.value);
    if (group && group.value === "pmi") {
      delete state.inputs.occupation;
      state.inputs.segment = "pmi";
      delete state.inputs.sector;
    }
  }

  /* Whether an amount is something else than income: a contribution, a debt, what it costs ("bayar 16.800"). */
  function spent(state, one) {
    var other = places(state, "word=howmuch").concat(places(state, "word=income"));
    if (LIMIT.test(state.tokens[one.at - 1] || "")) return true;
    return places(state, "word=spent").some(function (said) {
      return one.at - said.to < 2 && one.at >= said.to && !other.some(function (near) { return near.to === one.at; });
    });
  }

  /* Whether a month is said right beside an amount ("1,5 juta sebulan"): then it is not of a day, nor of a year. */
  function ofMonth(state, one) {
    var before = state.tokens.slice(Math.max(one.at - 2, 0), one.at);
    return [state.tokens.slice(one.to, one.to + 2), before, before.slice(1)].some(function (beside) {
      return A_MONTH.test(beside.join(" "));
    });
  }

  /* Amounts side by side leave open which one is meant ("sejuta sampai dua juta", "kotor 4 juta bersih 1,5 juta"). */
  function several(found) {
    return found.some(function (one, i) {
      return i > 0 && one.at - found[i - 1].to < 2 && one.value !== found[i - 1].value;
    });
  }

  function readIncome(state) {
    var found = moneys(state.tokens).filter(function (one) { return !spent(state, one); });
    if (!found.length) return;
    if (several(found) || RANGE.test(state.text) || BETWEEN.test(state.text)) return state.asks.push("income");
    found.forEach(function (one) {
      for (var i = one.at; i < one.to; i++) state.used[i] = true;
    });
    var said = places(state, "word=income");
    found.sort(function (one, other) { return away(said, one.at) - away(said, other.at) || one.at - other.at; });
    if (places(state, "unit=day").length && !ofMonth(state, found[0])) {
      state.inputs.income = "day";
      return state.asks.push("income");
    }
    set(state, "income", found[0].value);
  }

  /* Months and years beside a number: of age, of contributions, of a contract, of illness. */
  function readTimes(state) {
    var month = places(state, "unit=month"), year = places(state, "unit=year");
    state.tokens.forEach(function (token, at) {
      var many = count(token), isYear = away(year, at) === 0 && year.some(function (one) { return one.at === at + 1; });
      var isMonth = month.some(function (one) { return one.at === at + 1; });
      if (many && !state.used[at] && (isYear || isMonth)) readTime(state, at, many, isYear);
    });
    readAge(state);
  }

  function readTime(state, at, many, isYear) {
    var kinds = { paid_months: "word=paid", contract: "word=contract", sick_months: "word=idle" };
    var best = "", least = NEAR;
    Object.keys(kinds).forEach(function (name) {
      var far = away(places(state, kinds[name]).filter(function (one) {
        return one.to <= at || name !== "paid_months";
      }), at);
      if (far < least) {
        best = name;
        least = far;
      }
    });
    if (away(places(state, "word=age"), at) < least) best = "";
    if (!best && !isYear && state.inputs.segment === "pmi") best = "contract";
    if (best) {
      state.used[at] = true;
      set(state, best, many * (isYear ? 12 : 1));
    } else if (isYear && many >= YOUNGEST && many <= OLDEST) set(state, "age", many);
  }

  function readAge(state) {
    var said = places(state, "word=age"), month = places(state, "unit=month");
    state.tokens.forEach(function (token, at) {
      var before = said.some(function (one) { return one.to === at; }), sum = before && sumAt(state.tokens, at);
      var many = /^\d\d$/.test(token) ? +token : sum && !sum.unit ? sum.part + sum.low : 0;
      if (state.used[at] || many < YOUNGEST || many > OLDEST) return;
      if (month.some(function (one) { return one.at === at + 1; })) return;
      if (before || aside(state, at) || state.tokens[at - 1] === "at") set(state, "age", many);
    });
  }

  /* Whether a number stands by itself between commas: "fisherman, 40, two children". */
  function aside(state, at) {
    var after = state.tokens[at + 1];
    return new RegExp(", ?" + state.tokens[at] + "(,|$)").test(state.text) && !UNITS[after];
  }

  function readChildren(state) {
    var child = places(state, "word=child"), stages = choices(state, "children"), kids = 0, list = [];
    child.forEach(function (one) {
      var after = free(state, one.to), before = free(state, one.at - 1);
      kids = kids || after || before;
    });
    if (!child.length) return;
    stages.sort(function (one, other) { return one.at - other.at; });
    stages.forEach(function (one) {
      var many = free(state, one.at - 1) || free(state, one.to) || 1;
      if (stages.length === 1 && kids > many) many = kids;
      if (stages.length > 1 && many === kids) many = 1;
      while (many-- > 0 && list.length < 9) list.push(one.value);
    });
    if (list.length && (!kids || list.length === kids) && !apart(state, stages)) {
      set(state, "children", list.join(","));
    } else if (kids && kids < 15) {
      set(state, "kids", kids);
      state.asks.push("children");
    }
  }

  /* Whether each school has its own number of children ("two children in primary school and one in junior high"). */
  function apart(state, stages) {
    var many = stages.map(function (one) {
      for (var at = one.at; FILLER.test(state.tokens[at - 1] || "");) at--;
      return { count: free(state, at - 1), apart: at < one.at };
    });
    return many.length > 1 && many.every(function (one) { return one.count; }) &&
      many.some(function (one) { return one.apart && one.count > 1; });
  }

  function free(state, at) {
    return state.used[at] || at < 0 ? 0 : count(state.tokens[at] || "");
  }

  /* Whether "not" stands before a place ("bukan karena kerja", "not an accident at work"). */
  function denied(state, at) {
    do at--; while (LINK.test(state.tokens[at] || ""));
    return NOT.test(state.tokens[at] || "");
  }

  /* What somebody died of, as far as it was said: work, or another cause (`illness`). */
  function causes(state) {
    return choices(state, "cause").map(function (one) {
      if (!denied(state, one.at)) return one.value;
      return one.value === "work" ? "illness" : "";
    });
  }

  function readEvent(state) {
    var events = choices(state, "event").map(function (one) { return one.value; }), cause = causes(state);
    var order = ["work-disability", "died", "layoff", "retirement", "hurt"];
    var event = order.filter(function (one) { return events.indexOf(one) >= 0; })[0];
    if (event === "hurt") event = "work-sick";
    if (event === "died") {
      if (state.inputs.segment === "pmi" || cause.indexOf("illness") >= 0) event = "death";
      else if (cause.indexOf("work") >= 0) event = "work-death";
      else state.asks.push("event");
    }
    if (event) set(state, "event", event);
    if (event === "layoff" || event === "retirement") set(state, "segment", "pu");
  }

  function readRest(state) {
    ["payer", "size", "placement"].forEach(function (name) {
      var best = choices(state, name)[0];
      if (best && (name !== "size" || state.inputs.segment === "pu")) set(state, name, best.value);
    });
    if (!state.inputs.segment && state.inputs.size) state.inputs.segment = "pu";
  }

  /* Whether enough was said: a number with a kind of work, or what happened and the wish to know how much. */
  function enough(state) {
    var said = state.inputs, numbers = ["income", "age", "kids", "children", "paid_months", "sick_months", "contract"]
      .filter(function (name) { return said[name] !== undefined; }).length;
    var work = said.segment || said.occupation, wants = places(state, "word=howmuch").length > 0;
    if (work && (numbers || state.asks.indexOf("income") >= 0)) return true;
    return Boolean(work && said.event && wants || said.income && wants && places(state, "word=income").length);
  }

  /* Reads a description; nothing is read of what people in need say, or of what belongs to another office. */
  function read(site, text) {
    var tokens = tokensOf(text);
    var state = { site: site, text: String(text).slice(0, 400).toLowerCase(), tokens: tokens, words: tokens,
      inputs: {}, asks: [], used: W.map() };
    if (!tokens.length || S.says(site, text, "help") || S.says(site, text, "elsewhere")) {
      return { described: false, inputs: {}, asks: [] };
    }
    readWork(state);
    readIncome(state);
    readTimes(state);
    readChildren(state);
    readEvent(state);
    readRest(state);
    return { described: enough(state), inputs: state.inputs, asks: state.asks };
  }

  /* The fragment of the estimator for what was understood: only its own inputs, and only what is certain. */
  function fragment(read) {
    var names = ["segment", "income", "sector", "payer", "age", "placement", "contract", "size", "event", "paid_months",
      "sick_months", "children"];
    var said = read.inputs, bpu = said.segment !== "pu";
    return "#" + names.filter(function (name) {
      return said[name] !== undefined && said[name] !== "day" && said[name] !== "died" && !(name === "age" && bpu);
    }).map(function (name) { return name + "=" + encodeURIComponent(said[name]).replace(/%2C/g, ","); }).join("&");
  }

  return { fragment: fragment, moneys: moneys, read: read, tokensOf: tokensOf, STAGES: STAGES };
})();
