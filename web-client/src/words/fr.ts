import type { Words } from './en';
import { pages } from './fr/pages';
import { recordings } from './fr/recordings';
import { video } from './fr/video';

export const WORDS: Words = { ...video, ...pages, ...recordings };
