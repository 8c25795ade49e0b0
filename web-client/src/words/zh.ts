import type { Words } from './en';
import { pages } from './zh/pages';
import { recordings } from './zh/recordings';
import { video } from './zh/video';

export const WORDS: Words = { ...video, ...pages, ...recordings };
