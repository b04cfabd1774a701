/* What readers type, paste or shorten never breaks a script: half codes, endless questions, days that are none. */
"use strict";
const assert = require("node:assert/strict");
const fs = require("node:fs");
const path = require("node:path");
const { test } = require("node:test");
const { SCRIPTS } = require("./support.js");

/** Return one function of a script, by its name, as it stands there. */
function lifted(file, name, before = "") {
  const text = fs.readFileSync(path.join(SCRIPTS, file), "utf8");
  const found = new RegExp(`^  function ${name}\\([\\s\\S]*?^  }$`, "m").exec(text);
  return new Function(`${before}${found[0]}; return ${name};`)();
}

test("a question with half a code stands for itself", () => {
  for (const file of ["search/page.js", "handout/handout.js"]) {
    const decoded = lifted(file, "decoded");
    assert.equal(decoded("50%"), "50%");
    assert.equal(decoded("50%25"), "50%");
    assert.equal(decoded("%E0%A4%A"), "%E0%A4%A");
  }
});

test("a question in an address is read to its bound, and shown", () => {
  const decoded = lifted("search/page.js", "decoded");
  const follow = (hash) => {
    const state = { field: { value: "" } };
    const before = "var LONGEST = 400, load = function () {}, location = arguments[0], decoded = arguments[1];";
    const text = fs.readFileSync(path.join(SCRIPTS, "search/page.js"), "utf8");
    const found = /^  function follow\([\s\S]*?^  }$/m.exec(text)[0];
    new Function(`${before}${found}; follow(arguments[2]);`)({ hash }, decoded, state);
    return state.field.value;
  };
  assert.equal(follow("#q=50%"), "50%");
  assert.equal(follow(`#q=${"a".repeat(100000)}`).length, 400);
  assert.equal(follow(`#q=${"iuran%20".repeat(20000)}`).length, 400);
  assert.equal(follow("#isi"), "");
});

test("a link of another day names a day of the calendar", () => {
  const madeOf = lifted("estimator-page/tools.js", "madeOf");
  const made = (text) => madeOf({ raw: { made: text } });
  assert.deepEqual([...made("2026-11-22:8400")].slice(1), ["2026-11-22", "8400"]);
  for (const none of ["2026-02-30:1", "2026-13-01:1", "2026-00-10:1", "9999999999:1", "----------:1", "2026-11-31:1", "", undefined]) {
    assert.equal(made(none), null, none);
  }
});

test("a partner's id may hold digits", () => {
  const text = fs.readFileSync(path.join(SCRIPTS, "estimator-page/after.js"), "utf8");
  const pattern = new RegExp(/var partner = \/(.*?)\/\.test/.exec(text)[1]);
  for (const id of ["obor-mas", "gmit-2", "3t", "a", "ksp.2"]) assert.match(id, pattern);
  for (const id of ["", "-a", "a/b", "../x", "a".repeat(81), "A"]) assert.doesNotMatch(id, pattern);
});
