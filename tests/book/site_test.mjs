// The finished book in a real browser, opened from the file system: node --test tests/book/site_test.mjs
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { open_browser, packages } from "../../docs/book/packages.mjs";

const axe = readFileSync(packages.resolve("axe-core/axe.min.js"), "utf8");
const folder = new URL("../../build/book/", import.meta.url),
    root = fileURLToPath(new URL("../../", import.meta.url));
const pages = readdirSync(folder)
    .filter((name) => name.endsWith(".html"))
    .sort();
const chapters = pages.filter((name) => /^\d\d_/.test(name));
const url = (page) => new URL(page, folder).href;
let browser;

before(async () => {
    browser = await open_browser();
});
after(() => browser.close());

// A tab that remembers what it asked for and what it complained about.
async function tab(width = 1280, theme = "light", more = {}) {
    const context = await browser.newContext({
        viewport: { width, height: 800 },
        colorScheme: theme,
        reducedMotion: "reduce",
        ...more,
    });
    const page = await context.newPage();
    page.noise = [];
    page.on("console", (message) => page.noise.push(`${page.url()} says: ${message.text()}`));
    page.on("pageerror", (error) => page.noise.push(`${page.url()} fails: ${error.message}`));
    page.on("request", (request) => {
        if (!/^(file|data):/.test(request.url())) page.noise.push(`${page.url()} asks for ${request.url()}`);
    });
    page.on("requestfailed", (request) => page.noise.push(`${page.url()} does not get ${request.url()}`));
    return page;
}

test("there are pages", () => {
    assert.equal(chapters.length, readdirSync(`${root}chapters`).filter((name) => /^\d\d_/.test(name)).length);
    for (const name of ["index", "glossary", "reference", "workbook", "teachers"])
        assert.ok(pages.includes(`${name}.html`), name);
});

test("every page, light and dark, wide and narrow, stays offline and in its width; axe finds nothing", async () => {
    const problems = await Promise.all(
        [
            [1280, "light"],
            [360, "dark"],
        ].map(async ([width, theme]) => {
            const page = await tab(width, theme),
                found = [];
            const complain = (name, text) => found.push(`${name} at ${width} pixels, ${theme}: ${text}`);
            for (const name of pages) {
                await page.goto(url(name));
                const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
                if (wide > 0) complain(name, `${wide} pixels too wide`);
                await page.evaluate(axe);
                const { violations, passes } = await page.evaluate(() =>
                    axe.run({ preload: false, resultTypes: ["violations"] }),
                );
                if (!passes.length) complain(name, "axe looked at nothing");
                for (const { id, nodes } of violations)
                    complain(
                        name,
                        `${id}: ${nodes
                            .slice(0, 3)
                            .map((n) => n.html.slice(0, 150))
                            .join(" | ")}`,
                    );
            }
            await page.context().close();
            return [...found, ...page.noise];
        }),
    );
    assert.equal(problems.flat().join("\n"), "");
});

test("every link and fragment of every page leads somewhere, and every tree leads to every page", async () => {
    const page = await tab();
    const ids = new Map(), links = [];
    for (const name of pages) {
        await page.goto(url(name));
        const found = await page.evaluate(() => ({
            ids: [...document.querySelectorAll("[id]")].map((e) => e.id),
            links: [...document.querySelectorAll("a[href]")].map((a) => a.href),
            tree: [...document.querySelectorAll("#tree a")].map((a) => a.href),
            here: document.querySelectorAll("#tree [aria-current=page]").length,
        }));
        assert.equal(new Set(found.ids).size, found.ids.length, `${name} has an id twice`);
        if (!name.startsWith("source-")) assert.equal(found.here, 1, `${name} is not marked in its tree`);
        ids.set(url(name), new Set(found.ids));
        for (const link of found.links) links.push([name, link]);
        for (const other of pages.filter((other) => !other.startsWith("source-")))
            assert.ok(found.tree.includes(url(other)), `the tree of ${name} does not lead to ${other}`);
    }
    assert.ok(links.length > 1000);
    for (const [name, link] of links.filter(([, link]) => !/^https?:/.test(link))) {
        const [file, fragment] = link.split("#");
        assert.ok(existsSync(fileURLToPath(file)), `${name}: ${link} leads nowhere`);
        if (fragment) assert.ok(ids.get(file)?.has(decodeURIComponent(fragment)), `${name}: ${link} has no such place`);
    }
    await page.context().close();
});

test("the arrow keys turn the pages from the cover to the last one and back", async () => {
    const page = await tab(), seen = ["index.html"];
    await page.goto(url("index.html"));
    for (;;) {
        const next = await page.locator(".turn [rel=next]").count();
        if (!next) break;
        await Promise.all([page.waitForNavigation(), page.keyboard.press("ArrowRight")]);
        seen.push(new URL(page.url()).pathname.split("/").pop());
        assert.ok(seen.length < 200);
    }
    assert.deepEqual(seen.slice(1, 1 + chapters.length), chapters);
    assert.deepEqual([...seen].sort(), pages.filter((name) => !name.startsWith("source-")));
    await Promise.all([page.waitForNavigation(), page.keyboard.press("ArrowLeft")]);
    assert.ok(page.url().endsWith(seen.at(-2)));
    await page.context().close();
});

