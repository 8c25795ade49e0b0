import type { Words } from './en';
import { pages } from './es/pages';
import { recordings } from './es/recordings';
import { video } from './es/video';

export const WORDS: Words = { ...video, ...pages, ...recordings };
