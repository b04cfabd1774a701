/* The site's own search in one Node. Arguments: the script of the site. A line of JSON in, a line out. */
global.window = global;
const fs = require("fs");
const path = require("path");
const vm = require("vm");
const Search = require(path.resolve(process.argv[2]));
const sites = {};

function site(file) {
  if (!sites[file]) {
    vm.runInThisContext(fs.readFileSync(file, "utf8"));
    sites[file] = Search.open(global.searchIndex);
  }
  return sites[file];
}

const tasks = {
  find: ({ file, queries, limit }) => queries.map((query) => Search.find(site(file), query, limit, true)),
  begin: ({ file, queries, limit }) => queries.map((query) => Search.find(site(file), query, limit, false)),
  forms: ({ file, words }) => {
    const { rules } = site(file);
    return words.map((word) => SearchWords.forms(word, rules));
  },
  near: ({ file, pairs }) => site(file) && pairs.map(([one, other]) => SearchWords.near(one, other)),
  time: ({ file, queries }) => queries.map((query) => {
    const start = process.hrtime.bigint();
    Search.find(site(file), query, 10, true);
    return Number(process.hrtime.bigint() - start) / 1e6;
  }),
};

require("readline").createInterface({ input: process.stdin }).on("line", (line) => {
  const task = JSON.parse(line);
  process.stdout.write(`${JSON.stringify(tasks[task.do](task))}\n`);
});
