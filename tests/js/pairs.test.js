/* Two states in one fragment: both are read as they were written, and a bad one never takes the other with it. */
"use strict";
const assert = require("node:assert/strict");
const { test } = require("node:test");
const { chance, given, load, plain } = require("./support.js");

const { Estimator, EstimatorPage: Page } = load("estimator/engine.js", "estimator/messages.js",
  "estimator-page/state.js", "estimator-page/pair-state.js");
const { rules, today } = given();
const page = { tables: rules.inputs, prefix: "" };
const NAMES = [...rules.inputs.names, ...Page.EXTRA];
const LETTERS = ["a", "Z", "0", ".", ",", ":", "=", "&", "%", "+", "#", " ", "é", "💰", "<", "\"", "'", "/"];
const FARMER = { segment: "bpu", income: "1000000", programs: "jkk,jkm" };

function read(hash) {
  const { a, b } = plain(Page.parsePair(page, hash));
  return [a.raw, b.raw, [...a.told, ...b.told].map((mistake) => mistake.sentence)];
}

test("two states that are written are read as themselves, whatever their values hold", () => {
  const next = chance(18);
  const some = () => Object.fromEntries(NAMES.filter(() => !next(4)).map((name) =>
    [name, "x" + Array.from({ length: next(20) }, () => LETTERS[next(LETTERS.length)]).join("")]));
  for (let round = 0; round < 500; round++) {
    const [one, other] = [some(), some()];
    const fragment = Page.writePair(page, one, other);
    assert.deepEqual(read(fragment), [one, other, []]);
    assert.doesNotMatch(fragment, /[ "<>]/);
  }
});

test("the link of two states is short and can be read by people", () => {
  assert.equal(Page.writePair(page, FARMER, { ...FARMER, income: "2500000" }),
    "#a=segment%3Dbpu%26income%3D1000000%26programs%3Djkk,jkm&b=segment%3Dbpu%26income%3D2500000%26programs%3Djkk,jkm");
});

test("a state of the estimator alone is both, so that one of them can be changed", () => {
  const hash = Page.write(page, FARMER);
  assert.deepEqual(read(hash), [FARMER, FARMER, []]);
  assert.deepEqual(read(`#a=${encodeURIComponent(hash.slice(1))}`), [FARMER, FARMER, []]);
  assert.deepEqual(read(`#b=${encodeURIComponent(hash.slice(1))}`), [FARMER, FARMER, []]);
});

test("one side that cannot be read is told, and the other stays", () => {
  const other = `b=${encodeURIComponent(Page.write(page, FARMER).slice(1))}`;
  assert.deepEqual(read(`#a=%E0%A4%A&${other}`), [FARMER, FARMER, ["broken"]]);
  assert.deepEqual(read(`#a=incom%3D1&c=2&__proto__=1&${other}`), [{}, FARMER, ["unknown", "unknown", "unknown"]]);
  for (const none of ["", "#", "#alat", "#a", "#a=&b=", "#a=&&b"]) assert.deepEqual(read(none).slice(0, 2), [{}, {}], none);
});

test("a very long fragment is read to its bound", () => {
  const [one, , told] = read(`#a=segment%3Dbpu&b=${"%3D".repeat(20000)}`);
  assert.deepEqual(one, { segment: "bpu" });
  assert.ok(told.length <= 1, told.join());
});

test("what differs are inputs that both have, and discounts that only one has", () => {
  const answer = (more) => Estimator.answer(rules, { ...FARMER, month: "2026-11", ...more }, today);
  const [mine, theirs, driver] = [answer({}), answer({ payer: "government" }), answer({ sector: "transport" })];
  assert.deepEqual(plain(Page.differing(mine, theirs)), ["payer"]);
  assert.deepEqual(plain(Page.differing(mine, answer({ segment: "pu", programs: "" }))), ["segment", "programs"]);
  assert.deepEqual(plain(Page.discounted(mine, theirs)), { "2026-12": ["JKK", "JKM"] });
  assert.deepEqual(plain(Page.discounted(theirs, mine)), {});
  assert.deepEqual(plain(Page.discounted(driver, mine)), { "2027-03": ["JKK", "JKM"] });
  assert.deepEqual(plain(Page.discounted(mine, answer({}))), {});
});
