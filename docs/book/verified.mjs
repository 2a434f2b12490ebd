// What is verified: the book's pages of claims and errata, and the marks in its chapters. All of it comes from a run of
// the claims programs of a build, from the chapters' tables of claims and from the tests' sources.
//
//     results('build/dev')    runs the programs; what they found goes into the functions below
//     page(found)             the page verified.html, HTML without its title
//     errata(found, math)     the page errata.html, the same; math(tex) gives the HTML of the formula $tex$
//     mark(html, 2, found)    the HTML of chapter 2 with its marks: <!-- claim 2.3 --> becomes a link to the claim, and the
//                             caption of a <figure class="listing"> or "output" tells that a test compares it
//
// What fails, crashes or is missing shows as failing. Left out: whether the build is up to date; build first.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const workbook = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Runs the claims programs of a build.
 * @param {string} build the build folder, as build/dev
 * @param {string} root the workbook's folder
 * @returns an object with
 *   claims: {id, chapter, kind, text, line, end, passed, problem, assertions, values, left, place}, where
 *     assertions are {line, macro, original, expanded, passed}, with line 0 outside of claims.cpp, and
 *     values are {line, quantity, computed, relation, written, passed, times}, and left counts those that are left out;
 *   chapters: {name, number, title, page, readme, source, prints}; prints and
 *   woven: {test, passed}, the tests of the outputs and of the listings;
 *   tools: {compiler, catch2, type, folder}
 * @throws {Error} when there is no such build, or a test that its chapter's table does not list
 */
