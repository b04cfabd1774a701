/* The scripts keep their order: short lines, short functions, a header each, and no text put into a page as HTML. */
"use strict";
const assert = require("node:assert/strict");
const fs = require("node:fs");
const path = require("node:path");
const { test } = require("node:test");
const acorn = require("acorn");
const { SCRIPTS } = require("./support.js");

const LINE = 120;
const FUNCTION = 40;
/* A file that is handed on reads its own pages, and fills its form with what it brought along. */
const READS_HTML = ["handout/handout.js"];
/* What keeps pages for days without a network has to ask for them; what checks a certificate, for it. */
const FETCHES = ["offline/worker.js", "parity.js"];
/* The end of a script, which is no whole script by itself (guide/website/standalone_estimator.py). */
const PARTS = ["estimator/standalone.js"];
const NAMES = fs.readdirSync(SCRIPTS, { recursive: true }).filter((name) => name.endsWith(".js")).sort();

function textOf(name) {
  return fs.readFileSync(path.join(SCRIPTS, name), "utf8");
}

/** Return [lines, name] of every function but the one around a whole script. */
function functionsOf(name) {
  const text = PARTS.includes(name) ? `(function () {${textOf(name)}` : textOf(name);
  const found = [];
  (function visit(node, around) {
    if (Array.isArray(node)) return node.forEach((part) => visit(part, around));
    if (!node || typeof node.type !== "string") return;
    if (/^Function/.test(node.type)) {
      const { start, end } = node.loc;
      if (!around) found.push([end.line - start.line + 1, node.id ? node.id.name : `line ${start.line}`]);
      around = false;
    }
    const called = node.type === "CallExpression" ? node.callee : null;
    for (const part of Object.values(node)) {
      visit(part, around && (part === called || !/^Function/.test((part || {}).type || "")));
    }
  })(acorn.parse(text, { ecmaVersion: 5, locations: true }).body, true);
  return found;
}

for (const name of NAMES) {
  test(`${name}: lines are short, and functions too`, () => {
    const long = textOf(name).split("\n").filter((line) => line.length > LINE);
    assert.deepEqual(long, []);
    const functions = functionsOf(name).filter(([lines]) => lines > FUNCTION);
    assert.deepEqual(functions, []);
  });

  test(`${name} says at its top what it is`, () => {
    assert.match(textOf(name), /^\/\*[^]{40,}?\*\/\n/);
  });

  test(`${name} puts no text into a page as HTML, keeps nothing and sends nothing`, () => {
    const html = READS_HTML.includes(name) ? "" : "innerHTML|outerHTML|insertAdjacentHTML|document\\.write|";
    const sends = FETCHES.includes(name) ? "" : "fetch\\(|XMLHttp|";
    assert.doesNotMatch(textOf(name), new RegExp(`${html}${sends}eval\\(|localStorage|sessionStorage`));
  });
}
