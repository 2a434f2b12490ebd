// Makes the book: node docs/book/book.mjs BUILD OUT. BUILD is the C++ build folder, OUT the book's, made anew.
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { BookError, convert, escape, fail, fill, fill_in, formula, plain } from './convert.mjs';
import { all, child, html, listing_lines, read_xml } from './xml.mjs';
import { Names } from './names.mjs';
import { entities, headers, name_entries, reference_page } from './reference.mjs';
import { cover } from './cover.mjs';
import { search_index } from './search.mjs';
import { check_links } from './links.mjs';

const here = dirname(fileURLToPath(import.meta.url)), root = join(here, '../..');
const read = (path) => readFileSync(path, 'utf8');
const say = (text) => console.error(`workbook: ${text}`);

// "02_single_neuron" -> its page, its number, its short name and question from the README's table.
function chapter_list(readme) {
  return readdirSync('chapters').filter((name) => /^\d\d_/.test(name)).sort().map((name) => {
    const row = readme.split('\n').find((line) => line.startsWith('| [') && line.includes(`(chapters/${name}/README.md)<br>`)) ??
      fail(`README.md: the table of chapters has no row for ${name}`);
    const [, first, question, verified] = row.split(' | ').map((cell) => cell.replace(/^\| | \|$/g, ''));
    const label = /^\[(\d+)\. ([^\]]*)\]/.exec(row.slice(2));
    return { name, page: `${name}.html`, path: `chapters/${name}/README.md`, number: Number(label[1]), label: label[2],
             question: row.split(' | ')[1], verified: row.split(' | ')[2].replace(/ \|$/, ''), figure: `plots/${name}.svg` };
  });
}

