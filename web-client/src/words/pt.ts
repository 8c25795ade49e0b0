import type { Words } from './en';
import { pages } from './pt/pages';
import { recordings } from './pt/recordings';
import { video } from './pt/video';

export const WORDS: Words = { ...video, ...pages, ...recordings };
