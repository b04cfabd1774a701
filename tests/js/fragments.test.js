/* The fragment of the estimator's address: what is written is read as the same state, and what cannot be read is told. */
"use strict";
const assert = require("node:assert/strict");
const { test } = require("node:test");
const { chance, given, load, plain } = require("./support.js");

const { EstimatorPage } = load("estimator/engine.js", "estimator/messages.js", "estimator-page/state.js");
const { rules } = given();
const page = { tables: rules.inputs, prefix: "" };
const NAMES = [...rules.inputs.names, ...EstimatorPage.EXTRA];
const LETTERS = ["a", "Z", "0", "9", ".", ",", ":", "=", "&", "%", "+", "#", " ", "é", "✓", "💰", "<", "\"", "'", "/"];

test("a state that is written is read as itself, whatever its values hold", () => {
  const next = chance(16);
  for (let round = 0; round < 2000; round++) {
    const raw = {};
    for (const name of NAMES) {
      if (next(4)) continue;
      raw[name] = "x" + Array.from({ length: next(30) }, () => LETTERS[next(LETTERS.length)]).join("");
    }
    const fragment = EstimatorPage.write(page, raw);
    if (Object.keys(raw).length) assert.deepEqual(plain(EstimatorPage.parse(page, fragment)), { raw, told: [] });
    else assert.equal(fragment, "#");
    assert.doesNotMatch(fragment, /[ "<>]/);
  }
});

test("names stand in the order of the contract, and empty values do not stand at all", () => {
  const raw = { made: "2026-11-22:8400", programs: "jkk,jkm", segment: "bpu", income: "" };
  assert.equal(EstimatorPage.write(page, raw), "#segment=bpu&programs=jkk,jkm&made=2026-11-22:8400");
});

test("what cannot be read is told, and the rest is kept", () => {
  const state = plain(EstimatorPage.parse(page, "#segment=bpu&incom=1&income=%E0%A4%A&&event&risk=&month=2026-11+"));
  assert.deepEqual(state.raw, { segment: "bpu", month: "2026-11 " });
  assert.deepEqual(state.told.map((mistake) => [mistake.sentence, mistake.bad]), [["unknown", "incom"], ["broken", undefined]]);
});

test("names of JavaScript itself are unknown names", () => {
  for (const name of ["__proto__", "constructor", "toString", "hasOwnProperty"]) {
    const state = EstimatorPage.parse(page, `#${name}=1`);
    assert.deepEqual(plain(state), { raw: {}, told: [{ name: "", sentence: "unknown", bad: name }] });
  }
});

test("a fragment without a sign of equality names a place, and holds no state", () => {
  for (const hash of ["", "#", "#isi", "#kantor&x"]) {
    assert.deepEqual(plain(EstimatorPage.parse(page, hash)), { raw: {}, told: [] });
  }
});

test("a long value is cut, and a very long fragment is read to its bound", () => {
  const long = EstimatorPage.parse(page, `#income=${"1".repeat(300)}&segment=bpu`);
  assert.equal(long.raw.income.length, 200);
  assert.equal(long.raw.segment, "bpu");
  assert.deepEqual(Object.keys(EstimatorPage.parse(page, `#income=${"1".repeat(5000)}&segment=bpu`).raw), ["income"]);
});

test("without a state the address in a file is that of its section", () => {
  assert.equal(EstimatorPage.write({ tables: rules.inputs, prefix: "id-hitung--" }, {}), "#id-hitung");
});
