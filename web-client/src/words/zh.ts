import type { Words } from './en';
import { pages } from './zh/pages';
import { video } from './zh/video';

export const WORDS: Words = { ...video, ...pages };
