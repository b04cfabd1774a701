/*
Lists of members: rows out of a file on the device, piece by piece: CSV in every dress, .xlsx and .ods
(guide.estimator.member_list). One classic script in ES5, after js/member-list/rules.js. Archives need
DecompressionStream; without it the reader is asked for CSV. `source`: {file, known: how many known titles a row has,
told: hears which part of the file was read, fail: gets the error that ends the reading}; `done` gets what a function
gives. Nothing is kept, no entity of XML is followed, and every size has a bound.
*/
var MemberFiles = (function () {
  "use strict";
  var stop = MemberRules.stop, MOST_COLUMNS = MemberRules.MOST_COLUMNS, MOST_ROWS = MemberRules.MOST_ROWS;
  var PIECE = 1 << 18, LARGEST = 1 << 29, LONGEST = 4e6, MOST_LINES = 100, MOST_TEXT = 2e8;
  var MARKS = [",", ";", "\t", "|"], SLICE = 25;
  var HEAD = 1024, BIT = 4096;
  var since = 0;
  var USUAL_CELL = /<c r="([A-Z]{1,3})\d+"(?: s="(\d+)")?(?: t="([ns])")?><v>(\d{1,15})<\/v><\/c>|/g;
  var USUAL_TEXT = /<si><t>([^<&]*)<\/t><\/si>|/g;
  var ENTITIES = { amp: "&", lt: "<", gt: ">", quot: "\"", apos: "'" };

  // Bytes

  /** Go on, after the page had its turn if it has waited long enough. */
  function next(act) {
    if (performance.now() - since < SLICE) return act();
    setTimeout(function () {
      since = performance.now();
      act();
    }, 0);
  }

  /** Call `step` until it returns false, and give the page its turn in between; then `done`. */
  function inSlices(step, done) {
    while (performance.now() - since < SLICE) if (step() === false) return done();
    setTimeout(function () {
      since = performance.now();
      inSlices(step, done);
    }, 0);
  }

  /** Return a function whose errors end the reading. */
  function guarded(source, act) {
    return function (value) {
      try {
        return act(value);
      } catch (error) {
        source.fail(error && error.mistakes ? error : stop("broken"));
      }
    };
  }

  function bytesOf(source, from, to, done) {
    var reader = new FileReader();
    reader.onload = function () { done(new Uint8Array(reader.result)); };
    reader.onerror = function () { source.fail(stop("unread")); };
    reader.readAsArrayBuffer(source.file.slice(from, to));
  }

  /** Call `act(piece, last, go)` with each piece of the file; `go` gives the next one. After the last, `done`. */
  function pieces(source, size, act, done) {
    var at = 0, whole = source.file.size;
    (function step() {
      if (at >= whole && at) return done();
      bytesOf(source, at, at + size, function (bytes) {
        at += size;
        source.told(Math.min(1, at / whole));
        next(guarded(source, function () { act(bytes, at >= whole, step); }));
      });
    })();
  }

  /** Throw where a sheet has too many rows. */
  function boundRows(count) {
    if (count > MOST_ROWS) throw stop("rows", { most: MOST_ROWS });
  }

  /** Throw where a row has too many columns. */
  function boundColumns(count, row) {
    if (count > MOST_COLUMNS) throw stop("columns", { row: row, most: MOST_COLUMNS });
  }

  // Encodings: guide.estimator.member_list.csv_reader

  /** Give the name of the encoding, by all bytes, and whether a mark stands before them: done(name, mark). */
  function encodingOf(source, head, done) {
    var bytes = { need: 0, low: 0x80, high: 0xbf, strays: false, letters: false, unlikely: false, line: 1, stray: 0 };
    var bom = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf, wide = bom ? "" : wideOf(head);
    if (head[0] === 0xff && head[1] === 0xfe) return done("utf-16le", true);
    if (head[0] === 0xfe && head[1] === 0xff) return done("utf-16be", true);
    if (wide) return wide === "binary" ? source.fail(stop("binary")) : done(wide, false);
    pieces(source, PIECE, function (piece, last, go) {
      look(bytes, piece);
      if (last && bytes.need) strayed(bytes);
      go();
    }, function () {
      if (bytes.strays && (bom || bytes.letters || bytes.unlikely)) {
        return source.fail(stop("byte", { line: bytes.stray }));
      }
      if (bytes.unlikely && !bytes.letters && !bom) return source.fail(stop("binary"));
      done(bytes.strays ? "windows-1252" : "utf-8", bom);
    });
  }

  /** Return how letters of two bytes are written, by where zeros stand; `binary` for no text, nothing without zeros. */
  function wideOf(head) {
    var size = Math.min(head.length, HEAD), odd = true, even = true, i;
    for (i = 0; i + 1 < size; i += 2) {
      even = even && !head[i];
      odd = odd && !head[i + 1];
    }
    for (i = 0; i < size && head[i]; i++);
    return i >= size ? "" : odd ? "utf-16le" : even ? "utf-16be" : "binary";
  }

  /** Read bytes as UTF-8, and note what is none, what is, and what stands in no text. */
  function look(bytes, piece) {
    var i, byte;
    for (i = 0; i < piece.length; i++) {
      byte = piece[i];
      if (byte < 9 || byte > 13 && byte < 26 || byte > 27 && byte < 32 || byte === 0x81 || byte === 0x8d ||
          byte === 0x8f || byte === 0x90 || byte === 0x9d || byte > 0xfd) bytes.unlikely = true;
      if (bytes.need) {
        if (byte >= bytes.low && byte <= bytes.high) {
          bytes.low = 0x80;
          bytes.high = 0xbf;
          bytes.need -= 1;
          if (!bytes.need) bytes.letters = true;
          continue;
        }
        strayed(bytes);
      }
      if (byte > 0x7f) {
        begin(bytes, byte);
        if (!bytes.need) strayed(bytes);
      } else if (byte === 10) bytes.line += 1;
    }
  }

  /** Note how many bytes must follow the first of a letter, and which. */
  function begin(bytes, byte) {
    bytes.low = byte === 0xe0 ? 0xa0 : byte === 0xf0 ? 0x90 : 0x80;
    bytes.high = byte === 0xed ? 0x9f : byte === 0xf4 ? 0x8f : 0xbf;
    bytes.need = byte < 0xc2 || byte > 0xf4 ? 0 : byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : 3;
  }

  function strayed(bytes) {
    if (!bytes.strays) bytes.stray = bytes.line;
    bytes.strays = true;
    bytes.need = 0;
  }

  // CSV

  /** Return the state of reading CSV that comes in pieces; `skip`: the first line only names the mark. */
  function csvParser(mark, skip) {
    return { mark: mark, skip: skip, carry: "", number: 0, start: 0, lines: 1, cell: "", row: [], rows: [] };
  }

  /** Return the rows that are complete with these letters; what is not waits for more. `last`: there is no more. */
  function pushCsv(parser, piece, last) {
    var text = parser.carry + piece, at = 0, letter;
    parser.rows = [];
    if (parser.skip) at = afterLine(text, last);
    if (at >= 0) parser.skip = false;
    beginRow(parser, Math.max(at, 0));
    while (at >= 0 && at < text.length) {
      at = readCell(parser, text, at, last);
      if (at < 0) break;
      parser.row.push(parser.cell);
      boundColumns(parser.row.length, parser.number + 1);
      letter = text.charAt(at);
      at += letter === "\r" && text.charAt(at + 1) === "\n" ? 2 : 1;
      if (letter !== parser.mark) finishRow(parser, text, at);
      else if (at >= text.length && last) {
        parser.row.push("");
        finishRow(parser, text, at);
      }
    }
    parser.carry = last ? "" : text.slice(parser.start);
    return parser.rows;
  }

  /** Return where the second line begins, or -1 if that is not sure yet. */
  function afterLine(text, last) {
    var end = text.search(/[\r\n]/);
    if (end < 0) return last ? text.length : -1;
    return text.charAt(end) === "\r" && text.charAt(end + 1) === "\n" ? end + 2 : end + 1;
  }

  function beginRow(parser, at) {
    parser.row = [];
    parser.start = at;
    parser.lines = 1;
  }

  function finishRow(parser, text, at) {
    var row = parser.row;
    parser.rows.push(row.length === 1 && !row[0] && text.charAt(parser.start) !== "\"" ? [] : row);
    parser.number += 1;
    boundRows(parser.number);
    beginRow(parser, at);
  }

  /** Read the cell at a place into `parser.cell`; return where it ends, or -1 if its end has not come. */
  function readCell(parser, text, at, last) {
    var from, letter;
    parser.cell = "";
    if (text.charAt(at) === "\"") at = readQuoted(parser, text, at + 1, last);
    if (at < 0) return at;
    for (from = at; at < text.length; at++) {
      letter = text.charAt(at);
      if (letter === parser.mark || letter === "\n" || letter === "\r") break;
    }
    parser.cell += text.slice(from, at);
    if (last || at < text.length && (letter !== "\r" || at + 1 < text.length)) return at;
    if (text.length - parser.start > LONGEST) throw stop("long", { row: parser.number + 1, most: LONGEST });
    return -1;
  }

  /** Read what stands in quotes into `parser.cell`; return the place behind them, or -1 if it has not come. */
  function readQuoted(parser, text, at, last) {
    var end;
    for (;;) {
      end = text.indexOf("\"", at);
      parser.lines += breaks(text.slice(at, end < 0 ? text.length : end));
      if (parser.lines > MOST_LINES || end < 0 && last) throw stop("quote", { row: parser.number + 1 });
      if (end < 0) return end;
      parser.cell += text.slice(at, end);
      at = end + 1;
      if (at >= text.length && !last) return -1;
      if (text.charAt(at) !== "\"") return at;
      parser.cell += "\"";
      at += 1;
    }
  }

  function breaks(text) {
    return text.split("\n").length - 1 || text.split("\r").length - 1;
  }

  function openCsv(source, head, done) {
    encodingOf(source, head, function (encoding, bom) {
      var text = new TextDecoder(encoding).decode(head.subarray(0, 1 << 16), { stream: true }).replace(/^\ufeff/, "");
      var named = /^"?sep=(.)"?[ \t]*(?:\r\n|\r|\n|$)/i.exec(text), mark = named ? named[1] : markOf(source, text);
      var ends = /\r\n|\r|\n/.exec(text);
      done({ kind: "csv", dress: { mark: mark, end: ends ? ends[0] : "\n", bom: bom }, sheets: [{ name: "",
        rows: function (act, end) {
          csvRows(source, encoding, csvParser(mark, !!named), act, end);
        } }] });
    });
  }

  /** Call `act(rows, go)` with the rows of a CSV file as they come, then `done`. */
  function csvRows(source, encoding, parser, act, done) {
    var decoder = new TextDecoder(encoding, { fatal: true }), line = 1;
    pieces(source, PIECE / 8, function (bytes, last, go) {
      var text;
      try {
        text = decoder.decode(bytes, { stream: !last });
      } catch (error) { throw stop("byte", { line: line }); }
      line += breaks(text);
      act(pushCsv(parser, text, last), go);
    }, done);
  }

  /** Return the mark by which most titles are known; where none are, the most frequent one of the first line. */
  function markOf(source, text) {
    var lines = text.split(/\r\n|\r|\n/).slice(0, 64), best = -1, found = ",";
    var first = lines.filter(function (line) { return line.replace(/[,;|\x22 \t]+/g, ""); })[0] || lines[0] || "";
    first = first.replace(/"[^"]*"/g, "");
    MARKS.forEach(function (mark) {
      var most = 0, rows = [], score;
      try {
        rows = pushCsv(csvParser(mark, false), lines.join("\n") + "\n", false).slice(0, 10);
      } catch (error) { rows = []; }
      rows.forEach(function (row) { most = Math.max(most, source.known(row)); });
      score = most * 1e6 + first.split(mark).length - 1;
      if (score > best) {
        best = score;
        found = mark;
      }
    });
    return found;
  }

  // Archives: guide.estimator.member_list.packed

  function number(bytes, at, size) {
    var value = 0, i;
    for (i = size - 1; i >= 0; i--) value = value * 256 + (bytes[at + i] || 0);
    return value;
  }

  /** Give the files of an archive by their names: done({name: {method, locked, size, whole, at}}). */
  function archive(source, done) {
    bytesOf(source, Math.max(0, source.file.size - 66000), source.file.size, guarded(source, function (tail) {
      var end = tail.length - 22, from;
      while (end >= 0 && number(tail, end, 4) !== 0x06054b50) end -= 1;
      if (end < 0) throw stop("broken");
      from = number(tail, end + 16, 4);
      bytesOf(source, from, from + number(tail, end + 12, 4), guarded(source, function (bytes) {
        done(entriesOf(bytes));
      }));
    }));
  }

  function entriesOf(bytes) {
    var files = {}, at = 0, length, name;
    while (at + 46 <= bytes.length && number(bytes, at, 4) === 0x02014b50) {
      length = number(bytes, at + 28, 2);
      name = new TextDecoder("utf-8").decode(bytes.subarray(at + 46, at + 46 + length));
      files[name] = { method: number(bytes, at + 10, 2), locked: number(bytes, at + 8, 2) & 1,
        size: number(bytes, at + 20, 4), whole: number(bytes, at + 24, 4), at: number(bytes, at + 42, 4) };
      at += 46 + length + number(bytes, at + 30, 2) + number(bytes, at + 32, 2);
    }
    return files;
  }

  /** Call `act(text, last, go)` with each piece of a file of the archive; `go` gives the next one, at last `done`. */
  function unpack(source, entry, act, done) {
    if (!entry || entry.locked || entry.method && entry.method !== 8) return source.fail(stop("broken"));
    bytesOf(source, entry.at, entry.at + 30, guarded(source, function (head) {
      var from = entry.at + 30 + number(head, 26, 2) + number(head, 28, 2);
      var stream = source.file.slice(from, from + entry.size).stream();
      if (number(head, 0, 4) !== 0x04034b50) throw stop("broken");
      if (entry.method) stream = stream.pipeThrough(inBits()).pipeThrough(new DecompressionStream("deflate-raw"));
      readStream(source, stream.getReader(), entry.whole || 1, act, done);
    }));
  }

  /** Return a stream that hands on in small bits what comes in large ones, so that none takes long to unpack. */
  function inBits() {
    return new TransformStream({ transform: function (piece, to) {
      for (var at = 0; at < piece.length; at += BIT) to.enqueue(piece.subarray(at, at + BIT));
    } });
  }

  function readStream(source, reader, whole, act, done) {
    var left = LARGEST, decoder = new TextDecoder("utf-8");
    function fail(error) {
      reader.cancel();
      source.fail(error);
    }
    (function step() {
      reader.read().then(function (piece) {
        next(guarded({ fail: fail }, function () {
          if (piece.done) return act(decoder.decode(), true, done);
          left -= piece.value.length;
          source.told(Math.min(1, (LARGEST - left) / whole));
          if (left < 0) throw stop("large");
          act(decoder.decode(piece.value, { stream: true }), false, step);
        }));
      }, function () { source.fail(stop("broken")); });
    })();
  }

  // XML, without entities of its own

  function plain(text) {
    if (text.indexOf("&") < 0) return text;
    return text.replace(/&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(\w+));/g, function (whole, hex, decimal, name) {
      var code = hex ? parseInt(hex, 16) : decimal ? +decimal : 0;
      if (name && !/^(amp|lt|gt|quot|apos)$/.test(name) || code > 0x10ffff) throw stop("broken");
      if (name) return ENTITIES[name];
      return code > 0xffff ?
        String.fromCharCode(0xd800 + ((code - 0x10000) >> 10), 0xdc00 + ((code - 0x10000) & 1023)) :
        String.fromCharCode(code);
    });
  }

  /**
   * Return the state of reading XML that comes in pieces. `tag(name, rest, closing, empty)` is called for each tag,
   * `text` for what stands between. `usual(all, start)`, where there is one, may read whole tags that are written in
   * the usual form, several at once, and returns the place behind them.
   */
  function xmlParser(tag, text, usual) {
    return { carry: "", open: [], tag: tag, text: text, usual: usual };
  }

  /** Read the text that `unpack` gives as XML. */
  function readXml(source, entry, parser, done) {
    unpack(source, entry, function (piece, last, go) {
      pushXml(parser, piece, last);
      go();
    }, done);
  }

  function pushXml(parser, piece, last) {
    var all = parser.carry + piece, at = 0, start, letter;
    parser.carry = "";
    for (;;) {
      start = all.indexOf("<", at);
      if (start < 0) start = all.length;
      if (start > at && (start < all.length || last)) parser.text(all.slice(at, start));
      if (start >= all.length) {
        if (start > at && !last) parser.carry = all.slice(at);
        break;
      }
      at = parser.usual ? parser.usual(all, start) : start;
      if (at > start) continue;
      letter = all.charAt(start + 1);
      at = letter === "!" || letter === "?" ? pastRemark(parser, all, start, last) : pastTag(parser, all, start);
      if (at < 0) {
        parser.carry = all.slice(start);
        break;
      }
    }
    if (parser.carry.length > LONGEST || last && (parser.open.length || parser.carry.replace(/\s+/, ""))) {
      throw stop("broken");
    }
  }

  /** Return the place behind a comment, an instruction or a text in CDATA; -1 if its end has not come. */
  function pastRemark(parser, all, start, last) {
    var mark, end;
    if (all.length - start < 9 && !last) return -1;
    mark = all.substr(start, 9) === "<![CDATA[" ? "]]>" : all.substr(start, 4) === "<!--" ? "-->" :
      all.charAt(start + 1) === "?" ? "?>" : "";
    if (!mark) throw stop("broken");
    end = all.indexOf(mark, start + 2);
    if (end < 0) return end;
    if (mark === "]]>") parser.text(all.slice(start + 9, end).replace(/&/g, "&amp;"));
    return end + mark.length;
  }

  /** Return the place behind a tag; -1 if its end has not come. */
  function pastTag(parser, all, start) {
    var end = all.indexOf(">", start), closing, empty, inside, blank, name;
    if (end < 0) return end;
    closing = all.charCodeAt(start + 1) === 47;
    empty = all.charCodeAt(end - 1) === 47;
    inside = all.slice(start + (closing ? 2 : 1), empty ? end - 1 : end);
    blank = inside.search(/\s/);
    name = blank < 0 ? inside : inside.slice(0, blank);
    if (closing ? parser.open.pop() !== name : /[<"'=]/.test(name)) throw stop("broken");
    if (!closing && !empty) parser.open.push(name);
    parser.tag(name, blank < 0 ? "" : inside.slice(blank), closing, empty);
    return end + 1;
  }

  /** Return what a pattern finds at a place, or nothing. Patterns end in `|`, so that none looks further. */
  function usualAt(pattern, all, at) {
    var parts;
    pattern.lastIndex = at;
    parts = pattern.exec(all);
    return parts[0] ? parts : null;
  }

  function attribute(rest, name) {
    var parts = new RegExp("\\s" + name + "\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')").exec(rest);
    return parts ? plain(parts[1] || parts[2] || "") : "";
  }

  function local(name) {
    return name.slice(name.indexOf(":") + 1);
  }

  /** Give all tags of a small file: done([{name, rest}]). A file that is not there has none. */
  function tagsOf(source, entry, done) {
    var tags = [], parser = xmlParser(function (name, rest, closing) {
      if (!closing) tags.push({ name: local(name), rest: rest });
    }, function () {});
    if (!entry) return done(tags);
    readXml(source, entry, parser, function () { done(tags); });
  }

  /** Return the rows of a sheet that are complete with this piece of its XML. */
  function pushRows(sheet, piece, last) {
    sheet.rows = [];
    pushXml(sheet.xml, piece, last);
    return sheet.rows;
  }

  /** Return a sheet of a listing; `make` gives the state in which its XML is read. */
  function sheetOf(source, name, entry, make) {
    return { name: name, rows: function (act, end) {
      var sheet = make();
      unpack(source, entry, function (piece, last, go) { act(pushRows(sheet, piece, last), go); }, end);
    } };
  }

  /** Add a text to the cell of a sheet. */
  function addText(sheet, piece) {
    if (sheet.inside) sheet.text += piece;
    if (sheet.text.length > LONGEST) throw stop("broken");
  }

  // .xlsx: guide.estimator.member_list.xlsx_reader

  function numberOf(text) {
    var value = /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?\s*$/.test(text) ? +text : NaN;
    return value - value === 0 && (Math.abs(value) < 9007199254740992 || value % 1) ? value : text;
  }

  function dayOf(serial, base) {
    var day = new Date(base + Math.floor(serial) * 864e5);
    return isNaN(day) || day.getUTCFullYear() > 9999 ? serial : { day: day.toISOString().slice(0, 10) };
  }

  /** Give the paths of the parts of a document by their ids. */
  function relationsOf(source, entry, folder, done) {
    tagsOf(source, entry, function (tags) {
      var relations = {};
      tags.forEach(function (tag) {
        var target = attribute(tag.rest, "Target"), parts = [];
        if (tag.name !== "Relationship" || attribute(tag.rest, "TargetMode") === "External") return;
        (target.charAt(0) === "/" ? target.slice(1) : folder + "/" + target).split("/").forEach(function (part) {
          if (part === "..") parts.pop();
          else if (part && part !== ".") parts.push(part);
        });
        relations[attribute(tag.rest, "Id")] = parts.join("/");
      });
      done(relations);
    });
  }

  function ending(relations, end) {
    return Object.keys(relations).map(function (id) { return relations[id]; }).filter(function (path) {
      return path.toLowerCase().slice(-end.length) === end;
    })[0] || "";
  }

  function openXlsx(source, files, done) {
    relationsOf(source, files["_rels/.rels"], "", function (roots) {
      var path = ending(roots, "workbook.xml") || "xl/workbook.xml", folder = path.replace(/\/?[^\/]*$/, "");
      var beside = folder + "/_rels/" + path.slice(folder.length + 1) + ".rels";
      relationsOf(source, files[beside], folder, function (relations) {
        tagsOf(source, files[path], function (tags) {
          openBook(source, files, relations, tags, done);
        });
      });
    });
  }

  /** Open a workbook by its tags; its sheets need its styles and the texts that they share. */
  function openBook(source, files, relations, tags, done) {
    var base = Date.UTC(1899, 11, 30), sheets = [];
    tags.forEach(function (tag) {
      var part, state = attribute(tag.rest, "state");
      if (tag.name === "workbookPr" && /^(1|true)$/.test(attribute(tag.rest, "date1904"))) base = Date.UTC(1904, 0, 1);
      part = tag.name === "sheet" && relations[attribute(tag.rest, "\\w+:id")];
      if (part && files[part] && (!state || state === "visible")) {
        sheets.push({ name: attribute(tag.rest, "name"), part: part });
      }
    });
    if (!sheets.length) return source.fail(stop("broken"));
    stylesOf(source, files[ending(relations, "styles.xml")], function (days) {
      textsOf(source, files[ending(relations, "sharedstrings.xml")], function (texts) {
        done({ kind: "xlsx", dress: null, sheets: sheets.map(function (sheet) {
          return sheetOf(source, sheet.name, files[sheet.part], function () { return xlsxSheet(texts, days, base); });
        }) });
      });
    });
  }

  /** Give the numbers of the cell styles that show a day. */
  function stylesOf(source, entry, done) {
    tagsOf(source, entry, function (tags) {
      var shown = {}, days = {}, inside = false, count = 0;
      tags.forEach(function (tag) {
        var id = attribute(tag.rest, "numFmtId");
        if (tag.name === "numFmt") {
          shown[id] = /[yd]|mmm/i.test(
            attribute(tag.rest, "formatCode").replace(/"[^"]*"|\\.|\[[^\]]*\]|_.|\*./g, ""));
        } else if (tag.name === "cellXfs") inside = true;
        else if (tag.name === "cellStyles" || tag.name === "dxfs") inside = false;
        else if (tag.name === "xf" && inside) {
          if (shown.hasOwnProperty(id || "0") ? shown[id || "0"] : isDayFormat(id || "0")) days[count] = true;
          count += 1;
        }
      });
      done(days);
    });
  }

  /** Return whether a format that every workbook knows shows a day. */
  function isDayFormat(id) {
    return id >= 14 && id <= 17 || id === "22" || id >= 27 && id <= 36 || id >= 50 && id <= 58;
  }

  /** Give the texts that the sheets of a workbook share. */
  function textsOf(source, entry, done) {
    var texts = [], whole = "", text = "", inside = false, spoken = false, size = 0;
    var parser = xmlParser(function (name, rest, closing, empty) {
      name = local(name);
      if (name === "t") {
        inside = !closing && !empty;
        if (closing && !spoken) whole += text;
        text = "";
      } else if (name === "rPh") spoken = !closing;
      else if (name === "si" && (closing || empty)) {
        add(unescaped(plain(whole)));
        whole = "";
      }
    }, function (piece) {
      if (inside) text += piece;
    }, function (all, at) {
      var parts;
      for (; (parts = usualAt(USUAL_TEXT, all, at)); at += parts[0].length) add(unescaped(parts[1]));
      return at;
    });
    function add(whole) {
      texts.push(whole);
      size += whole.length;
      if (size > MOST_TEXT || texts.length > 5e6) throw stop("large");
    }
    if (!entry) return done(texts);
    readXml(source, entry, parser, function () { done(texts); });
  }

  function unescaped(text) {
    return text.indexOf("_x") < 0 ? text : text.replace(/_x([0-9A-Fa-f]{4})_/g, function (code, hex) {
      return String.fromCharCode(parseInt(hex, 16));
    });
  }

  function placeOf(letters, row) {
    var place = 0, i;
    if (letters.length < 4) for (i = 0; i < letters.length; i++) place = place * 26 + letters.charCodeAt(i) - 64;
    boundColumns(place || MOST_COLUMNS + 1, row);
    return place - 1;
  }

  /** Return the state of reading a sheet: where it stands, and the cell that is read. */
  function xlsxSheet(texts, days, base) {
    var sheet = { texts: texts, days: days, base: base, at: -1, kind: "", style: "", text: "", row: [], count: 0,
      missing: 0, known: Object.create(null), size: 0 };
    sheet.xml = xmlParser(function (name, rest, closing, empty) {
      xlsxTag(sheet, name.indexOf(":") >= 0 ? local(name) : name, rest, closing, empty);
    }, function (piece) { addText(sheet, piece); }, function (all, at) { return usualCells(sheet, all, at); });
    return sheet;
  }

  /** Read the cells at a place that hold a shared text or a whole number; return the place behind them. */
  function usualCells(sheet, all, at) {
    var parts, cell;
    for (; (parts = usualAt(USUAL_CELL, all, at)); at += parts[0].length) {
      sheet.at = placeOf(parts[1], sheet.count + 1);
      cell = parts[3] === "s" ? sheet.texts[+parts[4]] :
        sheet.days[parts[2]] ? dayCell(sheet, parts[4]) : +parts[4];
      if (cell === undefined) throw stop("broken");
      addCell(sheet, cell);
    }
    return at;
  }

  function xlsxTag(sheet, name, rest, closing, empty) {
    if (name === "c") {
      if (!closing) beginCell(sheet, rest);
      else endCell(sheet);
    } else if (name === "v" || name === "t") {
      sheet.inside = !closing && !empty;
      if (sheet.inside) sheet.filled = true;
      if (sheet.inside && name === "v") sheet.text = "";
    } else if (name === "row") {
      if (!closing) beginSheetRow(sheet, match(/\sr=["'](\d+)["']/, rest));
      if (closing || empty) endSheetRow(sheet);
    }
  }

  /** Return what a pattern holds of a text, or nothing. */
  function match(pattern, text) {
    var parts = pattern.exec(text);
    return parts ? parts[1] : "";
  }

  function beginSheetRow(sheet, number) {
    sheet.row = [];
    sheet.at = -1;
    boundRows(+number);
    sheet.missing = number ? Math.max(0, number - sheet.count - 1) : 0;
  }

  function endSheetRow(sheet) {
    sheet.count += sheet.missing + 1;
    boundRows(sheet.count);
    while (sheet.missing-- > 0) sheet.rows.push([]);
    sheet.rows.push(sheet.row);
  }

  function beginCell(sheet, rest) {
    var letters = match(/\sr=["']([A-Za-z]+)\d*["']/, rest);
    sheet.at = letters ? placeOf(letters.toUpperCase(), sheet.count + 1) : sheet.at + 1;
    sheet.kind = match(/\st=["'](\w+)["']/, rest);
    sheet.style = match(/\ss=["'](\d+)["']/, rest);
    sheet.text = "";
    sheet.filled = false;
  }

  function endCell(sheet) {
    if (sheet.filled) addCell(sheet, xlsxCell(sheet, sheet.kind, sheet.text));
  }

  /** Put a cell into the row at its place; of two at the same place the first one counts. */
  function addCell(sheet, cell) {
    var row = sheet.row;
    if (sheet.at < row.length) return;
    boundColumns(sheet.at + 1, sheet.count + 1);
    while (row.length < sheet.at) row.push("");
    row.push(cell);
  }

  function xlsxCell(sheet, kind, text) {
    if (kind === "s") {
      if (!/^\s*\d+\s*$/.test(text) || !(+text < sheet.texts.length)) throw stop("broken");
      return sheet.texts[+text];
    }
    if (!kind || kind === "n") return sheet.style && sheet.days[sheet.style] ? dayCell(sheet, text) : numberOf(text);
    if (kind === "b") return text.trim() === "1" ? "TRUE" : "FALSE";
    if (kind === "d") return /^\d{4}-\d\d-\d\d/.test(text) ? { day: text.slice(0, 10) } : text;
    return unescaped(plain(text));
  }

  /** Return the day of a number; days are few, and remembered. */
  function dayCell(sheet, text) {
    var value;
    if (sheet.known[text]) return sheet.known[text];
    if (sheet.size++ > 1e5) sheet.known = Object.create(null);
    value = numberOf(text);
    return sheet.known[text] = typeof value === "number" && value >= 1 ? dayOf(value, sheet.base) : value;
  }

  // .ods: guide.estimator.member_list.ods_reader

  function openOds(source, files, done) {
    var entry = files["content.xml"];
    tagsOf(source, entry, function (tags) {
      var tables = tags.filter(function (tag) { return tag.name === "table"; });
      if (!tables.length) return source.fail(stop("broken"));
      done({ kind: "ods", dress: null, sheets: tables.map(function (table, at) {
        return sheetOf(source, attribute(table.rest, "table:name"), entry, function () { return odsSheet(at); });
      }) });
    });
  }

  function times(rest, name) {
    var text = attribute(rest, name);
    return /^\d{1,9}$/.test(text) ? +text : 1;
  }

  /** Return the state of reading the sheet of this number: where it stands, and the cell that is read. */
  function odsSheet(wanted) {
    var sheet = { number: -1, rows: [], row: [], marks: "", lines: [], text: "", inside: false, noted: 0,
      repeat: 1, blanks: 0, blankRows: 0, count: 0 };
    sheet.xml = xmlParser(function (name, rest, closing, empty) {
      if (name === "table:table" && !closing) sheet.number += 1;
      if (sheet.number === wanted) odsTag(sheet, name, rest, closing, empty);
    }, function (piece) { addText(sheet, piece); });
    return sheet;
  }

  function odsTag(sheet, name, rest, closing, empty) {
    if (name === "table:table-row") {
      if (!closing) {
        sheet.row = [];
        sheet.blanks = 0;
        sheet.repeat = times(rest, "table:number-rows-repeated");
      }
      if (closing || empty) endOdsRow(sheet);
    } else if (name === "table:table-cell" || name === "table:covered-table-cell") {
      if (!closing) {
        sheet.marks = rest;
        sheet.lines = [];
      }
      if (closing || empty) endOdsCell(sheet);
    } else if (name === "text:p") {
      sheet.inside = !closing && !empty;
      if (closing && !sheet.noted) sheet.lines.push(sheet.text);
      sheet.text = "";
    } else if (name === "text:s" || name === "text:tab" || name === "text:line-break") {
      if (!closing) sheet.text += new Array(Math.min(times(rest, "text:c"), 100) + 1).join(" ");
    } else if (name === "office:annotation") sheet.noted += closing ? -1 : 1;
  }

  function odsCell(sheet) {
    var kind = attribute(sheet.marks, "office:value-type"), day;
    if (kind === "float" || kind === "currency" || kind === "percentage") {
      return numberOf(attribute(sheet.marks, "office:value"));
    }
    if (kind === "date") day = attribute(sheet.marks, "office:date-value");
    if (/^\d{4}-\d\d-\d\d/.test(day)) return { day: day.slice(0, 10) };
    if (kind === "boolean") return attribute(sheet.marks, "office:boolean-value").toUpperCase();
    return plain(sheet.lines.join("\n"));
  }

  /** Add a cell as often as it is repeated; blank ones wait for one that is not. */
  function endOdsCell(sheet) {
    var cell = odsCell(sheet), many = times(sheet.marks, "table:number-columns-repeated");
    if (cell === "") {
      sheet.blanks += many;
      return;
    }
    boundColumns(sheet.row.length + sheet.blanks + many, sheet.count + 1);
    while (sheet.blanks-- > 0) sheet.row.push("");
    sheet.blanks = 0;
    while (many-- > 0) sheet.row.push(cell);
  }

  /** Add a row as often as it is repeated; blank ones wait for one that is not. */
  function endOdsRow(sheet) {
    if (!sheet.row.length) {
      sheet.blankRows += sheet.repeat;
      return;
    }
    sheet.count += sheet.blankRows + sheet.repeat;
    boundRows(sheet.count);
    while (sheet.blankRows-- > 0) sheet.rows.push([]);
    sheet.blankRows = 0;
    while (sheet.repeat-- > 0) sheet.rows.push(sheet.row);
  }

  // What kind of file it is: guide.estimator.member_list.opening

  /** Open a file: done({kind, dress, sheets: [{name, rows(act, end)}]}); `act(rows, go)` asks for more by `go`. */
  function open(source, done) {
    since = performance.now();
    bytesOf(source, 0, 1 << 16, guarded(source, function (head) {
      var start = String.fromCharCode.apply(null, head.subarray(0, 64));
      if (start.slice(0, 2) === "PK") {
        if (!window.DecompressionStream) return source.fail(stop("old-browser"));
        return archive(source, function (files) { openArchive(source, files, done); });
      }
      if (start.slice(0, 4) === "\xd0\xcf\x11\xe0") return source.fail(stop("older"));
      if (/^(?:\xef\xbb\xbf)?\s*<(?:html|!doctype|table|\?xml|meta|head|div|style)/i.test(start)) {
        return source.fail(stop("page"));
      }
      if (/^(?:%PDF|\x89PNG|\xff\xd8\xff|GIF8|\{\\rtf|Rar!|7z\xbc\xaf|\x1f\x8b)/.test(start)) {
        return source.fail(stop("binary"));
      }
      openCsv(source, head, done);
    }));
  }

  function openArchive(source, files, done) {
    if (files.mimetype && files["content.xml"]) return openOds(source, files, done);
    if (!files["[Content_Types].xml"] || Object.keys(files).some(function (name) {
      return /workbook\.bin$/.test(name);
    })) return source.fail(stop("format"));
    openXlsx(source, files, done);
  }

  return { open: open, inSlices: inSlices, csvParser: csvParser, pushCsv: pushCsv, xmlParser: xmlParser,
    pushXml: pushXml };
})();
