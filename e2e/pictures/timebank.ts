import { timebankOf } from '../chapters/visits-timebank.ts';
import { shoot } from './camera.ts';
import type { Studio } from './studio.ts';

/** Neighbours who help each other, as the guide tells of it. */
export const timebankPictures = async ({ play, here }: Studio, url: string): Promise<void> => {
  const bank = await timebankOf(url);
  await play('李阿姨', async (person) => {
    await person.goTo('timebank/index/index');
    await person.see('都在这里了');
    await shoot(person, 'timebank');
    await person.goTo(`timebank/listing/index?${bank.request('repair')}`);
    await person.see('合适的邻居');
    await shoot(person, 'timebank-match');
    await person.goTo(`timebank/exchange/index?${bank.exchange('answered')}`);
    await person.see('同意吗');
    await shoot(person, 'timebank-agree');
    await person.goTo(`timebank/give/index?${here}`);
    await person.role('radio', /^互助池/).tap();
    await shoot(person, 'timebank-give');
    await person.goTo(`timebank/pool/index?${here}`);
    await person.see('答应给老人的');
    await shoot(person, 'timebank-pool');
  });
  await play(
    '陈爷爷',
    async (person) => {
      await person.goTo('timebank/index/index');
      await person.see('打电话请社区代办');
      await shoot(person, 'timebank-elder');
    },
    { isElder: true },
  );
  await play('刘书记', async (person) => {
    await person.goTo(`timebank/desk/index?${here}`);
    await person.role('radio', '替人代办').tap();
    await person.see('谁打来的');
    await shoot(person, 'timebank-desk');
  });
};
