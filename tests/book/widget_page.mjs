// What the tests of the widgets share: where things are, and a page for a widget where the book is not made.
import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import path from "node:path";
import {fileURLToPath, pathToFileURL} from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url));

// A page that holds one widget and what the book's pages give it: the variables of both themes, sections around it.
export function widget_page(script, name, sentence) {
    const folder = mkdtempSync(path.join(tmpdir(), "widgets-"));
    process.on("exit", () => rmSync(folder, {recursive: true, force: true}));
    const file = path.join(folder, `${name}.html`);
    const light = `--ink: #1f2328; --paper: #fffdf9; --quiet: #59636e; --line: #b9bec4; --accent: #0a5ea8;
        --accent-2: #b34a00; --positive: #0a5ea8; --negative: #b34a00; --code-paper: #f4f2ec;`;
    const dark = `--ink: #e6edf3; --paper: #14181d; --quiet: #9aa4ae; --line: #4b535c; --accent: #79b8ff;
        --accent-2: #ffab70; --positive: #79b8ff; --negative: #ffab70; --code-paper: #1d232a;`;
    writeFileSync(file, `<!doctype html><html lang="en"><meta charset="utf-8"><title>${name}</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><style>
:root { ${light} color-scheme: light; }
html:focus-within { scroll-behavior: smooth; }
:root[data-theme=dark] { ${dark} color-scheme: dark; }
@media (prefers-color-scheme: dark) { :root:not([data-theme]) { ${dark} color-scheme: dark; } }
body { margin: 0 auto; max-width: 44rem; padding: 0 1rem; color: var(--ink); background: var(--paper);
    font: 17px/1.6 system-ui, sans-serif; }
</style><script defer src="${pathToFileURL(script)}"></script>
<main><h1>A page</h1><p><a href="#the-picture">a section</a></p><div style="height: 90rem"></div>
<h2 id="the-picture">The picture</h2><div class="widget" data-widget="${name}"><p>${sentence}</p></div>
<h2 id="what-goes-wrong">What goes wrong</h2><div style="height: 90rem"></div></main></html>`);
    return pathToFileURL(file).href;
}
