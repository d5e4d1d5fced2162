import { AppError, invalidField } from '@suishoupai/shared/contract/errors';
import type { RouteRequest } from '@suishoupai/shared/contract/route';
import type { Limit } from '@suishoupai/shared/duty/contract';
import type { DepartmentId, MediaId, PersonId, TicketId } from '@suishoupai/shared/ids';
import { categoryByCode } from '@suishoupai/shared/taxonomy/categories';
import type { CategoryCode } from '@suishoupai/shared/taxonomy/contract';
import { isFinished } from '@suishoupai/shared/tickets/states';
import type { stepRoutes } from '@suishoupai/shared/tickets/step-routes';
import type { PersonStep } from '@suishoupai/shared/tickets/transitions';
import { chinaDay } from '@suishoupai/shared/time/china';
import type { Viewer } from '../http/handlers.ts';
import type { PeopleStore } from '../people/store.ts';
import type { StepEvent } from './effects.ts';
import type { Ticket } from './record.ts';
import { departmentsOf } from './standing.ts';
import type { TicketStore } from './store.ts';
import type { Surroundings } from './surroundings.ts';

type Joint = RouteRequest<(typeof stepRoutes)['joint']>['body'];
/** What any step's body may hold; the step's own schema has decided which of it must be there. */
export type StepBody = RouteRequest<(typeof stepRoutes)['accept']>['body'] & {
  note?: string | undefined;
  photoIds?: MediaId[] | undefined;
  departmentId?: DepartmentId | undefined;
  authorisation?: Joint['authorisation'];
  supporting?: Joint['supporting'] | undefined;
  categoryCode?: CategoryCode | undefined;
  limit?: Limit | undefined;
  day?: string | undefined;
  stage?: number | undefined;
  ticketId?: TicketId | undefined;
  personId?: PersonId | undefined;
  stars?: number | undefined;
};

type Deps = {
  tickets: Pick<TicketStore, 'find'>;
  people: Pick<PeopleStore, 'find'>;
  surroundings: Pick<Surroundings, 'department' | 'settings'>;
};
type Content = Partial<StepEvent>;
type Taking = { ticket: Ticket; viewer: Viewer; step: PersonStep; body: StepBody; now: Date };

/** What a step's body names, looked up: departments, the other ticket, the colleague. Refuses what is not there. */
export const makeStepContent = ({ tickets, people, surroundings }: Deps) => {
  const mergeTarget = async (ticket: Ticket, id: TicketId) => {
    const target = id === ticket.id ? undefined : await tickets.find(id);
    if (target === undefined || isFinished(target.state) || target.communityId !== ticket.communityId) {
      throw new AppError('ticket.mergeTarget');
    }
    return { id: target.id, reportedAt: target.reportedAt };
  };

  const colleagueOf = async ({ communityId, department }: Ticket, personId: PersonId) => {
    const grant = (await people.find(personId))?.grants.find(
      (held) =>
        held.role === 'departmentStaff' && held.communityId === communityId && held.departmentId === department?.id,
    );
    if (grant === undefined) throw new AppError('colleague.unknown');
    return { personId, label: grant.label };
  };

  /** To whom it goes: one department, or a lead and those that help; with the paper that lets a committee take it on. */
  const dispatchOf = async ({ ticket, body, now }: Taking, departmentId: DepartmentId): Promise<Content> => {
    const { note, authorisation, supporting = [] } = body;
    const ids = [departmentId, ...supporting.map((each) => each.departmentId)];
    if (new Set(ids).size < ids.length) throw invalidField('body.supporting', 'unique', '同一个部门只能出现一次');
    const find = (id: DepartmentId, field: string) =>
      surroundings.department(ticket, { id, field, isAuthorised: authorisation !== undefined }, now);
    const department = await find(departmentId, 'body.departmentId');
    const tasks = await Promise.all(
      supporting.map(async (given, i) => ({
        department: await find(given.departmentId, `body.supporting.${i}.departmentId`),
        task: given.task,
        limit: given.limit ?? ticket.limits.resolve,
      })),
    );
    const paper =
      authorisation === undefined ? undefined : `准入依据：${authorisation.document}；保障：${authorisation.means}`;
    const said = [note, paper].filter((words) => words !== undefined);
    return {
      department,
      note: said.length === 0 ? undefined : said.join('\n'),
      tasks: body.supporting === undefined ? undefined : tasks,
    };
  };

  /** The department of the task that is meant: a helper's own open one, or the one that is let off. */
  const taskDepartmentOf = ({ ticket, viewer, step, body }: Taking): Content['department'] => {
    if (step === 'excuse') {
      const task = ticket.tasks.find(({ department }) => department.id === body.departmentId);
      if (task === undefined) throw new AppError('department.unknown');
      return task.department;
    }
    const own = departmentsOf(viewer, ticket.communityId);
    const tasks = ticket.tasks.filter(({ department }) => own.includes(department.id));
    return (tasks.find(({ state }) => state === 'open') ?? tasks[0])?.department;
  };

  return async (taking: Taking): Promise<Content> => {
    const { ticket, step, body, now } = taking;
    const { note, departmentId, categoryCode, limit, day, stage, ticketId, personId, stars } = body;
    if (categoryCode !== undefined && categoryByCode(categoryCode) === undefined) {
      throw new AppError('category.unknown');
    }
    if (day !== undefined && day <= chinaDay(now.toISOString())) {
      throw invalidField('body.day', 'future', '复核日期要在今天以后');
    }
    if (stage !== undefined && ticket.limits.stages?.[stage] === undefined) {
      throw invalidField('body.stage', 'unknown', '这件事没有这个阶段');
    }
    const content: Content = { note, limit, day, stage, stars, belongsTo: categoryCode };
    if (step === 'reply' || step === 'excuse') content.department = taskDepartmentOf(taking);
    else if (departmentId !== undefined) Object.assign(content, await dispatchOf(taking, departmentId));
    if (step === 'ask') content.answerWithin = (await surroundings.settings(ticket.communityId, now)).answer;
    if (ticketId !== undefined) content.other = await mergeTarget(ticket, ticketId);
    if (personId !== undefined) content.colleague = await colleagueOf(ticket, personId);
    return content;
  };
};
