import { commentRoutes } from '../comments/contract.ts';
import { kitRoutes } from '../desk-kit/contract.ts';
import { dutyEditRoutes } from '../duty/edit-routes.ts';
import { dutyRoutes } from '../duty/routes.ts';
import { fieldworkRoutes } from '../fieldwork/contract.ts';
import { hallRoutes } from '../hall/contract.ts';
import { householdRoutes, rollFileRoutes } from '../households/contract.ts';
import { representativeRoutes } from '../households/representatives.ts';
import { mediaRoutes } from '../media/contract.ts';
import { fileRoutes } from '../media/file-routes.ts';
import { meetingRoutes } from '../meetings/routes.ts';
import { moderationRoutes } from '../moderation/contract.ts';
import { peopleRoutes } from '../people/contract.ts';
import { placesRoutes } from '../places/contract.ts';
import { honourRoutes } from '../points/honours.ts';
import { pointsRoutes, pointsStaffRoutes, statementRoutes } from '../points/routes.ts';
import { counterRoutes, rewardRoutes, rewardStaffRoutes } from '../rewards/routes.ts';
import { ticketRoutes } from '../tickets/routes.ts';
import { stepRoutes } from '../tickets/step-routes.ts';
import { timebankRoutes } from '../timebank/routes.ts';
import { timebankStaffRoutes } from '../timebank/staff-routes.ts';
import { topicRoutes } from '../topics/routes.ts';
import { topicStaffRoutes } from '../topics/staff-routes.ts';
import { volunteeringRoutes } from '../volunteering/routes.ts';
import { volunteeringStaffRoutes } from '../volunteering/staff-routes.ts';
import { voteRoutes } from '../votes/routes.ts';

/** Every route of the service, by operation id. */
export const allRoutes = {
  ...peopleRoutes,
  ...placesRoutes,
  ...dutyRoutes,
  ...dutyEditRoutes,
  ...mediaRoutes,
  ...fileRoutes,
  ...ticketRoutes,
  ...stepRoutes,
  ...commentRoutes,
  ...moderationRoutes,
  ...fieldworkRoutes,
  ...kitRoutes,
  ...hallRoutes,
  ...householdRoutes,
  ...representativeRoutes,
  ...rollFileRoutes,
  ...meetingRoutes,
  ...topicRoutes,
  ...topicStaffRoutes,
  ...voteRoutes,
  ...pointsRoutes,
  ...statementRoutes,
  ...pointsStaffRoutes,
  ...volunteeringRoutes,
  ...volunteeringStaffRoutes,
  ...rewardRoutes,
  ...rewardStaffRoutes,
  ...counterRoutes,
  ...timebankRoutes,
  ...timebankStaffRoutes,
  ...honourRoutes,
};
