import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cyclesOf, importsOf, readImports } from './import-graph';

const GRAPH = readImports(join(import.meta.dirname, '..'));

/** What each folder may import besides itself. The rule of a folder includes its subfolders. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  words: [],
  protocol: [],
  api: [],
  net: ['protocol'],
  media: ['protocol'],
  rtc: ['protocol', 'net', 'media'],
  engine: ['protocol', 'net', 'media', 'rtc'],
  uplink: ['protocol'],
  capture: [],
  publish: ['protocol', 'net', 'uplink', 'capture', 'engine'],
  chat: ['words', 'protocol', 'engine'],
  state: ['words', 'protocol', 'net', 'media', 'rtc', 'engine', 'chat'],
  embed: [],
  entry: ['words', 'api', 'net', 'engine', 'state'],
  ui: ['words', 'protocol', 'api', 'net', 'media', 'engine', 'chat', 'state', 'embed', 'entry'],
  admin: ['words', 'api', 'entry', 'state', 'chat', 'ui'],
  studio: ['words', 'api', 'entry', 'net', 'capture', 'publish', 'engine', 'state', 'ui'],
  rewind: ['words', 'api', 'engine', 'ui'],
  pages: ['words', 'embed', 'entry', 'ui', 'rewind', 'admin', 'studio'],
};

/** The same between the folders of one room. */
const ROOMS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  ui: { widget: [], player: ['widget'], chat: ['widget'], page: ['widget', 'player', 'chat'] },
  admin: {
    section: [],
    shell: ['section'],
    people: ['section'],
    chat: ['section', 'people'],
    cameras: ['section', 'links'],
    links: ['section'],
    health: ['section'],
    account: ['section', 'shell'],
  },
};

const folderOf = (module: string) => module.split('/')[0] ?? '';
const roomOf = (module: string) => (module.split('/').length > 2 ? module.split('/')[1] : undefined);

function edges(): readonly (readonly [from: string, to: string])[] {
  return [...GRAPH].flatMap(([from, targets]) => targets.map((to) => [from, to] as const));
}

describe('the modules', () => {
  it('import only modules that exist', () => {
    expect(edges().filter(([, to]) => !GRAPH.has(to))).toEqual([]);
  });

  it('import only what their layer may see', () => {
    const wrong = edges().filter(([from, to]) => {
      const [own, other] = [folderOf(from), folderOf(to)];
      return own !== other && MAY_IMPORT[own]?.includes(other) !== true;
    });
    expect(wrong).toEqual([]);
  });

  it('keep to their room inside a layer', () => {
    const wrong = edges().filter(([from, to]) => {
      const rooms = folderOf(from) === folderOf(to) ? ROOMS[folderOf(from)] : undefined;
      const [own, other] = [roomOf(from), roomOf(to)];
      return (
        rooms !== undefined &&
        own !== undefined &&
        own !== other &&
        rooms[own]?.includes(other ?? '') !== true
      );
    });
    expect(wrong).toEqual([]);
  });

  it('have no import cycle, types included', () => {
    expect(cyclesOf(GRAPH)).toEqual([]);
  });
});

describe('reading imports', () => {
  it('sees types, side effects, workers and lazy ones', () => {
    const text = `import type { A } from './a';
      import {
        b,
      } from '../media/b';
      import './c';
      import url from '../engine/worker.ts?worker&url';
      const d = import('./d');
      export * from './e';
      import { html } from 'lit';`;
    expect(importsOf('net/x.ts', text)).toEqual([
      'net/a.ts',
      'media/b.ts',
      'net/c.ts',
      'engine/worker.ts',
      'net/d.ts',
      'net/e.ts',
    ]);
  });

  it('finds a cycle through three modules, and none where two ways meet', () => {
    const graph = (text: string) =>
      new Map(text.split(' ').map((line) => [line[0] ?? '', [...line.slice(2)]]));
    expect(cyclesOf(graph('a>b b>c c>ad d>'))).toEqual([['a', 'b', 'c']]);
    expect(cyclesOf(graph('a>bc b>d c>d d>'))).toEqual([]);
    expect(cyclesOf(graph('a>a'))).toEqual([['a']]);
  });
});
