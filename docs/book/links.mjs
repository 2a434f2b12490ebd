// Every link of every page, its fragment included, leads somewhere in the book; every id is there once.
import { readFileSync, readdirSync, existsSync } from "node:fs";
import { join } from "node:path";
import { fail } from "./convert.mjs";

export function check_links(folder) {
    const pages = readdirSync(folder).filter((f) => f.endsWith(".html"));
    const text = new Map(pages.map((page) => [page, readFileSync(join(folder, page), "utf8")]));
    const ids = new Map(),
        problems = [];
    for (const [page, html] of text) {
        const list = [...html.matchAll(/\sid=["']([^"']*)["']/g)].map((m) => m[1]);
        ids.set(page, new Set(list));
        for (const id of new Set(list.filter((id, i) => list.indexOf(id) !== i)))
            problems.push(`${page}: two elements have the id ${id}`);
    }
    for (const [page, html] of text) {
        for (const [, link] of html.matchAll(/\s(?:href|src)=["']([^"']*)["']/g)) {
            if (/^(https?|mailto|data):/.test(link)) continue;
            const [file, fragment] = link.split("#"),
                target = file || page;
            if (!existsSync(join(folder, target))) problems.push(`${page}: the link to ${link} leads nowhere`);
            else if (fragment && !ids.get(target)?.has(decodeURIComponent(fragment)))
                problems.push(`${page}: ${target} has no #${fragment}`);
        }
    }
    if (problems.length) fail(`dead links or ids\n${problems.join("\n")}`);
}
