// Lighthouse by its API: reads {port, jobs: [{url, slow}]} as JSON and prints a line of JSON for each job.
import { readFileSync } from "node:fs";
import lighthouse from "lighthouse";

const PHONE = { mobile: true, width: 360, height: 640, deviceScaleFactor: 2, disabled: false };
const SLOW = { rttMs: 800, throughputKbps: 280, requestLatencyMs: 0, downloadThroughputKbps: 0, uploadThroughputKbps: 0, cpuSlowdownMultiplier: 6 };
const { port, jobs } = JSON.parse(readFileSync(0, "utf-8"));

for (const { url, slow } of jobs) {
  const settings = { formFactor: "mobile", screenEmulation: PHONE, onlyCategories: ["performance", "accessibility", "best-practices", "seo"] };
  let found, tries = 0;
  do { // now and then the browser tells no largest paint
    found = await lighthouse(url, { port, logLevel: "silent" }, { extends: "lighthouse:default", settings: slow ? { ...settings, throttling: SLOW } : settings });
  } while (found.lhr.audits["largest-contentful-paint"].numericValue === undefined && ++tries < 3);
  const { categories, audits } = found.lhr;
  console.log(JSON.stringify({
    url, slow,
    scores: Object.values(categories).map(one => Math.round(one.score * 100)),
    fcp: audits["first-contentful-paint"].numericValue, lcp: audits["largest-contentful-paint"].numericValue,
    wrong: Object.values(categories).flatMap(one => one.auditRefs).filter(one => one.weight && audits[one.id].score !== null && audits[one.id].score < 1).map(one => one.id),
  }));
}
