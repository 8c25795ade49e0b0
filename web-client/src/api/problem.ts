import type { components } from './schema';

type Codes = components['schemas']['Problem']['code'];

/**
 * Why a request failed: a code of the contract, `unreachable` when there was no answer that could be read, or `foreign` when something
 * else than a relay answered, such as a proxy that knows no such address.
 */
export type ProblemCode = Codes | 'unreachable' | 'foreign';

/** A request that was refused or got no answer; `message` is a sentence for people. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly code: ProblemCode;
  /** Member of the request that is wrong, if it is one. */
  readonly field: string | undefined;
  /** How long to wait before the next try, in milliseconds; 0 if unknown. */
  readonly retryAfterMs: number;
  /** By what the log of the relay names the request, if it says so. */
  readonly request: string | undefined;

  constructor(
    code: ProblemCode,
    sentence: string,
    more: { field?: string; retryAfterMs?: number; request?: string } = {},
  ) {
    super(sentence);
    this.code = code;
    this.field = more.field;
    this.retryAfterMs = more.retryAfterMs ?? 0;
    this.request = more.request;
  }
}

/** The problem for a request without a readable answer. */
export function unreachable(): ApiProblem {
  return new ApiProblem('unreachable', 'The server is not responding. Check your connection.');
}

/** The problem for an answer that is none of a relay's: everything a relay refuses has problem details. */
export function foreign(status: number): ApiProblem {
  return status >= 500
    ? unreachable()
    : new ApiProblem(
        'foreign',
        `Something between this page and the server answered in its place (status ${status}): a proxy that does not pass this address on.`,
      );
}

/** Whether a body is problem details (RFC 9457) of a relay. */
export function isProblem(body: unknown): body is components['schemas']['Problem'] {
  return typeof body === 'object' && body !== null && 'code' in body && 'title' in body;
}

/** Reads problem details; the sentence names the request where the log says more about it. */
export function problemOf({
  code,
  title,
  field,
  retry_after_ms,
  request,
}: components['schemas']['Problem']): ApiProblem {
  return new ApiProblem(
    code,
    code === 'internal_error' && request ? `${title} (request ${request})` : String(title),
    {
      ...(typeof field === 'string' && { field }),
      ...(typeof retry_after_ms === 'number' && { retryAfterMs: retry_after_ms }),
      ...(typeof request === 'string' && { request }),
    },
  );
}
