// web-ext lint over what ships and nothing else. Fails on errors and on any warning that is not in KNOWN.
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

// Chrome needs a service worker, which Firefox ignores for background.scripts, and a permission for its side panel.
const KNOWN = /BACKGROUND_SERVICE_WORKER_IGNORED|KEY_FIREFOX_ANDROID_UNSUPPORTED_BY_MIN_VERSION|MANIFEST_PERMISSIONS.*"sidePanel"/;

const root = fileURLToPath(new URL("../../", import.meta.url));
const here = fileURLToPath(new URL(".", import.meta.url));
const shipped = mkdtempSync(`${tmpdir()}/second-source-`);
for (const part of ["manifest.json", "_locales", "extension"]) cpSync(root + part, `${shipped}/${part}`, { recursive: true });
const { stdout } = spawnSync("npx", ["web-ext", "lint", "--output", "json", "--source-dir", shipped], { cwd: here, encoding: "utf8" });
rmSync(shipped, { recursive: true });
const { errors, warnings, notices } = JSON.parse(stdout.slice(stdout.indexOf("{")));
const bad = [...errors, ...warnings.filter(({ code, message }) => !KNOWN.test(`${code} ${message}`))];
for (const { code, message, file } of bad) console.error(`${code}: ${message} ${file ?? ""}`);
console.log(`web-ext lint: ${errors.length} errors, ${warnings.length} warnings, ${notices.length} notices; ${bad.length} to mend`);
process.exitCode = bad.length ? 1 : 0;
