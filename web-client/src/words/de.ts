import { pages } from './de/pages';
import { video } from './de/video';
import type { Words } from './en';

export const WORDS: Words = { ...video, ...pages };
