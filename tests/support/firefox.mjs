// Firefox for a test. `save ADDRESS FOLDER` taps what saves a page and waits for the file; `read ADDRESS SELECTOR`
// prints the text of an element. No address but loopback is reached, and none at all when a file is read.
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import puppeteer from "puppeteer-core";

const [act, address, last] = process.argv.slice(2);
const NOWHERE = { "network.proxy.type": 1, "network.proxy.http": "127.0.0.1", "network.proxy.http_port": 9, "network.proxy.ssl": "127.0.0.1", "network.proxy.ssl_port": 9 };
const INTO = { "browser.download.folderList": 2, "browser.download.dir": last, "browser.download.useDownloadDir": true };

function whole(folder) {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  return names.length === 1 && statSync(join(folder, names[0])).size > 0;
}

const browser = await puppeteer.launch({
  browser: "firefox", executablePath: process.env.FIREFOX, headless: true, extraPrefsFirefox: act === "save" ? INTO : NOWHERE,
});
try {
  const page = await browser.newPage();
  await page.setViewport({ width: 360, height: 640 });
  await page.goto(address);
  const found = await page.waitForSelector(act === "save" ? ".save a[download]" : last, { visible: true });
  if (act === "save") {
    await found.click();
    while (!whole(last)) await new Promise((resolve) => setTimeout(resolve, 100));
  }
  console.log(await found.evaluate((element) => element.innerText));
} finally {
  await browser.close();
}
