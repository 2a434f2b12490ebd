// docs/book/verified.mjs: on small workbooks whose claims programs are shell scripts that print what Catch2 prints, and
// on a real program, named by WRONG_CLAIMS. Run by node --test.
import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { errata, mark, page, results } from '../../docs/book/verified.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

const readme = `# 1. Sums

The sum is 0.67<!-- claim 1.1 -->, again 0.67<!-- claim 1.1 -->.<!-- claim 1.2 -->

**Two & three.** The article says 2;
it is $3$, see [there](../02_more/README.md#x).<!-- claim 1.3 -->

| id | the article | claim |
| --- | --- | --- |
| 1.1 | printed | \`0.6700\` |
| 1.2 | stated | a < b |
| 1.3 | erratum | 2 is 3 |
`;
const claims = `// Shared.
TEST_CASE("1.1 the sum")
{
  CHECK_THAT(z, RoundsTo("0.6700"));
}
TEST_CASE("1.2 a < b")
{
  CHECK(a < b);
}
TEST_CASE("1.3 erratum: two")
{
  CHECK(n == 3);
}
`;
const assertion = (line, original, expanded, success = true) =>
  `<Expression success="${success}" type="CHECK" filename="x/claims.cpp" line="${line}">
    <Original>\n ${original}\n </Original>\n <Expanded>\n ${expanded}\n </Expanded>\n </Expression>\n`;
const one = (name, content, success = true) => `<TestCase name="${name}" filename="x/claims.cpp" line="1">
  ${content}<OverallResult success="${success}"/>\n</TestCase>\n`;
const sum = assertion(4, 'z, RoundsTo("0.6700")', '0.67000000000000003996802888650564 rounds to 0.6700');
const good = [one('1.1 the sum', sum), one('1.2 a &lt; b', assertion(8, 'a &lt; b', '1 &lt; 2')),
  one('1.3 erratum: two', assertion(12, 'n == 3', '3 == 3'))];
const v2 = (tests) => `<?xml version="1.0"?>\n<Catch name="x">\n<Group name="x">\n${tests.join('')}
  <OverallResults successes="3" failures="0"/>\n</Group>\n</Catch>\n`;
const v3 = (tests) => `<?xml version="1.0"?>\n<Catch2TestRun name="x" rng-seed="1" catch2-version="3.7.1">\n${tests.join('')}
  <OverallResults successes="3" failures="0" skips="0"/>\n</Catch2TestRun>\n`;

// What results() finds in a workbook of one chapter whose claims program prints this and ends like that.
function found(t, { xml = v2(good), end = 'exit 0', program = true, files = {} } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'verified_test_'));
  t.after(() => rmSync(folder, { recursive: true }));
  const write = (path, text, mode = 0o644) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
    chmodSync(join(folder, path), mode);
  };
  write('chapters/01_sums/README.md', readme);
  write('chapters/01_sums/claims.cpp', claims);
  write('tests/prints.sh', '#!/bin/sh\nexit 0\n', 0o755);
  write('build/docs/weave', '#!/bin/sh\nexit 0\n', 0o755);
  write('build/CMakeCache.txt', 'CMAKE_BUILD_TYPE:STRING=Debug\n');
  write('build/CMakeFiles/3.25.1/CMakeCXXCompiler.cmake',
    'set(CMAKE_CXX_COMPILER_ID "GNU")\nset(CMAKE_CXX_COMPILER_VERSION "12.2.0")\n');
  write('build/chapters/xml', xml);
  if (program)
    write('build/chapters/01_sums_claims', `#!/bin/sh
      [ "$1" = --libidentify ] && echo "version: 2.13.10" && exit
      [ "$ALL_DIGITS" = 1 ] && cat "$(dirname "$0")/xml"\n${end}\n`, 0o755);
  for (const [path, text] of Object.entries(files)) write(path, text, 0o755);
  return results(join(folder, 'build'), folder);
}
const verdicts = (result) => result.claims.map((claim) => claim.passed);

for (const [name, xml] of [['2.13', v2(good)], ['3', v3(good)]])
  test(`what Catch2 ${name} reports is read`, (t) => {
    const result = found(t, { xml });
    assert.deepEqual(verdicts(result), [true, true, true]);
    assert.equal(result.tools.compiler, 'GNU 12.2.0');
    assert.equal(result.tools.catch2, '2.13.10');
    const [value] = result.claims[0].values;
    assert.equal(value.quantity, 'z');
    assert.equal(value.computed, '0.67000000000000004');  // all digits, and no more
    assert.equal(value.relation, 'rounds to');
    assert.equal(value.written, '0.6700');
    assert.deepEqual(result.claims.map((claim) => [claim.line, claim.end]), [[2, 5], [6, 9], [10, 13]]);
  });

