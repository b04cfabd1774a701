/*
Lists of members: every row answered, equal questions once, in slices; and the result as a file of the kind that came
in (guide.estimator.member_list). One classic script in ES5, after js/member-list/rules.js and js/member-list/files.js; it needs no page.
`tell`: a mistake as a sentence, its name replaced by the reader's.
*/
function memberList(rules, data, today, tell) {
  "use strict";
  var has = Estimator.has, each = Estimator.each, among = Estimator.among;
  var own = memberRules(rules, data, today);
  var PARTIES = ["worker", "employer", "government", "total"], REMEMBERED = 20000, HELD = 1 << 20;
  var amountNames = [];

  data.keys.concat("monthly").forEach(function (key) {
    PARTIES.forEach(function (party) {
      amountNames.push(key + "." + party);
    });
  });
  amountNames = amountNames.concat("grand_total", data.benefits.map(function (name) { return "benefit." + name; }), "benefit_total");

  function labelOf(name, header) {
    var column = own.ofRole(header, name);
    return column ? column.title.trim() : data.english ? name : data.words[name] || name;
  }

  /** An answer beside rows: {amounts, assumed, error, total, people, monthly}. */
  function answerTo(question) {
    var found = Estimator.answer(rules, question, today), amounts = Estimator.amounts(found);
    if (!found.inputs.event) delete amounts.benefit_total;
    return {
      amounts: amountNames.map(function (name) { return has(amounts, name) ? amounts[name] : null; }),
      assumed: found.assumptions, error: "", count: 0, total: found.grand_total, people: found.inputs.people, monthly: found.monthly.total, question: question
    };
  }

  /**
   * Read and answer a file. `settings`: {chosen: roles by place, given: inputs of all}. `events`: {progress(rows,
   * part of the file), done(result), fail(error)}. Returns a function that stops it. Where columns stay unclear the result has no rows.
   */
  function run(file, settings, events) {
    var stopped = false, result, memo = {}, size = 0, part = 0;

    function fail(error) {
      if (stopped) return;
      stopped = true;
      events.fail(error);
    }

    function guarded(act) {
      return function (value) {
        try {
          return act(value);
        } catch (error) {
          if (!error || !error.mistakes) throw error;
          fail(error);
          return false;
        }
      };
    }

    /** The sheet whose first rows hold most known titles, and these rows. */
    function best(listing, done) {
      var at = -1, most = -1, found = null;
      (function step() {
        var first = [], over = false;
        at += 1;
        if (at >= listing.sheets.length) return done(found);
        function finish() {
          var known = Math.max.apply(null, first.map(own.known).concat(0));
          over = true;
          if (known > most) {
            most = known;
            found = listing.sheets[at];
          }
          step();
        }
        if (listing.sheets.length === 1) {
          found = listing.sheets[0];
          return done(found);
        }
        listing.sheets[at].rows(function (rows) {
          if (over || stopped) return false;
          first = first.concat(rows).slice(0, own.FIRST_ROWS);
          if (first.length < own.FIRST_ROWS) return true;
          finish();
          return false;
        }, function () {
          if (!over) finish();
        }, fail);
      })();
    }

    function answerOf(question) {
      var key = JSON.stringify(question);
      if (has(memo, key)) return memo[key];
      if (size++ > REMEMBERED) {
        memo = {};
        size = 0;
      }
      memo[key] = answerTo(question);
      return memo[key];
    }

    function readRows(listing, sheet) {
      var waiting = [], blank = 0, number = 0, started = false, kindOf, question, width, place, strict = listing.kind === "csv";
      var header, given, counts = { segment: 0, sector: 0 };

      function begin() {
        var first, looked;
        started = true;
        header = own.headerOf(waiting, settings.chosen);
        result = { header: header, kind: listing.kind, dress: listing.dress, sheet: listing.sheets.length > 1 ? sheet.name : "", rows: [], answers: [], numbers: [],
          leftOut: [], groups: {}, assumed: {}, different: [], places: {}, people: 0, wrong: 0, total: 0, first: [], byOccupation: counts, sector: null, missing: null };
        number = header.rows;
        first = waiting.slice(header.rows);
        looked = first.slice(0, own.LOOKED_AT);
        if (!strict) {
          looked.forEach(function (row) {
            while (header.columns.length < row.length) header.columns.push({ place: header.columns.length, title: "", role: "" });
          });
        }
        width = header.columns.length;
        place = own.ofRole(header, "place");
        kindOf = own.kindsOf(header);
        result.first = looked.filter(function (row) { return kindOf(row) === "member"; });
        kindOf = own.kindsOf(header);
        if (header.unclear.length) {
          stopped = true;
          events.done(result);
          return;
        }
        given = settings.given;
        if (!given.month && !own.ofRole(header, "month")) {
          result.monthAbove = own.monthAbove(header.above);
          if (result.monthAbove) given = Estimator.copy(given, { month: result.monthAbove });
          else result.monthUsual = today.slice(0, 7);
        }
        result.ticked = own.tickedOf(header, looked);
        question = own.questionsOf(header, given, looked, counts);
        first.forEach(add);
        waiting = null;
      }

      function add(row) {
        if (!row.length) {
          blank += 1;
          return;
        }
        while (blank) {
          blank -= 1;
          take([]);
        }
        take(row);
      }

      function take(row) {
        var kind = kindOf(row), answer = null, many;
        number += 1;
        if (kind === "left-out") {
          result.leftOut.push({ row: number, words: row.map(own.textOf).filter(Boolean).join(" ").slice(0, 60) });
          return;
        }
        many = strict && row.length > width && row.slice(width).some(Boolean);
        if (kind === "member" || many) answer = reply(row, many);
        if (row.length > width) row = row.slice(0, width);
        result.rows.push(row);
        result.answers.push(answer);
        result.numbers.push(number);
      }

      function reply(row, many) {
        var asked, answer;
        result.people += 1;
        if (many) {
          result.missing = {};
          return wrong([{ name: "csv", sentence: "list-many", values: {} }], row);
        }
        try {
          asked = question(row);
          answer = answerOf(asked);
        } catch (error) {
          if (!error.mistakes) throw error;
          lacking(error.mistakes);
          return wrong(error.mistakes, row);
        }
        result.total += answer.total;
        if (!answer.count) result.different.push(answer);
        answer.count += 1;
        if (place) placed(row, answer);
        answer.assumed.forEach(function (one) {
          var key = one.name + "/" + JSON.stringify(one.value);
          result.assumed[key] = result.assumed[key] || { one: one, count: 0 };
          result.assumed[key].count += 1;
          if (one.name === "sector" && asked.segment === "bpu" && !result.sector) result.sector = asked;
        });
        return answer;
      }

      function placed(row, answer) {
        var cell = place.place < row.length ? own.textOf(row[place.place]).trim() : "", key = "=" + cell;
        var one = result.places[key] = result.places[key] || { place: cell || "–", count: 0, amount: 0 };
        one.count += answer.people;
        one.amount += answer.monthly * answer.people;
      }

      function lacking(mistakes) {
        var absent = {};
        mistakes.forEach(function (one) {
          if (one.sentence === "missing" && !own.ofRole(header, one.name) && (!result.missing || has(result.missing, one.name))) absent[one.name] = true;
        });
        result.missing = absent;
      }

      function wrong(mistakes, row) {
        var texts = mistakes.map(function (one) {
          var shown = own.asWritten(header, row, one), label = one.name === "csv" ? "csv" : labelOf(one.name, header);
          var text = label + ": " + tell(shown);
          var key = label + "/" + one.sentence;
          var group = result.groups[key] = result.groups[key] || { text: text, name: one.name, rows: [], count: 0 };
          group.count += 1;
          if (group.rows.length < 5) group.rows.push(number);
          return text;
        });
        result.wrong += 1;
        return { amounts: [], assumed: [], error: texts.join("; "), total: 0 };
      }

      sheet.rows(guarded(function (rows) {
        if (stopped) return false;
        if (started) rows.forEach(add);
        else {
          waiting = waiting.concat(rows);
          if (waiting.length >= own.LOOKED_AT + 2 * own.FIRST_ROWS) begin();
        }
        if (!stopped && result) events.progress(result.rows.length, part);
        return !stopped;
      }), guarded(function () {
        if (stopped) return;
        if (!started) {
          while (waiting.length && !waiting[waiting.length - 1].length) waiting.pop();
          begin();
        }
        if (stopped) return;
        stopped = true;
        if (result.wrong < result.people || !result.missing) result.missing = {};
        events.done(result);
      }), fail);
    }

    memberFiles(file, own.known, own.stop, function (read) { part = read; })(guarded(function (listing) {
      if (!stopped) best(listing, function (sheet) { if (!stopped) readRows(listing, sheet); });
    }), fail);
    return function () { stopped = true; };
  }

  /** The months in which somebody of an assumed sector would pay something else in transport: [{first, last, amount, other}]. */
  function sectorRuns(asked) {
    var month = Estimator.answer(rules, asked, today).inputs.month, runs = [], later, then, other, amount, last;
    for (later = 0; later <= 24; later++) {
      then = Estimator.monthsAfter(month, later);
      try {
        other = Estimator.answer(rules, Estimator.copy(asked, { month: then, months: "1" }), today).monthly.total;
        amount = Estimator.answer(rules, Estimator.copy(asked, { month: then, months: "1", sector: "transport" }), today).monthly.total;
      } catch (error) { return runs; }
      last = runs[runs.length - 1];
      if (amount === other) continue;
      if (last && Estimator.monthsAfter(last.last, 1) === then && last.amount === amount && last.other === other) last.last = then;
      else runs.push({ first: then, last: then, amount: amount, other: other });
    }
    return runs;
  }

  /** The months after `month` in which a law begins or a relief begins or ends. */
  function changes(month) {
    var found = {};
    rules.reliefs.forEach(function (relief) {
      found[relief.first] = found[Estimator.monthsAfter(relief.last, 1)] = true;
    });
    rules.schedules.forEach(function (schedule) {
      schedule.entries.forEach(function (entry) { found[Estimator.monthOf(entry)] = true; });
    });
    return Object.keys(found).filter(function (one) { return one > month; }).sort();
  }

  /** What the same people pay from the next month on in which it differs: done({month, total, amounts}), or done(null). */
  function later(result, done) {
    var all = result.different, months = {}, now = 0, ahead;
    all.forEach(function (one) {
      months[one.question.month || today.slice(0, 7)] = true;
      now += one.monthly * one.people * one.count;
    });
    if (Object.keys(months).length !== 1) return done(null);
    ahead = changes(Object.keys(months)[0]);
    (function month() {
      var then = ahead.shift(), at = 0, total = 0, amounts = {};
      if (!then) return done(null);
      (function step() {
        var until = performance.now() + 25, one, found;
        while (at < all.length && performance.now() < until) {
          one = all[at++];
          try {
            found = Estimator.answer(rules, Estimator.copy(one.question, { month: then }), today);
          } catch (error) { return month(); }
          total += found.monthly.total * one.people * one.count;
          each(Estimator.amounts(found), function (name, value) { amounts[name] = (amounts[name] || 0) + value * one.people * one.count; });
        }
        if (at < all.length) return setTimeout(step, 0);
        return total === now ? month() : done({ month: then, total: total, amounts: amounts });
      })();
    })();
  }

  // Results: guide.estimator.member_list.writing

  function harmless(text) {
    return /^[=+@\t\r\uff1d\uff0b\uff0d\uff20-]/.test(text) && !/^[+-]?[0-9][0-9.,]*$/.test(text) ? "\u0027" + text : text;
  }

  function csvCell(text) {
    text = harmless(text);
    return /[\x22,;|\t\r\n]/.test(text) ? "\"" + text.replace(/\x22/g, "\"\"") + "\"" : text;
  }

  function ours(answer) {
    return amountNames.map(function (name, at) {
      return !answer || answer.amounts[at] === undefined || answer.amounts[at] === null ? "" : answer.amounts[at];
    }).concat(answer ? answer.assumed.map(function (one) { return one.name; }).join(" ") : "", answer ? answer.error : "");
  }

  function titlesOf(result) {
    return result.header.columns.map(function (column) { return column.title; }).concat(amountNames, "assumed", "error");
  }

  /** Call `write(text)` with the result as CSV, piece by piece, then `done`. */
  function csvOf(result, write, done) {
    var mark = result.dress ? result.dress.mark : ",", end = result.dress ? result.dress.end : "\r\n", width = result.header.columns.length;
    var nothing = ours(null).join(mark);
    eachSlice(result, function (row, answer) {
      var cells = [], at;
      for (at = 0; at < width; at++) cells.push(at < row.length ? csvCell(own.textOf(row[at])) : "");
      if (answer && !answer.csv) answer.csv = ours(answer).map(function (cell) { return csvCell(String(cell)); }).join(mark);
      return cells.join(mark) + mark + (answer ? answer.csv : nothing) + end;
    }, write, done, "\ufeff" + titlesOf(result).map(csvCell).join(mark) + end);
  }

  function eachSlice(result, line, write, done, head) {
    var at = 0, text = head;
    (function step() {
      var until = performance.now() + 25;
      while (at < result.rows.length && (at % 64 || performance.now() < until)) {
        text += line(result.rows[at], result.answers[at], at);
        at += 1;
        if (text.length > HELD) {
          write(text);
          text = "";
        }
      }
      if (at < result.rows.length) return setTimeout(step, 0);
      write(text);
      done();
    })();
  }

  function xml(text) {
    return harmless(text).replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, " ").replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
  }

  function letters(at) {
    var made = "";
    for (at += 1; at; at = (at - 1 - (at - 1) % 26) / 26) made = String.fromCharCode(65 + (at - 1) % 26) + made;
    return made;
  }

  /** Call `write(text)` with the sheet of an .xlsx result, piece by piece, then `done`. */
  function sheetOf(result, write, done) {
    var width = result.header.columns.length, places = titlesOf(result).map(function (title, at) { return letters(at); });

    function cellOf(place, number, cell, style) {
      var start = "<c r=\"" + place + number + "\"";
      if (cell === "") return "";
      if (cell.day) return start + " s=\"3\"><v>" + (Date.UTC(cell.day.slice(0, 4), cell.day.slice(5, 7) - 1, cell.day.slice(8)) / 864e5 + 25569) + "</v></c>";
      if (typeof cell === "number") return start + (style || Math.abs(cell) >= 1e11 ? " s=\"" + (style || 4) + "\"" : "") + "><v>" + cell + "</v></c>";
      return start + (style ? " s=\"" + style + "\"" : "") + " t=\"inlineStr\"><is><t xml:space=\"preserve\">" + xml(cell) + "</t></is></c>";
    }

    eachSlice(result, function (row, answer, at) {
      var number = at + 2, made = "";
      row.forEach(function (cell, place) { made += cellOf(places[place], number, cell); });
      if (answer && !answer.xlsx) {
        answer.xlsx = ours(answer).map(function (cell, place) {
          return cellOf(places[width + place], "\u0001", cell, typeof cell === "number" ? 2 : 0);
        }).join("");
      }
      return "<row r=\"" + number + "\">" + made + (answer ? answer.xlsx.split("\u0001").join(number) : "") + "</row>";
    }, write, function () {
      write("</sheetData></worksheet>");
      done();
    }, data.sheet + "<row r=\"1\">" + titlesOf(result).map(function (title, at) { return cellOf(places[at], 1, title, 1); }).join("") + "</row>");
  }

  /** Call `write(text)` with the content of an .ods result, piece by piece, then `done`. */
  function contentOf(result, write, done) {
    var width = result.header.columns.length;

    function cellOf(cell) {
      if (cell === "") return "<table:table-cell/>";
      if (cell.day) return "<table:table-cell table:style-name=\"day\" office:value-type=\"date\" office:date-value=\"" + cell.day + "\"><text:p>" + cell.day + "</text:p></table:table-cell>";
      if (typeof cell === "number") return "<table:table-cell office:value-type=\"float\" office:value=\"" + cell + "\"><text:p>" + cell + "</text:p></table:table-cell>";
      return "<table:table-cell office:value-type=\"string\">" + cell.split("\n").map(function (line) { return "<text:p>" + xml(line) + "</text:p>"; }).join("") + "</table:table-cell>";
    }

    eachSlice(result, function (row, answer) {
      var made = "", at;
      for (at = 0; at < width; at++) made += cellOf(at < row.length ? row[at] : "");
      if (answer && !answer.ods) answer.ods = ours(answer).map(cellOf).join("");
      return "<table:table-row>" + made + (answer ? answer.ods : "") + "</table:table-row>";
    }, write, function () {
      write("</table:table></office:spreadsheet></office:body></office:document-content>");
      done();
    }, data.content + "<table:table-row>" + titlesOf(result).map(cellOf).join("") + "</table:table-row>");
  }

  // An archive of small files and a large one: guide.estimator.member_list.package

  var table = null;

  function check(sum, bytes) {
    var i, j, one;
    if (!table) {
      table = new Int32Array(256);
      for (i = 0; i < 256; i++) {
        one = i;
        for (j = 0; j < 8; j++) one = one & 1 ? one >>> 1 ^ 0xedb88320 : one >>> 1;
        table[i] = one;
      }
    }
    for (i = 0; i < bytes.length; i++) sum = table[(sum ^ bytes[i]) & 255] ^ sum >>> 8;
    return sum;
  }

  function le(value, size) {
    var made = [];
    while (size--) {
      made.push(value % 256);
      value = Math.floor(value / 256);
    }
    return made;
  }

  /** An archive as a Blob. `small`: [name, text]; `large`: its name, and a function (write, done) as above. */
  function packed(small, name, large, type, done) {
    var parts = [], entries = [], at = 0, encoder = new TextEncoder();

    function entry(name, sum, size, whole, method, blobs) {
      var bytes = encoder.encode(name);
      var common = [20, 0].concat(le(0x0800, 2), le(method, 2), le(0, 2), le(33, 2), le((sum ^ -1) >>> 0, 4), le(size, 4), le(whole, 4), le(bytes.length, 2), le(0, 2));
      var head = new Uint8Array([0x50, 0x4b, 3, 4].concat(common));
      entries.push([new Uint8Array([0x50, 0x4b, 1, 2, 20, 0].concat(common, le(0, 2), le(0, 2), le(0, 2), le(0, 4), le(at, 4))), bytes]);
      parts.push(head, bytes);
      parts = parts.concat(blobs);
      at += head.length + bytes.length + size;
    }

    /** The table of the archive, and its end. */
    function ends() {
      var made = [], length = 0;
      entries.forEach(function (one) {
        made.push(one[0], one[1]);
        length += one[0].length + one[1].length;
      });
      return made.concat(new Uint8Array([0x50, 0x4b, 5, 6, 0, 0, 0, 0].concat(le(entries.length, 2), le(entries.length, 2), le(length, 4), le(at, 4), [0, 0])));
    }

    small.forEach(function (one) {
      var bytes = encoder.encode(one[1]);
      entry(one[0], check(-1, bytes), bytes.length, bytes.length, 0, [bytes]);
    });
    var stream = new CompressionStream("deflate-raw"), writer = stream.writable.getWriter(), reader = stream.readable.getReader();
    var sum = -1, whole = 0, size = 0, blobs = [];
    (function step() {
      reader.read().then(function (piece) {
        if (!piece.done) {
          size += piece.value.length;
          blobs.push(piece.value);
          return step();
        }
        entry(name, sum, size, whole, 8, blobs);
        done(new Blob(parts.concat(ends()), { type: type }));
      });
    })();
    large(function (text) {
      var bytes = encoder.encode(text);
      sum = check(sum, bytes);
      whole += bytes.length;
      writer.write(bytes);
    }, function () { writer.close(); });
  }

  /** The result as a Blob of the kind that came in, and the ending of its name: done(blob, ending). */
  function fileOf(result, done) {
    var pieces = [];
    if (result.kind !== "csv" && window.CompressionStream) {
      if (result.kind === "xlsx") return packed(data.xlsx, "xl/worksheets/sheet1.xml", function (write, end) { sheetOf(result, write, end); },
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", function (blob) { done(blob, ".xlsx"); });
      return packed(data.ods, "content.xml", function (write, end) { contentOf(result, write, end); },
        "application/vnd.oasis.opendocument.spreadsheet", function (blob) { done(blob, ".ods"); });
    }
    csvOf(result, function (text) { pieces.push(text); }, function () { done(new Blob(pieces, { type: "text/csv" }), ".csv"); });
  }

  return { run: run, fileOf: fileOf, csvOf: csvOf, sectorRuns: sectorRuns, later: later, labelOf: labelOf, amountNames: amountNames, rules: own };
}
