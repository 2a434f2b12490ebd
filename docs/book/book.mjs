// Makes the book: node docs/book/book.mjs BUILD OUT. BUILD is the C++ build folder; OUT is the book's, which is
// replaced by a whole new one or not at all.
//
//     Markdown --convert.mjs--> Doxygen's Markdown --Doxygen--> XML --xml.mjs--> HTML --page.html--> a page
//     headers  ------------------------------------Doxygen--> XML --reference.mjs--> HTML --page.html--> a page
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync } from "node:fs";
import { rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { BookError, convert, escape, fail, fill, fill_in, formula, plain } from "./convert.mjs";
import { all, child, html, listing_lines, read_xml } from "./xml.mjs";
import { Names } from "./names.mjs";
import { entities, headers, name_entries, reference_contents, reference_page } from "./reference.mjs";
import { cover } from "./cover.mjs";
import { search_index } from "./search.mjs";
import { check_links } from "./links.mjs";

const here = dirname(fileURLToPath(import.meta.url));
process.chdir(join(here, "../.."));
const read = (path) => readFileSync(path, "utf8");
const say = (text) => console.error(`workbook: ${text}`);
const book_title = "Neural networks from scratch";

// A source file's page, and the name that Doxygen knows it by.
const source_page = (path) => `source-${path.replace(/^chapters\//, "").replaceAll("/", "-")}.html`;
const doxygen_id = (path) => source_page(path).replace(/\W/g, "-");

// The chapters with their short names and questions, from the README's table.
function chapter_list() {
    const rows = read("README.md").split("\n").filter((line) => line.startsWith("| ["));
    return readdirSync("chapters").filter((name) => /^\d\d_/.test(name)).sort().map((name) => {
        const row = rows.find((line) => line.includes(`(chapters/${name}/README.md)<br>`)) ??
            fail(`README.md: the table of chapters has no row for ${name}`);
        const [, number, label] = /^\| \[(\d+)\. ([^\]]*)\]/.exec(row) ??
            fail(`README.md: the row of ${name} does not begin with its number and name`);
        return {
            name, label, number: Number(number), page: `${name}.html`, path: `chapters/${name}/README.md`,
            question: row.split(" | ")[1], figure: `plots/${name}.svg`,
        };
    });
}

// What the book is made from, and where a link to a file leads.
function site_of() {
    const chapters = chapter_list(), header_list = headers(".");
    const docs = readdirSync("docs").filter((file) => file.endsWith(".md")).map((file) => `docs/${file}`);
    const programs = chapters.flatMap(({ name }) => readdirSync(`chapters/${name}`)
        .filter((file) => file.endsWith(".cpp")).map((file) => `chapters/${name}/${file}`));
    const from = new Map(); // the other programs that a page speaks of, and that page
    for (const path of docs)
        for (const [, file] of read(path).matchAll(/\]\(\.\.\/([^)]*\.cpp)\)/g))
            if (existsSync(file) && !programs.includes(file) && !from.has(file)) from.set(file, path);
    programs.push(...from.keys());
    const leads_to = new Map([
        ["README.md", "workbook.html"],
        ["LICENSE", "license.html"],
        ...chapters.map(({ path, page }) => [path, page]),
        ...docs.map((path) => [path, `${basename(path, ".md")}.html`]),
        ...header_list.map(({ file, page }) => [`common/${file}`, page]),
        ...programs.map((path) => [path, source_page(path)]),
    ]);
    const sources = [...programs, ...header_list.map(({ file }) => `common/${file}`)];
    const back = (path) => from.get(path) ?? (path.startsWith("common/") ? path : `${dirname(path)}/README.md`);
    const page_of = (path) => leads_to.get(path);
    return { chapters, header_list, docs, sources, source_page, page_of, page_before: (path) => page_of(back(path)) };
}

