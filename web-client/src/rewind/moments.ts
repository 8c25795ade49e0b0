import { dateFormat } from '../words/words';

/** The time of day of a moment, ms since 1970. */
export const timeOf = dateFormat({ timeStyle: 'medium' });

/** Day and time of a moment, ms since 1970. */
export const dayAndTimeOf = dateFormat({ dateStyle: 'medium', timeStyle: 'medium' });
