import type { TicketId } from '@suishoupai/shared/ids';
import type { LngLat } from '@suishoupai/shared/places/ring';
import { afterAll, describe, expect, test } from 'vitest';
import { jpegOf, type Person } from '../person.ts';
import { afterPhoto, cameraPhoto } from '../photos.ts';
import { castOf } from './cast.ts';
import type { Stage } from './chapter.ts';
import { ticketIn, ticketPage } from './ticket-pages.ts';

const kind = '电梯故障';
const what = '9 号楼电梯关不上门';
const twin = '9 号楼坐电梯等了半天门不关';

const atLift: LngLat = [121.4229, 31.2206];
/** On the other side of the house, some thirty metres off. */
const behindHouse: LngLat = [121.4232, 31.2206];

/** What one neighbour reported another need not report again: joined in one tap, merged by staff, parted where they erred. */
export const neighbours = (stage: Stage) =>
  describe('邻居遇到同一件事', () => {
    const cast = castOf(stage);
    let first: TicketId;
    let second: TicketId;

    afterAll(cast.leave);

    const submits = async (person: Person): Promise<TicketId> => {
      await person.button(/^提交/).tap();
      await person.see('收到了，谢谢您');
      return ticketIn(person.page.url());
    };
    const reads = async (person: Person, title: string, text: string) => {
      // Looking at the list is reading it: whoever looks again finds it read.
      const found = () => person.link(new RegExp(`^${title}，(未读，)?${text}`));
      await person.lookUntil('pages/inbox/index', found);
      await found().first().tap();
      await person.see('办理经过');
    };

    test('报的时候看到三十米外有人报过，一点同感，不用再报', async () => {
      const zhou = await cast.call('周女士', { at: atLift });
      await zhou.draftReport(jpegOf(await cameraPhoto()), what, kind);
      first = await submits(zhou);
      // Neighbours read what has been checked.
      await cast.passerReads(first, what);
      const wang = await cast.call('王先生', { at: behindHouse });
      await wang.goTo('report/form/index');
      await wang.see('网格 07');
      await wang.role('radio', kind).tap();
      await wang.button(/^附近可能已有人上报/).tap();
      await wang.link(new RegExp(`^${what}，待接单，约 30 米`)).waitFor();
      await wang.button('是同一件，同感').tap();
      await wang.see('您已同感，有进展会告诉您，不用再报');
      await cast.passerReads(first, '1 位邻居同感');
      await wang.goTo('civic/joined/index');
      await wang.link(new RegExp(`^${what}`)).waitFor();
      expect(cast.trouble()).toEqual([]);
    });

    test('又报了一次的，社区并成一件，合错了再拆开', async () => {
      const chen = await cast.call('陈爷爷', { at: behindHouse });
      await chen.draftReport(jpegOf(await cameraPhoto()), twin, kind);
      await chen.button(/^附近可能已有人上报/).tap();
      await chen.button('不是同一件，继续上报').tap();
      second = await submits(chen);
      const liu = await cast.atWork('刘书记', second);
      await liu.button('更多操作').tap();
      await liu.button(/^合并/).tap();
      await liu.role('radio', new RegExp(`^${what}，相距 `)).tap();
      await liu.button('并入选中的这件').tap();
      await liu.button('合并').last().tap();
      await liu.see('已合并');
      await reads(chen, '已和另一件合并', twin);
      await chen.see('已并入另一件，一起办');
      await chen.link(/^看并入的那件事/).tap();
      await chen.see(what);
      await cast.passerReads(first, '2 位邻居同感');

      await cast.atWork('刘书记', second);
      await liu.button('更多操作').tap();
      await liu.button(/^拆分/).tap();
      await liu.write('为什么不是同一件事', '是另一部电梯');
      await liu.button('拆分，各办各的').tap();
      await liu.see('已拆分');
      await reads(chen, '已单独办理', `${twin}：是另一部电梯`);
      await chen.see('等幸福物业接单');
      await cast.passerReads(first, '1 位邻居同感');
      expect(cast.trouble()).toEqual([]);
    });

    test('同感的人收到后面的消息，办结后也能评价', async () => {
      const zhang = await cast.atWork('张师傅', first);
      await zhang.button('接单').tap();
      await zhang.button('处理反馈').tap();
      await zhang.choosePhoto('处理后照片', { name: 'after.png', mimeType: 'image/png', buffer: await afterPhoto() });
      await zhang.role('checkbox', '已更换损坏部件').tap();
      await zhang.button('提交处理结果').tap();
      await zhang.see('已提交，等待核查');
      const wang = await cast.call('王先生');
      await reads(wang, '已处理，修好了吗？', what);
      const grid = await cast.atWork('网格员 07', first);
      await grid.button('核查通过').tap();
      await grid.button('核查通过，办结').tap();
      await grid.see('已办结');
      await reads(wang, '已办结，请评价', what);
      await wang.see('已办结，请您评价');
      await wang.button('评价').tap();
      await wang.role('radio', /^4 星/).tap();
      await wang.button('提交评价').tap();
      await wang.see('谢谢您的评价');
      await cast.passerReads(first, '已办结，居民已评价');
      const zhou = await cast.call('周女士');
      await zhou.goTo(ticketPage(first));
      await zhou.see('已办结，也请您评价');
      expect(cast.trouble()).toEqual([]);
    });
  });
