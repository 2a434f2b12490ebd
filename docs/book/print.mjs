// Prints the book: node docs/book/print.mjs BOOK. All pages in reading order become one, Chromium makes the PDF.
import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { spawnSync } from "node:child_process";
import { pathToFileURL } from "node:url";
import { open_browser } from "./packages.mjs";

const name = "neural-networks-from-scratch.pdf";
const fail = (text) => {
    console.error(`workbook: the book is not printed: ${text}`);
    process.exitCode = 1;
    throw new Error(text);
};

// The pages from the cover on, as "next" leads; ids get their page's name, since each is unique on its page only.
function pages_of(folder) {
    const pages = [];
    for (let file = "index.html"; file;) {
        const html = readFileSync(join(folder, file), "utf8");
        const page = file.replace(".html", ""),
            inside = (id) => `${page}--${id}`;
        const body = html
            .slice(html.indexOf("<article>") + 9, html.indexOf("</article>"))
            .replace(/(\sid=["'])([^"']*)/g, (_, before, id) => before + inside(id))
            .replace(/(aria-labelledby=")([^"]*)/g, (_, before, ids) => before + ids.split(" ").map(inside).join(" "))
            .replace(/(href=["']|url\()#([^"')]*)/g, (_, before, id) => `${before}#${inside(id)}`)
            .replace(/<a [^>]*href="source-[^"]*"[^>]*>([^]*?)<\/a>/g, "$1")
            .replace(/href="([\w.-]+)\.html(?:#([^"]*))?"/g, (_, to, id) => `href="#${to}${id ? `--${id}` : ""}"`);
        const title = /<title>([^<]*?)(?: · [^<]*)?<\/title>/.exec(html)[1],
            kind = /<body class="(\w+)"/.exec(html)[1];
        const sections = [...body.matchAll(/<h2 id="([^"]*)">([^]*?)<\/h2>/g)].map(([, id, text]) => ({
            id,
            text: text.replace(/<a class="taught"[^]*?<\/a>/, "").replace(/<\/?a\b[^>]*>/g, ""),
        }));
        pages.push({ page, body, title, kind, sections });
        file = /<link rel="next" href="([^"]*)"/.exec(html)?.[1];
    }
    return pages;
}

// The one document. `numbers` tells for each id on which page it is; at first, nobody knows.
function document_of([cover, ...pages], folder, numbers) {
    const row = (id, text, kind) =>
        `<li class="${kind}"><a href="#${id}"><span>${text}</span><span>${numbers[id] ?? "000"}</span></a></li>`;
    const rows = pages.map(({ page, title, kind, sections }) =>
        row(page, title, kind === "reference" && page !== "reference" ? "reference" : "chapter") +
        (kind === "chapter" ? sections.map(({ id, text }) => row(id, text, "section")).join("") : ""));
    const end = cover.body.indexOf("</header>") + "</header>".length;
    // Each sheet has the title of its page at the foot; the headers of the reference follow each other.
    const sheet = ({ kind }, i) => (kind === "reference" ? "reference" : `p${i}`);
    const feet = pages.map((page, i) => {
        const title = (page.kind === "reference" ? "Reference" : page.title).replaceAll('"', '\\"');
        const name = sheet(page, i);
        return `@page ${name} { @bottom-left { content: "${title}"; } } .${name} { page: ${name}; }`;
    });
    return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${cover.title}</title>
<base href="${pathToFileURL(resolve(folder))}/">
<link rel="stylesheet" href="katex.css"><link rel="stylesheet" href="style.css">
<style>${readFileSync(new URL("print.css", import.meta.url), "utf8")}${[...new Set(feet)].join("\n")}</style>
<body>
<section class="front cover">${cover.body.slice(0, end)}</section>
<section class="sheet toc"><h1 id="contents">Contents</h1><ul>${rows.join("\n")}</ul></section>
<section class="sheet">${cover.body.slice(end)}</section>
${pages.map((page, i) =>
        `<section class="sheet ${sheet(page, i)} ${page.kind}" id="${page.page}">${page.body}</section>`).join("\n")}
</body></html>`;
}

const folder = process.argv[2];
const whole = join(folder, "../book.print.html"), pdf = join(folder, "../book.new.pdf");
const pages = pages_of(folder);
const browser = await open_browser();

// Prints, and gives the page number of every place that a link leads to.
async function print(numbers) {
    writeFileSync(whole, document_of(pages, folder, numbers));
    const page = await browser.newPage({ colorScheme: "light" });
    await page.goto(pathToFileURL(resolve(whole)).href);
    await page.pdf({ path: pdf, preferCSSPageSize: true, printBackground: true, outline: true, tagged: true });
    await page.close();
    const info = spawnSync("pdfinfo", ["-dests", pdf], { encoding: "utf8" });  // 12 [ XYZ ... ] "02_single_neuron"
    if (info.status !== 0) fail(`pdfinfo cannot read it: ${info.stderr ?? info.error}`);
    const places = [...info.stdout.matchAll(/^\s*(\d+) \[.*\] "(.*)"$/gm)];
    return Object.fromEntries(places.map(([, number, id]) => [id, Number(number)]));
}

try {
    console.error("workbook: printing");
    const numbers = await print({});
    console.error("workbook: printing again, with the page numbers in the contents");
    const again = await print(numbers);
    for (const { page } of pages.slice(1)) {
        if (!numbers[page]) fail(`the contents have no page number for ${page}`);
        if (numbers[page] !== again[page])
            fail(`the contents moved ${page} from page ${numbers[page]} to ${again[page]}`);
    }
    renameSync(pdf, join(folder, name));
    console.error(`workbook: printed ${join(folder, name)}`);
} catch (error) {
    if (!process.exitCode) console.error(`workbook: the book is not printed: ${error.message}`);
    process.exitCode = 1;
} finally {
    await browser.close();
    for (const file of [whole, pdf]) rmSync(file, { force: true });
}
