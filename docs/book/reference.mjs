// The reference of common/: a page for each header, its names in the order in which they are declared.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { escape, fail } from './convert.mjs';
import { read_xml, all, child, children, text_of, html } from './xml.mjs';

const keywords = new Set(('alignas auto bool char class concept const constexpr double enum explicit float for if inline int long ' +
  'namespace noexcept operator private public requires return short static struct template typename unsigned using void').split(' '));

// The headers in reading order: numpy/ first, then nn/, then the rest, each after those that it includes.
export function headers(root) {
  const found = readdirSync(join(root, 'common'), { recursive: true }).map((f) => f.toString()).filter((f) => f.endsWith('.hpp'));
  const source = Object.fromEntries(found.map((f) => [f, readFileSync(join(root, 'common', f), 'utf8')]));
  const depth = (f) => 1 + Math.max(0, ...[...source[f].matchAll(/^#include "(.*)"$/gm)].filter((m) => source[m[1]]).map((m) => depth(m[1])));
  const folder = (f) => ['numpy', 'nn'].indexOf(f.split('/')[0]) >>> 0;  // the rest at the end
  const order = found.sort((a, b) => folder(a) - folder(b) || depth(a) - depth(b) || (a < b ? -1 : 1));
  for (const file of order) {
    if (!source[file].startsWith('/// @file\n'))
      fail(`common/${file}: a header begins with /// @file and what it gives; without, Doxygen overlooks its functions`);
  }
  return order.map((file) => ({ file, source: source[file], page: `reference-${file.replace(/\.hpp$/, '').replaceAll('/', '-')}.html` }));
}

// What Doxygen found, by header: [{ name, qualified, kind, line, node, members }]
export function entities(xml_folder, headers) {
  const index = read_xml(join(xml_folder, 'index.xml'));
  const result = { namespaces: new Map(), files: new Map(), by_header: new Map(headers.map((h) => [h.file, []])) };
  const place = (node) => child(node, 'location').attribs;
  const entity = (node, scope) => {
    const name = text_of(child(node, 'name') ?? child(node, 'compoundname')).split('::').pop();
    return { name, qualified: `${scope}::${name}`, kind: node.attribs.kind, line: Number(place(node).line), node, members: [] };
  };
  const is_public = (node) => node.attribs.prot === 'public' || node.attribs.prot === undefined;
  for (const compound of all(index, 'compound')) {
    const { refid, kind } = compound.attribs;
    if (['dir', 'page'].includes(kind)) continue;
    const node = child(child(read_xml(join(xml_folder, `${refid}.xml`)), 'doxygen'), 'compounddef');
    const scope = text_of(child(node, 'compoundname'));
    const members = () => children(node, 'sectiondef').flatMap((s) => children(s, 'memberdef')).filter(is_public);
    const add = (e, file) => (result.by_header.get(file.replace(/^common\//, '')) ?? fail(`${file} is no header of common/`)).push(e);
    if (kind === 'file') result.files.set(place(node).file.replace(/^common\//, ''), node);
    else if (kind === 'namespace') {
      result.namespaces.set(scope, node);
      for (const member of members()) add(entity(member, scope), place(member).file);
    } else if (kind === 'struct' || kind === 'class') {
      if (!is_public(node)) continue;
      const e = entity(node, scope.split('::').slice(0, -1).join('::'));
      e.members = members().map((m) => entity(m, scope)).sort((a, b) => a.line - b.line);
      add(e, place(node).file);
    } else fail(`${scope}: the reference does not know Doxygen's kind '${kind}'; teach it in docs/book/reference.mjs`);
  }
  for (const { file } of headers) {
    const list = result.by_header.get(file);
    list.sort((a, b) => a.line - b.line);
    if (!list.length) fail(`common/${file}: Doxygen found no public name in it; is its namespace documented?`);
  }
  return result;
}

// For names.mjs: each qualified name and where it stands.
export const name_entries = (headers, found) => headers.flatMap(({ file, page }) => [
  { name: file, href: page },
  ...found.by_header.get(file).flatMap((e) => [
    { name: e.qualified, href: `${page}#${e.name}` },
    ...e.members.map((m) => ({ name: m.qualified, href: `${page}#${e.name}-${m.name}`, member: m.name !== e.name })),
  ]),
]);

// The declaration as the header has it, without the body: with the author's line breaks.
function declaration(e, lines) {
  let first = e.line - 1;
  while (/^\s*(template|requires)\b/.test(lines[first - 1] ?? '')) --first;
  const text = lines.slice(first, first + 30).join('\n');
  let end = text.indexOf(';') >>> 0;
  if (e.kind === 'variable') end = Math.min(end, text.indexOf(' = {\n') >>> 0);  // a table's values stay in the source
  if (['function', 'struct', 'class'].includes(e.kind)) {
    let depth = 0;
    for (end = 0; end < text.length; ++end) {
      const c = text[end];
      if ('(<'.includes(c)) ++depth;
      else if (c === ')' || (c === '>' && text[end - 1] !== '-')) --depth;
      else if (depth === 0 && (';{'.includes(c) || text.slice(end - 1, end + 2) === ' : ')) break;
    }
  }
  const kept = text.slice(0, end).trimEnd().split('\n');
  const indent = Math.min(...kept.map((l) => l.length - l.trimStart().length));
  return kept.map((l) => l.slice(indent)).join('\n');
}

function signature(text, link_names) {
  const linked = link_names(text);
  return linked.replace(/(<[^>]*>)|(&\w+;)|\b([a-z]+)\b/g, (whole, tag, entity, word) =>
    word && keywords.has(word) ? `<span class="keyword">${word}</span>` : whole);
}

const description = (node, page) =>
  ['briefdescription', 'detaileddescription'].map((part) => child(node, part)).filter(Boolean).map((part) => html(part, page)).join('');

// One header's page: its HTML and what the search and the side need.
export function reference_page({ file, source, page: name }, found, site) {
  const lines = source.split('\n'), headings = [];
  const link_names = site.names.in_file(source);
  const page = { id: `common/${file}`, prose: true, headings, name_link: site.name_link };
  const chapter_of = (node) => {
    const number = all(child(node, 'detaileddescription') ?? node, 'chapter')[0]?.attribs.number;
    if (number === undefined) return undefined;
    return site.chapters[number - 1] ?? fail(`common/${file}: @chapter{${number}} names a chapter that does not exist`);
  };
  const file_node = found.files.get(file) ?? fail(`common/${file}: Doxygen has no page for it`);
  const taught = chapter_of(file_node);
  if (!taught && /^(nn|numpy)\//.test(file))
    fail(`common/${file}: say in its @file comment which chapter teaches it, as in: @chapter{3}`);
  const chapter_link = (chapter) => (chapter ? `<a class="taught" href="${chapter.page}">taught in chapter ${chapter.number}</a>` : '');
  const declared = (e) => `<pre class="declaration"><code>${signature(declaration(e, lines), link_names)}</code></pre>\n`;
  const source_link = (line, text) => `<a href="${site.source_page(`common/${file}`)}#l${line}">${text}</a>`;

  const groups = new Map();  // overloads stand together
  for (const e of found.by_header.get(file)) groups.set(e.name, [...(groups.get(e.name) ?? []), e]);
  let body = '', contents = '';
  for (const [group, list] of groups) {
    headings.push({ level: 2, id: group, text: group });
    const chapter = list.map((e) => chapter_of(e.node)).find(Boolean) ?? taught;
    body += `<section class="entry"><h2 id="${group}"><a href="#${group}"><code>${group}</code></a>${chapter_link(chapter)}</h2>\n`;
    for (const e of list) {
      body += declared(e) + description(e.node, page);
      const fields = e.members.filter((m) => m.kind === 'variable'), functions = e.members.filter((m) => m.kind !== 'variable');
      if (fields.length)
        body += `<dl class="fields">${fields.map((m) => `<dt id="${group}-${m.name}"><code>${signature(declaration(m, lines), link_names)
          .replace(/\n\s*/g, ' ')}</code></dt><dd>${description(m.node, page)}</dd>`).join('\n')}</dl>\n`;
      const seen = new Set();
      for (const m of functions) {
        const id = `${group}-${m.name}`;
        if (!seen.has(m.name)) {
          const constructor = m.name === group;
          headings.push({ level: 3, id, text: constructor ? 'constructor' : m.name });
          body += `<h3 id="${id}"><a href="#${id}">${constructor ? 'Constructor' : `<code>${m.name}</code>`}</a></h3>\n`;
        }
        seen.add(m.name);
        body += declared(m) + description(m.node, page);
      }
    }
    body += '</section>\n';
    const brief = text_of(child(list[0].node, 'briefdescription')).trim() || text_of(child(list[0].node, 'detaileddescription')).trim();
    contents += `<tr><td><a href="#${group}"><code>${group}</code></a></td><td>${escape(brief.split(/(?<=[.:])\s/)[0].replace(/:$/, '.'))}</td></tr>\n`;
  }
  const lead = `<p class="facts"><code>#include "${file}"</code> ${source_link(1, 'the source')} ${chapter_link(taught)}</p>\n`;
  return {
    name, title: file, headings,
    brief: text_of(child(file_node, 'briefdescription')).trim(), names: [...groups.keys()],
    body: lead + description(file_node, page) + `<div class="table"><table class="names"><thead><tr><th scope="col">Name</th>` +
      `<th scope="col">What it is</th></tr></thead><tbody>${contents}</tbody></table></div>\n` + body,
  };
}

// The page that lists the headers.
export function reference_contents(references, found) {
  let body = '<p class="lead">Every public name of <code>common/</code>, header by header, in reading order.</p>\n';
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