// Runs Doxygen on a folder; gives that of its XML.
function doxygen(input, output) {
    mkdirSync(output, { recursive: true });
    const settings = `${read(join(here, "Doxyfile"))}\nINPUT = "${input}"\nOUTPUT_DIRECTORY = "${output}"\n`;
    const run = spawnSync("doxygen", ["-"], { input: settings, encoding: "utf8" });
    if (run.error) fail(`doxygen cannot be run: ${run.error.message}`);
    if (run.status !== 0) fail(`Doxygen complains:\n${run.stderr.trim().replaceAll(`${process.cwd()}/`, "")}`);
    const room = join(output, "room");  // on a full disk Doxygen says nothing and leaves files without an end
    writeFileSync(room, Buffer.alloc(1 << 16));
    rmSync(room);
    return join(output, "xml");
}

// The Markdown of all texts and sources, through Doxygen. body_of(id) is a text's HTML, code_of(path) a source's lines.
function read_pages(site, work) {
    const readme = read("README.md");
    const texts = new Map(), folder = join(work, "markdown");
    mkdirSync(folder);
    const add = (path, id, source) => {
        texts.set(id, convert(path, id, site, source));
        writeFileSync(join(folder, `${id}.md`), texts.get(id).text);
    };
    for (const { path, number } of site.chapters) add(path, `chapter${number}`);
    for (const path of site.docs) add(path, basename(path, ".md"));
    // The cover shows the README's opening and its table; the rest is a page.
    add("README.md", "intro", readme.split(/^## /m)[0]);
    add("README.md", "workbook", readme.replace(/^# [^]*?(?=^## )/m, "# Using the workbook\n\n")
        .replace(/^## The chapters\n\n(\|.*\n)+\n/m, ""));
    for (const path of site.sources) {
        const id = doxygen_id(path);
        writeFileSync(join(folder, `${id}.md`), `# ${id} {#${id}}\n\n~~~{.cpp}\n${read(path)}~~~\n`);
    }
    const xml = doxygen(folder, join(work, "pages"));
    const read_page = (id) => child(child(read_xml(join(xml, `${id}.xml`)), "doxygen"), "compounddef");

    const body_of = (id) => {
        const { headings, listings } = texts.get(id), left = [...listings];
        const listing = (node) => {
            const { file, name, lines: [first, last] } = left.shift();
            const lines = first === last ? `line ${first}` : `lines ${first} to ${last}`;
            const code = listing_lines(node, site.names.in_file(read(file))).join("\n").trimEnd();
            const shown = name.startsWith("../") ? file : name;
            const caption = `<a href="${source_page(file)}#l${first}">${shown}, ${lines}</a>`;
            return `<figure class="listing"><figcaption>${caption}</figcaption>
<pre><code>${code}</code></pre></figure>\n`;
        };
        const page = { id, headings, name_link: site.name_link, listing };
        return fill_in(html(child(read_page(id), "detaileddescription"), page));
    };
    const code_of = (path) =>
        listing_lines(all(read_page(doxygen_id(path)), "programlisting")[0], site.names.in_file(read(path)));
    return { texts, body_of, code_of };
}

// What the claims' tests found, as HTML; empty where docs/book/verified.mjs is not there.
async function verified_parts(build) {
    if (!existsSync(join(here, "verified.mjs"))) return null;
    say("what is verified: the tests of the claims");
    const { results, page, errata, mark } = await import("./verified.mjs");
    const found = await results(build);
    return {
        page: page(found), errata: errata(found, (tex) => formula(tex, false, "errata")),
        mark: (body, number) => mark(body, number, found),
    };
}

// All pages of the book in reading order, the cover first. Their bodies are whole but for the template around them.
function book_pages(site, found, { texts, body_of }, verified) {
    const pages = [];
    const add = (name, group, kind, title, body, more = {}) => {
        const sections = [...body.matchAll(/<section[^>]* id="([^"]*)">\s*<h2>([^]*?)<\/h2>/g)];
        const over = more.over ? `<p class="number">${more.over}</p>` : "";
        pages.push({
            name, group, kind, title: plain(title), label: plain(title), widgets: [],
            headings: sections.map(([, id, text]) => ({ level: 2, id, text: plain(text) })),
            ...more, body: `<header>${over}<h1>${title}</h1></header>\n${body}`,
        });
    };
    const add_text = (id, group, kind = "text") => {
        const { title, headings, widgets } = texts.get(id);
        add(`${id}.html`, group, kind, escape(title), body_of(id), { headings, widgets });
    };
    for (const { number, page, label } of site.chapters) {
        const { title, headings, widgets } = texts.get(`chapter${number}`);
        const body = body_of(`chapter${number}`), marked = verified ? verified.mark(body, number) : body;
        add(page, "Chapters", "chapter", escape(title.replace(/^\d+\. /, "")), marked,
            { label, number, headings, widgets, over: `Chapter ${number}` });
    }
    if (verified) add("verified.html", "Checked", "verified", "What is verified", verified.page);
    if (verified) add("errata.html", "Checked", "verified", "Errata of the article", verified.errata);
    add_text("trust", "Checked");
    if (texts.has("speed")) add_text("speed", "Checked");
    add_text("glossary", "To look up", "glossary");
    const references = site.header_list.map((header) => reference_page(header, found, site));
    add("reference.html", "To look up", "reference", "Reference", reference_contents(references, found),
        { label: "Reference of common/" });
    for (const { name, title, headings, body } of references)
        add(name, "reference", "reference", `<code>${title}</code>`, body, { headings, over: "Reference" });
    add_text("workbook", "The workbook");
    add_text("teachers", "The workbook");
    const paragraphs = read("LICENSE").trim().split(/\n\n+/);
    add("license.html", "The workbook", "text", "License", paragraphs.map((text) => `<p>${escape(text)}</p>`).join("\n"));
    for (const path of site.docs)
        if (!pages.some(({ name }) => name === site.page_of(path)))
            fail(`${path}: no place in the book; give it one in book_pages() of docs/book/book.mjs`);

    const more = pages.filter(({ name, kind }) => kind === "verified" || /^(glossary|reference)\.html$/.test(name));
    pages.unshift({
        name: "index.html", title: book_title, label: "Cover", group: "", kind: "cover", headings: [], widgets: [],
        body: cover(site.chapters, body_of("intro"), more),
    });
    return pages;
}

// A source file with its lines numbered; it stands in no tree, listings and claims lead to it.
function source_of(path, site, { code_of }, pages) {
    const lines = code_of(path).map((line, i) => `<span id="l${i + 1}">${line || " "}</span>`);
    const before = pages.find(({ name }) => name === site.page_before(path));
    return {
        name: source_page(path), title: path, kind: "source", headings: [], widgets: [],
        body: `<header><p class="number"><a href="${before.name}">Back to ${numbered(before, before.label)}</a></p>
<h1><code>${path}</code></h1></header>
<pre><code>${lines.join("")}</code></pre>`,
    };
}

const numbered = (page, text) => (page.number ? `${page.number}. ${text}` : text);

const link = (page, current) => {
    const number = page.number ? `<span class="n">${page.number}</span> ` : "";
    return `<a href="${page.name}"${page === current ? ' aria-current="page"' : ""}>${number}${page.label}</a>`;
};

// A page's sections down to a level, as a list of links; empty where it would not help.
function sections_of({ headings, kind }, level, name = "") {
    const shown = headings.filter((heading) => heading.level <= level);
    if (shown.length < 2 || kind === "cover") return "";
    const items = shown.map(({ level, id, text }) => `<li class="h${level}"><a href="#${id}">${escape(text)}</a></li>`);
    return `<ul${name}>${items.join("")}</ul>`;
}

// The tree at the left: all pages, and the sections of the current one for screens without room for them at the right.
function tree_of(pages, current) {
    const of = (group) => pages.filter((page) => page.group === group);
    const item = (page) => `<li>${link(page, current)}${page === current ? sections_of(page, 2, ' class="here"') : ""}${
        page.name === "reference.html" ? `<ul>${of("reference").map(item).join("")}</ul>` : ""}</li>`;
    const groups = [...new Set(pages.map(({ group }) => group))].filter((group) => group && group !== "reference");
    const list = (items) => `<ul>${items.map(item).join("")}</ul>`;
    return [list([pages[0]]), ...groups.map((group) => `<h2>${group}</h2>${list(of(group))}`)].join("\n");
}

function in_template(template, page, pages) {
    const i = pages.indexOf(page), before = pages[i - 1], after = i < 0 ? undefined : pages[i + 1];
    const turn = (to, rel, word) => (!to ? "<span></span>"
        : `<a rel="${rel}" href="${to.name}"><span>${word}</span> ${numbered(to, to.label)}</a>`);
    const rel = (to, name) => (to ? `<link rel="${name}" href="${to.name}">` : "");
    const contents = sections_of(page, 3);
    return fill(template, {
        title: page.kind === "cover" ? book_title : `${numbered(page, page.title)} · ${book_title}`,
        kind: page.kind, body: page.body, tree: tree_of(pages, page),
        links: rel(before, "prev") + rel(after, "next"),
        scripts: page.widgets.length ? '<script src="widgets.js" defer></script>' : "",
        turn: i < 0 ? "" : `<nav class="turn" aria-label="Pages">${
            turn(before, "prev", "Before")}${turn(after, "next", "Next")}</nav>`,
        aside: contents && `<nav class="contents" aria-label="On this page"><h2>On this page</h2>${contents}</nav>`,
    });
}

// Styles, scripts, fonts: what the pages load, all of it beside them.
function write_assets(folder, pages, build) {
    const packages = join(build, "../node_modules");
    for (const file of ["book.js", "icon.svg"]) copyFileSync(join(here, file), join(folder, file));
    const styles = ["style.css", "verified.css"].map((file) => join(here, file)).filter(existsSync);
    writeFileSync(join(folder, "style.css"), styles.map(read).join("\n"));
    const katex = join(packages, "katex/dist");
    const katex_css = read(join(katex, "katex.min.css")).replace(/,url\([^)]*\.(woff|ttf)\) format\("\w+"\)/g, "");
    writeFileSync(join(folder, "katex.css"), katex_css);
    mkdirSync(join(folder, "fonts"));
    for (const [, font] of katex_css.matchAll(/url\(fonts\/([^)]*)\)/g))
        copyFileSync(join(katex, "fonts", font), join(folder, "fonts", font));
    copyFileSync(join(packages, "minisearch/dist/umd/index.js"), join(folder, "minisearch.js"));
    writeFileSync(join(folder, "search-index.js"), `book_index = ${JSON.stringify(search_index(pages))};\n`);
    if (pages.some(({ widgets }) => widgets.length))
        copyFileSync(join(build, "../widgets.js"), join(folder, "widgets.js"));
}

async function main(build, out) {
    const work = `${out}.work`, next = `${out}.new`, last = `${out}.old`;
    for (const folder of [work, next]) {
        rmSync(folder, { recursive: true, force: true });
        mkdirSync(folder, { recursive: true });
    }
    const site = site_of();

    say("the headers: Doxygen reads common/");  // first, since what stands in the pages links to their names
    const found = entities(doxygen("common", join(work, "common")), site.header_list);
    site.names = new Names(name_entries(site.header_list, found));
    site.name_link = (code) => site.names.link(code);

    say("the pages: formulas, figures, listings");
    const text = read_pages(site, work);
    const pages = book_pages(site, found, text, await verified_parts(build));
    const template = read(join(here, "page.html"));
    for (const page of [...pages, ...site.sources.map((path) => source_of(path, site, text, pages))])
        writeFileSync(join(next, page.name), in_template(template, page, pages));

    say("the index of the search; links");
    write_assets(next, pages, build);
    check_links(next);

    rmSync(last, { recursive: true, force: true });
    if (existsSync(out)) renameSync(out, last);
    renameSync(next, out);
    for (const folder of [last, work]) rmSync(folder, { recursive: true, force: true });
    say(`${pages.length} pages: open ${join(out, "index.html")}`);
}

main(...process.argv.slice(2)).catch((error) => {
    say(`the book is not made: ${error instanceof BookError || error.syscall ? error.message : error.stack}`);
    process.exit(1);
});
