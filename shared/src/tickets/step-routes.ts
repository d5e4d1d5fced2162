import * as z from 'zod/mini';
import type { ErrorCode } from '../contract/errors.ts';
import { text } from '../contract/fields.ts';
import { defineRoute } from '../contract/route.ts';
import { Limit } from '../duty/contract.ts';
import { ActionId, DepartmentId, PersonId, TicketId } from '../ids.ts';
import { CategoryCode } from '../taxonomy/contract.ts';
import { Day, photoIds, TicketView, Version } from './contract.ts';
import { ticketLimits } from './limits.ts';

const ticketParams = z.strictObject({ ticketId: TicketId });
const base = { id: ActionId, version: Version };
const note = text(1, ticketLimits.note);
const optionalNote = z.optional(note);

const photos = z.optional(photoIds(0));

const stepRoute = <const P extends string, B extends z.core.$ZodType>(
  step: P,
  access: 'person' | 'staff',
  summary: string,
  body: B,
  errors: readonly ErrorCode[] = [],
) =>
  defineRoute({
    method: 'POST',
    path: `/v1/tickets/{ticketId}/${step}`,
    summary,
    access,
    params: ticketParams,
    body,
    response: TicketView,
    errors: [
      'access.denied',
      'ticket.notFound',
      'ticket.changed',
      'ticket.stepNotAllowed',
      'id.reused',
      'media.notFound',
      'media.notReady',
      'media.refused',
      ...errors,
    ],
  });

/** At most ten working days more (复杂事项延期), or a day's hours. */
const ExtensionLimit = z.union([
  z.strictObject({ unit: z.literal('workDay'), amount: z.int().check(z.gte(1), z.lte(10)) }),
  z.strictObject({ unit: z.enum(['hour', 'workHour']), amount: z.int().check(z.gte(1), z.lte(24)) }),
]);

/** What lets a residents' committee take on what the negative list keeps from it: the paper that says so, and the means. */
const authorisation = z.optional(z.strictObject({ document: text(1, 60), means: text(1, 60) }));

