// The block in WordPress' own editor and the element on a page, in Chromium:
//
//   node editor.mjs SITE USER PASSWORD POST OTHER
//
// POST is the id of a post with a widget whose release defines the element, OTHER that of one without. real.sh calls this;
// it needs Node 20 and chromedriver, and no packages.

import { spawn } from 'node:child_process';

const [site, user, password, post, other] = process.argv.slice(2);
let passed = 0;
let failed = 0;

function check(name, got, expected) {
    const same = JSON.stringify(got) === JSON.stringify(expected);
    if (same) {
        passed += 1;
        console.log(`ok    ${name}`);
    } else {
        failed += 1;
        console.log(`FAIL  ${name}\n  expected ${JSON.stringify(expected)}\n  got      ${JSON.stringify(got)}`);
    }
}

// Chromedriver chooses a free port and says which.
const driver = spawn('chromedriver', ['--port=0'], { stdio: ['ignore', 'pipe', 'inherit'] });
const base = await new Promise((resolve, reject) => {
    driver.once('error', reject);
    driver.once('exit', () => reject(new Error('chromedriver ended')));
    driver.stdout.on('data', (text) => {
        const found = /on port (\d+)\./.exec(text);
        if (found) resolve(`http://127.0.0.1:${found[1]}`);
    });
});

let session = '';
async function ask(method, path, body) {
    const answer = await fetch(base + session + path, { method, body: body && JSON.stringify(body) });
    const { value } = await answer.json();
    if (value?.error) throw new Error(`${value.error}: ${value.message}`);
    return value;
}
const open = (url) => ask('POST', '/url', { url });
const run = (script, ...args) => ask('POST', '/execute/sync', { script, args });
async function until(script, ...args) {
    const end = Date.now() + 60_000;
    for (;;) {
        const value = await run(script, ...args);
        if (value) return value;
        if (Date.now() > end) throw new Error(`waited in vain for: ${script}`);
        await new Promise((resolve) => setTimeout(resolve, 200));
    }
}

// As by hand: React listens to the event and looks whether the value is another than it has set itself.
const TYPE = `
    const [label, value] = arguments;
    const box = [...document.querySelectorAll('label')].find((one) => one.textContent.trim() === label)?.control;
    if (!box) return false;
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(box), 'value').set.call(box, value);
    box.dispatchEvent(new Event(box.tagName === 'SELECT' ? 'change' : 'input', { bubbles: true }));
    return true;`;

// Newer editors stand in a frame.
const IN_EDITOR = `
    const frame = document.querySelector('iframe[name=editor-canvas]');
    const block = (frame?.contentDocument ?? document).querySelector('[data-type="pipeline-lever/widget"]');`;

try {
    const started = await ask('POST', '/session', {
        capabilities: {
            alwaysMatch: {
                'goog:chromeOptions': { args: ['--headless=new', '--no-sandbox', '--window-size=1400,1000'] },
                'goog:loggingPrefs': { browser: 'ALL' },
            },
        },
    });
    session = `/session/${started.sessionId}`;

    // WordPress itself writes scripts and styles into pages, which the policy refuses with or without the widget.
    // The console tells of them too, but some time later.
    const refusals = () =>
        run(`const seen = new ReportingObserver(() => {}, { types: ['csp-violation'], buffered: true }); seen.observe(); return seen.takeRecords().length;`);
    await open(`${site}/?p=${other}`);
    const without = await refusals();
    check('the policy is in force', without > 0, true);
    await open(`${site}/?p=${post}`);
    check('the element runs under a policy that allows scripts of the release alone', await until('return document.querySelector("pipeline-lever").dataset.ran'), 'lt');
    check('the policy refuses nothing more with the widget than without', await refusals(), without);

    await open(`${site}/wp-login.php`);
    await run(`document.querySelector('#user_login').value = arguments[0]; document.querySelector('#user_pass').value = arguments[1]; document.querySelector('#loginform').submit();`, user, password);
    await until('return location.pathname.startsWith("/wp-admin")');
    await open(`${site}/wp-admin/post-new.php`);
    await until('return window.wp?.data?.select("core/block-editor") && wp.blocks.getBlockType("pipeline-lever/widget") && document.querySelector(".editor-styles-wrapper, iframe[name=editor-canvas]") !== null');
    await run(`
        const block = wp.blocks.createBlock('pipeline-lever/widget');
        wp.data.dispatch('core/block-editor').insertBlocks(block);
        wp.data.dispatch('core/block-editor').selectBlock(block.clientId);
        wp.data.dispatch('core/edit-post').openGeneralSidebar('edit-post/block');`);

    await until(TYPE, 'Language', 'lt');
    await until(TYPE, 'Example to start with', 'talk-full');
    await until(TYPE, 'Where the button leads', 'https://agency.example/?a=1&b=2');
    await until(TYPE, 'What the button says', '"Auditas" -- <b>');
    await until(TYPE, 'Currency', 'EUR');
    await until(TYPE, 'Currency', '');
    const written = await run('return wp.blocks.serialize(wp.data.select("core/block-editor").getBlocks())');
    check(
        'what is chosen at the side is what is saved',
        written,
        String.raw`<!-- wp:pipeline-lever/widget {"lang":"lt","preset":"talk-full","cta_url":"https://agency.example/?a=1\u0026b=2","cta_label":"\u0022Auditas\u0022 \u002d\u002d \u003cb\u003e"} /-->`,
    );
    check('and is read again', await run('const [block] = wp.blocks.parse(arguments[0]); return [block.isValid, block.attributes.cta_label]', written), [true, '"Auditas" -- <b>']);
    const shown = await until(`${IN_EDITOR} return block?.textContent`);
    check('the block says that the calculator is on the published page', shown.includes('stands here on the published page'), true);
    check('and what is chosen', shown.includes('Language: lt') && shown.includes('Example to start with: talk-full'), true);
    check('the release is not loaded into the editor', await run('return performance.getEntriesByType("resource").filter(({ name }) => name.includes("pipeline-lever.js")).length'), 0);
    const complaints = (await ask('POST', '/se/log', { type: 'browser' })).filter(({ message }) => message.includes('pipeline'));
    check('the console says nothing about the block', complaints, []);
} catch (problem) {
    failed += 1;
    console.log(`FAIL  ${problem.stack}`);
} finally {
    if (session) await ask('DELETE', '').catch(() => {});
    driver.kill();
}
console.log(`      in Chromium: ${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
