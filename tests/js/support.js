/* What the tests of scripts share: data from Python, scripts run together as a page runs them, chance with a seed. */
"use strict";
const { execFileSync } = require("node:child_process");
const fs = require("node:fs");
const path = require("node:path");
const vm = require("node:vm");

const ROOT = path.join(__dirname, "..", "..");
const SCRIPTS = path.join(ROOT, "overrides", "js");

/** Return what tests/support/for_node.py gives, from the file that GIVEN names or by calling it. */
function given() {
  if (process.env.GIVEN) return JSON.parse(fs.readFileSync(process.env.GIVEN, "utf8"));
  const python = path.join(ROOT, ".venv", "bin", "python");
  const command = [path.join(ROOT, "tests", "support", "for_node.py")];
  return JSON.parse(execFileSync(python, command, { encoding: "utf8", maxBuffer: 1 << 28 }));
}

/** Run scripts of overrides/js one after the other in a world of their own, and return its globals. */
function load(...names) {
  const world = vm.createContext({ performance, setTimeout, TextEncoder, TextDecoder });
  for (const filename of names) {
    vm.runInContext(fs.readFileSync(path.join(SCRIPTS, filename), "utf8"), world, { filename });
  }
  return world;
}

/** Return a plain copy of what a script made, since objects of another world are never deeply equal. */
function plain(value) {
  return JSON.parse(JSON.stringify(value));
}

/** Return a function that gives whole numbers below its argument, the same ones for the same seed. */
function chance(seed) {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

module.exports = { ROOT, SCRIPTS, chance, given, load, plain };
