/**
 * What a refusal may write down, on purpose, by code and file: a try that was wrong, a refused id that stays refused, who asked to open a secret
 * vote.
 */
const kept = new Set([
  'activity.codeWrong dynamo/tries',
  'kin.codeWrong dynamo/tries',
  'order.wrongPlace dynamo/memory-items',
  'order.insufficient dynamo/memory-items',
  'order.notOnShelf dynamo/memory-items',
  'reward.changed dynamo/memory-items',
  'order.codeWrong dynamo/memory-items',
  'meeting.codeWrong dynamo/tries',
  'hours.insufficient dynamo/memory-items',
  'getOpenings access.denied votes/log-store',
]);

/** Staff who act for somebody have looked, whatever comes of it. */
const looks = new Set(['redeemForResident people/access-log-store', 'actForResident people/access-log-store']);

/** A turn is taken before WeChat is asked; and by an order that is refused, so that nobody fills a book with refusals (docs/adr/0021). */
const turns = new Set([
  'signIn people/turn-store',
  'enterTicket people/turn-store',
  'redeemReward people/turn-store',
  'redeemForResident people/turn-store',
]);

export const isKeptOfRefusal = (route: string, code: string, file: string): boolean =>
  looks.has(`${route} ${file}`) ||
  turns.has(`${route} ${file}`) ||
  kept.has(`${code} ${file}`) ||
  kept.has(`${route} ${code} ${file}`);
