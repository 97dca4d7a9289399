// One visit to a page, in a browser that has never been there, and what it cost.
import { tasksOf } from "./trace.mjs";

export const PHONE = { width: 390, height: 844, deviceScaleFactor: 2, isMobile: true, hasTouch: true };
export const SLOWER = 4;
// A page is at rest when no byte has come for so long, and its thread is busy for less than this part of the time.
const QUIET = 1500;
const RESTING = 0.1;
const LOOK_EVERY = 500;
const PATIENCE = 60_000;
const FLAGS = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-background-networking", "--disable-component-update", "--disable-sync",
  // Nothing leaves this machine, with a network or without.
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"];
const TRACED = ["-*", "disabled-by-default-devtools.timeline", "blink.user_timing", "loading", "__metadata"];

const pause = (time) => new Promise((resolve) => setTimeout(resolve, time));

// Runs in the page before all its scripts: notes when an element that is shown first says a number, and takes input. It
// looks when the page is about to be laid out anyway, and says what it has seen, so that nobody has to ask the page: both
// would be tasks of its own thread.
function watch({ frame, inside, answer, usable }) {
  if (self !== top) return;
  const shows = (wanted) => {
    const outer = frame ? document.querySelector(frame)?.contentDocument : document;
    const place = outer?.querySelector(inside);
    const element = (place?.shadowRoot ?? place)?.querySelector(wanted);
    return element?.getClientRects().length > 0 && /\d/.test(element.textContent);
  };
  const wanted = { answer, usable };
  const look = () => {
    for (const name of Object.keys(wanted)) {
      if (!shows(wanted[name])) continue;
      performance.mark(name);
      console.debug(name);
      delete wanted[name];
    }
    if (Object.keys(wanted).length > 0) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

// Resolves once the page has said this.
function said(page, what) {
  return new Promise((resolve, giveUp) => {
    const late = setTimeout(() => giveUp(new Error(`the page is never ${what}`)), PATIENCE);
    page.on("console", (message) => {
      if (message.text() !== what) return;
      clearTimeout(late);
      resolve();
    });
  });
}

async function untilQuiet(page, link) {
  const latest = performance.now() + PATIENCE;
  const spent = async () => (await page.metrics()).TaskDuration * 1000;
  for (let quiet = false, before = await spent(); !quiet;) {
    if (performance.now() > latest) throw new Error("the page never comes to rest");
    await pause(LOOK_EVERY);
    const now = await spent();
    const loaded = await page.evaluate(() => document.readyState === "complete");
    quiet = loaded && link.idleFor() > QUIET && now - before < RESTING * LOOK_EVERY;
    before = now;
  }
}

// Goes on to the end of the page, a screen at a time.
async function walk(page) {
  for (let end = false; !end;) {
    await pause(300);
    end = await page.evaluate(() => {
      const before = scrollY;
      scrollBy(0, innerHeight);
      return scrollY === before;
    });
  }
}

// Jumps to the widget and goes on to the end of the page, also of what has been added to it by then.
async function approach(page, link, place) {
  await page.evaluate((place) => {
    performance.mark("near");
    document.querySelector(place).scrollIntoView();
  }, place);
  const height = () => page.evaluate(() => document.documentElement.scrollHeight);
  for (let known = 0; known < await height();) {
    known = await height();
    await walk(page);
    await untilQuiet(page, link);
  }
}

async function withPage(puppeteer, executablePath, use) {
  const browser = await puppeteer.launch({ executablePath, headless: true, args: FLAGS, defaultViewport: PHONE });
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(PATIENCE);
    await page.emulateCPUThrottling(SLOWER);
    await page.tracing.start({ categories: TRACED });
    return await use(page);
  } finally {
    await browser.close();
  }
}

const traceOf = async (page) => JSON.parse(new TextDecoder().decode(await page.tracing.stop())).traceEvents;

// From the top: everything that comes before the visitor is near the widget, then going there.
export function fromTheTop(puppeteer, chromium, link, { folder, standalone }) {
  return withPage(puppeteer, chromium, async (page) => {
    const atStart = link.received();
    await page.goto(`${link.address}${folder}/`);
    await untilQuiet(page, link);
    const before = link.received();
    await approach(page, link, standalone ? "body" : "#here");
    const bytes = { before: before - atStart, after: link.received() - before };
    return { bytes, ...tasksOf(await traceOf(page)) };
  });
}

// Straight to the widget, by a link to its place: how long the visitor waits.
export function straightThere(puppeteer, chromium, link, { folder, standalone, seen }) {
  return withPage(puppeteer, chromium, async (page) => {
    if (seen) await page.evaluateOnNewDocument(watch, seen);
    const usable = seen && said(page, "usable");
    await page.goto(`${link.address}${folder}/${standalone ? "" : "#here"}`);
    await usable;
    await untilQuiet(page, link);
    const times = await page.evaluate(() => {
      performance.mark("near");
      return Object.fromEntries(performance.getEntriesByType("mark").map(({ name, startTime }) => [name, startTime]));
    });
    const { longestOfLoad, shift } = tasksOf(await traceOf(page));
    return { answer: times.answer, usable: times.usable, longestOfLoad, shift };
  });
}
