import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aliases } from './aliases.ts';
import { gbCodes } from './catalogue.ts';
import { categoryByCode, categoryClasses, defaultCommon } from './categories.ts';
import { CategoryCode } from './contract.ts';
import { searchCategories } from './search.ts';

fc.configureGlobal({ seed: 20260617 });

const everything = categoryClasses().flatMap((each) => each.categories);
const names = (query: string, limit = 5) => searchCategories(query, limit).map((each) => each.name);

describe('目录', () => {
  test('编号唯一、合法，名称不空', () => {
    const codes = everything.map((each) => each.code);
    expect(new Set(codes).size).toBe(codes.length);
    for (const { code, name } of everything) {
      expect(CategoryCode.safeParse(code).success, code).toBe(true);
      expect(name).toMatch(/^[^\s\d]+$/);
    }
  });

  test('名称在全目录中不重复，单独显示也看得懂', () => {
    const all = everything.map((each) => each.name);
    expect(all.filter((name, i) => all.indexOf(name) !== i)).toEqual([]);
    expect(all).not.toContain('其他');
  });

  test.each([
    ['C0101', '上水井盖', '公用设施', 'component'],
    ['C0118', '路灯', '公用设施', 'component'],
    ['C0138', '治安岗亭', '公用设施', 'component'],
    ['C0217', '交通岗亭', '道路交通', 'component'],
    ['C0310', '污水口监测站', '市容环境', 'component'],
    ['C0410', '喷泉', '园林绿化', 'component'],
    ['C0503', '公房地下室', '房屋土地', 'component'],
    ['C0605', '防洪墙', '其他设施', 'component'],
    ['C2101', '电梯', '小区设施', 'component'],
    ['E0102', '暴露垃圾', '市容环境', 'event'],
    ['E0118', '擅自饲养家禽家畜', '市容环境', 'event'],
    ['E0205', '广告招牌破损', '宣传广告', 'event'],
    ['E0305', '无证掘路', '施工管理', 'event'],
    ['E0409', '群发性事件', '突发事件', 'event'],
    ['E0513', '空调室外机低挂', '街面秩序', 'event'],
    ['E0699', '其他事件', '其他事件', 'event'],
    ['E2115', '居民自治与民主协商', '住宅小区', 'event'],
    ['E2199', '其他小区问题', '住宅小区', 'event'],
  ])('%s 是 %s', (code, name, className, kind) => {
    expect(categoryByCode(code)).toMatchObject({ code, name, className, kind });
  });

  test('六个事件大类和小区大类都有兜底的 99', () => {
    for (const prefix of ['E01', 'E02', 'E03', 'E04', 'E05', 'E06', 'E21']) {
      expect(categoryByCode(`${prefix}99`)?.name).toMatch(/^其他/);
    }
  });

  test.each(['', 'E0119', 'C9999', '__proto__', 'constructor', 'e0102'])('没有的编号 %j 得不到类别', (code) => {
    expect(categoryByCode(code)).toBeUndefined();
  });

  test('别名和国标对应都指向存在的类别', () => {
    for (const code of [...Object.keys(aliases), ...Object.keys(gbCodes), ...Object.values(gbCodes)]) {
      expect(categoryByCode(code), code).toBeDefined();
    }
    expect(Object.keys(aliases).length).toBeGreaterThanOrEqual(60);
    expect(categoryByCode('E2112')?.gb).toBe('E0101');
    expect(categoryByCode('E0102')).not.toHaveProperty('gb');
  });

  test('别名都是小写、不重复的词', () => {
    for (const [code, words] of Object.entries(aliases)) {
      const list = words.split(' ');
      expect(new Set(list).size, code).toBe(list.length);
      expect(words, code).toBe(words.toLowerCase());
      expect(list, code).not.toContain('');
    }
  });

  test('新社区的常用类别恰好十个，都存在', () => {
    expect(new Set(defaultCommon).size).toBe(10);
    expect(defaultCommon.map((code) => categoryByCode(code)?.name)).toEqual([
      '路灯',
      '暴露垃圾',
      '井盖破损缺失',
      '电动车存放充电隐患',
      '消防通道堵塞',
      '非机动车乱停放',
      '道路破损',
      '室内噪声',
      '电梯故障',
      '下水道堵塞或破损',
    ]);
  });
});

describe('搜索', () => {
  test.each([
    ['路灯', '路灯'],
    ['灯', '路灯'],
    ['灯不亮', '路灯'],
    ['门口路灯不亮了好几天', '路灯'],
    ['垃圾', '暴露垃圾'],
    ['井盖', '井盖破损缺失'],
    ['共享单车', '非机动车乱停放'],
    ['电瓶车 充电', '电动车存放充电隐患'],
    ['充电 电瓶车', '电动车存放充电隐患'],
    ['飞线', '电动车存放充电隐患'],
    ['噪音', '室内噪声'],
    ['噪音 装修', '室内噪声'],
    ['狗叫', '宠物噪声'],
    ['电梯', '电梯故障'],
    ['僵尸车', '废弃车辆'],
    ['小广告', '非法小广告'],
    ['违停', '机动车乱停放'],
    ['下水道', '下水道堵塞或破损'],
    ['煤气味', '燃气管道破裂'],
    ['坑', '道路破损'],
    ['红绿灯', '交通信号灯'],
    ['健身器材', '健身设施'],
    ['E0102', '暴露垃圾'],
    ['e0102', '暴露垃圾'],
    ['消防，通道', '消防通道堵塞'],
  ])('「%s」首先找到 %s', (query, name) => {
    expect(names(query)[0]).toBe(name);
  });

  test('词里有一个没人认得，其余的仍然算数', () => {
    expect(names('路灯 xyz')[0]).toBe('路灯');
  });

  test('也能按大类的名字找', () => {
    expect(names('突发事件', 20)).toEqual(expect.arrayContaining(['路面塌陷', '道路积水']));
  });

  test('空白、无关的话和零个名额都得到空', () => {
    expect(names('')).toEqual([]);
    expect(names('  　')).toEqual([]);
    expect(names('qwerty')).toEqual([]);
    expect(names('路灯', 0)).toEqual([]);
    expect(names('路灯', -1)).toEqual([]);
  });

  test('任何字符串都不会出错，同样的话总有同样的答案', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 0, max: 30 }), (query, limit) => {
        const found = searchCategories(query, limit);
        expect(found.length).toBeLessThanOrEqual(limit);
        expect(searchCategories(query, limit)).toEqual(found);
      }),
    );
  });

  test('每个类别用自己的名字都能找到，排在前两位', () => {
    for (const { name } of everything) expect(names(name, 2)).toContain(name);
  });

  test('词的先后不改变结果', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...Object.values(aliases).flatMap((words) => words.split(' '))), { maxLength: 4 }),
        (words) => {
          expect(names([...words].reverse().join(' '), 50)).toEqual(names(words.join(' '), 50));
        },
      ),
    );
  });
});
