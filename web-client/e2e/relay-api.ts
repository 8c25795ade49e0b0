import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Calls the API of the relay with this state folder, as its command line does. */
export async function callRelay(
  state: string,
  method: string,
  path: string,
  body?: object,
): Promise<unknown> {
  const { port, token } = JSON.parse(readFileSync(join(state, 'admin.json'), 'utf8')) as {
    port: number;
    token: string;
  };
  const answer = await fetch(`http://127.0.0.1:${port}/api/v1${path}`, {
    method,
    headers: { Authorization: `Bearer ${token}`, 'X-Fanlight': '1', 'Content-Type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return answer.status === 204 ? undefined : answer.json();
}

/** Makes a camera with a publish key, as the relay’s owner does. */
export async function newPublishKey(state: string, camera: string): Promise<string> {
  await callRelay(state, 'POST', '/cameras', { camera, host: 'localhost' });
  return ((await callRelay(state, 'POST', `/cameras/${camera}/publish-keys`, {})) as { key: string }).key;
}
