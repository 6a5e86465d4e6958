// Runs Lighthouse over addresses in one Chrome and prints what fell short: one JSON object, address → list of sentences.
import * as launcher from "chrome-launcher";
import lighthouse from "lighthouse";

const CATEGORIES = ["accessibility", "best-practices", "seo"];
const SHIFT = "cumulative-layout-shift";

const chrome = await launcher.launch({ chromeFlags: process.env.CHROME_ARGUMENTS.split(" ") });
const short = {};
try {
  for (const address of process.argv.slice(2)) {
    const { lhr } = await lighthouse(address, {
      port: chrome.port,
      logLevel: "error",
      onlyCategories: CATEGORIES,
      onlyAudits: [SHIFT],
      throttlingMethod: "provided",
    });
    short[address] = [...(lhr.runtimeError ? [lhr.runtimeError.message] : []), ...shortcomings(lhr)];
  }
} finally {
  chrome.kill();
}
console.log(JSON.stringify(short));

function shortcomings({ categories, audits }) {
  const below = CATEGORIES.filter((name) => categories[name].score !== 1).map((name) => `${name}: ${categories[name].score}`);
  const failed = Object.values(audits)
    .filter(({ score, scoreDisplayMode }) => score !== null && score < 1 && scoreDisplayMode !== "informative")
    .map(({ id, title, details }) => `${id}: ${title} ${JSON.stringify(details?.items?.slice(0, 3) ?? "")}`);
  const shift = audits[SHIFT].numericValue;
  return [...below, ...failed, ...(shift.toFixed(3) === "0.000" ? [] : [`${SHIFT}: ${shift}`])];
}
