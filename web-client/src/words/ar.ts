import { pages } from './ar/pages';
import { recordings } from './ar/recordings';
import { video } from './ar/video';
import type { Words } from './en';

export const WORDS: Words = { ...video, ...pages, ...recordings };
