/* Hostile words for the search: its script, a text, how many. Answers with the time that they took the processor (in
   milliseconds; a machine that does other things makes no difference); what throws ends it. */
global.window = global;
const fs = require("fs");
const path = require("path");
const vm = require("vm");
const Search = require(path.resolve(process.argv[2]));
vm.runInThisContext(fs.readFileSync(process.argv[3], "utf8"));
const site = Search.open(global.searchIndex), many = +process.argv[4];

/* The same numbers each time. */
let seed = 20261129;
function random(below) {
  seed = (seed * 1103515245 + 12345) % 2147483648;
  return Math.floor((seed / 2147483648) * below);
}

const PIECES = ["iuran", "nelayan", "1,5 juta", "anak dua", "<script>alert(1)</script>", "<img src=x onerror=alert(1)>",
  "\u202e", "\u200f", "😀", "👩‍👩‍👧", "__proto__", "constructor", "toString", "hasOwnProperty", "'; DROP TABLE", "\0",
  "%00", "%E0%A4", "&amp;", "\\", "/", "(((", "[a-z]*", "999999999999999999999", "0.0.0.0", "Rp", "-1", "NaN", "Infinity",
  "1e309", "ۼ", "漢字", "ｉｕｒａｎ", "é".repeat(40), "juta juta juta", "satu satu", "umur", "bayar", "meninggal",
  "kontrak", "bulan", "tahun", "sd", "anak", "a".repeat(300), "beta", "\ud800", "\udfff", "  ", "\n", "\t", "=", "#q="];

function query() {
  const kind = random(20);
  if (kind === 0) return String.fromCharCode(97 + random(26)).repeat(10000);
  if (kind === 1) return Array.from({ length: 200 }, () => String.fromCharCode(random(65536))).join("");
  if (kind === 2) return PIECES[random(PIECES.length)].repeat(1 + random(2000)).slice(0, 10000);
  return Array.from({ length: 1 + random(12) }, () => PIECES[random(PIECES.length)]).join(random(2) ? " " : "");
}

const spent = [];
SearchAnswer.warm(site);
for (let i = 0; i < many; i++) {
  const text = query(), start = process.cpuUsage();
  SearchSayings.says(site, text, "help");
  const asked = SearchAnswer.ask(site, text, i % 2 === 0), read = SearchDescribe.read(site, text);
  const fragment = SearchDescribe.fragment(read);
  if (!/^#[\w=&%,.-]*$/.test(fragment)) throw new Error(`fragment ${fragment}`);
  SearchAnswer.order(asked);
  const used = process.cpuUsage(start);
  spent.push((used.user + used.system) / 1000);
}
spent.sort((one, other) => one - other);
const told = { queries: many, median: spent[many >> 1], p99: spent[Math.floor(many * 0.99)], longest: spent[many - 1] };
process.stdout.write(JSON.stringify(told));
