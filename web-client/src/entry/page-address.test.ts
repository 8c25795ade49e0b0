import { describe, expect, it } from 'vitest';
import { addressAfter, camerasInGrid, pagePart, readAddress } from './page-address';

describe('the address of a watch page', () => {
  it('keeps the key out of everything but the first message', () => {
    const address = readAddress(new URL('https://cam.example/w/front?mode=mse#secret'));
    expect(address).toEqual({
      camera: 'front',
      key: 'secret',
      mode: 'mse',
      whepUrl: 'https://cam.example/c/front/whep',
      socketUrl: 'wss://cam.example/ws/v1/view',
    });
  });

  it('may have no key: then a session or the camera itself lets people in', () => {
    expect(readAddress(new URL('https://cam.example/w/front'))?.key).toBeUndefined();
  });

  it('may be below a path prefix, which its socket and its new name are below, too', () => {
    const url = new URL('https://cam.example/cam/w/front?mode=mse#secret');
    expect(readAddress(url, '/cam/')).toMatchObject({
      camera: 'front',
      key: 'secret',
      socketUrl: 'wss://cam.example/cam/ws/v1/view',
    });
    expect(addressAfter(url, 'back-yard', '/cam/')).toBe('/cam/w/back-yard?mode=mse');
    expect(readAddress(new URL('https://cam.example/w/front'), '/cam/')).toBeUndefined();
  });

  it('is no watch link without a camera', () => {
    expect(readAddress(new URL('https://cam.example/#secret'))).toBeUndefined();
  });

  it('leaves the key out once it is traded, and follows a camera to its new name', () => {
    const url = new URL('https://cam.example/w/front?mode=mse#secret');
    expect(addressAfter(url, 'back-yard')).toBe('/w/back-yard?mode=mse');
  });

  it('keeps an unlisted address, which has no name', () => {
    const url = new URL(`https://cam.example/w/${'a2'.repeat(13)}`);
    expect(addressAfter(url, 'front')).toBe(`/w/${'a2'.repeat(13)}`);
  });
});

describe('a part of a watch page', () => {
  const part = (path: string) => pagePart(new URL(path, 'https://cam.example'));

  it('is the video or the chat alone for a frame, the video on a screen that no one operates, else all', () => {
    expect(
      ['/w/front', '/w/front?kiosk', '/embed/front', '/embed/front/', '/embed/front/chat'].map(part),
    ).toEqual(['all', 'kiosk', 'video', 'video', 'chat']);
  });

  it('is of the same camera, and keeps its address', () => {
    const url = new URL('https://cam.example/embed/front/chat#secret');
    expect(readAddress(url)).toMatchObject({ camera: 'front', key: 'secret' });
    expect(addressAfter(url, 'back-yard')).toBe('/embed/front/chat');
  });
});

describe('the address of a grid', () => {
  it('names its cameras, each once and sixteen at most', () => {
    expect(camerasInGrid('/g/front,yard,front')).toEqual(['front', 'yard']);
    expect(camerasInGrid('/g/front%2Cyard/')).toEqual(['front', 'yard']);
    expect(camerasInGrid(`/g/${Array.from({ length: 30 }, (_, i) => `c${i}`).join(',')}`)).toHaveLength(16);
    expect([camerasInGrid('/w/front'), camerasInGrid('/g/')]).toEqual([undefined, undefined]);
  });
});