async function main(build, out) {
  process.chdir(root);
  const readme = read('README.md');
  const chapters = chapter_list(readme);
  const header_list = headers('.');
  const work = `${out}.work`, next = `${out}.new`;
  for (const folder of [work, next]) rmSync(folder, { recursive: true, force: true }), mkdirSync(folder, { recursive: true });

  // --- which pages there are, and where links lead
  const docs = readdirSync('docs').filter((f) => f.endsWith('.md')).map((f) => `docs/${f}`);
  const sources = [...chapters.flatMap(({ name }) => readdirSync(`chapters/${name}`).filter((f) => f.endsWith('.cpp')).map((f) => `chapters/${name}/${f}`)),
                   ...header_list.map(({ file }) => `common/${file}`)];
  const source_page = (path) => `source-${path.replace(/^chapters\//, '').replaceAll('/', '-')}.html`;
  const page_names = new Map([['README.md', 'workbook.html'], ['LICENSE', 'license.html'],
    ...chapters.flatMap((c) => [[c.path, c.page], [`chapters/${c.name}`, c.page]]),
    ...docs.map((path) => [path, `${basename(path, '.md')}.html`]),
    ...header_list.map(({ file, page }) => [`common/${file}`, page]),
    ...sources.filter((s) => s.startsWith('chapters/')).map((s) => [s, source_page(s)])]);
  const site = { chapters, source_page, page_of: (path) => page_names.get(path), names: null, name_link: (code) => site.names ? site.names.link(code) : escape(code) };

  // --- Doxygen reads the headers first: the pages' inline code links to what it finds
  const doxygen = (name, input) => {
    const config = `${read(join(here, 'Doxyfile'))}\nINPUT = ${input}\nOUTPUT_DIRECTORY = ${join(work, name)}\n`;
    mkdirSync(join(work, name));
    const run = spawnSync('doxygen', ['-'], { input: config, encoding: 'utf8' });
    if (run.error) fail(`doxygen cannot be run: ${run.error.message}`);
    if (run.status !== 0) fail(`Doxygen complains:\n${run.stderr.trim().replaceAll(`${root}/`, '')}`);
    return join(work, name, 'xml');
  };
  say('the headers: Doxygen reads common/');
  const found = entities(doxygen('common', 'common'), header_list);
  site.names = new Names(name_entries(header_list, found));

  say('the chapters: formulas, figures, listings');
  const markdown = join(work, 'markdown');
  mkdirSync(markdown);
  const texts = new Map();
  const add_text = (path, id, source) => {
    const text = convert(path, id, site, source);
    texts.set(id, text);
    writeFileSync(join(markdown, `${id}.md`), text.text);
  };
  chapters.forEach((c) => add_text(c.path, `chapter${c.number}`));
  docs.forEach((path) => add_text(path, `docs-${basename(path, '.md')}`));
  // The README without its opening and its table, which the cover shows.
  add_text('README.md', 'workbook', readme.replace(/^# [^]*?(?=^## )/m, '# Using the workbook\n\n').replace(/^\|.*(<br>|the question|--- \| --- \| ---).*\n/gm, ''));
  add_text('README.md', 'intro', readme.split(/^## /m)[0]);
  for (const path of sources)
    writeFileSync(join(markdown, `${source_page(path)}.md`), `# ${source_page(path)} {#${source_page(path).replace(/\W/g, '-')}}\n\n~~~{.cpp}\n${read(path)}~~~\n`);
  const xml = doxygen('pages', markdown);

  // --- HTML
  const pages = [];  // in reading order: { name, title, label, kind, body, headings, widgets }
  const body_of = (id) => {
    const text = texts.get(id), listings = [...text.listings];
    const node = child(child(read_xml(join(xml, `${id}.xml`)), 'doxygen'), 'compounddef');
    return fill_in(html(child(node, 'detaileddescription'), { id, prose: true, headings: text.headings, name_link: site.name_link, listing: (code) => {
      const { file, name, lines: [first, last] } = listings.shift();
      const lines = listing_lines(code, site.names.in_file(read(file)));
      return `<figure class="listing"><figcaption><a href="${source_page(file)}#l${first}">${name}, ${first === last ? `line ${first}` : `lines ${first} to ${last}`}</a></figcaption>` +
        `<pre><code>${lines.join('\n').trimEnd()}</code></pre></figure>\n`;
    } }));
  };
  const verified = existsSync(join(here, 'verified.mjs')) ? await import('./verified.mjs') : null;
  const results = verified ? (say('what is verified: the tests of the claims'), await verified.results(build)) : [];
  for (const c of chapters) {
    const text = texts.get(`chapter${c.number}`);
    const title = plain(text.title.replace(/^\d+\. /, ''));
    let body = `<header><p class="number">Chapter ${c.number}</p><h1>${escape(title)}</h1></header>\n${body_of(text.id)}`;
    if (verified) body = verified.mark(body, c.number, results);
    pages.push({ name: c.page, title, label: c.label, group: 'Chapters', number: c.number, kind: 'chapter', body, headings: text.headings, widgets: text.widgets });
  }
  const add_page = (name, group, kind, title, body, headings) =>
    pages.push({ name, title, label: title, group, kind, widgets: [], body: `<header><h1>${title}</h1></header>\n${body}`,
      headings: headings ?? [...body.matchAll(/<section[^>]* id="([^"]*)">\s*<h2>([^]*?)<\/h2>/g)].map(([, id, text]) => ({ level: 2, id, text: plain(text) })) });
  const add_doc = (id, name, group) => texts.has(id) && add_page(name, group, id === 'docs-glossary' ? 'glossary' : 'text', escape(texts.get(id).title), body_of(id), texts.get(id).headings);
  if (verified) add_page('verified.html', 'Checked', 'verified', 'What is verified', verified.page(results));
  if (verified) add_page('errata.html', 'Checked', 'verified', 'Errata of the article', verified.errata(results, (tex) => formula(tex, false, 'errata')));
  add_doc('docs-speed', 'speed.html', 'Checked');
  add_doc('docs-glossary', 'glossary.html', 'To look up');
  pages.push({ name: 'reference.html', title: 'Reference', label: 'Reference of common/', group: 'To look up', kind: 'reference', headings: [], widgets: [], body: '' });
  const references = header_list.map((header) => reference_page(header, found, site));
  for (const r of references) {
    pages.push({ name: r.name, title: r.title, label: r.title, group: 'reference', kind: 'reference', headings: r.headings, widgets: [],
                 body: `<header><p class="number">Reference</p><h1><code>${r.title}</code></h1></header>\n${r.body}` });
  }
  pages.find((p) => p.name === 'reference.html').body = reference_contents(references, found);
  add_doc('workbook', 'workbook.html', 'The workbook');
  add_doc('docs-teachers', 'teachers.html', 'The workbook');
  for (const path of docs) {
    if (!pages.some((p) => p.name === page_names.get(path))) fail(`${path}: no place in the book; give it one in docs/book/book.mjs`);
  }
  add_page('license.html', 'The workbook', 'text', 'License', `<pre class="license">${escape(read('LICENSE'))}</pre>`);
  pages.unshift({ name: 'index.html', title: 'Neural networks from scratch', label: 'Cover', group: '', kind: 'cover', headings: [], widgets: [],
                  body: cover(chapters, body_of('intro'), verified ? 'errata.html' : 'glossary.html',
      pages.filter((p) => p.kind === 'verified' || ['glossary.html', 'reference.html'].includes(p.name)).map((p) => `<a href="${p.name}">${p.label}</a>`).join('\n')) });
  const source_pages = sources.map((path) => {
    const id = source_page(path).replace(/\W/g, '-');
    const code = all(read_xml(join(xml, `${id}.xml`)), 'programlisting')[0];
    const lines = listing_lines(code, site.names.in_file(read(path))).map((line, i) => `<span id="l${i + 1}">${line || ' '}</span>`);
    const up = page_names.get(path.startsWith('common/') ? path : `${dirname(path)}/README.md`);
    return { name: source_page(path), title: path, kind: 'source', headings: [], widgets: [], up,
             body: `<header><p class="number"><a href="${up}">Back to the page</a></p><h1><code>${path}</code></h1></header>\n<pre><code>${lines.join('')}</code></pre>` };
  });

  // --- into the template
  const template = read(join(here, 'page.html'));
  const link = (page, here_is, more = '') => `<a href="${page.name}"${page === here_is ? ' aria-current="page"' : ''}>${page.number ? `<span class="n">${page.number}</span> ` : ''}${page.label}</a>${more}`;
  const sections = (page, max) => {
    const shown = page.headings.filter((h) => h.level <= max);
    return shown.length < 2 || page.kind === 'cover' ? '' : `<ul>${shown.map((h) => `<li class="h${h.level}"><a href="#${h.id}">${escape(h.text)}</a></li>`).join('')}</ul>`;
  };
  const tree = (here_is) => {
    const item = (p) => `<li>${link(p, here_is, p === here_is ? sections(p, 2).replace('<ul>', '<ul class="here">') : '')}</li>`;
    const group = (name) => `<h2>${name}</h2><ul>${pages.filter((p) => p.group === name).map((p) => p.name !== 'reference.html' ? item(p) :
      `<li>${link(p, here_is)}<ul>${pages.filter((r) => r.group === 'reference').map(item).join('')}</ul></li>`).join('')}</ul>`;
    return [`<ul><li>${link(pages[0], here_is)}</li></ul>`, ...['Chapters', 'Checked', 'To look up', 'The workbook'].filter((g) => pages.some((p) => p.group === g)).map(group)].join('\n');
  };
  for (const page of [...pages, ...source_pages]) {
    const i = pages.indexOf(page), before = pages[i - 1], after = i < 0 ? undefined : pages[i + 1];
    const turn = (p, rel, word) => (p ? `<a rel="${rel}" href="${p.name}"><span>${word}</span> ${p.number ? `${p.number}. ` : ''}${p.label}</a>` : '<span></span>');
    const contents = sections(page, 3);
    writeFileSync(join(next, page.name), fill(template, {
      title: page.kind === 'cover' ? page.title : `${page.number ? `${page.number}. ` : ''}${page.title} · Neural networks from scratch`,
      kind: page.kind, body: page.body, tree: tree(page),
      links: [before && `<link rel="prev" href="${before.name}">`, after && `<link rel="next" href="${after.name}">`].filter(Boolean).join('\n'),
      scripts: page.widgets.length ? '<script src="widgets.js" defer></script>' : '',
      turn: i < 0 ? '' : `<nav class="turn" aria-label="Pages">${turn(before, 'prev', 'Before')}${turn(after, 'next', 'Next')}</nav>`,
      aside: contents ? `<nav class="contents" aria-label="On this page"><h2>On this page</h2>${contents}</nav>` : '',
    }));
  }

  // --- what the pages load
  for (const file of ['book.js', 'icon.svg']) copyFileSync(join(here, file), join(next, file));
  writeFileSync(join(next, 'style.css'), read(join(here, 'style.css')) + (verified ? read(join(here, 'verified.css')) : ''));
  if (pages.some((page) => page.widgets.length)) copyFileSync(join(build, '../widgets.js'), join(next, 'widgets.js'));
  const katex = 'build/node_modules/katex/dist', katex_css = read(join(katex, 'katex.min.css')).replace(/,url\([^)]*\.(woff|ttf)\) format\("\w+"\)/g, '');
  writeFileSync(join(next, 'katex.css'), katex_css);
  mkdirSync(join(next, 'fonts'));
  for (const [, font] of katex_css.matchAll(/url\(fonts\/([^)]*)\)/g)) copyFileSync(join(katex, 'fonts', font), join(next, 'fonts', font));
  copyFileSync('build/node_modules/minisearch/dist/umd/index.js', join(next, 'minisearch.js'));
  say('the index of the search');
  writeFileSync(join(next, 'search-index.js'), `book_index = ${JSON.stringify(search_index(pages))};\n`);
  check_links(next);

  // --- the last good book stays until the new one is whole
  rmSync(`${out}.old`, { recursive: true, force: true });
  if (existsSync(out)) renameSync(out, `${out}.old`);
  renameSync(next, out);
  for (const folder of [`${out}.old`, work]) rmSync(folder, { recursive: true, force: true });
  say(`${pages.length} pages: open ${join(out, 'index.html')}`);
}

function reference_contents(references, found) {
  let body = '<header><h1>Reference</h1></header>\n<p class="lead">Every public name of <code>common/</code>, header by header, in reading order.</p>\n';
  let space = null;
  for (const r of references) {
    const own = r.title.includes('/') ? r.title.split('/')[0] : r.title.replace('.hpp', '');
    if (own !== space) {
      const node = found.namespaces.get(own);
      body += `<h2 id="${own}"><a href="#${own}"><code>${own}</code></a></h2>\n${node ? html(child(node, 'briefdescription'), { id: own, name_link: escape }) : ''}`;
      space = own;
    }
    body += `<div class="header"><h3><a href="${r.name}"><code>${r.title}</code></a></h3><p>${escape(r.brief)}</p>` +
      `<p class="names">${r.names.map((n) => `<a href="${r.name}#${n}"><code>${n}</code></a>`).join(' ')}</p></div>\n`;
  }
  return body;
}

main(...process.argv.slice(2)).catch((error) => {
  say(`the book is not made: ${error instanceof BookError ? error.message : error.stack}`);
  process.exit(1);
});
