import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const BUDGET_BYTES = { js: 90_000, css: 12_000 };
const assets = join(import.meta.dirname, '..', 'dist', 'assets');

const spent = { js: 0, css: 0 };
for (const name of readdirSync(assets)) {
  const kind = name.split('.').at(-1);
  if (kind in spent) {
    spent[kind] += gzipSync(readFileSync(join(assets, name)), { level: 9 }).length;
  }
}
for (const [kind, budget] of Object.entries(BUDGET_BYTES)) {
  console.log(`${kind}: ${spent[kind]} of ${budget} bytes (gzip)`);
  if (spent[kind] > budget) {
    process.exitCode = 1;
    console.error(`${kind} is over its budget`);
  }
}
