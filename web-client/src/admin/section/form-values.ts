/** The text of a form's field; empty when there is no such field. */
export function formText(form: HTMLFormElement, name: string): string {
  const value = new FormData(form).get(name);
  return typeof value === 'string' ? value : '';
}

/** Whether a form's check box is checked. */
export function formChecked(form: HTMLFormElement, name: string): boolean {
  return new FormData(form).has(name);
}

/** The number in a form's field; undefined when it is empty. */
export function formNumber(form: HTMLFormElement, name: string): number | undefined {
  const text = formText(form, name).trim();
  return text === '' ? undefined : Number(text);
}