test("the page shows each claim, its value beside the article's, and links to source and chapter", (t) => {
  const html = page(found(t));
  for (const part of ['3: 3 passed, 0 failed', 'id="claim-1.1"', 'id="claim-1.2"', 'id="claim-1.3"', 'a &lt; b',
    'href="01_sums.html#mark-1.1"', 'href="source-01_sums-claims.cpp.html#l4"', 'GNU 12.2.0, Catch2 2.13.10'])
    assert.ok(html.includes(part), part);
  assert.match(html, /0\.67000000000000004<\/td><td><span class="passed">✓<\/span> rounds to<\/td><td class="value" data-head="the article prints">0\.6700</);
  assert.ok(!/FAILS|alarm|✗/.test(html));
});

test('what a claim leaves out of its table is counted, and equal numbers look equal', (t) => {
  const many = Array.from({ length: 9 }, (_, i) => assertion(8, 'a == b', `${i}.1 == ${i}.1`)).join('');
  const result = found(t, { xml: v2([good[0], one('1.2 a &lt; b', many), good[2]]) });
  assert.equal(result.claims[1].values.length, 4);
  assert.equal(result.claims[1].left, 5);
  assert.deepEqual([result.claims[0].left, result.claims[2].left], [0, 0]);
  assert.equal(page(result).match(/and 5 more/g).length, 1);
  assert.ok(!page(result).includes('and 0 more'));
  for (const { computed, written } of result.claims[1].values) assert.equal(computed, written);
});

test('a failing assertion fails its claim and no other, at the top of the page, in its place and in the chapter', (t) => {
  const wrong = one('1.1 the sum', assertion(4, 'z, RoundsTo("0.6700")', '0.57 rounds to 0.6700', false), false);
  const result = found(t, { xml: v2([wrong, good[1], good[2]]), end: 'exit 1' });
  assert.deepEqual(verdicts(result), [false, true, true]);
  const html = page(result);
  assert.ok(html.indexOf('Not all of it holds') < html.indexOf('<h2>'));
  assert.ok(html.includes('<a href="#claim-1.1">Claim 1.1</a> fails'));
  assert.ok(html.includes('<code>0.57 rounds to 0.6700</code>'));
  assert.ok(html.includes('3: 2 passed, 1 failed'));
  const chapter = mark(readme, 1, result);
  assert.ok(chapter.includes('class="verified failing"') && chapter.includes('✗ fails'));
});

test('a crash fails the test that it ends and those that did not run; those before stand', (t) => {
  const crash = `<TestCase name="1.2 a &lt; b" filename="x/claims.cpp" line="6">\n<Expression success="false" type="CHECK"
    filename="x/claims.cpp" line="8"><Original> a &lt; b </Original><Expanded> a &lt; b </Expanded>
    <FatalErrorCondition filename="x/claims.cpp" line="8">SIGSEGV</FatalErrorCondition></Expression>`;
  const whole = found(t, { xml: v2([good[0], crash + '<OverallResult success="false"/></TestCase>']), end: 'kill -SEGV $$' });
  const torn = found(t, { xml: v2([good[0]]).split('<OverallResults')[0] + crash, end: 'kill -KILL $$' });
  for (const result of [whole, torn]) assert.deepEqual(verdicts(result), [true, false, false]);
  assert.match(page(whole), /No result: the program .*01_sums_claims was ended by SIGSEGV\./);
  assert.match(page(whole), /SIGSEGV<\/code>/);
  assert.match(page(torn), /No result: the program .*01_sums_claims was ended by SIGKILL\./);
});

test('a claim without a result fails: no program, no test, no assertion, a bad end', (t) => {
  const missing = found(t, { program: false });
  assert.deepEqual(verdicts(missing), [false, false, false]);
  assert.match(page(missing), /No result: the program .*01_sums_claims is missing\./);
  assert.deepEqual(verdicts(found(t, { xml: v2([good[0], good[2]]) })), [true, false, true]);
  assert.deepEqual(verdicts(found(t, { xml: v2([good[0], one('1.2 a &lt; b', ''), good[2]]) })), [true, false, true]);
  assert.deepEqual(verdicts(found(t, { end: 'exit 3' })), [false, false, false]);
  assert.deepEqual(verdicts(found(t, { xml: '' })), [false, false, false]);
  const thrown = '<Exception filename="x/claims.cpp" line="9">no memory</Exception>';
  const result = found(t, { xml: v2([good[0], one('1.2 a &lt; b', thrown, false), good[2]]), end: 'exit 1' });
  assert.deepEqual(verdicts(result), [true, false, true]);
  assert.match(page(result), /Exception<\/code> with <code>no memory/);
});

test('outputs and listings that differ show in the page and in the chapter', (t) => {
  const chapter = '<figure class="output"><figcaption>Output</figcaption><pre>1</pre></figure>' +
    '<figure class="listing"><figcaption><a href="s">program.cpp</a></figcaption><pre>2</pre></figure>';
  const same = mark(chapter, '01_sums', found(t));
  assert.equal(same.match(/compared byte for byte/g).length, 2);
  assert.ok(same.includes('01_sums prints expected.txt') && same.includes('the pages are woven'));
  const differs = found(t, { files: { "tests/prints.sh": '#!/bin/sh\nexit 1\n' } });
  assert.equal(mark(chapter, 1, differs).match(/✗<\/span> differs/g).length, 1);
  assert.ok(page(differs).includes('The test “01_sums prints expected.txt” fails.'));
  const stale = found(t, { files: { "build/docs/weave": '#!/bin/sh\nexit 1\n' } });
  assert.equal(mark(chapter, 1, stale).match(/✗<\/span> differs/g).length, 1);
  assert.ok(page(stale).includes('The test “the pages are woven” fails.'));
});

