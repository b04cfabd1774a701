/* The browser's estimator in one long-lived Node: a line of JSON in, a line out. Arguments: folder of the scripts, file of rules and words. */
const path = require("path");
const crypto = require("crypto");
const [folder, data] = process.argv.slice(2);
const engine = require(path.resolve(folder, "js/estimator/engine.js"));
require(path.resolve(folder, "js/estimator/messages.js"));
require(path.resolve(folder, "js/estimator/compare.js"));
require(path.resolve(folder, "js/estimator/reverse.js"));
const { rules, words } = JSON.parse(require("fs").readFileSync(data, "utf8"));

const step = (say, s) => ({ id: s.id, base: s.base, rate: s.rate, relief: s.relief, amount: s.amount, rounding: s.rounding,
  citation: s.citation, effective: s.effective, text: say(s.sentence, s.values) });
const told = (say, n) => ({ id: n.id, text: say(n.id, n.values) });

function answered(say, found) {
  return { inputs: found.inputs, contributions: found.contributions, monthly: found.monthly, grand_total: found.grand_total,
    benefits: found.benefits, benefit_total: found.benefit_total, steps: found.steps.map((s) => step(say, s)),
    assumptions: found.assumptions.map((a) => ({ name: a.name, value: a.value, text: say(a.sentence, a.values) })),
    ...(found.range ? { range: found.range } : {}), notices: found.notices.map((n) => told(say, n)) };
}

const parts = {
  budget(say, raw, asked, today) {
    const budget = engine.readAmount("budget", asked.budget);
    return engine.buy(rules, raw, budget, today).map((o) => ({ programs: o.estimate.inputs.programs, income: o.estimate.inputs.income,
      base: o.base, monthly: o.estimate.monthly, grand_total: o.estimate.grand_total, gives: o.gives, assumed: o.assumptions.map((a) => a.name) }));
  },
  payslip(say, raw, items, today) {
    return engine.recognise(rules, raw, items.payslip, today).map((i) => ({ program: i.program, amount: i.amount, expected: i.expected,
      correct: i.amount === i.expected, step: i.step && step(say, i.step),
      matches: i.matches.map((m) => ({ party: m.party, month: m.month, steps: m.steps.map((s) => step(say, s)) })) }));
  },
  compare(say, raw, asked, today) {
    const now = engine.answer(rules, raw, today);
    const then = engine.answer(rules, { ...raw, month: asked.compare }, today);
    return { month: then.inputs.month, now: engine.amounts(now), then: engine.amounts(then), differences: engine.differences(now, then),
      reasons: engine.reasons(now, then).map((r) => told(say, r)) };
  },
  project(say, raw, asked, today) {
    const years = engine.readWhole("project", asked.project, 1, 60);
    const rate = engine.readReturn(asked.return);
    const monthly = engine.answer(rules, { ...raw, programs: "jht" }, today).contributions.jht.total;
    return engine.savings(monthly, years, rate);
  },
  lump_sum(say, raw, asked, today) {
    return engine.lumpSumTax(rules, engine.readAmount("lump_sum", asked.lump_sum), raw.month, today).amount;
  },
};

function answer({ raw, asked, today, language }) {
  const say = (sentence, values) => engine.say(words[language], sentence, values);
  try {
    const name = Object.keys(asked || {})[0];
    return name ? parts[name](say, raw, asked, today) : answered(say, engine.answer(rules, raw, today));
  } catch (error) {
    if (!error.mistakes) throw error;
    const nameOf = (m) => (asked && asked.compare && m.name === "month" ? "compare" : m.name);
    return error.mistakes.map((m) => `${nameOf(m)}: ${say(m.sentence, m.values)}`);
  }
}

const tasks = {
  answers: ({ questions }) => questions.map(answer),
  rows: ({ rows, part, ranges }) => ranges.flatMap(([from, to]) => {
    const found = [];
    for (let x = from; x < to; x++) found.push(engine.amount(rows, x, part));
    return found;
  }),
  points: ({ rows, part, points }) => points.map((x) => engine.amount(rows, x, part)),
  money: ({ texts }) => texts.map(engine.readMoney),
  words: ({ numbers, language }) => numbers.map((n) => engine.numberWords(n, words[language].numbers)),
  wages: ({ program, wages, today }) => wages.map((income) =>
    engine.answer(rules, { segment: "pu", risk: "5", income, programs: program }, today).contributions[program].total),
  time: ({ question, count }) => {
    const start = process.hrtime.bigint();
    for (let i = 0; i < count; i++) engine.answer(rules, question.raw, question.today);
    return Number(process.hrtime.bigint() - start) / count / 1e6;
  },
};

require("readline").createInterface({ input: process.stdin }).on("line", (line) => {
  const task = JSON.parse(line);
  const found = JSON.stringify(tasks[task.do](task));
  const digest = crypto.createHash("sha256").update(found).digest("hex");
  process.stdout.write(`${digest}\n${found}\n`);
});
