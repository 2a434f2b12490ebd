// tests/book/wasm.sh as one of the tests of the book: a test for each of its lines.
import assert from "node:assert/strict";
import {spawnSync} from "node:child_process";
import {test} from "node:test";
import {fileURLToPath} from "node:url";

test("the workbook as WebAssembly under node", async (all) => {
    const {status, stdout, stderr} = spawnSync(fileURLToPath(new URL("wasm.sh", import.meta.url)), {encoding: "utf8"});
    for (const line of stdout.split("\n").filter((line) => /^(ok|skipped): /.test(line)))
        await all.test(line, () => {});
    assert.equal(status, 0, stdout + stderr);
});
