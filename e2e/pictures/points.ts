import { shoot } from './camera.ts';
import type { Studio } from './studio.ts';

/** Points as the guide tells of them: one's own book, the staff's desk, and the book that everyone reads. */
export const pointsPictures = async ({ play, here }: Studio): Promise<void> => {
  let code = '';
  await play('李阿姨', async (person) => {
    await person.goTo('pages/points/index');
    await person.see('可用积分');
    await shoot(person, 'points');
    const words = await person.page
      .getByText(/账号 [0-9A-Z-]{14}/)
      .first()
      .textContent();
    code = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(words ?? '')?.[0] ?? '';
    await person.goTo(`points/lines/index?${here}`);
    await person.see('工作人员更正');
    await shoot(person, 'points-lines');
    await person.goTo(`points/rules/index?${here}`);
    await person.see('每一版');
    await shoot(person, 'points-rules');
    await person.goTo(`points/honours/index?${here}`);
    await person.see('徽章');
    await shoot(person, 'points-honours');
  });
  await play('刘书记', async (person) => {
    await person.goTo(`points/correct/index?${here}`);
    await person.write('账号', code);
    await person.button('找这本账').tap();
    await person.see('补记或收回');
    await shoot(person, 'points-correct');
  });
  // The second person of the two.
  await play('何干事', async (person) => {
    await person.goTo(`points/desk/index?${here}`);
    await person.see('同意，记上');
    await shoot(person, 'points-desk', { from: '等另一位同事确认' });
  });
  await play(undefined, async (person) => {
    await person.goTo(`points/book/index?${here}`);
    await person.see('大家共有');
    await shoot(person, 'points-book');
  });
};
