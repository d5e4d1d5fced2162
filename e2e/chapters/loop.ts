import { ListObjectsV2Command } from '@aws-sdk/client-s3';
import { makeS3Client } from '@suishoupai/functions/media/objects';
import { buckets, region, s3Credentials } from '@suishoupai/local/settings';
import { routeUrl } from '@suishoupai/shared/contract/route';
import { TicketId } from '@suishoupai/shared/ids';
import { ticketRoutes } from '@suishoupai/shared/tickets/routes';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { jpegOf, meet, type Person } from '../person.ts';
import { afterPhoto, cameraPhoto, cornersOf, nameOfColour, uprightCorners, uprightSize } from '../photos.ts';
import type { Stage } from './chapter.ts';

const what = '3 号楼门前路灯不亮，晚上看不清台阶';

const ticketIn = (url: string) => z.parse(TicketId, new URLSearchParams(url.split('?')[1]).get('id'));
const bytesAt = async (url: string) => Buffer.from(await (await fetch(url)).arrayBuffer());

/** One ticket from the photo to the stars, through three pairs of hands, and what a passer-by sees of it. */
export const loop = ({ product, browser }: Stage) =>
  describe('一件事从拍照到评价', () => {
    let resident: Person;
    let staff: Person;
    let passer: Person;
    let ticketId: TicketId;

    beforeAll(async () => {
      const somebody = () => meet({ browser: browser(), url: product().url });
      [resident, staff, passer] = await Promise.all([somebody(), somebody(), somebody()]);
    });
    afterAll(() => Promise.all([resident, staff, passer].map((person) => person.leave())));

    /** What the service tells somebody who is not signed in. */
    const seenByAll = async () => {
      const { path, response } = ticketRoutes.getTicket;
      const answer = await fetch(product().url + routeUrl(path, { ticketId }));
      return z.parse(response, await answer.json());
    };
    const uploads = async () => {
      const endpoint = product().env.S3_ENDPOINT;
      const client = makeS3Client({ region, endpoint, credentials: () => s3Credentials });
      return (await client.send(new ListObjectsV2Command({ Bucket: buckets.uploads }))).KeyCount;
    };

    test('居民登录，拍照上报，看到已派给谁', async () => {
      await resident.signIn('李阿姨');
      await resident.draftReport(jpegOf(await cameraPhoto()), what);
      await resident.button('提交 · 将派给 幸福物业').tap();
      await resident.see('收到了，谢谢您');
      await resident.see('已派给 幸福物业');
      ticketId = ticketIn(resident.page.url());
      expect(ticketId).toMatch(/^tkt_xfl_/);
    });

    test('物业在待办里看到，接单，附处理后的照片回复', async () => {
      await staff.signIn('张师傅');
      await staff.link(/^待办 · 幸福物业/).tap();
      await staff.button(`接单：${what}`).tap();
      await staff.see('已接单，请在时限内处理');
      await staff.button(`处理：${what}`).tap();
      await staff.button('处理反馈').tap();
      await staff.choosePhoto('处理后照片', { name: 'after.png', mimeType: 'image/png', buffer: await afterPhoto() });
      await staff.role('checkbox', '已更换损坏部件').tap();
      await staff.button('提交处理结果').tap();
      await staff.see('已提交，等待核查');
      expect(staff.trouble).toEqual([]);
    });

    test('居民收到消息，看到处理前后，确认并给五星', async () => {
      // Whoever looks at the inbox has read it: the next look finds it without the mark.
      const notice = () => resident.link(new RegExp(`^已处理，修好了吗？，(未读，)?${what}`));
      await resident.lookUntil('pages/inbox/index', notice);
      await notice().tap();
      await resident.button(/^处理前 .*1 张照片/).waitFor();
      await resident.button(/^处理后 .*1 张照片/).waitFor();
      await resident.see('幸福物业 已处理');
      await resident.button('修好了').tap();
      await resident.role('radio', /^5 星/).tap();
      await resident.button('提交评价').tap();
      await resident.see('居民 评价');
      await resident.role('img', /^5 星/).first().waitFor();
      expect(resident.trouble).toEqual([]);
    });

    test('路过的人在身边看到这件事和照片，看不到谁报的、在哪一户', async () => {
      await passer.home();
      await passer.button(/换一个社区$/).tap();
      await passer.role('radio', /^幸福里社区/).tap();
      await passer.button(/^幸福里社区/).waitFor();
      await passer.tab('身边');
      await passer.see('幸福里社区的事，人人看得见');
      await passer.link(new RegExp(`^${what}`)).tap();
      await passer.button(/^处理前 .*1 张照片/).waitFor();
      await passer.see('办理经过');
      const { relation, place, description } = await seenByAll();
      expect({ relation, place, description }).toEqual({ relation: 'public', place: {}, description: what });
      const shown = await passer.page.locator('body').textContent();
      expect(shown).not.toContain('地图所示处');
      expect(passer.trouble).toEqual([]);
    });

    test('对外的照片是正的，小了，没有拍摄信息；原图已不在', async () => {
      const [photo] = (await seenByAll()).events[0]?.photos ?? [];
      const full = await bytesAt(photo?.url ?? '');
      const thumb = await bytesAt(photo?.thumbUrl ?? '');
      const metadata = await sharp(full).metadata();
      expect(metadata).toMatchObject({ format: 'jpeg', ...uprightSize });
      expect(metadata.exif ?? metadata.xmp ?? metadata.icc ?? metadata.orientation).toBeUndefined();
      expect(full.includes('Exif')).toBe(false);
      for (const picture of [thumb, full])
        expect((await cornersOf(picture)).map(nameOfColour)).toEqual(uprightCorners.map(nameOfColour));
      const smaller = await sharp(thumb).metadata();
      expect({ width: smaller.width, height: smaller.height }).toEqual({ width: 240, height: 320 });
      expect(await uploads()).toBe(0);
    });
  });
