// The reference of common/: a page for each header, its names in the order in which they are declared.
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { escape, fail } from "./convert.mjs";
import { read_xml, all, child, children, text_of, html } from "./xml.mjs";

const keywords = new Set(
    ("alignas auto bool char class concept const constexpr double enum explicit float inline int long namespace " +
        "noexcept operator requires short static struct template typename unsigned using void").split(" "),
);

// The headers in reading order: numpy/ first, then nn/, then the rest; each right after those that it includes.
export function headers(root) {
    const folder = (file) => ["numpy", "nn"].indexOf(file.split("/")[0]) >>> 0;  // the rest at the end
    const files = readdirSync(join(root, "common"), { recursive: true }).map(String)
        .filter((file) => file.endsWith(".hpp") && !file.startsWith("compiled"))  // those have no names of their own
        .sort((a, b) => folder(a) - folder(b) || (a < b ? -1 : 1));
    const source = Object.fromEntries(files.map((file) => [file, readFileSync(join(root, "common", file), "utf8")]));
    const includes = (file) =>
        [...source[file].matchAll(/^#include "(.*)"$/gm)].map((match) => match[1]).filter((other) => source[other]);
    const order = new Set();
    const visit = (file) => {
        if (order.has(file)) return;
        includes(file).forEach(visit);
        order.add(file);
    };
    const included = new Set(files.flatMap((file) => includes(file).filter((other) => folder(other) === folder(file))));
    files.filter((file) => !included.has(file)).forEach(visit);
    for (const file of order)
        if (!source[file].startsWith("/// @file\n"))
            fail(`common/${file}: a header begins with /// @file; without it Doxygen overlooks its functions`);
    return [...order].map((file) => ({
        file, source: source[file], page: `reference-${file.replace(/\.hpp$/, "").replaceAll("/", "-")}.html`,
    }));
}

// What Doxygen found: the nodes of files and namespaces, and for each header its names, {name, qualified, kind, line,
// node, members}, in the order in which they are declared.
export function entities(xml_folder, headers) {
    const by_header = new Map(headers.map(({ file }) => [file, []]));
    const found = { namespaces: new Map(), files: new Map(), by_header };
    const header_of = (node) => relative("common", child(node, "location").attribs.file);
    const in_order = (list) => list.sort((a, b) => a.line - b.line);
    const entity = (node, scope) => {
        const name = text_of(child(node, "name") ?? child(node, "compoundname")).split("::").pop();
        const line = Number(child(node, "location").attribs.line);
        return { name, qualified: `${scope}::${name}`, kind: node.attribs.kind, line, node, members: [] };
    };
    const add = (e) => {
        const list = by_header.get(header_of(e.node)) ?? fail(`${e.qualified} is in no header of common/`);
        list.push(e);
    };
    const is_public = ({ attribs }) => attribs.prot === "public" || attribs.prot === undefined;
    for (const { attribs: { refid, kind } } of all(read_xml(join(xml_folder, "index.xml")), "compound")) {
        if (kind === "dir" || kind === "page") continue;
        const node = child(child(read_xml(join(xml_folder, `${refid}.xml`)), "doxygen"), "compounddef");
        const scope = text_of(child(node, "compoundname"));
        const members = children(node, "sectiondef").flatMap((section) => children(section, "memberdef"))
            .filter(is_public).map((member) => entity(member, scope));
        if (kind === "file") {
            found.files.set(header_of(node), node);
        } else if (kind === "namespace") {
            found.namespaces.set(scope, node);
            members.forEach(add);
        } else if (kind !== "struct" && kind !== "class") {
            fail(`${scope}: the reference does not know Doxygen's kind '${kind}'; teach it in docs/book/reference.mjs`);
        } else if (is_public(node)) {
            add({ ...entity(node, scope.split("::").slice(0, -1).join("::")), members: in_order(members) });
        }
    }
    for (const [file, list] of by_header)
        if (!in_order(list).length)
            fail(`common/${file}: Doxygen found no public name in it; is its namespace documented?`);
    return found;
}

// For names.mjs: each qualified name and where it stands.
export const name_entries = (headers, found) =>
    headers.flatMap(({ file, page }) => [
        { name: file, href: page },
        ...found.by_header
            .get(file)
            .flatMap((e) => [
                { name: e.qualified, href: `${page}#${e.name}` },
                ...e.members.map((m) => ({
                    name: m.qualified,
                    href: `${page}#${e.name}-${m.name}`,
                    member: m.name !== e.name,
                })),
            ]),
    ]);

// The declaration as the header has it, without the body: with the author's line breaks.
function declaration(e, lines) {
    let first = e.line - 1;
    while (/^\s*(template|requires|#if)/.test(lines[first - 1] ?? "")) --first;
    const text = lines.slice(first, first + 30).filter((line) => !line.startsWith("#")).join("\n")
        .replaceAll("[[maybe_unused]] ", "");
    let end = text.indexOf(";") >>> 0;
    if (e.kind === "variable") end = Math.min(end, text.indexOf(" = {\n") >>> 0); // a table's values stay in the source
    if (["function", "struct", "class"].includes(e.kind)) {
        let depth = 0;
        for (end = 0; end < text.length; ++end) {
            const c = text[end];
            if ("(<".includes(c)) ++depth;
            else if (c === ")" || (c === ">" && text[end - 1] !== "-")) --depth;
            else if (depth === 0 && (";{".includes(c) || text.slice(end - 1, end + 2) === " : ")) break;
        }
    }
    const kept = text.slice(0, end).trimEnd().split("\n");
    const indent = Math.min(...kept.map((l) => l.length - l.trimStart().length));
    return kept.map((l) => l.slice(indent)).join("\n");
}

function signature(text, link_names) {
    const linked = link_names(text);
    return linked.replace(/(<[^>]*>)|(&\w+;)|\b([a-z]+)\b/g, (whole, tag, entity, word) =>
        word && keywords.has(word) ? `<span class="keyword">${word}</span>` : whole,
    );
}

const description = (node, page) =>
    ["briefdescription", "detaileddescription"]
        .map((part) => child(node, part))
        .filter(Boolean)
        .map((part) => html(part, page))
        .join("");

// One header's page: its HTML and what the search and the side need.
export function reference_page({ file, source, page: own_page }, found, site) {
    const lines = source.split("\n"),
        headings = [];
    const link_names = site.names.in_file(source);
    const page = { id: `common/${file}`, comments: true, headings, name_link: site.name_link };
    const chapter_of = (node) => {
        const number = all(child(node, "detaileddescription") ?? node, "chapter")[0]?.attribs.number;
        if (number === undefined) return undefined;
        return (
            site.chapters[number - 1] ?? fail(`common/${file}: @chapter{${number}} names a chapter that does not exist`)
        );
    };
    const file_node = found.files.get(file) ?? fail(`common/${file}: Doxygen has no page for it`);
    const taught = chapter_of(file_node);
    if (!taught && /^(nn|numpy)\//.test(file))
        fail(`common/${file}: say in its @file comment which chapter teaches it, as in: @chapter{3}`);
    const chapter_link = (chapter) =>
        chapter ? `<a class="taught" href="${chapter.page}">see chapter ${chapter.number}</a>` : "";
    const declared = (e) =>
        `<pre class="declaration"><code>${signature(declaration(e, lines), link_names)}</code></pre>\n`;
    const source_link = (line, text) => `<a href="${site.source_page(`common/${file}`)}#l${line}">${text}</a>`;

    const heading = (level, id, text, shown, more = "") => {
        headings.push({ level, id, text });
        return `<h${level} id="${id}"><a href="#${id}">${shown}</a>${more}</h${level}>\n`;
    };
    const field = (id, m) => {
        const type_and_name = signature(declaration(m, lines), link_names).replace(/\n\s*/g, " ");
        return `<dt id="${id}"><code>${type_and_name}</code></dt><dd>${description(m.node, page)}</dd>\n`;
    };
    const members = (owner, list) => {
        const fields = list.filter(({ kind }) => kind === "variable"), seen = new Set();
        const terms = fields.map((m) => field(`${owner}-${m.name}`, m)).join("");
        let out = terms && `<dl class="fields">${terms}</dl>\n`;
        for (const m of list.filter(({ kind }) => kind !== "variable")) {
            const constructs = m.name === owner;
            if (!seen.has(m.name))
                out += heading(3, `${owner}-${m.name}`, constructs ? "constructor" : m.name,
                    constructs ? "Constructor" : `<code>${m.name}</code>`);
            seen.add(m.name);
            out += declared(m) + description(m.node, page);
        }
        return out;
    };

    const groups = new Map();  // overloads stand together
    for (const e of found.by_header.get(file)) groups.set(e.name, [...(groups.get(e.name) ?? []), e]);
    let entries = "", rows = "";
    for (const [name, list] of groups) {
        const chapter = list.map((e) => chapter_of(e.node)).find(Boolean) ?? taught;
        const space = list[0].qualified.slice(0, -name.length);
        entries += `<section class="entry">${heading(2, name, name, `<code><span class="space">${space}</span>${name}</code>`,
            chapter_link(chapter))}`;
        for (const e of list) entries += declared(e) + description(e.node, page) + members(name, e.members);
        entries += "</section>\n";
        const brief = ["briefdescription", "detaileddescription"]
            .map((part) => text_of(child(list[0].node, part)).trim()).find(Boolean)
            .split(/(?<=[.:])\s/)[0].replace(/:$/, ".");
        rows += `<tr><td><a href="#${name}"><code>${name}</code></a></td><td>${escape(brief)}</td></tr>\n`;
    }
    const table = `<div class="table"><table class="names">
<thead><tr><th scope="col">Name</th><th scope="col">What it is</th></tr></thead>
<tbody>${rows}</tbody></table></div>\n`;
    const facts = [`<code>#include "${file}"</code>`, source_link(1, "the source"), chapter_link(taught)].join(" ");
    return {
        name: own_page, title: file, headings, names: [...groups.keys()],
        brief: text_of(child(file_node, "briefdescription")).trim(),
        body: `<p class="facts">${facts}</p>\n${description(file_node, page)}${groups.size > 1 ? table : ""}${entries}`,
    };
}

// The page that lists the headers.
export function reference_contents(references, found) {
    let body = "<p>Every public name of <code>common/</code>, header by header, in reading order.</p>\n", space;
    for (const { title, name, brief, names } of references) {
        const own = title.includes("/") ? title.split("/")[0] : title.replace(".hpp", "");  // namespace and folder
        if (own !== space) {
            const node = child(found.namespaces.get(own), "briefdescription");
            body += `<h2 id="${own}"><a href="#${own}"><code>${own}</code></a></h2>\n`;
            body += html(node, { id: own, comments: true, name_link: escape });
            space = own;
        }
        const links = names.map((n) => `<a href="${name}#${n}"><code>${n}</code></a>`).join(" ");
        body += `<div class="header"><h3><a href="${name}"><code>${title}</code></a></h3><p>${escape(brief)}</p>
            <p class="names">${links}</p></div>\n`;
    }
    return body;
}
