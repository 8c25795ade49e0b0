import { execFile, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { fakeCamera } from './fake-camera.ts';
import { GUARD_SECONDS } from './guards.ts';
import { eventually, freePort, Program, RELAY_JAR } from './processes.ts';
import { PublishPage } from './publish-page.ts';
import { newPublishKey } from './relay-api.ts';
import { expect, test } from './stack-test.ts';

const run = promisify(execFile);
const NGINX = '/usr/sbin/nginx';
const MODULE = '/usr/lib/nginx/modules/ngx_rtmp_module.so';

test.use({ launchOptions: fakeCamera() });
test.skip(!existsSync(MODULE), 'needs nginx with its module for RTMP (apt-get install libnginx-mod-rtmp)');

const relayArgs = (folder: string, tls: number, plain: number, rtmp: number): string[] => {
  const settings = {
    'http.port': tls,
    'http.plain_port': plain,
    'gateways.out.type': 'push',
    'gateways.out.camera': 'phone',
    'gateways.out.target': `rtmp://127.0.0.1:${rtmp}/app`,
    'gateways.out.key': 'streamkey',
    'gateways.out.networks': '127.0.0.0/8',
    'gateways.out.sound': 'aac',
  };
  const pairs = Object.entries(settings).flatMap(([name, value]) => ['--set', `${name}=${value}`]);
  return [RELAY_JAR, 'serve', '--state', join(folder, 'relay'), ...pairs];
};

function nginxConf(folder: string, port: number): string {
  return `load_module ${MODULE};
daemon off; master_process off; pid ${folder}/nginx.pid; error_log ${folder}/nginx.log;
events {}
rtmp { server { listen 127.0.0.1:${port}; application app { live on; wait_key on; } } }
`;
}

test('what a browser publishes arrives at another server as H.264 with AAC', async ({ person }) => {
  const folder = mkdtempSync(join(tmpdir(), 'fanlight-e2e-'));
  const [tls, plain, rtmp] = [await freePort(), await freePort(), await freePort()];
  writeFileSync(join(folder, 'nginx.conf'), nginxConf(folder, rtmp));
  const nginx = spawn(NGINX, ['-p', folder, '-c', join(folder, 'nginx.conf')], { stdio: 'ignore' });
  const relay = new Program(relayArgs(folder, tls, plain, rtmp));
  try {
    relay.start();
    await eventually(
      'the relay is ready',
      () => relay.output.includes('Ready on port') && existsSync(join(folder, 'relay/admin.json')),
      GUARD_SECONDS.start,
    );
    const key = await newPublishKey(join(folder, 'relay'), 'phone');
    const publish = await PublishPage.live(await person(), plain, key);
    // No person watches: the push alone keeps the camera awake.
    await publish.expectState('live');
    expect(await publish.text()).toContain('has no viewers');
    const { stdout } = await run(
      'ffprobe',
      [
        '-v',
        'error',
        '-show_entries',
        'stream=codec_name,width,height',
        '-of',
        'csv=p=0',
        `rtmp://127.0.0.1:${rtmp}/app/streamkey`,
      ],
      { timeout: GUARD_SECONDS.condition * 1000 },
    );
    expect(stdout.trim().split('\n').sort()).toEqual(['aac', 'h264,640,360']);
  } finally {
    await relay.stop();
    nginx.kill();
    rmSync(folder, { recursive: true, force: true });
  }
});
