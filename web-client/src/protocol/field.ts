import { ProtocolError } from './error';
import { MAX_TIME, MAX_U32 } from './limits';

/** Reads one member of a JSON object and throws {@link ProtocolError} when it does not have the expected form. */
export type Field<T> = (value: unknown, name: string) => T;

/** A reader for each member of `T`. */
export type Fields<T> = { readonly [K in keyof T]: Field<T[K]> };

const fail = (name: string, wanted: string): never => {
  throw new ProtocolError(`${name} is not ${wanted}`);
};

/** Any string. */
export const text: Field<string> = (value, name) =>
  typeof value === 'string' ? value : fail(name, 'a string');

/** True or false. */
export const flag: Field<boolean> = (value, name) =>
  typeof value === 'boolean' ? value : fail(name, 'true or false');

/** A string of `form`, described as `wanted` in errors. */
export const textLike =
  (form: RegExp, wanted: string): Field<string> =>
  (value, name) =>
    typeof value === 'string' && form.test(value) ? value : fail(name, wanted);

/** A whole number from `least` to `most`, both included. */
export const integer =
  (least: number, most: number): Field<number> =>
  (value, name) =>
    typeof value === 'number' && Number.isSafeInteger(value) && value >= least && value <= most
      ? value
      : fail(name, `a whole number from ${least} to ${most}`);

/** Microseconds or another count that fits a JSON number exactly. */
export const time = integer(0, MAX_TIME);

/** An unsigned 32-bit number. */
export const u32 = integer(0, MAX_U32);

/** A track id. */
export const trackId = integer(0, 255);

/** A number above zero, such as a frame rate. */
export const positive: Field<number> = (value, name) =>
  typeof value === 'number' && Number.isFinite(value) && value > 0 ? value : fail(name, 'a number above 0');

/** What `first` reads, or else what `second` reads. */
export const either =
  <T>(first: Field<T>, second: Field<T>): Field<T> =>
  (value, name) => {
    try {
      return first(value, name);
    } catch {
      return second(value, name);
    }
  };

/** One of the strings of `choices`. */
export const oneOf =
  <T extends string>(...choices: readonly T[]): Field<T> =>
  (value, name) =>
    choices.find((choice) => choice === value) ?? fail(name, `one of ${choices.join(', ')}`);

/** One of the numbers of `choices`. */
export const wholeOf =
  <T extends number>(...choices: readonly T[]): Field<T> =>
  (value, name) =>
    choices.find((choice) => choice === value) ?? fail(name, `one of ${choices.join(', ')}`);

/** A list of `least` to `most` items. */
export const listOf =
  <T>(item: Field<T>, least: number, most: number): Field<readonly T[]> =>
  (value, name) =>
    Array.isArray(value) && value.length >= least && value.length <= most
      ? value.map((entry, index) => item(entry, `${name}[${index}]`))
      : fail(name, `a list of ${least} to ${most}`);

/** An object with all `required` members and any of the `optional` ones; unknown members are dropped. */
export const objectOf =
  <R extends object, O extends object = object>(
    required: Fields<R>,
    optional: Fields<O> = {} as Fields<O>,
  ): Field<R & Partial<O>> =>
  (value, name) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      return fail(name, 'an object');
    }
    const members = value as Record<string, unknown>;
    const result: Record<string, unknown> = {};
    for (const [member, field] of Object.entries<Field<unknown>>(required)) {
      result[member] = Object.hasOwn(members, member)
        ? field(members[member], member)
        : fail(member, 'there');
    }
    for (const [member, field] of Object.entries<Field<unknown>>(optional)) {
      if (Object.hasOwn(members, member)) {
        result[member] = field(members[member], member);
      }
    }
    return result as R & Partial<O>;
  };
