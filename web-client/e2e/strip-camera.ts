import type { BrowserContext } from '@playwright/test';

/**
 * Replaces the camera of the pages of `context` by a canvas that carries the strip of `TestStrip.java`: number and time of each frame,
 * and texture that moves below it.
 */
export async function useStripCamera(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const [width, height, columns, fps] = [1280, 720, 32, 25];
    const crc8 = (bytes: Uint8Array): number => {
      let crc = 0;
      for (const byte of bytes) {
        crc ^= byte;
        for (let bit = 0; bit < 8; bit++) crc = crc & 0x80 ? ((crc << 1) ^ 0x07) & 0xff : (crc << 1) & 0xff;
      }
      return crc;
    };
    const stripOf = (number: number, atMs: number): Uint8Array => {
      const bytes = new Uint8Array(12);
      const view = new DataView(bytes.buffer);
      bytes[0] = 0xa5;
      view.setUint32(1, number);
      view.setUint16(5, Math.floor(atMs / 2 ** 32));
      view.setUint32(7, atMs % 2 ** 32);
      bytes[11] = crc8(bytes.subarray(0, 11));
      return bytes;
    };
    const strip = (): MediaStreamTrack => {
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [width, height];
      const pen = canvas.getContext('2d');
      let number = 0;
      const draw = (): void => {
        if (pen === null) return;
        pen.fillStyle = '#336699';
        pen.fillRect(0, 0, width, height);
        for (let i = 0; i < 60; i++) {
          pen.fillStyle = `hsl(${(i * 37) % 360} 60% 50%)`;
          pen.fillRect(
            (i * 97 + number * 11) % width,
            100 + ((i * 53 + number * 3) % (height - 140)),
            40,
            40,
          );
        }
        const bytes = stripOf(number++, Math.round(performance.timeOrigin + performance.now()));
        for (let bit = 0; bit < 96; bit++) {
          const lit = ((bytes[bit >> 3] ?? 0) & (0x80 >> (bit & 7))) !== 0;
          pen.fillStyle = lit ? '#fff' : '#000';
          const [x, y] = [(bit % columns) * (width / columns), Math.floor(bit / columns) * (height / 24)];
          pen.fillRect(x, y, width / columns, height / 24);
        }
      };
      draw();
      setInterval(draw, 1000 / fps);
      const [track] = canvas.captureStream(fps).getVideoTracks();
      if (track === undefined) throw new Error('no track');
      return track;
    };
    const real = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    navigator.mediaDevices.getUserMedia = async (wanted) => {
      const sound = wanted?.audio ? (await real({ audio: true })).getAudioTracks() : [];
      return new MediaStream(wanted?.video ? [strip(), ...sound] : sound);
    };
  });
}
