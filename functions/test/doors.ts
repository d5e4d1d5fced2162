import type { Route } from '@suishoupai/shared/contract/route';
import { allRoutes } from '@suishoupai/shared/contract/routes';
import { hallRoutes } from '@suishoupai/shared/hall/contract';
import { voteRoutes } from '@suishoupai/shared/votes/routes';
import { deskRoutes } from '../src/app/desk.ts';
import { documentsRoutes } from '../src/app/documents.ts';
import { hallPartRoutes } from '../src/app/hall.ts';
import { meetingsRoutes } from '../src/app/meetings.ts';
import { pointsPartRoutes } from '../src/app/points.ts';
import { rewardsPartRoutes } from '../src/app/rewards.ts';
import { timebankPartRoutes } from '../src/app/timebank.ts';
import { volunteeringPartRoutes } from '../src/app/volunteering.ts';
import { nameOf, ofType, type Rule, type Template, under } from './template.ts';

type Door = { method: string; segments: string[]; integration: string };

const doorsOf = (template: Template): Door[] =>
  ofType(template, 'AWS::ApiGatewayV2::Route').map(([, { Properties }]) => {
    const [method = '', path = ''] = String(Properties['RouteKey']).split(' ');
    return { method, segments: path.split('/'), integration: nameOf(under(Properties, 'Target', 'Fn::Join', 1, 1)) };
  });

const isGreedy = (segment: string | undefined) => segment?.endsWith('+}') ?? false;
const isNamed = (segment: string | undefined) => segment?.startsWith('{') ?? false;

const opens = ({ method, segments }: Door, asked: { method: string; segments: readonly string[] }): boolean => {
  if (method !== 'ANY' && method !== asked.method) return false;
  const rest = isGreedy(segments.at(-1)) ? asked.segments.slice(0, segments.length) : asked.segments;
  return rest.length === segments.length && rest.every((each, at) => isNamed(segments[at]) || segments[at] === each);
};

/** API Gateway takes the most specific: a path without a rest, then the one with more words of its own. */
const precision = ({ segments }: Door): number =>
  (isGreedy(segments.at(-1)) ? 0 : 1000) + segments.filter((each) => !isNamed(each)).length;

const reached = (doors: readonly Door[], method: string, path: string): string => {
  const asked = { method, segments: path.replaceAll(/\{\w+\}/g, 'x').split('/') };
  const [door] = doors.filter((each) => opens(each, asked)).toSorted((a, b) => precision(b) - precision(a));
  return door?.integration ?? 'nothing';
};

const parts: [name: string, routes: Set<Route>][] = [
  ['Desk', new Set<Route>(Object.values(deskRoutes))],
  ['Overview', new Set<Route>(Object.values(hallRoutes))],
  ['Hall', new Set<Route>(Object.values(hallPartRoutes))],
  ['Meetings', new Set<Route>(Object.values(meetingsRoutes))],
  ['Votes', new Set<Route>(Object.values(voteRoutes))],
  ['Points', new Set<Route>(Object.values(pointsPartRoutes))],
  ['Volunteering', new Set<Route>(Object.values(volunteeringPartRoutes))],
  ['Timebank', new Set<Route>(Object.values(timebankPartRoutes))],
  ['Rewards', new Set<Route>(Object.values(rewardsPartRoutes))],
  ['Documents', new Set<Route>(Object.values(documentsRoutes))],
];
const partOf = (route: Route): string => parts.find(([, routes]) => routes.has(route))?.[0] ?? 'Api';
const pushes = ['GET', 'POST'].map((method) => ({ method, path: '/wechat/push' }));

/** Residents' routes and pushes go to `api`, what only desks use to `desk`, 议事厅 to `overview`, `hall`, `meetings` and `votes`, points and what is done with them to `points`, `volunteering`, `timebank` and `rewards`, files to `documents`: a route that goes wrong is answered by a 404. */
export const routesReachTheirFunction: Rule = (template) => {
  const doors = doorsOf(template);
  const behind = new Map(
    ofType(template, 'AWS::ApiGatewayV2::Integration').map(([id, { Properties }]) => [
      id,
      nameOf(Properties['IntegrationUri']),
    ]),
  );
  const expected = [
    ...Object.values<Route>(allRoutes).map((route) => ({
      method: route.method,
      path: route.path,
      to: partOf(route),
    })),
    ...pushes.map((push) => ({ ...push, to: 'Api' })),
  ];
  return expected.flatMap(({ method, path, to }) => {
    const found = behind.get(reached(doors, method, path)) ?? 'nothing';
    return found === `${to}LambdaFunction.Arn` ? [] : [`${method} ${path} reaches ${found}`];
  });
};
