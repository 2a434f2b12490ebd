// What is wrong in a source stops the book with a line that says where, and the last good book stays.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const chapter = "chapters/02_single_neuron/README.md";
let copy;

before(() => {
    copy = mkdtempSync(join(tmpdir(), "book of a cöpy-"));
    for (const name of ["README.md", "LICENSE", "chapters", "common", "docs", "plots", "tests/nn", "tests/fuzz"])
        cpSync(join(root, name), join(copy, name), { recursive: true });
    rmSync(join(copy, "docs/book/verified.mjs"), { force: true });  // it has tests of its own, and takes its time
    mkdirSync(join(copy, "build/dev"), { recursive: true });
    symlinkSync(join(root, "build/node_modules"), join(copy, "build/node_modules"));
    writeFileSync(join(copy, "build/widgets.js"), "");
});
after(() => rmSync(copy, { recursive: true, force: true }));

const make = () =>
    spawnSync("node", [join(copy, "docs/book/book.mjs"), "build/dev", "build/book"], { encoding: "utf8" });

// With the change made, the book fails with these words, and what was there is there; then the change is taken back.
function fails(file, change, ...words) {
    const path = join(copy, file), text = readFileSync(path, "utf8"), changed = change(text);
    assert.notEqual(changed, text, "the change changes something");
    writeFileSync(join(copy, "build/book/last-good-book"), "");
    writeFileSync(path, changed);
    const { status, stderr } = make();
    writeFileSync(path, text);
    assert.equal(status, 1, stderr);
    for (const word of words) assert.ok(stderr.includes(word), `${word} is not in: ${stderr}`);
    assert.ok(!/\n +at /.test(stderr), `a line, and no stack: ${stderr}`);
    readFileSync(join(copy, "build/book/last-good-book"));
}

test("the copy makes a book, in a folder with blanks and letters beyond ASCII", () => {
    const { status, stderr } = make();
    assert.equal(status, 0, stderr);
});
test("listings link names of common/, none of the chapter's own, and a word is a keyword as a whole or not at all", () => {
    const first = readFileSync(join(copy, "build/book/01_linear_collapse.html"), "utf8");
    assert.match(first, /layer\.b/);
    assert.match(readFileSync(join(copy, "build/book/04_activations.html"), "utf8"), /std::floating_point/);
});
test("a percent sign before a mark, and a command after a blank line", () => {
    const path = join(copy, chapter), text = readFileSync(path, "utf8");
    writeFileSync(path, `${text}\nIt is 54.2 %<!-- claim 2.2 -->:\n\n    ./workbook run 2\n`);
    const { status, stderr } = make();
    writeFileSync(path, text);
    assert.equal(status, 0, stderr);
    const html = readFileSync(join(copy, "build/book/02_single_neuron.html"), "utf8");
    assert.ok(html.includes("It is 54.2 %<!-- claim 2.2 -->:"));
    assert.match(html, /<figure class="shell"><pre><code>\.\/workbook run 2</);
});

const add = (text) => (source) => `${source}\n${text}\n`;
test("a formula that TeX does not know", () =>
    fails(chapter, add("So $\\frac{1$."), chapter, "$\\frac{1$", "cannot be set"));
test("a figure that is not there", () => fails(chapter, add("![A figure](../../plots/none.svg)"), "plots/none.svg"));
test("a link to a file that is not there", () =>
    fails(chapter, add("See [it](../09_none/README.md)."), "chapters/09_none"));
test("a link to a place that is not there", () =>
    fails(chapter, add("See [it](../../docs/glossary.md#none)."), "02_single_neuron.html", "has no #none"));
test("a marker that nobody knows", () => fails(chapter, add("<!-- lisitng: program.cpp -->"), "unknown marker"));
test("a widget without its sentence", () => fails(chapter, add("<!-- widget: neuron -->\n\n## End"), "a sentence"));
test("a listing without a marker", () => fails(chapter, add("```cpp\nint x;\n```"), "needs a marker"));
test("emphasis that does not end", () => fails(chapter, add("It is **bold."), "an asterisk without its partner"));
test("a fence that is not closed", () => fails(chapter, add("```text\nx"), "never closed"));
test("a public name without a comment", () =>
    fails("common/nn/softmax.hpp", (text) => text.replace("}  // namespace nn", "int bare();\n\n}  // namespace nn"),
        "common/nn/softmax.hpp:", "bare"));
test("a header without @file", () =>
    fails("common/nn/softmax.hpp", (text) => text.replace("/// @file\n", ""), "common/nn/softmax.hpp", "@file"));
test("a header that no chapter teaches", () =>
    fails("common/nn/softmax.hpp", (text) => text.replace("/// @chapter{5}\n", ""), "softmax.hpp", "@chapter{3}"));
test("a chapter that does not exist", () =>
    fails("common/nn/softmax.hpp", (text) => text.replace("@chapter{5}", "@chapter{99}"), "@chapter{99}"));
test("a page of docs/ that has no place in the book", () => {
    writeFileSync(join(copy, "docs/stray.md"), "# Stray\n\nText.\n");
    const { status, stderr } = make();
    rmSync(join(copy, "docs/stray.md"));
    assert.equal(status, 1);
    assert.ok(stderr.includes("docs/stray.md: no place in the book"), stderr);
});
