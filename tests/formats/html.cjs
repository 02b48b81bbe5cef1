/* The HTML report in Chromium: html.cjs PAGE. It is the page of the two drafts
 * that tests/e2e/html.sh writes. Every statement that does not hold is
 * printed; the exit status says whether all did. */
"use strict";
const {chromium} = require("playwright-core");
const path = require("path");

const FLAGS = ["--no-sandbox", "--disable-background-networking",
               "--disable-component-update", "--disable-sync",
               "--disable-default-apps", "--no-first-run"];
let failed = 0;

function is(name, wanted, got) {
  if (JSON.stringify(wanted) === JSON.stringify(got)) return;
  failed++;
  console.log(`not ok ${name}: wanted ${JSON.stringify(wanted)}, ` +
              `got ${JSON.stringify(got)}`);
}

async function texts(page, selector) {
  return page.$$eval(selector, (all) => all.map((e) => e.textContent));
}
const shown = (page) => texts(page, ".card:not([hidden]) .fig");
const visible = (page, selector) => page.$$eval(selector, (all) =>
  all.filter((e) => e.offsetParent).length);
const mark = (page, text) =>
  page.locator(".file:not([hidden]) .paper span", {hasText: text}).first();

async function pairs(page) {
  is("nothing is open", 0, await page.locator(".card.open").count());
  await mark(page, "12.8%").click();
  is("the figure", ["12.8%"], await texts(page, ".paper .on"));
  is("the other two", ["1520亿元", "1748亿元"],
     await texts(page, ".paper .rel"));
  is("both are in sight", true, await page.$$eval(".on, .rel", (all) =>
    all.every((e) => e.getBoundingClientRect().top > 0 &&
                     e.getBoundingClientRect().bottom < innerHeight)));
  is("the arithmetic", ["12.8%", "14.93 – 15.07"],
     await texts(page, ".card.open .sums dd"));
  is("a picture of both", 2, await page.locator(".card.open rect").count());
  is("it is said", true,
     (await page.textContent("#say")).includes("14.93"));
  await page.keyboard.press("Escape");
  is("closed again", 0, await page.locator(".open, .on, .rel").count());
  await mark(page, "1520亿元").click();
  is("from the other end", ["12.8%"], await texts(page, ".paper .on"));
  await page.keyboard.press("Escape");
  await page.locator(".card .head").first().click();
  is("from the list", ["12.8%"], await texts(page, ".paper .on"));
  await page.locator(".card.open .go").nth(2).click();
  is("its second place", ["1748亿元"], await texts(page, ".paper .at"));
  await page.keyboard.press("Escape");
}

async function keys(page) {
  await page.keyboard.press("j");
  is("j: the first", ["12.8%"], await texts(page, ".card.open .fig"));
  await page.keyboard.press("n");
  is("n: its other place", ["1520亿元"], await texts(page, ".paper .at"));
  is("n: focus goes there", "1520亿元",
     await page.evaluate(() => document.activeElement.textContent));
  await page.keyboard.press("j");
  is("j: the second", ["下降到"], await texts(page, ".card.open .fig"));
  const far = await mark(page, "下降到").boundingBox();
  is("it was scrolled to", true, far && far.y > 0 && far.y < 700);
  await page.keyboard.press("k");
  is("k: back", ["12.8%"], await texts(page, ".card.open .fig"));
  await page.keyboard.press("Escape");
  await mark(page, "12.8%").focus();
  await page.keyboard.press("Enter");
  is("Enter on a figure", ["12.8%"], await texts(page, ".card.open .fig"));
  is("focus is seen", true, await page.$eval(":focus", (e) =>
    parseFloat(getComputedStyle(e).outlineWidth) >= 1));
  await page.keyboard.press("Escape");
  await page.keyboard.press("?");
  is("? shows the keys", true, await page.$eval("#keys", (e) => e.open));
  await page.keyboard.press("Escape");
  is("Esc hides them", false, await page.$eval("#keys", (e) => e.open));
}

