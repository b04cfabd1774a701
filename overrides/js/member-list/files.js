/*
Lists of members: rows out of a file on the device, piece by piece: CSV in every dress, .xlsx and .ods (guide.estimator.member_list).
One classic script in ES5, after js/member-list/rules.js. Archives need DecompressionStream; without it the reader is asked for CSV.
`known`: how many known titles a row has; `told`: is told which part of a file was read. Nothing is kept, no entity of XML is followed, and every size has a bound.
*/
function memberFiles(file, known, stop, told) {
  "use strict";
  var PIECE = 1 << 18, LARGEST = 1 << 29, LONGEST = 4e6, MOST_COLUMNS = 2000, MOST_ROWS = 1048576, MOST_LINES = 100, MOST_TEXT = 2e8;
  var MARKS = [",", ";", "\t", "|"], SLICE = 25;
  var since = performance.now();

  /** Go on, after the page had its turn if it has waited long enough. */
  function next(act) {
    if (performance.now() - since < SLICE) return act();
    setTimeout(function () {
      since = performance.now();
      act();
    }, 0);
  }

  function bytesOf(from, to, done, fail) {
    var reader = new FileReader();
    reader.onload = function () { done(new Uint8Array(reader.result)); };
    reader.onerror = function () { fail(stop("unread")); };
    reader.readAsArrayBuffer(file.slice(from, to));
  }

  /** Call `act` with each piece of the file and whether it is the last; then `done`. */
  function pieces(size, act, done, fail) {
    var at = 0;
    (function step() {
      if (at >= file.size && at) return done();
      bytesOf(at, at + size, function (bytes) {
        at += size;
        told(Math.min(1, at / file.size));
        next(guarded(fail, function () {
          if (act(bytes, at >= file.size) !== false) step();
        }));
      }, fail);
    })();
  }

  /** A function whose errors go to `fail`. */
  function guarded(fail, act) {
    return function (value) {
      try {
        return act(value);
      } catch (error) {
        fail(error && error.mistakes ? error : stop("broken"));
      }
    };
  }

  // CSV: guide.estimator.member_list.csv_reader

  /** The name of the encoding, by all bytes. */
  function encodingOf(head, done, fail) {
    var need = 0, low = 0x80, high = 0xbf, strays = false, letters = false, unlikely = false, line = 1, stray = 0, odd, even, i;
    var bom = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf;
    if (head[0] === 0xff && head[1] === 0xfe) return done("utf-16le", true);
    if (head[0] === 0xfe && head[1] === 0xff) return done("utf-16be", true);
    odd = even = true;
    for (i = 0; i + 1 < Math.min(head.length, 1024); i += 2) {
      even = even && !head[i];
      odd = odd && !head[i + 1];
    }
    for (i = 0; i < Math.min(head.length, 1024) && head[i]; i++);
    if (!bom && i < Math.min(head.length, 1024)) return odd || even ? done(odd ? "utf-16le" : "utf-16be", false) : fail(stop("binary"));

    function startsWith(byte) {
      low = byte === 0xe0 ? 0xa0 : byte === 0xf0 ? 0x90 : 0x80;
      high = byte === 0xed ? 0x9f : byte === 0xf4 ? 0x8f : 0xbf;
      return byte >= 0xc2 && byte < 0xe0 ? 1 : byte >= 0xe0 && byte < 0xf0 ? 2 : byte >= 0xf0 && byte < 0xf5 ? 3 : 0;
    }

    function strayed() {
      if (!strays) stray = line;
      strays = true;
      need = 0;
    }

    pieces(PIECE, function (bytes, last) {
      var i, byte;
      for (i = 0; i < bytes.length; i++) {
        byte = bytes[i];
        if (byte < 9 || byte > 13 && byte < 26 || byte > 27 && byte < 32 || byte === 0x81 || byte === 0x8d || byte === 0x8f || byte === 0x90 ||
          byte === 0x9d || byte > 0xfd) unlikely = true;
        if (need) {
          if (byte >= low && byte <= high) {
            low = 0x80;
            high = 0xbf;
            need -= 1;
            if (!need) letters = true;
            continue;
          }
          strayed();
        }
        if (byte > 0x7f) {
          need = startsWith(byte);
          if (!need) strayed();
        } else if (byte === 10) line += 1;
      }
      if (last && need) strayed();
    }, function () {
      if (strays && (bom || letters || unlikely)) return fail(stop("byte", { line: stray }));
      if (unlikely && !letters && !bom) return fail(stop("binary"));
      done(strays ? "windows-1252" : "utf-8", bom);
    }, fail);
  }

  /** Reads CSV that comes in pieces: push(text, last) gives the rows that are complete. */
  function csvParser(mark, skip) {
    var carry = "", number = 0, first = skip;

    function push(text, last) {
      var rows = [], row = [], start = 0, at = 0, end, cell, lines, letter, from;
      text = carry + text;
      if (first) {
        end = text.search(/[\r\n]/);
        if (end < 0 && !last) {
          carry = text;
          return rows;
        }
        at = start = end < 0 ? text.length : text.charAt(end) === "\r" && text.charAt(end + 1) === "\n" ? end + 2 : end + 1;
        first = false;
      }
      lines = 1;
      while (at < text.length) {
        cell = "";
        if (text.charAt(at) === "\"") {
          at += 1;
          for (;;) {
            end = text.indexOf("\"", at);
            if (end < 0) {
              lines += breaks(text.slice(at));
              if (last || lines > MOST_LINES) throw stop("quote", { row: number + 1 });
              carry = text.slice(start);
              return rows;
            }
            cell += text.slice(at, end);
            lines += breaks(text.slice(at, end));
            if (lines > MOST_LINES) throw stop("quote", { row: number + 1 });
            at = end + 1;
            if (at >= text.length && !last) {
              carry = text.slice(start);
              return rows;
            }
            if (text.charAt(at) !== "\"") break;
            cell += "\"";
            at += 1;
          }
        }
        for (from = at; at < text.length; at++) {
          letter = text.charAt(at);
          if (letter === mark || letter === "\n" || letter === "\r") break;
        }
        cell += from ? text.slice(from, at) : text.slice(0, at);
        if (at >= text.length && !last || letter === "\r" && at + 1 >= text.length && !last) {
          carry = text.slice(start);
          if (carry.length > LONGEST) throw stop("long", { row: number + 1, most: LONGEST });
          return rows;
        }
        row.push(cell);
        if (row.length > MOST_COLUMNS) throw stop("columns", { row: number + 1, most: MOST_COLUMNS });
        if (at >= text.length || letter !== mark) {
          if (letter === "\r" && text.charAt(at + 1) === "\n") at += 1;
          at += 1;
          finish();
        } else {
          at += 1;
          if (at >= text.length) {
            if (!last) break;
            row.push("");
            finish();
          }
        }
      }
      carry = last ? "" : text.slice(start);
      return rows;

      function finish() {
        rows.push(row.length === 1 && !row[0] && text.charAt(start) !== "\"" ? [] : row);
        number += 1;
        if (number > MOST_ROWS) throw stop("rows", { most: MOST_ROWS });
        row = [];
        start = at;
        lines = 1;
      }
    }
    return push;
  }

  function breaks(text) {
    return text.split("\n").length - 1 || text.split("\r").length - 1;
  }

  function openCsv(head, done, fail) {
    encodingOf(head, function (encoding, bom) {
      var text = new TextDecoder(encoding).decode(head.subarray(0, 1 << 16), { stream: true }).replace(/^\ufeff/, "");
      var named = /^"?sep=(.)"?[ \t]*(?:\r\n|\r|\n|$)/i.exec(text), mark = named ? named[1] : markOf(text);
      var ends = /\r\n|\r|\n/.exec(text);
      done({ kind: "csv", dress: { mark: mark, end: ends ? ends[0] : "\n", bom: bom }, sheets: [{ name: "", rows: function (act, end, failed) {
        var decoder = new TextDecoder(encoding, { fatal: true }), push = csvParser(mark, !!named), line = 1;
        pieces(PIECE / 8, function (bytes, last) {
          var text;
          try {
            text = decoder.decode(bytes, { stream: !last });
          } catch (error) { throw stop("byte", { line: line }); }
          line += breaks(text);
          return act(push(text, last));
        }, end, failed);
      } }] });
    }, fail);
  }

  /** The mark by which most titles are known; where none are, the most frequent one of the first line. */
  function markOf(text) {
    var lines = text.split(/\r\n|\r|\n/).slice(0, 64);
    var first = (lines.filter(function (line) { return line.replace(/[,;|\x22 \t]+/g, ""); })[0] || lines[0] || "").replace(/"[^"]*"/g, "");
    var best = -1, found = ",";
    MARKS.forEach(function (mark) {
      var most = 0, rows = [], score;
      try {
        rows = csvParser(mark, false)(lines.join("\n") + "\n", false).slice(0, 10);
      } catch (error) { rows = []; }
      rows.forEach(function (row) { most = Math.max(most, known(row)); });
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
    var made = 0, i;
    for (i = size - 1; i >= 0; i--) made = made * 256 + (bytes[at + i] || 0);
    return made;
  }

  /** The files of an archive by their names: {method, size, at}. */
  function archive(done, fail) {
    bytesOf(Math.max(0, file.size - 66000), file.size, guarded(fail, function (tail) {
      var end = tail.length - 22;
      while (end >= 0 && number(tail, end, 4) !== 0x06054b50) end -= 1;
      if (end < 0) throw stop("broken");
      bytesOf(number(tail, end + 16, 4), number(tail, end + 16, 4) + number(tail, end + 12, 4), guarded(fail, function (bytes) {
        var found = {}, at = 0, length, name;
        while (at + 46 <= bytes.length && number(bytes, at, 4) === 0x02014b50) {
          length = number(bytes, at + 28, 2);
          name = new TextDecoder("utf-8").decode(bytes.subarray(at + 46, at + 46 + length));
          found[name] = { method: number(bytes, at + 10, 2), locked: number(bytes, at + 8, 2) & 1, size: number(bytes, at + 20, 4), whole: number(bytes, at + 24, 4), at: number(bytes, at + 42, 4) };
          at += 46 + length + number(bytes, at + 30, 2) + number(bytes, at + 32, 2);
        }
        done(found);
      }), fail);
    }), fail);
  }

  /** Call `act` with each piece of a file of the archive, as text; `act` may say false and so end it. */
  function unpack(entry, act, done, fail) {
    if (!entry || entry.locked || entry.method && entry.method !== 8) return fail(stop("broken"));
    bytesOf(entry.at, entry.at + 30, guarded(fail, function (head) {
      var from = entry.at + 30 + number(head, 26, 2) + number(head, 28, 2), left = LARGEST, reader, decoder = new TextDecoder("utf-8");
      var stream = file.slice(from, from + entry.size).stream();
      if (number(head, 0, 4) !== 0x04034b50) throw stop("broken");
      if (entry.method) stream = stream.pipeThrough(new DecompressionStream("deflate-raw"));
      reader = stream.getReader();
      (function step() {
        reader.read().then(function (piece) {
          next(guarded(failed, function () {
            if (piece.done) {
              act(decoder.decode(), true);
              return done();
            }
            left -= piece.value.length;
            told(Math.min(1, (LARGEST - left) / (entry.whole || 1)));
            if (left < 0) throw stop("large");
            if (act(decoder.decode(piece.value, { stream: true }), false) === false) return reader.cancel();
            step();
          }));
        }, function () { fail(stop("broken")); });
      })();

      function failed(error) {
        reader.cancel();
        fail(error);
      }
    }), fail);
  }

  // XML, without entities of its own

  function plain(text) {
    if (text.indexOf("&") < 0) return text;
    return text.replace(/&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(\w+));/g, function (whole, hex, decimal, name) {
      var code = hex ? parseInt(hex, 16) : decimal ? +decimal : 0;
      if (name && !/^(amp|lt|gt|quot|apos)$/.test(name) || code > 0x10ffff) throw stop("broken");
      if (name) return { amp: "&", lt: "<", gt: ">", quot: "\"", apos: "'" }[name];
      return code > 0xffff ? String.fromCharCode(0xd800 + ((code - 0x10000) >> 10), 0xdc00 + ((code - 0x10000) & 1023)) : String.fromCharCode(code);
    });
  }

  /** A function that takes XML in pieces: `tag(name, rest, closing, empty)` is called for each tag, `text` for what stands between. */
  function xmlParser(tag, text) {
    var carry = "", open = [];
    return function (piece, last) {
      var all = carry + piece, at = 0, start, end, inside, blank, name, closing, empty;
      for (;;) {
        start = all.indexOf("<", at);
        if (start < 0) start = all.length;
        if (start > at && (start < all.length || last)) text(all.slice(at, start));
        if (start >= all.length) {
          if (start > at && !last) {
            carry = all.slice(at);
            break;
          }
          carry = "";
          break;
        }
        if (all.charAt(start + 1) === "!" || all.charAt(start + 1) === "?") {
          if (all.length - start < 9 && !last) {
            carry = all.slice(start);
            break;
          }
          inside = all.substr(start, 9) === "<![CDATA[" ? "]]>" : all.substr(start, 4) === "<!--" ? "-->" : all.charAt(start + 1) === "?" ? "?>" : "";
          if (!inside) throw stop("broken");
          end = all.indexOf(inside, start + 2);
          if (end >= 0) {
            if (inside === "]]>") text(all.slice(start + 9, end).replace(/&/g, "&amp;"));
            at = end + inside.length;
            continue;
          }
          carry = all.slice(start);
          break;
        }
        end = all.indexOf(">", start);
        if (end < 0) {
          carry = all.slice(start);
          break;
        }
        closing = all.charCodeAt(start + 1) === 47;
        empty = all.charCodeAt(end - 1) === 47;
        inside = all.slice(start + (closing ? 2 : 1), empty ? end - 1 : end);
        blank = inside.search(/\s/);
        name = blank < 0 ? inside : inside.slice(0, blank);
        if (closing ? open.pop() !== name : /[<"'=]/.test(name)) throw stop("broken");
        if (!closing && !empty) open.push(name);
        tag(name, blank < 0 ? "" : inside.slice(blank), closing, empty);
        at = end + 1;
      }
      if (carry.length > LONGEST || last && (open.length || carry.replace(/\s+/, ""))) throw stop("broken");
    };
  }

  function attribute(rest, name) {
    var found = new RegExp("\\s" + name + "\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')").exec(rest);
    return found ? plain(found[1] || found[2] || "") : "";
  }

  function local(name) {
    return name.slice(name.indexOf(":") + 1);
  }

  /** All tags of a small file: done([{name, rest}]). A file that is not there has none. */
  function tagsOf(entry, done, fail) {
    var found = [], push;
    if (!entry) return done(found);
    push = xmlParser(function (name, rest, closing) {
      if (!closing) found.push({ name: local(name), rest: rest });
    }, function () {});
    unpack(entry, push, function () { done(found); }, fail);
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

  function relationsOf(files, path, folder, done, fail) {
    tagsOf(files[path], function (tags) {
      var found = {};
      tags.forEach(function (tag) {
        var target = attribute(tag.rest, "Target"), parts = [];
        if (tag.name !== "Relationship" || attribute(tag.rest, "TargetMode") === "External") return;
        (target.charAt(0) === "/" ? target.slice(1) : folder + "/" + target).split("/").forEach(function (part) {
          if (part === "..") parts.pop();
          else if (part && part !== ".") parts.push(part);
        });
        found[attribute(tag.rest, "Id")] = parts.join("/");
      });
      done(found);
    }, fail);
  }

  function ending(relations, end) {
    return Object.keys(relations).map(function (id) { return relations[id]; }).filter(function (path) {
      return path.toLowerCase().slice(-end.length) === end;
    })[0] || "";
  }

  function openXlsx(files, done, fail) {
    relationsOf(files, "_rels/.rels", "", function (roots) {
      var path = ending(roots, "workbook.xml") || "xl/workbook.xml";
      var folder = path.replace(/\/?[^\/]*$/, "");
      relationsOf(files, folder + "/_rels/" + path.slice(folder.length + 1) + ".rels", folder, function (relations) {
        tagsOf(files[path], function (tags) {
          var base = Date.UTC(1899, 11, 30), sheets = [];
          tags.forEach(function (tag) {
            var part, state = attribute(tag.rest, "state");
            if (tag.name === "workbookPr" && /^(1|true)$/.test(attribute(tag.rest, "date1904"))) base = Date.UTC(1904, 0, 1);
            part = tag.name === "sheet" && relations[attribute(tag.rest, "\\w+:id")];
            if (part && files[part] && (!state || state === "visible")) sheets.push({ name: attribute(tag.rest, "name"), part: part });
          });
          if (!sheets.length) return fail(stop("broken"));
          stylesOf(files[ending(relations, "styles.xml")], function (days) {
            textsOf(files[ending(relations, "sharedstrings.xml")], function (texts) {
              done({ kind: "xlsx", dress: null, sheets: sheets.map(function (sheet) {
                return { name: sheet.name, rows: function (act, end, failed) {
                  var push = sheetParser(texts, days, base);
                  unpack(files[sheet.part], function (piece, last) { return act(push(piece, last)); }, end, failed);
                } };
              }) });
            }, fail);
          }, fail);
        }, fail);
      }, fail);
    }, fail);
  }

  /** The numbers of the cell styles that show a day. */
  function stylesOf(entry, done, fail) {
    tagsOf(entry, function (tags) {
      var shown = {}, days = {}, inside = false, count = 0;
      tags.forEach(function (tag) {
        var id;
        if (tag.name === "numFmt") {
          shown[attribute(tag.rest, "numFmtId")] = /[yd]|mmm/i.test(attribute(tag.rest, "formatCode").replace(/"[^"]*"|\\.|\[[^\]]*\]|_.|\*./g, ""));
        } else if (tag.name === "cellXfs") inside = true;
        else if (tag.name === "cellStyles" || tag.name === "dxfs") inside = false;
        else if (tag.name === "xf" && inside) {
          id = attribute(tag.rest, "numFmtId") || "0";
          if (shown.hasOwnProperty(id) ? shown[id] : id >= 14 && id <= 17 || id === "22" || id >= 27 && id <= 36 || id >= 50 && id <= 58) days[count] = true;
          count += 1;
        }
      });
      done(days);
    }, fail);
  }

  function textsOf(entry, done, fail) {
    var found = [], whole = "", text = "", inside = false, spoken = false, size = 0, push;
    if (!entry) return done(found);
    push = xmlParser(function (name, rest, closing, empty) {
      name = local(name);
      if (name === "t") {
        inside = !closing && !empty;
        if (closing && !spoken) whole += text;
        text = "";
      } else if (name === "rPh") spoken = !closing;
      else if (name === "si" && (closing || empty)) {
        found.push(unescaped(plain(whole)));
        size += whole.length;
        whole = "";
        if (size > MOST_TEXT || found.length > 5e6) throw stop("large");
      }
    }, function (piece) {
      if (inside) text += piece;
    });
    unpack(entry, push, function () { done(found); }, fail);
  }

  function unescaped(text) {
    return text.indexOf("_x") < 0 ? text : text.replace(/_x([0-9A-Fa-f]{4})_/g, function (code, hex) { return String.fromCharCode(parseInt(hex, 16)); });
  }

  function placeOf(letters, row) {
    var place = 0, i;
    if (letters.length < 4) for (i = 0; i < letters.length; i++) place = place * 26 + letters.charCodeAt(i) - 64;
    if (!place || place > MOST_COLUMNS) throw stop("columns", { row: row, most: MOST_COLUMNS });
    return place - 1;
  }

  function sheetParser(texts, days, base) {
    var rows = [], row = [], at = -1, kind = "", style = "", text = "", inside = false, filled = false, count = 0, missing = 0, known = Object.create(null), size = 0;

    function cell() {
      var value;
      if (kind === "s") {
        if (!/^\s*\d+\s*$/.test(text) || !(+text < texts.length)) throw stop("broken");
        return texts[+text];
      }
      if (!kind || kind === "n") {
        if (!style || days[style] !== true) return numberOf(text);
        if (known[text]) return known[text];
        if (size++ > 1e5) known = Object.create(null);
        value = numberOf(text);
        known[text] = value = typeof value === "number" && value >= 1 ? dayOf(value, base) : value;
        return value;
      }
      if (kind === "b") return text.trim() === "1" ? "TRUE" : "FALSE";
      if (kind === "d") return /^\d{4}-\d\d-\d\d/.test(text) ? { day: text.slice(0, 10) } : text;
      return unescaped(plain(text));
    }

    function start(rest) {
      var found = /\sr=["']([A-Za-z]+)\d*["']/.exec(rest);
      at = found ? placeOf(found[1].toUpperCase(), count + 1) : at + 1;
      found = /\st=["'](\w+)["']/.exec(rest);
      kind = found ? found[1] : "";
      found = /\ss=["'](\d+)["']/.exec(rest);
      style = found ? found[1] : "";
      text = "";
      filled = false;
    }

    function end() {
      if (!filled || at < row.length) return;
      if (at >= MOST_COLUMNS) throw stop("columns", { row: count + 1, most: MOST_COLUMNS });
      while (row.length < at) row.push("");
      row.push(cell());
    }

    var push = xmlParser(function (name, rest, closing, empty) {
      var found;
      if (name.indexOf(":") >= 0) name = local(name);
      if (name === "c") {
        if (!closing) start(rest);
        else end();
      } else if (name === "v" || name === "t") {
        inside = !closing && !empty;
        if (inside) filled = true;
        if (inside && name === "v") text = "";
      } else if (name === "row") {
        if (!closing) {
          row = [];
          at = -1;
          found = /\sr=["'](\d+)["']/.exec(rest);
          if (found && +found[1] > MOST_ROWS) throw stop("rows", { most: MOST_ROWS });
          missing = found ? Math.max(0, found[1] - count - 1) : 0;
        }
        if (closing || empty) {
          count += missing + 1;
          if (count > MOST_ROWS) throw stop("rows", { most: MOST_ROWS });
          while (missing-- > 0) rows.push([]);
          rows.push(row);
        }
      }
    }, function (piece) {
      if (inside) text += piece;
      if (text.length > LONGEST) throw stop("broken");
    });
    return function (piece, last) {
      rows = [];
      push(piece, last);
      return rows;
    };
  }

  // .ods: guide.estimator.member_list.ods_reader

  function openOds(files, done, fail) {
    tagsOf(files["content.xml"], function (tags) {
      var names = tags.filter(function (tag) { return tag.name === "table"; }).map(function (tag) { return attribute(tag.rest, "table:name"); });
      if (!names.length) return fail(stop("broken"));
      done({ kind: "ods", dress: null, sheets: names.map(function (name, at) {
        return { name: name, rows: function (act, end, failed) {
          var push = odsParser(at);
          unpack(files["content.xml"], function (piece, last) { return act(push(piece, last)); }, end, failed);
        } };
      }) });
    }, fail);
  }

  function times(rest, name) {
    var text = attribute(rest, name);
    return /^\d{1,9}$/.test(text) ? +text : 1;
  }

  function odsParser(wanted) {
    var rows = [], row = [], sheet = -1, marks = "", lines = [], text = "", inside = false, noted = 0, repeat = 1, blanks = 0, blankRows = 0, count = 0;

    function cell() {
      var kind = attribute(marks, "office:value-type");
      if (kind === "float" || kind === "currency" || kind === "percentage") return numberOf(attribute(marks, "office:value"));
      if (kind === "date" && /^\d{4}-\d\d-\d\d/.test(attribute(marks, "office:date-value"))) return { day: attribute(marks, "office:date-value").slice(0, 10) };
      if (kind === "boolean") return attribute(marks, "office:boolean-value").toUpperCase();
      return plain(lines.join("\n"));
    }

    function add() {
      var found = cell(), many = times(marks, "table:number-columns-repeated");
      if (found === "") {
        blanks += many;
        return;
      }
      if (row.length + blanks + many > MOST_COLUMNS) throw stop("columns", { row: count + 1, most: MOST_COLUMNS });
      while (blanks-- > 0) row.push("");
      blanks = 0;
      while (many-- > 0) row.push(found);
    }

    function finish() {
      if (!row.length) {
        blankRows += repeat;
        return;
      }
      count += blankRows + repeat;
      if (count > MOST_ROWS) throw stop("rows", { most: MOST_ROWS });
      while (blankRows-- > 0) rows.push([]);
      blankRows = 0;
      while (repeat-- > 0) rows.push(row);
    }

    var push = xmlParser(function (name, rest, closing, empty) {
      if (name === "table:table" && !closing) sheet += 1;
      if (sheet !== wanted) return;
      if (name === "table:table-row") {
        if (!closing) {
          row = [];
          blanks = 0;
          repeat = times(rest, "table:number-rows-repeated");
        }
        if (closing || empty) finish();
      } else if (name === "table:table-cell" || name === "table:covered-table-cell") {
        if (!closing) {
          marks = rest;
          lines = [];
        }
        if (closing || empty) add();
      } else if (name === "text:p") {
        inside = !closing && !empty;
        if (closing && !noted) lines.push(text);
        text = "";
      } else if (name === "text:s" || name === "text:tab" || name === "text:line-break") {
        if (!closing) text += new Array(Math.min(times(rest, "text:c"), 100) + 1).join(" ");
      } else if (name === "office:annotation") noted += closing ? -1 : 1;
    }, function (piece) {
      if (inside) text += piece;
      if (text.length > LONGEST) throw stop("broken");
    });
    return function (piece, last) {
      rows = [];
      push(piece, last);
      return rows;
    };
  }

  // What kind of file it is: guide.estimator.member_list.opening

  return function (done, fail) {
    bytesOf(0, 1 << 16, guarded(fail, function (head) {
      var start = String.fromCharCode.apply(null, head.subarray(0, 64));
      if (start.slice(0, 2) === "PK") {
        if (!window.DecompressionStream) return fail(stop("old-browser"));
        return archive(function (files) {
          if (files.mimetype && files["content.xml"]) return openOds(files, done, fail);
          if (!files["[Content_Types].xml"] || Object.keys(files).some(function (name) { return /workbook\.bin$/.test(name); })) return fail(stop("format"));
          openXlsx(files, done, fail);
        }, fail);
      }
      if (start.slice(0, 4) === "\xd0\xcf\x11\xe0") return fail(stop("older"));
      if (/^(?:\xef\xbb\xbf)?\s*<(?:html|!doctype|table|\?xml|meta|head|div|style)/i.test(start)) return fail(stop("page"));
      if (/^(?:%PDF|\x89PNG|\xff\xd8\xff|GIF8|\{\\rtf|Rar!|7z\xbc\xaf|\x1f\x8b)/.test(start)) return fail(stop("binary"));
      openCsv(head, done, fail);
    }), fail);
  };
}
