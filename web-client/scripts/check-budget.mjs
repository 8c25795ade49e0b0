import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Bytes of each page, packed as they travel: all that it loads to show the video and the chat, and all that it may ever load. */
const BUDGETS = {
  'index.html': { js: 90_000, css: 12_000, all: 110_000 },
  'admin.html': { js: 68_000, css: 12_000, all: 68_000 },
  'publish.html': { js: 40_000, css: 6_000, all: 40_000 },
};
/** Scripts of the watch page's document that show other pages, or what only some viewers may see. */
const ON_DEMAND =
  /^(index-element|grid-element|missing-element|states-element|rewind-element|rewind-player|clips-element|confirm-button)-/;
/** Bytes of the largest catalogue: a page loads English, and the one of its language. */
const CATALOGUE_BUDGET = 9_000;
const CATALOGUE = /^(words-en|pseudo|[a-z]{2})-[\w-]{8}\.js$/;
const dist = join(import.meta.dirname, '..', 'dist');

/** Names of the assets that `text` mentions, and of those that they mention. */
function assetsOf(text, known = new Set()) {
  for (const [name] of text.matchAll(/[\w-]+\.(js|css)\b/g)) {
    if (!known.has(name) && exists(name)) {
      known.add(name);
      assetsOf(read(name), known);
    }
  }
  return known;
}

function exists(name) {
  try {
    read(name);
    return true;
  } catch {
    return false;
  }
}

function packed(name) {
  return gzipSync(read(name), { level: 9 }).length;
}

function read(name) {
  return readFileSync(join(dist, 'assets', name), 'utf8');
}

for (const [page, budget] of Object.entries(BUDGETS)) {
  const spent = { js: 0, css: 0, words: 0, all: 0 };
  for (const name of assetsOf(readFileSync(join(dist, page), 'utf8'))) {
    const kind = CATALOGUE.test(name) ? 'words' : name.split('.').at(-1);
    spent[kind] += ON_DEMAND.test(name) ? 0 : packed(name);
    spent.all += kind === 'js' ? packed(name) : 0;
  }
  for (const [kind, most] of Object.entries(budget)) {
    console.log(`${page} ${kind}: ${spent[kind]} of ${most} bytes (gzip)`);
    if (spent[kind] === 0 || spent[kind] > most) {
      process.exitCode = 1;
      console.error(`${page}: ${kind} is over its budget, or was not found`);
    }
  }
}

for (const name of readdirSync(join(dist, 'assets')).filter((file) => CATALOGUE.test(file))) {
  const size = packed(name);
  console.log(`catalogue ${name}: ${size} of ${CATALOGUE_BUDGET} bytes (gzip)`);
  if (size > CATALOGUE_BUDGET) {
    process.exitCode = 1;
    console.error(`${name}: the catalogue is over its budget`);
  }
}
