/** WebSocket subprotocol of version 1. */
export const SUBPROTOCOL = 'fanlight.v1';

/** Largest control message, in bytes of UTF-8. */
export const MAX_CONTROL_BYTES = 8192;

/** Deepest nesting of a control message, the outer object counted. */
export const MAX_CONTROL_DEPTH = 16;

/** Largest media message, header and payload, in bytes. */
export const MAX_MEDIA_BYTES = 2 * 1024 * 1024;

/** Largest time or sequence of the wire that a JSON number carries exactly. */
export const MAX_TIME = Number.MAX_SAFE_INTEGER;

/** Largest unsigned 32-bit value: sequences and epochs wrap after it. */
export const MAX_U32 = 0xffff_ffff;

/** Longest chat text, in grapheme clusters. */
export const MAX_TEXT_GRAPHEMES = 500;

/** Longest chat text, in bytes of UTF-8. */
export const MAX_TEXT_BYTES = 2048;

/** Longest movement of one command to a head, in milliseconds. */
export const MAX_HEAD_MOVE_MS = 2000;

/** Most presets of a head in one message. */
export const MAX_PRESETS = 32;

/** Slowest slow mode of a chat, in seconds. */
export const MAX_SLOW_SECONDS = 300;

/** Longest and shortest timeout, in seconds; 0 lifts one. */
export const MAX_TIMEOUT_SECONDS = 86_400;
export const MIN_TIMEOUT_SECONDS = 10;
