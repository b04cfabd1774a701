/* The minifier changes names, comments, blanks and how true and false are written, leaves out "use strict", and nothing
   else: acorn's tree before is that of after. */
"use strict";
const assert = require("node:assert/strict");
const { test } = require("node:test");
const acorn = require("acorn");
const { given } = require("./support.js");

const { scripts, bundles } = given();

/** Return the tree of a script with every variable named by where it is declared: scope and place in it. */
function treeOf(text) {
  const program = acorn.parse(text, { ecmaVersion: 5 });
  return resolved(program, { names: declaredIn(program.body), number: 0, above: null }, { scopes: 1 });
}

/** Return the names that statements declare in their function, in order: `var`, functions and `catch`. */
function declaredIn(nodes) {
  const names = [];
  (function visit(node) {
    if (Array.isArray(node)) return node.forEach(visit);
    if (!node || typeof node.type !== "string") return;
    if (node.type === "VariableDeclarator" || node.type === "FunctionDeclaration") names.push(node.id.name);
    if (node.type === "CatchClause") names.push(node.param.name);
    if (node.type === "FunctionDeclaration" || node.type === "FunctionExpression") return;
    Object.values(node).forEach(visit);
  })(nodes);
  return [...new Set(names)];
}

function placeOf(name, scope) {
  for (let here = scope; here; here = here.above) {
    const at = here.names.indexOf(name);
    if (at >= 0) return here.above ? `${here.number}.${at}` : name;
  }
  return name;
}

/** Return a node without places and directives, with variables by their scope, and with runs of `var` as one. */
function resolved(node, scope, counter, key = "", above = null) {
  if (Array.isArray(node)) {
    const kept = node.filter((part) => !part || part.directive !== "use strict");
    return merged(kept.map((part) => resolved(part, scope, counter, key, above)));
  }
  if (!node || typeof node.type !== "string") return node;
  if (node.type === "Identifier") {
    const isName = key === "property" && !above.computed || key === "key";
    return { type: node.type, name: isName ? node.name : placeOf(node.name, scope) };
  }
  if (node.type === "UnaryExpression" && node.operator === "!" && /^[01]$/.test(node.argument.raw)) {
    return { type: "Literal", value: node.argument.raw === "0" };
  }
  if (node.type === "Literal") return { type: node.type, value: node.regex ? node.regex : node.value };
  const outer = scope;
  if (/^Function/.test(node.type)) {
    const own = node.type === "FunctionExpression" && node.id ? [node.id.name] : [];
    const names = [...new Set([...own, ...node.params.map((param) => param.name), ...declaredIn(node.body.body)])];
    scope = { names, number: counter.scopes++, above: scope };
  }
  const made = { type: node.type };
  for (const [name, value] of Object.entries(node)) {
    if (["type", "start", "end", "raw"].includes(name)) continue;
    const where = name === "id" && node.type === "FunctionDeclaration" ? outer : scope;
    made[name] = resolved(value, where, counter, name, node);
  }
  return made;
}

function merged(nodes) {
  const list = [];
  for (const node of nodes) {
    const last = list[list.length - 1];
    if (node && node.type === "VariableDeclaration" && last && last.type === node.type) {
      last.declarations.push(...node.declarations);
    } else list.push(node);
  }
  return list;
}

for (const [name, [before, after]] of Object.entries(scripts)) {
  test(`${name} means the same once it is stripped, and both are ES5`, () => {
    assert.deepEqual(treeOf(after), treeOf(before));
    assert.ok(after.length < before.length);
  });
}

/** Return whether a node is what the engine hands out: of that a page gets what its scripts ask for. */
function isHandedOut(node) {
  const names = node && node.type === "ObjectExpression" ? node.properties.map((property) => property.key.name) : [];
  return names.includes("answer") && names.includes("monthsAfter");
}

for (const [kind, [before, after]] of Object.entries(bundles)) {
  test(`the script '${kind}' of the estimator means what its parts mean, but for what the engine hands out`, () => {
    const [one, other] = [before, after].map((text) =>
      JSON.stringify(treeOf(text), (key, value) => (isHandedOut(value) ? "what is handed out" : value)));
    const at = [...one].findIndex((letter, place) => letter !== other[place]);
    assert.ok(one === other, `${one.slice(at - 200, at + 200)}\n${other.slice(at - 200, at + 200)}`);
  });
}

test("names, texts and patterns that look like something else are left alone", () => {
  assert.throws(() => assert.deepEqual(treeOf("(function(a){return a.b})()"), treeOf("(function(a){return a.c})()")));
  assert.throws(() => assert.deepEqual(treeOf("(function(a,b){return a})()"), treeOf("(function(a,b){return b})()")));
  assert.deepEqual(treeOf("(function(a){var b;return a+b})()"), treeOf("(function(x){var y;return x+y})()"));
});
