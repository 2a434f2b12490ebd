// The index of the full-text search: one entry for each section of each page.
import { packages } from "./packages.mjs";

const { parseDocument, DomUtils } = packages("htmlparser2"),
    MiniSearch = packages("minisearch");

// A name, a word, or a number with its point and commas. The page's script splits what is typed in the same way.
const words = "[\\p{L}_][\\p{L}\\p{N}_]*|\\p{N}+(?:[.,]\\p{N}+)*";
const options = { fields: ["title", "section", "text"], storeFields: ["page", "title", "section", "text", "weight"] };

const skipped = (node) => node.name === "svg" || /\bkatex\b/.test(node.attribs?.class ?? "");
const blocks = new Set(["p", "li", "pre", "td", "th", "dt", "dd", "h1", "h2", "h3", "h4", "figcaption", "br"]);

export function search_index(pages) {
    const index = new MiniSearch({ ...options, tokenize: (text) => text.match(new RegExp(words, "gu")) ?? [] }),
        entries = [];
    for (const page of pages) {
        let entry;
        const begin = (id, section) =>
            entries.push(
                (entry = {
                    id: entries.length,
                    page: page.name + (id ? `#${id}` : ""),
                    title: (page.number ? `${page.number}. ` : "") + page.label,
                    section,
                    text: "",
                    weight: /^(chapter|text|glossary)$/.test(page.kind) ? 2 : 1,
                }),
            );
        const walk = (node) => {
            if (node.type === "text") entry.text += node.data;
            if (/\bkatex\b/.test(node.attribs?.class ?? "")) entry.text += "…";  // a formula
            if (!node.children || skipped(node)) return;
            const first =
                node.name === "section" && node.attribs.id && node.children.find((c) => /^h[234]$/.test(c.name));
            if (first) begin(node.attribs.id, DomUtils.textContent(first).trim());
            if (/^h[234]$/.test(node.name) && node.attribs.id)
                begin(node.attribs.id, DomUtils.textContent(node.children.find((c) => c.name === "a") ?? node));
            else node.children.forEach(walk);
            if (blocks.has(node.name)) entry.text += " ";
        };
        begin("", "");
        walk(parseDocument(page.body));
    }
    for (const entry of entries) entry.text = entry.text.replace(/\s+/g, " ").trim();
    index.addAll(entries);
    return { options, words, index: index.toJSON() };
}
