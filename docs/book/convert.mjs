// From the Markdown that a code host shows to the Markdown that Doxygen understands.
//
// What Doxygen would misread (formulas, inline code, figures, output, markers) is taken out before and put back behind:
// each such part leaves a word like zq12qz in the text, and parts[12] holds its HTML.
import { readFileSync, existsSync } from "node:fs";
import { dirname, join, normalize, relative } from "node:path";
import { packages } from "./packages.mjs";

const katex = packages("katex");

export class BookError extends Error {}
export const fail = (text) => {
    throw new BookError(text);
};

export const escape = (text) =>
    text.replace(/[&<>"]/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[c]);

// A template's {{names}}.
export const fill = (template, values) =>
    template.replace(
        /{{(\w+)}}/g,
        (_, name) => values[name] ?? fail(`docs/book: a template asks for {{${name}}}, which nothing fills`),
    );

// As a code host does it: "What it prints" becomes what-it-prints.
export const slug = (heading) =>
    heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N} _-]/gu, "")
        .trim()
        .replaceAll(" ", "-");

export const parts = [];
export const marker = /zq(\d+)qz/g;
const tagged = (tag, text) => keep({ html: `<${tag}>` }) + text + keep({ html: `</${tag}>` });
const keep = (part) => `zq${parts.push(part) - 1}qz`;

// Puts the parts back into HTML. A part alone in its paragraph is a block, and the paragraph goes.
export function fill_in(html) {
    const once = html.replace(/<p>\s*zq(\d+)qz\s*<\/p>/g, (_, n) =>
        parts[n].block ? parts[n].html : `<p>${parts[n].html}</p>`,
    );
    return once.replace(marker, (_, n) => parts[n].html);
}

// HTML that is to stand in a link, and so has none itself.
export const unlinked = (html) => html.replace(marker, (_, n) => parts[n].html).replace(/<\/?a\b[^>]*>/g, "");

// The text of HTML in which parts may stand.
export const plain = (html) =>
    html.replace(marker, (_, n) => parts[n].text ?? "").replace(/<[^>]*>/g, "").replace(/&quot;/g, '"');

export function formula(tex, display, where) {
    try {
        return katex.renderToString(tex, { displayMode: display, throwOnError: true, strict: "error" });
    } catch (error) {
        fail(
            `${where}: the formula $${tex.trim()}$ cannot be set: ${error.message.replace(/^KaTeX parse error: /, "")}`,
        );
    }
}

// A committed figure, inline: its own style goes, the page's colours rule. Its ids are its own already.
export function figure(path, where) {
    if (!existsSync(path))
        fail(`${where}: there is no figure ${path}: draw it with ./workbook plots, or correct the path`);
    return readFileSync(path, "utf8")
        .replace(/<style>[\s\S]*?<\/style>\s*/, "")
        .replace(/<\?xml[^>]*>\s*/, "")
        .trim();
}

// The first and last line, from 1, of the region // [tag] ... // [/tag] in a source file.
function region(path, tag, where) {
    const lines = readFileSync(path, "utf8")
        .split("\n")
        .map((line) => line.trim());
    const first = tag ? lines.indexOf(`// [${tag}]`) : -1,
        last = tag ? lines.indexOf(`// [/${tag}]`) : lines.length - 1;
    if (tag && (first < 0 || last < 0)) fail(`${where}: ${path} has no region [${tag}]; ./workbook weave says more`);
    return [first + 2, last];
}

const fence = (language, lines) => ["", `~~~{.${language}}`, ...lines, "~~~", ""];
const preformatted = (kind, text, caption = "") => {
    const wide = text.split("\n").some((line) => line.length > 92) ? ' class="wide"' : "";
    return `<figure class="${kind}">${caption && `<figcaption>${caption}</figcaption>`}<pre${wide}><code>${
        escape(text)}</code></pre></figure>`;
};

