/** What the system says of a place where nothing can be written, and what to do about it. */
const PROBLEMS: Record<string, string> = {
  ENOSPC: "the disk is full: make room",
  EDQUOT: "the disk quota is used up: make room",
  EFBIG: "the system allows no larger file: raise the limit of file sizes, or make room",
  EROFS: "the file system is read-only: make it writable, or name another folder",
  EACCES: "this user may not write there: give it the right, or name another folder",
  EPERM: "this user may not write there: give it the right, or name another folder",
  ENOTDIR: "a part of the path is a file: name another folder",
  EEXIST: "a file stands where the folder should be: name another folder",
  EIO: "the disk fails: look at it, or name another folder",
  EMFILE: "too many files are open: raise the limit of open files",
};

/**
 * Says in plain words why something cannot be written, when it is for the system or the disk.
 *
 * @param what What was to be done, such as `Cannot write the index in "data/index"`.
 * @returns The error with those words; any other error as it is.
 */
export function toWriteError(error: unknown, what: string): unknown {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const problem = PROBLEMS[code];
  return problem === undefined ? error : new Error(`${what}: ${problem}`, { cause: error });
}
