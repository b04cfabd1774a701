/*
Lists of members: what columns, cells and rows mean, as the command reads them (guide.estimator.member_list). One classic script in
ES5, after the engine; it needs no page. `data`: titles, words and occupations (guide.estimator.member_list.browser); cells are texts,
numbers or days {day: "2026-11-01"}. A list that cannot be used throws {mistakes: [{name, sentence, values}]}.
*/
function memberRules(rules, data, today) {
  "use strict";
  var has = Estimator.has, each = Estimator.each, copy = Estimator.copy, among = Estimator.among;
  var inputs = rules.inputs, names = inputs.names;
  var FIRST_ROWS = 10, LOOKED_AT = 200, REMEMBERED = 50000, MOST_COLUMNS = 2000, MOST_ROWS = 1048576, PHRASE = 4;
  var READ = ["occupation", "birth", "year"];
  var NOTHING = { "": true, "-": true, "–": true, "—": true };
  var byInput = {}, words = {}, shown = {}, sure = {}, weaker = {}, months = {}, totals = {}, periods = {}, ticks = {}, blanks = {};

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

  function isEmpty(cell) {
    return typeof cell === "string" && (has(NOTHING, cell) || has(NOTHING, trim(cell)));
  }

  function isBlank(row) {
    return !row.some(function (cell) { return cell !== "" && (typeof cell !== "string" || trim(cell)); });
  }

  function squeezed(text, mark) {
    return text.toLowerCase().replace(/[^a-z0-9]+/g, mark);
  }

  function normal(text) {
    return squeezed(text, "_").replace(/^_+|_+$/g, "");
  }

  function wordsIn(text) {
    return squeezed(text, " ").replace(/^ | $/g, "");
  }

  // What the data says

  names.forEach(function (name) {
    sure[name] = name;
  });
  data.columns.forEach(function (column) {
    var ends = [""].concat(column.units.map(function (unit) { return "_" + unit; }));
    byInput[column.input] = column.values;
    [[column.names, sure], [column.weaker, weaker]].forEach(function (pair) {
      pair[0].forEach(function (name) {
        ends.forEach(function (one) {
          ends.forEach(function (other) {
            pair[1][name + one + other] = column.input;
          });
        });
      });
    });
    words[column.input] = {};
    shown[column.input] = {};
    each(column.values, function (value, all) {
      if (all.length) shown[column.input][value] = all[0];
      all.forEach(function (word) { words[column.input][wordsIn(word)] = value; });
    });
  });
  each(inputs.choices, function (name, known) {
    words[name] = words[name] || {};
    known.forEach(function (value) { words[name][wordsIn(value)] = value; });
  });
  each(byInput.month || {}, function (number, all) {
    all.forEach(function (word) { months[word] = number; });
  });
  [["total", totals], ["month", periods], ["yes", ticks], ["no", blanks]].forEach(function (pair) {
    ((byInput.row || {})[pair[0]] || []).forEach(function (word) { pair[1][wordsIn(word)] = true; });
  });

  /** The word that messages use for a value. */
  function show(name, value) {
    return data.english || !has(shown, name) || !has(shown[name], value) ? value : shown[name][value];
  }

  // Months and days: guide.estimator.member_list.dates

  function full(year, latest) {
    return year.length === 4 ? year : ("20" + year <= latest ? "20" : "19") + year;
  }

  function two(number) {
    return ("0" + number).slice(-2);
  }

  var A_DAY = /^(\d{1,2})[-\/. ](\d{1,2})[-\/. ](\d{4}|\d{2})(?: [\d:.]+)?$/;

  function monthOf(cell, monthFirst, latest) {
    var text, found, one, other, month, day;
    if (cell.day) return cell.day.slice(0, 7);
    text = textOf(cell).trim();
    found = /^([12]\d{3})(?:[-\/. ]?(0[1-9]|1[0-2])|[-\/. ]([1-9]))(?:[-\/. ](?:0?[1-9]|[12]\d|3[01]))?(?:[T ][\d:.]+)?$/.exec(text);
    if (found) return found[1] + "-" + two(found[2] || found[3]);
    found = /^(0?[1-9]|1[0-2])[-\/. ]([12]\d{3})$/.exec(text);
    if (found) return found[2] + "-" + two(found[1]);
    found = A_DAY.exec(text);
    if (found) {
      one = +found[1];
      other = +found[2];
      month = monthFirst || other > 12 && one <= 12 ? one : other;
      day = month === one && (monthFirst || other > 12 && one <= 12) ? other : one;
      return month >= 1 && month <= 12 && day >= 1 && day <= 31 ? full(found[3], latest) + "-" + two(month) : "";
    }
    text = wordsIn(text);
    found = /^(?:[0-3]?\d )?([a-z]+) (\d{4}|\d{2})$/.exec(text);
    if (found) return has(months, found[1]) ? full(found[2], latest) + "-" + months[found[1]] : "";
    found = /^([12]\d{3}) ([a-z]+)$/.exec(text);
    return found && has(months, found[2]) ? found[1] + "-" + months[found[2]] : "";
  }

  function ofYear(cell, year) {
    var word = wordsIn(textOf(cell));
    var number = has(months, word) ? months[word] : /^\d+$/.test(word) && +word.slice(0, 3) >= 1 && +word.slice(0, 3) <= 12 ? two(word) : "";
    return number && /^(19|20)\d\d$/.test(year) ? year + "-" + number : "";
  }

  function birthOf(cell, monthFirst) {
    return monthOf(cell.day ? cell : textOf(cell).replace(/^[^0-9]+/, ""), monthFirst, today.slice(0, 4));
  }

  function monthComesFirst(cells) {
    var days = cells.map(function (cell) { return typeof cell === "string" && A_DAY.exec(cell.trim()); }).filter(Boolean);
    function over(at) {
      return days.some(function (day) { return +day[at] > 12; });
    }
    return over(2) && !over(1);
  }

  function ageIn(month, birth) {
    return +month.slice(0, 4) - birth.slice(0, 4) - (month.slice(5) < birth.slice(5) ? 1 : 0);
  }

  // Values: guide.estimator.member_list.values

  function choice(name, cell) {
    var text = textOf(cell).trim(), key = wordsIn(text);
    return has(words[name], key) ? words[name][key] : text;
  }

  function listOf(name, cell) {
    var known = words[name], text = textOf(cell).trim(), found = [];
    if (has(known, wordsIn(text))) return known[wordsIn(text)].replace(/ /g, ",");
    text.split(/[,;\/+&]|\bdan\b|\band\b/i).forEach(function (part) {
      var key = wordsIn(part);
      if (!part.trim()) return;
      if (has(known, key)) found.push(known[key]);
      else part.trim().split(/\s+/).forEach(function (word) {
        found.push(has(known, wordsIn(word)) ? known[wordsIn(word)] : word);
      });
    });
    return found.join(",").replace(/ /g, ",");
  }

  function money(name, cell) {
    var text = textOf(cell).trim();
    if (typeof cell === "number" && cell % 1) throw Estimator.wrong(name, "money", { bad: text });
    text = text.replace(/\s*(?:\/|per)\s*(?:bulan|bln|month)\.?$/i, "");
    return /^\d{4,}\.0$/.test(text) ? text.slice(0, -2) : text;
  }

  function whole(cell) {
    var text = textOf(cell).trim();
    var found = /^(\d+)\s*(?:th|thn|tahun|years?|bln|bulan|months?|orang|jiwa|people)\.?$/i.exec(text);
    return found ? found[1] : text;
  }

  function only(all) {
    var keys = Object.keys(all);
    return keys.length === 1 ? keys[0] : "";
  }

  /** `segment|sector` as far as the occupations in a cell agree. */
  function occupation(cell) {
    var text = wordsIn(textOf(cell)).split(" "), known = words.occupation || {}, at = 0, found = {}, segments = {}, sectors = {}, size, phrase;
    while (at < text.length) {
      for (size = PHRASE; size > 1; size--) {
        phrase = text.slice(at, at + size).join(" ");
        if (has(known, phrase) && at + size <= text.length) break;
      }
      phrase = text.slice(at, at + size).join(" ");
      if (has(known, phrase)) {
        if (known[phrase] === "not") return "|";
        found[known[phrase]] = true;
      }
      at += size;
    }
    each(found, function (id) {
      (data.ways[id] || []).forEach(function (way) {
        segments[way[0]] = true;
        sectors[way[1]] = true;
      });
    });
    return only(segments) + "|" + only(sectors);
  }

  /** Whether a cell is ticked; null where it is neither a tick nor left free. */
  function tick(cell) {
    var text = wordsIn(textOf(cell).replace(/[✓✔√☑]/g, "v"));
    return has(ticks, text) ? true : isEmpty(cell) || has(blanks, text) ? false : null;
  }

  /** The one month that the rows above a list name for it, or nothing. */
  function monthAbove(rows) {
    var found = {};
    rows.forEach(function (row) {
      row.forEach(function (cell) {
        var text = wordsIn(textOf(cell)), named = /\b[a-z]+ (?:19|20)\d\d\b/.exec(text);
        if (named && Object.keys(periods).some(function (word) { return (" " + text.slice(0, named.index) + " ").indexOf(" " + word + " ") >= 0; })) {
          found[monthOf(named[0], false, "2099")] = true;
        }
      });
    });
    return only(found);
  }

  function readerOf(role) {
    if (among(inputs.lists, role)) return function (cell) { return listOf(role, cell); };
    if (has(inputs.choices, role)) return function (cell) { return choice(role, cell); };
    if (among(inputs.money, role)) return function (cell) { return money(role, cell); };
    if (has(inputs.whole, role)) return whole;
    if (role === "occupation") return occupation;
    return function (cell) { return textOf(cell).trim(); };
  }

  // Titles: guide.estimator.member_list.titles

  /** The header among the first rows: {rows, columns: [{place, title, role}], unclear: [mistakes]}. `chosen`: roles by place. */
  function headerOf(rows, chosen) {
    var filled = [], best = -1, most = -1, cells, taken = 1, joined, found;
    rows.slice(0, FIRST_ROWS).forEach(function (row, at) {
      if (isBlank(row)) return;
      filled.push(at);
      if (known(row) > most) {
        most = known(row);
        best = at;
      }
    });
    if (!filled.length) throw stop("empty");
    if (!most) throw stop("no-header");
    cells = rows[best].map(textOf);
    joined = best + 1 < Math.min(rows.length, FIRST_ROWS) ? join(cells, rows[best + 1]) : null;
    if (joined) {
      cells = joined;
      taken = 2;
    }
    if (best + taken < Math.min(rows.length, FIRST_ROWS) && isNumbering(rows[best + taken])) taken += 1;
    found = columnsOf(cells, best + taken, chosen || {});
    found.above = rows.slice(0, best);
    return found;
  }

  function roleOf(title) {
    var name = normal(title);
    return has(sure, name) ? sure[name] : has(weaker, name) ? weaker[name] : "";
  }

  function known(row) {
    return row.filter(function (cell) { return typeof cell === "string" && roleOf(cell); }).length;
  }

  function join(upper, lower) {
    var made = [], spread = "", free = false, below = 0, good = 0, at, one, other, both;
    if (isBlank(lower) || !lower.every(function (cell) { return typeof cell === "string"; })) return null;
    for (at = 0; at < Math.max(upper.length, lower.length); at++) {
      one = (upper[at] || "");
      other = (lower[at] || "");
      spread = one.trim() ? one : other.trim() ? spread : "";
      both = (spread + " " + other).trim();
      made.push(!other.trim() ? one : roleOf(both) || !roleOf(other) ? both : other);
      free = free || one.trim() && !other.trim();
      if (other.trim()) {
        below += 1;
        if (roleOf(made[at])) good += 1;
      }
    }
    if (!free || !good || good * 2 < below) return null;
    return known(made) > known(upper) || known(made) === known(upper) && made.join("\n") !== upper.join("\n") ? made : null;
  }

  function isNumbering(row) {
    var cells = row.map(function (cell) { return textOf(cell).trim().replace(/^[()[\]]+|[()[\]]+$/g, ""); }).filter(Boolean);
    return cells.length > 2 && cells.every(function (cell, at) { return cell === String(at + 1); });
  }

  function columnsOf(titles, rows, chosen) {
    var unclear = [];
    var roles = titles.map(function (title, at) { return has(chosen, at) ? chosen[at] : roleOf(title); });
    roles.filter(function (role, at) { return role && roles.indexOf(role) === at; }).forEach(function (role) {
      var places = [], kept;
      if (among(["other", "nik", "place"], role)) return;
      roles.forEach(function (one, at) {
        if (one === role) places.push(at);
      });
      if (places.length < 2) return;
      kept = places.filter(function (at) { return has(chosen, at); });
      if (!kept.length) kept = places.filter(function (at) { return sure[normal(titles[at])] === role; });
      if (!kept.length) kept = places;
      if (kept.length > 1 && among(names, role)) {
        unclear.push({ name: role, sentence: "list-two", values: { titles: places.map(function (at) { return titles[at].trim(); }) } });
      }
      places.forEach(function (at) {
        if (kept.length > 1 ? at !== places[0] : at !== kept[0]) roles[at] = "other";
      });
    });
    titles.forEach(function (title, at) {
      var name = normal(title), good;
      if (roles[at] || has(chosen, at) || name.length < 5) return;
      good = Estimator.closest(name, Object.keys(sure).filter(function (one) { return one.length > 4; }));
      if (good && among(names, sure[good]) && !among(roles, sure[good])) {
        unclear.push({ name: sure[good], sentence: "list-near", values: { bad: title.trim(), good: good } });
      }
    });
    return { rows: rows, unclear: unclear, columns: titles.map(function (title, at) {
      return { place: at, title: title, role: roles[at] };
    }) };
  }

  function ofRole(header, role) {
    return header.columns.filter(function (column) { return column.role === role; })[0];
  }

  // Rows: guide.estimator.member_list.rows

  /** A function that says what a row is: member, blank or left-out. */
  function kindsOf(header) {
    var titles = header.columns.map(function (column) { return column.title.trim(); });
    var persons = [], money = {}, inside = {}, name = ofRole(header, "name"), afterTotal = false, afterBlank = false;
    name = name ? name.place : -1;
    header.columns.forEach(function (column) {
      if (among(["nik", "birth", "segment"], column.role)) persons.push(column.place);
      if (column.role === "income") money[column.place] = true;
      if (column.role === "name" || among(names, column.role)) inside[column.place] = true;
    });

    function isNote(row, filled) {
      return !filled.some(function (at) {
        return among(persons, at) || at === name && !afterTotal || has(money, at) && /^\s*(?:rp|idr)?\.?\s*[0-9]/i.test(textOf(row[at]));
      });
    }

    function isTotal(row, filled) {
      var first, text;
      if (filled.some(function (at) { return among(persons, at); })) return false;
      first = filled.filter(function (at) { return typeof row[at] === "string"; })[0];
      text = first === undefined || row[first].length >= 200 ? "" : wordsIn(row[first]);
      return !!text && (has(totals, text) || has(totals, text.split(" ")[0]));
    }

    function isHeading(row, filled) {
      var first = filled[0];
      if (filled.length === 1) return name >= 0 && !has(inside, first) && typeof row[first] === "string";
      return first < titles.length && textOf(row[first]).trim() === titles[first] && row.length <= titles.length &&
        row.every(function (cell, at) { return textOf(cell).trim() === titles[at]; });
    }

    return function (row) {
      var said = persons.filter(function (at) { return at < row.length && !isEmpty(row[at]); }), filled = [], at;
      if (said.length > 1 && row[said[0]] !== titles[said[0]]) return "member";
      for (at = 0; at < row.length; at++) if (!isEmpty(row[at])) filled.push(at);
      if (!filled.length || filled.length === 1 && !has(inside, filled[0]) && /^\d+$/.test(textOf(row[filled[0]]).replace(/^[ .]+|[ .]+$/g, ""))) {
        afterBlank = true;
        return "blank";
      }
      if (isTotal(row, filled)) {
        afterTotal = true;
        return "left-out";
      }
      return isHeading(row, filled) || name >= 0 && (afterTotal || afterBlank) && isNote(row, filled) ? "left-out" : "member";
    };
  }

  // Questions: guide.estimator.member_list.questions

  /** The columns in which programs are ticked: [{place, program}]. */
  function tickedOf(header, first) {
    var found, seen = false, other = false;
    if (ofRole(header, "programs")) return [];
    found = header.columns.filter(function (column) { return among(inputs.choices.programs, normal(column.title)); });
    first.forEach(function (row) {
      found.forEach(function (column) {
        var ticks = column.place < row.length ? tick(row[column.place]) : false;
        if (ticks) seen = true;
        if (ticks === null) other = true;
      });
    });
    return seen && !other ? found.map(function (column) { return { place: column.place, program: normal(column.title) }; }) : [];
  }

  /** A function from a row to the inputs that it says. `given`: inputs of rows that say nothing else. */
  function questionsOf(header, given, first, counts) {
    var all = {}, thisMonth = today.slice(0, 7), ticked = tickedOf(header, first);
    var readers = header.columns.filter(function (column) {
      return among(names, column.role) || among(READ, column.role);
    }).map(function (column) {
      var monthFirst = monthComesFirst(first.map(function (row) { return column.place < row.length ? row[column.place] : ""; }));
      var read = readerOf(column.role);
      if (column.role === "month") read = function (cell) { return monthOf(cell, monthFirst, "2099") || textOf(cell).trim(); };
      if (column.role === "birth") read = function (cell) { return birthOf(cell, monthFirst); };
      return { place: column.place, role: column.role, read: read, known: {}, size: 0 };
    });
    each(given, function (name, text) {
      all[name] = readerOf(name)(text);
      if (name === "month") all[name] = monthOf(all[name], false, "2099") || all[name];
    });

    function read(column, cell) {
      var key = typeof cell === "string" ? cell : cell.day ? "\u0001" + cell.day : "\u0002" + cell, text;
      if (has(column.known, key)) return column.known[key];
      text = isEmpty(cell) ? "" : column.read(cell);
      if (column.size++ > REMEMBERED) {
        column.known = {};
        column.size = 0;
      }
      column.known[key] = text;
      return text;
    }

    return function (row) {
      var found = copy(all), at, text, year = "", birth = "", work = "", knows, month;
      for (at = 0; at < readers.length; at++) {
        if (readers[at].place >= row.length) continue;
        text = read(readers[at], row[readers[at].place]);
        if (!text) continue;
        if (readers[at].role === "year") year = text;
        else if (readers[at].role === "birth") birth = text;
        else if (readers[at].role === "occupation") work = text;
        else found[readers[at].role] = text;
      }
      if (ticked.length) {
        text = ticked.filter(function (column) { return column.place < row.length && tick(row[column.place]); });
        if (text.length) found.programs = text.map(function (column) { return column.program; }).join(",");
      }
      if (year && found.month && found.month.charAt(4) !== "-") found.month = ofYear(found.month, year) || found.month;
      if (work) {
        work = work.split("|");
        if (work[0] && !found.segment) {
          found.segment = work[0];
          counts.segment += 1;
        }
        if (work[1] && found.segment === "bpu" && !found.sector) {
          found.sector = work[1];
          counts.sector += 1;
        }
      }
      knows = has(inputs.of_segment, found.segment || "") ? among(inputs.of_segment[found.segment], "age") : true;
      month = found.month || thisMonth;
      if (birth && knows && month.charAt(4) === "-") found.age = String(ageIn(month, birth));
      if (!knows) delete found.age;
      if (!found.event) delete found.children;
      return found;
    };
  }

  /** A mistake with values as the reader wrote them. */
  function asWritten(header, row, mistake) {
    var values = copy(mistake.values), name = mistake.name;
    function cellOf(role) {
      var column = ofRole(header, role);
      return column && column.place < row.length ? textOf(row[column.place]).trim() : "";
    }
    if (values.known && values.known.map) {
      values.known = values.known.map(function (value) { return show(mistake.sentence === "event-only" ? "event" : name, String(value)); });
    }
    if (has(values, "segment")) values.segment = cellOf("segment") || values.segment;
    if (has(values, "bad") && !among(inputs.lists, name) && among(["choice", "segment-knows", "month", "whole"], mistake.sentence)) {
      values.bad = cellOf(name) || values.bad;
    }
    return { name: name, sentence: mistake.sentence, values: values };
  }

  return {
    headerOf: headerOf, monthAbove: monthAbove, tickedOf: tickedOf, kindsOf: kindsOf, questionsOf: questionsOf, asWritten: asWritten, ofRole: ofRole, known: known, isEmpty: isEmpty,
    textOf: textOf, stop: stop, FIRST_ROWS: FIRST_ROWS, LOOKED_AT: LOOKED_AT, MOST_COLUMNS: MOST_COLUMNS, MOST_ROWS: MOST_ROWS
  };
}