// convert(path, options) -> { title, text, headings, listings, widgets } ; `book` says where links lead:
// book.page_of(path of a page or source) -> file name or undefined.
export function convert(path, id, book, source = readFileSync(path, "utf8")) {
    const folder = dirname(path),
        out = [],
        headings = [],
        slugs = new Set();
    const result = { id, path, headings, title: "", text: "", widgets: [], listings: [] };
    const lines = source.split("\n");
    let listing = null,
        output = false,
        number = 0,
        open_text = null;
    const where = () => `${path}:${number}`;
    const block = (html, more = {}) => out.push("", keep({ html, block: true, ...more }), "");

    const target = (link) => {
        if (/^(https?:|mailto:)/.test(link)) return link;
        const [file, fragment] = link.split("#");
        const full = file ? normalize(join(folder, file)) : path;
        const page = book.page_of(full);
        if (!page) fail(`${where()}: the link to ${link} leads to ${full}, which the book does not have`);
        return page + (fragment ? `#${fragment}` : "");
    };
    // What stands within a line.
    const inline = (line) =>
        line
            .replace(/(`+)([^`]+)\1/g, (_, ticks, code) => {
                const text = code.replaceAll("\n", " ").trim();
                return keep({ html: `<code>${book.name_link(text)}</code>`, text });
            })
            .replace(/<!-- (claim \d+\.\d+) -->/g, (_, claim) => keep({ html: `<!-- ${claim} -->` }))
            .replace(/(?<!\\)\$([^$]+)\$([.,;:?!)]*)/g, (_, tex, mark) => {
                // punctuation stays on the line of a short formula
                const html = formula(tex, false, where());
                return mark && tex.length < 30
                    ? keep({ html: `<span class="together">${html}${mark}</span>`, text: mark })
                    : keep({ html }) + mark;
            })
            .replace(/!\[([^\]]*)\]\(([^)]*)\)/g, (_, alt, file) =>
                keep({
                    html: `<figure class="chart">${figure(normalize(join(folder, file)), where())}</figure>`,
                    block: true,
                }),
            )
            .replace(/\]\(([^)\s]+)\)/g, (_, link) => `](${target(link)})`)
            .replace(/[\\@%]/g, "\\$&")
            // Doxygen takes what stands between " and " as it is, and sees no emphasis there.
            .replace(/(^|[\s(\[*])?(["'])(?=([\p{L}\p{N}*.(-])?)/gu, (_, before, quote, next) => {
                const opens = before !== undefined && next !== undefined;
                return (before ?? "") + (quote === '"' ? (opens ? "“" : "”") : opens ? "‘" : "’");
            })
            .replace(/\*\*(?=\S)([^*]+)\*\*/g, (_, bold) => tagged("strong", bold))
            .replace(/\*(?=\S)([^*]+)\*/g, (_, italic) => tagged("em", italic))
            .replace(/\*.*/, (rest) => fail(`${where()}: an asterisk without its partner: ${rest.slice(0, 40)}`));

    for (let i = 0; i < lines.length; ++i) {
        const line = lines[i];
        number = i + 1;
        let match;
        if ((match = /^(```+|~~~+)(\w*)\s*$/.exec(line))) {
            const from = i + 1;
            while (++i < lines.length && lines[i].trim() !== match[1]);
            if (i >= lines.length) fail(`${where()}: the fence ${match[1]} is never closed`);
            const content = lines.slice(from, i),
                language = match[2];
            if (language === "math") block(`<div class="formula">${formula(content.join("\n"), true, where())}</div>`);
            else if (language === "cpp") {
                if (!listing) fail(`${where()}: a cpp block needs a marker <!-- listing: FILE#TAG --> above it`);
                result.listings.push(listing);
                out.push(...fence("cpp", content));
            } else if (output) block(preformatted("output", content.join("\n"), "Output"));
            else block(preformatted(language === "sh" ? "shell" : "plain", content.join("\n")));
            ((listing = null), (output = false));
        } else if (/^ {4}\S/.test(line) && (i === 0 || lines[i - 1] === "") && !/^\s*([-*]|\d+\.) /.test(line)) {
            const from = i;
            while (i + 1 < lines.length && /^( {4}|$)/.test(lines[i + 1]) && lines[i + 1] !== "") ++i;
            block(
                preformatted(
                    "shell",
                    lines
                        .slice(from, i + 1)
                        .map((l) => l.slice(4))
                        .join("\n"),
                ),
            );
        } else if ((match = /^<!-- listing: ([^#\s]+)(?:#(\S+))? -->$/.exec(line))) {
            const file = normalize(join(folder, match[1]));
            listing = { file, name: match[1], lines: region(file, match[2], where()) };
        } else if (/^<!-- output: .* -->$/.test(line)) output = true;
        else if ((match = /^<!-- widget: ([\w-]+) -->$/.exec(line))) {
            while (lines[i + 1] === "") ++i;
            const from = i + 1;
            while (i + 1 < lines.length && lines[i + 1] !== "") ++i;
            if (from > i || /^(#|<|```|\|)/.test(lines[from]))
                fail(`${where()}: the widget ${match[1]} needs a sentence below it`);
            result.widgets.push(match[1]);
            block(`<div class="widget" data-widget="${match[1]}">`);
            out.push(inline(lines.slice(from, i + 1).join("\n")));
            block("</div>");
        } else if ((match = /^<!-- text: (\S+) -->$/.exec(line))) {
            open_text = where();
            block('<section class="exercise">');
        } else if (line === "<!-- /text -->") {
            open_text = null;
            block("</section>");
        } else if (/^<!-- numbers: [^>]* -->$/.test(line)) continue;
        else if (/^<!--/.test(line)) fail(`${where()}: unknown marker ${line}`);
        else if ((match = /^(#+) (.*)$/.exec(line))) {
            const [, hashes, text] = match;
            if (hashes.length === 1) {
                if (result.title) fail(`${where()}: a second title (# ${text}); a page has one`);
                result.title = text;
                continue;
            }
            let name = slug(text);
            for (let n = 1; slugs.has(name); ++n) name = `${slug(text)}-${n}`;
            slugs.add(name);
            const content = inline(text);
            headings.push({ level: hashes.length, id: name, text: plain(content) });
            out.push("", `## ${content} {#${id}-${headings.length}}`, ""); // one level: HTML has its own below
        } else if (line === "") out.push("");
        else {
            // Inline code and formulas may go over the end of a line: a paragraph is converted as one.
            const from = i;
            while (i + 1 < lines.length && lines[i + 1] !== "" && !/^(#|<!--|```|~~~)/.test(lines[i + 1])) ++i;
            out.push(inline(lines.slice(from, i + 1).join("\n")));
        }
    }
    if (open_text) fail(`${open_text}: the text is never closed with <!-- /text -->`);
    if (!result.title) fail(`${path}: the page has no title (# ...)`);
    const shift = Math.min(...headings.map((h) => h.level)) - 2; // a page whose headings begin with ###
    for (const heading of headings) heading.level -= shift;
    // A page's title is told apart: "# 1. X" would become a list.
    result.text = `# ${id} {#${id}}\n${out.join("\n")}\n`;
    return result;
}
