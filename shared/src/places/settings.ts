import type { Community } from './contract.ts';

const usual = {
  duplicateMetres: 50,
  reopenDays: 15,
  repeatDays: 90,
  answer: { unit: 'workDay', amount: 3 },
  topicSupports: 20,
  topicAnswerDays: 10,
  topicSupportDays: 30,
} as const satisfies Community['settings'];

type Given = NonNullable<Community['settings']>;
export type Settings = { [Name in keyof typeof usual]: NonNullable<Given[Name]> };

/** What holds in a community: its own settings, and the product's default for each that it does not set. */
export const settingsOf = ({ settings = {} }: Pick<Community, 'settings'>): Settings => ({
  duplicateMetres: settings.duplicateMetres ?? usual.duplicateMetres,
  reopenDays: settings.reopenDays ?? usual.reopenDays,
  repeatDays: settings.repeatDays ?? usual.repeatDays,
  answer: settings.answer ?? usual.answer,
  topicSupports: settings.topicSupports ?? usual.topicSupports,
  topicAnswerDays: settings.topicAnswerDays ?? usual.topicAnswerDays,
  topicSupportDays: settings.topicSupportDays ?? usual.topicSupportDays,
});
