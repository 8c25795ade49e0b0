import type { Words } from './en';
import { pages } from './ja/pages';
import { recordings } from './ja/recordings';
import { video } from './ja/video';

export const WORDS: Words = { ...video, ...pages, ...recordings };
