import { exchangeTransitions } from '@suishoupai/shared/timebank/transitions';
import type { makeExchangeStore } from '../../functions/src/timebank/exchange-store.ts';

type ExchangeRecord = NonNullable<Awaited<ReturnType<ReturnType<typeof makeExchangeStore>['find']>>>;

/** Each line could follow from what stood before it; it ends where it is. */
export const brokenExchange = ({ id, lines, state }: ExchangeRecord): string[] => {
  const wrong: string[] = [];
  let at: string = 'answered';
  const said: { giver?: number; receiver?: number } = {};
  for (const { what, role, minutes } of lines.slice(1)) {
    if (what === 'answer') {
      wrong.push(`${id} was answered twice`);
      continue;
    }
    if (!exchangeTransitions[what].from.some((from) => from === at)) wrong.push(`${id}: ${at} -${what}->`);
    if (what === 'confirm' && role !== undefined && minutes !== undefined) said[role] = minutes;
    const isAlike = said.giver !== undefined && said.giver === said.receiver;
    const isSaid = said.giver !== undefined && said.receiver !== undefined;
    const after: Record<string, string> = {
      agree: 'agreed',
      decline: 'declined',
      withdraw: 'calledOff',
      callOff: 'calledOff',
      lapse: 'lapsed',
      escalate: 'disputed',
      mediate: minutes === 0 ? 'calledOff' : 'settled',
      confirm: isSaid ? (isAlike ? (said.giver === 0 ? 'calledOff' : 'settled') : 'disputed') : at,
    };
    at = after[what] ?? at;
  }
  if (at !== state) wrong.push(`${id} is ${state} and its lines lead to ${at}`);
  return wrong;
};
