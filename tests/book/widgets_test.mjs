// The widgets in Debian's Chromium: on the pages of build/book or, where that is not made, on small pages of their own.
// Expected numbers come from the chapters' programs in build/dev and from widgets_native, none is written here.
import assert from "node:assert/strict";
import {execFileSync} from "node:child_process";
import {existsSync, readFileSync, readdirSync} from "node:fs";
import path from "node:path";
import {after, test} from "node:test";
import {pathToFileURL} from "node:url";
import {open_browser, packages} from "../../docs/book/packages.mjs";
import {root, widget_page} from "./widget_page.mjs";

const script = path.join(root, "build/widgets.js"), book = path.join(root, "build/book");
const chapters = {neuron: "02_single_neuron", activations: "04_activations", mlp: "05_mlp", xor: "06_xor"};
const names = Object.keys(chapters);
const readme = (name) => readFileSync(path.join(root, "chapters", chapters[name], "README.md"), "utf8");
const sentence = (name) => readme(name).match(`<!-- widget: ${name} -->\n([^]*?)\n\n`)[1].replaceAll("\n", " ");
const urls = Object.fromEntries(names.map((name) => [name, existsSync(book)
    ? pathToFileURL(path.join(book, `${chapters[name]}.html`)).href
    : widget_page(script, name, sentence(name))]));
console.log(existsSync(book) ? "on the pages of build/book" : "on pages of their own");

execFileSync("cmake", ["--build", path.join(root, "build/dev"), "--target", "widgets_native",
    ...Object.values(chapters)]);
const browser = await open_browser();
after(() => browser.close());

// Opens the page of a widget; what it writes to the console, and requests that leave the file system, fail the test.
async function open(name, {fragment = "", width = 1280, ready = true, ...options} = {}) {
    const context = await browser.newContext({viewport: {width, height: 900}, ...options});
    const page = await context.newPage(), wrong = page.wrong = [];
    page.on("console", (message) => wrong.push(message.text()));
    page.on("pageerror", (error) => wrong.push(error.message));
    page.on("request", (request) => /^(file|data|blob):/.test(request.url()) || wrong.push(request.url()));
    await page.goto(urls[name] + fragment);
    if (ready) await page.waitForSelector(".widget-frame");
    return page;
}

async function close(page) {
    assert.deepEqual(page.wrong, []);
    await page.context().close();
}

// The numbers of a widget by their names, with all their digits.
const data = (page) => page.$$eval(".widget-frame data", (all) =>
    Object.fromEntries(all.map((one) => [one.dataset.name, Number(one.value)])));

// All that a widget shows, as text.
const seen = (page) => page.$eval(".widget-body", (body) => JSON.stringify([body.innerHTML,
    ...[...body.querySelectorAll("input")].map((input) => input.type === "checkbox" ? input.checked : input.value)]));

// The element is in the upper quarter of the window, at the latest when the page has scrolled there smoothly.
const at_top = (page, selector) => page.waitForFunction((selector) => {
    const {top} = document.querySelector(selector).getBoundingClientRect();
    return top >= -1 && top < innerHeight / 4;
}, selector, {timeout: 3000}).catch(async () => assert.fail(`${selector} is at ${
    await page.locator(selector).evaluate((one) => one.getBoundingClientRect().top)} pixels from the top`));

const slider = (page, label) => page.locator(`.widget-frame input[aria-label="${label}"]`);

// The address and the sentence come when a movement rests: waits for a sentence other than the last one.
async function settled(page) {
    await page.waitForFunction((last) => document.querySelector(".widget-live").textContent !== last, page.last ?? "");
    page.last = await page.locator(".widget-live").textContent();
    await page.waitForTimeout(50);
}

const print = (name) => execFileSync(path.join(root, "build/dev", chapters[name]), {encoding: "utf8"});
const numbers = (line) => line.match(/-?\d+(\.\d*)?(e[+-]?\d+)?/g).map(Number);
// The value is what was printed with so many decimals.
const same = (value, printed, decimals) =>
    assert.ok(Math.abs(value - printed) <= 0.5 * 10 ** -decimals + 1e-12, `${value} is not ${printed}`);

// ---- the numbers of the chapters

