/*
Lists of members: what columns, cells and rows mean, as the command reads them (guide.estimator.member_list). One
classic script in ES5, after the engine; it needs no page. `terms`, which `open` returns, is what the data say: the
names of columns, words of values, months and marks. Cells are texts, numbers or days {day: "2026-11-01"}. A list that
cannot be used throws {mistakes: [{name, sentence, values}]}.
*/
var MemberRules = (function () {
  "use strict";
  var has = Estimator.has, each = Estimator.each, copy = Estimator.copy, among = Estimator.among;
  var FIRST_ROWS = 10, LOOKED_AT = 200, REMEMBERED = 50000, MOST_COLUMNS = 2000, MOST_ROWS = 1048576, PHRASE = 4;
  var MOST_DIGITS = { ribu: 5, juta: 3, tahun: 2 }, LEAST_INCOME = 10000;
  var IN_MONTHS = ["contract", "months", "paid_months", "sick_months"];
  var READ = ["occupation", "birth", "year"];
  var NOTHING = new RegExp(Estimator.EDGES.source.replace("|", "[-–—]?"));
  var A_DAY = /^(\d{1,2})[-\/. ](\d{1,2})[-\/. ](\d{4}|\d{2})(?: [\d:.]+)?$/;
  var A_MONTH = new RegExp("^([12]\\d{3})(?:[-/. ]?(0[1-9]|1[0-2])|[-/. ]([1-9]))" +
    "(?:[-/. ](?:0?[1-9]|[12]\\d|3[01]))?(?:[T ][\\d:.]+)?$");

  /** Return the error of a list that cannot be used. */
  function stop(sentence, values) {
    return { mistakes: [{ name: "", sentence: "list-" + sentence, values: values || {} }] };
  }

  // Cells: guide.estimator.member_list.cells

  function trim(text) {
    return text.replace(Estimator.EDGES, "");
  }

  function textOf(cell) {
    return typeof cell === "string" ? cell : cell.day || String(cell);
  }

  /** Return the text of a row's cell without blanks around; rows may be shorter than their header. */
  function textAt(row, at) {
    return at < row.length ? textOf(row[at]).trim() : "";
  }

  function isEmpty(cell) {
    return typeof cell === "string" && NOTHING.test(cell);
  }

  function isBlank(row) {
    return !row.some(function (cell) { return cell !== "" && (typeof cell !== "string" || trim(cell)); });
  }

  function squeezed(text, mark) {
    return text.toLowerCase().replace(/[^a-z0-9]+/g, mark);
  }

  /** Fold a title: `No. KTP ` is `no_ktp`. */
  function normal(text) {
    return squeezed(text, "_").replace(/^_+|_+$/g, "");
  }

  /** Fold a text into words of small letters: ` Ya, benar!` is `ya benar`. */
  function wordsIn(text) {
    return squeezed(text, " ").replace(/^ | $/g, "");
  }

  // What the data say

  /** Return the terms of a language. `data`: titles, words and occupations (guide.estimator.member_list.browser). */
  function open(rules, data, today) {
    var terms = { inputs: rules.inputs, data: data, today: today, words: {}, shown: {}, sure: {}, weaker: {},
      spoken: {}, months: {}, totals: {}, periods: {}, paid: {}, ticks: {}, blanks: {},
      crosses: {}, around: {} };
    var byInput = {};
    rules.inputs.names.forEach(function (name) { terms.sure[name] = name; });
    data.columns.forEach(function (column) {
      byInput[column.input] = column.values;
      terms.around[column.input] = column.around;
      column.names.forEach(function (name) { terms.sure[name] = column.input; });
      column.weaker.forEach(function (name) { terms.weaker[name] = column.input; });
      addValues(terms, column);
    });
    each(rules.inputs.choices, function (name, known) {
      terms.words[name] = terms.words[name] || {};
      known.forEach(function (value) { terms.words[name][wordsIn(value)] = value; });
    });
    each(byInput.month || {}, function (number, all) {
      all.forEach(function (word) { terms.months[word] = number; });
    });
    each({ total: "totals", month: "periods", paid: "paid", yes: "ticks", no: "blanks",
      cross: "crosses" }, function (value, name) {
      ((byInput.row || {})[value] || []).forEach(function (word) { terms[name][wordsIn(word)] = true; });
    });
    return terms;
  }

  function addValues(terms, column) {
    var words = terms.words[column.input] = {}, shown = terms.shown[column.input] = {};
    each(column.values, function (value, all) {
      if (all.length) shown[value] = all[0];
      all.forEach(function (word) { words[wordsIn(word)] = value; });
    });
  }

  /** Return the word that messages use for a value. */
  function show(terms, name, value) {
    var shown = terms.shown;
    return terms.data.english || !has(shown, name) || !has(shown[name], value) ? value : shown[name][value];
  }

  // Months and days: guide.estimator.member_list.dates

  function full(year, latest) {
    return year.length === 4 ? year : ("20" + year <= latest ? "20" : "19") + year;
  }

  function two(number) {
    return ("0" + number).slice(-2);
  }

  /** Return the month of a cell, such as `2026-11`; of what is none, an empty text. `latest`: year of two digits. */
  function monthOf(terms, cell, monthFirst, latest) {
    var text, parts;
    if (cell.day) return cell.day.slice(0, 7);
    text = textOf(cell).trim();
    parts = A_MONTH.exec(text);
    if (parts) return parts[1] + "-" + two(parts[2] || parts[3]);
    parts = /^(0?[1-9]|1[0-2])[-\/. ]([12]\d{3})$/.exec(text);
    if (parts) return parts[2] + "-" + two(parts[1]);
    parts = A_DAY.exec(text);
    return parts ? monthOfDay(parts, monthFirst, latest) : monthInWords(terms, wordsIn(text), latest);
  }

  function monthOfDay(parts, monthFirst, latest) {
    var swapped = monthFirst || +parts[2] > 12 && +parts[1] <= 12;
    var month = +parts[swapped ? 1 : 2], day = +parts[swapped ? 2 : 1];
    return month >= 1 && month <= 12 && day >= 1 && day <= 31 ? full(parts[3], latest) + "-" + two(month) : "";
  }

  function monthInWords(terms, text, latest) {
    var months = terms.months, parts = /^(?:[0-3]?\d )?([a-z]+) (\d{4}|\d{2})$/.exec(text);
    if (parts) return has(months, parts[1]) ? full(parts[2], latest) + "-" + months[parts[1]] : "";
    parts = /^([12]\d{3}) ([a-z]+)$/.exec(text);
    return parts && has(months, parts[2]) ? parts[1] + "-" + months[parts[2]] : "";
  }

  /** Return the month of a cell that names none but its number or name, in a year of its own column. */
  function ofYear(terms, cell, year) {
    var word = wordsIn(textOf(cell)), start = +word.slice(0, 3);
    var number = has(terms.months, word) ? terms.months[word] :
      /^\d+$/.test(word) && start >= 1 && start <= 12 ? two(word) : "";
    return number && /^(19|20)\d\d$/.test(year) ? year + "-" + number : "";
  }

  function birthOf(terms, cell, monthFirst) {
    cell = cell.day ? cell : textOf(cell).replace(/^[^0-9]+/, "").trim()
      .replace(/^([0-3]\d)([01]\d)((?:19|20)\d\d)$/, "$1-$2-$3");
    return monthOf(terms, cell, monthFirst, terms.today.slice(0, 4));
  }

  /** Return whether days stand month first: one is above 12 in the second place, and none in the first. */
  function monthComesFirst(cells) {
    var days = cells.map(function (cell) {
      return typeof cell === "string" && A_DAY.exec(cell.trim());
    }).filter(Boolean);
    function over(at) {
      return days.some(function (day) { return +day[at] > 12; });
    }
    return over(2) && !over(1);
  }

  function ageIn(month, birth) {
    return +month.slice(0, 4) - birth.slice(0, 4) - (month.slice(5) < birth.slice(5) ? 1 : 0);
  }

  // Values: guide.estimator.member_list.values

  function choice(terms, name, cell) {
    var text = textOf(cell).trim(), words = terms.words[name], key = wordsIn(text), parts = {};
    if (has(words, key)) return words[key];
    text.split(/[\][(),;\/:–—-]/).forEach(function (part) {
      if (wordsIn(part)) parts[has(words, wordsIn(part)) ? words[wordsIn(part)] : ""] = true;
    });
    if (only(parts)) return only(parts);
    if (name === "sector") return occupation(terms, cell).split("|")[1] || text;
    return name === "payer" && only(phrasesIn(words, key.split(" "))) || text;
  }

  /** Return whether a cell holds a value of an input that we know. */
  function knows(terms, name, cell) {
    var words = terms.words[name], read = "," + (isEmpty(cell) ? "" : valueOf(terms, name, cell)) + ",";
    return Object.keys(words).some(function (word) {
      return read.indexOf("," + words[word].replace(/ /g, ",") + ",") >= 0;
    });
  }

  function listOf(terms, name, cell) {
    var known = terms.words[name], text = textOf(cell).trim(), values = [], programs = name === "programs";
    var between = programs ? /[\][,;\/+&|.()–—\n-]|\bdan\b|\band\b|\bserta\b/i : /[,;\/+&]|\bdan\b|\band\b/i;
    if (has(known, wordsIn(text))) return known[wordsIn(text)].replace(/ /g, ",");
    text.split(between).forEach(function (part) {
      var key = wordsIn(part);
      if (!part.trim()) return;
      if (has(known, key)) values.push(known[key]);
      else part.trim().split(/\s+/).forEach(function (word) {
        key = wordsIn(word);
        if (!among(terms.around[name] || [], key)) values.push(has(known, key) ? known[key] : word);
      });
    });
    return values.join(",").replace(/ /g, ",").split(",").filter(function (value, at, all) {
      return !programs || all.indexOf(value) === at;
    }).join(",");
  }

  // Amounts: guide.estimator.member_list.amounts

  /** Return an amount as the engine reads it: without `per bulan`, and no part of a rupiah. */
  function money(name, cell) {
    var text = textOf(cell).trim();
    if (typeof cell === "number" && cell % 1) throw Estimator.wrong(name, "money", { bad: text });
    text = text.replace(/^(?:±|\+\/-|\+-|sekitar|kira[- ]kira|kurang lebih)\s*/i, "")
      .replace(/\s*\(?(?:\/|per|tiap|se)\s*(?:bulan|bln|bl|month)\.?\)?$/i, "")
      .replace(/([0-9a-z])\s*[.,;]?\s*[-–—=]*\s*$/i, "$1")
      .replace(/([0-9])[ \u00a0\u202f'’](?=[0-9]{3}(?![0-9]))/g, "$1.")
      .replace(/(jt|juta|ribu|rb)[- ]?an$/i, "$1");
    return /^\d{4,}\.0$/.test(text) ? text.slice(0, -2) : text;
  }

  /** Return a cell with the unit of its column behind its number. */
  function inFull(name, cell, unit) {
    var text = textOf(cell).trim();
    if (!unit || !/^(?:rp\.?\s*)?[0-9][0-9.,]*$/i.test(text)) return cell;
    if (text.replace(/[^0-9]/g, "").length > MOST_DIGITS[unit]) throw Estimator.wrong(name, "money", { bad: text });
    return text + " " + unit;
  }

  /** Return an income as it was read; one that can only count in thousands is a mistake. */
  function plausible(name, text, cell) {
    var amount = text && Estimator.readMoney(text);
    if (amount && amount < LEAST_INCOME) throw Estimator.wrong(name, "money", { bad: textOf(cell) });
    return text;
  }

  /** Return a number as text without its unit; years of what is told in months are twelve each. */
  function whole(name, cell) {
    var text = textOf(cell).trim();
    var parts = /^(\d{1,6})\s*(?:(th|thn|tahun|years?)|bln|bulan|months?|orang|jiwa|people)\.?$/i.exec(text);
    return !parts ? text : parts[2] && among(IN_MONTHS, name) ? String(parts[1] * 12) : parts[1];
  }

  function only(all) {
    var keys = Object.keys(all);
    return keys.length === 1 ? keys[0] : "";
  }

  /** Return `segment|sector` as far as the occupations in a cell agree. */
  function occupation(terms, cell) {
    var jobs = phrasesIn(terms.words.occupation || {}, wordsIn(textOf(cell)).split(" "));
    var segments = {}, sectors = {};
    each(jobs, function (id) {
      (terms.data.ways[id] || []).forEach(function (way) {
        segments[way[0]] = true;
        sectors[way[1]] = true;
      });
    });
    return only(segments) + "|" + only(sectors);
  }

  /** Return the values that words name, the longest phrases first; none where one says that it is not so. */
  function phrasesIn(known, words) {
    var found = {}, at = 0, size, phrase;
    while (at < words.length) {
      for (size = PHRASE; size > 1; size--) {
        if (at + size <= words.length && has(known, words.slice(at, at + size).join(" "))) break;
      }
      phrase = words.slice(at, at + size).join(" ");
      if (has(known, phrase)) found[known[phrase]] = true;
      at += size;
    }
    return has(found, "not") ? {} : found;
  }

  /** Return whether a cell is ticked; null where it is neither a tick nor left free. `crossed`: a cross is a tick. */
  function tick(terms, cell, crossed) {
    var text = wordsIn(textOf(cell).replace(/[✓✔√☑]/g, "v")), cross = has(terms.crosses, text);
    return has(terms.ticks, text) || crossed && cross ? true :
      isEmpty(cell) || has(terms.blanks, text) || cross ? false : null;
  }

  /** Return the one program that a title names, or an empty text. */
  function programOf(terms, title) {
    var words = wordsIn(title).split(" ").filter(function (word) { return !among(terms.around.programs, word); });
    var known = terms.words.programs, name = words.join(" ");
    return has(known, name) && among(terms.inputs.choices.programs, known[name]) ? known[name] : "";
  }

  /** Return the one month that the rows above a list name for it, or nothing. */
  function monthAbove(terms, rows) {
    var months = {};
    rows.forEach(function (row) {
      var text = wordsIn(row.map(textOf).join(" ")), period = /\b[a-z]+ (?:19|20)\d\d\b/g, named, before, month;
      function isBefore(word) {
        return before.indexOf(" " + word + " ") >= 0;
      }
      while ((named = period.exec(text))) {
        before = " " + text.slice(0, named.index);
        month = monthOf(terms, named[0], false, "2099");
        if (month && (Object.keys(terms.periods).some(isBefore) ||
            !/\b(?:\d{1,2}|per|dicetak|tanggal|tgl) $/.test(before) && Object.keys(terms.paid).some(isBefore))) {
          months[month] = true;
        }
      }
    });
    return only(months);
  }

  /** Return the text that the engine reads for a cell of a role. */
  function valueOf(terms, role, cell) {
    var inputs = terms.inputs;
    if (among(inputs.lists, role)) return listOf(terms, role, cell);
    if (has(inputs.choices, role)) return choice(terms, role, cell);
    if (among(inputs.money, role)) return money(role, cell);
    if (has(inputs.whole, role)) return whole(role, cell);
    return role === "occupation" ? occupation(terms, cell) : textOf(cell).trim();
  }

  // Titles: guide.estimator.member_list.titles

  /**
   * Return the header among the first rows: {rows, columns: [{place, title, role}], unclear: [mistakes], above}.
   * `chosen`: roles by place.
   */
  function headerOf(terms, rows, chosen) {
    var best = -1, most = -1, taken = 1, seen = Math.min(rows.length, FIRST_ROWS), cells, joined, header;
    rows.slice(0, FIRST_ROWS).forEach(function (row, at) {
      var titles = isBlank(row) ? -1 : knownTitles(terms, row);
      if (titles > most) {
        most = titles;
        best = at;
      }
    });
    if (best < 0) throw stop("empty");
    if (!most) throw stop("no-header");
    cells = rows[best].map(textOf);
    joined = best + 1 < seen ? join(terms, cells, rows[best + 1]) : null;
    if (joined) {
      cells = joined;
      taken = 2;
    }
    if (best + taken < seen && isNumbering(rows[best + taken])) taken += 1;
    header = columnsOf(terms, cells, best + taken, chosen || {});
    header.above = rows.slice(0, best);
    return header;
  }

  function roleOf(terms, title) {
    var name = normal(title);
    return has(terms.sure, name) ? terms.sure[name] : has(terms.weaker, name) ? terms.weaker[name] :
      spoken(terms, name).role;
  }

  /** Return whether a title means a role whatever the other columns are. */
  function isSure(terms, title, role) {
    var name = normal(title);
    return has(terms.sure, name) ? terms.sure[name] === role :
      !has(terms.weaker, name) && spoken(terms, name).role === role && spoken(terms, name).sure;
  }

  /** Return the role of a title of several words, and whether that is sure: a name between words around it. */
  function spoken(terms, name) {
    var words = name.split("_"), sure = "";
    if (!has(terms.spoken, name)) {
      if (words.length > 1) sure = between(terms, words, [terms.sure]);
      terms.spoken[name] = { sure: !!sure,
        role: sure || (words.length > 1 ? between(terms, words, [terms.sure, terms.weaker]) : "") };
    }
    return terms.spoken[name];
  }

  function between(terms, words, tables) {
    var role = "";
    terms.data.columns.some(function (column) {
      var rest = words.filter(function (word) {
        return !among(column.around, word) && !unitOf(column, word);
      });
      function isName(name) {
        return tables.some(function (table) { return has(table, name) && table[name] === column.input; });
      }
      if (rest.length && (isName(rest.join("_")) || rest.every(isName))) role = column.input;
      return role;
    });
    return role;
  }

  /** Return what a word of a title says that the cells count in, or nothing. */
  function unitOf(column, word) {
    return Object.keys(column.counted).filter(function (unit) { return among(column.counted[unit], word); })[0] || "";
  }

  /** Return in what the cells of a column count, as its title says, or nothing. */
  function unitOfTitle(terms, title, role) {
    var column = terms.data.columns.filter(function (other) { return other.input === role; })[0];
    return column ? normal(title).split("_").map(function (word) { return unitOf(column, word); })
      .filter(Boolean)[0] || "" : "";
  }

  /** Return how many known titles a row has. */
  function knownTitles(terms, row) {
    return row.filter(function (cell) { return typeof cell === "string" && roleOf(terms, cell); }).length;
  }

  /** Return the titles of two rows as one, or null where the second row is none of titles. */
  function join(terms, upper, lower) {
    var titles = [], spread = "", free = false, below = 0, good = 0, at, top, under, both, more;
    if (isBlank(lower) || !lower.every(function (cell) { return typeof cell === "string"; })) return null;
    for (at = 0; at < Math.max(upper.length, lower.length); at++) {
      top = upper[at] || "";
      under = lower[at] || "";
      spread = top.trim() ? top : under.trim() ? spread : "";
      both = (spread + " " + under).trim();
      titles.push(!under.trim() ? top : roleOf(terms, both) || !roleOf(terms, under) ? both : under);
      free = free || top.trim() && !under.trim();
      if (under.trim()) {
        below += 1;
        if (roleOf(terms, titles[at])) good += 1;
      }
    }
    if (!free || !good || good * 2 < below) return null;
    more = knownTitles(terms, titles) - knownTitles(terms, upper);
    return more > 0 || !more && titles.join("\n") !== upper.join("\n") ? titles : null;
  }

  /** Return whether a row numbers its columns: 1, 2, 3. */
  function isNumbering(row) {
    var cells = row.map(function (cell) {
      return textOf(cell).trim().replace(/^[()[\]]+|[()[\]]+$/g, "");
    }).filter(Boolean);
    return cells.length > 2 && cells.every(function (cell, at) { return cell === String(at + 1); });
  }

  function columnsOf(terms, titles, rows, chosen) {
    var roles = titles.map(function (title, at) { return has(chosen, at) ? chosen[at] : roleOf(terms, title); });
    var unclear = twice(terms, titles, roles, chosen).concat(nearTitles(terms, titles, roles, chosen));
    return { rows: rows, unclear: unclear, columns: titles.map(function (title, at) {
      return { place: at, title: title, role: roles[at], unit: unitOfTitle(terms, title, roles[at]),
        weaker: !has(chosen, at) && !isSure(terms, title, roles[at]) };
    }) };
  }

  /** Leave each role to one column, and return the mistakes where two would have it. */
  function twice(terms, titles, roles, chosen) {
    var unclear = [];
    roles.filter(function (role, at) { return role && roles.indexOf(role) === at; }).forEach(function (role) {
      var places = [], kept;
      if (among(["other", "nik", "place"], role)) return;
      roles.forEach(function (other, at) {
        if (other === role) places.push(at);
      });
      if (places.length < 2) return;
      kept = places.filter(function (at) { return has(chosen, at); });
      if (!kept.length) kept = places.filter(function (at) { return isSure(terms, titles[at], role); });
      if (!kept.length) kept = places;
      if (kept.length > 1 && among(terms.inputs.names, role)) {
        unclear.push({ name: role, sentence: "list-two",
          values: { titles: places.map(function (at) { return titles[at].trim(); }) } });
      }
      places.forEach(function (at) {
        if (kept.length > 1 ? at !== places[0] : at !== kept[0]) roles[at] = "other";
      });
    });
    return unclear;
  }

  /** Return a mistake for each title that is nearly one of an input which no column has. */
  function nearTitles(terms, titles, roles, chosen) {
    var unclear = [], known = Object.keys(terms.sure).filter(function (name) { return name.length > 4; });
    titles.forEach(function (title, at) {
      var name = normal(title), good;
      if (roles[at] || has(chosen, at) || name.length < 5) return;
      good = Estimator.closest(name, known);
      if (good && among(terms.inputs.names, terms.sure[good]) && !among(roles, terms.sure[good])) {
        unclear.push({ name: terms.sure[good], sentence: "list-near", values: { bad: title.trim(), good: good } });
      }
    });
    return unclear;
  }

  /** Leave no role to columns of choices whose title is weak and whose cells say nothing we know. */
  function prove(terms, header, rows) {
    var inputs = terms.inputs;
    header.columns.forEach(function (column) {
      if (column.weaker && (has(inputs.choices, column.role) || among(inputs.lists, column.role)) &&
          !rows.some(function (row) {
            return column.place < row.length && knows(terms, column.role, row[column.place]);
          })) column.role = "";
    });
  }

  function ofRole(header, role) {
    return header.columns.filter(function (column) { return column.role === role; })[0];
  }

  // Rows: guide.estimator.member_list.rows

  /** Return the state in which rows are told apart: places of columns, whether a total or a blank row was passed. */
  function kindsOf(terms, header) {
    var name = ofRole(header, "name");
    var kinds = { titles: header.columns.map(function (column) { return column.title.trim(); }), persons: [], money: {},
      inside: {}, name: name ? name.place : -1, afterTotal: false, afterBlank: false };
    header.columns.forEach(function (column) {
      if (among(["nik", "birth", "segment"], column.role)) kinds.persons.push(column.place);
      if (column.role === "income") kinds.money[column.place] = true;
      if (column.role === "name" || among(terms.inputs.names, column.role)) kinds.inside[column.place] = true;
    });
    return kinds;
  }

  function isNote(kinds, row, filled) {
    return !filled.some(function (at) {
      return among(kinds.persons, at) || at === kinds.name && !kinds.afterTotal ||
        has(kinds.money, at) && /^\s*(?:rp|idr)?\.?\s*[0-9]/i.test(textOf(row[at]));
    });
  }

  function isTotal(terms, kinds, row, filled) {
    var first, text;
    if (filled.some(function (at) { return among(kinds.persons, at); })) return false;
    first = filled.filter(function (at) { return typeof row[at] === "string"; })[0];
    text = first === undefined || row[first].length >= 200 ? "" : wordsIn(row[first]);
    return Object.keys(terms.totals).some(function (total) {
      return text === total || text.indexOf(total + " ") === 0;
    });
  }

  function isHeading(kinds, row, filled) {
    var first = filled[0], titles = kinds.titles;
    if (filled.length === 1) return kinds.name >= 0 && !has(kinds.inside, first) && typeof row[first] === "string";
    return first < titles.length && textOf(row[first]).trim() === titles[first] && row.length <= titles.length &&
      row.every(function (cell, at) { return textOf(cell).trim() === titles[at]; });
  }

  /** Return what a row is: `member`, `blank` or `left-out`. */
  function kindOf(terms, kinds, row) {
    var filled = [], at;
    var persons = kinds.persons.filter(function (at) { return at < row.length && !isEmpty(row[at]); });
    if (persons.length > 1 && row[persons[0]] !== kinds.titles[persons[0]]) return "member";
    for (at = 0; at < row.length; at++) if (!isEmpty(row[at])) filled.push(at);
    if (!filled.length || filled.length === 1 && !has(kinds.inside, filled[0]) &&
        /^\d+$/.test(textOf(row[filled[0]]).replace(/^[ .]+|[ .]+$/g, ""))) {
      kinds.afterBlank = true;
      return "blank";
    }
    if (isTotal(terms, kinds, row, filled)) {
      kinds.afterTotal = true;
      return "left-out";
    }
    return isHeading(kinds, row, filled) || kinds.name >= 0 && (kinds.afterTotal || kinds.afterBlank) &&
      isNote(kinds, row, filled) ? "left-out" : "member";
  }

  // Questions: guide.estimator.member_list.questions

  /** Return the columns in which programs are ticked, not counted: [{place, program, crossed}]. */
  function tickedOf(terms, header, first) {
    var columns, cells, crossed;
    if (ofRole(header, "programs")) return [];
    columns = header.columns.filter(function (column) {
      return !among(terms.inputs.names, column.role) && programOf(terms, column.title);
    });
    cells = [].concat.apply([], first.map(function (row) {
      return columns.filter(function (column) { return column.place < row.length; })
        .map(function (column) { return row[column.place]; });
    }));
    crossed = !cells.some(function (cell) { return tick(terms, cell); });
    if (!cells.some(function (cell) { return tick(terms, cell, crossed) !== false; })) return [];
    return cells.some(function (cell) {
      return tick(terms, cell, crossed) === null && /\d/.test(textOf(cell));
    }) ? [] : columns.map(function (column) {
      return { place: column.place, program: programOf(terms, column.title), crossed: crossed };
    });
  }

  /**
   * Return how rows of a header are read: {all, ticked, columns, counts}. `given`: inputs of rows that say nothing
   * else; `first`: rows to learn from; `counts`: where what an occupation decided is counted.
   */
  function questionsOf(terms, header, given, first, counts) {
    var all = {};
    each(given, function (name, text) {
      all[name] = valueOf(terms, name, text);
      if (name === "month") all[name] = monthOf(terms, all[name], false, "2099") || all[name];
    });
    return { all: all, ticked: tickedOf(terms, header, first), counts: counts,
      columns: header.columns.filter(function (column) {
        return among(terms.inputs.names, column.role) || among(READ, column.role);
      }).map(function (column) {
        return { place: column.place, role: column.role, unit: column.unit, size: 0,
          beside: among(READ, column.role),
          known: { string: Object.create(null), number: Object.create(null), object: Object.create(null) },
          monthFirst: monthComesFirst(first.map(function (row) {
            return column.place < row.length ? row[column.place] : "";
          })) };
      }) };
  }

  /** Return the text of a column's cell as the engine reads it; what was read before is remembered. */
  function readCell(terms, column, cell) {
    var known = column.known[typeof cell], key = cell.day || cell;
    if (known[key] !== undefined) return known[key];
    if (column.size++ > REMEMBERED) {
      known = column.known[typeof cell] = Object.create(null);
      column.size = 0;
    }
    return known[key] = isEmpty(cell) ? "" : readAs(terms, column, cell);
  }

  function readAs(terms, column, cell) {
    var text;
    if (column.role === "month") return monthOf(terms, cell, column.monthFirst, "2099") || textOf(cell).trim();
    if (column.role === "birth") return birthOf(terms, cell, column.monthFirst);
    text = valueOf(terms, column.role, inFull(column.role, cell, column.unit));
    return column.role === "income" ? plausible(column.role, text, cell) : text;
  }

  /** Return the inputs that a row says. */
  function questionOf(terms, questions, row) {
    var inputs = copy(questions.all), beside = { year: "", birth: "", occupation: "" };
    var columns = questions.columns, ticked, at, text;
    for (at = 0; at < columns.length; at++) {
      text = columns[at].place < row.length && readCell(terms, columns[at], row[columns[at].place]);
      if (text) (columns[at].beside ? beside : inputs)[columns[at].role] = text;
    }
    ticked = questions.ticked.filter(function (column) {
      var cell = column.place < row.length ? row[column.place] : "", found = tick(terms, cell, column.crossed);
      if (found === null) throw Estimator.wrong("programs", "choice",
        { known: terms.inputs.choices.programs, bad: textOf(cell) });
      return found;
    });
    if (ticked.length) inputs.programs = ticked.map(function (column) { return column.program; }).join(",");
    if (beside.year && inputs.month && inputs.month.charAt(4) !== "-") {
      inputs.month = ofYear(terms, inputs.month, beside.year) || inputs.month;
    }
    if (beside.occupation) decide(inputs, beside.occupation.split("|"), questions.counts);
    ageOf(terms, inputs, beside.birth);
    if (!inputs.event) delete inputs.children;
    return inputs;
  }

  /** Let an occupation, [segment, sector], decide what a row leaves open. */
  function decide(inputs, way, counts) {
    if (way[0] && !inputs.segment) {
      inputs.segment = way[0];
      counts.segment += 1;
    }
    if (way[1] && inputs.segment === "bpu" && !inputs.sector) {
      inputs.sector = way[1];
      counts.sector += 1;
    }
  }

  /** Set the age from the month of birth; without a segment that knows ages there is none. */
  function ageOf(terms, inputs, birth) {
    var known = terms.inputs.of_segment, month = inputs.month || terms.today.slice(0, 7);
    var asked = !has(known, inputs.segment || "") || among(known[inputs.segment], "age");
    if (birth && asked && month.charAt(4) === "-") inputs.age = String(ageIn(month, birth));
    if (!asked) delete inputs.age;
    if (has(known, inputs.segment || "") && !among(known[inputs.segment], "income")) delete inputs.income;
  }

  /** Return a mistake with values as the reader wrote them. */
  function asWritten(terms, header, row, mistake) {
    var values = copy(mistake.values), name = mistake.name, sentence = mistake.sentence;
    function cellOf(role) {
      var column = ofRole(header, role);
      return column ? textAt(row, column.place) : "";
    }
    if (values.known && values.known.map) {
      values.known = values.known.map(function (value) {
        return show(terms, sentence === "event-only" ? "event" : name, String(value));
      });
    }
    if (has(values, "segment")) values.segment = cellOf("segment") || values.segment;
    if (has(values, "bad") && !among(terms.inputs.lists, name) &&
        among(["choice", "segment-knows", "month", "whole"], sentence)) values.bad = cellOf(name) || values.bad;
    return { name: name, sentence: sentence, values: values };
  }

  return { open: open, stop: stop, textOf: textOf, textAt: textAt, isEmpty: isEmpty, normal: normal, wordsIn: wordsIn,
    monthOf: monthOf, headerOf: headerOf, prove: prove, monthAbove: monthAbove, knownTitles: knownTitles,
    ofRole: ofRole, kindsOf: kindsOf, kindOf: kindOf, tickedOf: tickedOf, questionsOf: questionsOf,
    questionOf: questionOf, asWritten: asWritten, FIRST_ROWS: FIRST_ROWS, LOOKED_AT: LOOKED_AT,
    MOST_COLUMNS: MOST_COLUMNS, MOST_ROWS: MOST_ROWS };
})();
