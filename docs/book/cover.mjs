// The cover: what its template docs/book/cover.html asks for. All numbers are counted.
import { readFileSync, readdirSync } from "node:fs";
import { basename } from "node:path";
import { escape, fail, figure, fill } from "./convert.mjs";

const read = (path) => readFileSync(path, "utf8");
const count = (pattern, text) => (text.match(pattern) ?? []).length;

export function cover(chapters, intro, more) {
    const readmes = chapters.map((c) => read(c.path)).join("\n");
    const exercises = chapters.flatMap((c) =>
        readdirSync(`chapters/${c.name}/exercise`, { recursive: true }).map(String),
    );
    const [, lead, rest] =
        /^\s*(<p>[^]*?<\/p>)([^]*)$/.exec(intro) ?? fail("README.md: the cover wants a first paragraph");
    return fill(read("docs/book/cover.html"), {
        more: more.map(({ name, label }) => `<a href="${name}">${label}</a>`).join("\n"),
        lead: lead.replace("A workbook in C++. ", ""),
        rest,
        first: chapters[0].page,
        network: network(),
        errata_page: more.find(({ name }) => name === "errata.html")?.name ?? chapters[0].page,
        claims: count(/^\| \d+\.\d+ \| (printed|stated|erratum) \|/gm, readmes),
        errata: count(/^\| \d+\.\d+ \| erratum \|/gm, readmes),
        exercises: exercises.filter((f) => basename(f) === "task.md").length,
        mistakes: exercises.filter((f) => /\/mistakes\/\w+\.cpp$/.test(f)).length,
        longest: Math.max(...chapters.map((c) => read(`chapters/${c.name}/program.cpp`).trimEnd().split("\n").length)),
        chapters: chapters
            .map(
                (c) => `<li><a href="${c.page}"><span class="picture">${thumbnail(c)}</span>
<span class="n">${c.number}</span><strong>${escape(c.label)}</strong> <em>${escape(c.question)}</em></a></li>`,
            )
            .join("\n"),
    });
}

// The first panel of a chapter's figure without its words. The chapter describes it; here it is an ornament.
const thumbnail = ({ figure: path }) =>
    figure(path, "README.md")
        .replace(/<title[^]*?<\/desc>\s*|<text[^]*?<\/text>/g, "")
        .replace(
            /viewBox="0 0 600 \d+" width="600" height="\d+" style="[^"]*" role="img" aria-labelledby="[^"]*"/,
            'viewBox="0 62 600 340" aria-hidden="true"',
        );

// The layer of chapter 3 as a drawing, from the numbers that its program prints.
function network() {
    const path = "chapters/03_layer/expected.txt",
        text = read(path);
    const numbers = (pattern) =>
        (pattern.exec(text) ?? fail(`${path}: the cover finds no ${pattern}`))[1].match(/-?\d+\.\d*/g).map(Number);
    const weights = numbers(/one column per neuron\n([^]*?\]\])/),
        a = numbers(/After ReLU +\(a\): (.*)/);
    const x = (/Inputs: +\[(.*)\]/.exec(read("chapters/02_single_neuron/expected.txt")) ??
        fail("the cover finds no inputs"))[1]
        .trim()
        .split(/ +/)
        .map(Number);
    const largest = Math.max(...weights.map(Math.abs));
    const y = (i, n) => 160 + (i - (n - 1) / 2) * 78;
    const minus = (number, digits) => number.toFixed(digits).replace("-", "−");
    const edges = weights.map((w, k) => {
        const from = y(Math.floor(k / a.length), x.length), to = y(k % a.length, a.length);
        const width = (1 + (7 * Math.abs(w)) / largest).toFixed(1);
        return `<path d="M70,${from} C150,${from} 170,${to} 250,${to}" fill="none" stroke-opacity=".55"
            stroke="var(--chart-${w > 0 ? "blue" : "orange"})" stroke-width="${width}"/>`;
    });
    const inputs = x.map((value, i) => `<circle cx="70" cy="${y(i, x.length)}" r="13" fill="var(--ink)"/>
        <text x="46" y="${y(i, x.length) + 5}" text-anchor="end">${minus(value, 1)}</text>`);
    const neurons = a.map((value, j) => `<circle cx="250" cy="${y(j, a.length)}" r="13"
            stroke="var(--ink)" stroke-width="2" fill="var(--${value > 0 ? "ink" : "paper"})"/>
        <text x="274" y="${y(j, a.length) + 5}">${minus(value, value ? 4 : 0)}</text>`);
    const silent = a.filter((value) => value === 0).length;
    const counted = `${x.length} inputs, ${weights.length} weights, ${a.length} neurons. ${silent} of them are silent.`;
    return `<figure class="network"><svg viewBox="0 0 330 320" role="img" aria-label="A network: ${counted}">${
        [...edges, ...inputs, ...neurons].join("\n")}</svg>
<figcaption>The layer of <a href="03_layer.html">chapter 3</a>: ${counted}</figcaption></figure>`;
}
