/* Lists of members: words are folded, CSV is read in any pieces, and cells that are written are read as themselves. */
"use strict";
const assert = require("node:assert/strict");
const { test } = require("node:test");
const { chance, given, load, plain } = require("./support.js");

const { MemberRules, MemberFiles, MemberList } = load("estimator/engine.js", "estimator/reverse.js",
  "member-list/rules.js", "member-list/files.js", "member-list/answers.js");
const { rules, lists, today } = given();
const PIECES = ["a", "1", "\"", "\"\"", ",", ";", "\r", "\n", "\r\n", " ", "é", ""];

/** Return the rows of a text that comes in pieces which end at these places. */
function rowsOf(text, cuts, mark = ",") {
  const parser = MemberFiles.csvParser(mark, false);
  const ends = [...cuts, text.length];
  return plain(ends.flatMap((end, at) =>
    [...MemberFiles.pushCsv(parser, text.slice(ends[at - 1] || 0, end), at === cuts.length)]));
}

/** Return what the reader of XML tells of a text that comes in pieces; texts beside each other are one. */
function toldOf(text, cuts) {
  const told = [];
  const parser = MemberFiles.xmlParser((...tag) => told.push(tag), (piece) => {
    if (typeof told[told.length - 1] === "string") told[told.length - 1] += piece;
    else told.push(piece);
  });
  const ends = [...cuts, text.length];
  ends.forEach((end, at) => MemberFiles.pushXml(parser, text.slice(ends[at - 1] || 0, end), at === cuts.length));
  return told;
}

function cutsOf(next, text) {
  return Array.from({ length: next(4) }, () => next(text.length + 1)).sort((one, other) => one - other);
}

test("titles and words are folded as the command folds them", () => {
  const titles = { " No. KTP ": "no_ktp", "Penghasilan/bln (Rp)": "penghasilan_bln_rp", "__Nama__": "nama",
    "Usia\u00a0(th)": "usia_th", "": "" };
  for (const [title, name] of Object.entries(titles)) assert.equal(MemberRules.normal(title), name);
  const words = { " Ya, benar! ": "ya benar", "Tukang-ojek": "tukang ojek", "NELAYAN": "nelayan", "—": "" };
  for (const [text, folded] of Object.entries(words)) assert.equal(MemberRules.wordsIn(text), folded);
});

test("every title and every word that the data know is known, however it is written", () => {
  for (const [language, data] of Object.entries(lists)) {
    const terms = MemberRules.open(rules, data, today);
    for (const column of data.columns) {
      for (const name of [...column.names, ...column.weaker]) {
        const title = ` ${name.replace(/_/g, " ").toUpperCase()}: `;
        assert.equal(MemberRules.knownTitles(terms, [title]), 1, `${language}: ${title}`);
      }
    }
  }
});

test("a month is read as people write it", () => {
  const terms = MemberRules.open(rules, lists.id, today);
  const month = (cell, monthFirst) => MemberRules.monthOf(terms, cell, !!monthFirst, "2099");
  const texts = ["2026-11", "202611", "11/2026", "2026/11/05", "05.11.2026", "5-11-26", "November 2026", "Nop 2026",
    "2026 November"];
  for (const text of texts) assert.equal(month(text), "2026-11", text);
  assert.equal(month("11/05/2026", true), "2026-11");
  assert.equal(month({ day: "2026-11-30" }), "2026-11");
  for (const text of ["", "13/2026", "32/11/2026", "Desembre 2026", "2026-13", "11"]) assert.equal(month(text), "", text);
});

test("CSV gives the same rows wherever its pieces end", () => {
  const next = chance(48);
  let read = 0;
  for (let round = 0; round < 5000; round++) {
    const text = Array.from({ length: next(14) }, () => PIECES[next(PIECES.length)]).join("");
    const whole = [];
    for (const cuts of [[], cutsOf(next, text), [...text].map((letter, at) => at)]) {
      try {
        whole.push(rowsOf(text, cuts));
      } catch (error) {
        whole.push(error.mistakes[0].sentence);
      }
    }
    if (typeof whole[0] !== "string") read += 1;
    assert.deepEqual(whole[1], whole[0], JSON.stringify(text));
    assert.deepEqual(whole[2], whole[0], JSON.stringify(text));
  }
  assert.ok(read > 2500, `only ${read} texts could be read`);
});

test("cells that are written as CSV are read as themselves", () => {
  const next = chance(24);
  for (let round = 0; round < 3000; round++) {
    const cells = Array.from({ length: 2 + next(4) }, () =>
      Array.from({ length: next(6) }, () => PIECES[next(PIECES.length)]).join(""));
    const mark = [",", ";", "\t", "|"][next(4)];
    const safe = cells.map((cell) => cell.replace(/^[=+@\t\r-]/, "a"));
    assert.deepEqual(rowsOf(safe.map(MemberList.csvCell).join(mark) + "\r\n", [], mark), [safe]);
  }
});

test("a cell that a spreadsheet would run gets a mark before it, and a number none", () => {
  for (const text of ["=1+1", "+A1", "-A1", "@SUM(A1)", "\t=1", "\r=1", "＝1", "-1+1", "+cmd|' /C calc'!A0"]) {
    assert.equal(MemberList.harmless(text), `'${text}`);
  }
  for (const text of ["", "a=1", "-1", "+62", "-1.000,50", "1+1", "2026-11"]) assert.equal(MemberList.harmless(text), text);
  assert.equal(MemberList.csvCell("=\"a\",b"), "\"'=\"\"a\"\",b\"");
});

test("XML tells the same wherever its pieces end", () => {
  const next = chance(12);
  const text = "<?xml version=\"1.0\"?><!-- a > b --><r:a x=\"1\">Ya &amp; <b/><![CDATA[<raw> & ]]>tidak</r:a>\n";
  const whole = toldOf(text, []);
  assert.deepEqual(whole.map((part) => part[0]), ["r:a", "Y", "b", "<", "r:a", "\n"]);
  for (let round = 0; round < 500; round++) assert.deepEqual(toldOf(text, cutsOf(next, text)), whole);
});

test("XML that does not close, or that makes entities of its own, is refused", () => {
  for (const text of ["<a><b></a>", "<a>", "<!DOCTYPE a [<!ENTITY x \"y\">]><a/>", "<a", "<a b=\"<\">", "</a>"]) {
    assert.throws(() => toldOf(text, []), (error) => error.mistakes[0].sentence === "list-broken", text);
  }
});
