import type { Route, RouteRequest } from '@suishoupai/shared/contract/route';
import type { householdRoutes } from '@suishoupai/shared/households/contract';
import type { GridId } from '@suishoupai/shared/ids';
import type { meetingRoutes } from '@suishoupai/shared/meetings/routes';
import type { CategoryCode } from '@suishoupai/shared/taxonomy/contract';
import type { Reaction, StepPlan } from '@suishoupai/shared/topics/contract';
import type { topicRoutes } from '@suishoupai/shared/topics/routes';
import type { topicStaffRoutes } from '@suishoupai/shared/topics/staff-routes';
import type { Choice } from '@suishoupai/shared/votes/choice';
import type { voteRoutes } from '@suishoupai/shared/votes/routes';
import type { SceneName } from '../scenes.ts';
import type { When } from '../story.ts';
import type { DemoFile } from './files.ts';

type Body<R extends Route & { body: unknown }> = RouteRequest<R>['body'];
type Topics = typeof topicRoutes & typeof topicStaffRoutes;
type Meetings = typeof meetingRoutes;
type Votes = typeof voteRoutes;

/** A moment seen from that of seeding, in place of the contract's instants. */
type Placed<B, Moments extends string> = Omit<B, 'id' | 'version' | Moments> & Record<Moments, When>;
type Told<B, More extends string = never> = Omit<B, 'id' | 'version' | More>;

/** What becomes of the present moment: `dueIn` days from the act. */
export type PlannedStep = Pick<StepPlan, 'step' | 'who' | 'duty' | 'effect'> & { dueIn: number };

/** One of several persons who do the same, one after the other. */
type Everyone = { all: readonly string[] };

export type HouseholdDeed =
  | { does: 'importRoll'; fileName: string }
  | ({ does: 'claim'; claim: string } & Told<Body<(typeof householdRoutes)['claimHousehold']>, 'photos'>)
  | { does: 'approve'; claims: readonly string[] }
  | { does: 'refuseClaim'; claim: string; reason: string };

export type TopicDeed = { topic: string } & (
  | ({ does: 'propose'; photos?: readonly SceneName[]; ticket?: string } & Told<
      Body<Topics['proposeTopic']>,
      'photos' | 'ticketId'
    >)
  | ({ does: 'support' } & Everyone)
  | { does: 'takeUp'; steps: readonly PlannedStep[] }
  | ({ does: 'refuse' } & Told<Body<Topics['refuseTopic']>>)
  | ({ does: 'announce' } & Told<Body<Topics['announceTopic']>>)
  | ({ does: 'summarise' } & Told<Body<Topics['summariseTopic']>>)
  | ({ does: 'finish'; step: StepPlan['step'] } & Told<Body<Topics['finishStep']>>)
  | ({ does: 'say'; voice: string; replyTo?: string } & Told<Body<Topics['addVoice']>, 'replyTo'>)
  | ({ does: 'react'; voice: string; reaction: Reaction } & Everyone)
  | {
      does: 'order';
      ticket: string;
      categoryCode: CategoryCode;
      words: string;
      basis: { vote: string } | 'committee';
      grid: GridId;
      address: string;
    }
  | ({ does: 'rateTopic' } & Told<Body<Topics['rateTopic']>>)
);

export type TicketDeed = { ticket: string } & (
  | {
      does: 'report';
      categoryCode: CategoryCode;
      description: string;
      grid: GridId;
      label: string;
      photos: readonly SceneName[];
    }
  | ({ does: 'join' } & Everyone)
  | { does: 'accept'; note: string }
  | { does: 'resolve'; note: string; photos: readonly SceneName[] }
  | { does: 'confirm'; note: string }
  | { does: 'rate'; stars: number; note: string }
);

export type MeetingDeed = { meeting: string } & (
  | ({
      does: 'call';
      topics: readonly string[];
      agenda: readonly { title: string; minutes: number; topic?: string }[];
    } & Placed<Omit<Body<Meetings['callMeeting']>, 'topicIds' | 'agenda'>, 'startsAt' | 'endsAt'>)
  | { does: 'openMeeting' }
  | { does: 'endMeeting' }
  | { does: 'cancelMeeting'; reason: string }
  | ({ does: 'attend'; how: 'code' | 'online' } & Everyone)
  | ({ does: 'attendOnPaper' } & Told<Body<Meetings['listAttendee']>>)
  | ({
      does: 'write';
      number: number;
      resolutions: readonly { words: string; topic?: string }[];
      photos: readonly SceneName[];
      attachments?: readonly { file: DemoFile; name: string }[];
    } & Pick<Body<Meetings['writeMinutes']>['body'], 'sections'> & { reason?: string })
  | { does: 'sign'; number: number; role: 'chair' | 'recorder' }
);

export type VoteDeed = { vote: string } & (
  | ({ does: 'announceVote'; topic?: string } & Placed<
      Omit<Body<Votes['announceVote']>, 'topicId' | 'communityId'>,
      'opensAt' | 'closesAt'
    >)
  | ({ does: 'cast'; choice: Choice } & Everyone)
  | { does: 'enterPaper'; choice: Choice; units: string; sheet: SceneName }
  | { does: 'confirmPaper'; units: string }
  | { does: 'settle'; issued: number; returned: number; invalid: number }
  | { does: 'publish' }
  | { does: 'cancelVote'; reason: string }
  | { does: 'object'; objection: string; words: string }
  | { does: 'answer'; objection: string; words: string }
);

/** What somebody does at a moment; `strike` lets the clocks of the hall strike. */
export type HallAct = { when: When } & (
  | { does: 'strike' }
  | ({ by: string } & (HouseholdDeed | TopicDeed | TicketDeed | MeetingDeed | VoteDeed))
);
export type HallStory = readonly HallAct[];

/** The codes of units as an act lists them: `3-1-101 6--402`. */
export const unitsOf = (units: string): string[] => units.trim().split(/\s+/);