export function results(build, root = workbook) {
  if (!existsSync(join(build, 'CMakeCache.txt')))
    throw new Error(`${build} is not a build folder; expected one like build/dev: run ./workbook test first`);
  const names = readdirSync(join(root, 'chapters')).filter((name) => /^\d\d_/.test(name)).sort();
  const found = { claims: [], chapters: [], tools: toolsOf(build, root) };
  for (const name of names) {
    const folder = join(root, 'chapters', name);
    const readme = readFileSync(join(folder, 'README.md'), 'utf8');
    const source = readFileSync(join(folder, 'claims.cpp'), 'utf8').trimEnd().split('\n');
    const prints = passes(join(root, 'tests/prints.sh'), [join(build, name), join(folder, 'expected.txt')], root);
    found.chapters.push({
      name, readme, source,
      number: String(Number(name.slice(0, 2))),
      title: readme.match(/^# (.*)/m)[1],
      page: `${name}.html`,
      prints: { test: `${name} prints expected.txt`, passed: prints },
    });
    found.claims.push(...claimsOf(name, readme, source, runTests(join(build, 'chapters', `${name}_claims`), root)));
  }
  const pages = names.map((name) => `chapters/${name}/README.md`);
  const woven = passes(resolve(build, 'docs/weave'), ['--check', ...pages], root);
  return { ...found, woven: { test: 'the pages are woven', passed: woven } };
}

const passes = (program, options, cwd) => spawnSync(program, options, { cwd }).status === 0;

// A chapter's claims in the order of its table, each with what its test did.
function claimsOf(chapter, readme, source, run) {
  const rows = [...readme.matchAll(/^\| (\d+\.\d+) \| (\w+) \| (.*) \|$/gm)];
  for (const id of run.tests.keys())
    if (!rows.some((row) => row[1] === id))
      throw new Error(`claims.cpp tests ${id}, which chapters/${chapter}/README.md does not list: add its row`);
  const claims = rows.map(([, id, kind, text]) => {
    const test = run.tests.get(id);
    const line = source.findIndex((s) => s.startsWith(`TEST_CASE("${id} `)) + 1;
    const marked = readme.includes(`<!-- claim ${id} -->`);
    return {
      id, chapter, kind, text, line,
      end: source.indexOf('}', line) + 1,
      passed: test?.passed ?? false,
      problem: test?.ended ? '' : run.problem || 'its test did not run',
      assertions: test?.assertions ?? [],
      ...valuesOf(test?.assertions ?? [], kind),
      place: `${chapter}.html#${marked ? 'mark' : 'row'}-${id}`,
    };
  });
  if (run.problem && claims.every((claim) => claim.passed))  // it went wrong outside of the tests
    for (const claim of claims) Object.assign(claim, { passed: false, problem: run.problem });
  return claims;
}

// Runs one claims program: its tests by their claims' ids, and what was wrong with the run (empty: nothing).
function runTests(program, root) {
  const name = relative(root, program);
  if (!existsSync(program)) return { tests: new Map(), problem: `the program ${name} is missing` };
  const run = spawnSync(resolve(program), ['-s', '-r', 'xml'],
    { encoding: 'utf8', maxBuffer: 2 ** 30, timeout: 600_000, env: { ...process.env, ALL_DIGITS: '1' } });
  const tests = new Map();
  for (const test of all(parse(run.stdout ?? ''), 'TestCase')) {
    const result = all(test, 'OverallResult')[0];
    const assertions = all(test, 'Expression', 'Exception', 'Failure', 'FatalErrorCondition')
      .map((node) => assertionOf(node, test.attributes.filename));
    tests.set(test.attributes.name.split(' ')[0], {
      name: test.attributes.name,
      ended: result !== undefined,
      passed: result?.attributes.success === 'true' && assertions.length > 0 && assertions.every((a) => a.passed),
      assertions,
    });
  }
  const how = run.error ? `could not be run: ${run.error.message}` : run.signal ? `was ended by ${run.signal}`
    : run.status !== 0 ? `ended with status ${run.status}` : '';
  return { tests, problem: how && `the program ${name} ${how}` };
}

// One assertion, or what came in the place of one: an exception, FAIL(), a crash.
function assertionOf(node, file) {
  const text = (name) => all(node, name)[0]?.text.trim() ?? '';
  const thrown = all(node, 'Exception', 'FatalErrorCondition')[0];
  return {
    line: node.attributes.filename === file ? Number(node.attributes.line) : 0,
    macro: node.attributes.type ?? thrown?.name ?? node.name,
    original: text('Original').replace(/^{Unknown expression.*$/, ''),  // it came between two assertions
    expanded: (thrown?.text.trim() ?? text('Expanded')) || node.text.trim(),
    passed: node.name === 'Expression' && node.attributes.success === 'true',
  };
}

// ---- XML, as far as Catch2 writes it. A crashed program leaves elements open; they are there all the same.

function parse(xml) {
  const root = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  for (const [, close, name, attributes, empty, text] of
    xml.matchAll(/<(\/?)(\w+)((?:\s+[\w-]+="[^"]*")*)\s*(\/?)>|([^<]+)/g)) {
    if (text !== undefined) {
      open.at(-1).text += decode(text);
    } else if (close) {
      if (open.length > 1) open.pop();
    } else {
      const node = { name, attributes: {}, children: [], text: '' };
      for (const [, key, value] of attributes.matchAll(/([\w-]+)="([^"]*)"/g)) node.attributes[key] = decode(value);
      open.at(-1).children.push(node);
      if (!empty) open.push(node);
    }
  }
  return root;
}

const decode = (text) => text.replace(/&(lt|gt|amp|quot|apos);/g, (_, name) =>
  ({ lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" })[name]);

// The elements of these names below a node, in order; not those within them.
const all = (node, ...names) =>
  node.children.flatMap((child) => (names.includes(child.name) ? [child] : all(child, ...names)));

// ---- values: what was computed beside what it was compared with

const relations = { "==": '=', "!=": '≠', "<": '<', ">": '>', "<=": '≤', ">=": '≥' };

// One comparison of a computed value, or undefined where an assertion is none that can be read at a glance.
function valueOf({ original, expanded, line, passed }) {
  const value = (rank, quantity, computed, relation, written) =>
    ({ line, quantity, computed: digits(computed, relation === '='), relation, written: digits(written, true), passed, rank });
  let parts;
  if ((parts = expanded.match(/^(\S+(?: \(0x\w+\))?) (not )?rounds to (\S+)$/)))
    return value(1, original.replace(/, !?RoundsTo\(.*$/s, ''), parts[1],
      parts[2] ? 'does not round to' : 'rounds to', `"${parts[3]}"`);
  if ((parts = expanded.match(/^(\S+) is within (\S+) of (\S+)$/)))
    return value(3, original.replace(/, WithinAbs\(.*$/s, ''), parts[1],
      `is within ${digits(parts[2], true)} of`, parts[3]);
  parts = expanded.match(/^([^!\n].*?)\s(==|!=|<=|>=|<|>)\s(.*)$/);
  const [quantity, ...others] = original.split(` ${parts?.[2]} `);
  if (!parts || others.length !== 1 || expanded.length > 200 || /^(true|false)$/.test(parts[1])) return undefined;
  return value(parts[3].startsWith('"') ? 2 : 3, quantity, parts[1], relations[parts[2]], parts[3]);
}

// The comparisons that a claim shows: those of printed numbers and texts, and others as long as there are few.
function valuesOf(assertions, kind) {
  const once = new Map();  // the same comparison counts once
  for (const assertion of assertions) {
    const value = assertion.line > 0 && valueOf(assertion);
    if (!value) continue;
    const key = JSON.stringify(value);
    once.set(key, { ...value, times: (once.get(key)?.times ?? 0) + 1 });
  }
  const printed = [...once.values()].filter((value) => value.rank < 3).length;
  let room = kind === 'printed' && printed > 0 ? 0 : 8 - printed;
  const shown = new Map();  // so many of a line
  const values = [...once.values()].filter(({ rank, line, passed }) => {
    shown.set(line, (shown.get(line) ?? 0) + 1);
    if (rank < 3 || !passed) return shown.get(line) <= 20;
    return shown.get(line) <= 4 && room-- > 0;
  });
  return { values, left: once.size - values.length };
}

// A double that was computed with the 17 digits that tell it from every other, one that was written, or that equals
// what was written, with as few as do so; an integer without Catch2's hexadecimal; a text without its quotes.
function digits(text, written = false) {
  if (/^-?\d+\.\d+$/.test(text))
    return written ? String(Number(text)) : Number(text).toPrecision(17).replace(/\.?0+($|e)/, '$1');
  return text.replace(/^(-?\d+) \(0x[0-9a-f]+\)$/, '$1').replace(/^"(.*)"$/s, '$1');
}

// The compiler and the test library of a build, as CMake and a program of the build tell them.
function toolsOf(build, root) {
  const cache = readFileSync(join(build, 'CMakeCache.txt'), 'utf8');
  const files = join(build, 'CMakeFiles');
  const folder = readdirSync(files).find((name) => existsSync(join(files, name, 'CMakeCXXCompiler.cmake')));
  const compiler = readFileSync(join(files, folder, 'CMakeCXXCompiler.cmake'), 'utf8');
  const known = (name) => compiler.match(new RegExp(`set\\(CMAKE_CXX_COMPILER_${name} "(.*?)"\\)`))?.[1] ?? '';
  const program = readdirSync(join(build, 'chapters')).find((name) => name.endsWith('_claims')) ?? 'none';
  const told = spawnSync(resolve(build, 'chapters', program), ['--libidentify'], { encoding: 'utf8' });
  return {
    compiler: `${known('ID')} ${known('VERSION')}`,
    catch2: told.stdout?.match(/version:\s*(\S+)/)?.[1] ?? 'of unknown version',
    type: cache.match(/^CMAKE_BUILD_TYPE:\w+=(.*)$/m)?.[1] ?? '',
    folder: relative(root, resolve(build)) || build,
  };
}

// ---- HTML

const escape = (text) => text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]);
const short = (text, size) => (text.length > size ? `${text.slice(0, size)} …` : text);
const number = (n) => n.toLocaleString('en');
const count = (n, what) => `${number(n)} ${what}${n === 1 ? '' : 's'}`;
const tick = (passed) => `<span class="${passed ? 'passed' : 'failed'}">${passed ? '✓' : '✗'}</span>`;
const kinds = {
  printed: ['printed in the article', 'agrees'],
  stated: ['stated in the article', 'holds'],
  erratum: ['an error of the article', 'confirmed'],
};
const sourceLink = (chapter, line, text) => `<a href="source-${chapter}-claims.cpp.html#l${line}">${text}</a>`;

// Markdown within a paragraph of a chapter; links lead to the book's pages.
function inline(markdown, math = (tex) => `<code>${escape(tex)}</code>`) {
  const part = /<!--.*?-->|`([^`]+)`|\$([^$]+)\$|\*\*(.+?)\*\*|\*(.+?)\*|\[([^\]]+)\]\(([^)]+)\)|[&<>"']/gs;
  return markdown.replace(part, (all, code, tex, bold, italic, text, target, at) => {
    if (all === '"') return /^$|[\s(*]/.test(markdown.charAt(at - 1)) ? '“' : '”';
    if (all === "'") return '’';
    if (code) return `<code>${escape(code)}</code>`;
    if (tex) return math(tex);
    if (bold) return `<strong>${inline(bold, math)}</strong>`;
    if (italic) return `<em>${inline(italic, math)}</em>`;
    if (!target) return all.startsWith('<!--') ? '' : escape(all);
    const page = target.match(/(\w+)(?:\/README)?\.md(#.*)?$/);
    const href = page ? `${page[1]}.html${page[2] ?? ''}` : /^https?:/.test(target) ? target : '';
    return href ? `<a href="${escape(href)}">${inline(text, math)}</a>` : inline(text, math);
  });
}

/** The page verified.html, HTML without its title. */
export function page(found) {
  const { claims, chapters, woven, tools } = found;
  const of = (chapter) => claims.filter((claim) => claim.chapter === chapter.name);
  const kind = (name) => claims.filter((claim) => claim.kind === name).length;
  const assertions = claims.flatMap((claim) => claim.assertions);
  const passed = (list) => `${number(list.filter((item) => item.passed).length)} passed, ` +
    `${number(list.filter((item) => !item.passed).length)} failed`;
  const outputs = chapters.map((chapter) => chapter.prints);
  const tests = [...outputs, woven].filter((test) => !test.passed);
  const wrong = [
    ...claims.filter((claim) => !claim.passed).map((claim) =>
      `<a href="#claim-${claim.id}">Claim ${claim.id}</a> fails: ${inline(claim.text)}`),
    ...tests.map((test) => `The test “${test.test}” fails.`),
  ];
  const alarm = `<div class="alarm"><p><strong>Not all of it holds.</strong></p>\n<ul>\n${
    wrong.map((text) => `<li>${text}</li>\n`).join('')}</ul></div>\n`;
  const jump = ({ id, passed }) => `<a href="#claim-${id}">${id}&nbsp;${tick(passed)}</a>`;
  const overview = (chapter) => `<li><a href="#chapter-${chapter.number}">${escape(chapter.title)}</a> <span>${
    of(chapter).map(jump).join(' ')}</span></li>`;
  return `<p>Each number that the article prints and each statement of it that can be checked is a <em>claim</em>.
${kind('printed')} are printed and ${kind('stated')} are stated; in ${kind('erratum')} more the article is wrong, and the
claim says where. Each has a test. This page was made from a run of these tests: what fails there fails here.</p>
${wrong.length ? alarm : ''}<dl class="run">
<dt>claims</dt><dd>${number(claims.length)}: ${passed(claims)}</dd>
<dt>assertions</dt><dd>${number(assertions.length)}: ${passed(assertions)}</dd>
<dt>outputs</dt><dd>${number(outputs.length)}, compared byte for byte: ${passed(outputs)}</dd>
<dt>built with</dt><dd>${escape(`${tools.compiler}, Catch2 ${tools.catch2}, build type ${tools.type}`)}</dd>
<dt>again</dt><dd><code>./workbook test</code>, or <code>./workbook test 2</code> for one chapter; every value:
<code>${escape(tools.folder)}/chapters/02_single_neuron_claims -s</code></dd>
</dl>
<ul class="overview">
${chapters.map(overview).join('\n')}
</ul>
${chapters.map((chapter) => chapterSection(chapter, of(chapter))).join('\n')}
`;
}

function chapterSection({ number, name, title, page, source, prints }, claims) {
  const same = prints.passed ? 'is the same, byte for byte, as' : '<strong>differs</strong> from';
  return `<section id="chapter-${number}">
<h2><a href="${page}">${escape(title)}</a></h2>
<p class="meta" id="prints-${number}">${tick(prints.passed)} What the program prints ${same} <code>expected.txt</code>,
says the test “${prints.test}”.</p>
${claims.map((claim) => claimSection(claim, source)).join('\n')}
</section>`;
}

function claimSection(claim, source) {
  const { id, chapter, kind, text, passed, problem, assertions, line, end, place } = claim;
  const wrong = assertions.filter((assertion) => !assertion.passed);
  const checked = `${count(assertions.length, 'assertion')}${wrong.length ? `, ${number(wrong.length)} failed` : ''}`;
  const facts = [
    `<strong>${tick(passed)} ${passed ? kinds[kind][1] : 'FAILS'}</strong>`, kinds[kind][0], checked,
    `<a href="${place}">in the chapter</a>`, ...(line ? [sourceLink(chapter, line, `claims.cpp, line ${line}`)] : []),
  ];
  return `<section class="claim${passed ? '' : ' failed'}" id="claim-${id}">
<h3><span class="id">${id}</span> ${inline(text)}</h3>
<p class="meta">${facts.join(' · ')}</p>
${problem ? `<p class="failed">No result: ${escape(problem)}.</p>` : ''}
${wrong.length ? failures(chapter, wrong) : ''}${valueTable(claim)}
${line ? `<details><summary>The test</summary>\n${listing(source, line, end, assertions)}</details>` : ''}
</section>`;
}

function failures(chapter, wrong) {
  const item = (assertion) => {
    const { line, macro, original, expanded } = assertion;
    const code = escape(original ? `${macro}( ${short(original, 200)} )` : macro);
    return `<li>${line ? `${sourceLink(chapter, line, `line ${line}`)}: ` : ''}<code>${code}</code> with <code>${
      escape(short(expanded.replace(/-?\d+\.\d{18,}/g, (number) => digits(number)), 300))}</code></li>\n`;
  };
  const more = wrong.length > 10 ? `<li>and ${number(wrong.length - 10)} more</li>\n` : '';
  return `<ul class="failed">\n${wrong.slice(0, 10).map(item).join('')}${more}</ul>\n`;
}

function valueTable({ id, chapter, kind, values, left }) {
  if (values.length === 0) return '';
  const compared = kind === 'printed' ? 'the article prints' : 'compared with';
  const row = ({ line, quantity, computed, relation, written, passed, times }) =>
    `<tr${passed ? '' : ' class="failed"'}><td>${sourceLink(chapter, line, `<code>${escape(short(quantity, 60))}</code>`)}${
      times > 1 ? ` (${times} times)` : ''}</td><td class="value" data-head="the workbook computes">${escape(computed)}</td><td>${tick(passed)} ${
      passed ? escape(relation) : `<s>${escape(relation)}</s>`}</td><td class="value" data-head="${compared}">${escape(written)}</td></tr>\n`;
  return `<div class="values" tabindex="0" role="region" aria-label="Values of claim ${id}"><table>
<thead><tr><th scope="col">quantity</th><th scope="col">the workbook computes</th><td></td><th scope="col">${
    compared}</th></tr></thead>
<tbody>\n${values.map(row).join('')}</tbody></table>${left ? `<p class="meta">and ${number(left)} more</p>` : ''}</div>\n`;
}

// Lines of claims.cpp; beside each stands how many of its assertions passed or failed.
function listing(source, from, to, assertions) {
  const line = (n) => {
    const here = assertions.filter((assertion) => assertion.line === n);
    const wrong = here.filter((assertion) => !assertion.passed).length;
    const times = (wrong || here.length) > 1 ? ` ${wrong || here.length}` : '';
    return `<span class="result">${here.length ? tick(!wrong) + times : ''}</span>${escape(source[n - 1])}`;
  };
  const lines = Array.from({ length: to - from + 1 }, (_, i) => line(from + i));
  return `<pre class="test" tabindex="0"><code>${lines.join('\n')}</code></pre>`;
}

/**
 * The page errata.html, HTML without its title. The text of an erratum stands in its chapter: the paragraphs with its
 * mark, from the one that begins with a title, as **The table mixes two functions.**
 * @throws {Error} when a chapter has no such paragraph
 */
export function errata(found, math) {
  const entries = found.claims.filter((claim) => claim.kind === 'erratum').map((claim) => {
    const { id, place, passed, text, assertions } = claim;
    const chapter = found.chapters.find(({ name }) => name === claim.chapter);
    const marked = chapter.readme.split(/\n\s*\n/).filter((paragraph) => paragraph.includes(`<!-- claim ${id} -->`));
    const start = marked.findIndex((paragraph) => paragraph.startsWith('**'));
    if (start < 0)
      throw new Error(`chapters/${chapter.name}/README.md has no paragraph for the erratum ${id}; expected one that ` +
        `begins with **A title.** and has the comment <!-- claim ${id} -->: write it`);
    const [, title, rest] = marked[start].match(/^\*\*(.+?)\.?\*\*\s*(.*)$/s);
    return `<section class="claim${passed ? '' : ' failed'}" id="erratum-${id}">
<h2>${inline(title, math)}</h2>
<p class="meta"><strong>${tick(passed)} ${passed ? kinds.erratum[1] : 'FAILS'}</strong> by
<a href="verified.html#claim-${id}">claim ${id}</a>, ${count(assertions.length, 'assertion')} · <a href="${place}">in chapter ${chapter.number}</a></p>
<p class="short">In short: ${inline(text, math)}.</p>
${[rest, ...marked.slice(start + 1)].map((paragraph) => `<p>${inline(paragraph, math)}</p>`).join('\n')}
${valueTable(claim)}</section>`;
  });
  return `<p>Where the article is wrong, a test records what it says and what is computed instead. There are ${
    entries.length} such places.</p>
${entries.join('\n')}
`;
}

/** A chapter's HTML with its marks; `name` is 2 or "02_single_neuron". @throws {Error} for a mark of no claim of its */
export function mark(html, name, found) {
  const chapter = found.chapters.find((one) => one.name === name || one.number === String(name));
  const { number } = chapter;
  const own = found.claims.filter((claim) => claim.chapter === chapter.name);
  const claims = new Map(own.map((claim) => [claim.id, claim]));
  const seen = new Set();
  const link = (id) => {
    const claim = claims.get(id);
    if (!claim) throw new Error(`${chapter.page} has a mark of claim ${id}, which is none of its claims: correct it`);
    const anchor = seen.has(id) ? '' : ` id="mark-${id}"`;  // the page leads to the first
    seen.add(id);
    const label = claim.passed ? `verified: claim ${id}` : `this fails: claim ${id}`;
    return `<a class="verified${claim.passed ? '' : ' failing'}"${anchor} href="verified.html#claim-${id}" aria-label="${
      label}" title="${label}">${claim.passed ? '✓' : '✗ fails'}</a>`;
  };
  const row = (cell, attributes, id) => (!claims.has(id) ? cell
    : `<td${attributes} id="row-${id}"><a href="verified.html#claim-${id}">${id}</a></td>`);
  const caption = (start, kind) => {
    const test = kind === 'output' ? chapter.prints : found.woven;
    const what = kind === 'output' ? 'what the program prints' : 'the source';
    return `${start} <a class="compared" href="verified.html#prints-${number}" title="a test compares it with ${what}: ${test.test}">${
      test.passed ? `compared byte for byte&nbsp;${tick(true)}` : `${tick(false)} differs`}</a></figcaption>`;
  };
  return html.replace(/<!-- claim (\S+) -->/g, (_, id) => link(id))
    .replace(/<td([^>]*)>\s*(\d+\.\d+)\s*<\/td>/g, row)
    .replace(/(<figure class="(listing|output)">\s*<figcaption>(?:(?!<\/figcaption>).)*)<\/figcaption>/gs,
      (_, start, kind) => caption(start, kind));
}
