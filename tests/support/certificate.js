/* Recompute the digest of parity.json with estimator.js: node certificate.js FOLDER; prints cases and digest. */
"use strict";
const crypto = require("crypto");
const fs = require("fs");
const path = require("path");

const folder = path.resolve(process.argv[2]);
const certificate = JSON.parse(fs.readFileSync(path.join(folder, "parity.json"), "utf8"));
const { estimate } = require(path.join(folder, "estimator.js"));

function* combinations(names, axes) {
  if (!names.length) return yield {};
  const [first, ...others] = names;
  for (const value of axes[first]) {
    for (const rest of combinations(others, axes)) yield value ? { [first]: value, ...rest } : rest;
  }
}

function line(inputs) {
  let answer;
  try {
    answer = estimate(inputs, "en", certificate.as_of);
  } catch (wrong) {
    const names = wrong.message.split("\n").map((text) => text.split(":")[0]);
    return "!" + [...new Set(names)].sort().join(",");
  }
  const amounts = { grand_total: answer.grand_total, benefit_total: answer.benefit_total };
  for (const [key, shares] of Object.entries({ ...answer.contributions, monthly: answer.monthly })) {
    for (const [party, rupiah] of Object.entries(shares)) amounts[`${key}.${party}`] = rupiah;
  }
  for (const [name, rupiah] of Object.entries(answer.benefits)) amounts[`benefit.${name}`] = rupiah;
  return Object.keys(amounts).sort().map((name) => `${name}=${amounts[name]}`).join(",");
}

const digest = crypto.createHash("sha256");
let cases = 0;
for (const axes of certificate.questions) {
  for (const inputs of combinations(Object.keys(axes), axes)) {
    digest.update(line(inputs) + "\n");
    cases += 1;
  }
}
console.log(cases, digest.digest("hex"));