test('marks become links, the first of each claim with an id, and table rows lead to the page', (t) => {
  const html = mark(readme + '<td>1.2</td><td>9.9</td>', 1, found(t));
  assert.match(html, /0\.67<a class="verified" id="mark-1\.1" href="verified\.html#claim-1\.1" aria-label="verified: claim 1\.1"/);
  assert.equal(html.match(/id="mark-1\.1"/g).length, 1);
  assert.equal(html.match(/href="verified\.html#claim-1\.1"/g).length, 2);
  assert.ok(html.includes('<td id="row-1.2"><a href="verified.html#claim-1.2">1.2</a></td><td>9.9</td>'));
  assert.throws(() => mark('<!-- claim 2.1 -->', 1, found(t)), /mark of claim 2\.1, which is none of its/);
});

test('an erratum is its paragraph in the chapter, with its claim and its values', (t) => {
  const html = errata(found(t), (tex) => `<math>${tex}</math>`);
  assert.match(html, /<h2>Two &amp; three<\/h2>/);
  assert.match(html, /The article says 2;\nit is <math>3<\/math>, see <a href="02_more\.html#x">there<\/a>\./);
  assert.match(html, /href="verified\.html#claim-1\.3".*href="01_sums\.html#mark-1\.3"/s);
  const without = found(t, { files: { "chapters/01_sums/README.md": readme.replace('**Two & three.** ', '') } });
  assert.throws(() => errata(without), /no paragraph for the erratum 1\.3; expected one that begins with \*\*A title/);
});

test('ten thousand assertions make no large page', (t) => {
  const many = Array.from({ length: 10000 }, (_, i) => assertion(8, 'a &lt; b', `${i} &lt; ${i + 1}`)).join('');
  const result = found(t, { xml: v2([good[0], one('1.2 a &lt; b', many), good[2]]) });
  const html = page(result);
  assert.ok(html.includes('10,000 assertions') && html.includes('✓</span> 10000'));
  assert.ok(html.length < 12000, `${html.length}`);
  const wrong = many.replaceAll('success="true"', 'success="false"');
  assert.ok(page(found(t, { xml: v2([one('1.2 a &lt; b', wrong, false)]), end: 'exit 1' })).length < 1e5);
});

test('what cannot be done is told in a line', (t) => {
  assert.throws(() => results('/nowhere', root), /^Error: \/nowhere is not a build folder; expected one like build\/dev/);
  assert.throws(() => found(t, { xml: v2([...good, one('1.4 more', sum)]) }), /claims\.cpp tests 1\.4, which chapters\/01_sums/);
});

// ---- a real claims program that is wrong on purpose: wrong_claims.cpp beside this file

test('a claims program that is wrong on purpose shows as failing on the page', { skip: !process.env.WRONG_CLAIMS }, (t) => {
  const rows = readme.replace('| 1.3 |', '| 1.4 | stated | a crash |\n| 1.5 | stated | behind it |\n| 1.3 |');
  const wrong = readFileSync(join(root, 'tests/book/wrong_claims.cpp'), 'utf8');
  const result = found(t, { end: `exec "${process.env.WRONG_CLAIMS}" "$@"`, xml: '',
    files: { "chapters/01_sums/README.md": rows, "chapters/01_sums/claims.cpp": wrong } });
  const passed = Object.fromEntries(result.claims.map((claim) => [claim.id, claim.passed]));
  assert.deepEqual(passed, { 1.1: true, 1.2: false, 1.3: false, 1.4: false, 1.5: false });
  const html = page(result);
  assert.ok(html.includes('5: 1 passed, 4 failed'));
  const section = (id) => html.split(`id="claim-${id}"`)[1].split('class="claim')[0];
  assert.match(section('1.1'), /0\.30000000000000004<.*rounds to<.*>0\.300</);
  assert.match(section('1.1'), /0\.66666666666666663<.*does not round to<.*>0\.66</);
  assert.match(section('1.1'), />19210<.*rounds to<.*>19,210</);
  assert.match(section('1.2'), /FAILS.*2 assertions, 1 failed.*✗<\/span> <s>rounds to<\/s><.*>0\.6800</s);
  assert.match(section('1.3'), /FAILS.*thrown on purpose/s);
  assert.match(section('1.4'), /FAILS.*(SIGABRT|No result)/s);
  assert.match(section('1.5'), /FAILS.*No result: the program .* was ended by SIGABRT/s);
  assert.match(errata({ ...result, claims: result.claims.filter(({ kind }) => kind === 'erratum') }), /FAILS/);
});
