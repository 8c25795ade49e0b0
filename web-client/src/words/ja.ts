export { EN as WORDS } from './en';
