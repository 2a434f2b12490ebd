// From Doxygen's XML to HTML: text, lists, tables, listings.
import { readFileSync } from "node:fs";
import { escape, fail, unlinked } from "./convert.mjs";
import { packages } from "./packages.mjs";

const { parseDocument, DomUtils } = packages("htmlparser2");

export const read_xml = (path) => parseDocument(readFileSync(path, "utf8"), { xmlMode: true });
export const all = (node, name) => DomUtils.getElementsByTagName(name, node, true);
export const child = (node, name) => node.children.find((c) => c.name === name);
export const children = (node, name) => node.children.filter((c) => c.name === name);
export const text_of = (node) => (node ? DomUtils.textContent(node) : "");

const characters = {
    sp: " ",
    nonbreakablespace: "\u00a0",
    ndash: "–",
    mdash: "—",
    linebreak: "<br>",
    zwj: "",
    lsquo: "‘",
    rsquo: "’",
    ldquo: "“",
    rdquo: "”",
    hellip: "…",
    times: "×",
    minus: "−",
};
const tags = {
    para: "p",
    itemizedlist: "ul",
    orderedlist: "ol",
    listitem: "li",
    emphasis: "em",
    bold: "strong",
    blockquote: "blockquote",
    row: "tr",
    subscript: "sub",
    superscript: "sup",
    verbatim: "pre",
    preformatted: "pre",
};
const blocks = [
    "table",
    "itemizedlist",
    "orderedlist",
    "programlisting",
    "blockquote",
    "verbatim",
    "preformatted",
    "simplesect",
    "parameterlist",
    "chapter",
];

// Quotation marks and apostrophes as printers set them, for comments; convert.mjs does it for pages.
const curly = ({ data, prev }) =>
    data.replace(/(^|[\s(\[])?(["'])/g, (_, before, mark, at) => {
        const opens = before || (before === "" && !prev && at === 0);
        return (before ?? "") + (mark === '"' ? (opens ? "“" : "”") : opens ? "‘" : "’");
    });

// page: { comments (of the code), id, headings, name_link(code) for inline code, listing(node) for blocks }
export function html(node, page) {
    if (node.type === "text") return escape(page.comments ? curly(node) : node.data);
    if (node.type !== "tag") return "";
    const inside = () => node.children.map((c) => html(c, page)).join("");
    const name = node.name;
    if (name in characters) return characters[name];
    if (name === "para") {
        // Doxygen puts lists and tables into paragraphs; HTML does not
        let out = "",
            run = "";
        const close = () => {
            if (run.trim()) out += `<p>${run.trim()}</p>\n`;
            run = "";
        };
        for (const c of node.children) {
            if (blocks.includes(c.name)) (close(), (out += html(c, page)));
            else run += html(c, page);
        }
        close();
        return out;
    }
    switch (name) {
        case "parameterdescription":
        case "detaileddescription":
        case "briefdescription":
        case "sect1":
        case "sect2":
        case "sect3":
        case "sect4":
            return inside();
        case "title": {
            const heading = page.headings.find((h, i) => node.parent.attribs.id.endsWith(`${page.id}-${i + 1}`));
            if (!heading) fail(`${page.id}: the heading '${text_of(node)}' has no id`);
            const level = heading.level;
            return `<h${level} id="${heading.id}"><a href="#${heading.id}">${unlinked(inside())}</a></h${level}>\n`;
        }
        case "anchor":
        case "chapter":
            return "";
        case "ulink":
            return `<a href="${escape(node.attribs.url)}">${unlinked(inside())}</a>`;
        case "computeroutput":
            return `<code>${page.name_link(text_of(node))}</code>`;
        case "ref":
            return inside();
        case "parameterlist":
            return `<dl class="details">${children(node, "parameteritem")
                .map(
                    (item) =>
                        `<dt>${node.attribs.kind === "exception" ? "throws " : ""}<code>${page.name_link(
                            text_of(child(item, "parameternamelist")).trim(),
                        )}</code></dt><dd>${html(child(item, "parameterdescription"), page)
                            .replace(/<\/?p>/g, "")
                            .trim()}</dd>`,
                )
                .join("")}</dl>\n`;
        case "simplesect":
            return `<div class="${node.attribs.kind}">${inside()}</div>\n`;
        case "programlisting":
            return page.listing(node);
        case "table": {
            const rows = children(node, "row").map((row) => {
                const cells = children(row, "entry").map((entry) => {
                    const content = entry.children
                        .map((c) => html(c, page))
                        .join("")
                        .trim()
                        .replace(/^<p>([^]*?)<\/p>$/, "$1")
                        .trim();
                    const kind = entry.attribs.thead === "yes" && content ? 'th scope="col"' : "td";
                    return `<${kind}>${content}</${kind.slice(0, 2)}>`;
                });
                return `<tr>${cells.join("")}</tr>`;
            });
            const [head, ...body] = rows;
            return `<div class="table"><table><thead>${head}</thead><tbody>${body.join("\n")}</tbody></table></div>\n`;
        }
        case "listitem": {
            // a list item of one paragraph needs none
            const content = inside().trim(),
                single = /^<p>((?:(?!<p>)[^])*)<\/p>$/.exec(content);
            return `<li>${single ? single[1] : content}</li>\n`;
        }
    }
    if (!(name in tags)) fail(`${page.id}: Doxygen's <${name}> has no translation in docs/book/xml.mjs`);
    return `<${tags[name]}>${inside()}</${tags[name]}>${blocks.includes(name) ? "\n" : ""}`;
}

// A listing's lines as HTML. Names outside comments and texts become links, as link_names says (see names.mjs).
export function listing_lines(node, link_names) {
    const text = (c) => (c.type === "text" ? c.data : c.name === "sp" ? " " : (c.children ?? []).map(text).join(""));
    return children(node, "codeline").map((line) => {
        const parts = [];
        for (const part of children(line, "highlight")) {
            const kind = part.attribs.class, code = text(part), last = parts.at(-1);
            // Doxygen takes the float of floating_point for a keyword.
            const word = /\w$/.test(last?.code ?? "") && /^\w/.test(code);
            if (last && (word || last.kind === kind)) Object.assign(last, { kind: "normal", code: last.code + code });
            else parts.push({ kind, code });
        }
        return parts
            .map(({ kind, code }) =>
                kind === "normal" ? link_names(code) : `<span class="${kind}">${escape(code)}</span>`)
            .join("");
    });
}
