import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canWrap, initSegment, mediaSegment } from './fmp4';

interface Box {
  readonly type: string;
  readonly body: Uint8Array;
}

const CONTAINERS = new Set(['moov', 'trak', 'mdia', 'minf', 'dinf', 'stbl', 'mvex', 'moof', 'traf']);

function boxesOf(bytes: Uint8Array): Box[] {
  const boxes: Box[] = [];
  let at = 0;
  while (at < bytes.length) {
    const size = new DataView(bytes.buffer, bytes.byteOffset + at).getUint32(0);
    expect(size).toBeGreaterThanOrEqual(8);
    expect(at + size).toBeLessThanOrEqual(bytes.length);
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    const body = bytes.subarray(at + 8, at + size);
    boxes.push({ type, body }, ...(CONTAINERS.has(type) ? boxesOf(body) : []));
    at += size;
  }
  return boxes;
}

const viewOf = (boxes: readonly Box[], type: string) => {
  const body = boxes.find((box) => box.type === type)?.body ?? new Uint8Array();
  return new DataView(body.buffer, body.byteOffset, body.byteLength);
};

describe('writing fMP4', () => {
  it('nests all boxes of an init segment', () => {
    const avcC = Uint8Array.of(1, 0x42, 0xc0, 0x1f, 0xff);
    const boxes = boxesOf(initSegment({ codec: 'avc1.42C01F', width: 1280, height: 720, config: avcC }));
    expect(boxes.map((box) => box.type).join(' ')).toBe(
      'ftyp moov mvhd trak tkhd mdia mdhd hdlr minf vmhd dinf dref stbl stsd stts stsc stsz stco mvex trex',
    );
    const description = boxes.find((box) => box.type === 'stsd')?.body.subarray(8) ?? new Uint8Array();
    const entry = boxesOf(description)[0]?.body ?? new Uint8Array();
    expect(new DataView(entry.buffer, entry.byteOffset).getUint32(24)).toBe((1280 << 16) + 720);
    expect(boxesOf(entry.subarray(78))).toEqual([{ type: 'avcC', body: avcC }]);
  });

  it.each([
    ['avc3.42C01F', 'avcC'],
    ['hvc1.1.6.L93.B0', 'hvcC'],
    ['av01.0.04M.08', 'av1C'],
  ])('names the sample entry of %s', (codec, configBox) => {
    expect(canWrap(codec)).toBe(true);
    const init = initSegment({ codec, width: 64, height: 64, config: Uint8Array.of(1) });
    const [entry] = boxesOf(
      boxesOf(init)
        .find((box) => box.type === 'stsd')
        ?.body.subarray(8) ?? init,
    );
    expect(entry?.type).toBe(codec.slice(0, 4));
    expect(boxesOf(entry?.body.subarray(78) ?? init)[0]?.type).toBe(configBox);
  });

  it('says how wide samples are and by how much a frame is turned', () => {
    const video = { codec: 'avc1.42C01F', width: 720, height: 576, config: Uint8Array.of(1) };
    const boxes = boxesOf(initSegment({ ...video, sar: [64, 45], rotation: 90 }));
    const header = viewOf(boxes, 'tkhd');
    const fields = (from: number, count: number) =>
      Array.from({ length: count }, (_, index) => header.getInt32(from + 4 * index) / 0x10000);
    expect(fields(40, 9)).toEqual([0, 1, 0, -1, 0, 0, 576, 0, 0x4000]);
    expect(fields(76, 2)).toEqual([1024, 576]);
    const entry = boxesOf(boxes.find((box) => box.type === 'stsd')?.body.subarray(8) ?? new Uint8Array())[0];
    expect(new DataView(entry?.body.buffer ?? new ArrayBuffer(0), entry?.body.byteOffset).getUint32(24)).toBe(
      (720 << 16) + 576,
    );
    const [, aspect] = boxesOf(entry?.body.subarray(78) ?? new Uint8Array());
    expect(aspect).toEqual({ type: 'pasp', body: Uint8Array.of(0, 0, 0, 64, 0, 0, 0, 45) });
  });

  it('wraps no codec it has no sample entry for', () => {
    expect(['vp09.00.10.08', 'opus', '', 'constructor'].map(canWrap)).not.toContain(true);
  });

  it('writes times, sizes and the way to the payload of any access unit', () => {
    const sample = fc.record({
      decodeTime: fc.nat(Number.MAX_SAFE_INTEGER),
      duration: fc.nat(1_000_000),
      compositionOffset: fc.integer({ min: -500_000, max: 500_000 }),
      key: fc.boolean(),
      payload: fc.uint8Array({ maxLength: 200 }).map((bytes) => Uint8Array.from(bytes)),
    });
    fc.assert(
      fc.property(fc.nat(0xffff_ffff), sample, (number, unit) => {
        const segment = mediaSegment(number, unit);
        const boxes = boxesOf(segment);
        expect(boxes.map((box) => box.type)).toEqual([
          'moof',
          'mfhd',
          'traf',
          'tfhd',
          'tfdt',
          'trun',
          'mdat',
        ]);
        expect(viewOf(boxes, 'mfhd').getUint32(4)).toBe(number);
        expect(Number(viewOf(boxes, 'tfdt').getBigUint64(4))).toBe(unit.decodeTime);
        const run = viewOf(boxes, 'trun');
        expect(run.getUint32(12)).toBe(unit.duration);
        expect(run.getUint32(16)).toBe(unit.payload.length);
        expect(run.getUint32(20)).toBe(unit.key ? 0x0200_0000 : 0x0101_0000);
        expect(run.getInt32(24)).toBe(unit.compositionOffset);
        expect(segment.subarray(run.getUint32(8))).toEqual(unit.payload);
      }),
    );
  });
});
