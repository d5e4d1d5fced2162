/** Where files stay; what lies elsewhere WeChat takes away when the program ends. */
export const userDataPath = 'wxfile://usr';

/** What lies in the phone's owner's hands, and what WeChat put before them. */
export type Device = {
  persona: string;
  /** Files by path; pictures taken are put here. */
  files: Map<string, Buffer>;
  /** What the next `chooseMedia` finds, oldest first. */
  camera: Buffer[];
  /** What the person points at on the map; undefined: backs out. */
  place: { name: string; address: string; latitude: number; longitude: number } | undefined;
  /** `lost`: the service gets the request and the answer goes astray. */
  network: 'up' | 'down' | 'lost';
  /** How the person answers the next dialog. */
  agrees: boolean;
  toasts: string[];
  dialogs: string[];
  titles: string[];
  calls: string[];
  previews: string[][];
};

/** `kept`: the files of an earlier start. */
export const newDevice = (persona: string, kept: ReadonlyMap<string, Buffer> = new Map()): Device => ({
  persona,
  files: new Map([...kept].filter(([path]) => path.startsWith(`${userDataPath}/`))),
  camera: [],
  place: undefined,
  network: 'up',
  agrees: true,
  toasts: [],
  dialogs: [],
  titles: [],
  calls: [],
  previews: [],
});
