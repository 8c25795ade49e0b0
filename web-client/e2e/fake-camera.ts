import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const WIDTH = 640;
const HEIGHT = 360;
const FRAMES = 25;
const FPS = 25;

/** Launch options of a Chromium whose camera plays a moving pattern over and over, and whose microphone beeps. */
export function fakeCamera(): { executablePath: string; args: string[] } {
  return {
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--autoplay-policy=no-user-gesture-required',
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-video-capture=${patternFile()}`,
    ],
  };
}

/** A file in YUV4MPEG2 with texture that moves, so that it costs an encoder something. */
function patternFile(): string {
  const path = join(mkdtempSync(join(tmpdir(), 'fanlight-e2e-')), 'pattern.y4m');
  const parts: Uint8Array[] = [bytes(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F${FPS}:1 Ip A1:1 C420jpeg\n`)];
  for (let frame = 0; frame < FRAMES; frame++) {
    parts.push(bytes('FRAME\n'), luma(frame), new Uint8Array((WIDTH * HEIGHT) / 2).fill(110 + frame));
  }
  writeFileSync(path, Buffer.concat(parts));
  return path;
}

function luma(frame: number): Uint8Array {
  const plane = new Uint8Array(WIDTH * HEIGHT);
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++) {
      const moved = x + frame * 8;
      plane[y * WIDTH + x] = 40 + (((moved * moved + y * 31) >> 5) % 160);
    }
  }
  return plane;
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
