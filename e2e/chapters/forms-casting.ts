import { expect } from 'vitest';
import type { Person } from '../person.ts';

/** Whoever casts for a household says that it was talked over. */
type How = { isShared?: boolean };

/** The button at the foot that says what is still wrong, and cannot be pressed. */
export const lacks = async (person: Person, words: string): Promise<void> => {
  const foot = person.button(words);
  await foot.waitFor();
  expect(await foot.getAttribute('aria-disabled')).toBe('true');
};

/** Reads the ballot back, goes back once, and casts it with an impatient finger; the receipt as it stands on the page afterwards. */
export const castsCarefully = async (
  person: Person,
  button: string,
  readBack: readonly string[],
  how: How = {},
): Promise<string> => {
  await person.button(`投 ${button}`).tap();
  const sheet = person.page.getByRole('dialog', { name: '请核对您的选票' });
  for (const line of readBack) await sheet.getByText(line, { exact: true }).waitFor();
  await person.button('不对，回去改').tap();
  await sheet.waitFor({ state: 'hidden' });
  return casts(person, button, how);
};

/** Two taps on the last button are one ballot. */
export const casts = async (person: Person, button: string, { isShared = false }: How = {}): Promise<string> => {
  await person.button(`投 ${button}`).tap();
  if (isShared) {
    await lacks(person, '请先勾选已经商量好');
    await person.role('checkbox', '已经和共有人（家人）商量好，由我来投').tap();
  }
  const confirm = person.button(`确认投 ${button}`);
  await confirm.waitFor();
  await confirm.evaluate((element: { click: () => void }) => {
    element.click();
    element.click();
  });
  await person.see('您的选票已经投出');
  const code = await person.page
    .getByRole('dialog', { name: '回执' })
    .getByText(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){2}$/)
    .textContent();
  await person.button('知道了').tap();
  await person.see(code ?? '');
  return code ?? '';
};