test("neuron: starts with the numbers that chapter 2 prints", async () => {
    const page = await open("neuron"), output = print("neuron");
    const line = (start) => numbers(output.split("\n").find((text) => text.startsWith(start)).slice(start.length));
    const sliders = await page.$$eval(".widget-frame input", (all) => all.map((input) => Number(input.value)));
    assert.deepEqual(sliders, [...line("Inputs:"), ...line("Weights:"), ...line("Bias:")]);
    const {z, a} = await data(page);
    same(z, line("z = w·x + b =")[0], 4);
    same(a, line("a = ReLU(z) =")[0], 4);
    assert.equal(await page.locator(".widget-sums data").first().textContent(), line("z = w·x + b =")[0].toFixed(2));
    await close(page);
});

test("neuron: the first input moves as in chapter 2's table", async () => {
    const page = await open("neuron");
    const rows = print("neuron").split("The first input moves")[1].split("\n").slice(2, 9).map(numbers);
    assert.equal(rows.length, 7);
    for (const [x1, z, a] of rows) {
        await slider(page, "input x 1").fill(`${x1}`);
        const shown = await data(page);
        same(shown.z, z, 4);
        same(shown.a, a, 4);
    }
    await close(page);
});

test("activations: the values, slopes and differences that chapter 4 prints", async () => {
    const page = await open("activations"), output = print("activations");
    const table = (title, skip) => output.split(title)[1].split("\n").slice(skip, skip + 7).map(numbers);
    const values = table("GELU(x)", 2), forms = table("GELU in its two forms", 2), slopes = table("Slopes", 2);
    const start = Number(await slider(page, "x").inputValue());
    assert.ok(values.some(([x]) => x === start), "the start is a row of the table");
    await page.locator("[role=switch]").check();
    for (const i of [1, 0, 2, 3, 4, 5, 6]) {  // the start first
        const [x, relu, gelu] = values[i];
        if (x !== start) await slider(page, "x").fill(`${x}`);
        const shown = await data(page);
        same(shown.relu, relu, 4);
        same(shown.gelu, gelu, 4);
        same(shown.gelu, forms[i][1], 8);
        same(shown.exact, forms[i][2], 8);
        same(shown.difference, forms[i][3], 8);
        ["relu-slope", "gelu-slope", "exact-slope"].forEach((name, j) => same(shown[name], slopes[i][j + 1], 4));
    }
    await close(page);
});

test("xor: the hidden values, outputs and counts that chapter 6 prints", async () => {
    const page = await open("xor"), output = print("xor"), shown = await data(page);
    const rows = output.split("input  before ReLU")[1].split("\n").slice(1, 5).map(numbers);
    rows.forEach(([, , s1, s2, h1, h2, y], i) =>
        assert.deepEqual(["s1", "s2", "h1", "h2", "y"].map((name) => shown[`${name}-${i}`]), [s1, s2, h1, h2, y]));
    assert.equal(shown.line, numbers(output.match(/best on XOR: (.*)/)[1])[0]);
    assert.equal(shown.network, output.match(/\d  ✓/g).length);
    assert.deepEqual(await page.$$eval(".xor tbody td:last-child", (cells) => cells.map((cell) => cell.textContent)),
        output.match(/\d  ✓/g).map((text) => text.replace("  ", " ")));
    await close(page);
});

test("xor: no line gets more than chapter 6 says, and lines make the labellings it counts", async () => {
    const page = await open("xor"), output = print("xor");
    const [best] = numbers(output.match(/best on XOR: (.*)/)[1]);
    const [makes] = numbers(output.match(/labellings a line can make: (.*)/)[1]);
    const places = [-0.35, -0.2, 0.3, 0.5, 0.7, 1.2, 1.35];
    const found = await page.evaluate((places) => {
        let most = 0, labellings = new Set();
        for (const p1 of places) for (const p2 of places) for (const q1 of places) for (const q2 of places) {
            const results = workbook_widgets.compute("line", p1, p2, q1, q2);
            most = Math.max(most, results[7]);
            labellings.add(results[8]);
        }
        return [most, labellings.size];
    }, places);
    assert.deepEqual(found, [best, makes]);
    // And by hand: the button turns the line, which makes the opposite labelling and keeps the count of both.
    await page.locator(".xor button").click();
    assert.equal((await data(page)).line, 4 - best);
    assert.match(await page.locator(".xor-count").textContent(), /: 2 of 16/);
    assert.equal(await page.locator(".xor-labellings svg:not(.pale)").count(), 2);
    await close(page);
});

