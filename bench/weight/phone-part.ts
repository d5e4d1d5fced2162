import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { apiUrl, builtMiniapp } from '../../e2e/stack.ts';
import { handle, launch, rate, report, signIn } from '../../e2e/weapp/journeys.ts';
import { type Cost, openPhone } from '../../e2e/weapp/phone.ts';
import { startService } from '../../e2e/weapp/service.ts';
import { packageSizes } from '../../e2e/weapp/shipped.ts';
import { figure, type Measured, type Part, table } from '../part.ts';

const kilobyte = 1024;
const limits = { main: 600, each: 1024, all: 2560 };
const mostForTap = 2048;
/** Taps that bring a new piece of page have ceilings of their own, each with its reason (e2e/weapp.test.ts, docs/adr/0009). */
const mostForNewPiece = 7600;
const main = '主包';
const AppJson = z.object({ subPackages: z.array(z.object({ root: z.string() })) });

type Journeys = { costs: (Cost & { who: string })[]; firstScreen: number };

const walk = async (dist: string): Promise<Journeys> => {
  const service = await startService();
  let [requests, firstScreen] = [0, 0];
  const counted = {
    ...service,
    request: async (...given: Parameters<typeof service.request>) => {
      requests += 1;
      const answer = await service.request(...given);
      // What is asked after the first answer is no more than what a phone learns of a community, and nobody waits for it.
      if (firstScreen === 0) firstScreen = requests;
      return answer;
    },
  };
  try {
    const phoneOf = async (persona: string) => {
      const phone = openPhone({ dist, service: counted, apiUrl, persona });
      await launch(phone);
      return phone;
    };
    const resident = await phoneOf('resident-li');
    await signIn(resident);
    await report(resident);
    const staff = await phoneOf('staff-wuye');
    await signIn(staff);
    await handle(staff);
    await resident.tab('首页');
    await rate(resident);
    await resident.back();
    const costs = Object.entries({ resident, staff }).flatMap(([who, phone]) =>
      phone.costs().map((cost) => ({ who, ...cost })),
    );
    return { costs, firstScreen };
  } finally {
    await service.stop();
  }
};

/** What a phone loads and what a tap sends to its pages: the shipped files in a virtual machine. */
export const phonePart: Part = {
  title: 'Weight of the mini-program',
  measure: async (): Promise<Measured> => {
    const dist = await builtMiniapp('weapp');
    const { subPackages } = z.parse(AppJson, JSON.parse(readFileSync(join(dist, 'app.json'), 'utf8')));
    const sizes = packageSizes(
      dist,
      subPackages.map(({ root }) => root),
    );
    const all = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
    const limitOf = (name: string) => (name === main ? limits.main : limits.each);
    const { costs, firstScreen } = await walk(dist);
    const bytesOf = ({ bytes }: Cost) => bytes;
    const large = costs.filter((cost) => bytesOf(cost) > mostForTap);
    return {
      text: [
        table(
          ['package', 'KB', 'at most'],
          [
            ...sizes.map(({ name, bytes }) => [name, figure(bytes / kilobyte), limitOf(name)]),
            ['all', figure(all / kilobyte), limits.all],
          ],
        ),
        `Requests that the first screen waits for: ${firstScreen} (at most 1). A phone that meets a community for the first time then learns its lists; nobody waits for that.`,
        `Bytes of setData that a tap sends to pages that stand, by journey: sign in, report with a photo, accept, handle, confirm, rate. ${costs.length} taps, ${costs.length - large.length} of them at most ${mostForTap} bytes; ` +
          'the others bring a new piece of page, each with a ceiling of its own (docs/adr/0009).',
        table(
          ['tap', 'who', 'bytes', 'on pages it opened'],
          costs.map(({ action, who, bytes, openedBytes }) => [action, who, bytes, openedBytes]),
        ),
      ].join('\n\n'),
      faults: [
        ...sizes
          .filter(({ name, bytes }) => bytes > limitOf(name) * kilobyte)
          .map(({ name, bytes }) => `${name} has ${bytes} bytes`),
        ...(all > limits.all * kilobyte ? [`all packages have ${all} bytes`] : []),
        ...(firstScreen > 1 ? [`${firstScreen} requests until the first screen`] : []),
        ...large
          .filter((cost) => bytesOf(cost) > mostForNewPiece)
          .map(({ action, bytes }) => `${action} sends ${bytes} bytes`),
      ],
    };
  },
};
