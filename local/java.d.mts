/** Path of a Java of at least this version, from JAVA_HOME or the PATH; undefined when there is none. */
export const findJava: (minimum: number) => string | undefined;
