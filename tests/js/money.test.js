/* Amounts: what a page writes can be typed back, and what is no amount is none. */
"use strict";
const assert = require("node:assert/strict");
const { test } = require("node:test");
const { chance, given, load } = require("./support.js");

const { Estimator, EstimatorPage } = load("estimator/engine.js", "estimator/messages.js", "estimator-page/state.js");
const { words } = given();
const AMOUNTS = [0, 1, 999, 1000, 16800, 1000000, 12345678, 999999999, 10 ** 12];

for (const language of Object.keys(words)) {
  test(`an amount that a page writes is read as the same amount (${language})`, () => {
    const next = chance(7);
    const page = { words: words[language] };
    for (const amount of [...AMOUNTS, ...Array.from({ length: 2000 }, () => next(10 ** 12))]) {
      assert.equal(Estimator.readMoney(EstimatorPage.money(page, amount)), amount);
    }
  });

  test(`less than nothing keeps its sign (${language})`, () => {
    assert.match(EstimatorPage.money({ words: words[language] }, -16800), /^-Rp16[.,]800$/);
  });
}

test("people type amounts in many ways", () => {
  const ways = {
    1000000: ["1000000", "1.000.000", "1,000,000", "Rp 1.000.000,00", "rp1000000", "1 jt", "1JUTA", "1,0 juta",
      " 1 million ", "IDR 1,000,000.00", "1000 ribu", "1.000.000 rupiah", "1.000.000,-"],
    1500000: ["1,5 juta", "1.5jt"],
    50000: ["50rb", "50 k", "50.000"],
    2250000000: ["2,25 miliar", "2.25 billion"],
  };
  for (const [amount, texts] of Object.entries(ways)) {
    for (const text of texts) assert.equal(Estimator.readMoney(text), +amount, text);
  }
});

test("what is no amount is none", () => {
  const texts = ["", " ", "-1", "1e9", "0x10", "1.00.000", "1,0000", "1..000", "Rp", "juta", "1 jutaan", "satu juta",
    "١٠٠", "NaN", "1.000.00", "9".repeat(31), "1 000 000"];
  for (const text of texts) assert.equal(Estimator.readMoney(text), null, text);
});
