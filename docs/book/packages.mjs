// The packages of docs/package.json, which ./workbook book puts into build/node_modules, and the browser they drive.
import { createRequire } from "node:module";

export const packages = createRequire(new URL("../../build/package.json", import.meta.url));

// Debian's Chromium, or the one that CHROMIUM names. It runs as root, too, and talks to nobody.
export const open_browser = () =>
    packages("playwright-core").chromium.launch({
        executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
        args: "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking".split(" ")
            .concat("--disable-component-update", "--disable-sync"),
    });
