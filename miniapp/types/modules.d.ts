declare module '*.module.scss' {
  const names: Readonly<Record<string, string>>;
  export default names;
}
declare module '*.scss';
declare module '*.png' {
  const url: string;
  export default url;
}