test("mlp: seed 0 gives the logits, probabilities and entropy that chapter 5 prints", async () => {
    const page = await open("mlp"), output = print("mlp"), shown = await data(page);
    const after = (start) => numbers(output.split(start)[1].split("\n")[0]);
    after("Logits: ").forEach((value, i) => same(shown[`logit-${i}`], value, 3));
    after("Probs: ").forEach((value, i) => same(shown[`prob-${i}`], value, 3));
    assert.equal(after("Logits: ").length, 10);
    same(shown.entropy, after("entropy of probs:")[0], 6);
    same(shown.uniform, after("uniform, ln 10:")[0], 6);
    same(shown.share, after("share:")[0], 2);
    await close(page);
});

// ---- WebAssembly against native code

// What may differ is the C library under exp, erfc and log in common/nn: Emscripten's musl and glibc both give results
// that are right but for the last bit, and not always the same one. All else is the same arithmetic in the same order.
// Each bound is a few last bits of the largest numbers that enter: x up to 3, logits below 1.
const unit = 2 ** -52;
const bounds = {activations: 4 * unit, mlp: 4 * unit};

const steps = (low, high, step) =>
    Array.from({length: Math.round((high - low) / step) + 1}, (_, i) => Number((low + i * step).toFixed(6)));

function grid() {
    const calls = [];
    for (const x of steps(-3, 3, 0.01)) calls.push(["activations", x]);
    for (const x of steps(-3, 3, 0.5)) for (const w of steps(-2, 2, 0.1)) for (const b of steps(-2, 2, 0.5))
        calls.push(["neuron", x, 0.3 - x, 0.7, w, -0.7 * w, 0.1, b]);
    for (const p of steps(-0.35, 1.35, 0.17)) for (const q of steps(-0.35, 1.35, 0.17))
        calls.push(["line", p, 0.7, q, -0.2], ["line", 0.3, p, 0.4, q], ["half_plane", p, q, -0.5, -0.4, 1.4]);
    for (const w of steps(-3, 3, 0.3)) for (const v of steps(-3, 3, 0.5)) {
        const network = [w, 1, 0.1, 1, v, -1, v, -2, 0.2 * w];
        calls.push(["xor_network", ...network], ["xor_region", ...network, -0.4, 1.4],
            ["xor_hidden_region", v, w, 0.1, -1.5, 2.5]);
    }
    for (const seed of [0, 1, 2, 7, 50, 99]) {
        calls.push(["mlp_embedding", seed]);
        for (const [i, value] of [[0, 0], [0, 1], [31, -1], [63, 0.35]])
            for (const temperature of [0.01, 0.2, 1, 10])
                calls.push(["mlp_nudge", i, value], ["mlp", seed, temperature]);
    }
    return calls;
}

test("moved values are those of the same functions compiled natively", async () => {
    const calls = grid(), page = await open("neuron");
    const native = execFileSync(path.join(root, "build/dev/tests/widgets_native"),
        {input: calls.map((call) => call.join(" ") + "\n").join(""), maxBuffer: 1e9, encoding: "utf8"}).split("\n");
    const wasm = await page.evaluate((calls) => calls.map((call) => workbook_widgets.compute(...call)), calls);
    const largest = {};  // difference, in units of 2^-52
    calls.forEach(([name, ...given], i) => {
        const expected = native[i].split(" ").filter(Boolean).map(Number);
        assert.equal(wasm[i].length, expected.length, `${name} ${given}`);
        const bound = bounds[name] ?? 0;
        wasm[i].forEach((value, j) => {
            const difference = Math.abs(value - expected[j]);
            largest[name] = Math.max(largest[name] ?? 0, difference / unit);
            assert.ok(Object.is(value, expected[j]) || difference <= bound,
                `${name} ${given}: result ${j} is ${value}, natively ${expected[j]}`);
        });
    });
    console.log(`${calls.length} calls, largest differences / 2^-52: ${JSON.stringify(largest)}`);
    await close(page);
});

// ---- state, controls, people

const halves = {mlp: ["temperature", "seed"], activations: ["difference"], xor: ["made"]};  // whole numbers alone
const moved = {  // a state of each widget that is not its start
    neuron: "#neuron:x=-1.5,2,0.8&b=-0.4",
    activations: "#activations:x=2.7&difference=1",
    xor: "#xor:p=0.5,1.2&q=0.45,-0.3&made=16388&h2=1,1,-1.5",
    mlp: "#mlp:nudged=3,0.9,40,-1&temperature=2&seed=7",
};

