import { describe, expect, it } from 'vitest';
import { ApiClient } from './api-client';
import { ApiProblem } from './problem';

interface ModerationRequest {
  readonly url: string;
  readonly init: RequestInit;
}

/** A client whose relay always answers with `response`, and what it was asked. */
function clientOf(response: () => Response | Promise<Response>) {
  const asked: ModerationRequest[] = [];
  const client = new ApiClient(async (url, init) => {
    asked.push({ url: String(url), init: init ?? {} });
    return response();
  });
  return { client, asked };
}

const json = (body: unknown, status = 200, type = 'application/json') =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': type } });

describe('the API client', () => {
  it('fills in the path, the query and the body, and says that it is a page of ours', async () => {
    const { client, asked } = clientOf(() => json([]));
    await client.call('get', '/links', { query: { camera: 'front' } });
    await client.call('put', '/cameras/{camera}/people/{person}/timeout', {
      path: { camera: 'front', person: 'a/b' },
      body: { seconds: 60 },
    });
    expect(asked.map((one) => one.url)).toEqual([
      '/api/v1/links?camera=front',
      '/api/v1/cameras/front/people/a%2Fb/timeout',
    ]);
    expect(asked[1]?.init).toMatchObject({
      method: 'PUT',
      headers: { 'X-Fanlight': '1', 'Content-Type': 'application/json' },
      body: '{"seconds":60}',
      credentials: 'same-origin',
    });
  });

  it('gives the body of a success, and nothing where there is none', async () => {
    const owner = clientOf(() => json({ signed_in: true }));
    expect(await owner.client.call('get', '/owner')).toEqual({ signed_in: true });
    const empty = clientOf(() => new Response(null, { status: 204 }));
    expect(await empty.client.call('delete', '/session')).toBeUndefined();
  });

  it('turns a problem into its code, its sentence and its wait', async () => {
    const problem = {
      title: 'Not that one.',
      status: 429,
      code: 'too_many_requests',
      retry_after_ms: 4000,
    };
    const { client } = clientOf(() => json(problem, 429, 'application/problem+json'));
    const caught = await client
      .call('post', '/owner/session', { body: { password: 'x' } })
      .catch((e: unknown) => e);
    expect(caught).toBeInstanceOf(ApiProblem);
    expect(caught).toMatchObject({
      code: 'too_many_requests',
      message: 'Not that one.',
      retryAfterMs: 4000,
    });
  });

  it.each([
    ['no network', () => Promise.reject(new TypeError('failed')), 'unreachable'],
    [
      'a broken body',
      () => new Response('{', { headers: { 'content-type': 'application/json' } }),
      'unreachable',
    ],
    ['a proxy that is not ours', () => new Response('<h1>Bad gateway</h1>', { status: 502 }), 'unreachable'],
    ['a 404 of another server', () => new Response('nothing', { status: 404 }), 'foreign'],
    ['a 403 of another server', () => new Response('', { status: 403 }), 'foreign'],
    ['JSON that is no problem', () => json(['x'], 400), 'foreign'],
  ] as const)('never throws anything but a problem: %s', async (_, response, code) => {
    const caught = await clientOf(response)
      .client.call('get', '/owner')
      .catch((e: unknown) => e);
    expect(caught).toBeInstanceOf(ApiProblem);
    expect(caught).toMatchObject({ code });
  });
});
