import type { Words } from './en';
import { pages } from './es/pages';
import { video } from './es/video';

export const WORDS: Words = { ...video, ...pages };
