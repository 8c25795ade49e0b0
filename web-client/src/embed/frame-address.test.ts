import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FRAME_OPTIONS, frameAddresses } from './frame-address';

const at = (src: string, attributes: Record<string, string> = {}, controls = true) =>
  frameAddresses(src, 'https://www.example.org/page/', (name) => attributes[name] ?? null, controls);

describe('the frames for a camera', () => {
  it.each([
    'https://cam.example.org/w/front',
    'https://cam.example.org/w/front/',
    'https://cam.example.org/c/front',
    'https://cam.example.org/embed/front?muted=0',
    'https://cam.example.org/w/front#SECRET',
  ])('%s', (src) => {
    expect(at(src)).toEqual({
      video: 'https://cam.example.org/embed/front',
      chat: 'https://cam.example.org/embed/front/chat',
    });
  });

  it('keeps the path of a relay behind a proxy, and the name of a camera as it is written', () => {
    expect(at('https://example.org/cams/w/front%20door')?.video).toBe(
      'https://example.org/cams/embed/front%20door',
    );
  });

  it('asks for what the attributes say', () => {
    expect(
      at('https://cam.example.org/w/front', { muted: '', latency: 'low', onclick: 'x' }, false)?.video,
    ).toBe('https://cam.example.org/embed/front?controls=0&latency=low&muted=1');
    expect(at('https://cam.example.org/w/front', { lang: 'de' })?.chat).toBe(
      'https://cam.example.org/embed/front/chat?lang=de',
    );
  });

  it.each([
    '',
    'front',
    'javascript:alert(1)',
    'https://cam.example.org/',
    'https://cam.example.org/w/',
    'http://[',
  ])('“%s” is no camera', (src) => {
    expect(at(src)).toBeUndefined();
  });
});

describe('the documented options', () => {
  const table = readFileSync(join(import.meta.dirname, '../../../docs/embed.md'), 'utf8');

  it.each([...FRAME_OPTIONS, 'controls', 'chat', 'kiosk'])('name %s', (name) => {
    expect(table).toContain(`\n| \`${name}\` |`);
  });
});
