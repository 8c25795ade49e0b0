import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const STYLES = join(import.meta.dirname, '../styles');
const TOKENS = readFileSync(join(STYLES, 'tokens.css'), 'utf8');
const DOCUMENT = readFileSync(join(import.meta.dirname, '../../../docs/design.md'), 'utf8');

/** Text and its ground, and the least contrast between them. */
const PAIRS: readonly (readonly [text: string, ground: string, least: number])[] = [
  ...['text', 'muted', 'accent', 'error'].flatMap((text) =>
    ['surface', 'panel', 'raised'].map((ground) => [text, ground, 4.5] as const),
  ),
  ['on-accent', 'accent', 4.5],
  ['on-accent-soft', 'accent-soft', 4.5],
  ['on-late-soft', 'late-soft', 4.5],
  ['error', 'error-soft', 4.5],
  ['on-live', 'live', 4.5],
  ['on-late', 'late', 4.5],
  ['on-still', 'still', 4.5],
  ['field-line', 'surface', 3],
  ['field-line', 'panel', 3],
  ['focus', 'surface', 3],
];

/** The tokens of the block that begins with `selector`. */
function block(selector: string): ReadonlyMap<string, string> {
  const from = TOKENS.indexOf(`${selector} {`);
  const text = TOKENS.slice(from, TOKENS.indexOf('}', from));
  return new Map(
    [...text.matchAll(/--fl-([\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value]),
  );
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const light = block(':root');
const dark = block(':root:not([data-theme="light"])');

describe('the design tokens', () => {
  it('have the same values in a dark theme whether the device or the viewer chose it', () => {
    expect([...block(':root[data-theme="dark"]')]).toEqual([...dark]);
  });

  it.each([
    ['light', light],
    ['dark', new Map([...light, ...dark])],
  ] as const)('keep the contrast of what is read in the %s theme', (_, tokens) => {
    const low = PAIRS.map(([text, ground, least]) => {
      const ratio = contrast(tokens.get(text) ?? '', tokens.get(ground) ?? '');
      return ratio >= least ? '' : `${text} on ${ground}: ${ratio.toFixed(2)}`;
    });
    expect(low.filter((line) => line !== '')).toEqual([]);
  });

  it('are those that the document names', () => {
    const named = [...DOCUMENT.matchAll(/`--fl-([\w-]+)`/g)].map(([, name = '']) => name);
    expect(named.filter((name) => !light.has(name))).toEqual([]);
    expect(named.length).toBeGreaterThan(30);
  });

  it('are the only ones that style sheets use', () => {
    const sheets = ['base', 'layout', 'stage', 'chat', 'overlay', 'home'].map((name) =>
      readFileSync(join(STYLES, `${name}.css`), 'utf8'),
    );
    const own = /^(height|ratio|scale|x|y|hue)$/;
    const used = sheets.flatMap((sheet) =>
      [...sheet.matchAll(/var\(--fl-([\w-]+)/g)].map(([, name = '']) => name),
    );
    expect([...new Set(used)].filter((name) => !light.has(name) && !own.test(name))).toEqual([]);
  });
});
