/* Asks the site’s own search. Arguments: its script, a text a language as `id=file`. A line of JSON in, one out. */
global.window = global;
const fs = require("fs");
const path = require("path");
const vm = require("vm");
const Search = require(path.resolve(process.argv[2]));
const sites = {};

for (const pair of process.argv.slice(3)) {
  const [language, file] = pair.split("=");
  vm.runInThisContext(fs.readFileSync(file, "utf8"));
  sites[language] = Search.open(global.searchIndex);
}

function place(answer) {
  return answer && answer.record.page.path + (answer.record.anchor ? `#${answer.record.anchor}` : "");
}

function told({ language, text }) {
  const site = sites[language], asked = SearchAnswer.ask(site, text, true), read = SearchDescribe.read(site, text);
  const help = SearchSayings.says(site, text, "help");
  return {
    help,
    known: asked.known && !help,
    first: place(asked.answers[0]) || "",
    heading: asked.answers.length ? asked.answers[0].record.heading : "",
    pages: SearchAnswer.order(asked).slice(0, 3),
    described: read.described && !help,
    inputs: read.inputs,
    fragment: SearchDescribe.fragment(read),
    sum: SearchSaid.missing(read).every((name) => name === "children"),
    score: asked.answers.length ? asked.answers[0].score : 0,
  };
}

require("readline").createInterface({ input: process.stdin }).on("line", (line) => {
  process.stdout.write(`${JSON.stringify(told(JSON.parse(line)))}\n`);
});
