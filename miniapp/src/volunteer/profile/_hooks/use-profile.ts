import type { CommunityId } from '@suishoupai/shared/ids';
import type { Availability, Profile, Skill } from '@suishoupai/shared/volunteering/contract';
import { volunteeringLimits } from '@suishoupai/shared/volunteering/limits';
import { volunteeringRoutes } from '@suishoupai/shared/volunteering/routes';
import { useState } from 'react';
import { call } from '../../../api/client.ts';
import { useAct } from '../../../forms/use-act.ts';
import { useLoad } from '../../../load/use-load.ts';
import { back } from '../../../routes.ts';
import { notify } from '../../../ui/notify.ts';

export type Filling = {
  name: string;
  isMinor: boolean;
  guardian: string;
  relation: string;
  skills: Skill[];
  availability: Availability[];
  isAgreed: boolean;
};

const blank: Filling = {
  ...{ name: '', isMinor: false, guardian: '', relation: '' },
  ...{ skills: [], availability: [], isAgreed: false },
};

const fillingOf = (profile: Profile | undefined): Filling =>
  profile === undefined
    ? blank
    : {
        ...profile,
        guardian: profile.guardian?.name ?? '',
        relation: profile.guardian?.relation ?? '',
        isAgreed: true,
      };

const missingIn = ({ name, isMinor, guardian, relation, isAgreed }: Filling): string | undefined => {
  if (name.trim().length < 2) return '写上您的姓名';
  if (isMinor && (guardian.trim().length < 2 || relation.trim() === '')) return '写上监护人和关系';
  return isAgreed ? undefined : '请先同意如实记录';
};

const askProfile = async (communityId: CommunityId) =>
  call(volunteeringRoutes.getVolunteerProfile, { params: { communityId } });

/** What stands, before it is filled in. */
export const useKnown = (communityId: CommunityId, ask = askProfile) => useLoad(communityId, () => ask(communityId));

export const useProfile = (communityId: CommunityId, known: Profile | undefined) => {
  const [filling, setFilling] = useState(fillingOf(known));
  const { running, act } = useAct();

  const save = async () => {
    const { name, isMinor, guardian, relation, skills, availability } = filling;
    const body = {
      ...{ follows: known?.version ?? 0, name: name.trim(), isMinor, skills, availability },
      ...(isMinor ? { guardian: { name: guardian.trim(), relation: relation.trim() } } : {}),
      agreed: true as const,
    };
    const saved = await act(JSON.stringify(body), (id) =>
      call(volunteeringRoutes.saveVolunteerProfile, { params: { communityId }, body: { id, ...body } }),
    );
    if (saved === undefined) return;
    notify(known === undefined ? '登记好了' : '改好了');
    back();
  };

  const toggled = <T>(all: readonly T[], one: T): T[] =>
    all.includes(one) ? all.filter((each) => each !== one) : [...all, one];

  return {
    filling,
    change: (change: Partial<Filling>) => setFilling((before) => ({ ...before, ...change })),
    toggleSkill: (skill: Skill) =>
      setFilling((before) => {
        const skills = toggled(before.skills, skill);
        return skills.length > volunteeringLimits.skills ? before : { ...before, skills };
      }),
    toggleTime: (time: Availability) =>
      setFilling((before) => ({ ...before, availability: toggled(before.availability, time) })),
    missing: missingIn(filling),
    isSending: running !== undefined,
    save: () => void save(),
  };
};
