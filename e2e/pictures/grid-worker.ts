import type { Person } from '../person.ts';
import { shoot } from './camera.ts';
import type { Studio } from './studio.ts';

const usual = ['消防通道是否畅通', '楼道有无飞线充电', '公共照明是否正常'] as const;

const setPatrol = async (person: Person, here: string) => {
  await person.goTo(`staff/patrol/make/index?${here}`);
  await person.role('radio', '网格 08').or(person.button('网格 08')).first().tap();
  for (const item of usual) await person.role('checkbox', item).tap();
  await shoot(person, 'patrol-make');
  await person.button(/^排好 \d+ 条/).tap();
  await person.see(/^排好了/);
};

const recordVisit = async (person: Person, here: string) => {
  await person.goTo(`staff/visit/record/index?${here}&gridId=grd_08`);
  await person.write('哪一户', '11 栋 302 何爷爷');
  await person.button('口头同意').or(person.role('radio', '口头同意')).first().tap();
  await person.button('记第一件事').tap();
  await person.write('第 1 件，居民说的事', '楼道声控灯不灵，要跺好几下脚');
  await person.button('当场答复').or(person.role('radio', '当场答复')).first().tap();
  await person.write('当场的答复', '已请物业当场换好，试过三次都亮');
  await shoot(person, 'visit');
};

export const gridWorkerPictures = async ({ here, play, work }: Studio): Promise<void> => {
  await play('刘书记', (person) => setPatrol(person, here));
  await play('网格员 08', async (person) => {
    await person.goTo(`staff/queue/index?${here}&desk=grd_08&label=`);
    await person.button(/^立案/).first().waitFor();
    await shoot(person, 'grid-queue');
    await work(person, '拖家具');
    await person.button(/^立案$/).tap();
    await person.see('现场已核实，情况属实');
    await shoot(person, 'file', { asLeft: true });
    await person.goTo(`staff/patrol/index?${here}&gridId=grd_08`);
    await person.button(`正常：${usual[0]}`).first().tap();
    await person.see(/^查了 1/);
    await shoot(person, 'patrol');
    await recordVisit(person, here);
  });
  await play('网格员 07', async (person) => {
    await work(person, '装修垃圾');
    await shoot(person, 'check');
  });
};
