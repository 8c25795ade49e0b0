import { ApiProblem, foreign, isProblem, problemOf, unreachable } from './problem';
import type { paths } from './schema';
import { SITE_ROOT } from './site-root';

const BASE = `${SITE_ROOT}api/v1`;
const TIMEOUT_MS = 15_000;

type Success = 200 | 201 | 202 | 204;

/** A method of the contract. */
export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** The paths that know method `M`. */
export type PathOf<M extends Method> = {
  [P in keyof paths]: paths[P] extends Record<M, object> ? P : never;
}[keyof paths];

type Operation<M extends Method, P extends PathOf<M>> = paths[P] extends Record<M, infer O> ? O : never;

type JsonOf<R> = R extends { content: { 'application/json': infer T } } ? T : undefined;

/** What a request gets when it succeeds; undefined where the answer has no body. */
export type Answer<M extends Method, P extends PathOf<M>> =
  Operation<M, P> extends { responses: infer R } ? JsonOf<R[Extract<keyof R, Success>]> : never;

type PathParameters<O> = O extends { parameters: { path: infer T extends object } } ? { path: T } : object;
type Query<O> = O extends { parameters: { query?: infer T } }
  ? [T] extends [undefined]
    ? object
    : { query?: NonNullable<T> }
  : object;
type Body<O> = O extends { requestBody: { content: { 'application/json': infer T } } }
  ? { body: T }
  : O extends { requestBody?: { content: { 'application/json': infer T } } }
    ? { body?: T }
    : object;

/** The arguments of a request. */
export type RequestOf<M extends Method, P extends PathOf<M>> = PathParameters<Operation<M, P>> &
  Query<Operation<M, P>> &
  Body<Operation<M, P>>;

type Arguments<W> = object extends W ? [request?: W] : [request: W];

interface AnyRequest {
  readonly path?: Readonly<Record<string, string | number>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
}

/** Client of the relay's API as its contract defines it: same origin, JSON both ways. */
export class ApiClient {
  readonly #fetch: typeof fetch;

  constructor(fetcher: typeof fetch) {
    this.#fetch = fetcher;
  }

  /**
   * Asks once.
   *
   * @throws ApiProblem for every failure, and nothing else
   */
  async call<M extends Method, P extends PathOf<M>>(
    method: M,
    path: P,
    ...[request]: Arguments<RequestOf<M, P>>
  ): Promise<Answer<M, P>> {
    const { path: names = {}, query = {}, body } = (request ?? {}) as AnyRequest;
    const response = await this.#ask(method, BASE + filled(path, names) + queryOf(query), body);
    const answer: unknown = await bodyOf(response);
    if (!response.ok) {
      throw isProblem(answer) ? problemOf(answer) : foreign(response.status);
    }
    return answer as Answer<M, P>;
  }

  async #ask(method: Method, url: string, body: unknown): Promise<Response> {
    try {
      return await this.#fetch(url, {
        method: method.toUpperCase(),
        headers: { 'X-Fanlight': '1', ...(body !== undefined && { 'Content-Type': 'application/json' }) },
        credentials: 'same-origin',
        cache: 'no-store',
        redirect: 'error',
        signal: AbortSignal.timeout(TIMEOUT_MS),
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
    } catch {
      throw unreachable();
    }
  }
}

/** The problem that was caught around a call; other errors are rethrown. */
export function asProblem(caught: unknown): ApiProblem {
  if (caught instanceof ApiProblem) {
    return caught;
  }
  throw caught;
}

async function bodyOf(response: Response): Promise<unknown> {
  const isJson = /^application\/(problem\+)?json\b/.test(response.headers.get('content-type') ?? '');
  try {
    return isJson ? await response.json() : undefined;
  } catch {
    throw unreachable();
  }
}

function filled(path: string, names: Readonly<Record<string, string | number>>): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(names[name])));
}

function queryOf(query: Readonly<Record<string, unknown>>): string {
  const pairs = Object.entries(query).filter(([, value]) => value !== undefined);
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs.map(([k, v]) => [k, String(v)]))}`;
}
