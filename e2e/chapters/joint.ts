import type { TicketId } from '@suishoupai/shared/ids';
import { afterAll, describe, expect, test } from 'vitest';
import { jpegOf } from '../person.ts';
import { afterPhoto, cameraPhoto } from '../photos.ts';
import { castOf } from './cast.ts';
import type { Stage } from './chapter.ts';
import { ticketIn, ticketPage } from './ticket-pages.ts';

const what = '6 号楼一排路灯全黑了';
const notOurs = '灯杆没问题，是箱式变压器没有输出';
const notOursEither = '变压器正常，故障在小区自己的路灯线路';
const stillDark = '最里面那一盏还是不亮';

/** A ticket that nobody wants: returned twice, settled by the street, done by three together, sent back and rated low. */
export const joint = (stage: Stage) =>
  describe('谁都说不归自己管的事，街道吹哨，几家一起办完', () => {
    const cast = castOf(stage);
    let ticketId: TicketId;

    afterAll(cast.leave);

    const atWork = (name: string) => cast.atWork(name, ticketId);
    const passerReads = (...sentences: string[]) => cast.passerReads(ticketId, ...sentences);
    const returns = async (name: string, belongsTo: RegExp, query: string, why: string, submit: string) => {
      const person = await atWork(name);
      await person.button('退回').tap();
      await person.write('搜索类别', query);
      await person.role('radio', belongsTo).tap();
      await person.write('退回的理由', why);
      await person.button(submit).tap();
      return person;
    };
    const replies = async (name: string, task: string) => {
      const person = await atWork(name);
      await person.button('协办回复').tap();
      await person.see(`我部门的任务：${task}`);
      await person.role('checkbox', '我部门承担的部分已完成').tap();
      await person.button('提交协办结果').tap();
      await person.see('已回复，牵头部门能看到');
    };
    const resolves = async (reply: string) => {
      const zhang = await atWork('张师傅');
      await zhang.button('处理反馈').tap();
      await zhang.choosePhoto('处理后照片', { name: 'after.png', mimeType: 'image/png', buffer: await afterPhoto() });
      await zhang.role('checkbox', reply).tap();
      await zhang.button('提交处理结果').tap();
      await zhang.see('已提交，等待核查');
    };

    test('物业第一次退回：理由和该归哪一类，路过的人也看得到', async () => {
      const li = await cast.call('李阿姨');
      await li.draftReport(jpegOf(await cameraPhoto()), what);
      await li.button(/^提交/).tap();
      await li.see('收到了，谢谢您');
      ticketId = ticketIn(li.page.url());
      await passerReads('等幸福物业接单', '截止 ');
      const zhang = await returns('张师傅', /^变压器\(箱\)，/, '变压器', notOurs, '退回给社区');
      await zhang.see('已退回');
      await passerReads(
        '被退回，等社区重新派遣',
        '截止 ',
        '幸福物业 退回的理由',
        notOurs,
        '认为属于「变压器(箱)」，清单上由 供电公司 负责',
      );
      expect(cast.trouble()).toEqual([]);
    });

    test('书记照清单改派供电，供电也退回：到了街道手里', async () => {
      const liu = await atWork('刘书记');
      await liu.button('派遣').tap();
      await liu.see('退回时说属于「变压器(箱)」，已按责任清单选好部门');
      await liu.button('派给这个部门').tap();
      await liu.see('已派遣');
      await passerReads('等供电公司接单', '截止 ');
      const feng = await returns('冯工', /^路灯，/, '路灯', notOursEither, '退回，由街道协调');
      await feng.see('待协调');
      await passerReads(
        '两次被退回，等街道定由谁办',
        '供电公司 退回的理由',
        notOursEither,
        '认为属于「路灯」，清单上由 幸福物业 负责',
        '退回过 2 次',
      );
      expect(cast.trouble()).toEqual([]);
    });

    test('孙主任吹哨：物业牵头，供电、消防协办；不能再退第三次', async () => {
      const sun = await cast.call('孙主任');
      await sun.goTo('staff/queue/index');
      await sun.button(`协调：${what}`).tap();
      await sun.button('吹哨').tap();
      await sun.role('radio', /^牵头：幸福物业/).tap();
      await sun.role('checkbox', /^协办：供电公司/).tap();
      await sun.button(/^协办：其他 \d+ 个部门/).tap();
      await sun.role('checkbox', /^协办：消防救援站/).tap();
      await sun.see('写明每个协办部门做什么');
      await sun.write('供电公司做什么，比如 清走堵路的杂物', '停电配合换线');
      await sun.write('消防救援站做什么，比如 清走堵路的杂物', '看护消防通道');
      await sun.button('吹哨派遣').tap();
      await sun.see('已吹哨，几个部门同时收到');
      await passerReads('等幸福物业接单', '多部门一起办', '0/2 个部门已回复', '停电配合换线', '看护消防通道');
      const zhang = await atWork('张师傅');
      await zhang.button('接单').waitFor();
      expect(await zhang.button(/退回/).count()).toBe(0);
      expect(await zhang.button('更多操作').count()).toBe(1);
      await zhang.button('更多操作').tap();
      await zhang.button(/^内部备注/).waitFor();
      expect(await zhang.button(/退回/).count()).toBe(0);
      expect(cast.trouble()).toEqual([]);
    });

    test('还有协办没回复，牵头办不了结，说得出还差谁', async () => {
      const zhang = await atWork('张师傅');
      await zhang.button('接单').tap();
      await zhang.see('已接单，请在时限内处理');
      await passerReads('幸福物业牵头，3 个部门一起办', '截止 ');
      await replies('冯工', '停电配合换线');
      await passerReads('1/2 个部门已回复', '协办都回复了，幸福物业 才能办结。');
      await atWork('张师傅');
      await zhang.see('还差 消防救援站 回复。都回复了，才能提交处理结果。');
      expect(await zhang.button('处理反馈').count()).toBe(0);
      await replies('马站长', '看护消防通道');
      await passerReads('2/2 个部门已回复', '协办都回复了，等 幸福物业 办结。');
      expect(cast.trouble()).toEqual([]);
    });

    test('办结后网格员核查没通过，返工；再办一次，李阿姨说修好了', async () => {
      await resolves('已更换损坏部件');
      await passerReads('等网格员 07 核查', '截止 ');
      const grid = await atWork('网格员 07');
      await grid.button('返工').tap();
      await grid.write('还差什么，要改到什么样', stillDark);
      await grid.button('退回返工').tap();
      await grid.see('已要求返工');
      await passerReads('幸福物业正在返工', '截止 ', '网格员 07 要求返工', stillDark);
      await resolves('已到现场处理，恢复正常');
      const li = await cast.call('李阿姨');
      await li.goTo(ticketPage(ticketId));
      await li.see('请您看看，修好了吗？');
      await li.button('修好了').tap();
      await li.role('radio', /^2 星/).waitFor();
      await passerReads('已办结');
      expect(cast.trouble()).toEqual([]);
    });

    test('李阿姨给两星，要二次整改；整改完网格员核查通过', async () => {
      const li = await cast.call('李阿姨');
      await li.role('radio', /^2 星/).tap();
      await li.see('两星及以下会要求再整改一次');
      await li.role('checkbox', '来得太慢').tap();
      await li.button('提交，要求再整改').tap();
      await li.see('谢谢您的评价');
      await passerReads(
        '幸福物业正在二次整改',
        '截止 ',
        '居民 只给了 2 星，要求再整改一次',
        '来得太慢',
        '二次整改过 1 次',
      );
      await resolves('已到现场处理，恢复正常');
      const grid = await atWork('网格员 07');
      await grid.button('核查通过').tap();
      await grid.button('核查通过，办结').tap();
      await grid.see('已办结');
      await passerReads('已办结', '从上报到办结用了');
      expect(cast.trouble()).toEqual([]);
    });
  });