for (const name of names) {
    test(`${name}: a link shows what was seen, and other fragments are left alone`, async () => {
        const page = await open(name), start = await seen(page);
        await page.evaluate((fragment) => { location.hash = fragment; }, moved[name]);
        await page.waitForFunction((start) => document.querySelector(".widget-body").innerHTML !== start, start);
        const there = await seen(page);
        assert.notEqual(there, start);

        const first = page.locator(".widget-frame input[type=range]").first();
        await first.focus();  // one step more, so that the widget writes the address itself
        await page.keyboard.press("ArrowRight");
        await settled(page);
        const written = new URL(page.url()).hash;
        assert.ok(written.startsWith(`#${name}:`) && written !== moved[name], written);
        const stepped = await seen(page);
        const other = await open(name, {fragment: written});
        assert.equal(await seen(other), stepped);
        assert.ok(await other.locator(".widget-frame").evaluate((frame) =>
            frame.getBoundingClientRect().top < innerHeight), "the widget is in view");
        await close(other);
        const encoded = await open(name, {fragment: "#" + encodeURIComponent(written.slice(1))});
        assert.equal(await seen(encoded), stepped, "as a mail program writes the link");
        await close(encoded);

        // The browser is still on its way to the slider that got the focus, and would not turn round.
        await page.waitForFunction(() => new Promise((done) => {
            const before = scrollY;
            setTimeout(() => done(scrollY === before), 200);
        }));
        await page.evaluate(() => { location.hash = "#the-picture"; });
        await at_top(page, "#the-picture");
        assert.equal(await seen(page), stepped);
        assert.equal(new URL(page.url()).hash, "#the-picture");
        await close(page);

        const below = await open(name, {fragment: "#what-goes-wrong"});  // the widget above it takes its room late
        await at_top(below, "#what-goes-wrong");
        await close(below);
    });

    test(`${name}: what makes no sense in a fragment is left at the start`, async () => {
        const page = await open(name), start = await seen(page);
        const go = (fragment) => page.evaluate((fragment) => new Promise((done) => {
            addEventListener("hashchange", done, {once: true});
            location.hash = fragment;
        }), fragment);
        const keys = moved[name].split(":")[1].split("&").map((part) => part.split("=")[0]);
        const whole = (halves[name] ?? []).map((key) => `${key}=0.5`);
        for (const odd of ["", "&&=&", "%ff%", "__proto__=1", ...whole, ...keys.flatMap((key) =>
            [key, `${key}=`, `${key}=a`, `${key}=1e9`, `${key}=NaN`, `${key}=<b>`, `${key}=0,,0`,
                ...key === "nudged" ? [] : [`${key}=0,0,0,0`]])]) {
            await go(moved[name]);
            assert.notEqual(await seen(page), start);
            await go(`#${name}:${odd}`);
            assert.equal(await seen(page), start, odd);
        }
        await close(page);
    });

    test(`${name}: Reset brings back the start and its address`, async () => {
        const page = await open(name), start = await seen(page), address = page.url();
        await page.evaluate((fragment) => { location.hash = fragment; }, moved[name]);
        await page.waitForFunction((start) => document.querySelector(".widget-body").innerHTML !== start, start);
        await page.getByRole("button", {name: "Reset"}).click();
        await settled(page);
        assert.equal(await seen(page), start);
        assert.equal(page.url(), address);
        await close(page);
    });

    test(`${name}: each control works with the keyboard alone and shows its focus`, async () => {
        const page = await open(name);
        await page.$$eval(".widget-frame summary", (all) => all.forEach((one) => one.focus()));
        const details = await page.locator(".widget-frame summary").count();
        if (details) await page.keyboard.press("Enter");
        const controls = await page.locator(".widget-frame :is(input, button, summary, [tabindex])").count();
        await page.locator(".widget-frame button").first().focus();
        await page.evaluate(() => document.addEventListener("keydown", ({key}) => (window.keys ??= []).push(key)));
        let operated = 0;
        for (let i = 0; i < controls; ++i, await page.keyboard.press("Tab")) {
            const control = await page.evaluateHandle(() => document.activeElement);
            const {tag, kind, role, label, inside} = await control.evaluate((one) => ({tag: one.tagName, kind: one.type,
                role: one.getAttribute("role"), label: one.getAttribute("aria-label") ?? one.textContent,
                inside: Boolean(one.closest(".widget-frame"))}));
            assert.ok(inside, `control ${i} of ${controls} is in the widget`);
            const box = await control.evaluate((one) => {
                one.scrollIntoView({block: "center"});
                const {x, y, width, height} = one.getBoundingClientRect();
                return {x: x - 6 + scrollX, y: y - 6 + scrollY, width: width + 12, height: height + 12};
            });
            const picture = () => page.screenshot({clip: box, fullPage: true});
            const focused = await picture();
            await control.evaluate((one) => one.blur());
            assert.ok(!focused.equals(await picture()), `${label} shows its focus`);
            await control.evaluate((one) => one.focus());

            const keys = tag === "BUTTON" || tag === "SUMMARY" ? ["Enter", " "] : kind === "checkbox" ? [" "]
                : role === "slider" ? ["ArrowUp", "ArrowDown", "ArrowRight", "ArrowLeft"] : ["ArrowRight", "ArrowLeft"];
            for (const key of keys) {
                if (label === "Reset") await page.evaluate((to) => { location.hash = to; }, moved[name]);
                await page.waitForTimeout(20);
                const before = await seen(page);
                await page.keyboard.press(key);
                await page.waitForTimeout(20);
                assert.notEqual(await seen(page), before, `${key} on ${label}`);
                ++operated;
                if (label === "Reset") await page.evaluate(() => { history.replaceState(null, "", "#"); });
            }
            if (tag === "SUMMARY") assert.ok(await control.evaluate((one) => one.parentNode.open));
        }
        assert.ok(operated >= 2 * (controls - 1));
        // The book turns its pages at arrow keys, and must not at these.
        assert.deepEqual(await page.evaluate(() => window.keys.filter((key) => key.startsWith("Arrow"))), []);
        await close(page);
    });

    test(`${name}: a screen reader hears one sentence when a movement rests`, async () => {
        const page = await open(name);
        await page.evaluate(() => {
            window.heard = [];
            const live = document.querySelector(".widget-frame [role=status]");
            new MutationObserver(() => heard.push(live.textContent)).observe(live, {childList: true});
        });
        await page.locator(".widget-frame input[type=range]").first().focus();
        for (let i = 0; i < 5; ++i) await page.keyboard.press("ArrowRight");
        await settled(page);
        await page.waitForTimeout(600);  // no more comes
        const heard = await page.evaluate(() => window.heard);
        assert.equal(heard.length, 1);
        assert.match(heard[0], /^[^]{15,220}\.$/);
        for (const control of await page.locator(".widget-frame :is(input, [role=slider])").all())
            assert.ok(await control.evaluate((one) => one.getAttribute("aria-label") || one.labels[0].textContent));
        await close(page);
    });

    for (const [theme, width] of [["light", 1280], ["light", 360], ["dark", 360]])
        test(`${name}: axe finds nothing and nothing is wider than the page, ${theme}, ${width} pixels`, async () => {
            for (const fragment of ["", moved[name]]) {
                const page = await open(name, {fragment, width, colorScheme: theme});
                await page.$$eval(".widget-frame details", (all) => all.forEach((one) => { one.open = true; }));
                await page.addScriptTag({path: packages.resolve("axe-core/axe.min.js")});
                const {violations, passes} = await page.evaluate(() => axe.run(".widget", {preload: false}));
                assert.deepEqual(violations.map(({id, nodes}) => [id, nodes.map(({html}) => html)]), []);
                assert.ok(passes.some(({id}) => id === "color-contrast"));
                assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
                const wider = await page.$$eval(".widget-frame :not(svg *)", (all) => all.filter((one) => {
                    const {right} = one.getBoundingClientRect();
                    return right > one.closest(".widget-frame").getBoundingClientRect().right + 0.5;
                }).map((one) => one.outerHTML.slice(0, 80)));
                assert.deepEqual(wider, []);
                await close(page);
            }
        });

    test(`${name}: without scripts its sentence is there`, async () => {
        const page = await open(name, {javaScriptEnabled: false, ready: false});
        const plain = (text) => text.replace(/[`$*]/g, "").replace(/’/g, "'").replace(/\s+/g, " ").trim();
        assert.equal(plain(await page.locator(".widget").innerText()), plain(sentence(name)));
        assert.equal(await page.locator(".widget-frame").count(), 0);
        await close(page);
    });
}

// Drags from one place of an element to another, both as shares of its size.
async function drag(page, element, from, to) {
    await element.scrollIntoViewIfNeeded();
    const {x, y, width, height} = await element.boundingBox();
    await page.mouse.move(x + from[0] * width, y + from[1] * height);
    await page.mouse.down();
    await page.mouse.move(x + to[0] * width, y + to[1] * height, {steps: 5});
    await page.mouse.up();
    await page.mouse.move(x + 0.1 * width, y + 0.1 * height);  // without a button nothing follows
}

test("pointer: the neuron's slider is dragged", async () => {
    const page = await open("neuron"), input = slider(page, "input x 1");
    await drag(page, input, [0.58, 0.5], [1, 0.5]);
    assert.equal(await input.inputValue(), await input.getAttribute("max"));
    await close(page);
});

test("pointer: x is dragged in each panel of the activations", async () => {
    const page = await open("activations", {fragment: moved.activations});
    for (const panel of await page.locator(".activations svg").all()) {
        await drag(page, panel, [0.4, 0.5], [0.8, 0.6]);
        const x = Number(await slider(page, "x").inputValue());
        assert.ok(x > 1.3 && x < 2.2, `${x}`);
        await drag(page, panel, [0.5, 0.5], [0.99, 0.5]);
        assert.equal(await slider(page, "x").inputValue(), "3");
    }
    await close(page);
});

test("pointer: a handle of the line is dragged to a place and not out of the square", async () => {
    const page = await open("xor"), picture = page.locator(".xor svg").first();
    const place = (value) => (value + 0.4) / 1.8;  // the share of a coordinate
    await drag(page, picture, [place(-0.2), 1 - place(0.7)], [place(0.5), 1 - place(1)]);
    const [handle] = await page.locator(".handle").all();
    assert.match(await handle.getAttribute("aria-valuetext"), /^x1 0\.(49|50|51), x2 (0\.99|1\.00|1\.01)$/);
    await drag(page, picture, [place(0.5), 1 - place(1)], [place(3), 1 - place(-3)]);
    assert.equal(await handle.getAttribute("aria-valuetext"), "x1 1.35, x2 −0.35");
    await close(page);
});

test("pointer and touch: the embedding is painted, without gaps", async () => {
    const page = await open("mlp", {hasTouch: true}), picture = page.locator(".mlp-embedding");
    await picture.scrollIntoViewIfNeeded();
    const {x, y, width, height} = await picture.boundingBox();
    await page.mouse.move(x + 0.1 * width, y + 0.25 * height);
    await page.mouse.down();
    await page.mouse.move(x + 0.3 * width, y + 0.25 * height);  // at once, over a fifth of it
    await page.mouse.up();
    await settled(page);
    const nudged = new URL(page.url()).hash.split("nudged=")[1].split(",").map(Number);
    assert.deepEqual(nudged.filter((_, i) => i % 2 === 0), Array.from({length: 14}, (_, i) => 6 + i));
    assert.ok(nudged.filter((_, i) => i % 2).every((value) => Math.abs(value - 0.5) < 0.03));
    await page.touchscreen.tap(x + 0.9 * width, y + 0.9 * height);
    await settled(page);
    assert.match(new URL(page.url()).hash, /,57,-0\.\d+$/);
    await close(page);
});

test("nothing moves by itself, and the text is there before the widget", async () => {
    for (const name of names) {
        const page = await open(name, {reducedMotion: "reduce"});
        await page.locator(".widget-frame input").first().focus();
        await page.keyboard.press("ArrowRight");
        assert.equal(await page.evaluate(() => document.getAnimations().length), 0);
        assert.equal(await page.$$eval("script[src*=widgets]", (all) => all.every((one) => one.defer)), true);
        await close(page);
    }
});

test("every widget of docs/widgets is tested here and stands in its chapter", () => {
    const files = readdirSync(path.join(root, "docs/widgets"));
    const all = files.filter((file) => file.endsWith(".js") && file !== "widgets.js");
    assert.deepEqual(all.map((file) => file.slice(0, -3)).sort(), [...names].sort());
    for (const name of names) assert.ok(sentence(name).length > 40);
    assert.ok(existsSync(script));
});
