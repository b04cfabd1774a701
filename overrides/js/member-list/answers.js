/*
Lists of members: every row answered, equal questions once, in slices; and the result as a file of the kind that came in
(guide.estimator.member_list). One classic script in ES5, after js/member-list/rules.js and files.js; it needs no page.
`list`, which `open` returns, is what all lists of a page share; `result` is what one list gave: its header, rows,
answers beside them ({amounts, assumed, error, total, people, monthly}), and sums.
*/
var MemberList = (function () {
  "use strict";
  var has = Estimator.has, each = Estimator.each, copy = Estimator.copy, Rules = MemberRules;
  var monthsAfter = Estimator.monthsAfter, ofRole = Rules.ofRole, textOf = Rules.textOf;
  var PARTIES = ["worker", "employer", "government", "total"], REMEMBERED = 20000, HELD = 1 << 20;
  var MONTHS = 24, FEW = 8;
  var EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  var CALC = "application/vnd.oasis.opendocument.spreadsheet";
  var table;

  /** Return what all lists share. `tell`: says a mistake as a sentence, its name replaced by the reader's. */
  function open(rules, data, today, tell) {
    var names = [];
    data.keys.concat("monthly").forEach(function (key) {
      PARTIES.forEach(function (party) {
        names.push(key + "." + party);
      });
    });
    return { rules: rules, data: data, today: today, tell: tell, terms: Rules.open(rules, data, today),
      amounts: names.concat("grand_total", data.benefits.map(function (name) { return "benefit." + name; }),
        "benefit_total") };
  }

  /** Return how the reader calls an input: by the title of its column, else by its name. */
  function labelOf(list, name, header) {
    var column = ofRole(header, name);
    return column ? column.title.trim() : list.data.english ? name : list.data.words[name] || name;
  }

  // One run over a file

  /**
   * Read and answer a file. `settings`: {chosen: roles by place, given: inputs of all}. `events`: {progress(rows, part
   * of the file), done(result), fail(error)}. Returns a function that stops it. Where columns stay unclear the result
   * has no rows.
   */
  function read(list, file, settings, events) {
    var run = { list: list, settings: settings, events: events, stopped: false, part: 0, answers: {}, size: 0 };
    run.fail = function (error) {
      if (!run.stopped) {
        run.stopped = true;
        events.fail(error);
      }
    };
    MemberFiles.open({ file: file, fail: run.fail, known: function (row) {
      return Rules.knownTitles(list.terms, row);
    }, told: function (part) { run.part = part; } }, guarded(run, function (listing) {
      if (!run.stopped) best(run, listing, 0, -1, null);
    }));
    return function () { run.stopped = true; };
  }

  /** Return a function whose mistakes end the run. */
  function guarded(run, act) {
    return function (value, go) {
      try {
        return act(value, go);
      } catch (error) {
        if (!error || !error.mistakes) throw error;
        run.fail(error);
        return false;
      }
    };
  }

  /** Find the sheet whose first rows hold most known titles, from sheet `at` on, and read it. */
  function best(run, listing, at, most, sheet) {
    var first = [], over = false;
    if (listing.sheets.length === 1) sheet = listing.sheets[at];
    if (listing.sheets.length === 1 || at >= listing.sheets.length) {
      if (!run.stopped) readRows(run, listing, sheet);
      return;
    }
    function finish() {
      var known = Math.max.apply(null, first.map(function (row) {
        return Rules.knownTitles(run.list.terms, row);
      }).concat(0));
      over = true;
      best(run, listing, at + 1, Math.max(most, known), known > most ? listing.sheets[at] : sheet);
    }
    listing.sheets[at].rows(function (rows, go) {
      if (over || run.stopped) return;
      first = first.concat(rows).slice(0, Rules.FIRST_ROWS);
      if (first.length < Rules.FIRST_ROWS) go();
      else finish();
    }, function () {
      if (!over) finish();
    });
  }

  /** Answer the rows of a sheet; the first wait until enough have come to tell the header. */
  function readRows(run, listing, sheet) {
    var waiting = [];
    run.listing = listing;
    run.name = listing.sheets.length > 1 ? sheet.name : "";
    run.others = listing.sheets.filter(function (other) {
      return other !== sheet;
    }).map(function (other) { return other.name; });
    run.blank = 0;
    sheet.rows(guarded(run, function (rows, go) {
      if (run.stopped) return;
      if (run.result) return addRows(run, rows, go);
      waiting = waiting.concat(rows);
      if (waiting.length < Rules.LOOKED_AT + 2 * Rules.FIRST_ROWS) go();
      else begin(run, waiting, go);
    }), guarded(run, function () {
      if (run.stopped) return;
      if (run.result) return finish(run);
      while (waiting.length && !waiting[waiting.length - 1].length) waiting.pop();
      begin(run, waiting, function () { finish(run); });
    }));
  }

  /** Give the result, once all its rows are answered and added up. */
  function finish(run) {
    var result = run.result;
    if (result.wrong < result.people || !result.missing) result.missing = {};
    addUp(run.list, result, function () {
      if (run.stopped) return;
      run.stopped = true;
      run.events.done(result);
    });
  }

  /** Add up a month of all people, by what one pays and by amount, and what was assumed of them. */
  function addUp(list, result, done) {
    var sums = result.sums = { groups: {}, amounts: {} }, at = 0;
    MemberFiles.inSlices(function () {
      var answer = result.different[at++], people = answer && answer.people * answer.count;
      if (!answer) return false;
      sums.groups[answer.monthly] = (sums.groups[answer.monthly] || 0) + people;
      answer.assumed.forEach(function (input) { assume(result, answer, input); });
      list.amounts.forEach(function (name, place) {
        if (answer.amounts[place]) sums.amounts[name] = (sums.amounts[name] || 0) + answer.amounts[place] * people;
      });
    }, done);
  }

  function resultOf(run, header) {
    return { header: header, kind: run.listing.kind, dress: run.listing.dress, sheet: run.name, others: run.others,
      rows: [], answers: [], numbers: [], leftOut: [], groups: {}, assumed: {}, different: [], places: {}, people: 0,
      wrong: 0, total: 0,
      first: [], byOccupation: { segment: 0, sector: 0 }, sector: null, missing: null };
  }

  /** Find the header among the first rows, learn how rows are read, answer those that waited, and go on. */
  function begin(run, waiting, go) {
    var terms = run.list.terms, header = Rules.headerOf(terms, waiting, run.settings.chosen);
    var rows = waiting.slice(header.rows), looked = rows.slice(0, Rules.LOOKED_AT), kinds, given = run.settings.given;
    var result = run.result = resultOf(run, header);
    run.number = header.rows;
    run.strict = run.listing.kind === "csv";
    if (!run.strict) looked.forEach(function (row) { widen(header, row.length); });
    Rules.prove(terms, header, looked);
    kinds = Rules.kindsOf(terms, header);
    result.first = looked.filter(function (row) { return Rules.kindOf(terms, kinds, row) === "member"; });
    if (header.unclear.length) {
      run.stopped = true;
      run.events.done(result);
      return;
    }
    if (!given.month && !ofRole(header, "month")) {
      result.monthAbove = Rules.monthAbove(terms, header.above);
      if (result.monthAbove) given = copy(given, { month: result.monthAbove });
      else result.monthUsual = run.list.today.slice(0, 7);
    }
    result.ticked = Rules.tickedOf(terms, header, looked);
    run.kinds = Rules.kindsOf(terms, header);
    run.questions = Rules.questionsOf(terms, header, given, looked, result.byOccupation);
    run.place = ofRole(header, "place");
    addRows(run, rows, go);
  }

  /** Give columns without a title their place in the header. */
  function widen(header, width) {
    while (header.columns.length < width) {
      header.columns.push({ place: header.columns.length, title: "", role: "" });
    }
  }

  /** Answer rows, and go on; blank ones count only where another follows. */
  function addRows(run, rows, go) {
    var at = 0;
    MemberFiles.inSlices(guarded(run, function () {
      if (run.stopped || at >= rows.length) return false;
      rows.slice(at, at + FEW).forEach(function (row) {
        if (!row.length) run.blank += 1;
        else {
          for (; run.blank; run.blank--) take(run, []);
          take(run, row);
        }
      });
      at += FEW;
    }), function () {
      if (run.stopped) return;
      run.events.progress(run.result.rows.length, run.part);
      go();
    });
  }

  function take(run, row) {
    var result = run.result, width = result.header.columns.length, answer = null, kind, many;
    kind = Rules.kindOf(run.list.terms, run.kinds, row);
    run.number += 1;
    if (kind === "left-out") {
      result.leftOut.push({ row: run.number, words: row.map(textOf).filter(Boolean).join(" ").slice(0, 60) });
      return;
    }
    many = run.strict && row.length > width && row.slice(width).some(Boolean);
    if (kind === "member" || many) answer = reply(run, row, many);
    result.rows.push(row.length > width ? row.slice(0, width) : row);
    result.answers.push(answer);
    result.numbers.push(run.number);
  }

  /** Answer a row and add it to the sums; `many`: it has more cells than columns. */
  function reply(run, row, many) {
    var result = run.result, question, answer;
    result.people += 1;
    if (many) {
      result.missing = {};
      return wrong(run, [{ name: "csv", sentence: "list-many", values: {} }], row);
    }
    try {
      question = Rules.questionOf(run.list.terms, run.questions, row);
      answer = answerOf(run, question);
    } catch (error) {
      if (!error.mistakes) throw error;
      result.missing = lacking(result, error.mistakes);
      return wrong(run, error.mistakes, row);
    }
    result.total += answer.total;
    if (!answer.count) result.different.push(answer);
    answer.count += 1;
    if (run.place) addPlace(result, Rules.textAt(row, run.place.place), answer);
    return answer;
  }

  /** Return the answer to a question; what was asked before is remembered. */
  function answerOf(run, question) {
    var key = JSON.stringify(question);
    if (has(run.answers, key)) return run.answers[key];
    if (run.size++ > REMEMBERED) {
      run.answers = {};
      run.size = 0;
    }
    return run.answers[key] = answerTo(run.list, question);
  }

  function answerTo(list, question) {
    var estimate = Estimator.answer(list.rules, question, list.today), amounts = Estimator.amounts(estimate);
    if (!estimate.inputs.event) delete amounts.benefit_total;
    return {
      amounts: list.amounts.map(function (name) { return has(amounts, name) ? amounts[name] : null; }),
      assumed: estimate.assumptions, error: "", count: 0, total: estimate.grand_total, people: estimate.inputs.people,
      monthly: estimate.monthly.total, question: question
    };
  }

  function assume(result, answer, input) {
    var key = input.name + "/" + JSON.stringify(input.value), question = answer.question;
    result.assumed[key] = result.assumed[key] || { one: input, count: 0 };
    result.assumed[key].count += answer.count;
    if (input.name === "sector" && question.segment === "bpu" && !result.sector) result.sector = question;
  }

  function addPlace(result, name, answer) {
    var places = result.places, key = "=" + name;
    var place = places[key] = places[key] || { place: name || "–", count: 0, amount: 0 };
    place.count += answer.people;
    place.amount += answer.monthly * answer.people;
  }

  /** Return the inputs that every wrong row lacked so far, and for which there is no column. */
  function lacking(result, mistakes) {
    var absent = {};
    mistakes.forEach(function (mistake) {
      var name = mistake.name;
      if (mistake.sentence === "missing" && !ofRole(result.header, name) &&
          (!result.missing || has(result.missing, name))) absent[name] = true;
    });
    return absent;
  }

  /** Return the answer of a row with mistakes, and count them. */
  function wrong(run, mistakes, row) {
    var result = run.result;
    var texts = mistakes.map(function (mistake) {
      var label = mistake.name === "csv" ? "csv" : labelOf(run.list, mistake.name, result.header);
      var text = label + ": " + run.list.tell(Rules.asWritten(run.list.terms, result.header, row, mistake));
      var key = label + "/" + mistake.sentence;
      var group = result.groups[key] = result.groups[key] || { text: text, name: mistake.name, rows: [], count: 0 };
      group.count += 1;
      if (group.rows.length < 5) group.rows.push(run.number);
      return text;
    });
    result.wrong += 1;
    return { amounts: [], assumed: [], error: texts.join("; "), total: 0 };
  }

  // Other months

  /**
   * Return the months in which somebody of an assumed sector would pay something else in transport:
   * [{first, last, amount, other}].
   */
  function sectorRuns(list, question) {
    var month = Estimator.answer(list.rules, question, list.today).inputs.month;
    var runs = [], i, then, other, amount, last;
    function monthly(more) {
      return Estimator.answer(list.rules, copy(question, copy({ month: then, months: "1" }, more)), list.today)
        .monthly.total;
    }
    for (i = 0; i <= MONTHS; i++) {
      then = monthsAfter(month, i);
      try {
        other = monthly();
        amount = monthly({ sector: "transport" });
      } catch (error) { return runs; }
      last = runs[runs.length - 1];
      if (amount === other) continue;
      if (last && monthsAfter(last.last, 1) === then && last.amount === amount && last.other === other) {
        last.last = then;
      } else runs.push({ first: then, last: then, amount: amount, other: other });
    }
    return runs;
  }

  /** Return the months after `month` in which a law begins or a relief begins or ends. */
  function changesAfter(rules, month) {
    var months = {};
    rules.reliefs.forEach(function (relief) {
      months[relief.first] = months[monthsAfter(relief.last, 1)] = true;
    });
    rules.schedules.forEach(function (schedule) {
      schedule.entries.forEach(function (entry) { months[Estimator.monthOf(entry)] = true; });
    });
    return Object.keys(months).filter(function (other) { return other > month; }).sort();
  }

  /**
   * Give what the same people pay from the next month on in which it differs: done({month, total, amounts}), or
   * done(null).
   */
  function later(list, result, done) {
    var months = {}, now = 0;
    result.different.forEach(function (answer) {
      months[answer.question.month || list.today.slice(0, 7)] = true;
      now += answer.monthly * answer.people * answer.count;
    });
    months = Object.keys(months);
    if (months.length === 1) nextOf(list, result.different, now, changesAfter(list.rules, months[0]), done);
    else done(null);
  }

  /** Add up the first of the months `ahead`, slice by slice; where nothing differs, go on to the next. */
  function nextOf(list, answers, now, ahead, done) {
    var sums = { month: ahead[0], total: 0, amounts: {} }, at = 0;
    if (!sums.month) return done(null);
    MemberFiles.inSlices(function () {
      try {
        return at < answers.length && addTo(list, sums, answers[at++]);
      } catch (error) {
        sums.total = now;
        return false;
      }
    }, function () {
      if (sums.total === now) nextOf(list, answers, now, ahead.slice(1), done);
      else done(sums);
    });
  }

  /** Add what the people of an answer pay in the month of the sums. */
  function addTo(list, sums, answer) {
    var people = answer.people * answer.count;
    var then = Estimator.answer(list.rules, copy(answer.question, { month: sums.month }), list.today);
    sums.total += then.monthly.total * people;
    each(Estimator.amounts(then), function (name, value) {
      sums.amounts[name] = (sums.amounts[name] || 0) + value * people;
    });
  }

  // Results: guide.estimator.member_list.writing

  /** Return a text with a mark before it where a spreadsheet would run it. */
  function harmless(text) {
    var runs = /^[=+@\t\r\uff1d\uff0b\uff0d\uff20-]/.test(text) && !/^[+-]?[0-9][0-9.,]*$/.test(text);
    return runs ? "\u0027" + text : text;
  }

  function csvCell(text) {
    text = harmless(text);
    return /[\x22,;|\t\r\n]/.test(text) ? "\"" + text.replace(/\x22/g, "\"\"") + "\"" : text;
  }

  /** Return the cells of an answer, which stand behind those of its row. */
  function cellsOf(list, answer) {
    return list.amounts.map(function (name, at) {
      return !answer || answer.amounts[at] === undefined || answer.amounts[at] === null ? "" : answer.amounts[at];
    }).concat(answer ? answer.assumed.map(function (input) { return input.name; }).join(" ") : "",
      answer ? answer.error : "");
  }

  function titlesOf(list, result) {
    return result.header.columns.map(function (column) {
      return column.title;
    }).concat(list.amounts, "assumed", "error");
  }

  /** Call `write(text)` with the result as CSV, piece by piece, then `done`. */
  function csvOf(list, result, write, done) {
    var dress = result.dress || { mark: ",", end: "\r\n" }, width = result.header.columns.length;
    var nothing = cellsOf(list, null).join(dress.mark);
    eachSlice(result, function (row, answer) {
      var cells = [], at;
      for (at = 0; at < width; at++) cells.push(at < row.length ? csvCell(textOf(row[at])) : "");
      if (answer && !answer.csv) {
        answer.csv = cellsOf(list, answer).map(function (cell) { return csvCell(String(cell)); }).join(dress.mark);
      }
      return cells.join(dress.mark) + dress.mark + (answer ? answer.csv : nothing) + dress.end;
    }, write, done, "\ufeff" + titlesOf(list, result).map(csvCell).join(dress.mark) + dress.end);
  }

  /** Call `write` with `head` and a line for each row, in pieces and in slices, then `done`. */
  function eachSlice(result, line, write, done, head) {
    var at = 0, text = head;
    MemberFiles.inSlices(function () {
      if (at === result.rows.length) return false;
      text += line(result.rows[at], result.answers[at], at);
      at += 1;
      if (text.length > HELD) {
        write(text);
        text = "";
      }
    }, function () {
      write(text);
      done();
    });
  }

  function xml(text) {
    return harmless(text).replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, " ")
      .replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
  }

  /** Return the letters of a column: 0 is A, 26 is AA. */
  function letters(at) {
    var name = "";
    for (at += 1; at; at = (at - 1 - (at - 1) % 26) / 26) name = String.fromCharCode(65 + (at - 1) % 26) + name;
    return name;
  }

  /** Return the number of a day in a workbook. */
  function serialOf(day) {
    return Date.UTC(day.slice(0, 4), day.slice(5, 7) - 1, day.slice(8)) / 864e5 + 25569;
  }

  function xlsxCell(place, number, cell, style) {
    var start = "<c r=\"" + place + number + "\"";
    if (cell === "") return "";
    if (cell.day) return start + " s=\"3\"><v>" + serialOf(cell.day) + "</v></c>";
    if (typeof cell === "number") {
      style = style || (Math.abs(cell) >= 1e11 ? 4 : 0);
      return start + (style ? " s=\"" + style + "\"" : "") + "><v>" + cell + "</v></c>";
    }
    return start + (style ? " s=\"" + style + "\"" : "") + " t=\"inlineStr\"><is><t xml:space=\"preserve\">" +
      xml(cell) + "</t></is></c>";
  }

  /** Call `write(text)` with the sheet of an .xlsx result, piece by piece, then `done`. */
  function xlsxOf(list, result, write, done) {
    var titles = titlesOf(list, result), width = result.header.columns.length;
    var places = titles.map(function (title, at) { return letters(at); });
    eachSlice(result, function (row, answer, at) {
      var number = at + 2, cells = "";
      row.forEach(function (cell, place) { cells += xlsxCell(places[place], number, cell); });
      if (answer && !answer.xlsx) {
        answer.xlsx = cellsOf(list, answer).map(function (cell, place) {
          return xlsxCell(places[width + place], "\u0001", cell, typeof cell === "number" ? 2 : 0);
        }).join("");
      }
      return "<row r=\"" + number + "\">" + cells + (answer ? answer.xlsx.split("\u0001").join(number) : "") + "</row>";
    }, write, function () {
      write("</sheetData></worksheet>");
      done();
    }, list.data.sheet + "<row r=\"1\">" + titles.map(function (title, at) {
      return xlsxCell(places[at], 1, title, 1);
    }).join("") + "</row>");
  }

  function odsCell(cell) {
    var start = "<table:table-cell office:value-type=\"";
    if (cell === "") return "<table:table-cell/>";
    if (cell.day) {
      return "<table:table-cell table:style-name=\"day\" office:value-type=\"date\" office:date-value=\"" + cell.day +
        "\"><text:p>" + cell.day + "</text:p></table:table-cell>";
    }
    if (typeof cell === "number") {
      return start + "float\" office:value=\"" + cell + "\"><text:p>" + cell + "</text:p></table:table-cell>";
    }
    return start + "string\">" + cell.split("\n").map(function (line) {
      return "<text:p>" + xml(line) + "</text:p>";
    }).join("") + "</table:table-cell>";
  }

  /** Call `write(text)` with the content of an .ods result, piece by piece, then `done`. */
  function odsOf(list, result, write, done) {
    var width = result.header.columns.length;
    eachSlice(result, function (row, answer) {
      var cells = "", at;
      for (at = 0; at < width; at++) cells += odsCell(at < row.length ? row[at] : "");
      if (answer && !answer.ods) answer.ods = cellsOf(list, answer).map(odsCell).join("");
      return "<table:table-row>" + cells + (answer ? answer.ods : "") + "</table:table-row>";
    }, write, function () {
      write("</table:table></office:spreadsheet></office:body></office:document-content>");
      done();
    }, list.data.content + "<table:table-row>" + titlesOf(list, result).map(odsCell).join("") + "</table:table-row>");
  }

  // An archive of small files and a large one: guide.estimator.member_list.package

  /** Return the checksum (CRC-32) of bytes after those that gave `sum`; the first sum is -1. */
  function check(sum, bytes) {
    var i, j, value;
    if (!table) {
      table = new Int32Array(256);
      for (i = 0; i < 256; i++) {
        value = i;
        for (j = 0; j < 8; j++) value = value & 1 ? value >>> 1 ^ 0xedb88320 : value >>> 1;
        table[i] = value;
      }
    }
    for (i = 0; i < bytes.length; i++) sum = table[(sum ^ bytes[i]) & 255] ^ sum >>> 8;
    return sum;
  }

  /** Return a number as bytes, the least first. */
  function le(value, size) {
    var bytes = [];
    while (size--) {
      bytes.push(value % 256);
      value = Math.floor(value / 256);
    }
    return bytes;
  }

  /** Add a file to an archive. `entry`: {name, method, sum, size, whole, blobs}. */
  function addEntry(archive, entry) {
    var name = new TextEncoder().encode(entry.name);
    var common = [20, 0].concat(le(0x0800, 2), le(entry.method, 2), le(0, 2), le(33, 2), le((entry.sum ^ -1) >>> 0, 4),
      le(entry.size, 4), le(entry.whole, 4), le(name.length, 2), le(0, 2));
    var head = new Uint8Array([0x50, 0x4b, 3, 4].concat(common));
    archive.entries.push(new Uint8Array([0x50, 0x4b, 1, 2, 20, 0].concat(
      common, le(0, 2), le(0, 2), le(0, 2), le(0, 4), le(archive.at, 4))), name);
    archive.parts = archive.parts.concat(head, name, entry.blobs);
    archive.at += head.length + name.length + entry.size;
  }

  /** Return the parts of an archive with its table and its end. */
  function closed(archive) {
    var count = archive.entries.length / 2;
    var length = archive.entries.reduce(function (sum, bytes) { return sum + bytes.length; }, 0);
    return archive.parts.concat(archive.entries, new Uint8Array([0x50, 0x4b, 5, 6, 0, 0, 0, 0].concat(
      le(count, 2), le(count, 2), le(length, 4), le(archive.at, 4), [0, 0])));
  }

  /**
   * Give an archive as a Blob of a type. `small`: [name, text]; `name`: that of the large file, whose text
   * `large(write, done)` writes.
   */
  function packed(small, name, large, type, done) {
    var archive = { parts: [], entries: [], at: 0 }, encoder = new TextEncoder();
    var entry = { name: name, method: 8, sum: -1, size: 0, whole: 0, blobs: [] };
    var stream = new CompressionStream("deflate-raw"), writer = stream.writable.getWriter();
    var reader = stream.readable.getReader();
    small.forEach(function (file) {
      var bytes = encoder.encode(file[1]);
      addEntry(archive, { name: file[0], method: 0, sum: check(-1, bytes), size: bytes.length, whole: bytes.length,
        blobs: [bytes] });
    });
    (function step() {
      reader.read().then(function (piece) {
        if (!piece.done) {
          entry.size += piece.value.length;
          entry.blobs.push(piece.value);
          return step();
        }
        addEntry(archive, entry);
        done(new Blob(closed(archive), { type: type }));
      });
    })();
    large(function (text) {
      var bytes = encoder.encode(text);
      entry.sum = check(entry.sum, bytes);
      entry.whole += bytes.length;
      writer.write(bytes);
    }, function () { writer.close(); });
  }

  /** Give the result as a Blob of the kind that came in, and the ending of its name: done(blob, ending). */
  function fileOf(list, result, done) {
    var pieces = [], excel = result.kind === "xlsx";
    if (result.kind !== "csv" && window.CompressionStream) {
      return packed(excel ? list.data.xlsx : list.data.ods, excel ? "xl/worksheets/sheet1.xml" : "content.xml",
        function (write, end) { (excel ? xlsxOf : odsOf)(list, result, write, end); }, excel ? EXCEL : CALC,
        function (blob) { done(blob, excel ? ".xlsx" : ".ods"); });
    }
    csvOf(list, result, function (text) { pieces.push(text); }, function () {
      done(new Blob(pieces, { type: "text/csv" }), ".csv");
    });
  }

  return { open: open, read: read, labelOf: labelOf, sectorRuns: sectorRuns, later: later, harmless: harmless,
    csvCell: csvCell, csvOf: csvOf, fileOf: fileOf };
})();
