// Prints the book: node docs/book/print.mjs BOOK. All pages in reading order become one, Chromium makes the PDF.
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { spawnSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { packages } from './packages.mjs';

const { chromium } = packages('playwright-core');
const name = 'neural-networks-from-scratch.pdf';
const fail = (text) => { console.error(`workbook: the book is not printed: ${text}`); process.exit(1); };

// The pages from the cover on, as "next" leads; ids get their page's name, since each is unique on its page only.
function pages_of(folder) {
  const pages = [];
  for (let file = 'index.html'; file; ) {
    const html = readFileSync(join(folder, file), 'utf8');
    const page = file.replace('.html', ''), inside = (id) => `${page}--${id}`;
    const body = html.slice(html.indexOf('<article>') + 9, html.indexOf('</article>'))
      .replace(/(\sid=["'])([^"']*)/g, (_, before, id) => before + inside(id))
      .replace(/(aria-labelledby=")([^"]*)/g, (_, before, ids) => before + ids.split(' ').map(inside).join(' '))
      .replace(/(href=["']|url\()#([^"')]*)/g, (_, before, id) => `${before}#${inside(id)}`)
      .replace(/<a [^>]*href="source-[^"]*"[^>]*>([^]*?)<\/a>/g, '$1')
      .replace(/href="([\w.-]+)\.html(?:#([^"]*))?"/g, (_, to, id) => `href="#${to}${id ? `--${id}` : ''}"`);
    const title = /<title>([^<]*?)(?: · [^<]*)?<\/title>/.exec(html)[1], kind = /<body class="(\w+)"/.exec(html)[1];
    const sections = [...body.matchAll(/<h2 id="([^"]*)">([^]*?)<\/h2>/g)].map(([, id, text]) => ({ id, text: text.replace(/<a class="taught"[^]*?<\/a>/, '').replace(/<\/?a\b[^>]*>/g, '') }));
    pages.push({ page, body, title, kind, sections });
    file = /<link rel="next" href="([^"]*)"/.exec(html)?.[1];
  }
  return pages;
}

function document_of([cover, ...pages], folder, numbers) {
  const row = (id, text, kind) => `<li class="${kind}"><a href="#${id}"><span>${text}</span><span class="page">${numbers[id] ?? '000'}</span></a></li>`;
  const [title, about] = [cover.body.slice(0, cover.body.indexOf('</header>') + 9), cover.body.slice(cover.body.indexOf('</header>') + 9)];
  const contents = pages.map((p) => row(p.page, p.title, 'chapter') + (p.kind === 'chapter' ? p.sections.map((s) => row(s.id, s.text, 'section')).join('') : '')).join('\n');
  const sheet = (p, i) => (p.kind === 'reference' ? 'reference' : `p${i}`);
  const foot = (p, i) => p.kind === 'reference' ? '' : `@page p${i} { @bottom-left { content: "${p.title.replaceAll('"', '\\"')}"; } } .p${i} { page: p${i}; }`;
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${cover.title}</title>
<base href="${pathToFileURL(resolve(folder))}/"><link rel="stylesheet" href="katex.css"><link rel="stylesheet" href="style.css"><style>
@page { size: A4; margin: 22mm 27mm 26mm; @bottom-right { content: counter(page); } @bottom-left { content: ""; }
  @bottom-left-corner { content: ""; } }
@page { @bottom-left { font: 9pt sans-serif; color: #5d646e; } @bottom-right { font: 9pt sans-serif; color: #5d646e; } }
@page cover { @bottom-left { content: none; } @bottom-right { content: none; } }
${pages.map(foot).join('\n')}
@page reference { @bottom-left { content: "Reference"; } } .reference { page: reference; }
.reference + section.sheet.reference { break-before: auto; margin-top: 16mm; padding-top: 8mm; border-top: 1px solid var(--quiet); }
section.sheet { break-before: page; }
.front { page: cover; } .front .title { display: block; padding-top: 42mm; } .front h1 { font-size: 44pt; } .front .network { max-width: 105mm; margin: 22mm auto 0; }
.toc ul { list-style: none; padding: 0; columns: 2; column-gap: 12mm; } .toc li { margin: 0; font-size: 9.5pt; line-height: 1.55; } .toc li.chapter { margin-top: .45em; font-size: 11pt; break-after: avoid; }
.toc li.section { padding-left: 1.6em; } .toc a { display: flex; justify-content: space-between; } .toc code { background: none; }
</style><body>
<section class="front cover">${title}</section>
<section class="sheet toc"><h1 id="contents">Contents</h1><ul>${contents}</ul></section>
<section class="sheet">${about}</section>
${pages.map((p, i) => `<section class="sheet ${sheet(p, i)} ${p.kind}" id="${p.page}">${p.body}</section>`).join('\n')}
</body></html>`;
}

const folder = process.argv[2], whole = join(folder, '..', 'book.print.html'), pdf = join(folder, '..', 'book.new.pdf');
const pages = pages_of(folder);
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-quic',
  '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'] });
const print = async (numbers) => {
  writeFileSync(whole, document_of(pages, folder, numbers));
  const page = await browser.newPage({ colorScheme: 'light' });
  await page.goto(pathToFileURL(resolve(whole)).href);
  await page.pdf({ path: pdf, preferCSSPageSize: true, printBackground: true, outline: true, tagged: true });
  await page.close();
  // Where each link's target has come to stand: "  12 [ XYZ ... ] "02_single_neuron""
  const info = spawnSync('pdfinfo', ['-dests', pdf], { encoding: 'utf8' });
  if (info.status !== 0) fail(`pdfinfo cannot read it: ${info.stderr}`);
  return Object.fromEntries([...info.stdout.matchAll(/^\s*(\d+) \[.*\] "(.*)"$/gm)].map(([, number, id]) => [id, Number(number)]));
};
try {
  console.error('workbook: printing');
  const numbers = await print({});
  console.error('workbook: printing again, with the page numbers in the contents');
  const again = await print(numbers);
  for (const { page } of pages.slice(1)) {
    if (!numbers[page]) fail(`the contents have no page number for ${page}`);
    if (numbers[page] !== again[page]) fail(`the contents moved ${page} from page ${numbers[page]} to ${again[page]}`);
  }
  renameSync(pdf, join(folder, name));
  console.error(`workbook: printed ${join(folder, name)}`);
} finally {
  await browser.close();
  for (const file of [whole, pdf]) rmSync(file, { force: true });
}