const words = ["dachshund", "biology", "column by column", "Hendrycks", "perceptron", "diagonal", "bfloat16"];
for (const width of [1280, 360]) {
    test(`the search finds a word of each chapter, by keyboard, at ${width} pixels`, async () => {
        const page = await tab(width);
        await page.goto(url("glossary.html"));
        for (const [i, word] of words.entries()) {
            await page.keyboard.press("/");
            await page.keyboard.type(word);
            await page.waitForSelector("#found [role=option]");
            const texts = await page.locator("#found [role=option]").allTextContents();
            const at = texts.findIndex((text) => text.trim().startsWith(`${i + 1}. `));
            assert.ok(at >= 0, `${word} is not found in chapter ${i + 1}: ${texts.join("\n")}`);
            assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
            for (let n = 0; n < at; ++n) await page.keyboard.press("ArrowDown");
            await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
            assert.ok(page.url().includes(chapters[i]), `${word} leads to ${page.url()}`);
        }
        await page.keyboard.press("/");
        await page.keyboard.type("qqqqqq");
        await page.waitForFunction(() =>
            document.querySelector("dialog [role=status]").textContent.includes("Nothing"),
        );
        await page.keyboard.press("Escape");
        assert.equal(await page.evaluate(() => document.querySelector("dialog").open), false);
        assert.equal(page.noise.join("\n"), "");
        await page.context().close();
    });
}

test("the open search has nothing that axe would find", async () => {
    for (const theme of ["light", "dark"]) {
        const page = await tab(360, theme);
        await page.goto(url("index.html"));
        await page.keyboard.press("/");
        await page.keyboard.type("matrix");
        await page.waitForSelector("#found [role=option]");
        await page.evaluate(axe);
        assert.deepEqual(
            (await page.evaluate(() => axe.run("dialog", { preload: false }))).violations.map(
                (v) => `${v.id}: ${v.nodes[0].html}`,
            ),
            [],
        );
        await page.context().close();
    }
});

test("the keyboard reaches the text first, then menu, search and theme; the theme is remembered", async () => {
    const page = await tab(360);
    await page.goto(url(chapters[1]));
    const focus = () => page.evaluate(() => document.activeElement.textContent.trim());
    const reached = [];
    for (let i = 0; i < 5; ++i) {
        await page.keyboard.press("Tab");
        reached.push(await focus());
    }
    assert.deepEqual(reached, ["Skip to the text", "Contents", "Neural networks from scratch", "Search /", "Dark"]);
    const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const light = await paper();
    await page.keyboard.press("Enter");
    const dark = await paper();
    assert.notEqual(dark, light);
    await page.goto(url(chapters[2]));
    assert.equal(await paper(), dark);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    assert.ok(await page.locator("#tree").isVisible());
    const menu = await page.locator("#tree").boundingBox();  // as high as the screen, so that it scrolls to its end
    assert.ok(menu.y > 0 && menu.y + menu.height <= page.viewportSize().height, JSON.stringify(menu));
    await page.keyboard.press("Escape");
    assert.ok(!(await page.locator("#tree").isVisible()));
    await page.context().close();
});

test("without scripts the text, the formulas, the tree and the next page are there", async () => {
    for (const width of [1280, 360]) {
        const page = await tab(width, "light", { javaScriptEnabled: false });
        await page.goto(url(chapters[0]));
        for (const place of ["h1", "article .katex", "figure.chart svg", "#tree a", ".turn a"])
            assert.ok(await page.locator(place).first().isVisible(), place);
        assert.ok(!(await page.locator("#search").isVisible()));
        await page.context().close();
    }
});

test("what is read is marked at the side", async () => {
    const page = await tab();
    await page.goto(url(chapters[0]) + "#in-code");
    await page.waitForFunction(() => document.querySelector(".contents [aria-current]")?.textContent === "In code");
    await page.context().close();
});

test("the printed book has all pages, and the contents say where its chapters are", () => {
    const pdf = fileURLToPath(new URL("neural-networks-from-scratch.pdf", folder));
    assert.ok(existsSync(pdf), "there is no PDF: make it with ./workbook book --pdf");
    const text = (...options) => spawnSync("pdftotext", [...options, pdf, "-"], { encoding: "utf8" }).stdout;
    const [contents, ...sheets] = [text("-f", "2", "-l", "3", "-layout"), ...text().split("\f")];
    assert.ok(sheets.length > 60, `${sheets.length} pages`);
    const squeezed = (s) => s.replace(/\s+/g, " ");
    for (const name of chapters) {
        const title = /<h1>(.*?)<\/h1>/.exec(readFileSync(new URL(name, folder), "utf8"))[1];
        const at = sheets.findIndex((sheet) =>
            new RegExp(`^CHAPTER ${Number(name.slice(0, 2))}\\s`, "i").test(sheet.trim()),
        );
        assert.ok(at > 0 && squeezed(sheets[at]).includes(title), `the title of ${name}: ${title}`);
        assert.match(
            squeezed(contents),
            new RegExp(`\\b${at + 1}\\b`),
            `the contents have no page ${at + 1} for ${name}`,
        );
    }
});
