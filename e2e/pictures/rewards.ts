import type { Person } from '../person.ts';
import { shoot } from './camera.ts';
import type { Studio } from './studio.ts';

const spend = async (person: Person, { here, reward }: Studio) => {
  await person.goTo(`rewards/index?${here}`);
  await person.see('东北大米 5 公斤');
  await shoot(person, 'rewards');
  await person.goTo(`rewards/reward/index?${reward('大米')}`);
  await person.see('居委会一楼服务台');
  await shoot(person, 'reward');
  await person.goTo(`rewards/orders/index?${here}`);
  await person.see('待领取');
  await shoot(person, 'orders');
  await person.link(/^东北大米 5 公斤，2 件/).tap();
  await person.see('领取码');
  await shoot(person, 'order');
};

const stand = async (person: Person, { here, reward }: Studio) => {
  await person.goTo(`counter/index?${here}`);
  await person.see('替居民兑换');
  await shoot(person, 'counter');
  await person.goTo(`counter/catalogue/index?${here}`);
  await person.see('帆布购物袋');
  await shoot(person, 'counter-shelf');
  await person.goTo(`counter/reward/index?${reward('大米')}`);
  await person.see('经过');
  await shoot(person, 'counter-reward');
  await person.goTo(`counter/serve/index?${here}`);
  await person.see('念一遍，问他对不对');
  await shoot(person, 'counter-serve');
};

export const rewardPictures = async (studio: Studio): Promise<void> => {
  await studio.play('李阿姨', (person) => spend(person, studio));
  await studio.play('刘书记', (person) => stand(person, studio));
};
