import type { Part } from '../../draft/draft.ts';

/** Where a part of the form stands on the page, for scrolling to what is missing. */
export const partId = (part: Part): string => `report-${part}`;
export const partSelector = (part: Part): string => `#${partId(part)}`;
