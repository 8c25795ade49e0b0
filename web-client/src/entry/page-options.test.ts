import { describe, expect, it } from 'vitest';
import { readOptions } from './page-options';

describe('the query of a watch page', () => {
  it('leaves all to what the browser remembers when it is empty', () => {
    expect(readOptions('')).toEqual({
      muted: undefined,
      autoplay: true,
      controls: true,
      chat: undefined,
      background: false,
      preferences: {},
      theme: undefined,
    });
  });

  it.each([
    ['?muted', { muted: true }],
    ['?muted=1', { muted: true }],
    ['?muted=0', { muted: false }],
    ['?muted=false&autoplay=false', { muted: false, autoplay: false }],
    ['?controls=0&chat=off', { controls: false, chat: 'off' }],
    ['?chat=0', { chat: false }],
    ['?chat=true&background', { chat: true, background: true }],
    ['?latency=balanced&quality=low', { preferences: { latency: 'normal', quality: 'low' } }],
    ['?latency=smooth&theme=dark', { preferences: { latency: 'smooth' }, theme: 'dark' }],
  ])('%s is understood', (search, expected) => {
    expect(readOptions(search)).toMatchObject(expected);
  });

  it.each([
    '?muted=maybe',
    '?latency=constructor',
    '?quality=4k',
    '?theme=toString',
    '?chat=no',
    '?other=1',
  ])('%s is as if it were not there', (search) => {
    expect(readOptions(search)).toEqual(readOptions(''));
  });
});
