import type { GridId } from '@suishoupai/shared/ids';
import type { CategoryCode } from '@suishoupai/shared/taxonomy/contract';
import type { PersonStep } from '@suishoupai/shared/tickets/transitions';
import type { SceneName } from './scenes.ts';

/** When something happened, seen from the moment of seeding: minutes ago, or so many days ago at that time in China. */
export type When = { minutesAgo: number } | { daysAgo: number; at: `${number}:${number}` };

export type DemoStep = {
  by: string;
  step: PersonStep;
  when: When;
  note?: string;
  photos?: readonly SceneName[];
  stars?: number;
};

export type DemoTicket = {
  name: string;
  by: string;
  when: When;
  categoryCode: CategoryCode;
  description: string;
  grid: GridId;
  label: string;
  photos: readonly SceneName[];
  steps: readonly DemoStep[];
};

const on = (daysAgo: number, at: `${number}:${number}`): When => ({ daysAgo, at });
const ago = (minutesAgo: number): When => ({ minutesAgo });

/** What a visitor finds: something in every stage of the loop, oldest first. */
export const demoTickets: readonly DemoTicket[] = [
  {
    name: 'bench',
    by: 'resident-wang',
    when: on(8, '09:24'),
    categoryCode: 'C0407',
    description: '中心花园的长椅断了两根木条，老人坐着容易夹到手。',
    grid: 'grd_06',
    label: '幸福里小区中心花园',
    photos: ['brokenBench'],
    steps: [
      { by: 'staff-wuye', step: 'accept', when: on(8, '10:02'), note: '已安排木工，两天内修好。' },
      {
        by: 'staff-wuye',
        step: 'resolve',
        when: on(7, '15:40'),
        note: '换了三根防腐木条，螺丝全部重新拧紧。',
        photos: ['mendedBench'],
      },
      { by: 'resident-wang', step: 'confirm', when: on(7, '18:11') },
      { by: 'resident-wang', step: 'rate', when: on(7, '18:12'), stars: 4, note: '修得不错，要是再刷一遍漆就更好了。' },
    ],
  },
  {
    name: 'lamp',
    by: 'resident-li',
    when: on(6, '19:42'),
    categoryCode: 'C0118',
    description: '3 号楼门前路灯不亮，晚上七点以后一直黑着，接孩子看不清台阶。',
    grid: 'grd_07',
    label: '幸福里小区 3 号楼门前',
    photos: ['lampOff'],
    steps: [
      { by: 'staff-wuye', step: 'accept', when: on(6, '20:10'), note: '今晚先查线路。' },
      {
        by: 'staff-wuye',
        step: 'resolve',
        when: on(5, '16:05'),
        note: '更换灯头与线路老化段，已通电测试。',
        photos: ['lampOn'],
      },
      { by: 'grid-07', step: 'confirm', when: on(5, '19:20'), note: '晚上到现场看过，亮了。' },
      { by: 'resident-li', step: 'rate', when: on(5, '20:03'), stars: 5, note: '一天就修好了，谢谢师傅！' },
    ],
  },
  {
    name: 'drain',
    by: 'elder-chen',
    when: on(4, '07:35'),
    categoryCode: 'E0404',
    description: '6 号楼西侧下水井往外冒水，路都淹了，走不过去。',
    grid: 'grd_09',
    label: '幸福里小区 6 号楼西侧',
    photos: ['drain'],
    // Nobody at the drainage office has taken it up: this one is overdue.
    steps: [],
  },
  {
    name: 'cover',
    by: 'resident-wang',
    when: on(3, '08:05'),
    categoryCode: 'C2104',
    description: '东门车道边井盖碎了一半，露着洞，孩子上学都走这里。',
    grid: 'grd_07',
    label: '幸福里小区东门车道',
    photos: ['coverGone'],
    steps: [
      { by: 'staff-wuye', step: 'accept', when: on(3, '08:12'), note: '马上到，先围起来。' },
      {
        by: 'staff-wuye',
        step: 'resolve',
        when: on(3, '09:48'),
        note: '换了新的球墨铸铁井盖，车压过不响。',
        photos: ['coverBack'],
      },
      { by: 'resident-wang', step: 'confirm', when: on(3, '17:30'), note: '好了，速度很快。' },
    ],
  },
  {
    name: 'rubbish',
    by: 'elder-chen',
    when: on(2, '06:50'),
    categoryCode: 'E2104',
    description: '9 号楼的垃圾桶又满了，袋子堆到路上，味道很大。',
    grid: 'grd_07',
    label: '幸福里小区 9 号楼垃圾投放点',
    photos: ['garbage'],
    steps: [
      { by: 'staff-wuye', step: 'accept', when: on(2, '08:31') },
      { by: 'staff-wuye', step: 'resolve', when: on(2, '10:20'), note: '已清运并冲洗地面。', photos: ['garbageGone'] },
      {
        by: 'elder-chen',
        step: 'rework',
        when: on(1, '07:10'),
        note: '昨天清了，今天早上又堆满了，能不能一天多收一次？',
      },
    ],
  },
  {
    name: 'shed',
    by: 'resident-li',
    when: on(2, '13:15'),
    categoryCode: 'E2112',
    description: '11 号楼一楼在绿地上搭了个棚子，说是放杂物，已经封顶了。',
    grid: 'grd_08',
    label: '幸福里小区 11 号楼南侧绿地',
    photos: ['shed'],
    steps: [{ by: 'staff-chengguan', step: 'accept', when: on(1, '10:40'), note: '已到现场取证，约当事人周内面谈。' }],
  },
  {
    name: 'street-rubbish',
    by: 'resident-li',
    when: on(1, '09:10'),
    categoryCode: 'E0102',
    description: '幸福路人行道上有人倒了几袋装修垃圾。',
    grid: 'grd_07',
    label: '幸福路 128 号门前人行道',
    photos: ['garbage'],
    steps: [
      { by: 'staff-huanwei', step: 'accept', when: on(1, '09:28') },
      {
        by: 'staff-huanwei',
        step: 'resolve',
        when: on(1, '11:30'),
        note: '已清走，共 6 袋；已向城管提供监控时段。',
        photos: ['garbageGone'],
      },
    ],
  },
  {
    name: 'stall',
    by: 'resident-wang',
    when: on(1, '17:20'),
    categoryCode: 'E0501',
    description: '北门里面有人摆水果摊，占了消防通道一半，车子进不来。',
    grid: 'grd_05',
    label: '幸福里小区北门内',
    photos: ['stall'],
    steps: [
      {
        by: 'staff-chengguan',
        step: 'return',
        when: on(1, '18:05'),
        note: '地点在小区围墙以内，不属于街面执法范围，请转物业先行劝离，我们配合。',
      },
    ],
  },
  {
    name: 'ebike',
    by: 'resident-li',
    when: on(1, '18:20'),
    categoryCode: 'E2101',
    description: '9 号楼 2 单元一楼楼道里有电动车拉线充电，就停在防火门边上。',
    grid: 'grd_07',
    label: '幸福里小区 9 号楼 2 单元',
    photos: ['ebike'],
    steps: [{ by: 'staff-wuye', step: 'accept', when: on(1, '18:55'), note: '已联系车主，今晚上门。' }],
  },
  {
    name: 'seat',
    by: 'elder-chen',
    when: on(1, '20:15'),
    categoryCode: 'E2115',
    description: '希望在 5 号楼到菜场的路上加一张长椅，我们走到一半想歇歇脚。',
    grid: 'grd_06',
    label: '幸福里小区 5 号楼南侧小路',
    photos: ['seatWish'],
    steps: [],
  },
  {
    name: 'bikes',
    by: 'resident-wang',
    when: ago(38),
    categoryCode: 'E0506',
    description: '南门口共享单车把盲道都占满了。',
    grid: 'grd_10',
    label: '幸福里小区南门',
    photos: ['bikes'],
    steps: [],
  },
];
