import { describe, expect, it } from 'vitest';
import { previewPath } from './preview';

function page(content: string | undefined): Pick<Document, 'querySelector'> {
  return { querySelector: () => (content === undefined ? null : { content }) as never };
}

describe('the last still of a camera', () => {
  it('is where the page says, on the origin of the page itself', () => {
    expect(previewPath(page('https://proxy.example/cam/c/front/preview.jpg'))).toBe(
      '/cam/c/front/preview.jpg',
    );
  });

  it('is nowhere when the page does not say so, or says nonsense', () => {
    expect(previewPath(page(undefined))).toBeUndefined();
    expect(previewPath(page('nowhere'))).toBeUndefined();
  });
});
