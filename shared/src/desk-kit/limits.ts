export const kitLimits = { templates: 20, template: 200, page: 30 } as const;
