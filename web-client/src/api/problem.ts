import type { components } from './schema';

type Codes = components['schemas']['Problem']['code'];

/** Why a request failed: a code of the contract, or `unreachable` when there was no answer that could be read. */
export type ProblemCode = Codes | 'unreachable';

/** A request that was refused or got no answer; `message` is a sentence for people. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly code: ProblemCode;
  /** Member of the request that is wrong, if it is one. */
  readonly field: string | undefined;
  /** How long to wait before the next try, in milliseconds; 0 if unknown. */
  readonly retryAfterMs: number;

  constructor(code: ProblemCode, sentence: string, more: { field?: string; retryAfterMs?: number } = {}) {
    super(sentence);
    this.code = code;
    this.field = more.field;
    this.retryAfterMs = more.retryAfterMs ?? 0;
  }
}

/** The problem for a request without a readable answer. */
export function unreachable(): ApiProblem {
  return new ApiProblem('unreachable', 'The relay is not responding. Check your connection.');
}

/** Reads problem details (RFC 9457); any other body becomes the code of its status. */
export function problemOf(status: number, body: unknown): ApiProblem {
  if (typeof body !== 'object' || body === null || !('code' in body) || !('title' in body)) {
    return new ApiProblem(codeOf(status), `The relay answered with ${status}.`);
  }
  const { code, title, field, retry_after_ms } = body as components['schemas']['Problem'];
  return new ApiProblem(code, String(title), {
    ...(typeof field === 'string' && { field }),
    ...(typeof retry_after_ms === 'number' && { retryAfterMs: retry_after_ms }),
  });
}

function codeOf(status: number): ProblemCode {
  switch (status) {
    case 404:
      return 'not_found';
    case 429:
      return 'too_many_requests';
    default:
      return status >= 500 ? 'unreachable' : 'bad_request';
  }
}
