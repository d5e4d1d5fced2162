import type { volunteeringRoutes } from '@suishoupai/shared/volunteering/routes';
import type { volunteeringStaffRoutes } from '@suishoupai/shared/volunteering/staff-routes';
import type { Handlers } from '../http/handlers.ts';
import { recordFile } from './record-file.ts';
import type { VolunteeringService } from './service.ts';

type OwnRoutes = Omit<typeof volunteeringRoutes, 'exportCertificate'> & typeof volunteeringStaffRoutes;

/** All but the certificate as PDF, which another function makes. */
export const volunteeringHandlers = (service: VolunteeringService): Handlers<OwnRoutes> => {
  const { standing, view, making, placing, presence, hours, reading, registering, certificates } = service;
  return {
    listActivities: ({ viewer, params, query, now }) =>
      reading.list(viewer, { ...params, when: query.when ?? 'coming', cursor: query.cursor }, now),
    getActivity: async ({ viewer, params, now }) => {
      const found = await standing.find(params.activityId);
      const isStaff = (await standing.postIn(viewer, found.activity.communityId, now)) !== undefined;
      return view(isStaff ? found : await standing.findPublic(params.activityId), viewer, now);
    },
    signUp: ({ viewer, params, body, now }) => placing.signUp(viewer, params.activityId, body.id, now),
    withdrawFromActivity: ({ viewer, params, body, now }) => placing.withdraw(viewer, params.activityId, body.id, now),
    checkAtActivity: ({ viewer, params, body, now }) => presence.check(viewer, params.activityId, body, now),
    listMyActivities: ({ viewer, params, query }) => reading.mine(viewer, params.communityId, query.cursor),
    getVolunteerProfile: ({ viewer, params }) => registering.profile(viewer, params.communityId),
    saveVolunteerProfile: ({ viewer, params, body, now }) => registering.save(viewer, params.communityId, body, now),
    getVolunteerRecord: ({ viewer, params }) => registering.record(viewer, params.communityId),
    exportVolunteerRecord: async ({ viewer, params }) =>
      recordFile(await registering.record(viewer, params.communityId)),
    issueCertificate: ({ viewer, params, body, now }) => certificates.issue(viewer, params.communityId, body.id, now),
    listCertificates: ({ viewer, params }) => certificates.list(viewer, params.communityId),
    verifyCertificate: ({ params }) => certificates.verify(params.code),

    makeActivity: async ({ viewer, body, now }) => {
      const { id } = await making.make(viewer, body, now);
      return view(await standing.find(id), viewer, now);
    },
    listStaffActivities: ({ viewer, params, query, now }) =>
      reading.listForStaff(viewer, { ...params, ...query, cursor: query.cursor }, now),
    changeActivity: async ({ viewer, params, body, now }) => {
      const { id } = await making.change(viewer, params.activityId, body, now);
      return view(await standing.find(id), viewer, now);
    },
    stepActivity: async ({ viewer, params, body, now }) => {
      const { id } = await making.step(viewer, params.activityId, body, now);
      return view(await standing.find(id), viewer, now);
    },
    getPresenceCode: ({ viewer, params, now }) => presence.code(viewer, params.activityId, now),
    listParticipants: ({ viewer, params, now }) => hours.list(viewer, params.activityId, now),
    notePresence: async ({ viewer, params, body, now }) => {
      await presence.note(viewer, params.activityId, body, now);
      return hours.one(viewer, params.activityId, body.personId, now);
    },
    confirmHours: ({ viewer, params, body, now }) => hours.confirm(viewer, params.activityId, body, now),
    withdrawHours: ({ viewer, params, body, now }) => hours.undo(viewer, params.activityId, body, now),
    listFlagged: ({ viewer, params, query, now }) => hours.flagged(viewer, params.communityId, query.cursor, now),
    listVolunteers: ({ viewer, params, query, now }) => registering.list(viewer, params.communityId, query.cursor, now),
    getRecordOf: ({ viewer, params, now }) => registering.recordForStaff(viewer, params, now),
    exportRecordOf: async ({ viewer, params, now }) =>
      recordFile(await registering.recordForStaff(viewer, params, now)),
    addLearnt: ({ viewer, params, body, now }) => registering.enter(viewer, params, body, now),
  };
};
