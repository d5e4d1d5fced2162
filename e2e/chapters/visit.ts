import type { Person } from '../person.ts';

/** Who looks; undefined is nobody who signed in. */
export const viewers = ['李阿姨', '顾老师', '张师傅', '刘书记', '马师傅'] as const;
export type Viewer = (typeof viewers)[number] | undefined;

export type Visit = {
  as: Viewer;
  /** After the page's path. */
  query?: string;
  /** On the screen once all of it has come. */
  sees: string | RegExp;
  /** Opens what the page holds closed. */
  open?: (person: Person) => Promise<unknown>;
};

export type Visits = Record<string, Visit[]>;
