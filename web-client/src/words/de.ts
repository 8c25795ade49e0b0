import { pages } from './de/pages';
import { recordings } from './de/recordings';
import { video } from './de/video';
import type { Words } from './en';

export const WORDS: Words = { ...video, ...pages, ...recordings };