async function ticks(page) {
  const agreeing = await texts(page, "#f1 .paper .k.t");
  is("figures that agree", true, agreeing.includes("18640.5亿元"));
  is("a word is no figure", false, agreeing.includes("增加到"));
  await mark(page, "18640.5亿元").click();
  is("the check", true,
     (await page.textContent(".card.k .msg")).includes("18640.5"));
  is("its places", 4, await page.locator(".card.k .go").count());
  is("all are marked", 4, await page.locator(".paper .on, .paper .rel").count());
  await page.keyboard.press("Escape");
  is("its card is gone", 0, await page.locator(".card.k").count());
  const tick = () => page.$eval(".k.t", (e) =>
    getComputedStyle(e, "::after").content);
  is("a tick", '"✓"', await tick());
  await page.keyboard.press("t");
  is("t hides it", "none", await tick());
  await page.keyboard.press("t");
  await page.keyboard.press(".");
  await page.keyboard.press("Enter");
  is("a figure by . and Enter", 1, await page.locator(".card.k").count());
  await page.keyboard.press("Escape");
}

async function filters(page) {
  const all = await shown(page);
  is("all findings", ["12.8%", "下降到", "万人"], all);
  await page.locator('.sevb[data-sev="e"]').click();
  is("without errors", ["万人"], await shown(page));
  is("the text follows", true, await page.$eval('[data-p="0"]', (e) =>
    e.classList.contains("off")));
  await page.locator('.sevb[data-sev="e"]').click();
  await page.selectOption("#rule", "growth-mismatch");
  is("one rule", ["12.8%"], await shown(page));
  await page.selectOption("#rule", "");
  await page.keyboard.press("/");
  await page.keyboard.type("万人");
  is("by its words", ["万人"], await shown(page));
  is("how many", "1 / 3", await page.textContent("#shown"));
  await page.keyboard.press("Escape");
  is("Esc ends the filter", all, await shown(page));
}

async function files(page) {
  is("one file at a time", 1, await visible(page, ".file"));
  is("three in the list", 3, await page.locator(".files tbody tr").count());
  await page.locator('.files a[href="#f2"]').click();
  is("the other one", ["f2"],
     await page.$$eval(".file:not([hidden])", (all) => all.map((e) => e.id)));
  await page.locator('.files a[href="#f1"]').click();
  is("what failed is said", true,
     (await page.textContent(".failures")).includes("broken.txt"));
}

async function hostile(page) {
  is("the draft's own tags are text", 0, await page.locator("img").count());
  is("they are shown", true,
     (await page.textContent("#f2 .paper")).includes("onerror=alert(1)"));
  await page.evaluate(() => {
    const script = document.createElement("script");
    script.textContent = "window.ran = true";
    document.body.append(script);
  });
  is("no other script runs", undefined,
     await page.evaluate(() => window.ran));
}

async function looks(browser, url) {
  for (const scheme of ["light", "dark"]) {
    const page = await browser.newPage({colorScheme: scheme});
    await page.goto(url);
    const [ink, paper] = await page.$eval(".paper", (e) =>
      [getComputedStyle(e).color, getComputedStyle(e).backgroundColor].map(
        (c) => Number(c.match(/\d+/)[0])));
    is(scheme, true, scheme === "light" ? paper > ink : ink > paper);
    await page.emulateMedia({media: "print"});
    is("print opens the cards", true,
       await page.$$eval(".more", (all) => all.every((e) => e.offsetHeight)));
    is("print shows every file", 2, await visible(page, ".file"));
    is("and no buttons", 0, await visible(page, ".bar button"));
    await page.close();
  }
  const page = await browser.newPage({viewport: {width: 400, height: 800}});
  await page.goto(url);
  await page.keyboard.press("j");
  is("nothing wider than a phone", true, await page.evaluate(() =>
    document.documentElement.scrollWidth <= innerWidth));
  await page.close();
}

async function main() {
  const browser = await chromium.launch(
    {executablePath: process.env.CHROMIUM, args: FLAGS});
  const url = "file://" + path.resolve(process.argv[2]);
  const page = await browser.newPage({viewport: {width: 1280, height: 720}});
  const said = [];
  page.on("console", (m) => said.push(m.type() + ": " + m.text()));
  page.on("pageerror", (e) => said.push(String(e)));
  page.on("request", (r) => r.url() === url || said.push(r.url()));
  await page.goto(url);
  is("the script runs", "js", await page.$eval("html", (e) => e.className));
  for (const part of [files, pairs, keys, ticks, filters]) await part(page);
  is("no error, no request", [], said);
  await hostile(page);
  await looks(browser, url);
  await browser.close();
}

main().then(() => process.exit(failed ? 1 : 0), (error) => {
  console.log(error);
  process.exit(1);
});