/** One route per step that a person can take; keys are the steps of the transition table. */
export const stepRoutes = {
  file: stepRoute(
    'file',
    'staff',
    'File a report by hand, or verified on the spot (核实立案); dispatched by the list when it has a line',
    z.strictObject({ ...base, note: optionalNote, photoIds: photos }),
  ),
  decline: stepRoute(
    'decline',
    'staff',
    'Decline to file, with a reason (不予立案)',
    z.strictObject({ ...base, note, photoIds: photos }),
  ),
  dispatch: stepRoute(
    'dispatch',
    'staff',
    'Dispatch to a department (派遣)',
    z.strictObject({ ...base, departmentId: DepartmentId, note: optionalNote, authorisation }),
    ['department.unknown', 'department.notAuthorised'],
  ),
  joint: stepRoute(
    'joint',
    'staff',
    'Dispatch to several departments at once: one lead, the others each with a task and a clock (吹哨报到)',
    z.strictObject({
      ...base,
      departmentId: DepartmentId,
      supporting: z
        .array(
          z.strictObject({ departmentId: DepartmentId, task: text(1, ticketLimits.task), limit: z.optional(Limit) }),
        )
        .check(z.minLength(1), z.maxLength(ticketLimits.supporting)),
      note: optionalNote,
      /** For the committee among them, whether it leads or helps. */
      authorisation,
    }),
    ['department.unknown', 'department.notAuthorised'],
  ),
  accept: stepRoute('accept', 'staff', 'Accept (接单)', z.strictObject({ ...base, note: optionalNote })),
  return: stepRoute(
    'return',
    'staff',
    'Return with a reason and the item of the list it belongs to (退回)',
    z.strictObject({ ...base, note, categoryCode: CategoryCode }),
    ['ticket.returnedTwice', 'category.unknown'],
  ),
  ask: stepRoute(
    'ask',
    'staff',
    'Ask the reporter for more; the clocks stand still until they answer (请居民补充)',
    z.strictObject({ ...base, note }),
    ['ticket.askedTwice'],
  ),
  answer: stepRoute(
    'answer',
    'person',
    'Answer what was asked (补充说明)',
    z.strictObject({ ...base, note, photoIds: photos }),
    ['ticket.reporterPresent'],
  ),
  progress: stepRoute(
    'progress',
    'staff',
    'Say how far the work is; `stage` says that a stage of the list is reached (办理进展)',
    z.strictObject({ ...base, note, photoIds: photos, stage: z.optional(z.int().check(z.gte(0), z.lte(3))) }),
  ),
  askExtension: stepRoute(
    'askExtension',
    'staff',
    'Ask for more time (申请延期)',
    z.strictObject({ ...base, note, limit: ExtensionLimit }),
    ['ticket.extensionSpent'],
  ),
  grantExtension: stepRoute(
    'grantExtension',
    'staff',
    'Grant the extension (同意延期)',
    z.strictObject({ ...base, note: optionalNote }),
    ['ticket.noExtensionAsked'],
  ),
  refuseExtension: stepRoute(
    'refuseExtension',
    'staff',
    'Refuse the extension, with a reason (不同意延期)',
    z.strictObject({ ...base, note }),
    ['ticket.noExtensionAsked'],
  ),
  reply: stepRoute(
    'reply',
    'staff',
    'A supporting department reports its task done (协办回复)',
    z.strictObject({ ...base, note, photoIds: photos }),
    ['ticket.taskReported'],
  ),
  excuse: stepRoute(
    'excuse',
    'staff',
    'Let a supporting department off its task (免除协办)',
    z.strictObject({ ...base, note, departmentId: DepartmentId }),
    ['ticket.taskReported'],
  ),
  resolve: stepRoute(
    'resolve',
    'staff',
    'Reply with photos and mark as done (处理反馈)',
    z.strictObject({ ...base, note, photoIds: photoIds(1) }),
    ['ticket.tasksOpen'],
  ),
  confirm: stepRoute(
    'confirm',
    'person',
    'Confirm that it is solved (核查结案)',
    z.strictObject({ ...base, note: optionalNote, photoIds: photos }),
  ),
  rework: stepRoute(
    'rework',
    'person',
    'Say that it is not solved (返工)',
    z.strictObject({ ...base, note, photoIds: photos }),
  ),
  rate: stepRoute(
    'rate',
    'person',
    'Rate the result (评价); the first rating of two stars or less starts a second rectification (二次整改)',
    z.strictObject({ ...base, stars: z.int().check(z.gte(1), z.lte(5)), note: optionalNote }),
    ['ticket.rated', 'ticket.reporterPresent'],
  ),
  reopen: stepRoute(
    'reopen',
    'person',
    'Open again what was closed and is not mended (重新打开); back to the same department',
    z.strictObject({ ...base, note, photoIds: photos }),
    ['ticket.closedLongAgo', 'ticket.reporterPresent'],
  ),
  park: stepRoute(
    'park',
    'staff',
    'Park what cannot be done now, with a public reason and a day on which it is looked at again (挂账)',
    z.strictObject({ ...base, note, day: Day }),
  ),
  unpark: stepRoute(
    'unpark',
    'staff',
    'Go on with what was parked (销账)',
    z.strictObject({ ...base, note: optionalNote }),
  ),
  withdraw: stepRoute(
    'withdraw',
    'person',
    'Withdraw before anyone accepts or joins it (撤回)',
    z.strictObject({ ...base, note: optionalNote }),
    ['ticket.joined'],
  ),
  merge: stepRoute(
    'merge',
    'staff',
    'Merge into another ticket about the same; everyone who reported or joined this one has joined that one (合并)',
    z.strictObject({ ...base, ticketId: TicketId, note: optionalNote }),
    ['ticket.mergeTarget'],
  ),
  unmerge: stepRoute('unmerge', 'staff', 'Part what was merged by mistake (拆分)', z.strictObject({ ...base, note })),
  handOver: stepRoute(
    'handOver',
    'staff',
    'Hand over to a colleague of the same desk (交接)',
    z.strictObject({ ...base, personId: PersonId, note: optionalNote }),
    ['colleague.unknown'],
  ),
  remark: stepRoute('remark', 'staff', 'A note that staff alone see (内部备注)', z.strictObject({ ...base, note })),
  callBack: stepRoute(
    'callBack',
    'staff',
    'The resident without the app was told by telephone (电话回告)',
    z.strictObject({ ...base, note }),
    ['ticket.reporterPresent'],
  ),
};
